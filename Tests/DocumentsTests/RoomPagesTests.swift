import Assembly
import Documents
import Foundation
import Localization
import Testing

@Suite struct `The pages of the hotels` {
  private let plan = plan([0, 1, 1])

  @Test func `Each hotel has its floors, and each floor its rooms with who sleeps there`() throws {
    let page = try page(Example.roomStock(), plan)
    let hotels = page.all("hotel")
    #expect(
      hotels.map { $0.everyText("h2") } == [
        ["迎宾馆用房 2 / 3 间 · 入住 3 人 · 房费 3,300 元"], ["湖滨用房 0 / 1 间 · 入住 0 人 · 房费 0 元"],
      ])
    #expect(hotels[0].all("floor").map { $0.everyText("h3") } == [["3层2 / 2"], ["4层0 / 1"]])
    let rooms = hotels[0].all("room").map(\.content)
    #expect(
      rooms == [
        "301套房无障碍8001王五3.4–3.7", "302标间3001李小明 P33.4–3.72李小明 P43.5–3.7", "401标间280空房 · 2床",
      ])
  }

  @Test func `Only people of one name have their ids beside it`() throws {
    let text = try page(Example.roomStock(), plan).all("room").map(\.content).joined()
    #expect(text.contains("李小明 P3") && text.contains("李小明 P4"))
    #expect(!text.contains("P2"))
  }

  @Test func `A group has its colour and number in each room and in the legend`() throws {
    let hotel = try page(Example.roomStock(), plan).all("hotel")[0]
    #expect(hotel.all("legend")[0].everyText("li") == ["1城关镇 2人 · 3层", "2石桥镇 1人 · 3层"])
    #expect(hotel.all("g1").map(\.content) == ["2", "2李小明 P43.5–3.7"])
    let html = RoomPages(event: try Example.roomStock(), plan: plan).html()
    #expect(html.contains(".g0 { background: #"))
  }

  @Test func `Totals stand by type and by night, over all hotels too`() throws {
    let page = try page(Example.roomStock(), plan)
    let tables = page.descendants.filter { $0.name == "table" }.map { table in
      table.children.map { $0.children.map(\.content).joined(separator: " ") }
    }
    #expect(
      tables == [
        ["酒店 房间 用房 人数 单位数 房费（元）", "迎宾馆 3 2 3 2 3,300", "湖滨 1 0 0 0 0", "合计 4 2 3 2 3,300"],
        ["房型 房间 用房 床位 人数 房费（元）", "套房 1 1 1 1 2,400", "标间 2 1 4 2 900"],
        ["夜 3.4 3.5 3.6", "住宿人数 2 3 3", "用房 2 2 2", "空房 1 1 1", "空床 3 2 2"],
        ["房型 房间 用房 床位 人数 房费（元）", "单间 1 0 1 0 0"],
        ["夜 3.4 3.5 3.6", "住宿人数 0 0 0", "用房 0 0 0", "空房 1 1 1", "空床 1 1 1"],
      ])
  }

  @Test func `A group in two hotels is one in their sum`() throws {
    let page = try page(Example.roomStock(), Self.plan([0, 3, 1]))
    let totals = page.descendants.first { $0.name == "table" }
    #expect(totals?.children.map { $0.children[4].content } == ["单位数", "2", "1", "2"])
  }

  @Test func `Beds that are free and nights on which a room cannot be used are told`() throws {
    let event = try Example.roomStock { draft in
      draft.rooms![1].beds = 3
      draft.rooms![2].from = Day(number: Example.firstNight + 1)
      draft.rooms![3].to = Day(number: Example.firstNight + 2)
    }
    let page = try page(event, plan)
    #expect(page.all("idle").map(\.content) == ["空1床", "空房 · 2床", "空房 · 1床"])
    #expect(page.all("open").map(\.content) == ["3.5起可用", "3.6前可用"])
    let nights = page.all("hotel").map { $0.descendants.filter { $0.name == "tr" }.map(\.content) }
    #expect(nights[0].contains("空房011"))
    #expect(nights[1].contains("空房110"))
  }

  @Test func `Nights between two stays on which nobody is there are not listed`() throws {
    let event = try Example.roomStock { draft in
      draft.people[2].checkIn = Day(number: Example.firstNight + 10_000)
      draft.people[2].checkOut = Day(number: Example.firstNight + 10_001)
    }
    let tables = try page(event, plan).all("hotel")[0].descendants.filter { $0.name == "table" }
    #expect(tables[1].children[0].children.count == 1 + 3 + 1)
  }

  @Test func `A bed that is used by one after the other is not free`() throws {
    let event = try Example.roomStock { draft in
      draft.people[1].checkOut = Day(number: Example.firstNight + 1)
    }
    #expect(try page(event, plan).all("idle").map(\.content) == ["空1床", "空房 · 2床", "空房 · 1床"])
  }

  @Test func `Who has no bed is listed with the nights`() throws {
    let page = try page(Example.roomStock(), Self.plan([nil, 1, 1]))
    #expect(page.all("unplaced").map(\.content) == ["未安排床位 1王五 · 城关镇 · 镇长 · 3.4–3.7，3晚"])
  }

  @Test func `Text of an event is text, whatever it looks like`() throws {
    let event = try Example.roomStock { draft in
      draft.settings.name = "<b>\"会\" & 议</b>"
      draft.people[0].name = "<script>alert(1)</script>"
      draft.people[0].groupName = "a\u{202E}b"
      for room in 0..<3 {
        draft.rooms![room].hotel = "</style>&amp;"
        draft.rooms![room].number = "<i>\(room)"
      }
    }
    let html = RoomPages(event: event, plan: plan).html()
    #expect(
      html.ranges(of: "<script").count == 1 && !html.contains("</style>&")
        && !html.contains("\u{202E}"))
    let page = try page(event, plan)
    #expect(page.all("room")[0].content.contains("<script>alert(1)</script>"))
    #expect(page.all("hotel")[0].content.hasPrefix("</style>&amp;"))
  }

  @Test func `An English event has English pages`() throws {
    let page = try page(Example.roomStock { $0.settings.language = .english }, plan)
    #expect(page.attributes["lang"] == "en")
    #expect(page.all("hotel")[0].everyText("h2") == ["迎宾馆2 of 3 rooms · 3 people · 3,300 yuan"])
    #expect(page.all("room")[0].content == "301Suiteaccessible8001王五4 Mar–7 Mar")
    #expect(page.all("floor")[0].everyText("h3") == ["Floor 32 / 2"])
  }

  @Test func `An event without hotels has an empty page`() throws {
    let page = try page(Example.small(), RoomPlan(assignments: []))
    #expect(page.all("hotel").isEmpty)
  }

  @Test func `The same plan gives the same bytes, each person once`() throws {
    let event = try Example.hotels(2, groups: 9)
    let plan = Example.roomPlan(event)
    let html = RoomPages(event: event, plan: plan).html()
    #expect(html == RoomPages(event: event, plan: plan).html())
    let page = try page(event, plan)
    let lines = page.all("room").flatMap(\.children).filter { $0.name == "p" && !$0.hasClass("idle") }
    #expect(lines.count == plan.assignments.count)
    #expect(plan.assignments.count > 700)
  }

  @Test(.enabled(if: Browser.isExpected, "no chromium, chromium-browser or google-chrome on PATH"))
  func `Hotels print on sheets of A4 of their own`() throws {
    let browser = try #require(Browser.installed, "CI=true asks for this test, and no Chromium is on PATH")
    let one = RoomPages(event: try Example.roomStock { $0.rooms!.removeLast() }, plan: plan).html()
    #expect(try browser.printed(one, fragment: "") == ["841 x 594"])
    let two = RoomPages(event: try Example.roomStock(), plan: plan).html()
    #expect(try browser.printed(two, fragment: "") == ["841 x 594", "841 x 594", "841 x 594"])
  }

  /// Person i sleeps in room `rooms[i]`.
  static func plan(_ rooms: [Int?]) -> RoomPlan {
    RoomPlan(
      assignments: rooms.enumerated().compactMap { person, room in
        room.map { RoomAssignment(person: person, room: $0) }
      },
      unplaced: rooms.indices.filter { rooms[$0] == nil }.map {
        Unplaced(person: $0, module: .rooms, reason: .told("full"))
      })
  }

  private func page(_ event: Event, _ plan: RoomPlan) throws -> Element {
    let html = RoomPages(event: event, plan: plan).html()
    return try #require(parsed(html), "the page is well-formed XML")
  }
}

extension Element {
  /// The texts of the elements of a name below.
  fileprivate func everyText(_ name: String) -> [String] {
    descendants.filter { $0.name == name }.map(\.content)
  }
}
