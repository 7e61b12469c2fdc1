import Localization

// Every sentence of this module, in both languages.

/// What a cell should have held.
public enum Expectation: Sendable, Hashable {
  /// A whole number, of a range when one is given.
  case wholeNumber(ClosedRange<Int>? = nil)
  /// A number that may have decimals.
  case number
  /// Yes or no.
  case boolean
  /// A day.
  case date
  /// A day and a time of day.
  case dateTime
  /// A time of day, whose day stands elsewhere.
  case time
  /// Numbers and ranges of numbers.
  case numberRanges
  /// Any text.
  case text
  /// One of some words.
  case oneOf([String])
}

extension Expectation {
  /// What it is called by programs.
  public var code: String { "expected-" + Tables.code(ofCase: self) }

  /// What is expected.
  public var message: Phrase {
    switch self {
    case .wholeNumber(nil): Phrase("应为整数", "expected a whole number")
    case .wholeNumber(let range?):
      Phrase(
        "应为 \(range.lowerBound) 到 \(range.upperBound) 的整数",
        "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
    case .number: Phrase("应为数字", "expected a number")
    case .boolean: Phrase("应为是或否", "expected yes or no")
    case .date: Phrase("应为日期", "expected a date")
    case .dateTime: Phrase("应为日期和时间", "expected a date and a time")
    case .time: Phrase("应为时间", "expected a time of day")
    case .numberRanges: Phrase("应为号码或号码范围", "expected numbers or ranges of numbers")
    case .text: Phrase("此处不能为空", "this cell must not be blank")
    case .oneOf(let words):
      Phrase(
        "应为以下之一：" + words.joined(separator: "、"), "expected one of: " + words.joined(separator: ", "))
    }
  }

  /// How to write what is expected in place of `cell`.
  ///
  /// - Parameter near: a day of the event, for the examples.
  public func hint(for cell: String, near: CellParsing.DateFields? = nil) -> Phrase? {
    let example = near.map { CivilDay($0.year, $0.month, $0.day).text } ?? "2026-03-05"
    switch self {
    case .wholeNumber, .number:
      return Phrase("只写数字，不带单位和千位分隔符", "write digits alone, without units or thousands separators")
    case .boolean: return Phrase("填“是”或“否”，或留空", "write yes or no, or leave it blank")
    case .date: return dateHint(cell, time: "", example, isWithoutYear: near == nil)
    case .dateTime:
      if let date = CellParsing.date(cell, near: near) {
        let text = CivilDay(date.year, date.month, date.day).text
        return Phrase(
          "只有日期，请补上时间，如 \(text) 14:35", "the time is missing; write it as \(text) 14:35")
      } else if CellParsing.time(cell) != nil {
        return Phrase(
          "只有时间，请补上日期，如 \(example) 14:35", "the date is missing; write it as \(example) 14:35")
      }
      return dateHint(cell, time: " 14:35", example, isWithoutYear: near == nil)
    case .time: return Phrase("写成 14:35", "write it as 14:35")
    case .numberRanges:
      return Phrase(
        "写成 7,9-13，并先把单元格格式设为文本", "write it as 7,9-13, in a cell that is formatted as text")
    case .text: return nil
    case .oneOf(let words): return suggestion(for: cell, among: words).map(didYouMean)
    }
  }
}

private func dateHint(_ cell: String, time: String, _ example: String, isWithoutYear: Bool) -> Phrase {
  if let day = DateAdvice.impossibleDay(cell) {
    return Phrase("\(day.year) 年 \(day.month) 月没有 \(day.day) 日", "that month has no day \(day.day)")
  }
  if isWithoutYear, CellParsing.date(cell, near: (2026, 3, 5)) != nil {
    return Phrase(
      "没有年份：请写成 \(example)\(time)，或在会议表填写“开始”日期",
      "the year is missing: write it as \(example)\(time), or give the event a start")
  }
  if DateAdvice.isRelative(cell) {
    return Phrase(
      "名单会用好几天，请写明日期，如 \(example)\(time)",
      "the list will be read on other days: write the date, such as \(example)\(time)")
  }
  if DateAdvice.isOpen(cell) { return Phrase("还没有定就留空", "leave it blank as long as it is open") }
  let ways = DateAdvice.rewritten(cell)
  guard !ways.isEmpty else { return Phrase("写成 \(example)\(time)", "write it as \(example)\(time)") }
  return Phrase(
    "写成 " + ways.map { $0 + time }.joined(separator: " 或 "),
    "write it as " + ways.map { $0 + time }.joined(separator: " or "))
}

/// The advice that a known word may have been meant.
public func didYouMean(_ word: String) -> Phrase {
  Phrase("是否应为“\(word)”？", "did you mean “\(word)”?")
}

extension TableProblem {
  var severity: Diagnostic.Severity {
    switch self {
    case .decodedAs, .titleSkipped, .remarkSkipped, .remarkBeside, .hiddenRows, .hiddenColumn, .strayCell:
      .note
    default: .error
    }
  }

  /// What is wrong.
  var message: Phrase {
    switch self {
    case .emptyFile: Phrase("文件是空的", "the file is empty")
    case .noHeader: Phrase("没有表头，只有空行", "there is no header, only blank rows")
    case .titleAboveHeader:
      Phrase("表头应有各列的名称，这一行只有一个单元格", "expected a header with a name for each column, found a single cell")
    case .workbook: Phrase("这是 Excel 工作簿，不是 CSV", "this is an Excel workbook, not CSV")
    case .webPage:
      Phrase("这是网页或 XML，只是名字像表格", "this is a web page or XML under the name of a table")
    case .otherProgram(let kind):
      Phrase("这是 \(kind) 表格，不是 Excel 工作簿", "this is a spreadsheet of the kind \(kind), not an Excel workbook")
    case .binaryWorkbook: Phrase("这是二进制工作簿（xlsb）", "this is a binary workbook (xlsb)")
    case .lockedWorkbook: Phrase("工作簿设有打开密码", "the workbook opens with a password only")
    case .damagedWorkbook: Phrase("工作簿已损坏或不完整", "the workbook is damaged or incomplete")
    case .oldWorkbook: Phrase("这是 Excel 95 或更早的工作簿", "this is a workbook of Excel 95 or older")
    case .noWorkbook: Phrase("这不是 Excel 工作簿", "this is no Excel workbook")
    case .noSheets: Phrase("工作簿中没有工作表", "the workbook has no sheet of cells")
    case .documentType:
      Phrase("工作簿中有文档类型声明（DTD），可能是恶意文件", "the workbook holds a document type declaration and may be hostile")
    case .unpacksTooLarge(let limit):
      Phrase("工作簿解压后超过 \(limit >> 20) MB", "the workbook unpacks to more than \(limit >> 20) MiB")
    case .tooManyParts(let count, let limit):
      Phrase("工作簿由 \(count) 个部件组成，上限为 \(limit)", "the workbook has \(count) parts, the limit is \(limit)")
    case .duplicateParts:
      Phrase("工作簿中有两个同名的部件", "the workbook has two parts of one name")
    case .endlessMarkup:
      Phrase(
        "工作簿里有长得不合常理的标记，可能是恶意文件",
        "the workbook has a tag that is longer than any program writes and may be hostile")
    case .cellOutsideSheet:
      Phrase("有单元格在工作表范围（XFD1048576）之外", "a cell lies outside the sheet, which ends at XFD1048576")
    case .textWithoutByteOrderMark:
      Phrase("不是文本，或是没有字节顺序标记的 UTF-16", "this is not text, or UTF-16 without a byte order mark")
    case .utf32: Phrase("文件是 UTF-32 编码，不能读取", "the file is written in UTF-32, which is not read")
    case .undecodable(let byte, let position, let tried):
      Phrase(
        "第 \(position) 个字节（\(hexadecimal(byte))）不符合 \(tried.map(\.rawValue).joined(separator: " 或 "))",
        "byte \(position) (\(hexadecimal(byte))) is not valid \(tried.map(\.rawValue).joined(separator: " or "))"
      )
    case .decodedAs(let encoding):
      Phrase("按 \(encoding.rawValue) 读取，不是 UTF-8", "read as \(encoding.rawValue), not UTF-8")
    case .tooManyBytes(let count, let limit):
      Phrase("文件有 \(count) 字节，上限为 \(limit)", "the file has \(count) bytes, the limit is \(limit)")
    case .tooManyRows(let limit): Phrase("行数超过上限 \(limit)", "there are more than \(limit) rows")
    case .tooManyColumns(let limit): Phrase("列数超过上限 \(limit)", "there are more than \(limit) columns")
    case .tooManyCells(let limit): Phrase("单元格数超过上限 \(limit)", "there are more than \(limit) cells")
    case .tooManyMerges(let limit):
      Phrase("合并单元格超过 \(limit) 处", "there are more than \(limit) merged cells")
    case .cellTooLong(let limit):
      Phrase("单元格超过 \(limit) 个字符", "the cell has more than \(limit) characters")
    case .unclosedQuote: Phrase("引号没有配对", "this quote is never closed")
    case .textAfterQuote: Phrase("右引号之后还有文字", "there is text after the closing quote")
    case .controlCharacter(let scalar):
      Phrase("含有控制字符 \(codePoint(scalar))", "there is a control character, \(codePoint(scalar))")
    case .formula: Phrase("应为文字，这里是公式", "expected text, found a formula")
    case .errorCell: Phrase("公式出错，单元格里没有值", "the formula failed, so that the cell has no value")
    case .lostText: Phrase("单元格的文字在文件中丢失", "the text of this cell is lost from the file")
    case .cellTwice:
      Phrase("文件里这一格写了两次，内容不同", "the file holds this cell twice, with different contents")
    case .rowTwice:
      Phrase(
        "文件里这一行写了两次，或排在后面的行之后；多半是别的程序写坏的",
        "the file holds this row twice, or behind a later one: another program wrote it so")
    case .formulaWithoutValue: Phrase("公式没有计算结果", "the formula was never computed")
    case .titleSkipped(1): Phrase("表头上方的标题行，不作数据", "a title above the header; it is not read")
    case .titleSkipped(let rows):
      Phrase(
        "表头上方有 \(rows) 行标题，不作数据", "there are \(rows) lines of titles above the header; they are not read")
    case .remarkSkipped: Phrase("这一行不是记录，没有读取", "this row is no record; it is not read")
    case .remarkBeside(let row):
      Phrase(
        "这一列没有表头（第 \(row) 行起有内容），没有读取",
        "this column has no header (row \(row) has a cell in it); it is not read")
    case .hiddenRows(let rows):
      Phrase(
        "有 \(rows.count) 行是隐藏的，仍照读",
        "\(rows.count == 1 ? "1 row is" : "\(rows.count) rows are") hidden and read all the same")
    case .hiddenColumn: Phrase("这一列是隐藏的，仍照读", "this column is hidden and read all the same")
    case .strayCell:
      Phrase("这一格离表格太远，没有读取", "this cell is far from the table and is not read")
    case .duplicateHeader(let column):
      Phrase("表头与第 \(column) 列重复", "this header is already the name of column \(column)")
    case .namelessColumn(let row):
      Phrase("这一列没有表头，但第 \(row) 行有内容", "this column has no header, but row \(row) has a cell in it")
    case .cellBeyondHeader(let columns):
      Phrase("表头只有 \(columns) 列，此处多出内容", "the header has \(columns) columns, this cell is beyond them")
    case .furtherProblems(let count):
      Phrase("另有 \(count) 处问题未列出", "further problems that are not listed: \(count)")
    }
  }

  /// What to do about it.
  var hint: Phrase? {
    switch self {
    case .emptyFile, .noHeader: Phrase("第一行应为各列的名称", "write the names of the columns in the first row")
    case .titleAboveHeader:
      Phrase("请删除表头上方的标题行", "remove the title above the header")
    case .webPage, .binaryWorkbook, .otherProgram, .oldWorkbook:
      Phrase(
        "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”", "open it in Excel and save it as an Excel workbook (.xlsx)"
      )
    case .lockedWorkbook: Phrase("请在 Excel 中去掉密码后另存", "save it without a password")
    case .damagedWorkbook, .lostText, .unpacksTooLarge, .tooManyParts, .duplicateParts, .documentType,
      .cellOutsideSheet, .endlessMarkup, .cellTwice, .rowTwice:
      Phrase("请用 Excel 打开后另存一份", "open it in Excel and save it anew")
    case .noWorkbook, .noSheets: Phrase("请检查文件是否正确", "check that this is the right file")
    case .errorCell: Phrase("请改正公式，或直接填写内容", "mend the formula or type the value")
    case .formulaWithoutValue: Phrase("请用 Excel 打开并保存一次", "open the file in Excel and save it")
    case .remarkSkipped: Phrase("若是记录，请改写第一格", "if it is a record, write its first cell otherwise")
    case .remarkBeside: Phrase("需要这一列时请补上列名", "name the column if it is needed")
    case .titleSkipped, .hiddenRows, .hiddenColumn: nil
    case .strayCell: Phrase("多半是误填，可删去", "it is probably a slip and can be deleted")
    case .workbook, .textWithoutByteOrderMark, .utf32, .undecodable:
      Phrase("请在 Excel 中另存为“CSV UTF-8”", "save it from Excel as “CSV UTF-8”")
    case .decodedAs:
      Phrase("如有乱码，请另存为“CSV UTF-8”", "if characters look wrong, save it as “CSV UTF-8”")
    case .tooManyBytes, .tooManyRows, .tooManyColumns, .tooManyCells:
      Phrase("请检查文件是否正确", "check that this is the right file")
    case .tooManyMerges:
      Phrase("请取消合并单元格，逐格填写", "split the merged cells and fill each of them")
    case .cellTooLong: Phrase("请缩短，或检查前面是否少了引号", "shorten it, or look for a missing quote before it")
    case .unclosedQuote:
      Phrase("请补上右引号；文字中的引号应写两次", "add the closing quote; write a quote inside a text twice")
    case .textAfterQuote:
      Phrase("文字中的引号应写两次；也请检查上方是否少了引号", "write a quote inside a text twice; a quote may be missing above")
    case .controlCharacter: Phrase("请删除后重新输入", "delete it and type the text anew")
    case .formula:
      Phrase(
        "请复制后选择性粘贴为“值”，或改为不以 = + - @ 开头", "paste it as a value, or begin with another character")
    case .duplicateHeader: Phrase("请删除或改名其中一列", "remove or rename one of the two")
    case .namelessColumn: Phrase("请补上列名，或清空这一列", "name the column or clear it")
    case .cellBeyondHeader:
      Phrase("请补上列名；含逗号的文字应加引号", "name the column; put a text with a comma in quotes")
    case .furtherProblems: Phrase("请先改正已列出的", "mend those that are listed first")
    }
  }
}

private func hexadecimal(_ byte: UInt8) -> String {
  "0x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
}

/// The words around the parts of a diagnostic.
struct DiagnosticWording {
  let note: String
  let beforeHint: String
  let betweenSources: String
  private let afterQuotation: String
  private let isChinese: Bool

  init(_ language: Language) {
    isChinese = language == .chinese
    switch language {
    case .chinese: (note, beforeHint, betweenSources, afterQuotation) = ("提示：", "；", "、", "：")
    case .english: (note, beforeHint, betweenSources, afterQuotation) = ("note: ", "; ", ", ", ": ")
    }
  }

  /// Where to look, for people: the letters and the header of the column, and whom the row is about.
  func pointer(column: Int?, header: String?, subject: String?) -> String {
    let letters = column.map { columnLetters($0) }
    let place =
      header.map { isChinese ? "\(letters ?? "")列“\(shown($0))”" : "column \(letters ?? "") “\(shown($0))”" }
    let parts = [place, subject.map { shown($0) }].compactMap { $0 }
    return parts.isEmpty ? "" : parts.joined(separator: isChinese ? "，" : ", ") + afterQuotation
  }

  /// How many cells of a column are alike, and in which rows.
  func alike(_ rows: [Int]) -> String {
    guard rows.count > 1 else { return "" }
    let first = rows.prefix(10).map { String($0) }.joined(separator: isChinese ? "、" : ", ")
    return isChinese
      ? "（本列同类共 \(rows.count) 处：第 \(first)\(rows.count > 10 ? " 等" : "") 行）"
      : " (\(rows.count) like this in the column: rows \(first)\(rows.count > 10 ? " …" : ""))"
  }

  func quotation(of cell: String) -> String {
    "“\(cell)”\(afterQuotation)"
  }
}
