import CXLSXWriter
public import Foundation

/// A table that is to be written, and how people are helped to fill it in.
public struct SheetDraft: Sendable {
  /// What the cells of a column hold.
  public enum Kind: Sendable, Hashable {
    /// Kept as it is typed: ids, telephone numbers and rooms lose their zeros otherwise.
    case text
    case number
    /// `YYYY-MM-DD`.
    case date
    /// `YYYY-MM-DD HH:MM`.
    case dateTime
  }

  /// What a cell of a column may be chosen from; anything else may be typed all the same.
  public enum Choices: Sendable, Hashable {
    case words([String])
    /// What stands in a column of another sheet, each once.
    case column(String, ofSheet: String)
  }

  /// A column.
  public struct Column: Sendable {
    /// The name in the first row.
    public let header: String
    /// What is to be written there; shown as a comment of the header.
    public var help = ""
    /// What the cells hold.
    public var kind = Kind.text
    /// What a cell may be chosen from.
    public var choices: Choices?
    /// The width in letters; nothing for one that its cells need.
    public var width: Double?

    /// A column of text.
    public init(
      _ header: String, help: String = "", kind: Kind = .text, choices: Choices? = nil, width: Double? = nil
    ) {
      self.header = header
      self.help = help
      self.kind = kind
      self.choices = choices
      self.width = width
    }
  }

  /// The name of the sheet or of the file without its ending.
  public let name: String
  /// The columns from left to right.
  public let columns: [Column]
  /// The rows under the header.
  public let rows: [[String]]
  /// What the cells of one column may be chosen from row by row, where that differs; nothing where it is free.
  public var rowChoices: (column: Int, words: [[String]?])?
  /// How a list that is to be read and printed is laid out; nothing for a table that is to be filled in.
  public var list: ListLayout?

  /// A table.
  public init(name: String, columns: [Column], rows: [[String]]) {
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

/// How a list of a workbook is looked at and printed: its header stays in sight and is repeated on each page, and rows can be
/// filtered.
public struct ListLayout: Sendable {
  /// A cell that leads to a row of another sheet.
  public struct Link: Sendable {
    /// Index of the row under the header.
    public let row: Int
    /// Index of the column.
    public let column: Int
    /// The other sheet.
    public let sheet: String
    /// Index of its row under the header.
    public let target: Int

    /// A link.
    public init(row: Int, column: Int, sheet: String, target: Int) {
      self.row = row
      self.column = column
      self.sheet = sheet
      self.target = target
    }
  }

  /// A cell that the spreadsheet computes.
  public struct Formula: Sendable {
    /// Index of the row under the header.
    public let row: Int
    /// Index of the column.
    public let column: Int
    /// The formula, which holds nothing of what people wrote: `=B2*C2`.
    public let text: String
    /// What it comes to.
    public let value: Double

    /// A formula.
    public init(row: Int, column: Int, text: String, value: Double) {
      self.row = row
      self.column = column
      self.text = text
      self.value = value
    }
  }

  /// Stands over each printed page.
  public var title: String
  /// Stands under each printed page, beside its number.
  public var footer = ""
  /// Rows under the header before which a printed page ends.
  public var breaks: [Int] = []
  /// Cells that lead elsewhere.
  public var links: [Link] = []
  /// Cells that are computed.
  public var formulas: [Formula] = []
  /// Whether pages lie on their side.
  public var isLandscape = false

  /// A list of this title.
  public init(title: String) {
    self.title = title
  }
}

/// A workbook that could not be made.
public struct UnwritableWorkbook: Error, Sendable, Hashable {
  /// What the library says.
  public let reason: String
}

extension SheetDraft {
  /// The table as a file of comma-separated values.
  public var csv: Data {
    var writer = TableWriter(header: columns.map(\.header))
    for row in rows { writer.append(row) }
    return writer.data
  }
}

extension TableFormat {
  /// One file of tables in this format.
  ///
  /// - Parameters:
  ///   - sheets: the tables; a format without sheets takes one.
  ///   - remarks: lines of a sheet before them, for people; a format without sheets leaves them out.
  ///   - title: the name of that sheet.
  /// - Throws: `UnwritableWorkbook`; `.xls` is read and not written.
  public func data(
    of sheets: [SheetDraft], remarks: [String] = [], title: String = ""
  ) throws(UnwritableWorkbook) -> Data {
    switch self {
    case .csv where sheets.count == 1: sheets[0].csv
    case .xlsx: try WorkbookWriter(sheets, remarks: remarks, title: title).data()
    case .csv, .xls: throw UnwritableWorkbook(reason: "\(rawValue) is not written")
    }
  }
}

/// Writes a workbook by libxlsxwriter, the same bytes for the same sheets.
///
/// The library writes files, so that one passes through the folder of temporary files.
private struct WorkbookWriter {
  /// Rows in which lists to choose from are offered.
  private static let offeredRows: UInt32 = 5_000
  /// The longest list that a cell carries itself; longer ones must stand in a sheet.
  private static let longestList = 255
  private static let listSheet = "列表"
  /// Letters that fit on a page across and can still be read.
  private static let pageWidth = 150.0

  private let sheets: [SheetDraft]
  private let remarks: [String]
  private let title: String
  /// All lists that are taken from sheets, each with its column in the hidden sheet.
  private let lists: [SheetDraft.Choices]

  init(_ sheets: [SheetDraft], remarks: [String], title: String) {
    self.sheets = sheets
    self.remarks = remarks
    self.title = title
    lists = sheets.flatMap(\.columns).compactMap(\.choices).reduce(into: []) { lists, choices in
      if case .column = choices, !lists.contains(choices) { lists.append(choices) }
    }
  }

  func data() throws(UnwritableWorkbook) -> Data {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "plenum-\(UUID().uuidString).xlsx")
    defer { try? FileManager.default.removeItem(at: file) }
    guard let workbook = workbook_new(file.path) else { throw UnwritableWorkbook(reason: "memory") }
    var properties = lxw_doc_properties()
    properties.created = 1_767_225_600
    _ = withUnsafeMutablePointer(to: &properties) { workbook_set_properties(workbook, $0) }
    let styles = Styles(workbook)
    if !remarks.isEmpty { write(remarks, to: workbook, styles) }
    for sheet in sheets { write(sheet, to: workbook, styles) }
    writeLists(to: workbook)
    let result = workbook_close(workbook)
    guard result == LXW_NO_ERROR, let data = try? Data(contentsOf: file) else {
      throw UnwritableWorkbook(reason: lxw_strerror(result).map { String(cString: $0) } ?? "")
    }
    return data
  }

  private struct Styles {
    let header: UnsafeMutablePointer<lxw_format>?
    let text: UnsafeMutablePointer<lxw_format>?
    let date: UnsafeMutablePointer<lxw_format>?
    let dateTime: UnsafeMutablePointer<lxw_format>?
    let remark: UnsafeMutablePointer<lxw_format>?

    init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
      func format(_ code: String) -> UnsafeMutablePointer<lxw_format>? {
        let format = workbook_add_format(workbook)
        format_set_num_format(format, code)
        return format
      }
      (text, date, dateTime) = (format("@"), format("yyyy-mm-dd"), format("yyyy-mm-dd hh:mm"))
      header = format("@")
      format_set_bold(header)
      format_set_bg_color(header, 0xDDE6F0)
      format_set_border(header, UInt8(LXW_BORDER_THIN.rawValue))
      remark = workbook_add_format(workbook)
      format_set_text_wrap(remark)
    }

    func of(_ kind: SheetDraft.Kind) -> UnsafeMutablePointer<lxw_format>? {
      switch kind {
      case .text: text
      case .number: nil
      case .date: date
      case .dateTime: dateTime
      }
    }
  }

  private func write(
    _ remarks: [String], to workbook: UnsafeMutablePointer<lxw_workbook>, _ styles: Styles
  ) {
    let sheet = workbook_add_worksheet(workbook, title)
    worksheet_set_column(sheet, 0, 0, 100, styles.remark)
    fit(sheet, isLandscape: true, pagesAcross: 1)
    for (row, text) in remarks.enumerated() {
      worksheet_write_string(sheet, UInt32(row), 0, text, styles.remark)
      // Lines that wrap need a higher row, which no program finds out by itself.
      worksheet_set_row(sheet, UInt32(row), 18 * Double(Int(text.letterWidth / 98) + 1), nil)
    }
  }

  private func write(
    _ draft: SheetDraft, to workbook: UnsafeMutablePointer<lxw_workbook>, _ styles: Styles
  ) {
    let sheet = workbook_add_worksheet(workbook, draft.name)
    var totalWidth = 0.0
    for (place, column) in draft.columns.enumerated() {
      let place = UInt16(place)
      let cells = draft.rows.compactMap { $0.indices.contains(Int(place)) ? $0[Int(place)] : nil }
      let longest = ([column.header] + cells).map(\.letterWidth).max() ?? 0
      let width = column.width ?? self.width(of: column.kind, longest, isList: draft.list != nil)
      totalWidth += width
      worksheet_set_column(sheet, place, place, width, styles.of(column.kind))
      worksheet_write_string(sheet, 0, place, column.header, styles.header)
      if !column.help.isEmpty { worksheet_write_comment(sheet, 0, place, column.help) }
      offer(column.choices, in: place, of: sheet)
    }
    for (row, cells) in draft.rows.enumerated() {
      for (place, text) in cells.enumerated() where !text.isEmpty && place < draft.columns.count {
        write(text, as: draft.columns[place].kind, UInt32(row + 1), UInt16(place), sheet, styles)
      }
    }
    if let offered = draft.rowChoices {
      for (row, words) in offered.words.enumerated() {
        let row = UInt32(row + 1)
        offer(words.map { .words($0) }, in: UInt16(offered.column), rows: row...row, of: sheet)
      }
    }
    worksheet_freeze_panes(sheet, 1, 0)
    worksheet_repeat_rows(sheet, 0, 0)
    if let list = draft.list {
      lay(list, draft, sheet, workbook)
    } else {
      // On paper a sheet is as many pages wide as can be read, beside its first two columns on each.
      let pages = Int(totalWidth / Self.pageWidth) + 1
      fit(sheet, isLandscape: true, pagesAcross: pages)
      if pages > 1 { worksheet_repeat_columns(sheet, 0, 1) }
    }
  }

  /// The width of a column whose longest cell has so many letters.
  private func width(of kind: SheetDraft.Kind, _ longest: Double, isList: Bool) -> Double {
    if kind == .dateTime { return 17 }
    return isList ? max(6, min(60, longest + 2)) : max(8, min(30, longest + 3))
  }

  /// Prints a sheet on A4, as small as so many pages across need.
  private func fit(_ sheet: UnsafeMutablePointer<lxw_worksheet>?, isLandscape: Bool, pagesAcross: Int) {
    worksheet_set_paper(sheet, 9)
    if isLandscape { worksheet_set_landscape(sheet) }
    worksheet_fit_to_pages(sheet, UInt16(pagesAcross), 0)
  }

  /// The longest header of a printed page that Excel takes, with the codes around the title.
  private static let longestTitle = 100

  private func lay(
    _ list: ListLayout, _ draft: SheetDraft, _ sheet: UnsafeMutablePointer<lxw_worksheet>?,
    _ workbook: UnsafeMutablePointer<lxw_workbook>
  ) {
    let (rows, columns) = (UInt32(draft.rows.count), UInt16(draft.columns.count))
    worksheet_autofilter(sheet, 0, 0, rows, columns - 1)
    fit(sheet, isLandscape: list.isLandscape, pagesAcross: 1)
    worksheet_set_margins(sheet, 0.5, 0.5, 0.8, 0.6)
    worksheet_gridlines(sheet, UInt8(LXW_SHOW_ALL_GRIDLINES.rawValue))  // on paper, too: an eye follows a row
    let title = String(list.title.prefix(Self.longestTitle)).replacingOccurrences(of: "&", with: "&&")
    worksheet_set_header(sheet, "&C&\"-,Bold\"&14" + (title.first?.isNumber == true ? " " : "") + title)
    let footer = String(list.footer.prefix(Self.longestTitle)).replacingOccurrences(of: "&", with: "&&")
    worksheet_set_footer(
      sheet, (footer.isEmpty ? "" : "&L" + (footer.first?.isNumber == true ? " " : "") + footer) + "&R&P / &N"
    )
    var breaks = list.breaks.map { UInt32($0 + 1) } + [0]
    worksheet_set_h_pagebreaks(sheet, &breaks)
    let link = workbook_get_default_url_format(workbook)
    for entry in list.links.prefix(65_000) {
      let text = draft.rows[entry.row][entry.column]
      let (row, column) = (UInt32(entry.row + 1), UInt16(entry.column))
      let quoted = entry.sheet.replacingOccurrences(of: "'", with: "''")
      worksheet_write_url(sheet, row, column, "internal:'\(quoted)'!A\(entry.target + 2)", link)
      worksheet_write_string(sheet, row, column, text, link)
    }
    for formula in list.formulas {
      worksheet_write_formula_num(
        sheet, UInt32(formula.row + 1), UInt16(formula.column), formula.text, nil, formula.value)
    }
  }

  private func write(
    _ text: String, as kind: SheetDraft.Kind, _ row: UInt32, _ column: UInt16,
    _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ styles: Styles
  ) {
    let style = styles.of(kind)
    switch kind {
    case .number:
      if let number = CellParsing.decimal(text) {
        worksheet_write_number(sheet, row, column, number, style)
        return
      }
    case .date, .dateTime:
      let moment =
        CellParsing.dateTime(text) ?? CellParsing.date(text).map { ($0.year, $0.month, $0.day, 0, 0) }
      if let moment {
        var time = lxw_datetime()
        (time.year, time.month, time.day) = (Int32(moment.0), Int32(moment.1), Int32(moment.2))
        (time.hour, time.min) = (Int32(moment.3), Int32(moment.4))
        worksheet_write_datetime(sheet, row, column, &time, style)
        return
      }
    case .text: break
    }
    worksheet_write_string(sheet, row, column, text, style)
  }

  // MARK: - Lists to choose from

  private func offer(
    _ choices: SheetDraft.Choices?, in column: UInt16, rows: ClosedRange<UInt32> = 1...Self.offeredRows,
    of sheet: UnsafeMutablePointer<lxw_worksheet>?
  ) {
    guard let choices else { return }
    var validation = lxw_data_validation()
    validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
    validation.show_error = UInt8(LXW_VALIDATION_OFF.rawValue)
    let source =
      switch choices {
      case .words(let words): wordList(words)
      case .column: listRange(choices)
      }
    guard let source else { return }
    source.withCString { text in
      validation.value_formula = UnsafeMutablePointer(mutating: text)
      _ = worksheet_data_validation_range(
        sheet, rows.lowerBound, column, rows.upperBound, column, &validation)
    }
  }

  /// The words as a formula keeps them; nothing where they are too long for one.
  private func wordList(_ words: [String]) -> String? {
    let list = words.joined(separator: ",")
    return list.utf8.count > Self.longestList || list.contains("\"") ? nil : "\"\(list)\""
  }

  private static let listRows = 60

  private func listRange(_ choices: SheetDraft.Choices) -> String? {
    lists.firstIndex(of: choices).map { place in
      let letters = columnLetters(place + 1)
      return "=\(Self.listSheet)!$\(letters)$2:$\(letters)$\(Self.listRows + 1)"
    }
  }

  /// Each list: the values of its column, none twice, in the order of the column.
  private func writeLists(to workbook: UnsafeMutablePointer<lxw_workbook>) {
    guard !lists.isEmpty else { return }
    let sheet = workbook_add_worksheet(workbook, Self.listSheet)
    for (place, choices) in lists.enumerated() {
      guard case .column(let header, let name) = choices,
        let source = sheets.first(where: { $0.name == name }),
        let column = source.columns.firstIndex(where: { $0.header == header })
      else { continue }
      worksheet_write_string(sheet, 0, UInt16(place), header, nil)
      let (letters, own) = (columnLetters(column + 1), columnLetters(place + 1))
      let range = "\(name)!$\(letters)$2:$\(letters)$1000"
      for row in 2...Self.listRows + 1 {
        let above = "\(own)$1:\(own)\(row - 1)"
        let formula = "{=IFERROR(INDEX(\(range),MATCH(0,COUNTIF(\(above),\(range))+(\(range)=\"\"),0)),\"\")}"
        worksheet_write_array_formula(
          sheet, UInt32(row - 1), UInt16(place), UInt32(row - 1), UInt16(place), formula, nil)
      }
    }
    worksheet_hide(sheet)
  }
}

extension String {
  /// The width in letters of a spreadsheet: a Chinese character is as wide as two.
  fileprivate var letterWidth: Double {
    unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
  }
}
