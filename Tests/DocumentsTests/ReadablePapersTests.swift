import Assembly
import Foundation
import Printing
import Testing

@testable import Documents

/// What is read at a glance: names, vehicles, sections.
@Suite struct `Papers at a glance` {
  private func desk(_ event: Event, _ plan: EventPlan) -> PaperDesk {
    PaperDesk(plan, of: event, PaperSelection(), Edition(version: 3), key: Array("key".utf8), Typesetter())
  }

  private func texts(_ paper: Paper, _ desk: PaperDesk, of person: Int? = nil) -> [[String]] {
    var selection = PaperSelection()
    selection.people = person.map { [$0] }
    return paper.pages(desk.selecting(selection)).map { $0.texts.map(\.string) }
  }

  // MARK: Vehicles

  /// All are met by the first vehicle. There and back the second carries two and, where it goes again, a third one later;
  /// the first carries the fourth.
  private func riding(again: Bool) throws -> PaperDesk {
    let event = try Example.fixedFleet { draft in
      for index in draft.people.indices { draft.people[index].room = "酒店" }
    }
    let there = try #require(Example.vehiclePlan.runs.last)
    func run(_ vehicle: Int, _ transfer: Int, after minutes: Int, _ riders: [Int]) -> VehicleRun {
      let places = transfer == 0 ? ("酒店", "会场") : ("会场", "酒店")
      return VehicleRun(
        vehicle: vehicle, purpose: .transfer(transfer), from: places.0, to: places.1,
        depart: Moment(minutesSince1970: there.depart.minutesSince1970 + minutes),
        arrive: Moment(minutesSince1970: there.arrive.minutesSince1970 + minutes), riders: riders)
    }
    var runs = Example.vehiclePlan.runs.dropLast() + [run(0, 0, after: 5, [3]), run(0, 1, after: 240, [3])]
    runs += [run(1, 0, after: 0, [0, 1]), run(1, 1, after: 240, [0, 1])]
    if again { runs += [run(1, 0, after: 30, [2]), run(1, 1, after: 270, [2])] }
    return desk(event, EventPlan(vehicles: VehiclePlan(runs: Array(runs))))
  }

  @Test func `The back of a badge tells what each vehicle is for, each once`() throws {
    let desk = try riding(again: false)
    // Met by the first; the second is that of all fixed transfers.
    #expect(texts(.badges, desk, of: 0)[1].contains("接站\u{A0}1号车　对号\u{A0}2号车"))
    // One vehicle for everything is told by its number.
    #expect(texts(.badges, desk, of: 3)[1].contains("1号车"))
    #expect(SeatMap(event: desk.event, desk.plan).otherPlaces(of: 0) == ["用车：接站\u{A0}1号车；对号\u{A0}2号车"])
  }

  @Test func `Whoever rides once, and others more often, reads when and what for`() throws {
    let event = try Example.fleet { draft in
      for index in draft.people.indices { draft.people[index].room = "酒店" }
    }
    let there = try #require(Example.vehiclePlan.runs.last)
    func ride(_ run: VehicleRun, in vehicle: Int, _ riders: [Int]) -> VehicleRun {
      VehicleRun(
        vehicle: vehicle, purpose: run.purpose, from: run.from, to: run.to, depart: run.depart,
        arrive: run.arrive,
        riders: riders)
    }
    let pickups = Example.vehiclePlan.runs.dropLast().map { run in
      ride(run, in: run.vehicle, run.riders.filter { $0 != 3 })
    }
    let runs = pickups + [ride(there, in: 0, [3]), ride(there, in: 1, [0, 1, 2])]
    let desk = desk(event, EventPlan(vehicles: VehiclePlan(runs: runs)))
    let sides = texts(.badges, desk, of: 3).map { $0.joined(separator: "|") }
    #expect(sides[0].contains("3.5 07:40"), "\(sides[0])")
    #expect(sides[1].contains("\u{A0}1号车"), "\(sides[1])")
  }

  @Test func `Where one vehicle goes again, cards tell hours of those that go once as well`() throws {
    let again = try riding(again: true)
    #expect(texts(.badges, again, of: 0)[0].contains { $0.contains("2号车 第1趟") && $0.contains("07:40 11:40") })
    #expect(texts(.badges, again, of: 3)[0].contains("1号车　3.5 07:45 11:40"))
    // Where none does, numbers are enough.
    #expect(!texts(.badges, try riding(again: false)).joined().contains { $0.contains("07:4") })
    // Hours stand well under the code.
    let front = Paper.badges.pages(again)[0]
    let codes = front.marks.flatMap { mark -> [Double] in
      guard case .placed(let marks, let place) = mark else { return [] }
      return marks.compactMap { if case .code(_, let box) = $0 { place.y + box.maxY } else { nil } }
    }
    let hours = front.texts.filter { $0.string.contains("07:4") }.map(\.box.y)
    for line in hours { #expect(codes.contains { line - $0 >= 3 && line - $0 < 10 }) }
  }

  // MARK: Names

  @Test(arguments: [
    ("王 芳", "王芳"), ("欧阳 明", "欧阳明"), ("欧 阳 明", "欧阳明"), ("欧阳 少东", "欧阳少东"), ("张伟 李娜", "张伟 李娜"),
    ("Ada Smith", "Ada Smith"), ("阿不都 热合曼", "阿不都 热合曼"),
  ])
  func `Blanks in a Chinese name are closed up, those between two names are not`(name: String, shown: String)
  {
    #expect(name.closedUp == shown)
  }

  @Test(arguments: ["阿不都热合曼·买买提·吐尔逊江", "Alexandra Konstantinopoulou"])
  func `A long name has two lines on a badge, each broken between its parts`(name: String) throws {
    let event = try Example.small { $0.people[0].name = name }
    let desk = desk(event, EventPlan(rostrum: Example.rostrumPlan(event), hall: Example.hallPlan(event)))
    for size in Paper.badges.sizes {
      let page = Paper.badges.pages(desk, size: size)[0]
      let lines = page.texts.filter { text in
        text.style.size > 9 && !text.string.isEmpty && name.contains(text.string)
      }
      #expect(lines.count == 2 && lines[0].box.maxY <= lines[1].box.y + 0.01, "\(size.name) \(lines)")
      #expect(lines.map(\.string).joined().withoutBlanks == name.withoutBlanks)
      for line in lines {
        #expect(desk.typesetter.width(of: line.string, line.style) <= line.box.width * 1.25, "\(size.name)")
      }
    }
  }

  // MARK: Sections and discussions

  @Test func `Maps of badges and handbook tell the names of sections over their front rows`() throws {
    let event = try Example.fan()
    let desk = desk(event, EventPlan(rostrum: Example.rostrumPlan(event), hall: Example.hallPlan(event)))
    let sections = try #require(event.hall).sections
    let chart = try #require(HallChart(desk, width: 180)).blocks.flatMap(\.strip.marks)
    let names = Page(.a4, chart).texts.filter { sections.contains($0.string) }
    #expect(names.sorted { $0.box.midX < $1.box.midX }.map(\.string) == sections)
    let marks = HallMaps(of: desk, width: 78, height: 66).marks(
      of: desk.seating.seat(of: 20), at: Point(0, 0))
    guard case .placed(let inner, _) = try #require(marks.first), case .stamp(let map, _) = inner[0] else {
      Issue.record("no map")
      return
    }
    #expect(Page(map.size, map.marks).texts.map(\.string) == sections)
    for text in Page(map.size, map.marks).texts { #expect(text.box.y > 8 && text.box.maxX <= 78) }
    // A hall of one section has no name to tell.
    let plain = try Example.small { draft in
      for line in draft.hall!.indices { draft.hall![line].section = "大厅" }
    }
    let other = self.desk(plain, EventPlan(hall: Example.hallPlan(plain)))
    let single = try #require(HallChart(other, width: 180)).blocks.flatMap(\.strip.marks)
    #expect(!Page(.a4, single).texts.contains { $0.string == "大厅" })
  }

  @Test func `The handbook tells who discusses where, when and under whom`() throws {
    let event = try Example.small { draft in
      draft.discussion = [
        DiscussionRoom(row: 2, name: "一室", session: "上午", seats: 9),
        DiscussionRoom(row: 3, name: "二室", session: "上午", seats: 9),
        DiscussionRoom(row: 4, name: "一室", session: "下午", seats: 9),
        DiscussionRoom(row: 5, name: "三室", session: "下午", seats: 9),
      ]
    }
    var plan = EventPlan()
    plan.discussion = DiscussionPlan(
      assignments: [(0, 0), (0, 2), (1, 1), (1, 3)].map { DiscussionAssignment(group: $0.0, room: $0.1) })
    let pages = texts(.handbook, desk(event, plan))
    let number = try #require(pages[1].firstIndex(of: "分组讨论").map { pages[1][$0 + 1] }.flatMap(Int.init))
    let page = pages[number - 1]
    let row = try #require(page.lastIndex(of: "城关镇"))
    #expect(Array(page[row..<row + 5]) == ["城关镇", "4", "一室", "各场", "主席1"])
    // A group that moves has a row a room.
    let moving = try #require(page.lastIndex(of: "石桥镇"))
    #expect(Array(page[moving..<moving + 7]) == ["石桥镇", "7", "二室", "上午", "主席3", "三室", "下午"])
    #expect(page.contains("场次：上午、下午"))
  }

  @Test func `A session for which a group has no room is told beside the others`() throws {
    let event = try Example.small { draft in
      draft.discussion = [
        DiscussionRoom(row: 2, name: "一室", session: "上午", seats: 9),
        DiscussionRoom(row: 3, name: "二室", session: "上午", seats: 9),
        DiscussionRoom(row: 4, name: "一室", session: "下午", seats: 9),
      ]
    }
    var plan = EventPlan()
    plan.discussion = DiscussionPlan(
      assignments: [(0, 0), (0, 2), (1, 1)].map { DiscussionAssignment(group: $0.0, room: $0.1) })
    let desk = desk(event, plan)
    let members = try #require(event.discussion).groups[1].members
    #expect(desk.discussionRoom(of: members[0]) == "上午 二室、下午 未安排")
    #expect(desk.discussionRooms(of: members[0]) == "上午 二室、下午 未安排")
    let page = try #require(texts(.handbook, desk).first { $0.contains("分组讨论") && $0.contains("二室") })
    #expect(page.contains("未安排"))
  }
}
