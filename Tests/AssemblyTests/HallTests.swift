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
    ] as [(Int, Int, Int?, [Int])])
  func `Numbers run as the step says`(_ first: Int, _ last: Int, _ step: Int?, _ numbers: [Int]) throws {
    #expect(try hall([line("中", 1, first, last, step: step)]).seats.map(\.number) == numbers)
  }

  @Test func `Reserved seats are held, a line for a role is not`() throws {
    var reserved = line("中", 1, 1, 9, step: 2)
    reserved.reservation = .seats([1...1, 4...7])
    var press = line("中", 2, 1, 2)
    press.reservation = .role(.press)
    let hall = try hall([reserved, press])
    #expect(hall.seats.filter(\.isHeld).map(\.number) == [1, 5, 7])
    #expect(hall.seats.map(\.role) == [nil, nil, nil, nil, nil, .press, .press])
  }

  @Test func `Wheelchair places are told by printed number`() throws {
    var offered = line("中", 1, 6, 2, step: -2)
    offered.wheelchair = [2...4]
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
