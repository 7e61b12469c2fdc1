import Assembly
import Testing
import Verification

/// Three people in their places: AV `3 1 2`.
private let protocolPlan = rostrumPlan([2, 3, 1], places: [1, 2, 3])

private func seat(_ seat: Int) -> Violation.Seat {
  .rostrum(RostrumSeat(row: 1, seat: seat))
}

@Suite struct RostrumVerificationTests {
  @Test func `Everybody in the place of their rank breaks no rule`() throws {
    let figures = Figures(status: .optimal, terms: [.rostrumDisplacement: 0], bound: 0)
    #expect(try violations(protocolPlan, rostrumEvent([3], people: 3), figures) == [])
  }

  @Test func `Two people who changed places are told`() throws {
    let event = try rostrumEvent([3], people: 3)
    #expect(
      violations(rostrumPlan([3, 2, 1], places: [2, 1, 3]), event) == [
        .notOwnPlace(person: 0, place: 2, own: 1), .notOwnPlace(person: 1, place: 1, own: 2),
      ])
  }

  @Test func `A place that is told wrongly is found`() throws {
    let event = try rostrumEvent([3], people: 3)
    let plan = rostrumPlan([2, 3, 1], places: [1, 3, 3])
    #expect(
      violations(plan, event) == [.wrongPlace(person: 1, RostrumSeat(row: 1, seat: 3), told: 3, actual: 2)])
  }

  @Test func `The empty middle between equal heads is no place`() throws {
    let event = try rostrumEvent([3], people: 1) { $0.settings.equalHeads = true }
    #expect(violations(rostrumPlan([3], places: [1]), event) == [])
    #expect(
      violations(rostrumPlan([2], places: [1]), event).contains(
        .wrongPlace(person: 0, RostrumSeat(row: 1, seat: 2), told: 1, actual: nil)))
  }

  @Test func `A seat that does not exist is told`() throws {
    let event = try rostrumEvent([3], people: 1)
    #expect(
      violations(rostrumPlan([4], places: [1]), event).contains(.noSuchSeat(person: 0, seat(4))))
    #expect(
      violations(rostrumPlan([.min], places: [1]), event).contains(.noSuchSeat(person: 0, seat(.min))))
  }

  @Test func `Two people on one seat are told`() throws {
    let event = try rostrumEvent([3], people: 2)
    #expect(
      violations(rostrumPlan([2, 2], places: [1, 1]), event).contains(.seatShared(people: [0, 1], seat(2))))
  }

  @Test func `Everybody is spoken of once`() throws {
    let event = try rostrumEvent([3], people: 3) { $0.people[2].isAbsent = true }
    #expect(violations(rostrumPlan([2, 3], places: [1, 2]), event) == [])
    #expect(violations(rostrumPlan([2], places: [1]), event) == [.forgotten(person: 1, .rostrum)])
    #expect(violations(protocolPlan, event) == [.notDue(person: 2, .rostrum)])
    var twice = rostrumPlan([2, 3], places: [1, 2])
    twice.unplaced = [Unplaced(person: 1, module: .rostrum, reason: .told(""))]
    #expect(violations(twice, event) == [.seatedAndUnplaced(person: 1, .rostrum)])
    twice.unplaced = [Unplaced(person: 9, module: .rostrum, reason: .told(""))]
    #expect(violations(twice, event) == [.unknownPerson(index: 9, .rostrum)])
    twice.unplaced = [Unplaced(person: 1, module: .hall, reason: .told(""))]
    #expect(violations(twice, event) == [.entryOfOtherModule(person: 1, .hall, in: .rostrum)])
    twice.unplaced = []
    twice.assignments.append(RostrumAssignment(person: 0, seat: RostrumSeat(row: 1, seat: 1), place: 3))
    #expect(violations(twice, event) == [.namedTwice(person: 0, .rostrum)])
  }

  @Test func `A delegate has no seat on the rostrum`() throws {
    let event = try rostrumEvent([3], people: 3) { $0.people[2].role = .delegate }
    #expect(violations(protocolPlan, event) == [.notDue(person: 2, .rostrum)])
  }

  @Test func `A pin is kept or told, and what it costs is computed`() throws {
    // AV 3 1 2: the third is pinned to the middle; the others move down by one.
    let event = try rostrumEvent([3], people: 3) {
      $0.people[2].seat = .rostrum(RostrumSeat(row: 1, seat: 2))
    }
    let kept = rostrumPlan([3, 1, 2], places: [2, 3, 1])
    #expect(
      violations(kept, event, Figures(status: .optimal, terms: [.rostrumDisplacement: 6], bound: 6)) == [])
    #expect(
      violations(kept, event, Figures(status: .optimal, terms: [.rostrumDisplacement: 5], bound: 5)) == [
        .termDiffers(.rostrumDisplacement, told: 5, actual: 6)
      ])
    #expect(violations(protocolPlan, event) == [.pinNotKept(person: 2, pinned: seat(2), seat(1))])
    #expect(
      violations(rostrumPlan([3, 1, nil], places: [2, 3]), event) == [.pinnedLeftOut(person: 2, seat(2))])
  }

  @Test func `Beside a pin the others keep their order`() throws {
    let event = try rostrumEvent([3], people: 3) {
      $0.people[2].seat = .rostrum(RostrumSeat(row: 1, seat: 2))
    }
    #expect(
      violations(rostrumPlan([1, 3, 2], places: [3, 2, 1]), event) == [
        .protocolOrderBroken(higher: 0, lower: 1)
      ])
  }

  @Test func `Beside is kept or told`() throws {
    // AV 5 3 1 2 4: the first and the fourth want to sit together.
    let event = try rostrumEvent([5], people: 5) { $0.people[0].besideNames = ["p3"] }
    #expect(violations(rostrumPlan([3, 5, 2, 4, 1], places: [1, 4, 3, 2, 5]), event).filter(isBeside) == [])
    #expect(
      violations(rostrumPlan([3, 4, 2, 5, 1], places: [1, 2, 3, 4, 5]), event).filter(isBeside) == [
        .notBeside(0, 3, .rostrum)
      ])
  }

  @Test func `Apart is kept or told`() throws {
    let event = try rostrumEvent([4], people: 2) { $0.people[0].apartNames = ["p1"] }
    #expect(violations(rostrumPlan([2, 4], places: [1, 4]), event) == [])
    #expect(violations(rostrumPlan([2, 3], places: [1, 2]), event) == [.notApart(0, 1, .rostrum)])
  }

  @Test func `A wish across rostrum and hall binds nothing`() throws {
    let event = try rostrumEvent([3], people: 3) { draft in
      draft.people[2].role = .delegate
      draft.people[0].besideNames = ["p2"]
    }
    #expect(violations(rostrumPlan([2, 3], places: [1, 2]), event) == [])
  }

  @Test func `Of more people than seats the lowest stay out`() throws {
    let event = try rostrumEvent([2], people: 3)
    #expect(violations(rostrumPlan([1, 2, nil], places: [1, 2]), event) == [])
    #expect(
      violations(rostrumPlan([1, nil, 2], places: [1, 0, 2]), event).contains(
        .leftOutBeforeLower(person: 1, seated: 2)))
  }

  @Test func `Who is pinned stays although others are ranked higher`() throws {
    let event = try rostrumEvent([2], people: 3) {
      $0.people[2].seat = .rostrum(RostrumSeat(row: 1, seat: 2))
    }
    let figures = Figures(status: .optimal, terms: [.rostrumDisplacement: 1], bound: 1)
    #expect(violations(rostrumPlan([1, nil, 2], places: [1, 0, 2]), event, figures) == [])
  }

  @Test func `Nobody stays out beside an empty seat`() throws {
    let event = try rostrumEvent([3], people: 3)
    #expect(
      violations(rostrumPlan([2, 3, nil], places: [1, 2]), event) == [
        .leftOutThoughSeatIsFree(person: 2, seat(1))
      ])
  }

  @Test func `An event without a rostrum has no plan of it`() throws {
    let event = try hallEvent([line(1, 1, 3)], groups: [1])
    #expect(violations(protocolPlan, event) == [.tableMissing(.rostrum)])
  }
}

private func isBeside(_ violation: Violation) -> Bool {
  if case .notBeside = violation { true } else { false }
}
