import Assembly
import Localization
import Tables

/// Every sentence about an event's files, in both languages. This file: files, headers and single cells.
enum Wording {
  // MARK: Files

  static func missingEvent(_ path: String) -> Phrase {
    Phrase("\(shownPath(path))：找不到会议文件夹", "\(shownPath(path)): there is no such event")
  }

  static let noFolder = Phrase("会议应为一个文件夹，内有各表的 CSV 文件", "an event is a folder of tables as CSV files")
  static let workbook = Phrase(
    "暂不能读取 Excel 工作簿；请把每个工作表另存为 CSV（UTF-8），放在同一文件夹中",
    "workbooks cannot be read yet; save each sheet as CSV (UTF-8), all in one folder")
  static let unreadableFile = Phrase("无法读取此文件", "this file cannot be read")
  static let tableComesLater = Phrase(
    "本版本尚不安排此表的内容，其余照常安排", "this version does not plan with this table yet; all else is planned")
  static let emptyTable = Phrase("表中没有数据行，视同没有此表", "the table has no rows and counts as missing")

  static func twoSources(_ first: String) -> Phrase {
    Phrase("与 \(shown(first)) 是同一张表，请只保留一个", "the same table as \(shown(first)); keep one of them")
  }

  static func missingTable(_ table: TableName) -> Phrase {
    Phrase(
      "缺少“\(table.chinese)”表（\(table.chinese).csv 或 \(table.rawValue).csv）",
      "there is no table \(table.rawValue) (\(table.rawValue).csv or \(table.chinese).csv)")
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

  static func yesOrNo(_ value: Bool) -> Phrase {
    value ? Phrase("是", "yes") : Phrase("否", "no")
  }

  // MARK: Hints

  static func meantRow(_ row: Int) -> Phrase {
    Phrase("是否指第 \(row) 行？", "did you mean row \(row)?")
  }

  static func meantRow(_ row: Int, of file: String) -> Phrase {
    Phrase("是否指 \(file) 第 \(row) 行？", "did you mean row \(row) of \(file)?")
  }
}
