import CFreeXL
import Foundation

/// The sheets of an `.xls` workbook of Excel 97 to 2003, of WPS too.
///
/// FreeXL reads files by their path. What it does not tell, ``XLSStructure`` does.
final class XLSSource: TableSource {
  /// Cells that the sheets may span, blank ones included: FreeXL keeps them all, and takes the file's word for them.
  static let areaLimit = 20_000_000

  private let handle: UnsafeRawPointer
  private let structure: XLSStructure
  let sheets: [SheetInfo]

  init(_ data: Data) throws(LocatedProblem) {
    guard let file = CompoundFile(data) else { throw LocatedProblem(.damagedWorkbook) }
    if file.has("EncryptedPackage") { throw LocatedProblem(.lockedWorkbook) }
    guard let records = file.stream("Workbook") ?? file.stream("Book") else {
      throw LocatedProblem(.noWorkbook)
    }
    structure = XLSStructure(records)
    if structure.isLocked { throw LocatedProblem(.lockedWorkbook) }
    guard structure.area <= Self.areaLimit else { throw LocatedProblem(.tooManyCells(limit: Self.areaLimit)) }
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(
      "plenum-\(UUID().uuidString).xls")
    defer { try? FileManager.default.removeItem(at: path) }
    guard (try? data.write(to: path)) != nil else { throw LocatedProblem(.damagedWorkbook) }
    var opened: UnsafeRawPointer?
    let result = freexl_open(path.path, &opened)
    guard let opened else { throw LocatedProblem(.damagedWorkbook) }
    handle = opened
    sheets = Self.names(opened).map { [structure] name in
      SheetInfo(name: name, state: structure.sheet(name)?.state ?? .visible)
    }
    guard result == FREEXL_OK else { throw LocatedProblem(.damagedWorkbook) }
    guard !sheets.isEmpty else { throw LocatedProblem(.noSheets) }
  }

  deinit {
    freexl_close(handle)
  }

  func readRecords(of sheet: Int, into sink: RecordSink) throws(LocatedProblem) {
    var (rows, columns): (UInt32, UInt16) = (0, 0)
    guard freexl_select_active_worksheet(handle, UInt16(sheet)) == FREEXL_OK,
      freexl_worksheet_dimensions(handle, &rows, &columns) == FREEXL_OK
    else { throw LocatedProblem(.damagedWorkbook) }
    let known = structure.sheet(sheets[sheet].name)
    sink.merges = known?.merges ?? []
    sink.hiddenColumns = known?.hiddenColumns ?? []
    for row in 0..<rows {
      var cells: [String] = []
      for column in 0..<columns {
        let cell = try self.cell(row, column, known)
        if cell.isEmpty { continue }
        let problem: TableProblem? =
          if cell.first == "#", isErrorCell(cell) {
            .errorCell
          } else {
            controlCharacter(in: cell).map { .controlCharacter($0) }
          }
        if let problem {
          sink.problems.append(
            LocatedProblem(problem, row: Int(row) + 1, column: Int(column) + 1, found: cell))
        }
        while cells.count <= Int(column) { cells.append("") }
        cells[Int(column)] = cell
      }
      guard !cells.isEmpty else { continue }
      let number = Int(row) + 1
      if known?.hiddenRows.contains(number) ?? false { sink.hiddenRows.append(number) }
      try sink.take(Record(number: number, writtenCells: cells))
    }
  }

  private func cell(
    _ row: UInt32, _ column: UInt16, _ sheet: XLSStructure.Sheet?
  ) throws(LocatedProblem) -> String {
    if let shown = sheet?.values[XLSStructure.CellKey(row: Int(row), column: Int(column))] { return shown }
    var value = FreeXL_CellValue()
    guard freexl_get_cell_value(handle, row, column, &value) == FREEXL_OK else {
      throw LocatedProblem(.damagedWorkbook, row: Int(row) + 1, column: Int(column) + 1)
    }
    switch Int32(value.type) {
    case FREEXL_CELL_INT, FREEXL_CELL_DOUBLE:
      let number =
        Int32(value.type) == FREEXL_CELL_INT ? Double(value.value.int_value) : value.value.double_value
      return NumberFormat.general.text(of: number, written: String(number), isFrom1904: false)
    case FREEXL_CELL_TEXT, FREEXL_CELL_SST_TEXT: return trimmed(text(value.value.text_value))
    case FREEXL_CELL_DATE: return text(value.value.text_value)
    case FREEXL_CELL_DATETIME, FREEXL_CELL_TIME: return withoutIdleSeconds(text(value.value.text_value))
    default: return ""
    }
  }

  private func text(_ pointer: UnsafePointer<CChar>?) -> String {
    guard let pointer else { return "" }
    return withPlainLineBreaks(String(cString: pointer))
  }

  private static func info(_ handle: UnsafeRawPointer, _ what: Int32) -> Int32 {
    var value: UInt32 = 0
    return freexl_get_info(handle, UInt16(what), &value) == FREEXL_OK ? Int32(truncatingIfNeeded: value) : 0
  }

  private static func names(_ handle: UnsafeRawPointer) -> [String] {
    (0..<max(info(handle, FREEXL_BIFF_SHEET_COUNT), 0)).map { index in
      var name: UnsafePointer<CChar>?
      _ = freexl_get_worksheet_name(handle, UInt16(truncatingIfNeeded: index), &name)
      return name.map { trimmed(String(cString: $0)) } ?? ""
    }
  }
}
