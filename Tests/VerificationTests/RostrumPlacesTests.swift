import Assembly
import Testing

@testable import Verification

/// Places of the first row as a chart shows them, 0 where a seat has none.
private func chart(_ seats: Int..., change: (inout Settings) -> Void = { _ in }) throws -> [[Int]] {
  let event = try rostrumEvent(seats, people: 1) { change(&$0.settings) }
  let places = RostrumPlaces(try #require(event.rostrum), settings: event.settings)
  return seats.enumerated().map { row, count in
    (1...count).map { places.place(of: RostrumSeat(row: row + 1, seat: $0)) ?? 0 }
  }
}

@Suite struct RostrumPlacesTests {
  static let left = [
    [1], [1, 2], [3, 1, 2], [3, 1, 2, 4], [5, 3, 1, 2, 4], [5, 3, 1, 2, 4, 6], [7, 5, 3, 1, 2, 4, 6],
    [7, 5, 3, 1, 2, 4, 6, 8], [9, 7, 5, 3, 1, 2, 4, 6, 8], [9, 7, 5, 3, 1, 2, 4, 6, 8, 10],
  ]
  static let pair = [
    [1], [2, 1], [3, 1, 2], [4, 2, 1, 3], [5, 3, 1, 2, 4], [6, 4, 2, 1, 3, 5], [7, 5, 3, 1, 2, 4, 6],
    [8, 6, 4, 2, 1, 3, 5, 7], [9, 7, 5, 3, 1, 2, 4, 6, 8], [10, 8, 6, 4, 2, 1, 3, 5, 7, 9],
  ]

  @Test(arguments: left)
  func `A row seated by the rule left`(_ golden: [Int]) throws {
    #expect(try chart(golden.count) == [golden])
  }

  @Test(arguments: pair)
  func `A row whose heads share the middle`(_ golden: [Int]) throws {
    #expect(try chart(golden.count) { $0.evenRule = .pair } == [golden])
  }

  @Test(arguments: left)
  func `With the high side right the row is mirrored`(_ golden: [Int]) throws {
    #expect(try chart(golden.count) { $0.highSide = .right } == [golden.reversed()])
  }

  @Test(arguments: pair)
  func `Two heads are mirrored too`(_ golden: [Int]) throws {
    let mirrored = try chart(golden.count) { settings in
      settings.highSide = .right
      settings.evenRule = .pair
    }
    #expect(mirrored == [golden.reversed()])
  }

  @Test func `A row of two may have a rule of its own`() throws {
    #expect(try chart(2, 4) { $0.twoRule = .pair } == [[2, 1], [5, 3, 4, 6]])
    #expect(
      try chart(2, 4) { settings in
        settings.evenRule = .pair
        settings.twoRule = .left
      } == [[1, 2], [6, 4, 3, 5]])
  }

  @Test func `Equal heads leave the middle of an odd front row empty`() throws {
    #expect(try chart(9, 3) { $0.equalHeads = true } == [[8, 6, 4, 2, 0, 1, 3, 5, 7], [11, 9, 10]])
    #expect(try chart(4, 4) { $0.equalHeads = true } == [[4, 2, 1, 3], [7, 5, 6, 8]])
    #expect(try chart(1, 1) { $0.equalHeads = true } == [[0], [1]])
  }

  @Test func `Each row starts again at its own centre`() throws {
    #expect(
      try chart(12, 12, 14, 14) == [
        [11, 9, 7, 5, 3, 1, 2, 4, 6, 8, 10, 12], [23, 21, 19, 17, 15, 13, 14, 16, 18, 20, 22, 24],
        [37, 35, 33, 31, 29, 27, 25, 26, 28, 30, 32, 34, 36, 38],
        [51, 49, 47, 45, 43, 41, 39, 40, 42, 44, 46, 48, 50, 52],
      ])
  }
}
