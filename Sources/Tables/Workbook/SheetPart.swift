import Foundation

/// A string that cells point at, trimmed.
struct SharedString {
  let text: String
  /// What is wrong with it in every cell that points at it.
  let problem: TableProblem?

  init(_ text: String, limit: Int) {
    let text = limited(trimmed(text), to: limit)
    self.text = text
    problem = textProblem(text, limit: limit)
  }
}

/// What a workbook has beside its sheets: what cells point at.
struct WorkbookLookup {
  var strings: [SharedString] = []
  var formats: [NumberFormat] = []
  var isFrom1904 = false
}

/// Reads the cells of a sheet row by row and hands each row on; only merges are kept until the end.
final class SheetPart: XMLPart {
  /// The last row and column that a sheet can have: XFD1048576.
  static let lastRow = 1_048_576
  static let lastColumn = 16_384

  private let lookup: WorkbookLookup
  private let sink: RecordSink
  private(set) var merges: [CellRange] = []

  private var isInRows = false
  private var row = 0
  private var column = 0
  private var isHidden = false
  private var cells: [String] = []
  private var cell: WorkbookCell
  private var place = Place.elsewhere

  private enum Place {
    case elsewhere, cell, value, formula, inlineString
  }

  init(_ lookup: WorkbookLookup, into sink: RecordSink) {
    self.lookup = lookup
    self.sink = sink
    cell = WorkbookCell(limit: sink.limits.cellLength)
  }

  override var endless: LocatedProblem {
    guard place == .value || place == .inlineString else { return LocatedProblem(.endlessMarkup) }
    return LocatedProblem(.cellTooLong(limit: sink.limits.cellLength), row: row, column: column)
  }

  override func start(_ name: XMLName, _ attributes: XMLAttributes) throws(LocatedProblem) {
    switch name {
    case "c" where isInRows: try startCell(attributes)
    case "v" where place == .cell:
      place = .value
      cell.hasValue = true
    case "f" where place == .cell:
      place = .formula
      cell.hasFormula = true
    case "is" where place == .cell:
      place = .inlineString
      cell.hasInline = true
    case "row" where isInRows: try startRow(attributes)
    case "sheetData": isInRows = true
    case "col" where attributes.isTrue("hidden"): hideColumns(attributes)
    case "mergeCell": try addMerge(attributes)
    default: if place == .inlineString { cell.inline.start(name, attributes) }
    }
  }

  override func end(_ name: XMLName) throws(LocatedProblem) {
    switch name {
    case "c" where isInRows && place == .cell: endCell()
    case "v" where place == .value, "f" where place == .formula, "is" where place == .inlineString:
      place = .cell
    case "row" where isInRows: try endRow()
    case "sheetData": isInRows = false
    default: if place == .inlineString { cell.inline.end(name) }
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    switch place {
    case .value: cell.append(bytes)
    case .inlineString: cell.inline.append(bytes)
    case .elsewhere, .cell, .formula: break
    }
  }

  // MARK: - Rows

  private func startRow(_ attributes: XMLAttributes) throws(LocatedProblem) {
    let number = attributes.bytes("r").map { decimal($0) } ?? row + 1
    guard let number, number > 0 else { throw LocatedProblem(.damagedWorkbook, row: row + 1) }
    guard number > row else { throw LocatedProblem(.rowTwice, row: number) }
    guard number <= Self.lastRow else { throw LocatedProblem(.cellOutsideSheet) }
    row = number
    column = 0
    isHidden = attributes.isTrue("hidden")
  }

  private func endRow() throws(LocatedProblem) {
    guard !cells.isEmpty else { return }
    if isHidden { sink.hiddenRows.append(row) }
    let record = Record(number: row, writtenCells: cells)
    cells = []
    cells.reserveCapacity(record.width)
    try sink.take(record)
  }

  // MARK: - Cells

  private func startCell(_ attributes: XMLAttributes) throws(LocatedProblem) {
    place = .cell
    cell.clear()
    let (reference, type, style) = attributes.ofCell
    if let reference {
      guard let place = CellPlace(reference) else { throw LocatedProblem(.cellOutsideSheet) }
      column = place.column
    } else {
      column += 1
    }
    guard column <= Self.lastColumn else { throw LocatedProblem(.cellOutsideSheet) }
    cell.kind = WorkbookCell.Kind(type)
    cell.style = style.flatMap { decimal($0) }
  }

  private func endCell() {
    place = .elsewhere
    let text = cell.text(lookup)
    if let problem = cell.problem(text) {
      sink.problems.append(LocatedProblem(problem, row: row, column: column, found: text))
    }
    guard !text.isEmpty else { return }
    guard column <= sink.limits.columns else {
      sink.stray(row: row, column: column, text)
      return
    }
    while cells.count < column { cells.append("") }
    if !cells[column - 1].isEmpty, cells[column - 1] != text {
      sink.problems.append(LocatedProblem(.cellTwice, row: row, column: column, found: text))
    }
    cells[column - 1] = text
  }

  // MARK: - Around the rows

  private func hideColumns(_ attributes: XMLAttributes) {
    guard let first = attributes.bytes("min").flatMap({ decimal($0) }),
      let last = attributes.bytes("max").flatMap({ decimal($0) }), first >= 1, first <= last
    else { return }
    sink.hiddenColumns.append(first...min(last, Self.lastColumn))
  }

  private func addMerge(_ attributes: XMLAttributes) throws(LocatedProblem) {
    guard let range = attributes["ref"].flatMap({ CellRange($0) }) else { return }
    guard merges.count < sink.limits.merges else {
      throw LocatedProblem(.tooManyMerges(limit: sink.limits.merges))
    }
    if range.rows.count > 1 { merges.append(range) }
  }
}

/// A cell while its elements pass.
private struct WorkbookCell {
  enum Kind {
    case number, shared, text, inline, boolean, error, date

    init(_ name: UnsafeBufferPointer<UInt8>?) {
      guard let name else {
        self = .number
        return
      }
      if name.count == 1 {
        switch name[0] {
        case UInt8(ascii: "s"): self = .shared
        case UInt8(ascii: "b"): self = .boolean
        case UInt8(ascii: "e"): self = .error
        case UInt8(ascii: "d"): self = .date
        default: self = .number
        }
      } else {
        self =
          name.elementsEqual("str".utf8) ? .text : name.elementsEqual("inlineStr".utf8) ? .inline : .number
      }
    }
  }

  var kind = Kind.number
  var style: Int?
  var hasFormula = false
  /// Whether there is a value, be it blank: the text of a formula may be.
  var hasValue = false
  /// Whether there is an inline string, whatever the kind says.
  var hasInline = false
  var inline: WorkbookText
  private let limit: Int
  private var value: [UInt8] = []
  private var isBrokenReference = false
  private var stringProblem: TableProblem?

  /// - Parameter limit: UTF-16 units that a cell may have.
  init(limit: Int) {
    self.limit = limit
    inline = WorkbookText(limit: limit)
  }

  mutating func clear() {
    value.removeAll(keepingCapacity: true)
    if hasInline { inline.clear() }
    (style, hasFormula, hasValue, hasInline, isBrokenReference, stringProblem) = (
      nil, false, false, false, false, nil
    )
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    value.append(contentsOf: piece.prefix(max(0, bytesOfText(units: limit) - value.count)))
  }

  /// What the cell shows, without blanks around it. An inline string counts where no value does: some programs write
  /// the one and name the other.
  mutating func text(_ lookup: WorkbookLookup) -> String {
    if hasInline, value.isEmpty || kind == .inline {
      let text = limited(trimmed(inline.value), to: limit)
      if !text.isEmpty { return text }
    }
    guard !value.isEmpty else { return "" }
    switch kind {
    case .shared:
      guard let index = value.withUnsafeBufferPointer({ decimal($0) }), lookup.strings.indices.contains(index)
      else {
        isBrokenReference = true
        return ""
      }
      stringProblem = lookup.strings[index].problem
      return lookup.strings[index].text
    case .text, .inline: return limited(trimmed(unescaped(value[...])), to: limit)
    case .error: return trimmed(String(decoding: value, as: UTF8.self))
    case .boolean: return isXMLTrue(value) ? "TRUE" : "FALSE"
    case .date: return isoDate(String(decoding: value, as: UTF8.self))
    case .number: return numberText(lookup)
    }
  }

  private func numberText(_ lookup: WorkbookLookup) -> String {
    let format = style.flatMap { lookup.formats.indices.contains($0) ? lookup.formats[$0] : nil } ?? .general
    if format == .general, value.count < 16, value.allSatisfy(CellParsing.isDigit),
      value.first != UInt8(ascii: "0")
    {
      return String(decoding: value, as: UTF8.self)
    }
    let written = trimmed(String(decoding: value, as: UTF8.self))
    guard let number = CellParsing.decimal(written) else { return written }
    return format.text(of: number, written: written, isFrom1904: lookup.isFrom1904)
  }

  /// What is wrong with the cell itself.
  func problem(_ text: String) -> TableProblem? {
    if kind == .error { return .errorCell }
    if isBrokenReference { return .lostText }
    if hasFormula, value.isEmpty, !hasInline, kind != .inline, kind != .text || !hasValue {
      return .formulaWithoutValue
    }
    return kind == .shared ? stringProblem : textProblem(text, limit: limit)
  }

  /// `2021-01-01T10:10:10` with a blank, without a time that says nothing.
  private func isoDate(_ text: String) -> String {
    var text = trimmed(text).replacing("T", with: " ").replacing("Z", with: "")
    if let point = text.lastIndex(of: "."), text[point...].dropFirst().allSatisfy({ $0 == "0" }) {
      text = String(text[..<point])
    }
    if text.hasSuffix(" 00:00:00") { return String(text.dropLast(9)) }
    return withoutIdleSeconds(text)
  }
}

/// A time without seconds that are none.
func withoutIdleSeconds(_ text: String) -> String {
  text.hasSuffix(":00") && text.count { $0 == ":" } == 2 ? String(text.dropLast(3)) : text
}

/// What no cell should hold of a text.
private func textProblem(_ text: String, limit: Int) -> TableProblem? {
  if text.utf8.count > limit, text.utf16.count > limit { return .cellTooLong(limit: limit) }
  return controlCharacter(in: text).map { .controlCharacter($0) }
}

/// Some more than the limit, so that the cell is seen to be too long.
private func limited(_ text: String, to limit: Int) -> String {
  text.utf8.count <= 4 * limit + 4 ? text : String(text.unicodeScalars.prefix(limit + 1))
}

/// The first character that no cell should hold.
func controlCharacter(in text: String) -> Unicode.Scalar? {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return nil }
  return text.unicodeScalars.first {
    $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
  }
}

/// The place of a cell, `B7`.
struct CellPlace {
  let column: Int
  let row: Int

  /// Nothing for what is no place of a sheet.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var (column, row) = (0, 0)
    for byte in text {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0: column = column * 26 + Int(byte) - 96
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte) - 48
      case UInt8(ascii: "$"): continue
      default: return nil
      }
      guard column <= SheetPart.lastColumn, row <= SheetPart.lastRow else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    (self.column, self.row) = (column, row)
  }
}

/// Merged cells, `A2:A5`.
struct CellRange {
  let rows: ClosedRange<Int>
  let column: Int

  init(rows: ClosedRange<Int>, column: Int) {
    (self.rows, self.column) = (rows, column)
  }

  init?(_ text: String) {
    let ends = text.split(separator: ":").map { Array($0.utf8).withUnsafeBufferPointer { CellPlace($0) } }
    guard ends.count == 2, let first = ends[0], let last = ends[1], first.row <= last.row else { return nil }
    self.init(rows: first.row...last.row, column: first.column)
  }
}

/// A small number without a sign.
private func decimal(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
  guard !text.isEmpty, text.count <= 12 else { return nil }
  var number = 0
  for byte in text {
    guard CellParsing.isDigit(byte) else { return nil }
    number = number * 10 + Int(byte) - 48
  }
  return number
}
