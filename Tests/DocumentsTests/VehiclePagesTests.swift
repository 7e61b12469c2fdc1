import Assembly
import Documents
import Localization
import Testing

@Suite struct `The pages of the vehicles` {
  @Test func `A vehicle's sheet tells when to be where, with whom, and the hours at the wheel`() throws {
    let page = try page()
    let sheets = page.all("vehicle")
    #expect(sheets.map { $0.texts("h2") } == [["1京A1 · 小巴 · 4座 · V1司机 李师傅 139"], ["23座 · V2司机 "]])
    #expect(sheets[0].texts("h3") == ["3月4日驾驶 2 小时 20 分"])
    #expect(
      sheets[0].rows == [
        "08:15会场机场08:55空驶", "09:00机场酒店09:30接站3李小明 (P3)138", "09:35酒店机场10:05空驶",
        "10:10机场会场10:50接站1王五",
      ])
  }

  @Test func `Who leads a run and who rides are listed group by group`() throws {
    let riders = try page().all("riders")
    #expect(riders[0].texts("h4") == ["3.4 09:00 机场 → 酒店 · 接站3人"])
    #expect(riders[0].texts("li") == ["张三城关镇", "李小明 (P2)城关镇", "李小明 (P3) ★石桥镇"])
  }

  @Test func `A board of each place tells what leaves when`() throws {
    let boards = try page().all("board")
    #expect(boards.map { $0.texts("h2") } == [["发车表 · 机场"], ["发车表 · 酒店"]])
    #expect(
      boards[0].rows == ["3月4日", "09:001京A1酒店09:30接站3城关镇 2、石桥镇 1李小明 (P3)", "10:101京A1会场10:50接站1石桥镇 1王五"])
    #expect(boards[1].rows == ["3月5日", "07:402V2会场08:00赴会3城关镇 2、石桥镇 1李小明 (P3)"])
  }

  @Test func `Those of one group, service and run stand in one line of the pick-ups`() throws {
    let table = try #require(try page().all("journeys").first)
    #expect(table.texts("h2") == ["接站安排表"])
    #expect(
      table.rows == [
        "3月4日", "08:25机场CA1城关镇张三、李小明 (P2)209:00酒店1 京A1李师傅 139",
        "08:25机场CA1石桥镇李小明 (P3)109:00酒店1 京A1李师傅 139", "09:40机场石桥镇王五110:10会场1 京A1李师傅 139",
      ])
  }

  @Test func `The chart has a line a vehicle for each day, with what it carries`() throws {
    let charts = try page().all("chart")
    #expect(charts.count == 2)
    #expect(charts.map { $0.all("number").map(\.text) } == [["1"], ["2"]])
    #expect(charts[0].all("pickup").filter { $0.name == "rect" }.count == 2)
    #expect(charts[0].all("empty").filter { $0.name == "rect" }.count == 2)
    #expect(
      charts[1].all("transfer").filter { $0.name == "rect" }.map(\.content) == [
        "赴会 · 07:40 酒店 → 会场 08:00 · 3人"
      ])
  }

  @Test func `Who is not carried is told, in the list of pick-ups too`() throws {
    var plan = Example.vehiclePlan
    plan.runs.remove(at: 1)
    plan.unplaced = [Unplaced(person: 3, module: .vehicles, reason: .told("full"))]
    let page = try page(plan)
    #expect(page.all("unplaced").map(\.content) == ["未安排车辆 1王五 · 石桥镇"])
    #expect(page.all("journeys")[0].rows.last == "09:40机场石桥镇王五1未安排车辆")
  }

  @Test func `Text of an event is text, whatever it looks like`() throws {
    let html = VehiclePages(
      event: try Example.fleet { draft in
        draft.settings.name = "<b>\"会\" & 议</b>"
        draft.people[0].name = "<script>alert(1)</script>"
        draft.people[0].groupName = "a\u{202E}b"
        draft.vehicles![0].plate = "</style>&amp;"
        draft.transfers[0].name = "<i>"
      }, plan: Example.vehiclePlan
    ).html()
    #expect(
      html.ranges(of: "<script").count == 1 && !html.contains("</style>&")
        && !html.contains("\u{202E}"))
    let page = try #require(parsed(html))
    #expect(page.all("riders")[0].content.contains("<script>alert(1)</script>"))
  }

  @Test func `An English event has English pages`() throws {
    let event = try Example.fleet { $0.settings.language = .english }
    let page = try #require(parsed(VehiclePages(event: event, plan: Example.vehiclePlan).html()))
    #expect(page.attributes["lang"] == "en")
    #expect(page.all("vehicle")[0].texts("h3") == ["4 Marat the wheel 2 h 20 min"])
    #expect(page.all("summary").map(\.content) == ["2 vehicles · 3 runs · 7 rides"])
  }

  @Test func `The same plan gives the same bytes`() throws {
    let event = try Example.fleet()
    let pages = VehiclePages(event: event, plan: Example.vehiclePlan)
    #expect(pages.html() == pages.html())
    #expect(try page(VehiclePlan(runs: [])).all("vehicle").isEmpty)
  }

  private func page(_ plan: VehiclePlan = Example.vehiclePlan) throws -> Element {
    try #require(parsed(VehiclePages(event: Example.fleet(), plan: plan).html()), "well-formed XML")
  }
}

extension Element {
  /// The texts of the elements of a name below.
  fileprivate func texts(_ name: String) -> [String] {
    descendants.filter { $0.name == name }.map(\.content)
  }

  /// The texts of the rows of tables below, headers apart.
  fileprivate var rows: [String] {
    descendants.filter { $0.name == "tbody" }.flatMap(\.children).map(\.content)
  }
}

extension Example {
  private static func at(_ day: Int, _ hour: Int, _ minute: Int) -> Moment {
    Moment(minutesSince1970: (firstNight + day) * 1_440 + hour * 60 + minute)
  }

  /// The fleet, whose transfer is fixed and has a way back four hours later.
  static func fixedFleet(_ change: (inout EventDraft) -> Void = { _ in }) throws -> Event {
    try fleet { draft in
      draft.transfers[0].isFixed = true
      var back = draft.transfers[0]
      (back.row, back.id, back.name, back.from, back.to) = (3, "T2", "返回", "会场", "酒店")
      back.earliest = Moment(minutesSince1970: back.earliest.minutesSince1970 + 240)
      back.latest = Moment(minutesSince1970: back.latest.minutesSince1970 + 240)
      draft.transfers.append(back)
      change(&draft)
    }
  }

  /// Four people, three of whom come with one flight, two vehicles, and a transfer on the second day.
  static func fleet(_ change: (inout EventDraft) -> Void = { _ in }) throws -> Event {
    var draft = EventDraft(settings: Settings(name: "青石县人民代表大会"))
    draft.people = ["张三", "李小明", "李小明", "王五"].enumerated().map { index, name in
      var entry = person(index + 1, name, group: index < 2 ? "城关镇" : "石桥镇")
      entry.room = index < 3 ? "酒店" : nil
      entry.arrival =
        index < 3
        ? Journey(time: at(0, 8, 25), place: "机场", service: "CA1", isCarried: true)
        : Journey(time: at(0, 9, 40), place: "机场", isCarried: true)
      return entry
    }
    draft.people[2].role = .staff
    draft.people[2].phone = "138"
    draft.vehicles = [Vehicle(row: 2, id: "V1", seats: 4), Vehicle(row: 3, id: "V2", seats: 3)]
    (draft.vehicles![0].kind, draft.vehicles![0].plate) = ("小巴", "京A1")
    (draft.vehicles![0].driver, draft.vehicles![0].phone) = ("李师傅", "139")
    draft.vehicles![1].base = "酒店"
    draft.routes = [
      Route(row: 2, from: "会场", to: "酒店", minutes: 20), Route(row: 3, from: "机场", to: "会场", minutes: 40),
      Route(row: 4, from: "机场", to: "酒店", minutes: 30),
    ]
    draft.transfers = [
      Transfer(
        row: 2, id: "T1", from: "酒店", to: "会场", earliest: at(1, 7, 30), latest: at(1, 8, 0), who: [.all])
    ]
    draft.transfers[0].name = "赴会"
    change(&draft)
    return try Event(draft)
  }

  /// One vehicle meets the four in two runs, the other carries three of them to the venue a day later.
  static let vehiclePlan = VehiclePlan(runs: [
    VehicleRun(
      vehicle: 0, purpose: .pickup, from: "机场", to: "酒店", depart: at(0, 9, 0), arrive: at(0, 9, 30),
      riders: [0, 1, 2]),
    VehicleRun(
      vehicle: 0, purpose: .pickup, from: "机场", to: "会场", depart: at(0, 10, 10), arrive: at(0, 10, 50),
      riders: [3]),
    VehicleRun(
      vehicle: 1, purpose: .transfer(0), from: "酒店", to: "会场", depart: at(1, 7, 40), arrive: at(1, 8, 0),
      riders: [0, 1, 2]),
  ])
}
