import Assembly
import Localization
import Tables
import Testing

@testable import EventFiles

private let event = "项目,内容\n名称,年度大会\n开始,2026-03-05\n结束,2026-03-07\n"
private let rooms = "酒店,楼层,房号,房型,床位,房价\n迎宾馆,3,301,单间,,400\n迎宾馆,3,302,标间,,300\n"

/// The lines about a table of rooms with this header and these rows.
private func lines(rooms: String, _ changes: [String: String?] = [:]) -> [String] {
  lines(changes.merging(["房间.csv": rooms, "会议.csv": event]) { $1 })
}

@Suite struct RoomsTable {
  @Test func `Rooms are read with the beds of their types`() throws {
    let table = """
      hotel,floor,room,type,beds,price,accessible,from,to
      Garden,3,301,Suite,,800,yes,2026-03-04,2026/3/9
      Garden,3,302,单人间,,,,,
      Garden,4,401,TWIN,,300,no,,
      Lake,,1,family,,300.0,,,
      Lake,,2,标准间,3,,,,

      """
    let reading = reading(["rooms.csv": table])
    let roomStock = try #require(reading.event?.roomStock)
    #expect(roomStock.hotels == ["Garden", "Lake"])
    #expect(roomStock.floors.map(\.rooms) == [[0, 1], [2], [3, 4]])
    #expect(roomStock.rooms.map(\.type) == [.suite, .single, .twin, .shared("family"), .twin])
    #expect(roomStock.rooms.map(\.beds) == [1, 1, 2, 2, 3])
    #expect(roomStock.rooms.map(\.price) == [800, 0, 300, 300, 0])
    #expect(roomStock.rooms.map(\.isAccessible) == [true, false, false, false, false])
    #expect(roomStock.rooms[0].from?.description == "2026-03-04")
    #expect(roomStock.rooms[0].to?.description == "2026-03-09")
    #expect(roomStock.offersAccessibleRooms)
    #expect(
      reading.diagnostics.map { $0.text(in: .chinese) } == [
        "rooms.csv: 提示：有这张表，但名单里没有人需要",
        "rooms.csv:3:6: 提示：F列“price”：第 3、6 行没有房价，按 0 元计",
        "rooms.csv:5:4: 提示：D列“type”：“family”：不是套房、单间或标间，按标间计（共 1 间）",
      ])
  }

  @Test func `Types have the same words in every table`() throws {
    let words: [(String, RoomType, Int)] = [
      ("套间", .suite, 1), ("单人间", .single, 1), ("标准间", .twin, 2), ("双人间", .twin, 2), ("双床房", .twin, 2),
      ("三人间", .triple, 3), ("大床房", .double, 1), ("double", .double, 1),
    ]
    let table =
      "酒店,房号,房型\n" + words.enumerated().map { "迎宾馆,\($0 + 1),\($1.0)\n" }.joined()
    let reading = reading(["房间.csv": table])
    let rooms = try #require(reading.event?.roomStock?.rooms)
    #expect(rooms.map(\.type) == words.map(\.1))
    #expect(rooms.map(\.beds) == words.map(\.2))
    #expect(reading.diagnostics.map(\.code) == ["nobody-asks"])
    for (word, entitlement) in [
      ("单住", Entitlement.single), ("标间单住", .single), ("合住", .twin), ("双床房", .twin), ("套间", .suite),
      ("本地", .none), ("自理", .none), ("本地不住", .none),
    ] {
      #expect(Words.entitlement.value(of: word) == entitlement)
    }
  }

  @Test func `A range of numbers is so many rooms`() throws {
    let table = "酒店,房号,房型\n迎宾馆,201-204,标间\n迎宾馆,A08－A10,标间\n迎宾馆,1-201,标间\n迎宾馆,北楼-3,标间\n"
    let rooms = try #require(reading(["房间.csv": table]).event?.roomStock?.rooms)
    #expect(
      rooms.map(\.number) == ["201", "202", "203", "204", "A08", "A09", "A10", "1-201", "北楼-3"])
    #expect(rooms.map(\.row) == [2, 2, 2, 2, 3, 3, 3, 4, 5])
  }

  @Test func `Without the column nothing is known of accessible rooms`() throws {
    let roomStock = try #require(reading(["房间.csv": rooms]).event?.roomStock)
    #expect(!roomStock.offersAccessibleRooms)
  }

  @Test(arguments: [
    ("迎宾馆,3,301,单间,0,400", "2:5: “0”：应为 1 到 100 的整数；只写数字，不带单位和千位分隔符"),
    ("迎宾馆,3,301,单间,101,400", "2:5: “101”：应为 1 到 100 的整数；只写数字，不带单位和千位分隔符"),
    ("迎宾馆,3,301,单间,1,约400元", "2:6: “约400元”：应为 0 到 1000000 的整数；只写数字，不带单位和千位分隔符"),
    ("迎宾馆,3,301,单间,1,-1", "2:6: “-1”：应为 0 到 1000000 的整数；只写数字，不带单位和千位分隔符"),
    ("迎宾馆,3,301,单间,1,399.5", "2:6: “399.5”：应为 0 到 1000000 的整数；只写数字，不带单位和千位分隔符"),
    (",3,301,单间,1,400", "2:1: 此处不能为空"),
    ("迎宾馆,3,,单间,1,400", "2:3: 此处不能为空"),
    ("迎宾馆,3,301,,1,400", "2:4: 此处不能为空"),
    ("迎宾馆,3,301,单件,1,400", "2:4: 提示：“单件”：不是套房、单间或标间，按标间计（共 1 间）；是否应为“单间”？"),
  ])
  func `A cell of rooms that says something else is told`(_ row: String, _ message: String) {
    #expect(lines(rooms: "酒店,楼层,房号,房型,床位,房价\n\(row)\n").last == "房间.csv:\(message)")
  }

  @Test func `A room listed twice and one that is never free are told at once`() {
    let table = "酒店,房号,房型,可用起,可用止\n东楼,1,单间,2026-03-05,2026-03-05\n东楼,1,标间,明天,\n东楼,1,标间,,\n"
    #expect(
      lines(rooms: table) == [
        "房间.csv:2:5: “2026-03-05”：可用止应晚于可用起，否则没有一晚可用", "房间.csv:3:4: “明天”：应为日期；名单会用好几天，请写明日期，如 2026-03-05",
        "房间.csv:4:2: “1”：这家酒店的此房号已在第 2 行",
      ])
  }

  @Test func `Hotels and rooms that are not there are told with what was probably meant`() {
    #expect(
      lines(
        rooms: rooms,
        [
          "人员.csv": "姓名,分组,性别,住房,指定房间\n王芳,东区,女,标间,迎宾倌\n李雷,东区,男,标间,迎宾馆-3O1\n张伟,东区,男,标间,月亮湾\n",
          "分组.csv": "分组,酒店\n东区,迎宾官\n",
        ]) == [
          "人员.csv:2:5: “迎宾倌”：房间表没有“迎宾倌”这家酒店或房间；是否指 房间.csv 第 2 行？",
          "人员.csv:3:5: “迎宾馆-3O1”：这家酒店没有此房号；是否指 房间.csv 第 2 行？",
          "人员.csv:4:5: “月亮湾”：房间表没有“月亮湾”这家酒店或房间",
          "分组.csv:2:2: “迎宾官”：房间表没有“迎宾官”这家酒店或房间；是否指 房间.csv 第 2 行？",
        ])
  }

  @Test func `A gender that is missing is told at its cell, or once for all`() {
    #expect(
      lines(rooms: rooms, ["人员.csv": "姓名,性别,住房\n王芳,女,标间\n李雷,,标间\n"]) == ["人员.csv:3:2: 与他人同住一间，须填性别"])
    #expect(
      lines(rooms: rooms, ["人员.csv": "姓名,住房\n王芳,标间\n李雷,标间\n"]) == ["人员.csv: 2 人与他人同住一间，须填性别"])
  }

  @Test func `Days that nobody tells are told once`() {
    #expect(
      lines([
        "房间.csv": rooms, "会议.csv": "项目,内容\n名称,大会\n结束,2026-03-07\n",
        "人员.csv": "姓名,性别,住房,入住\n王芳,女,标间,\n李雷,男,单间,\n",
      ]) == ["人员.csv:2:4: 要住宿，但此处与会议表都没有日期（第 2、3 行）"])
  }

  @Test func `A stay of years is told`() {
    #expect(
      lines(rooms: rooms, ["人员.csv": "姓名,性别,入住,离店\n王芳,女,2026-03-05,2062-03-07\n"]) == [
        "人员.csv:2:4: “2062-03-07”：住宿最多 366 晚，请检查年份"
      ])
  }

  @Test func `Weights whose sums are too large are told where they stand`() {
    let table = event + "weights.rooms.price,100000000\n"
    #expect(
      lines([
        "房间.csv": rooms.replacing("400", with: "1000000"), "会议.csv": table,
        "人员.csv": "姓名,性别,入住,离店\n王芳,女,2026-03-05,2026-07-05\n",
      ]) == [
        "人员.csv:2:4: 提示：“2026-07-05”：离会期超过 14 天，请检查年份（2026 年）和月份",
        "会议.csv:5:2: “100000000”：权重或房价过大，合计超出可计算的范围；请改小",
      ])
  }

  @Test func `Notes of lodging`() {
    #expect(
      lines(
        rooms: rooms,
        ["人员.csv": "姓名,性别,住房,需求,指定房间,同住\n王芳,女,标间,轮椅,,李雷\n李雷,男,不住,,迎宾馆,\n"]) == [
          "人员.csv:2:6: 提示：“李雷”：双方不都住宿，此项不起作用", "人员.csv:3:5: 提示：“迎宾馆”：此人不住宿，不为其留房",
          "房间.csv: 提示：房间表没有“无障碍”列，1 人的轮椅需求无法安排",
        ])
  }

  @Test(arguments: [
    ("房间.csv", "酒店,房号,房型,房价\n迎宾馆,301,单间,贵\n", "房间.csv:2:4: “贵”：应为 0 到 1000000 的整数；只写数字，不带单位和千位分隔符"),
    ("房间.csv", "酒店,房型\n迎宾馆,单间\n", "房间.csv:1: 缺少“房号”列（room）"),
    (
      "人员.csv", "姓名,性别,住房\n王芳,难,标间\n李雷,男,标间\n", "人员.csv:2:2: “难”：应为以下之一：男、女"
    ),
    (
      "会议.csv", "项目,内容\n名称,大会\n开始,明天\n结束,2026-03-07\n",
      "会议.csv:3:2: “明天”：应为日期；名单会用好几天，请写明日期，如 2026-03-07"
    ),
  ])
  func `A consequence is not told`(_ file: String, _ table: String, _ message: String) {
    let sound = ["会议.csv": event, "房间.csv": rooms, "人员.csv": "姓名,性别,住房,指定房间\n王芳,女,标间,迎宾馆-301\n"]
    #expect(lines(sound.merging([file: table]) { $1 }) == [message])
  }

  @Test(arguments: [
    (Defect.Fault.duplicateRoom(firstRow: 2), "row 2 has the same room of this hotel"),
    (.countsAsTwin("villa", rooms: 1), "no suite, single or twin: counts as a twin (1 room)"),
    (.availableOnNoNight, "to must come after from: the room can be used on no night"),
    (.unknownHotel("Lake"), "no hotel or room of the table rooms is named “Lake”"),
    (.unknownRoom("Lake-1"), "the hotel has no such room"),
    (.genderMissing, "this person shares a room, so that the gender must be told"),
    (.gendersMissing(people: 1_200), "1,200 people share rooms: their gender must be told"),
    (
      .stayWithoutDates(rows: [2, 3]),
      "there is to be a room, but neither here nor in the table event is a date (rows 2, 3)"
    ),
    (.stayTooLong(limit: 366), "a stay has at most 366 nights; check the year"),
    (.roomWishBindsNothing, "this person does not sleep at the hotels: no room is kept"),
    (.roommateBindsNothing, "not all of them sleep at the hotels: this binds nothing"),
    (
      .accessibleRoomsNotOffered(people: 2),
      "the rooms have no column accessible: the need of 2 people binds nothing"
    ),
    (
      .sumTooLarge,
      "weights or prices are so large that their sums cannot be computed; make them smaller"
    ),
  ])
  func `A fault in English`(_ fault: Defect.Fault, _ message: String) {
    #expect(Wording.message(of: fault).english == message)
  }
}
