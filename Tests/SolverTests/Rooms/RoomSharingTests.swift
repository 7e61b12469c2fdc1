import Assembly
import SeededRandomness
import SolverShared
import Testing

@testable import RoomsSolver

@Suite struct `Rooms that exchange what they hold` {
  @Test func `part groups that share two floors in a circle`() throws {
    let problem = try problem(floors: [["A", "B"], ["A", "B"]])
    // Both groups have one room of each floor.
    var exchange = RoomExchange(problem, [0, 0, 2, 2, 1, 1, 3, 3], seed: 0)
    exchange.run(steps: 200, heat: 300, interruption: nil)
    #expect(problem.terms(exchange.roomOfLodger)[.roomsFloor] == 2 * 300)
  }

  @Test func `never cost more than they did, and keep who shares together`() throws {
    for seed in 0..<cases(20, full: 500) {
      let draft = RandomRooms.draft(seed: seed, people: 8, rooms: 8, wishes: seed % 2 == 0)
      guard let event = try? Event(draft), let problem = RoomProblem(event), problem.conflict() == nil else {
        continue
      }
      var laying = RoomLaying(problem, .init())
      laying.layEverybody()
      let before = laying.arrangement.roomOfLodger
      var exchange = RoomExchange(problem, before, seed: seed)
      exchange.run(steps: 500, heat: 300, interruption: nil)
      let after = exchange.roomOfLodger
      func cost(_ rooms: [Int]) -> Int { problem.terms(rooms).values.reduce(0, +) }
      #expect(cost(after) <= cost(before), "seed \(seed)")
      for (one, other) in zip(after.indices, after.indices.dropFirst()) {
        #expect(
          (before[one] == before[other]) == (after[one] == after[other]) || before[one] < 0, "seed \(seed)")
      }
    }
  }

  /// A hotel of twins, one room for each two men of the groups named on each floor.
  private func problem(floors: [[String]]) throws -> RoomProblem {
    try #require(RoomProblem(try Event(FloorSharingTests.draft(floors: floors))))
  }
}

@Suite struct `Groups that share floors` {
  @Test func `are on as many floors as groups and floors together less the parts that fit`() throws {
    // Three twins a floor. A (2) and B (1) fill one floor, C (2) and D (1) another: two parts of two groups and one floor.
    #expect(try pairs(["A": 2, "B": 1, "C": 2, "D": 1], floors: [3, 3]) == 4)
    // Two each: no part fits but all groups on both floors.
    #expect(try pairs(["A": 2, "B": 2, "C": 2], floors: [3, 3]) == 4)
    // With a room more on one floor two of them fit there.
    #expect(try pairs(["A": 2, "B": 2, "C": 2], floors: [4, 3]) == 3)
  }

  @Test func `never have fewer pairs than the best of all ways to lodge them`() throws {
    for seed in 0..<cases(30, full: 1_000) {
      var random = SeededGenerator(seed: seed)
      let sizes = (0..<3).map { _ in Int.random(in: 1...3, using: &random) }
      let floors = (0..<3).map { _ in Int.random(in: 1...3, using: &random) }
      let least = try pairs(
        Dictionary(uniqueKeysWithValues: zip(["A", "B", "C"], sizes)), floors: floors)
      #expect(least == fewest(sizes, floors[...]), "seed \(seed): \(sizes) on \(floors)")
    }
  }

  @Test func `never bound a hotel above a plan, whatever the weights, wishes and nights`() throws {
    var found = 0
    for seed in 0..<cases(25, full: 2_000) {
      var draft = RandomRooms.draft(
        seed: seed, people: 6 + seed % 12, rooms: 5 + seed % 7, wishes: seed % 3 == 0)
      for index in draft.rooms!.indices {
        draft.rooms![index].hotel = "X"
        draft.rooms![index].floor = "\(1 + (index + seed) % (1 + seed % 4))"
      }
      if seed % 2 == 0 { RandomRooms.weaken(&draft, seed: seed) }
      guard let event = try? Event(draft), let problem = RoomProblem(event),
        case .plan(_, let figures) = RoomsPlanner(problem).solve()
      else { continue }
      #expect(figures.bound <= figures.objective, "seed \(seed)")
      if SharingBound(problem, interruption: nil).bound != nil { found += 1 }
    }
    #expect(found > 5)
  }

  /// The fewest pairs by trying all ways to share out the rooms of floors; nothing where rooms are too few.
  private func fewest(_ sizes: [Int], _ floors: ArraySlice<Int>) -> Int? {
    guard let rooms = floors.first else { return sizes.allSatisfy { $0 == 0 } ? 0 : nil }
    var best: Int?
    for first in 0...min(rooms, sizes[0]) {
      for second in 0...min(rooms - first, sizes[1]) {
        for third in 0...min(rooms - first - second, sizes[2]) {
          let taken = [first, second, third]
          let rest = zip(sizes, taken).map { $0 - $1 }
          guard let others = fewest(rest, floors.dropFirst()) else { continue }
          best = min(best ?? .max, others + taken.count { $0 > 0 })
        }
      }
    }
    return best
  }

  /// The bound of pairs for groups that fill so many twins, on floors of so many twins.
  private func pairs(_ groups: [String: Int], floors: [Int]) throws -> Int? {
    var draft = FloorSharingTests.draft(floors: [])
    draft.rooms = floors.enumerated().flatMap { floor, count in
      (0..<count).map { FloorSharingTests.twin(row: 100 * floor + $0 + 2, floor: floor) }
    }
    for (group, rooms) in groups.sorted(by: { $0.key < $1.key }) {
      for _ in 0..<2 * rooms {
        draft.people.append(RandomRooms.guest(draft.people.count, .male, 0..<2, group: group))
      }
    }
    return FloorSharing(try #require(RoomProblem(try Event(draft))))?.leastPairs
  }
}

@Suite struct `Rooms counted night by night` {
  @Test func `have two of different groups who share in one hotel, whoever else must make way for that`()
    throws
  {
    #expect(try proven(nights: [0..<2, 0..<2, 0..<2, 0..<2], rooms: 2)[.roomsHotel] == 3 * 3_000)
    let tied = try proven(nights: [0..<2, 0..<2, 0..<2, 0..<2], rooms: 2) {
      $0.people[0].roommateNames = [$0.people[2].name]
    }
    #expect(tied[.roomsHotel] == 5 * 3_000)
    #expect(tied[.roomsStrangers] == 2 * 400)
  }

  @Test func `are had again by those who come when others have left`() throws {
    let terms = try proven(nights: [0..<1, 0..<1, 1..<2, 1..<2], rooms: 1)
    #expect(terms[.roomsPrice] == 2 * 300 + 2 * 300)
    #expect(terms[.roomsStrangers] == 0)
  }

  @Test func `never bound an event above a plan, whatever the weights, wishes and nights`() throws {
    var found = 0
    for seed in 0..<cases(40, full: 3_000) {
      var draft = RandomRooms.draft(
        seed: seed, people: 6 + seed % 12, rooms: 5 + seed % 7, wishes: seed % 3 > 0)
      for index in draft.people.indices where (index + seed) % 3 == 0 {
        // Half of the nights each, so that some have left when others come.
        let night = RandomRooms.firstNight + index % 2
        (draft.people[index].checkIn, draft.people[index].checkOut) = (
          Day(number: night), Day(number: night + 1)
        )
      }
      if seed % 2 == 0 { RandomRooms.weaken(&draft, seed: seed) }
      guard let event = try? Event(draft), let problem = RoomProblem(event),
        case .plan(_, let figures) = RoomsPlanner(problem).solve()
      else { continue }
      #expect(figures.bound <= figures.objective, "seed \(seed)")
      if SharingProgram(problem, atMost: 3_000)?.hasCore == false { found += 1 }
    }
    #expect(found > 10)
  }

  /// The terms of a plan that is proven to be the best for two men each of A and B, in hotels of one twin each, and for two women of C
  /// one after the other in a hotel of their own.
  private func proven(nights: [Range<Int>], rooms: Int, change: (inout EventDraft) -> Void = { _ in }) throws
    -> [Term: Int]
  {
    var draft = FloorSharingTests.draft(floors: [])
    draft.people = nights.enumerated().map { RandomRooms.guest($0, .male, $1, group: $0 < 2 ? "A" : "B") }
    draft.people += (0..<2).map { RandomRooms.guest(4 + $0, .female, $0..<$0 + 1, group: "C") }
    draft.rooms = (0...rooms).map {
      Room(row: $0 + 2, hotel: "H\($0)", floor: "1", number: "1", type: .twin, beds: 2, price: 300)
    }
    change(&draft)
    let problem = try #require(RoomProblem(try Event(draft)))
    guard case .plan(_, let figures) = RoomsPlanner(problem).solve() else { return [:] }
    #expect(figures.status == .optimal)
    return figures.terms
  }
}

private enum FloorSharingTests {
  static func twin(row: Int, floor: Int) -> Room {
    Room(row: row, hotel: "H", floor: "\(floor + 1)", number: "\(row)", type: .twin, beds: 2, price: 300)
  }

  /// A hotel with one twin for each two men of the groups named on each floor.
  static func draft(floors: [[String]]) -> EventDraft {
    var draft = EventDraft(settings: Settings(name: "example"))
    draft.settings.start = Day(number: RandomRooms.firstNight)
    draft.settings.end = Day(number: RandomRooms.firstNight + 2)
    draft.rooms = floors.enumerated().flatMap { floor, groups in
      groups.indices.map { twin(row: 100 * floor + $0 + 2, floor: floor) }
    }
    for group in Set(floors.joined()).sorted() {
      for _ in 0..<2 * floors.count(where: { $0.contains(group) }) {
        draft.people.append(RandomRooms.guest(draft.people.count, .male, 0..<2, group: group))
      }
    }
    return draft
  }
}
