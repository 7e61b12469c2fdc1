import Assembly
import Testing

@Suite struct HallTests {
  @Test func `A row is centred, with two empty widths between its runs`() throws {
    // Two seats, two empty widths, three seats in another section: seven widths in all.
    let hall = try hall([line("左", 1, 1, 2), line("右", 1, 1, 3)])
    #expect(hall.seats.map(\.x) == [-3, -2, 1, 2, 3])
    #expect(hall.runs == [0..<2, 2..<5])
  }

  @Test func `Rows are centred each by itself, floors apart`() throws {
    var upstairs = line("楼上", 1, 1, 2)
    upstairs.floor = 2
    let hall = try hall([line("中", 1, 1, 3), line("中", 2, 1, 4), upstairs])
    #expect(hall.seats.map(\.x) == [-1, 0, 1, -1.5, -0.5, 0.5, 1.5, -0.5, 0.5])
  }

  @Test func `Floors lie after one another`() throws {
    var upstairs = line("楼上", 2, 1, 1)
    upstairs.floor = 2
    let hall = try hall([upstairs, line("中", 1, 1, 1), line("中", 4, 1, 1)])
    #expect(hall.seats.map(\.y) == [6, 1, 4])
  }

  @Test func `Given positions are kept, for all runs of the section's row`() throws {
    var left = line("中", 3, 1, 2)
    (left.x, left.y) = (10, 7.5)
    var right = line("中", 3, 3, 3)
    right.x = 20.5
    let hall = try hall([left, right])
    #expect(hall.seats.map(\.x) == [10, 11, 20.5])
    #expect(hall.seats.map(\.y) == [7.5, 7.5, 7.5])
  }

  @Test(
    arguments: [
      (1, 3, nil, [1, 2, 3]), (3, 1, nil, [3, 2, 1]), (4, 4, nil, [4]), (3, 1, -1, [3, 2, 1]),
      (1, 5, 2, [1, 3, 5]),
      (6, 2, -2, [6, 4, 2]), (5, 4, 0, [5, 3, 1, 2, 4]), (1, 2, 0, [1, 2]),
    ] as [(Int, Int, Int?, [PrintedName])])
  func `Numbers run as the step says`(_ first: Int, _ last: Int, _ step: Int?, _ numbers: [PrintedName])
    throws
  {
    #expect(try hall([line("中", 1, first, last, step: step)]).seats.map(\.number) == numbers)
  }

  @Test func `Reserved seats are held, a line for a role is not`() throws {
    var reserved = line("中", 1, 1, 9, step: 2)
    reserved.reservation = .seats([.range(1...1), .range(4...7)])
    var press = line("中", 2, 1, 2)
    press.reservation = .role(.press)
    let hall = try hall([reserved, press])
    #expect(hall.seats.filter(\.isHeld).map(\.number) == [1, 5, 7])
    #expect(hall.seats.map(\.role) == [nil, nil, nil, nil, nil, .press, .press])
  }

  @Test func `Rows with letters follow each other as they first appear`() throws {
    func rows(_ names: PrintedName...) throws -> [Int] {
      let lines = names.enumerated().map {
        HallLine(tableRow: $0 + 2, section: "S\($0)", row: $1, first: 1, last: 1)
      }
      return try hall(lines).seats.map(\.row)
    }
    let (a, b, c) = (PrintedName.letters("A"), PrintedName.letters("B"), PrintedName.letters("c"))
    #expect(try rows(a, b, c) == [1, 2, 3])
    #expect(try rows(a, c, .letters("C"), b) == [1, 2, 2, 3])
    #expect(try rows(a, b, 1, 2, a) == [-1, 0, 1, 2, -1])
    #expect(try rows(3, 4, a, b) == [3, 4, 5, 6])
    #expect(try rows(a, 3, 4, b) == [2, 3, 4, 5])
  }

  @Test func `Seats are neighbours as they are listed, whatever is printed on them`() throws {
    var listed = HallLine(
      tableRow: 2, section: "中", row: .letters("B"), seatNames: [11, 12, .letters("12a"), 14])
    listed.reservation = .seats([.range(11...13)])
    listed.wheelchair = [.name(.letters("12A"))]
    let hall = try hall([listed])
    #expect(hall.seats.map(\.number.description) == ["11", "12", "12a", "14"])
    #expect(hall.seats.map(\.x) == [-1.5, -0.5, 0.5, 1.5])
    #expect(hall.runs == [0..<4])
    #expect(hall.seats.map(\.isHeld) == [true, true, true, false])
    #expect(hall.seats.map(\.isWheelchairPlace) == [false, false, true, false])
    #expect(SeatDirectory(hall).seat(section: "中", row: .letters("b"), number: .letters("12A")) == 2)
  }

  @Test func `Wheelchair places are told by printed number`() throws {
    var offered = line("中", 1, 6, 2, step: -2)
    offered.wheelchair = [.range(2...4)]
    let hall = try hall([offered])
    #expect(hall.seats.map(\.isWheelchairPlace) == [false, true, true])
    #expect(hall.offersWheelchairPlaces)
    #expect(try !AssemblyTests.hall([line("中", 1, 1, 3)]).offersWheelchairPlaces)
  }

  @Test func `Seats are found by their printed names`() throws {
    let directory = SeatDirectory(try hall([line("左", 1, 5, 4, step: 0), line("右", 1, 1, 2)]))
    #expect(directory.seat(section: "左", row: 1, number: 1) == 2)
    #expect(directory.seat(section: "右", row: 1, number: 2) == 6)
    #expect(directory.seat(section: "右", row: 1, number: 3) == nil)
    #expect(directory.seat(section: "右", row: 2, number: 1) == nil)
    #expect(directory.seat(section: "上", row: 1, number: 1) == nil)
  }
}
