import Foundation

/// What a workbook has beside its sheets: what cells point at.
struct WorkbookLookup {
  /// The strings that cells point at, trimmed.
  var strings: [String] = []
  /// What is wrong with a string, in every cell that points at it.
  var problemOfString: [Int: TableProblem] = [:]
  var formats: [NumberFormat] = []
  var isFrom1904 = false
}

/// Makes records of the rows of a sheet: says what each cell shows, and what is wrong with it.
struct SheetRows {
  private let lookup: WorkbookLookup
  private let sink: RecordSink
  /// The cells of the row that is not whole yet.
  private var cells: [String] = []

  init(_ lookup: WorkbookLookup, into sink: RecordSink) {
    self.lookup = lookup
    self.sink = sink
  }

  mutating func take(_ written: WrittenRows) throws(LocatedProblem) {
    for row in written.rows {
      for cell in written.cells[row.cells] { add(cell, of: row, written.bytes) }
      if row.isWhole { try end(row) }
    }
  }

  private mutating func add(_ cell: WrittenCell, of row: WrittenRows.Row, _ bytes: [UInt8]) {
    let limit = sink.limits.cellLength
    let (text, problem) = bytes.withUnsafeBufferPointer { CellText(cell, $0, limit: limit).shown(lookup) }
    if let problem {
      sink.problems.append(LocatedProblem(problem, row: row.number, column: cell.column, found: text))
    }
    guard !text.isEmpty else { return }
    guard cell.column <= sink.limits.columns else {
      sink.stray(row: row.number, column: cell.column, text)
      return
    }
    while cells.count < cell.column { cells.append("") }
    if !cells[cell.column - 1].isEmpty, cells[cell.column - 1] != text {
      sink.problems.append(LocatedProblem(.cellTwice, row: row.number, column: cell.column, found: text))
    }
    cells[cell.column - 1] = text
  }

  private mutating func end(_ row: WrittenRows.Row) throws(LocatedProblem) {
    guard !cells.isEmpty else { return }
    if row.isHidden { sink.hiddenRows.append(row.number) }
    let record = Record(number: row.number, writtenCells: cells)
    cells = []
    cells.reserveCapacity(record.width)
    try sink.take(record)
  }
}

/// The text of a cell.
private struct CellText {
  private let cell: WrittenCell
  private let value: UnsafeBufferPointer<UInt8>
  private let inline: UnsafeBufferPointer<UInt8>?
  private let limit: Int

  /// - Parameter limit: UTF-16 units that a cell may have.
  init(_ cell: WrittenCell, _ bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
    self.cell = cell
    self.limit = limit
    value = UnsafeBufferPointer(rebasing: bytes[cell.value])
    inline = cell.inline.map { UnsafeBufferPointer(rebasing: bytes[$0]) }
  }

  /// What the cell shows, without blanks around it, and what is wrong with the cell itself. An inline string counts
  /// where no value does: some programs write the one and name the other.
  func shown(_ lookup: WorkbookLookup) -> (text: String, problem: TableProblem?) {
    if let inline, value.isEmpty || cell.kind == .inline {
      let text = limited(trimmed(unescaped(inline)), to: limit)
      if !text.isEmpty { return checked(text) }
    }
    guard !value.isEmpty else { return checked("") }
    switch cell.kind {
    case .shared:
      guard let index = decimal(value), lookup.strings.indices.contains(index) else { return ("", .lostText) }
      return (lookup.strings[index], lookup.problemOfString.isEmpty ? nil : lookup.problemOfString[index])
    case .text, .inline: return checked(limited(trimmed(unescaped(value)), to: limit))
    case .error: return (trimmed(String(decoding: value, as: UTF8.self)), .errorCell)
    case .boolean: return (isXMLTrue(value) ? "TRUE" : "FALSE", nil)
    case .date: return checked(isoDate(String(decoding: value, as: UTF8.self)))
    case .number: return checked(number(lookup))
    }
  }

  private func number(_ lookup: WorkbookLookup) -> String {
    let format =
      cell.style.flatMap { lookup.formats.indices.contains($0) ? lookup.formats[$0] : nil } ?? .general
    if format == .general, value.count < 16, value.allSatisfy(CellParsing.isDigit),
      value.first != UInt8(ascii: "0")
    {
      return String(decoding: value, as: UTF8.self)
    }
    let written = trimmed(String(decoding: value, as: UTF8.self))
    guard let number = CellParsing.decimal(written) else { return written }
    return format.text(of: number, written: written, isFrom1904: lookup.isFrom1904)
  }

  private func checked(_ text: String) -> (String, TableProblem?) {
    if cell.kind == .error { return (text, .errorCell) }
    if cell.hasFormula, value.isEmpty, inline == nil, cell.kind != .inline,
      cell.kind != .text || !cell.hasValue
    {
      return (text, .formulaWithoutValue)
    }
    return (text, textProblem(text, limit: limit))
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
func textProblem(_ text: String, limit: Int) -> TableProblem? {
  if text.utf8.count > limit, text.utf16.count > limit { return .cellTooLong(limit: limit) }
  return controlCharacter(in: text).map { .controlCharacter($0) }
}

/// Some more than the limit, so that the cell is seen to be too long.
func limited(_ text: String, to limit: Int) -> String {
  text.utf8.count <= 4 * limit + 4 ? text : String(text.unicodeScalars.prefix(limit + 1))
}

/// The first character that no cell should hold.
func controlCharacter(in text: String) -> Unicode.Scalar? {
  guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return nil }
  return text.unicodeScalars.first {
    $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
  }
}
