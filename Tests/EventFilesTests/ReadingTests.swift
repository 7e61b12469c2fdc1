import Assembly
import Foundation
import Localization
import Tables
import Testing

@testable import EventFiles

@Suite struct Reading {
  @Test func `A name and a list of people make an event`() throws {
    let reading = reading([:])
    let event = try #require(reading.event)
    #expect(event.settings.name == "年度大会")
    #expect(event.people.map(\.id) == ["P1", "P2", "P3"])
    #expect(event.groups.map(\.kind) == [.named("东区"), .named("西区")])
    #expect(event.rostrum == nil)
    #expect(event.hall == nil)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.language == .chinese)
    #expect(reading.tables == [.event: "会议.csv", .people: "人员.csv"])
  }

  @Test func `Files, headers and words may be English, in any order, case and width`() throws {
    let reading = EventReader.read(files: [
      "Event.csv": Data("VALUE,Key\nAssembly,NAME\nEN,language\n右,high_side\nOutward,排座方法\n".utf8),
      "PEOPLE.CSV": Data(" Ｎａｍｅ ,ROLE,Gender,Needs\nAda,Rostrum,f,Aisle；轮椅\n".utf8),
    ])
    let event = try #require(reading.event)
    #expect(reading.language == .english)
    #expect(event.settings.highSide == .right)
    #expect(event.settings.hallMethod == .outward)
    #expect(event.people[0].role == .rostrum)
    #expect(event.people[0].gender == .female)
    #expect(event.people[0].needs == [.aisle, .wheelchair])
  }

  @Test func `Every column of people is read`() throws {
    let header =
      "编号,姓名,代表团,位次,类别,职务,性别,请假,民族,饮食,需求,住房,入住,离店,到达时间,到达地点,到达班次,接站,"
      + "返程时间,返程地点,返程班次,送站,指定座位,挨着,避开,指定房间,同住,指定车辆,电话,备注,签到"
    let row =
      "P1,王芳,东区,7.1,特邀,主任,女,否,回族,清真,轮椅,套房,2026/3/4,2026年3月8日,2026-03-04 14:35,机场,CA1,是,"
      + "2026-03-08 09:05,高铁站,G1,√,无,P2；李雷,,迎宾馆-301,P2,专车,139,备,甲"
    let event = try #require(reading(["人员.csv": "\(header)\n\(row)\nP2,李雷\nP3,李四\n"]).event)
    let person = event.people[0].entry
    #expect(person.row == 2)
    #expect((person.id, person.name, person.groupName) == ("P1", "王芳", "东区"))
    #expect((person.rank, person.role, person.title) == (7.1, .guest, "主任"))
    #expect((person.gender, person.isAbsent, person.ethnicity, person.diet) == (.female, false, "回族", "清真"))
    #expect((person.needs, person.entitlement) == ([.wheelchair], .suite))
    #expect((person.checkIn?.description, person.checkOut?.description) == ("2026-03-04", "2026-03-08"))
    #expect(person.arrival.time?.description == "2026-03-04 14:35")
    #expect((person.arrival.place, person.arrival.service, person.arrival.isCarried) == ("机场", "CA1", true))
    #expect(person.departure.time?.description == "2026-03-08 09:05")
    #expect((person.departure.isByTrain, person.departure.isCarried) == (true, true))
    #expect(person.seat == SeatWish.none)
    #expect((event.people[0].beside, event.people[0].roommates) == ([1], [1]))
    #expect((person.room, person.vehicle, person.phone, person.note) == ("迎宾馆-301", "own", "139", "备"))
    #expect((event.extraColumns, person.extra) == (["签到"], ["甲"]))
  }

  @Test func `Every setting is read`() throws {
    let event = try #require(
      reading([
        "会议.csv": """
        项目,内容
        名称,大会
        开始,2026-03-05
        结束,2026-03-07
        地点,礼堂
        语言,英文
        尊位,右
        双数规则,并列
        两人规则,居左
        并列首席,是
        排座方法,左右排列
        顺序,严格
        组内顺序,按笔画
        单名优先,否
        最长等候,1
        贵宾等候,2
        出港分钟,3
        出站分钟,4
        航班提前,5
        火车提前,6
        最多提前,7
        车辆余量,15％
        机动房,8
        权重.hall.part,9
        weights.rostrum.displacement,0

        """
      ]).event)
    var expected = Settings(name: "大会")
    expected.start = Day(year: 2026, month: 3, day: 5)
    expected.end = Day(year: 2026, month: 3, day: 7)
    expected.place = "礼堂"
    expected.language = .english
    expected.highSide = .right
    expected.evenRule = .pair
    expected.twoRule = .left
    expected.equalHeads = true
    expected.hallMethod = .outward
    expected.hallOrder = .strict
    expected.memberOrder = .stroke
    expected.strokeBlankFirst = false
    (expected.maxWait, expected.vipWait, expected.readyFlight, expected.readyTrain) = (1, 2, 3, 4)
    (expected.leadFlight, expected.leadTrain, expected.maxEarly) = (5, 6, 7)
    (expected.vehicleSpare, expected.roomSpare) = (0.15, 8)
    expected.weights[.hallPart] = 9
    expected.weights[.rostrumDisplacement] = 0
    #expect(event.settings == expected)
  }

  @Test func `A blank setting keeps its default`() throws {
    let event = try #require(reading(["会议.csv": "项目,内容\n名称,大会\n单名优先,\n两人规则,\n权重.hall.run,\n"]).event)
    #expect(event.settings == Settings(name: "大会"))
  }

  @Test func `Groups, rostrum and hall are read`() throws {
    let event = try #require(
      reading([
        "分组.csv": "分组,顺序,区域,酒店,备注\n西区,1,中；左,迎宾馆,注\n东区,2,,,\n",
        "主席台.csv": "排,座位数\n2,4\n1,3\n",
        "会场.csv": """
        区,排,起号,止号,间隔,横位,纵位,楼层,预留,轮椅位
        左,1,7,1,-2,-9,1.5,1,7,
        中,1,1,4,,0,1.5,1,"2,3-4",1
        中,2,1,4,−1,,,2,记者,

        """.replacing("4,−1", with: "4,1"),
      ]).event)
    #expect(event.groups.map(\.kind) == [.named("西区"), .named("东区")])
    #expect(event.groups[0].sections == [1, 0])
    #expect(event.groups[0].hotels == ["迎宾馆"])
    #expect(event.rostrum?.rows.map(\.seats) == [3, 4])
    let hall = try #require(event.hall)
    #expect(hall.sections == ["左", "中"])
    #expect(hall.seats.map(\.number) == [7, 5, 3, 1, 1, 2, 3, 4, 1, 2, 3, 4])
    #expect(hall.seats.map(\.isHeld).prefix(8) == [true, false, false, false, false, true, true, true])
    #expect(hall.seats.map(\.isWheelchairPlace).prefix(5) == [false, false, false, false, true])
    #expect(hall.seats[8].role == .press)
    #expect((hall.seats[0].x, hall.seats[0].y, hall.seats[8].floor) == (-9, 1.5, 2))
  }

  @Test func `Rows may have letters, and seats names of their own`() throws {
    let event = try #require(
      reading([
        "人员.csv": "姓名,指定座位\n王芳,中-Ｂ-12Ａ\n",
        "会场.csv": "区,排,起号,止号,座号,预留\n中,A,1,3,,\n中,B,,,\"3-1,12,12a,加1\",\"12a,加1\"\n",
      ]).event)
    let hall = try #require(event.hall)
    #expect(hall.seats.map(\.rowName.description) == ["A", "A", "A"] + Array(repeating: "B", count: 6))
    #expect(hall.seats.map(\.number.description) == ["1", "2", "3", "3", "2", "1", "12", "12a", "加1"])
    #expect(hall.seats.map(\.row) == [1, 1, 1, 2, 2, 2, 2, 2, 2])
    #expect(hall.seats.map(\.isHeld).suffix(3) == [false, true, true])
  }

  @Test(arguments: [
    "A排,1,2,", "3区,1,2,", "NaN,1,2,", "0x10,1,2,", "-1,1,2,", "1,,2,", "1,,,1-2-3", "1,,,\"1,,3\"",
    "1,,,12a-14",
  ])
  func `What is no row or seat is refused`(_ cells: String) throws {
    let reading = reading([
      "人员.csv": "姓名\n王芳\n", "会场.csv": "区,排,起号,止号,座号\n中,\(cells)\n",
    ])
    #expect(reading.event == nil)
  }

  @Test func `Without ids people are known by their rows`() throws {
    for people in ["姓名\n王芳\n\n李雷\n", "编号,姓名\n,王芳\n\n,李雷\n"] {
      #expect(try #require(reading(["人员.csv": people]).event).people.map(\.id) == ["2", "4"])
    }
  }

  @Test func `An optional table without rows counts as missing`() throws {
    let reading = reading(["会场.csv": "区,排,起号,止号\n"])
    #expect(reading.event?.hall == nil)
    #expect(reading.diagnostics.map { $0.text(in: .chinese) } == ["会场.csv: 提示：表中没有数据行，视同没有此表"])
    #expect(reading.event != nil)
  }

  @Test func `Messages are in the event's language, else in that of the environment`() {
    #expect(reading(["会议.csv": "项目,内容\n名称,大会\n语言,en\n"]).language == .english)
    #expect(reading(["会议.csv": "项目,内容\n名称,大会\n"]).language == .chinese)
    for broken in ["项目,内容\n名称,大会\n语言,法文\n", "", "名称,大会\n"] {
      // The other tables are in Chinese.
      #expect(EventExample(["会议.csv": broken]).read(fallback: .english).language == .chinese)
    }
    for broken in ["key,value\nname,Assembly\nlanguage,French\n", "", "name,Assembly\n"] {
      let files = ["event.csv": broken, "people.csv": "name\nAda\n"].mapValues { Data($0.utf8) }
      for fallback in [Language.chinese, .english] {
        #expect(EventReader.read(files: files, fallback: fallback).language == fallback)
      }
    }
    #expect(Language.ofEnvironment(["LC_ALL": "", "LANG": "zh_CN.UTF-8"]) == .chinese)
    #expect(Language.ofEnvironment(["LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"]) == .english)
    #expect(Language.ofEnvironment([:]) == .english)
  }

  @Test func `Trains are told from flights by their numbers`() {
    for train in ["1", "1234", "G1", "d1234", "Y501"] { #expect(Journey(service: train).isByTrain) }
    for flight in ["12345", "G12345", "CA1234", "MU5101", "G", "", "X12"] {
      #expect(!Journey(service: flight).isByTrain)
    }
    #expect(!Journey().isByTrain)
  }
}
