import Assembly
import Localization
import Tables
import Testing

@testable import EventFiles

/// What tables say against one another, each at its cell.
@Suite struct Defects {
  private let hall = "区,排,起号,止号\n中,1,1,6\n中,2,1,6\n"
  private let rostrum = "排,座位数\n1,5\n2,4\n"

  @Test func `Ids are unique`() {
    #expect(lines(people: "编号,姓名\nP1,王芳\nP2,李雷\nP1,张伟\n") == ["人员.csv:4:1: “P1”：编号与第 2 行重复"])
  }

  @Test func `An empty list makes no event`() {
    #expect(lines(people: "编号,姓名\n") == ["人员.csv: 名单中一个人也没有"])
  }

  @Test func `Whom a wish names must be listed, once and not oneself`() {
    #expect(
      lines(people: "编号,姓名,挨着,避开,同住\nP1,王小明,王小名,,\nP2,李雷,,王芳,P2\nP3,王芳,,,\nP4,王芳,,,\n") == [
        "人员.csv:2:3: “王小名”：名单中没有编号或姓名为“王小名”的人",
        "人员.csv:3:4: “王芳”：“王芳”有重名（第 4、5 行），请改用编号",
        "人员.csv:3:5: “P2”：不能指本人",
        "人员.csv:5:2: 提示：“王芳”：姓名相同（第 4、5 行）",
      ])
  }

  @Test func `No other person's name is told`() {
    let line = lines(people: "编号,姓名,挨着\nP1,欧阳春晓,\nP2,李雷,欧阳春小;P1\n").joined()
    #expect(line == "人员.csv:3:3: “欧阳春小;P1”：名单中没有编号或姓名为“欧阳春小”的人；是否指第 2 行？")
    #expect(!line.contains("欧阳春晓"))
  }

  @Test func `Equal ranks and names are noted`() {
    #expect(
      lines(people: "编号,姓名,位次\nP1,王芳,1\nP2,王芳,1.0\n") == [
        "人员.csv:3:2: 提示：“王芳”：姓名相同（第 2、3 行）",
        "人员.csv:3:3: 提示：“1.0”：位次相同（第 2、3 行），按名单先后排列",
      ])
  }

  @Test func `Of many rows the first ten are told`() {
    let people = "姓名\n" + String(repeating: "王芳\n", count: 12)
    #expect(lines(people: people) == ["人员.csv:3:1: 提示：“王芳”：姓名相同（第 2、3、4、5、6、7、8、9、10、11 等 12 行）"])
  }

  @Test(arguments: [
    ("入住,离店", "2026-03-05,2026-03-05", "2:3: “2026-03-05”：离店日期应晚于入住日期"),
    ("到达时间,返程时间", "2026-03-05 10:00,2026-03-05 09:59", "2:3: “2026-03-05 09:59”：返程时间早于到达时间"),
    ("入住,到达时间", "2026-03-04,2026-03-05 06:10", "2:2: 提示：“2026-03-04”：入住日期早于到达当天"),
    ("离店,返程时间", "2026-03-09,2026-03-08 09:00", "2:2: 提示：“2026-03-09”：离店日期晚于返程当天"),
  ])
  func `Dates of a stay follow one another`(_ columns: String, _ cells: String, _ message: String) {
    let told = lines(people: "姓名,\(columns)\n王芳,\(cells)\n")
    #expect(told.last == "人员.csv:\(message)")
    #expect(told.dropLast().allSatisfy { $0 == "人员.csv: 提示：1 人需要，但没有“房间”表，这一项不安排" })
  }

  @Test func `A stay is measured against the event's days where it is half given`() {
    let event = "项目,内容\n名称,大会\n开始,2026-03-05\n结束,2026-03-07\n"
    #expect(
      lines(people: "姓名,入住\n王芳,2026-03-08\n", ["会议.csv": event]) == ["人员.csv:2:2: “2026-03-08”：离店日期应晚于入住日期"])
  }

  @Test func `An event ends after it starts`() {
    #expect(
      lines(["会议.csv": "项目,内容\n名称,大会\n结束,2026-03-04\n开始,2026-03-05\n"])
        == ["会议.csv:3:2: “2026-03-04”：结束日期早于开始日期"])
  }

  @Test func `Groups are told once, and only sections of the hall bind them`() {
    #expect(
      lines(["会场.csv": hall, "分组.csv": "分组,顺序,区域\n东区,1,中\n西区,2,终;中\n东区,3,\n"]) == [
        "分组.csv:3:3: “终;中”：会场没有“终”区", "分组.csv:4:1: “东区”：与第 2 行是同一分组",
      ])
    #expect(
      lines(["会场.csv": hall.replacing("中", with: "楼上左区"), "分组.csv": "分组,区域\n东区,楼上左去\n西区,\n"])
        == ["分组.csv:2:2: “楼上左去”：会场没有“楼上左去”区；是否指 会场.csv 第 2 行？"])
  }

  @Test func `A group nobody is in and equal orders are noted`() {
    #expect(
      lines(["分组.csv": "分组,顺序\n东区,1\n西区,1\n西北区,\n"]) == [
        "分组.csv:3:2: 提示：“1”：顺序相同（第 2、3 行），按名单先后排列",
        "分组.csv:4:1: 提示：“西北区”：名单中没有此分组的人；是否指 人员.csv 第 4 行？",
      ])
  }

  @Test func `A rostrum has each row once and at most ten thousand seats`() {
    #expect(lines(["主席台.csv": "排,座位数\n1,5\n1,6\n"]) == ["主席台.csv:3:1: “1”：此排已在第 2 行"])
    let rows = (1...11).map { "\($0),1000\n" }.joined()
    #expect(lines(["主席台.csv": "排,座位数\n" + rows]) == ["主席台.csv:12:2: “1000”：主席台最多 10,000 个座位"])
  }

  @Test(arguments: [
    ("区,排,起号,止号,间隔\n中,1,1,6,2\n", "会场.csv:2:4: “6”：起号、止号与间隔不相配"),
    ("区,排,起号,止号,间隔\n中,1,6,6,0\n", "会场.csv:2:4: “6”：起号、止号与间隔不相配"),
    ("区,排,起号,止号\n中,1,0,1000000\n", "会场.csv:2:4: “1000000”：会场最多 1,000,000 个座位"),
    ("区,排,起号,止号\n中,1,1,6\n中,1,5,8\n", "会场.csv:3:3: “5”：本区本排 5 号已在第 2 行"),
    ("区,排,起号,止号,预留\n中,1,1,6,7\n", "会场.csv:2:5: “7”：本行没有 7 号座位"),
    ("区,排,起号,止号,轮椅位\n中,1,1,6,8-9\n", "会场.csv:2:5: “8-9”：本行没有 8-9 号座位"),
    ("区,排,起号,止号,横位\n左,1,1,6,-8\n中,1,7,9,\n", "会场.csv:3:5: 同排其他座位给出了横位，此处也须给出"),
    ("区,排,起号,止号,纵位\n左,1,1,6,1\n左,1,7,9,2\n", "会场.csv:3:5: “2”：同区同排的纵位应相同"),
  ])
  func `A hall's lines fit together`(_ table: String, _ message: String) {
    #expect(lines(["会场.csv": table]) == [message])
  }

  @Test(arguments: [
    ("代表", "中-3-1", "“中-3-1”：没有这个座位"),
    ("主席台", "主席台:1-6", "“主席台:1-6”：没有这个座位"),
    ("主席台", "中-1-1", "“中-1-1”：类别为主席台的人不坐会场"),
    ("记者", "主席台:1-1", "“主席台:1-1”：只有类别为主席台的人坐主席台"),
    ("主席台", "主席台:1-3", "“主席台:1-3”：并列首席时单数排的正中不设座"),
  ])
  func `A seat must be there and fit the role`(_ role: String, _ seat: String, _ message: String) {
    #expect(
      lines(
        people: "姓名,类别,指定座位\n王芳,\(role),\(seat)\n",
        ["会场.csv": hall, "主席台.csv": rostrum, "会议.csv": "项目,内容\n名称,大会\n并列首席,是\n"])
        == ["人员.csv:2:3: \(message)"])
  }

  @Test func `Wishes that bind nothing are noted`() {
    #expect(
      lines(people: "姓名,类别,指定座位,挨着,需求\n王芳,,中-1-1,李雷,轮椅\n李雷,主席台,主席台:1-1,,\n") == [
        "人员.csv: 提示：1 人需要，但没有“主席台”表，这一项不安排",
        "人员.csv:2:3: 提示：“中-1-1”：没有“会场”表，此项不起作用",
        "人员.csv:2:4: 提示：“李雷”：双方不在同一场地就座，此项不起作用",
        "人员.csv:3:3: 提示：“主席台:1-1”：没有“主席台”表，此项不起作用",
      ])
    let noted = lines(people: "姓名,需求\n王芳,轮椅\n", ["会场.csv": hall])
    #expect(noted.count == 1)
    #expect(noted.first?.hasSuffix("提示：会场表没有轮椅位，1 人的轮椅需求无法安排") ?? false)
  }

  @Test func `A defect without a column is told at its row`() {
    #expect(lines(people: "姓名\n王芳\n王芳\n") == ["人员.csv:3:1: 提示：“王芳”：姓名相同（第 2、3 行）"])
    #expect(
      EventSources().diagnostic(of: Defect(.people, row: 3, column: "seat", .noSuchSeat)).text(in: .english)
        == "people.csv:3: there is no such seat")
  }
}

/// An unreadable cell is told alone: nothing is said of other cells that may be sound once it is mended.
@Suite struct FollowUpProblems {
  @Test(arguments: [
    // Who has no readable id or name may be the one that is meant.
    ("人员.csv", "编号,姓名,挨着\nP1,王芳,P2\n,李雷,\n", "人员.csv:3:1: 此处不能为空"),
    ("人员.csv", "编号,姓名,挨着\nP1,王芳,李雷\nP2,,\n", "人员.csv:3:2: 此处不能为空"),
    ("人员.csv", "编号,姓名,挨着\nP1,王芳,P2\nP2\u{7},李雷,\n", "人员.csv:3:1: “P2U+0007”：含有控制字符 U+0007；请删除后重新输入"),
    // Whether a seat fits depends on the role.
    (
      "人员.csv", "姓名,类别,指定座位\n王芳,主席团,主席台:1-1\n",
      "人员.csv:2:2: “主席团”：应为以下之一：主席台、代表、列席、特邀、记者、工作人员；是否应为“主席台”？"
    ),
    // The other end of the stay may be sound.
    (
      "人员.csv", "姓名,入住,离店\n王芳,会前,2026-03-05\n",
      "人员.csv:2:2: “会前”：应为日期；名单会用好几天，请写明日期，如 2026-03-05"
    ),
    // The seat may be in the row that could not be read.
    ("会场.csv", "区,排,起号,止号\n中,二,1,6\n", "会场.csv:2:2: “二”：应为排号：数字，或字母（如 A、AA）"),
    ("会场.csv", "", "会场.csv: 文件是空的；第一行应为各列的名称"),
    ("主席台.csv", "排,座位数\n一,5\n", "主席台.csv:2:1: “一”：应为 0 到 100000 的整数；只写数字，不带单位和千位分隔符"),
    // The days of the event stand in for those of a stay.
    (
      "会议.csv", "项目,内容\n名称,大会\n开始,2026-03-09\n结束,2026-03-07\n", "会议.csv:4:2: “2026-03-07”：结束日期早于开始日期"
    ),
  ])
  func `A consequence is not told`(_ file: String, _ table: String, _ message: String) {
    let sound: [String: String?] = [
      "会议.csv": "项目,内容\n名称,大会\n开始,2026-03-05\n结束,2026-03-07\n",
      "人员.csv": "姓名,类别,指定座位,入住\n王芳,主席台,主席台:1-1,2026-03-08\n李雷,代表,中-2-1,\n",
      "会场.csv": "区,排,起号,止号\n中,2,1,6\n",
      "主席台.csv": "排,座位数\n1,5\n",
      "分组.csv": "分组,区域\n东区,中\n",
    ]
    var tables = sound
    if file != "人员.csv" { tables["人员.csv"] = "姓名,类别,指定座位,入住\n王芳,主席台,主席台:1-1,\n李雷,代表,中-2-1,2026-03-06\n" }
    if file == "会议.csv" { tables["人员.csv"] = "姓名,分组,入住\n王芳,东区,2026-03-08\n" }
    tables[file] = table
    #expect(lines(tables) == [message])
  }

  @Test func `What stands on its own is told beside an unreadable cell`() {
    #expect(
      lines(people: "编号,姓名,性别,挨着\nP1,王芳,X,P1\nP1,李雷,,\n") == [
        "人员.csv:2:3: “X”：应为以下之一：男、女", "人员.csv:2:4: “P1”：不能指本人", "人员.csv:3:1: “P1”：编号与第 2 行重复",
      ])
  }
}

/// The wording of every fault in English; the Chinese is read in the examples above.
@Suite struct FaultWording {
  @Test(arguments: [
    (Defect.Fault.noPeople, "there is nobody in the list"),
    (.duplicateID(firstRow: 2), "row 2 has the same id"),
    (.unknownPerson("Leoo"), "nobody has the id or name “Leoo”"),
    (
      .ambiguousPerson("Jon", rows: [3, 4]),
      "several people are named “Jon” (rows 3, 4); give the id instead"
    ),
    (.namesThemself, "this names the person of this very row"),
    (.equalRanks(rows: [2, 3]), "equal ranks (rows 2, 3); they keep the order of the list"),
    (
      .sameName(rows: Array(2...14)), "people of one name (rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 3 more)"
    ),
    (.checkOutNotAfterCheckIn, "check-out must come after check-in"),
    (.departureBeforeArrival, "departure comes before arrival"),
    (.nightsBeforeArrival, "check-in comes before the day of arrival"),
    (.nightsAfterDeparture, "check-out comes after the day of departure"),
    (.endBeforeStart, "the event ends before it starts"),
    (.duplicateGroup(firstRow: 2), "the group already stands in row 2"),
    (.equalOrders(rows: [2, 3]), "equal orders (rows 2, 3); they follow the order of the list"),
    (.groupWithoutPeople, "nobody in the list belongs to this group"),
    (.unknownSection("Z"), "the hall has no section “Z”"),
    (.duplicateRostrumRow(firstRow: 2), "this row of seats already stands in row 2"),
    (.rostrumTooLarge(limit: 10_000), "a rostrum has at most 10,000 seats"),
    (.unusableSeatNumbers, "the numbers of the first and last seat do not fit the step"),
    (
      .numbersUnlikeNeighbours,
      "the seats of this row are numbered otherwise than those of the rows about it; check first, last and step"
    ),
    (.tooManySeats(limit: 1_000_000), "a hall has at most 1,000,000 seats"),
    (.duplicateSeat(5, firstRow: 2), "seat 5 of this section and row already stands in row 2"),
    (.noSuchSeatInLine(.range(7...7)), "this line has no seat 7"),
    (.positionMissing, "others of this row have an x, so that this one must have one"),
    (.rowAtTwoDistances, "one row of a section cannot have two values of y"),
    (.noSuchSeat, "there is no such seat"),
    (.seatTableMissing(.hall), "there is no table hall: this binds nothing"),
    (.centreHasNoPlace, "with two equal heads nobody sits in the centre of an odd front row"),
    (.rostrumSeatForOther(.press), "only people of the role rostrum sit on the rostrum"),
    (.hallSeatForRostrum, "people of the role rostrum do not sit in the hall"),
    (.besideBindsNothing, "the two do not sit in the same place: this binds nothing"),
    (
      .sidesSwapped(left: "Left", right: "Right"),
      "facing the stage, Left lies to the right of Right; unless they are named as seen from the stage, exchange their lines or correct x"
    ),
    (
      .middleAtASide("Centre", left: "Left", right: "Right"),
      "Centre is not between Left and Right: sections of a row stand from the audience's left as they are listed; put the lines in order or give x"
    ),
    (
      .sectionsUnlikeOtherRows(left: "B", right: "A"),
      "this row lists B before A, most rows the other way round: sections of a row stand from the audience's left as they are listed; put the lines in order or give x"
    ),
    (
      .wheelchairPlacesNotOffered(people: 2),
      "the hall lists no wheelchair places: the need of 2 people binds nothing"
    ),
  ])
  func `A fault in English`(_ fault: Defect.Fault, _ message: String) {
    #expect(Wording.message(of: fault).english == message)
  }
}
