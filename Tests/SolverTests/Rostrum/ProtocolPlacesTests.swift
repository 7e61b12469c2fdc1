import Assembly
import RostrumSolver
import Testing

@Suite struct ProtocolPlacesTests {
  @Test(
    arguments: zip(
      [EvenRule.left, .pair],
      [
        [
          "1", "1 2", "3 1 2", "3 1 2 4", "5 3 1 2 4", "5 3 1 2 4 6", "7 5 3 1 2 4 6", "7 5 3 1 2 4 6 8",
          "9 7 5 3 1 2 4 6 8", "9 7 5 3 1 2 4 6 8 10",
        ],
        [
          "1", "2 1", "3 1 2", "4 2 1 3", "5 3 1 2 4", "6 4 2 1 3 5", "7 5 3 1 2 4 6", "8 6 4 2 1 3 5 7",
          "9 7 5 3 1 2 4 6 8", "10 8 6 4 2 1 3 5 7 9",
        ],
      ]))
  func `Rows of one to ten seats follow the table of both even rules`(rule: EvenRule, table: [String]) throws
  {
    for (index, view) in table.enumerated() {
      #expect(try places(in: [index + 1]) { $0.evenRule = rule } == [view])
    }
  }

  @Test func `A right high side mirrors every row`() throws {
    for seats in 1...10 {
      for rule in EvenRule.allCases {
        let left = try places(in: [seats]) { $0.evenRule = rule }
        let right = try places(in: [seats]) {
          $0.evenRule = rule
          $0.highSide = .right
        }
        #expect(right[0].split(separator: " ").reversed() == left[0].split(separator: " "))
      }
    }
  }

  @Test func `A rule for rows of two changes no other row`() throws {
    #expect(try places(in: [2, 4]) { $0.twoRule = .pair } == ["2 1", "5 3 4 6"])
    #expect(
      try places(in: [2, 4]) {
        $0.evenRule = .pair
        $0.twoRule = .left
      } == ["1 2", "6 4 3 5"])
  }

  @Test func `Every row starts again at its own centre`() throws {
    #expect(
      try places(in: [12, 12, 14, 14]) == [
        "11 9 7 5 3 1 2 4 6 8 10 12", "23 21 19 17 15 13 14 16 18 20 22 24",
        "37 35 33 31 29 27 25 26 28 30 32 34 36 38", "51 49 47 45 43 41 39 40 42 44 46 48 50 52",
      ])
  }

  @Test func `A group photo has places like a rostrum`() throws {
    #expect(
      try places(in: [7, 8, 8]) { $0.evenRule = .pair } == [
        "7 5 3 1 2 4 6", "15 13 11 9 8 10 12 14", "23 21 19 17 16 18 20 22",
      ])
  }

  @Test func `Equal heads leave the centre of an odd front row empty`() throws {
    #expect(try places(in: [9]) { $0.equalHeads = true } == ["8 6 4 2 _ 1 3 5 7"])
    #expect(
      try places(in: [9]) {
        $0.equalHeads = true
        $0.highSide = .right
      } == ["7 5 3 1 _ 2 4 6 8"])
  }

  @Test func `Equal heads share the middle of an even front row and change no other row`() throws {
    #expect(try places(in: [4, 4, 3]) { $0.equalHeads = true } == ["4 2 1 3", "7 5 6 8", "11 9 10"])
  }

  @Test func `Seats and places find each other`() throws {
    let event = try rostrumEvent(rows: [5, 2, 4], people: 1) { $0.equalHeads = true }
    let places = ProtocolPlaces(event.rostrum!, event.settings)
    #expect(places.count == 10)
    for place in 1...10 {
      #expect(places.seat(of: place).flatMap(places.place(of:)) == place)
    }
    #expect(places.place(of: RostrumSeat(row: 1, seat: 3)) == nil)
    #expect(places.seat(of: 0) == nil && places.seat(of: 11) == nil)
  }

  @Test func `A row is one run of neighbours unless its centre is empty`() throws {
    let event = try rostrumEvent(rows: [5, 2], people: 1) { $0.equalHeads = true }
    #expect(ProtocolPlaces(event.rostrum!, event.settings).runs == [0..<2, 2..<4, 4..<6])
    let plain = try rostrumEvent(rows: [5, 2], people: 1)
    #expect(ProtocolPlaces(plain.rostrum!, plain.settings).runs == [0..<5, 5..<7])
  }

  @Test func `A row without seats has no places`() {
    let event = try? rostrumEvent(rows: [1], people: 1) { $0.equalHeads = true }
    let places = event.map { ProtocolPlaces($0.rostrum!, $0.settings) }
    #expect(places?.count == 0 && places?.seat(of: 1) == nil)
  }

  /// The places of all rows in audience view.
  private func places(in rows: [Int], settings: (inout Settings) -> Void = { _ in }) throws -> [String] {
    let event = try rostrumEvent(rows: rows, people: 1, settings: settings)
    let places = ProtocolPlaces(event.rostrum!, event.settings)
    return event.rostrum!.rows.map { row in
      (1...row.seats).map { places.place(of: RostrumSeat(row: row.number, seat: $0)).map(String.init) ?? "_" }
        .joined(separator: " ")
    }
  }
}
