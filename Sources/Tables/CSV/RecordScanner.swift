/// Takes a text apart into records of trimmed cells, by RFC 4180.
///
/// Own code because SwiftCSV 0.10 accepts a quote that is never closed and surplus cells in silence, keeps no row
/// numbers, and takes ten times as long for 100,000 rows.
struct RecordScanner {
  private let bytes: [UInt8]
  private let separator: UInt8
  private let limits: TableReader.Limits
  private var position = 0
  private var row = 0

  /// - Parameter bytes: well-formed UTF-8 without a byte order mark.
  init(_ bytes: [UInt8], separator: Separator, limits: TableReader.Limits) {
    self.bytes = bytes
    self.separator = separator.rawValue
    self.limits = limits
  }

  /// The next record, blank ones included; nil at the end of the text.
  mutating func next(_ problems: inout ProblemLog) -> Record? {
    guard position < bytes.count else { return nil }
    row += 1
    var cells: [String] = []
    var width = 0
    var isTooWide = false
    repeat {
      width += 1
      let cell = nextCell(column: width, &problems)
      if width <= limits.columns {
        cells.append(cell)
      } else if !cell.isEmpty && !isTooWide {
        isTooWide = true
        problems.append(
          LocatedProblem(.tooManyColumns(limit: limits.columns), row: row, column: width, found: cell))
      }
    } while skip(separator)
    skipLineEnd()
    return Record(number: row, writtenCells: cells)
  }

  private mutating func nextCell(column: Int, _ problems: inout ProblemLog) -> String {
    let isQuoted = skipOpeningQuote()
    let (content, syntaxProblem) = isQuoted ? quotedContent() : (plainContent(), nil)
    let cell = content.isLonger(than: limits.cellLength) ? content.beginning : content.text

    if let problem = syntaxProblem ?? fault(of: cell, content, isQuoted: isQuoted) {
      problems.append(LocatedProblem(problem, row: row, column: column, found: cell))
    }
    return cell
  }

  private func fault(of cell: String, _ content: CellContent, isQuoted: Bool) -> TableProblem? {
    if content.isLonger(than: limits.cellLength) { return .cellTooLong(limit: limits.cellLength) }
    if content.mayHoldControls {
      let control = cell.unicodeScalars.first {
        $0.properties.generalCategory == .control && !(isQuoted && ($0 == "\n" || $0 == "\t"))
      }
      if let control { return .controlCharacter(control) }
    }
    if cell.utf8.first == UInt8(ascii: "#"), isErrorCell(cell) { return .errorCell }
    return isFormula(cell) ? .formula : nil
  }

  // MARK: - Cells

  private mutating func plainContent() -> CellContent {
    let start = position
    var mayHoldControls = false
    while !isAtEndOfCell {
      mayHoldControls = mayHoldControls || mayBeControl(bytes[position])
      position += 1
    }
    return CellContent(bytes: bytes[start..<position], mayHoldControls: mayHoldControls)
  }

  /// What stands between the opening quote, already skipped, and the closing one; the position is then at the
  /// end of the cell.
  private mutating func quotedContent() -> (CellContent, TableProblem?) {
    let start = position
    var mayHoldControls = false
    var hasEscapes = false
    while position < bytes.count {
      let byte = bytes[position]
      if byte == .quote {
        if position + 1 == bytes.count || bytes[position + 1] != .quote { break }
        hasEscapes = true
        position += 1
      } else if mayBeControl(byte) {
        mayHoldControls = true
        if byte == .carriageReturn { hasEscapes = true }
      }
      position += 1
    }

    guard position < bytes.count else {
      // Everything after a forgotten quote is inside it. Going on behind the line where it began tells the
      // problems of the other lines too, and happens once in a text at most: no later quote is unpaired.
      position = start
      return (plainContent(), .unclosedQuote)
    }
    let closingQuote = position
    position += 1
    if skipToEndOfCell() {
      let asWritten = bytes[start - 1..<position]
      return (CellContent(bytes: asWritten, mayHoldControls: mayHoldControls), .textAfterQuote)
    }
    let content = CellContent(
      bytes: bytes[start..<closingQuote], mayHoldControls: mayHoldControls, hasEscapes: hasEscapes)
    return (content, nil)
  }

  /// Skips what stands between a closing quote and the end of the cell, and tells whether it was more than blanks.
  private mutating func skipToEndOfCell() -> Bool {
    var hasText = false
    while !isAtEndOfCell {
      hasText = hasText || !isASCIIBlank(bytes[position])
      position += 1
    }
    return hasText
  }

  /// Skips an opening quote. Blanks around a cell mean nothing, so they may stand before its quote too.
  private mutating func skipOpeningQuote() -> Bool {
    var index = position
    while index < bytes.count, bytes[index] == .space || bytes[index] == .tab, bytes[index] != separator {
      index += 1
    }
    guard index < bytes.count, bytes[index] == .quote else { return false }
    position = index + 1
    return true
  }

  // MARK: - Marks between cells

  private var isAtEndOfCell: Bool {
    guard position < bytes.count else { return true }
    let byte = bytes[position]
    return byte == separator || byte == .lineFeed || byte == .carriageReturn
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  /// Skips CR LF, LF, or the lone CR of old Macs.
  private mutating func skipLineEnd() {
    _ = skip(.carriageReturn)
    _ = skip(.lineFeed)
  }
}

/// The bytes of a cell between its quotes or separators.
private struct CellContent {
  let bytes: ArraySlice<UInt8>
  let mayHoldControls: Bool
  /// Whether there are doubled quotes, or line ends other than LF.
  var hasEscapes = false

  /// The cell as it is meant: quotes no longer doubled, line ends LF, no blanks at either end.
  var text: String {
    guard hasEscapes else { return trimmedText(bytes) }
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      switch (previous, byte) {
      case (.quote, .quote):
        previous = 0
        continue
      case (.carriageReturn, .lineFeed): break
      case (_, .carriageReturn): plain.append(.lineFeed)
      default: plain.append(byte)
      }
      previous = byte
    }
    return trimmedText(plain[...])
  }

  /// Enough of a cell that is too long to show which it is.
  var beginning: String {
    String(decoding: bytes.prefix(200), as: UTF8.self)
  }

  /// Whether the cell has more than `limit` UTF-16 units.
  func isLonger(than limit: Int) -> Bool {
    // A unit takes one to three bytes in UTF-8, so most cells need no counting.
    bytes.count > limit && (bytes.count / 3 > limit || text.utf16.count > limit)
  }
}

/// Whether a cell would be a formula in a spreadsheet. Telephone numbers, negative numbers and a dash are none.
public func isFormula(_ cell: String) -> Bool {
  guard let first = cell.utf8.first else { return false }
  switch first {
  case UInt8(ascii: "="), UInt8(ascii: "@"): return true
  case UInt8(ascii: "+"), UInt8(ascii: "-"):
    return !cell.utf8.dropFirst().allSatisfy { CellParsing.isDigit($0) || " .-()".utf8.contains($0) }
  default: return false
  }
}

/// C0 and DEL, or the first byte of C1.
private func mayBeControl(_ byte: UInt8) -> Bool {
  byte < .space || byte == 0x7F || byte == 0xC2
}

/// The text without blanks at either end.
private func trimmedText(_ bytes: ArraySlice<UInt8>) -> String {
  guard let first = bytes.firstIndex(where: { !isASCIIBlank($0) }),
    let last = bytes.lastIndex(where: { !isASCIIBlank($0) }),
    let lastCharacter = bytes[...last].lastIndex(where: { $0 & 0b1100_0000 != 0b1000_0000 })
  else { return "" }
  let text = String(decoding: bytes[first...last], as: UTF8.self)
  return mayBeginBlank(bytes[first]) || mayBeginBlank(bytes[lastCharacter]) ? trimmed(text) : text
}

private func isASCIIBlank(_ byte: UInt8) -> Bool {
  byte == .space || byte == .tab || byte == .lineFeed
}

/// Whether a blank outside ASCII can begin with this byte: few characters do, and none of the common Chinese ones,
/// which spares most cells the slower way.
private func mayBeginBlank(_ byte: UInt8) -> Bool {
  switch byte {
  case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF: true
  default: false
  }
}

extension UInt8 {
  fileprivate static let quote = UInt8(ascii: "\"")
  fileprivate static let space = UInt8(ascii: " ")
  fileprivate static let tab = UInt8(ascii: "\t")
  fileprivate static let lineFeed = UInt8(ascii: "\n")
  fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
