/// Where groups lie in a block: the borders between them, and their parts.
struct GroupAreas {
  /// A connected area of one group's seats.
  struct Part {
    let group: Int
    /// Middle of its name.
    let x: Double
    let y: Double
    /// Room for its name.
    let width: Double
    let height: Double
    let seats: Int
  }

  private struct Cell: Hashable {
    let line: Int
    let column: Int
  }

  private let block: SeatBlock
  /// Group of each seat, or nothing for an empty one.
  private let groups: [Int?]
  private let seatAt: [Cell: Int]

  /// - Parameter group: the group of a seat.
  init(_ block: SeatBlock, group: (Seat) -> Int?) {
    self.block = block
    groups = block.seats.map { group($0.seat) }
    seatAt = Dictionary(
      block.seats.enumerated().map { (Cell(line: $1.line, column: $1.column), $0) }
    ) { first, _ in first }
  }

  /// Whether the seat is the first of its group in its row.
  func beginsRun(_ seat: Int) -> Bool {
    groups[seat] != nil && neighbour(of: seat, column: -1).flatMap { groups[$0] } != groups[seat]
  }

  /// The borders of the groups' areas as an SVG path; each border once.
  func borders(of seats: [Int]) -> String {
    let (width, height) = (SeatMeasure.width * block.scale, block.rowHeight * block.scale)
    var path = ""
    for index in seats {
      guard let group = groups[index] else { continue }
      let (x, y) = (block.seats[index].x, block.seats[index].y)
      func differs(_ neighbour: Int?) -> Bool { neighbour.flatMap { groups[$0] } != group }
      func isFree(_ neighbour: Int?) -> Bool { neighbour.flatMap { groups[$0] } == nil }
      if differs(neighbour(of: index, column: 1)) {
        path += "M\(short(x + width)) \(short(y))v\(short(height))"
      }
      if isFree(neighbour(of: index, column: -1)) { path += "M\(short(x)) \(short(y))v\(short(height))" }
      if differs(neighbour(of: index, line: 1)) {
        path += "M\(short(x)) \(short(y + height))h\(short(width))"
      }
      if isFree(neighbour(of: index, line: -1)) { path += "M\(short(x)) \(short(y))h\(short(width))" }
    }
    return path
  }

  /// The parts of all groups, each with the place of its name: the longest run of its middle line, as deep
  /// as the part is there.
  ///
  /// - Complexity: O(s) for s seats, hashing aside.
  var parts: [Part] {
    var isKnown = [Bool](repeating: false, count: groups.count)
    return groups.indices.compactMap { start in
      guard let group = groups[start], !isKnown[start] else { return nil }
      isKnown[start] = true
      var members = [start]
      var next = 0
      while next < members.count {
        for neighbour in neighbours(of: members[next]) where !isKnown[neighbour] && groups[neighbour] == group
        {
          isKnown[neighbour] = true
          members.append(neighbour)
        }
        next += 1
      }
      return part(of: group, members)
    }
  }

  private func part(of group: Int, _ members: [Int]) -> Part {
    let lines = members.map { block.seats[$0].line }.sorted()
    let middle = lines[lines.count / 2]
    let line = members.filter { block.seats[$0].line == middle }.map { block.seats[$0].x }.sorted()
    let (width, height) = (SeatMeasure.width * block.scale, block.rowHeight * block.scale)
    var longest = 0..<1
    var start = 0
    for index in line.indices {
      if index > start, line[index] - line[index - 1] > 1.5 * width { start = index }
      if index - start + 1 > longest.count { longest = start..<index + 1 }
    }
    let (left, right) = (line[longest.lowerBound], line[longest.upperBound - 1] + width)
    let x = (left + right) / 2
    let depths = members.filter { abs(block.seats[$0].x + width / 2 - x) <= width }.map { block.seats[$0].y }
      .sorted()
    return Part(
      group: group, x: x, y: (depths[0] + depths[depths.count - 1] + height) / 2, width: right - left,
      height: depths[depths.count - 1] - depths[0] + height, seats: members.count)
  }

  private func neighbours(of seat: Int) -> [Int] {
    [(0, -1), (0, 1), (-1, 0), (1, 0)].compactMap { neighbour(of: seat, line: $0, column: $1) }
  }

  private func neighbour(of seat: Int, line: Int = 0, column: Int = 0) -> Int? {
    seatAt[Cell(line: block.seats[seat].line + line, column: block.seats[seat].column + column)]
  }

  private func short(_ number: Double) -> String {
    MarkupWriter.shortened(number)
  }
}
