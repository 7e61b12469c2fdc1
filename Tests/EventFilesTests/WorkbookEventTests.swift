import Assembly
import Foundation
import Localization
import Tables
import Testing

@testable import EventFiles

private func workbook(_ name: String) throws -> URL {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("TablesTests/Workbooks/\(name)")
}

/// Events that lie in a workbook.
@Suite struct WorkbookEvents {
  @Test func `An event is read from the sheets of one workbook, and what was done for it is noted`() throws {
    let reading = try EventReader.read(workbook("event.xlsx"))
    let event = try #require(reading.event)
    #expect(event.settings.name == "年度工作会议")
    #expect(event.people.map(\.name) == ["王芳", "李雷", "张伟"])
    #expect(event.people.map(\.groupName) == ["教育局", "教育局", "卫健委"])
    #expect(event.people.map(\.phone) == ["13800000001", "013900000002", "13700000003"])
    #expect(
      event.people.map { $0.arrival.time?.description } == [
        "2026-03-04 14:35", "2026-03-04 14:35", "2026-03-04 12:00",
      ])
    #expect(event.people.map(\.arrival.isCarried) == [true, false, true])
    #expect(event.rostrum?.rows.map(\.seats) == [9])
    let told = reading.diagnostics.map(\.code)
    for code in [
      "title-skipped", "remark-skipped", "hidden-rows", "hidden-column", "hidden-sheet", "unknown-sheet",
    ] {
      #expect(told.contains(code), "\(code)")
    }
    #expect(!reading.diagnostics.contains { $0.source == "缓存" })
  }

  @Test(arguments: ["event-libreoffice.xlsx", "event.xls"])
  func `The same event saved by another program is read alike`(_ name: String) throws {
    let event = try #require(try EventReader.read(workbook(name)).event)
    #expect(event.people.map(\.name) == ["王芳", "李雷", "张伟"])
    #expect(event.people[0].arrival.time?.description == "2026-03-04 14:35")
    #expect(event.people[2].arrival.time?.description == "2026-03-04 12:00")
  }

  @Test func `A folder may hold a table as a workbook`() throws {
    let folder = try TemporaryFolder()
    try folder.write("项目,内容\n名称,大会\n开始,2026-03-05\n结束,2026-03-07\n", to: "会议.csv")
    try FileManager.default.copyItem(
      at: workbook("event.xlsx"), to: folder.url.appendingPathComponent("人员.xlsx"))
    let reading = try EventReader.read(folder.url)
    #expect(reading.event?.people.count == 3)
    #expect(reading.diagnostics.allSatisfy { $0.source == "人员.xlsx" })
  }

  @Test func `A workbook without the sheets of an event says which are missing`() throws {
    let reading = try EventReader.read(workbook("cells.xlsx"), fallback: .chinese)
    #expect(
      reading.diagnostics.filter { $0.severity == .error }.map { $0.text(in: .chinese) } == [
        "人员: 缺少名为“人员”的工作表", "会议: 缺少名为“会议”的工作表",
      ])
  }
}

/// Headers and rows as people have them.
@Suite struct KindHeaders {
  @Test func `A title above the header and a sum below the rows are skipped and quoted`() {
    #expect(
      lines(people: "年度大会名单,2026年\n编号,姓名\nP1,王芳\nP2,李雷\n合计,2人\n填表人：张三\n编号,姓名\nP3,张伟\n") == [
        "人员.csv:1: 提示：“年度大会名单”：表头上方的标题行，不作数据",
        "人员.csv:5: 提示：“合计”：这一行不是记录，没有读取；若是记录，请改写第一格",
        "人员.csv:6: 提示：“填表人：张三”：这一行不是记录，没有读取；若是记录，请改写第一格",
        "人员.csv:7: 提示：“编号”：这一行不是记录，没有读取；若是记录，请改写第一格",
      ])
  }

  @Test func `Headers of registration forms are known`() throws {
    let reading = reading([
      "人员.csv": "姓 名*,工作单位,手机号码,是否接站,到达日期,到达时间（24小时制）,到达车次,到达站\n王芳,教育局,138,需要,3月4日,14.35,G12,高铁站\n",
      "会议.csv": "项目,内容\n名称,大会\n开始,2026年3月5日\n",
    ])
    let person = try #require(reading.event?.people.first)
    #expect(person.groupName == "教育局" && person.phone == "138" && person.arrival.isCarried)
    #expect(person.arrival.time?.description == "2026-03-04 14:35")
    #expect(person.arrival.place == "高铁站" && person.arrival.service == "G12")
  }

  @Test func `What a form asks for is known by other names too`() throws {
    let reading = reading([
      "人员.csv": "姓名,单位,用餐要求,住宿要求,报到日期,离会日期,到站\n王芳,教育局,清真,本地不住,3月4日,3月8日,高铁站\n",
      "会议.csv": "项目,内容\n名称,大会\n开始,2026年3月5日\n餐标,120元\n",
    ])
    let event = try #require(reading.event)
    let person = event.people[0]
    #expect(person.diets == [.halal] && person.entitlement == Entitlement.none)
    #expect(person.arrival.place == "高铁站" && event.settings.mealPrice == 120)
    #expect(event.extraColumns.isEmpty)
  }

  @Test func `Of two headers of one column the better known is the column and the other is printed`() throws {
    let reading = reading(["人员.csv": "姓名,工作单位,代表团\n王芳,教育局,一团\n"])
    #expect(reading.event?.people.first?.groupName == "一团")
    #expect(reading.event?.extraColumns == ["工作单位"])
  }

  @Test func `Columns that are parted by Chinese commas are told with the cure`() {
    #expect(
      lines(people: "编号，姓名\n1，王芳\n").first
        == "人员.csv:1: 缺少“姓名”列（name）；各列之间是中文逗号，请都改成英文逗号，或在 Excel 中另存为 CSV")
  }

  @Test func `Several lines of titles are one note`() {
    #expect(
      lines(people: "年度大会\n\n报名表（2026）\n编号,姓名\n1,王芳\n")
        == ["人员.csv:1: 提示：“年度大会”：表头上方有 2 行标题，不作数据"])
  }

  @Test func `A header of two rows is joined`() throws {
    let reading = reading([
      "人员.csv": "姓名,到达,,返程,\n,时间,班次,时间,班次\n王芳,2026-03-04 14:35,G12,2026-03-08 9:00,G13\n"
    ])
    let person = try #require(reading.event?.people.first)
    #expect(reading.event?.people.count == 1)
    #expect(person.arrival.service == "G12" && person.departure.service == "G13")
  }
}
