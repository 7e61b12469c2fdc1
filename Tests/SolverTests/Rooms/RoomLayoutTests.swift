import Assembly
import Testing

@testable import RoomsSolver

@Suite struct `Packing groups into hotels` {
  @Test func `keeps groups whole where they fill the hotels exactly`() {
    // 6 + 4, 5 + 5 and 7 + 3 fill three hotels of 10 twins; the largest first would part a group.
    let packing = packed([6, 5, 5, 7, 4, 3], hotels: [10, 10, 10])
    #expect(pairs(packing, hotels: 3) == 6)
    #expect(beds(packing, hotels: 3) == [20, 20, 20])
  }

  @Test func `parts no more groups than it must`() {
    let packing = packed([6, 6, 6], hotels: [9, 9])
    #expect(pairs(packing, hotels: 2) == 4)
    #expect(beds(packing, hotels: 2) == [18, 18])
  }

  @Test func `prefers cheap hotels as far as they reach`() {
    let packing = packed([4, 4, 4], hotels: [8, 20], bedCosts: [100, 200])
    #expect(beds(packing, hotels: 2) == [16, 8])
  }

  /// Groups that need so many twins, in hotels that have so many.
  private func packed(_ groups: [Int32], hotels: [Int32], bedCosts: [Double]? = nil) -> GroupPacking {
    let costs = (bedCosts ?? hotels.map { _ in 0 }).map { SIMD4<Double>(repeating: $0) }
    var packing = GroupPacking(
      demand: groups.map { Beds(0, 2 * $0, 0, 0) }, capacity: hotels.map { Beds(0, 2 * $0, 0, 0) },
      bedCosts: groups.flatMap { _ in costs }, fee: 3_000,
      isOpen: Array(repeating: false, count: groups.count * hotels.count))
    packing.run(steps: 20_000)
    return packing
  }

  private func pairs(_ packing: GroupPacking, hotels: Int) -> Int {
    packing.beds.count { $0 != .zero }
  }

  private func beds(_ packing: GroupPacking, hotels: Int) -> [Int32] {
    (0..<hotels).map { hotel in
      stride(from: hotel, to: packing.beds.count, by: hotels).reduce(0) { $0 + packing.beds[$1][1] }
    }
  }
}

@Suite struct `Room-mates` {
  @Test func `have the same nights where there are two, else the nearest`() throws {
    // Two of all three nights, two of the first two, and one of the last two.
    let stays = [(0, 3), (0, 3), (0, 2), (1, 3), (0, 2)]
    let problem = try problem(stays)
    #expect(RoomMates(problem).paired(Array(0..<5)) == [[0, 1], [2, 4], [3]])
  }

  @Test func `waste as few nights as any matching`() throws {
    // The first two are nearest, but then 5 + 7 nights are paid for; with the others it is 4 + 7.
    let problem = try problem([(0, 4), (0, 5), (0, 2), (0, 7)])
    let nights = RoomMates(problem).paired(Array(0..<4)).reduce(0) { sum, members in
      sum + problem.nights(of: Set(members.flatMap { problem.lodgers[$0].periods }))
    }
    #expect(nights == 4 + 7)
  }

  private func problem(_ stays: [(Int, Int)]) throws -> RoomProblem {
    var draft = EventDraft(settings: Settings(name: "example"))
    draft.settings.start = Day(number: RandomRooms.firstNight)
    draft.settings.end = Day(number: RandomRooms.firstNight + 9)
    draft.settings.weights[.roomsStrangers] = 10_000
    draft.rooms = (1...3).map {
      Room(row: $0 + 1, hotel: "H", floor: "1", number: "\($0)", type: .twin, beds: 2, price: 500)
    }
    draft.people = stays.enumerated().map { index, stay in
      var person = PersonEntry(row: index + 2, id: "P\(index)", name: "n\(index)")
      person.groupName = "A"
      person.gender = .male
      person.entitlement = .twin
      person.checkIn = Day(number: RandomRooms.firstNight + stay.0)
      person.checkOut = Day(number: RandomRooms.firstNight + stay.1)
      return person
    }
    return try #require(RoomProblem(try Event(draft)))
  }
}
