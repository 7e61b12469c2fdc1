import Foundation

/// A sheet of a file of tables.
public struct SheetInfo: Sendable, Hashable {
  /// Whether people see the sheet.
  public enum State: Sendable, Hashable {
    case visible
    /// Hidden by somebody, who can show it again.
    case hidden
    /// Hidden by a program for itself: no menu shows it.
    case programs
  }

  /// The name on its tab; "" in a file that is one table.
  public let name: String
  /// Whether people see it.
  public let state: State

  /// A sheet.
  public init(name: String, state: State) {
    self.name = name
    self.state = state
  }
}

/// Where tables come from: a file in one of the formats.
protocol TableSource: AnyObject {
  /// The sheets in the order of their tabs.
  var sheets: [SheetInfo] { get }

  /// Hands the rows of a sheet over one by one, and then what there is to know of them together.
  func readRecords(of sheet: Int, into sink: RecordSink) throws(LocatedProblem)
}

/// Takes the rows of a sheet and makes a table of them.
final class RecordSink {
  let layout: TableLayout
  let limits: TableReader.Limits
  var problems: ProblemLog
  var builder: TableBuilder
  /// Cells merged over several rows, of which the first alone has the text.
  var merges: [CellRange] = []
  /// Rows that a spreadsheet hides, blank ones left out.
  var hiddenRows: [Int] = []
  var hiddenColumns: [ClosedRange<Int>] = []
  /// Cells so far to the right that no table reaches them, of many the first.
  private var strays: [LocatedProblem] = []

  init(layout: TableLayout, limits: TableReader.Limits) {
    self.layout = layout
    self.limits = limits
    problems = ProblemLog(limit: limits.problems)
    builder = TableBuilder(layout: layout, limits: limits)
  }

  func take(_ record: Record) throws(LocatedProblem) {
    try builder.add(record, &problems)
  }

  /// Takes note of a cell beyond the last column of a table.
  func stray(row: Int, column: Int, _ text: String) {
    guard strays.count < 100 else { return }
    strays.append(LocatedProblem(.strayCell, row: row, column: column, found: text))
  }

  /// Tells of cells beyond the last column: what somebody has typed there by mistake is left out, unless the header
  /// reaches as far.
  fileprivate func noteStrays(under header: Record) {
    let isWide = strays.contains { $0.row == header.number }
    for stray in strays where isWide == (stray.row == header.number) {
      problems.append(
        isWide
          ? LocatedProblem(
            .tooManyColumns(limit: limits.columns), row: stray.row, column: stray.column, found: stray.found)
          : stray)
    }
  }
}

/// What a table is known by, so that titles above it and remarks under it are told from its rows.
public struct TableLayout: Sendable {
  /// Whether a row can be the header.
  public enum HeaderMatch: Sendable {
    case no
    /// One name of a column stands alone: a title above the header may read like that.
    case perhaps
    case yes
  }

  /// Whether a row can be the header; without it the header is the first row that is not blank.
  public var isHeader: (@Sendable (_ cells: [String]) -> HeaderMatch)?
  /// Whether a row under the header is no record, but a sum, a signature or the header once more.
  public var isRemark: @Sendable (_ cells: [String], _ header: [String]) -> Bool = { _, _ in false }
  /// The names of the columns where the second of two rows is part of the header; nothing where it is a record.
  public var joinedHeader: @Sendable (_ upper: [String], _ lower: [String]) -> [String]? = { _, _ in nil }

  /// A table whose first row is its header and all others are records.
  public init() {}
}

/// A format of tables.
public enum TableFormat: String, Sendable, Hashable, CaseIterable {
  case csv, xlsx, xls

  /// How names of such files end; the content tells what a file is.
  public var fileExtensions: [String] {
    switch self {
    case .csv: ["csv"]
    case .xlsx: ["xlsx", "xlsm"]
    case .xls: ["xls", "et"]
    }
  }

  /// Whether a file may hold several tables.
  public var hasSheets: Bool { self != .csv }

  /// The format of a file by its first bytes.
  static func of(_ data: Data) throws(LocatedProblem) -> TableFormat {
    if data.starts(with: [0x50, 0x4B, 0x03, 0x04]) || data.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      return .xlsx
    }
    if data.starts(with: [0xD0, 0xCF]) {
      guard data.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) else { throw LocatedProblem(.damagedWorkbook) }
      return .xls
    }
    // Excel 2 to 5 wrote the records of a sheet without a container; and a workbook may have lost its beginning.
    if data.count > 3, data[data.startIndex] == 0x09, [0, 2, 4, 8].contains(data[data.startIndex + 1]),
      data[data.startIndex + 3] == 0
    {
      throw LocatedProblem(.oldWorkbook)
    }
    if endsAsZip(data) { throw LocatedProblem(.damagedWorkbook) }
    if isMarkup(data) { throw LocatedProblem(.webPage) }
    return .csv
  }

  fileprivate func open(_ data: Data, limits: TableReader.Limits) throws(LocatedProblem) -> any TableSource {
    switch self {
    case .csv: try CSVSource(data, limits: limits)
    case .xlsx: try XLSXSource(data, limits: limits)
    case .xls: try XLSSource(data)
    }
  }
}

/// Whether a file ends as a zip file does: what stands before its first part does not belong there.
private func endsAsZip(_ data: Data) -> Bool {
  data.suffix(1 << 16).range(of: Data([0x50, 0x4B, 0x05, 0x06])) != nil
}

/// Whether a file begins with a tag, as a web page or another text of marks does: no table does, whatever its name.
private func isMarkup(_ data: Data) -> Bool {
  let bytes = [UInt8](data.prefix(1_024))
  // Of UTF-16 the bytes that are none of ASCII say nothing here.
  let isWide =
    bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(2).contains(0)
  let text = bytes.filter { !isWide || $0 != 0 && $0 < 0x80 }
  let beginning = String(decoding: text, as: UTF8.self).trimmingPrefix("\u{FEFF}").drop { $0.isWhitespace }
  if beginning.lowercased().hasPrefix("mime-version:") { return true }
  guard beginning.first == "<", let next = beginning.dropFirst().first else { return false }
  return next == "!" || next == "?" || next == "/" || next.isASCII && next.isLetter
}

/// A file of tables that has been opened. What it is, is told by its content and not by its name.
///
/// A folder, a workbook and files in memory are equal: each is a number of sheets in such files.
public final class TableFile {
  /// What the file is.
  public let format: TableFormat
  /// The sheets in the order of their tabs; a CSV file is one without a name.
  public let sheets: [SheetInfo]
  private var source: (any TableSource)?
  private let limits: TableReader.Limits

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - data: the bytes of the file.
  ///   - name: the name of the file as messages show it.
  ///   - limits: how large it and its tables may be.
  /// - Throws: `UnreadableTable` when it holds no tables.
  public convenience init(
    _ data: Data, name: String, limits: TableReader.Limits = .default
  ) throws(UnreadableTable) {
    try self.init(data, name: name, limits: limits, format: TableFormat.of)
  }

  init(
    _ data: Data, name: String, limits: TableReader.Limits,
    format formatOf: (Data) throws(LocatedProblem) -> TableFormat
  ) throws(UnreadableTable) {
    self.limits = limits
    do throws(LocatedProblem) {
      guard data.count <= limits.bytes else {
        throw LocatedProblem(.tooManyBytes(data.count, limit: limits.bytes))
      }
      format = try formatOf(data)
      let source = try format.open(data, limits: limits)
      (self.source, sheets) = (source, source.sheets)
    } catch {
      // What has a workbook's name and is neither one nor text has been one.
      let wasWorkbook = TableFormat.allCases.contains { format in
        format.hasSheets && format.fileExtensions.contains { name.lowercased().hasSuffix("." + $0) }
      }
      let problem = wasWorkbook && error.problem.isUndecodable ? LocatedProblem(.damagedWorkbook) : error
      throw UnreadableTable(diagnostics: [problem.diagnostic(in: name)])
    }
  }

  /// Lets go of the file: its tables stay, and no more of it can be read.
  public func close() {
    source = nil
  }

  /// Reads the table of a sheet and tells every problem of it.
  ///
  /// The diagnostics may hold errors: the table is then as complete as can be, for further checks, but must not be
  /// used.
  ///
  /// - Parameters:
  ///   - sheet: the place of the sheet in ``sheets``.
  ///   - source: the name of the file or sheet as messages show it.
  ///   - layout: what its header and its remarks are known by.
  /// - Throws: `UnreadableTable` when no table can be made of the sheet.
  /// - Complexity: O(*n*) in the number of cells; rows stream, so that beside the table only strings that cells share
  ///   are kept.
  public func read(
    sheet: Int, source name: String, layout: TableLayout = TableLayout()
  ) throws(UnreadableTable) -> (table: Table, diagnostics: [Diagnostic]) {
    let sink = RecordSink(layout: layout, limits: limits)
    sink.builder.isWorkbook = format.hasSheets
    do throws(LocatedProblem) {
      guard let source else { preconditionFailure("a file is read before it is closed") }
      try source.readRecords(of: sheet, into: sink)
      let parts = try sink.builder.finish(merges: sink.merges, &sink.problems)
      sink.noteHidden(under: parts.header)
      sink.noteStrays(under: parts.header)
      let table = Table(
        source: name, header: parts.header.cells, headerNumber: parts.header.number, rows: parts.rows)
      return (table, sink.problems.diagnostics(in: name))
    } catch {
      throw UnreadableTable(diagnostics: sink.problems.diagnostics(in: name) + [error.diagnostic(in: name)])
    }
  }
}

extension RecordSink {
  fileprivate func noteHidden(under header: Record) {
    let rows = hiddenRows.filter { $0 > header.number }
    if let first = rows.first { problems.append(LocatedProblem(.hiddenRows(rows), row: first)) }
    let columns = header.cells.indices.filter { column in
      !header.cells[column].isEmpty && hiddenColumns.contains { $0.contains(column + 1) }
    }
    for column in columns {
      problems.append(
        LocatedProblem(.hiddenColumn, row: header.number, column: column + 1, found: header.cells[column]))
    }
  }
}
