import Assembly
import Localization
import ProcessorTime
import Tables
import Testing

@testable import EventFiles

/// Small things that organizers write, each as they write it.
@Suite struct OrganizersTables {
  // MARK: Names

  @Test func `The column of pinyin says how a name is read, and members stand by it`() throws {
    let event = try #require(
      reading([
        "会议.csv": "项目,内容\n名称,大会\n组内顺序,按拼音\n",
        "人员.csv": "编号,姓名,拼音,单位\n1,曾老师,Céng Lǎoshī,一\n2,陈老师,,一\n3,曾老师,,一\n",
      ]).event)
    #expect(event.extraColumns == [])
    #expect(event.inMemberOrder([0, 1, 2], names: event.nameOrdering().order) == [0, 1, 2])
    #expect(event.inMemberOrder([2, 1], names: event.nameOrdering().order) == [1, 2])
  }

  @Test func `A reading that is not the name's is noted`() {
    #expect(
      lines(people: "编号,姓名,拼音\n1,曾小明,Zeng Xiao\n2,王芳,Wang Fang\n") == [
        "人员.csv:2:3: 提示：“Zeng Xiao”：音节数与姓名的字数不符，仍按姓名通常的读音"
      ])
  }

  // MARK: Days

  @Test(arguments: [
    "开始,2026-03-05\n结束,3月7日", "开始,3月5日\n结束,2026年3月7日", "结束,3/7\n报到,2026.3.4\n开始,3/5",
    "开始,3月5日\n结束,3月7日\n离会,2026-03-08",
  ])
  func `A day of the event may lack its year where another has one`(settings: String) throws {
    let event = try #require(reading(["会议.csv": "项目,内容\n名称,大会\n\(settings)\n"]).event)
    #expect(event.settings.start == Day(year: 2026, month: 3, day: 5))
    #expect(event.settings.end == Day(year: 2026, month: 3, day: 7))
  }

  private static let days = "项目,内容\n名称,大会\n开始,2026-03-05\n结束,2026-03-07\n"

  @Test(arguments: [
    ("3月9日,08:20,", "人员.csv:2:3: “3月9日”：到达时间晚于会议结束日期"),
    ("2025-03-05,08:20,", "人员.csv:2:3: 提示：“2025-03-05”：离会期超过 14 天，请检查年份（2025 年）和月份"),
    ("3月35日,,", "人员.csv:2:3: “3月35日”：应为日期；写成 2026-03-05"),
    ("3月4日,上午,", "人员.csv:2:4: “上午”：应为时间；写成 14:35"),
    ("明天,08:20,", "人员.csv:2:3: “明天”：应为日期；名单会用好几天，请写明日期，如 2026-03-05"),
    ("3月4日,08:20,3月3日", "人员.csv:2:5: “3月3日”：离店日期应晚于入住日期"),
  ])
  func `A day in a column of its own is told at its own cell`(cells: String, message: String) {
    let told = lines([
      "会议.csv": Self.days, "人员.csv": "编号,姓名,到达日期,到达时间,离店\n1,王芳,\(cells)\n",
    ])
    #expect(told.first == message)
  }

  // MARK: Seats

  private static let hall = "区,排,起号,止号\n左区,1,1,6\n右区,1,7,12\n右区,2,1,6\n"

  @Test func `A seat as it is printed needs no section where the hall has it once`() throws {
    let event = try #require(
      reading(["会场.csv": Self.hall, "人员.csv": "编号,姓名,指定座位\n1,王芳,1排7号\n2,李雷,第2排第3座\n"]).event)
    #expect(event.people[0].seat == .hall(section: "右区", row: .number(1), seat: .number(7)))
    #expect(event.people[1].seat == .hall(section: "右区", row: .number(2), seat: .number(3)))
  }

  @Test func `Where several sections have it, they are named`() {
    #expect(
      lines(["会场.csv": "区,排,起号,止号\n左区,1,1,6\n右区,1,1,6\n", "人员.csv": "编号,姓名,指定座位\n1,王芳,1排3号\n"]) == [
        "人员.csv:2:3: “1排3号”：没有写哪一区：左区、右区都有这个座位"
      ])
  }

  @Test func `For who sits on the rostrum it is a seat of the rostrum`() throws {
    let event = try #require(
      reading(["主席台.csv": "排,座位数\n1,5\n", "人员.csv": "编号,姓名,类别,指定座位\n1,王芳,主席台,1排3号\n"]).event)
    #expect(event.people[0].seat == .rostrum(RostrumSeat(row: 1, seat: 3)))
  }

  // MARK: Rooms and vehicles

  @Test func `Three who name one another for rooms of two beds are told so`() {
    let people =
      "编号,姓名,性别,住房,入住,离店,同住\n1,甲,男,标间,2026-03-05,2026-03-06,乙、丙\n2,乙,男,标间,2026-03-05,2026-03-06,甲、丙\n"
      + "3,丙,男,标间,2026-03-05,2026-03-06,甲、乙\n"
    #expect(
      lines(people: people, ["房间.csv": "酒店,房号,房型\n宾馆,1,标间\n宾馆,2,标间\n"]) == [
        "人员.csv:2:7: 提示：“乙、丙”：要同住一间的共 3 人，而最大的房间只有 2 个床位"
      ])
    #expect(lines(people: people, ["房间.csv": "酒店,房号,房型\n宾馆,1,三人间\n"]) == [])
  }

  @Test func `A wheelchair and no vehicle that takes one are told before anything is planned`() {
    let told = lines([
      "会议.csv": Self.days, "车辆.csv": "编号,座位数,无障碍\nV1,4,否\n", "线路.csv": "起点,终点,分钟\n机场,会场,40\n",
      "人员.csv": "编号,姓名,需求,到达时间,到达地点,接站\n1,王芳,轮椅,2026-03-05 08:00,机场,是\n",
    ])
    #expect(told == ["车辆.csv: 提示：没有一辆车是无障碍的，1 人乘车时的轮椅需求无法满足，将没有车坐"])
  }

  @Test func `A place that no route leads to is told with the ways that are needed and the likely slip`() {
    let told = lines([
      "会议.csv": Self.days, "车辆.csv": "编号,座位数\nV1,4\n", "线路.csv": "起点,终点,分钟\n省城机场,会场,40\n",
      "人员.csv": "编号,姓名,到达时间,到达地点,接站\n1,王芳,2026-03-05 08:00,省城机厂,是\n",
    ])
    #expect(
      told == [
        "人员.csv:2:4: “省城机厂”：线路表没有“省城机厂”（要用到 省城机厂—会场）；是否应为“省城机场”（线路.csv 第 2 行）？"
      ])
  }

  @Test func `Hundreds of columns of a registration form cost no time`() throws {
    let headers = (1...900).map { "问卷第\($0)题的回答" }.joined(separator: ",")
    let cells = Array(repeating: "甲", count: 900).joined(separator: ",")
    let seconds = processorSeconds {
      let read = reading(["人员.csv": "编号,姓名,\(headers)\n1,王芳,\(cells)\n"])
      #expect(read.event?.extraColumns.count == 900)
    }
    #expect(seconds < 2)
  }
}
