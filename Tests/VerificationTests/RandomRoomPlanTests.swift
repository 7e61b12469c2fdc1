import Assembly
import SeededRandomness
import Testing
import Verification

/// Random plans of small hotels, looked at night by night and pair by pair as objectives.md says it.
@Suite struct RandomRoomPlanTests {
  @Test(arguments: 1...6)
  func `Terms and rules are those of every single night`(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var lawful = 0
    for _ in 1...60 {
      let event = try Self.event(&random)
      let roomCount = event.roomStock!.rooms.count
      let plan = roomPlan(
        event.people.map { _ in
          let room = Int.random(in: 0...roomCount, using: &random)
          return room < roomCount ? room : nil
        })
      let byNights = NightByNight(event, plan)
      #expect(roomTerms(of: plan.assignments, in: event) == byNights.terms)
      let found = Verification(of: event, names: event.nameOrdering().order)
        .violations(of: plan).filter(Self.isOfNights)
      #expect(found.isEmpty == byNights.isLawful)
      lawful += byNights.isLawful ? 1 : 0
    }
    #expect((1...59).contains(lawful), "both lawful and unlawful plans are tried")
  }

  /// Up to six people of three groups, three nights, and four rooms of all types in two hotels.
  private static func event(_ random: inout SeededGenerator) throws -> Event {
    let types: [RoomType] = [.suite, .single, .twin, .shared("三人间")]
    let rooms = (1...4).map { number in
      room(
        number, types.randomElement(using: &random)!, beds: Int.random(in: 2...3, using: &random),
        price: Int.random(in: 0...5, using: &random) * 100,
        hotel: ["东楼", "西楼"].randomElement(using: &random)!,
        floor: ["1", "2"].randomElement(using: &random)!)
    }
    let genders = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      Gender.allCases.randomElement(using: &random)!
    }
    return try roomsEvent(rooms, genders) { draft in
      for person in draft.people.indices {
        draft.people[person].groupName = ["A", "B", nil].randomElement(using: &random)!
        draft.people[person].entitlement = [.suite, .single, .twin].randomElement(using: &random)!
        draft.people[person].rank = [1, nil].randomElement(using: &random)!
        let first = 20_000 + Int.random(in: 0...2, using: &random)
        draft.people[person].checkIn = Day(number: first)
        draft.people[person].checkOut = Day(number: first + Int.random(in: 1...2, using: &random))
        if Int.random(in: 0...2, using: &random) == 0 {
          draft.people[person].roommateNames = draft.people.map(\.id).filter { id in
            id != draft.people[person].id && Bool.random(using: &random)
          }
        }
      }
    }
  }

  /// Whether a violation speaks of who is in a room on a night.
  private static func isOfNights(_ violation: Violation) -> Bool {
    switch violation {
    case .moreThanBeds, .notAlone, .gendersMixed: true
    default: false
    }
  }
}

/// A plan taken apart into its nights.
private struct NightByNight {
  private(set) var terms: [Term: Int] = [:]
  private(set) var isLawful = true

  init(_ event: Event, _ plan: RoomPlan) {
    let (roomStock, weights) = (event.roomStock!, event.settings.weights)
    let roomOf = Dictionary(uniqueKeysWithValues: plan.assignments.map { ($0.person, $0.room) })
    var strangers: Set<Set<Int>> = []
    for term in Term.allCases where term.rawValue.hasPrefix("rooms.") && term != .roomsMoved {
      terms[term] = 0
    }
    for (night, (index, room)) in (20_000..<20_005).flatMap({ night in
      roomStock.rooms.enumerated().map { (night, ($0.offset, $0.element)) }
    }) {
      let there = roomOf.keys.filter { roomOf[$0] == index && event.people[$0].stay!.nights.contains(night) }
      if !there.isEmpty { terms[.roomsPrice]! += weights[.roomsPrice] * room.price }
      if there.count > room.beds { isLawful = false }
      for one in there {
        let levels = [Entitlement.suite: 3, .single: 2, .twin: 1]
        terms[.roomsBelow]! +=
          weights[.roomsBelow] * max(0, levels[event.people[one].entitlement]! - room.type.level)
        for other in there where one < other {
          if event.people[one].group != event.people[other].group { strangers.insert([one, other]) }
          if Self.areFamily(one, other, event) { continue }
          if room.type.level > 1 || event.people[one].gender != event.people[other].gender {
            isLawful = false
          }
        }
      }
    }
    terms[.roomsStrangers] = weights[.roomsStrangers] * strangers.count
    for group in event.groups.indices {
      let rooms = roomOf.filter { event.people[$0.key].group == group }.map { roomStock.rooms[$0.value] }
      terms[.roomsFloor]! += weights[.roomsFloor] * Set(rooms.map { [$0.hotel, $0.floor] }).count
      terms[.roomsHotel]! += weights[.roomsHotel] * Set(rooms.map(\.hotel)).count
    }
    for (index, person) in event.people.enumerated() where person.stay != nil && roomOf[index] == nil {
      terms[.roomsWithout]! += weights[.roomsWithout] * (person.rank == nil ? 1 : 2)
    }
  }

  /// Whether a chain of people who name each other leads from one to the other.
  private static func areFamily(_ one: Int, _ other: Int, _ event: Event) -> Bool {
    var known: Set = [one]
    while true {
      let next = event.people.indices.filter { person in
        !known.contains(person)
          && known.contains {
            event.people[$0].roommates.contains(person) && event.people[person].roommates.contains($0)
          }
      }
      if next.isEmpty { return known.contains(other) }
      known.formUnion(next)
    }
  }
}
