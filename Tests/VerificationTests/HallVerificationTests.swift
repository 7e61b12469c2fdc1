import Assembly
import ProcessorTime
import Testing
import Verification

private let oneRow = [line(1, 1, 5)]
private let twoRows = [line(1, 1, 5), line(2, 1, 5)]

@Suite struct HallVerificationTests {
  @Test func `A plan that keeps every rule is silent`() throws {
    let event = try hallEvent(twoRows, groups: [3, 3])
    #expect(violations(hallPlan([1, 2, 0, 6, 7, 5]), event).isEmpty == false)
    #expect(violations(hallPlan([2, 1, 3, 7, 6, 8]), event) == [])
  }

  @Test func `Everybody due is spoken of once`() throws {
    let event = try hallEvent(oneRow, groups: [2]) { $0.people[1].seat = SeatWish.none }
    #expect(violations(hallPlan([2]), event) == [])
    #expect(violations(hallPlan([2, 1]), event) == [.notDue(person: 1, .hall)])
    #expect(violations(HallPlan(assignments: []), event) == [.forgotten(person: 0, .hall)])
  }

  @Test func `People of the rostrum do not sit in the hall`() throws {
    let event = try hallEvent(oneRow, groups: [2]) { $0.people[1].role = .rostrum }
    #expect(violations(hallPlan([2, 1]), event) == [.notDue(person: 1, .hall)])
  }

  @Test func `A seat is there and for one`() throws {
    let event = try hallEvent(oneRow, groups: [2])
    #expect(violations(hallPlan([2, 5]), event).contains(.noSuchSeat(person: 1, .hall(5))))
    #expect(violations(hallPlan([2, 2]), event).contains(.seatShared(people: [0, 1], .hall(2))))
  }

  @Test func `A pin is kept or told`() throws {
    let event = try hallEvent(oneRow, groups: [2]) {
      $0.people[0].seat = .hall(section: "中", row: 1, seat: 4)
    }
    #expect(violations(hallPlan([3, 2]), event) == [])
    #expect(violations(hallPlan([4, 2]), event) == [.pinNotKept(person: 0, pinned: .hall(3), .hall(4))])
    #expect(violations(hallPlan([nil, 2]), event) == [.pinnedLeftOut(person: 0, .hall(3))])
  }

  @Test func `A held seat is for who is pinned there`() throws {
    func event(pinned: Bool) throws -> Event {
      try hallEvent(oneRow, groups: [1]) { draft in
        draft.hall![0].reservation = .seats([.range(3...3)])
        if pinned { draft.people[0].seat = .hall(section: "中", row: 1, seat: 3) }
      }
    }
    #expect(try violations(hallPlan([2]), event(pinned: true)) == [])
    #expect(try violations(hallPlan([2]), event(pinned: false)) == [.heldSeatTaken(person: 0, .hall(2))])
  }

  @Test func `A line for one role is for that role`() throws {
    let event = try hallEvent(twoRows, groups: [1, 1]) { draft in
      draft.hall![1].reservation = .role(.press)
      draft.people[1].role = .press
    }
    #expect(violations(hallPlan([2, 7]), event) == [])
    #expect(
      violations(hallPlan([2, 3]), event) == [
        .keptLineNotUsed(person: 1, .hall(3), insteadOf: .hall(5))
      ])
    #expect(violations(hallPlan([8, 7]), event) == [.seatOfOtherRole(person: 0, .hall(8))])
  }

  @Test func `Sections bind a group`() throws {
    let event = try hallEvent([line(1, 1, 2, section: "左"), line(1, 1, 2, section: "右")], groups: [1]) {
      draft in
      var entry = GroupEntry(row: 2, name: "A")
      entry.sectionNames = ["右"]
      draft.groups = [entry]
    }
    #expect(violations(hallPlan([2]), event) == [])
    #expect(violations(hallPlan([1]), event) == [.outsideSections(person: 0, .hall(1))])
  }

  @Test func `A wheelchair needs a wheelchair place where the hall has one`() throws {
    func event(places: [ClosedRange<Int>]) throws -> Event {
      try hallEvent(oneRow, groups: [1]) { draft in
        draft.hall![0].wheelchair = places.map(NamedSeats.range)
        draft.people[0].needs = [.wheelchair]
      }
    }
    #expect(try violations(hallPlan([0]), event(places: [1...1])) == [])
    #expect(
      try violations(hallPlan([1]), event(places: [1...1])) == [.noWheelchairPlace(person: 0, .hall(1))])
    #expect(try violations(hallPlan([1]), event(places: [])) == [])
  }

  @Test func `A wheelchair place is not for others while somebody waits for it`() throws {
    let event = try hallEvent(oneRow, groups: [1, 1]) { draft in
      draft.hall![0].wheelchair = [.range(1...1)]
      draft.people[0].needs = [.wheelchair]
    }
    #expect(violations(hallPlan([0, 1]), event) == [])
    #expect(violations(hallPlan([nil, 1]), event) == [])
    #expect(
      violations(hallPlan([nil, 0]), event) == [
        .wheelchairPlaceWithheld(from: 0, by: 1, .hall(0)),
        .wheelchairPlaceTaken(person: 1, .hall(0), insteadOf: .hall(1)),
      ])
  }

  @Test func `A wheelchair place is for others when not even changing seats makes room`() throws {
    // Two sections of two seats, one of them with a place; the second group may only sit there.
    func event(groups: [Int]) throws -> Event {
      try hallEvent([line(1, 1, 2, section: "左"), line(1, 1, 2, section: "右")], groups: groups) { draft in
        draft.hall![0].wheelchair = [.range(1...1)]
        draft.groups = [GroupEntry(row: 2, name: "B", order: 2)]
        draft.groups[0].sectionNames = ["左"]
      }
    }
    #expect(
      try violations(hallPlan([1, 0]), event(groups: [1, 1])) == [
        .wheelchairPlaceTaken(person: 1, .hall(0), insteadOf: .hall(2))
      ])
    #expect(try violations(hallPlan([2, 3, 0]), event(groups: [2, 1])).isEmpty == false)
    #expect(try violations(hallPlan([2, 3, 1, 0]), event(groups: [2, 2])) == [])
  }

  @Test func `Beside means next to each other in a run, for every method`() throws {
    for method in HallMethod.allCases {
      let event = try hallEvent([line(1, 1, 2), line(1, 3, 4), line(2, 1, 4)], groups: [2]) { draft in
        draft.settings.hallMethod = method
        draft.people[0].besideNames = ["p1"]
      }
      #expect(violations(hallPlan([0, 1]), event) == [])
      #expect(violations(hallPlan([1, 2]), event) == [.notBeside(0, 1, .hall)])
      #expect(violations(hallPlan([0, 4]), event) == [.notBeside(0, 1, .hall)])
    }
  }

  @Test func `Apart means not next to each other in a run`() throws {
    let event = try hallEvent(twoRows, groups: [2]) { $0.people[1].apartNames = ["p0"] }
    #expect(violations(hallPlan([0, 2]), event) == [])
    #expect(violations(hallPlan([0, 5]), event) == [])
    #expect(violations(hallPlan([0, 1]), event) == [.notApart(0, 1, .hall)])
  }

  @Test func `Nobody whom a wish names stays out to satisfy it`() throws {
    let event = try hallEvent(oneRow, groups: [2]) { $0.people[1].apartNames = ["p0"] }
    #expect(violations(hallPlan([0, nil]), event) == [.leftOutThoughSeatIsFree(person: 1, .hall(2))])
    let full = try hallEvent([line(1, 1, 2)], groups: [2]) { $0.people[1].apartNames = ["p0"] }
    #expect(violations(hallPlan([0, nil]), full) == [])
    let freely = try hallEvent(oneRow, groups: [2])
    #expect(violations(hallPlan([0, nil]), freely) == [])
  }

  @Test func `Strict order bends by one row and no more`() throws {
    let rows = (1...3).map { line($0, 1, 2) }
    func event(_ order: HallOrder) throws -> Event {
      try hallEvent(rows, groups: [1, 1]) { $0.settings.hallOrder = order }
    }
    #expect(try violations(hallPlan([2, 0]), event(.strict)) == [])
    #expect(try violations(hallPlan([4, 0]), event(.strict)) == [.deeperThanLaterGroup(person: 0, later: 1)])
    #expect(try violations(hallPlan([4, 0]), event(.near)) == [])
  }

  @Test func `Strict order holds between groups that are not next to each other`() throws {
    let event = try hallEvent((1...4).map { line($0, 1, 3) }, groups: [1, 1, 1]) {
      $0.settings.hallOrder = .strict
    }
    #expect(violations(hallPlan([6, 3, 0]), event) == [.deeperThanLaterGroup(person: 0, later: 2)])
  }

  @Test func `Under strict order a seat that would break it is no free seat`() throws {
    func event(pinned: Bool) throws -> Event {
      try hallEvent((1...3).map { line($0, 1, 1) }, groups: [1, 2]) { draft in
        draft.settings.hallOrder = .strict
        if pinned { draft.people[0].seat = .hall(section: "中", row: 3, seat: 1) }
      }
    }
    #expect(try violations(hallPlan([2, 1, nil]), event(pinned: false)) == [])
    // Who is pinned does not count for the order.
    #expect(
      try violations(hallPlan([2, 1, nil]), event(pinned: true)) == [
        .leftOutThoughSeatIsFree(person: 2, .hall(0))
      ])
  }

  @Test func `An event without a hall has no plan of it`() throws {
    #expect(try violations(hallPlan([0]), rostrumEvent([1], people: 1)) == [.tableMissing(.hall)])
  }

  @Test func `A hundred thousand seats are verified while one waits`() throws {
    let event = try hallEvent(
      (1...1_000).map { line($0, 1, 100) }, groups: [Int](repeating: 20_000, count: 5))
    let plan = hallPlan((0..<100_000).map { $0 })
    let seconds = processorSeconds { _ = violations(plan, event) }
    #expect(seconds < 60)
  }
}
