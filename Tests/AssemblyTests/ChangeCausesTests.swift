import Localization
import Testing

@testable import Assembly

/// What somebody is told who is elsewhere: the true cause, and nobody's name who has nothing to do with it.
@Suite struct `The cause of a change` {
  /// A hall of one row, people by their seats; a name without a seat is unplaced.
  private struct Seated {
    var names: [String]
    var seats: [Int?]
    var length = 8
    var change: (inout EventDraft) -> Void = { _ in }

    func event() throws -> Event {
      var draft = EventDraft(settings: Settings(name: "会议"))
      draft.people = names.enumerated().map { PersonEntry(row: $0 + 2, id: $1, name: $1) }
      draft.hall = [line("A", 1, 1, length)]
      change(&draft)
      return try Event(draft)
    }

    var plan: EventPlan {
      let left = seats.indices.filter { seats[$0] == nil }
      return EventPlan(
        hall: HallPlan(
          assignments: seats.enumerated().compactMap { person, seat in
            seat.map { HallAssignment(person: person, seat: $0 - 1) }
          },
          unplaced: left.map { Unplaced(person: $0, module: .hall, reason: .hallFull(seats: 1, due: 2)) }))
    }
  }

  /// The causes from one seating to another, by name.
  private func causes(_ before: Seated, _ now: Seated) throws -> [String: String] {
    let (old, new) = (try before.event(), try now.event())
    let comparison = PlanComparison(
      from: before.plan, to: now.plan, since: TableChange(from: old, to: new))
    return Dictionary(
      uniqueKeysWithValues: comparison.changes.map { change in
        let name = change.person.map { new.people[$0].name } ?? old.people[change.earlierPerson!].name
        return (name, comparison.phrase(for: change.cause, from: old, to: new).english)
      })
  }

  private let four = Seated(names: ["a", "b", "c", "d"], seats: [1, 2, 3, 4])

  @Test func `of who moves into an empty seat is who left it, whoever follows`() throws {
    var now = Seated(names: ["a", "b", "c", "d"], seats: [nil, 1, 2, 3])
    now.change = { $0.people[0].isAbsent = true }
    let plan = now
    // Nobody took a place from b, c or d.
    #expect(
      try causes(four, plan) == [
        "a": "absent", "b": "in place of a", "c": "in place of b", "d": "in place of c",
      ])
  }

  @Test func `of who makes room for a newcomer is who has the place now`() throws {
    let now = Seated(names: ["a", "b", "c", "d", "n"], seats: [1, 3, 4, 5, 2])
    #expect(
      try causes(four, now) == [
        "n": "new on the list", "b": "the place went to n", "c": "the place went to b",
        "d": "the place went to c",
      ])
  }

  @Test func `of who makes room for a pin is who is pinned there, who is pinned by the table`() throws {
    var now = Seated(names: ["a", "b", "c", "d"], seats: [4, 2, 3, 1])
    now.change = { $0.people[0].seat = .hall(section: "A", row: .number(1), seat: .number(4)) }
    #expect(try causes(four, now) == ["a": "given by the table", "d": "the place went to a"])
    // A pin that was there before moves nobody.
    var before = four
    before.change = now.change
    #expect(try causes(before, now)["a"] == "rearranged")
  }

  @Test func `of whose seat is gone is that, and of who came back that they are not absent`() throws {
    var before = Seated(names: ["a", "b", "c", "d"], seats: [1, nil, 7, 8])
    before.change = { $0.people[1].isAbsent = true }
    let now = Seated(names: ["a", "b", "c", "d"], seats: [1, 2, 3, 4], length: 6)
    #expect(
      try causes(before, now) == [
        "b": "no longer absent", "c": "the place is no longer there", "d": "the place is no longer there",
      ])
  }

  @Test func `of who had no seat is that, of who has none that there is none, or that they are to have none`()
    throws
  {
    let before = Seated(names: ["a", "b", "c"], seats: [1, nil, 2], length: 2)
    var now = Seated(names: ["a", "b", "c"], seats: [nil, 1, nil], length: 2)
    #expect(
      try causes(before, now) == ["a": "no place left", "b": "had no place before", "c": "no place left"])
    now.change = { $0.people[0].seat = SeatWish.none }
    #expect(try causes(before, now)["a"] == "their line of the list changed")
  }

  @Test func `of who moves for nothing that the tables say is that others were rearranged`() throws {
    let now = Seated(names: ["a", "b", "c", "d"], seats: [2, 1, 3, 4])
    #expect(try causes(four, now) == ["a": "rearranged", "b": "rearranged"])
  }

  @Test func `of who was put elsewhere in the files of the plan is that, as long as they stay there`() throws
  {
    var now = Seated(names: ["a", "b", "c", "d"], seats: [2, 1, nil, 4])
    now.change = { $0.people[2].isAbsent = true }
    let (old, new) = (try four.event(), try now.event())
    func side(_ seats: [Int?]) -> HandEdits.Side {
      let seated = Seated(names: four.names, seats: seats)
      return HandEdits.Side(seated.plan, since: TableChange(from: old, to: new))
    }
    // By hand a and b changed seats, and d went to seat 6, from where the replan took them back.
    let edits = HandEdits(from: side([1, 2, 3, 4]), to: side([2, 1, 3, 6]))
    let comparison = PlanComparison(
      from: four.plan, to: now.plan, since: TableChange(from: old, to: new), edits: edits)
    #expect(
      comparison.changes.map { comparison.phrase(for: $0.cause, from: old, to: new).english }
        == ["moved by hand", "moved by hand", "absent"])
  }

  // MARK: Tables

  /// Two tables of two seats, the first of them the main one; people by their tables, 0 for nobody's.
  private func dining(
    _ names: [String], _ tables: [Int], _ change: (inout EventDraft) -> Void = { _ in }
  ) throws -> (Event, EventPlan) {
    var draft = EventDraft(settings: Settings(name: "会议"))
    draft.people = names.enumerated().map { index, name in
      var person = PersonEntry(row: index + 2, id: name, name: name)
      person.rank = Double(index + 1)
      return person
    }
    draft.tables = [
      DiningTable(row: 2, number: "1", seats: 2, order: 1), DiningTable(row: 3, number: "2", seats: 2),
    ]
    change(&draft)
    let plan = TablePlan(
      assignments: tables.enumerated().filter { $0.element > 0 }.map {
        TableAssignment(person: $0.offset, table: $0.element - 1)
      })
    var whole = EventPlan()
    whole.tables = plan
    return (try Event(draft), whole)
  }

  @Test func `of who moves up to the main table is who left a seat there, of who makes room who has it now`()
    throws
  {
    let before = try dining(["a", "b", "c"], [1, 1, 2])
    #expect(
      causes(before, try dining(["a", "b", "c"], [0, 1, 1]) { $0.people[0].isAbsent = true })
        == ["absent", "in place of a"])
    #expect(
      causes(
        before,
        try dining(["a", "b", "c", "n"], [1, 2, 2, 1]) { $0.people[3].rank = 1.5 })
        == ["the place went to n", "new on the list"])
    #expect(causes(before, try dining(["a", "b", "c"], [2, 1, 1])) == ["rearranged", "rearranged"])
  }

  @Test func `of who makes room at the first of tables in order is not who left the next`() throws {
    func order(_ draft: inout EventDraft) { draft.tables?[1].order = 2 }
    let before = try dining(["a", "b", "c", "d"], [1, 1, 2, 2], order)
    let now = try dining(["a", "b", "c", "d", "n"], [1, 2, 2, 0, 1]) { draft in
      order(&draft)
      draft.people[3].isAbsent = true
      draft.people[4].rank = 1.5
    }
    #expect(causes(before, now) == ["the place went to n", "absent", "new on the list"])
    #expect(causes(now, before) == ["in place of n", "no longer absent", "no longer on the list"])
  }

  // MARK: Rides

  /// Two who land together ride by bus 1, 2 … at an hour.
  private func rides(
    by vehicle: Int, at hour: Int, _ change: (inout EventDraft) -> Void = { _ in }
  ) throws -> (Event, EventPlan) {
    let day = 20_000 * 1_440
    var draft = EventDraft(settings: Settings(name: "会议"))
    draft.settings.place = "Hall"
    draft.people = ["a", "b"].enumerated().map { index, name in
      var person = PersonEntry(row: index + 2, id: name, name: name)
      person.arrival = Journey(
        time: Moment(minutesSince1970: day + 540), place: "Airport", service: "CA1", isCarried: true)
      person.room = "Inn"
      return person
    }
    draft.vehicles = (1...2).map { Vehicle(row: $0 + 1, id: "V\($0)", seats: 4) }
    draft.routes = [
      Route(row: 2, from: "Airport", to: "Inn", minutes: 40),
      Route(row: 3, from: "Airport", to: "Hall", minutes: 40),
      Route(row: 4, from: "Inn", to: "Hall", minutes: 5),
    ]
    change(&draft)
    let event = try Event(draft)
    let index = try #require(event.fleet!.vehicles.firstIndex { $0.id == "V\(vehicle)" })
    let run = VehicleRun(
      vehicle: index, purpose: .pickup, from: "Airport", to: "Inn",
      depart: Moment(minutesSince1970: day + hour * 60),
      arrive: Moment(minutesSince1970: day + hour * 60 + 40), riders: [0, 1])
    var plan = VehiclePlan(runs: [run])
    plan.numbersShown = [index: vehicle]
    return (event, EventPlan(vehicles: plan))
  }

  private func causes(_ before: (Event, EventPlan), _ now: (Event, EventPlan)) -> [String] {
    let comparison = PlanComparison(
      from: before.1, to: now.1, since: TableChange(from: before.0, to: now.0))
    return comparison.changes.map { comparison.phrase(for: $0.cause, from: before.0, to: now.0).english }
  }

  @Test func `of another bus is the flight of those whose flight is late, the lost bus of the others`() throws
  {
    let before = try rides(by: 1, at: 10)
    #expect(
      causes(
        before,
        try rides(by: 2, at: 11) { draft in
          draft.vehicles!.removeFirst()
          draft.people[0].arrival.time = Moment(minutesSince1970: 20_000 * 1_440 + 600)
        }) == ["the journey changed", "the vehicle is no longer there"])
    #expect(
      causes(before, try rides(by: 2, at: 10) { $0.vehicles![0].seats = 1 })
        == Array(repeating: "the vehicle has other seats or hours", count: 2))
    // A flight of another number that lands as before is no other journey.
    #expect(
      causes(before, try rides(by: 2, at: 10) { $0.people[0].arrival.service = "CA2" })
        == Array(repeating: "rearranged", count: 2))
    #expect(causes(before, try rides(by: 1, at: 10) { $0.people[0].phone = "5" }) == [])
  }
}
