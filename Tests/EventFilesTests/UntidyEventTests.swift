import Assembly
import Foundation
import Localization
import Tables
import Testing

@testable import EventFiles

/// Events as organizers hand them over: files under other names, columns of their own, words of their own.
@Suite struct UntidyEvents {
  private static let event = "项目,内容\n名称,大会\n开始,2027-03-05\n结束,2027-03-07\n"
  private static let people = "编号,姓名\n1,王芳\n2,李雷\n"

  /// What is told of an event of these files, without the note on missing ids.
  private func told(_ files: [String: String]) -> [String] {
    let reading = EventReader.read(files: files.mapValues { Data($0.utf8) }, fallback: .chinese)
    return reading.diagnostics.filter { $0.code != "ids-from-rows" }.map { $0.text(in: .chinese) }
  }

  /// What is told of an event with this table beside its own.
  private func told(_ name: String, _ table: String) -> [String] {
    told(["会议.csv": Self.event, "人员.csv": Self.people].merging([name: table]) { $1 })
  }

  // MARK: - Files and sheets

  @Test(arguments: [
    ("peple.csv", "peple.csv: 提示：这个文件不是本程序认识的表，没有读取；“people”表读的是 人员.csv"),
    ("roms.csv", "roms.csv: 提示：这个文件不是本程序认识的表，没有读取；若是“rooms”表，请改名为 rooms.csv"),
    ("房间.csv.txt", "房间.csv.txt: 提示：这个文件不是本程序认识的表，没有读取；若是“房间”表，请改名为 房间.csv"),
    ("房间.ods", "房间.ods: 提示：这个文件不是本程序认识的表，没有读取；若是“房间”表，请另存为 房间.xlsx"),
    ("通讯录.csv", "通讯录.csv: 提示：这个文件不是本程序认识的表，没有读取"),
    ("签到.ods", "签到.ods: 提示：这个文件不是本程序认识的表，没有读取"),
  ])
  func `Every file that is left aside is noted, with the table that it may be meant for`(
    _ name: String, _ message: String
  ) {
    #expect(told(name, "酒店,房号,房型\n") == [message])
  }

  @Test func `Files that programs leave behind, letters and pictures are passed over in silence`() {
    for name in [
      "README.md", "通知.docx", "会标.png", "~$人员.xlsx", ".~人员.xlsx", "._人员.csv", ".DS_Store", "Thumbs.db",
    ] {
      #expect(told(name, "") == [])
    }
  }

  @Test(arguments: ["人员名单.csv", "参会人员名单.csv", "人员表.csv", "人员名单-最终.csv", "人员 (1).csv"])
  func `A table is known by its usual names where none bears its own`(_ name: String) {
    #expect(told(["会议.csv": Self.event, name: Self.people]) == ["\(name): 提示：按“人员”表读取"])
  }

  @Test func `Of two names the table's own counts, and of two others neither`() {
    #expect(
      told("人员名单.csv", Self.people) == ["人员名单.csv: 提示：这个文件不是本程序认识的表，没有读取；“人员”表读的是 人员.csv"])
    let both = told(["会议.csv": Self.event, "人员名单-最终.csv": Self.people, "人员名单-旧.csv": Self.people])
    #expect(both.contains { $0.hasPrefix("people.csv: 缺少“人员”表") })
  }

  @Test func `A folder with one workbook of another name is answered with the way to give it`() {
    #expect(
      told(["基.xlsx": "x"])
        == ["基.xlsx: 文件夹里没有“会议”表和“人员”表；若整个会议都在这个工作簿里，请把命令中的文件夹换成这个文件"])
  }

  @Test func `The separator is the one by which the header is one`() throws {
    let title = "某县人大会议，代表；名单;2027;03\n"
    #expect(told("人员.csv", title + Self.people) == ["人员.csv:1: 提示：“某县人大会议，代表；名单;2027;03”：表头上方的标题行，不作数据"])
    let tabs = "会议名单,2027年3月,第一稿\n编号\t姓名\n1\t王芳\n"
    #expect(told("人员.csv", tabs) == ["人员.csv:1: 提示：“会议名单,2027年3月,第一稿”：表头上方的标题行，不作数据"])
  }

  // MARK: - Columns

  @Test func `Who does not attend is absent, and who left it open attends and is noted`() throws {
    let reading = reading([
      "人员.csv": "编号,姓名,是否参会\n1,甲,是\n2,乙,否\n3,丙,请假\n4,丁,\n", "会议.csv": Self.event,
    ])
    #expect(reading.event?.people.map(\.isAbsent) == [false, true, true, false])
    #expect(
      reading.diagnostics.map { $0.text(in: .chinese) } == ["人员.csv:5:3: 提示：C列“是否参会”，丁：没有填是否参会，按参会安排"])
  }

  @Test(arguments: [
    ("酒店,房间号", "迎宾馆,302", "迎宾馆-302"), ("房号", "302", "迎宾馆-302"), ("房间号", "302房", "迎宾馆-302"),
    ("住宿酒店", "迎宾馆", "迎宾馆"), ("酒店,房号", "迎宾馆,迎宾馆302", "迎宾馆-302"), ("房号", "0302", "迎宾馆-302"),
  ])
  func `A hotel and a room in columns of their own are one wish, and a number alone means the only such room`(
    _ headers: String, _ cells: String, _ room: String
  ) {
    let reading = reading([
      "人员.csv": "编号,姓名,性别,入住,离店,\(headers)\n1,甲,男,2027-03-04,2027-03-06,\(cells)\n", "会议.csv": Self.event,
      "房间.csv": "宾馆,房间号,房间类型\n迎宾馆,302,单间\n东湖宾馆,501,单间\n",
    ])
    #expect(reading.event?.people.first?.room == room)
  }

  @Test(arguments: [("座位号", "中区-1-2"), ("座位", "中区1排2号")])
  func `A seat is known under the usual headers`(_ header: String, _ cell: String) {
    let reading = reading([
      "人员.csv": "编号,姓名,\(header)\n1,甲,\(cell)\n", "会场.csv": "区域,排号,开始号,结束号\n中区,第1排,1号,6号\n",
    ])
    #expect(reading.event?.people.first?.seat == .hall(section: "中区", row: .number(1), seat: .number(2)))
    #expect(reading.diagnostics.isEmpty)
  }

  @Test func `A column that seems to ask for something and is not known says that nothing is arranged by it`()
  {
    #expect(
      told("人员.csv", "编号,姓名,随行车次要求,籍贯\n1,甲,x,y\n") == [
        "人员.csv:1:3: 提示：不认识的列：“随行车次要求”“籍贯”，将原样印在名单上",
        "人员.csv:1:3: 提示：“随行车次要求”：不认识这一列：看起来是对安排的要求，但不会据此安排，只原样印在名单上",
      ])
  }

  @Test func `Each header is asked about once`() {
    let lines = told("会场.csv", "区,排某,起某,止某\n中区,1,1,6\n")
    #expect(lines.count { $0.contains("是否就是“排某”列") } == 1)
  }

  @Test(arguments: [
    ("房间.csv", "饭店,房间号,类型,床位数,价格,层\n迎宾馆,201,标间,2张,280元,2\n"),
    ("车辆.csv", "车辆编号,车辆类型,核载,租金,驾驶员\nV1,大巴,45座,500元,甲\n"),
    ("主席台.csv", "排号,人数\n第1排,9人\n"), ("会场.csv", "区域,排号,开始号,结束号\n中区,第1排,1号,12号\n"),
    ("线路.csv", "出发地,目的地,时间（分钟）\n机场,会场,30分钟\n"), ("线路.csv", "始发地,目的地,车程\n机场,会场,1小时20分\n"),
  ])
  func `Other tables are known by usual headers, and numbers are read with their units`(
    _ name: String, _ table: String
  ) {
    let told = told(name, table)
    #expect(told.allSatisfy { $0.contains("提示：有这张表，但名单里没有人需要") || $0.contains("此项不起作用") }, "\(told)")
  }

  // MARK: - Cells

  @Test(arguments: [
    ("280元", "price", 280), ("¥280", "price", 280), ("1,200", "price", 1_200), ("30分钟", "minutes", 30),
    ("1小时20分", "minutes", 80), ("2小时", "minutes", 120), ("19座", "seats", 19), ("第1排", "row", 1),
    ("3楼", "floor", 3), ("2号车", "number", 2),
  ])
  func `A number is read in the unit of its column`(_ cell: String, _ column: String, _ number: Int) {
    #expect(Units.number(cell, of: column) == number)
  }

  @Test(arguments: [("280元", "seats"), ("12,34", "price"), ("约30分钟", "minutes"), ("1小时", "seats")])
  func `A number in another unit is none`(_ cell: String, _ column: String) {
    #expect(Units.number(cell, of: column) == nil)
  }

  @Test func `A room with one double bed for one who is entitled to a twin is told`() {
    #expect(
      told("人员.csv", "编号,姓名,性别,住房\n1,甲,男,大床房\n").contains(
        "人员.csv:2:4: 提示：D列“住房”，甲：“大床房”：按标间安排，会与他人合住一间；要独住请填“单间”"))
  }

  @Test func `The example of the template that was left in is told`() {
    #expect(
      told("人员.csv", "编号,姓名,分组\nP001,张三,第一代表团\n2,李雷,第一代表团\n")
        == ["人员.csv:2: 提示：这是模板里的示例行，会照样安排；不需要请删去"])
  }

  @Test func `Two groups of which one may be short for the other are noted at the rarer`() {
    #expect(
      told("人员.csv", "编号,姓名,单位\n1,甲,城关镇\n2,乙,城关镇\n3,丙,城关\n4,丁,青石镇\n")
        == ["人员.csv:4:3: 提示：C列“单位”，丙：“城关”：与第 2 行的分组只差字尾；若是同一分组，请写成一样"])
  }

  @Test(arguments: [
    ("男性", "缺席", "病假", true), ("女性", "请假", "事假", true), ("男", "请假", "不请假", false),
  ])
  func `Words of forms are read`(_ gender: String, _ header: String, _ cell: String, _ isAbsent: Bool) {
    let reading = reading(["人员.csv": "编号,姓名,性别,\(header),接站\n1,甲,\(gender),\(cell),不用\n"])
    #expect(reading.event?.people.first?.gender == (gender.hasPrefix("男") ? .male : .female))
    #expect(reading.event?.people.first?.isAbsent == isAbsent)
    #expect(reading.event?.people.first?.arrival.isCarried == false)
  }

  // MARK: - Days

  @Test func `Examples are days of the event`() {
    #expect(
      told("人员.csv", "编号,姓名,到达时间\n1,甲,明天\n")
        == ["人员.csv:2:3: C列“到达时间”，甲：“明天”：应为日期和时间；名单会用好几天，请写明日期，如 2027-03-05 14:35"])
  }

  @Test func `A day without a year in an event without days says what is missing`() {
    #expect(
      told(["会议.csv": "项目,内容\n名称,大会\n", "人员.csv": "编号,姓名,入住\n1,甲,3月4日\n"])
        == ["人员.csv:2:3: C列“入住”，甲：“3月4日”：应为日期；没有年份：请写成 2026-03-05，或在会议表填写“开始”日期"])
  }

  @Test func `A stay of another year is told at the cell that has it`() {
    let told = told([
      "会议.csv": Self.event, "房间.csv": "酒店,房号,房型\n迎宾馆,302,单间\n",
      "人员.csv": "编号,姓名,性别,住房,入住,离店\n1,甲,男,单间,2026-03-04,2027-03-08\n",
    ])
    #expect(
      told == [
        "人员.csv:2:5: E列“入住”，甲：“2026-03-04”：住宿最多 366 晚，请检查年份"
      ])
  }

  @Test func `A stay weeks away from the event is noted`() {
    #expect(
      told(["会议.csv": Self.event, "人员.csv": "编号,姓名,性别,入住,离店\n1,甲,男,2026-03-04,2026-03-08\n"]).filter {
        $0.contains("离会期")
      } == [
        "人员.csv:2:4: 提示：D列“入住”，甲：“2026-03-04”：离会期超过 14 天，请检查年份（2026 年）和月份",
        "人员.csv:2:5: 提示：E列“离店”，甲：“2026-03-08”：离会期超过 14 天，请检查年份（2026 年）和月份",
      ])
  }

  @Test func `A day and time under the header of a day are both read`() {
    let reading = reading([
      "人员.csv": "编号,姓名,到达日期,返程日期\n1,甲,3月4日下午2:35,2027-03-08 9:00\n", "会议.csv": Self.event,
    ])
    #expect(reading.event?.people.first?.arrival.time?.description == "2027-03-04 14:35")
    #expect(reading.event?.people.first?.departure.time?.description == "2027-03-08 09:00")
  }

  @Test func `A day alone begins the nights, and is too little for a pick-up`() {
    let lodged = reading([
      "人员.csv": "编号,姓名,住房,到达日期,返程日期\n1,甲,单间,3月3日,3月8日\n", "会议.csv": Self.event,
      "房间.csv": "酒店,房号,房型\n迎宾馆,302,单间\n",
    ])
    #expect(lodged.event?.people.first?.stay?.nights.count == 5)
    #expect(
      told("人员.csv", "编号,姓名,到达日期,接站\n1,甲,3月4日,是\n")
        == ["人员.csv:2:3: C列“到达日期”，甲：“3月4日”：应为日期和时间；只有日期，请补上时间，如 2027-03-04 14:35"])
  }

  @Test func `A pick-up without the column of its time is told once, with the column's name`() {
    let told = told([
      "会议.csv": Self.event, "人员.csv": "编号,姓名,接站,到达地点\n1,甲,是,机场\n2,乙,是,机场\n3,丙,,\n",
      "车辆.csv": "编号,座位数\nV1,19\n", "线路.csv": "起点,终点,分钟\n机场,会场,30\n",
    ])
    #expect(told == ["人员.csv:1: 2 人需要接送（第 2、3 行），但没有“到达时间”列"])
  }

  // MARK: - Settings

  @Test func `Settings are known by usual names and weights by Chinese ones`() {
    let reading = reading([
      "会议.csv": "项目,内容,说明\n会议名称,大会,印在材料上\n开始日期,2027-03-05,\n权重.会场.分块,7,\n权重.hall.run,8,\n"
    ])
    #expect(reading.event?.settings.name == "大会")
    #expect(reading.event?.settings.weights[.hallPart] == 7)
    #expect(reading.event?.settings.weights[.hallRun] == 8)
    #expect(reading.diagnostics.isEmpty)
  }

  // MARK: - Conflicts

  @Test func `A conflict of people who are to share a room says why`() throws {
    let rooms = "酒店,房号,房型\n迎宾馆,302,标间\n迎宾馆,303,标间\n"
    func hints(_ people: String) throws -> [String?] {
      let reading = reading(["人员.csv": people, "会议.csv": Self.event, "房间.csv": rooms])
      _ = try #require(reading.event)
      return reading.explanation(of: Conflict(rows: [TableRow(.people, 2)]), in: .rooms).wishes.map {
        $0.hint?.chinese
      }
    }
    let head = "编号,姓名,性别,住房,同住\n"
    #expect(
      try hints(head + "1,甲,男,标间,乙\n2,乙,女,标间,\n") == ["两人性别不同，而只有一方填了同住；若是一家人，请在对方一行也填上"])
    #expect(
      try hints(head + "1,甲,男,标间,乙;丙\n2,乙,男,标间,\n3,丙,男,标间,\n") == ["要同住一间的共 3 人，而最大的房间只有 2 个床位"])
  }
}
