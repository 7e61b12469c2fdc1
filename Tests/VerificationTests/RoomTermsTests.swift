import Assembly
import Testing
import Verification

private let first = 20_000

@Suite struct RoomTermsTests {
  @Test func `A room costs the nights on which somebody is there`() throws {
    // p0 stays nights 0 and 1, p1 nights 1 and 2, p2 night 5: four nights of 100 yuan.
    let event = try roomsEvent([room(1), room(2)], [.male, .male, .male]) { draft in
      draft.people[0].checkOut = Day(number: first + 2)
      draft.people[1].checkIn = Day(number: first + 1)
      draft.people[2].checkIn = Day(number: first + 5)
      draft.people[2].checkOut = Day(number: first + 6)
    }
    #expect(roomTerms(of: roomPlan([0, 0, 0]).assignments, in: event)[.roomsPrice] == 400)
    #expect(roomTerms(of: roomPlan([0, 1, 0]).assignments, in: event)[.roomsPrice] == 500)
  }

  @Test func `Every level below the entitlement costs each night`() throws {
    let rooms = [room(1, .suite), room(2, .single), room(3, .shared("三人间"))]
    let event = try roomsEvent(rooms, [.male, .male, .male, .male]) { draft in
      draft.people[0].entitlement = .suite
      draft.people[1].entitlement = .single
      draft.people[3].entitlement = .suite
    }
    // A suite in a triple is two levels down, a single in a suite none, a suite in a single one; three nights each.
    #expect(roomTerms(of: roomPlan([2, 0, 2, 1]).assignments, in: event)[.roomsBelow] == 3 * 2_000 * (2 + 1))
  }

  @Test func `Groups cost each floor and each hotel they use`() throws {
    let rooms = [room(1), room(2, floor: "2"), room(3, hotel: "西楼"), room(4, hotel: "西楼", floor: "2")]
    let event = try roomsEvent(rooms, [.male, .male, .male, .male, .female]) { draft in
      draft.people[3].groupName = "B"
      draft.people[4].groupName = nil
    }
    let terms = roomTerms(of: roomPlan([0, 1, 2, 0, 3]).assignments, in: event)
    #expect(terms[.roomsFloor] == 300 * 5)
    #expect(terms[.roomsHotel] == 3_000 * 4)
  }

  @Test func `Pairs of different groups cost when they share a night`() throws {
    let event = try roomsEvent([room(1, beds: 3)], [.male, .male, .male, .male]) { draft in
      for (person, group) in ["A", "A", "B", "C"].enumerated() { draft.people[person].groupName = group }
      draft.people[3].checkIn = Day(number: first + 3)
      draft.people[3].checkOut = Day(number: first + 4)
    }
    #expect(roomTerms(of: roomPlan([0, 0, 0, 0]).assignments, in: event)[.roomsStrangers] == 800)
  }

  @Test func `Who has no bed costs a million, with a rank two`() throws {
    let event = try roomsEvent([room(1)], [.male, .male, .male]) { draft in
      draft.people[0].rank = 3
      draft.people[2].isAbsent = true
    }
    #expect(roomTerms(of: [], in: event)[.roomsWithout] == 3_000_000)
    #expect(roomTerms(of: roomPlan([0]).assignments, in: event)[.roomsWithout] == 1_000_000)
  }

  @Test func `Weights change the terms, and false figures are told`() throws {
    let event = try roomsEvent([room(1)], [.male]) { draft in
      draft.settings.weights[.roomsPrice] = 2
      draft.settings.weights[.roomsHotel] = 0
    }
    var figures = Figures(status: .optimal, terms: [.roomsPrice: 600, .roomsFloor: 300], bound: 900)
    #expect(violations(roomPlan([0]), event, figures) == [])
    figures.bound = 901
    #expect(
      violations(roomPlan([0]), event, figures) == [.boundAboveObjective(.rooms, bound: 901, objective: 900)])
    figures.bound = 899
    #expect(
      violations(roomPlan([0]), event, figures) == [.optimalWithGap(.rooms, bound: 899, objective: 900)])
    figures.terms[.roomsPrice] = 599
    #expect(violations(roomPlan([0]), event, figures) == [.termDiffers(.roomsPrice, told: 599, actual: 600)])
  }
}
