import Assembly
import Localization
import Tables

/// Every sentence about an event's files, in both languages. This file: files, headers and single cells.
enum Wording {
  // MARK: Files

  static func missingEvent(_ path: String) -> Phrase {
    Phrase("\(shownPath(path))：找不到这个会议（文件夹或 Excel 工作簿）", "\(shownPath(path)): there is no such event")
  }

  static let noFolder = Phrase(
    "会议应为一个 Excel 工作簿，或一个文件夹，内有各表（CSV 或 Excel）",
    "an event is a workbook, or a folder of tables as CSV files or workbooks")
  static let unknownSheet = Phrase(
    "这个工作表不是本程序认识的表，没有读取", "this sheet is none of the event's tables; it is not read")
  static let unreadFile = Phrase(
    "这个文件不是本程序认识的表，没有读取", "this file is none of the event's tables; it is not read")
  static let folderWithoutTables = Phrase(
    "文件夹里没有“会议”表和“人员”表", "the folder has neither a table event nor a table people")
  static let giveTheWorkbook = Phrase(
    "若整个会议都在这个工作簿里，请把命令中的文件夹换成这个文件",
    "if this workbook is the whole event, give the file in place of the folder")

  /// The advice how a file that was not read would be: by which name, or in which format; or what is read in its place.
  static func meantFile(_ file: String, beside sources: [TableName: String]) -> Phrase? {
    let parts = file.split(separator: ".").map(String.init)
    let names = TableName.allCases.flatMap { [$0.chinese, $0.rawValue] }
    guard let name = parts.first.flatMap({ suggestion(for: $0, among: names) }) else { return nil }
    let table = TableName.allCases.first { $0.chinese == name || $0.rawValue == name }
    let ending = parts.dropFirst().first(where: isTableEnding)
    guard ending != nil || parts.count == 1 || isDocument(parts[parts.count - 1]) else { return nil }
    if let read = table.flatMap({ sources[$0] }) {
      return Phrase("“\(name)”表读的是 \(shown(read))", "the table \(name) is read from \(shown(read))")
    }
    guard let ending else {
      return Phrase("若是“\(name)”表，请另存为 \(name).xlsx", "if it is the table \(name), save it as \(name).xlsx")
    }
    return Phrase(
      "若是“\(name)”表，请改名为 \(name).\(ending)", "if it is the table \(name), rename it to \(name).\(ending)")
  }

  /// Whether files of this ending may hold a table that another program can save as a workbook.
  private static func isDocument(_ ending: String) -> Bool {
    ["txt", "tsv", "ods", "xlsb", "numbers", "doc", "docx", "pdf", "html", "htm"].contains(
      ending.lowercased())
  }

  static func readAs(_ table: TableName) -> Phrase {
    Phrase("按“\(table.chinese)”表读取", "read as the table \(table.rawValue)")
  }

  static let hiddenSheet = Phrase("这个工作表是隐藏的，仍照读", "this sheet is hidden and read all the same")
  static let unreadableFile = Phrase("无法读取此文件", "this file cannot be read")
  static let emptyTable = Phrase("表中没有数据行，视同没有此表", "the table has no rows and counts as missing")

  static func twoSources(_ first: String) -> Phrase {
    Phrase("与 \(shown(first)) 是同一张表，请只保留一个", "the same table as \(shown(first)); keep one of them")
  }

  static func missingTable(_ table: TableName) -> Phrase {
    Phrase(
      "缺少“\(table.chinese)”表（\(table.chinese).csv、\(table.chinese).xlsx 或 \(table.rawValue).csv）",
      "there is no table \(table.rawValue) (\(table.rawValue).csv, \(table.rawValue).xlsx or \(table.chinese).csv)"
    )
  }

  static func missingSheet(_ table: TableName) -> Phrase {
    Phrase(
      "缺少名为“\(table.chinese)”的工作表", "there is no sheet named \(table.rawValue) (or \(table.chinese))")
  }

  static func renameSheet(_ sheet: String) -> Phrase {
    Phrase("是否就是工作表“\(shown(sheet))”？请改名", "is it the sheet “\(shown(sheet))”? Rename it")
  }

  /// The advice that a sheet may have been meant as a table.
  static func tableNameHint(_ sheet: String) -> Phrase? {
    suggestion(for: sheet, among: TableName.allCases.flatMap { [$0.chinese, $0.rawValue] }).map(didYouMean)
  }

  static func renameFile(_ file: String) -> Phrase {
    Phrase("是否就是 \(shown(file))？请改名", "is it \(shown(file))? Rename it")
  }

  // MARK: Headers

  static func missingColumn(_ column: Column) -> Phrase {
    guard let chinese = column.chinese.first else {
      return Phrase("缺少“\(column.name)”列", "the column “\(column.name)” is missing")
    }
    return Phrase("缺少“\(chinese)”列（\(column.name)）", "the column “\(column.name)” (\(chinese)) is missing")
  }

  static func renameColumn(_ header: String) -> Phrase {
    Phrase("是否就是“\(shown(header))”列？请改名", "is it the column “\(shown(header))”? Rename it")
  }

  static let chineseCommas = Phrase(
    "各列之间是中文逗号，请都改成英文逗号，或在 Excel 中另存为 CSV",
    "the columns are parted by Chinese commas: write plain commas, or save it from Excel as CSV")

  static func sameColumnTwice(first: Int) -> Phrase {
    Phrase("与第 \(first) 列是同一列，请只保留一列", "the same column as column \(first); keep one of them")
  }

  static func unknownColumns(_ headers: [String], areKept: Bool) -> Phrase {
    let shownHeaders = headers.prefix(20).map { shown($0) }
    let chinese = shownHeaders.map { "“\($0)”" }.joined() + (headers.count > 20 ? "等 \(headers.count) 列" : "")
    let more = headers.count > 20 ? " and \(headers.count - 20) more" : ""
    let english = shownHeaders.map { "“\($0)”" }.joined(separator: ", ") + more
    return areKept
      ? Phrase(
        "不认识的列：\(chinese)，将原样印在名单上", "unknown columns: \(english); they are printed on the lists as they are")
      : Phrase("不认识的列：\(chinese)，不予使用", "unknown columns: \(english); they are not used")
  }

  static let wishlikeColumn = Phrase(
    "不认识这一列：看起来是对安排的要求，但不会据此安排，只原样印在名单上",
    "unknown: this seems to ask for something, but nothing is arranged by it; it is printed on the lists as it is"
  )

  static func closeColumns(_ pairs: [(header: String, known: String)]) -> Phrase {
    let pairs = pairs.prefix(20)
    return Phrase(
      pairs.map { "“\(shown($0.header))”是否应为“\($0.known)”？" }.joined(),
      pairs.map { "did you mean “\($0.known)” by “\(shown($0.header))”?" }.joined(separator: " "))
  }

  // MARK: Cells

  static let missingName = Phrase("缺少“名称”（name）一项", "the setting “name” (名称) is missing")
  static let unknownKey = Phrase("不认识的设置，不予使用", "an unknown setting; it is not used")

  static func sameKeyTwice(firstRow: Int) -> Phrase {
    Phrase("此项已在第 \(firstRow) 行设置", "this is already set in row \(firstRow)")
  }

  static let expectedShare = Phrase(
    "应为不小于 0、小于 1 的比例，如 0.2 或 20%", "expected a share from 0 to below 1, such as 0.2 or 20%")
  static let expectedRank = Phrase("应为大于 0 的数字", "expected a number above 0")
  static let expectedNeeds = Phrase(
    "应为 轮椅、靠走道 中的一项或几项，以分号分隔", "expected wheelchair or aisle, or both with a semicolon between")
  static let expectedSeat = Phrase(
    "应为 主席台:排-座、区-排-座 或 无", "expected rostrum:ROW-SEAT, SECTION-ROW-SEAT or none")
  static let expectedRow = Phrase(
    "应为排号：数字，或字母（如 A、AA）", "expected a row: a number, or letters such as A or AA")
  static let expectedSeatNames = Phrase(
    "应为从观众左手起的各座位号，如 1-12,12a,14",
    "expected the seats from the audience's left to right, such as 1-12,12a,14")
  static let expectedReservation = Phrase(
    "应为座位号码或范围（如 7,9-13），或一种类别", "expected seat numbers or ranges, such as 7,9-13, or a role")
  static let expectedSelector = Phrase(
    "应为 all（全体）、group:分组、role:类别 或 hotel:酒店，可用 & 连接",
    "expected all, group:NAME, role:ROLE or hotel:NAME, combined with &")
  static let expectedPosition = Phrase(
    "应为 -1,000,000 到 1,000,000 的数字", "expected a number from -1,000,000 to 1,000,000")

  static let idsFromRows = Phrase(
    "没有编号，以行号作编号；插入或删除行后编号会变", "there are no ids: rows are numbered, and the numbers change with them")
  static let groupMissing = Phrase(
    "没有分组，而其他人有；若原表是合并单元格，请逐行填写", "nobody's group: others have one; fill in every row if cells were merged")
  static let unlikeReading = Phrase(
    "音节数与姓名的字数不符，仍按姓名通常的读音", "not as many syllables as the name has characters: the name is read as usual")
  static let attendanceMissing = Phrase(
    "没有填是否参会，按参会安排", "it is not told whether this person attends: counted as attending")
  static let sharesTwin = Phrase("按标间安排，会与他人合住一间", "counts as a twin: the room is shared")
  static let singleForOne = Phrase("要独住请填“单间”", "write single for a room alone")
  static let exampleRow = Phrase(
    "这是模板里的示例行，会照样安排；不需要请删去",
    "this is the template's example and is planned like any other; delete it if it is not meant")

  static func groupLooksLike(row: Int) -> Phrase {
    Phrase(
      "与第 \(row) 行的分组只差字尾；若是同一分组，请写成一样",
      "like the group of row \(row) but for its ending; if they are one, write them alike")
  }

  static func columnOfCarriedMissing(_ column: Column, rows: [Int]) -> Phrase {
    Phrase(
      "\(rows.count) 人需要接送（\(chinese(rows))），但没有“\(column.header(in: .chinese))”列",
      "\(rows.count == 1 ? "1 person is" : "\(rows.count) people are") to be carried (\(english(rows))), but there is no column “\(column.name)”"
    )
  }

  static let nameOfNobody = Phrase("不是姓名，仍按一人安排", "this names nobody; a place is kept for one person")
  static let nameOfSeveral = Phrase(
    "似乎是几个人，只按一人安排；请每人一行", "this seems to name several people and counts as one; write a row for each")
  static let damagedName = Phrase(
    "姓名里有问号或乱码，可能在转存时丢了生僻字", "the name has a question mark in it: a rare character may be lost")
  static let scientificNumber = Phrase(
    "表格软件把号码改成了科学记数，后几位已丢失", "a spreadsheet has turned this number into powers of ten; digits are lost")
  static let formatAsText = Phrase("请把该列设为文本格式后重新填写", "format the column as text and type it anew")
  static let unknownService = Phrase(
    "看不出是航班还是车次，按航班安排", "neither a flight nor a train by its looks: taken for a flight")
  static let otherSpelling = Phrase(
    "与前面写法不同，视为同一个，按最先的写法印", "written otherwise above: taken for the same and printed as there")

  static let templateTitle = Phrase("说明", "Readme")
  static let weightsHelp = Phrase(
    "以下各项权重一般不用改：数字越大，越不愿意出现那种情况", "weights: seldom changed; the larger, the more the thing is avoided")
  static let templateRemarks = [
    Phrase("怎样填写这个工作簿", "How to fill in this workbook"),
    Phrase(
      "1. 每张工作表填一类内容，工作表的名称不要改。“会议”和“人员”必须填。",
      "1. Each sheet holds one table; keep the names of the sheets. The sheets event and people must be filled in."
    ),
    Phrase(
      "2. 要排主席台，填“主席台”；要排会场座位，填“会场”；要分房，填“房间”；要接送，填“车辆”“线路”，集体用车再填“用车”。不需要的工作表删掉即可。",
      "2. Fill in rostrum, hall, rooms, or vehicles, routes and transfers for what is to be planned, and delete the other sheets."
    ),
    Phrase(
      "3. 每张表第 2 行是示例，请改成自己的内容或删去。",
      "3. Row 2 of each sheet is an example: replace it."),
    Phrase(
      "4. 鼠标停在列名上，会显示这一列怎么填。有下拉箭头的格子可以选，也可以自己写。",
      "4. Rest the pointer on a header to see what its column holds. Where a list drops down one may choose or type."
    ),
    Phrase(
      "5. 可以从报名表里整列粘贴。列的先后不限；自己加的列会原样印在名单上。",
      "5. Columns may stand in any order and be pasted from elsewhere; columns of your own are printed on the lists."
    ),
    Phrase(
      "6. 填好后检查：plenum check 会议.xlsx（换成这个文件的名称）",
      "6. Then check it: plenum check FILE.xlsx"),
    Phrase(
      "7. 没有问题就安排：plenum plan 会议.xlsx -o 结果", "7. And plan: plenum plan FILE.xlsx -o OUT"),
  ]

  static func yesOrNo(_ value: Bool) -> Phrase {
    value ? Phrase("是", "yes") : Phrase("否", "no")
  }

  // MARK: Hints

  static func meantRow(_ row: Int) -> Phrase {
    Phrase("是否指第 \(row) 行？", "did you mean row \(row)?")
  }

  static func meantPlace(_ place: String, row: Int, of file: String) -> Phrase {
    Phrase(
      "是否应为“\(shown(place))”（\(file) 第 \(row) 行）？", "did you mean “\(shown(place))” (row \(row) of \(file))?")
  }

  static func meantRow(_ row: Int, of file: String) -> Phrase {
    Phrase("是否指 \(file) 第 \(row) 行？", "did you mean row \(row) of \(file)?")
  }
}
