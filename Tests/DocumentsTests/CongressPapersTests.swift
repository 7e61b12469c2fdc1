import Assembly
import Printing
import Testing

@testable import Documents

/// How much paper a congress takes: 2,975 people of 35 groups, in 49 vehicles and eight hotels.
@Suite struct `Papers of a congress` {
  private static let groups = 35
  private static let groupSize = 85
  private static let hotels = (1...8).map { "第\($0)宾馆" }

  /// Names that nobody shares, none of which is a part of another.
  private static func name(_ number: Int) -> String {
    let surnames = Array("王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘")
    let given = Array("伟芳娜敏静丽强磊军洋勇艳杰涛明超兰霞平刚桂文")
    let (first, second) = (number / groups % given.count, number / groups / given.count)
    return String([surnames[number % surnames.count], given[first], given[second]])
  }

  private static func at(_ day: Int, _ minutes: Int) -> Moment {
    Moment(minutesSince1970: (Example.firstNight + day) * 1_440 + minutes)
  }

  private static func hotel(_ person: Int) -> String { hotels[person / groupSize % hotels.count] }

  private static func congress() throws -> Event {
    var draft = EventDraft(settings: Settings(name: "第一次会议"))
    draft.settings.start = Day(number: Example.firstNight)
    draft.settings.end = Day(number: Example.firstNight + 9)
    draft.people = (0..<groups * groupSize).map { number in
      var entry = Example.person(number + 2, name(number), group: "第\(number / groupSize + 1)团")
      entry.gender = number % 2 == 0 ? .male : .female
      entry.entitlement = .twin
      // A group comes with six services.
      let service = number / groupSize * 6 + number % groupSize / 15
      entry.arrival = Journey(
        time: at(0, 480 + service * 3), place: service % 3 == 0 ? "机场" : "火车站",
        service: "G\(1_000 + service)",
        isCarried: true)
      entry.departure = Journey(
        time: at(9, 840 + service * 2), place: service % 3 == 0 ? "机场" : "火车站",
        service: "G\(2_000 + service)",
        isCarried: true)
      return entry
    }
    draft.rooms = (0..<groups * groupSize).map { number in
      Room(
        row: number + 2, hotel: hotel(number), floor: "\(number % 20 + 2)",
        number: "\(number % 20 + 2)\(number / 20 + 101)",
        type: .twin, beds: 2, price: 300, isAccessible: false)
    }
    draft.vehicles = (1...49).map { number in
      var vehicle = Vehicle(row: number + 1, id: "V\(number)", seats: 45)
      (vehicle.plate, vehicle.driver, vehicle.phone) = (
        "京A·C10\(number)", "司机\(number)", "139000010\(number)"
      )
      return vehicle
    }
    let places = ["机场", "火车站", "会场"] + hotels
    draft.routes = places.indices.flatMap { from in
      places.indices.filter { $0 > from }.map { to in
        Route(row: from * 20 + to + 2, from: places[from], to: places[to], minutes: 20)
      }
    }
    draft.transfers = (0..<4).map { number in
      var transfer = Transfer(
        row: number + 2, id: "T\(number + 1)", from: "会场", to: "会场", earliest: at(number + 1, 420),
        latest: at(number + 1, 480), who: [.all])
      transfer.name = "大会\(number + 1)"
      (transfer.from, transfer.to) = number % 2 == 0 ? ("第1宾馆", "会场") : ("会场", "第1宾馆")
      return transfer
    }
    return try Event(draft)
  }

  /// Ten of a service in each pick-up, fifteen in each drop-off, and 45 in each of four transfers.
  private static func plan(_ event: Event) -> EventPlan {
    var runs: [VehicleRun] = []
    func run(_ purpose: RunPurpose, _ riders: [Int], from: String, to: String, at moment: Moment) {
      runs.append(
        VehicleRun(
          vehicle: runs.count % 49, purpose: purpose, from: from, to: to, depart: moment,
          arrive: Moment(minutesSince1970: moment.minutesSince1970 + 20), riders: riders))
    }
    for (purpose, size) in [(RunPurpose.pickup, 10), (.dropoff, 15)] {
      for first in stride(from: 0, to: event.people.count, by: groupSize) {
        for start in stride(from: first, to: first + groupSize, by: size) {
          let riders = Array(start..<min(start + size, first + groupSize))
          let journey = purpose == .pickup ? event.people[start].arrival : event.people[start].departure
          let time = journey.time!.minutesSince1970 + (purpose == .pickup ? 30 : -90)
          let (station, hotel) = (journey.place!, hotel(start))
          run(
            purpose, riders, from: purpose == .pickup ? station : hotel,
            to: purpose == .pickup ? hotel : station, at: Moment(minutesSince1970: time))
        }
      }
    }
    for transfer in 0..<4 {
      for start in stride(from: 0, to: event.people.count, by: 45) {
        run(
          .transfer(transfer), Array(start..<min(start + 45, event.people.count)), from: "第1宾馆", to: "会场",
          at: at(transfer + 1, 430))
      }
    }
    return EventPlan(rooms: Example.roomPlan(event), vehicles: VehiclePlan(runs: runs))
  }

  private static func desk() throws -> PaperDesk {
    let event = try congress()
    return PaperDesk(
      plan(event), of: event, PaperSelection(), Edition(version: 1), key: Array("key".utf8), Typesetter())
  }

  /// How often each name stands on pages.
  private func counts(_ pages: [Page], _ people: [Person]) -> Set<Int> {
    let texts: [Text] = pages.flatMap(\.texts)
    let text = texts.map(\.string).joined(separator: " ")
    let known = Dictionary(text.split { "、：★ \u{3000}".contains($0) }.map { ($0, 1) }, uniquingKeysWith: +)
    return Set(people.map { known[$0.name[...], default: 0] })
  }

  /// Pages but the last that are less than a third full.
  private func poor(_ pages: [Page]) -> [Int] {
    pages.indices.dropLast().filter { number in
      let page = pages[number]
      let filled = page.texts.map(\.box.maxY).filter { $0 < page.size.height - 14 }.max() ?? 0
      return filled < page.size.height / 3
    }
  }

  @Test func `Vehicles take at most ninety sheets of lists, on which everybody stands once at each end`()
    throws
  {
    let desk = try Self.desk()
    let papers = [Paper.rideLists, .driverSlips, .pickups, .dropoffs].map { $0.pages(desk) }
    #expect(papers.reduce(0) { $0 + $1.count } <= 90, "\(papers.map(\.count))")
    for pages in papers { #expect(poor(pages) == []) }
    #expect(counts(papers[0], desk.event.people) == [6])
    #expect(counts(papers[2], desk.event.people) == [1] && counts(papers[3], desk.event.people) == [1])
  }

  @Test func `Hotels take at most thirty sheets, on which everybody stands twice`() throws {
    let desk = try Self.desk()
    let pages = Paper.roomList.pages(desk)
    #expect(pages.count <= 30)
    #expect(poor(pages) == [])
    #expect(counts(pages, desk.event.people) == [2])
  }
}
