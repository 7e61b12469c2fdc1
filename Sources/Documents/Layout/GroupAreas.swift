/// Where groups lie in a block: the borders between them, and their parts.
struct GroupAreas {
  /// The room for a name inside a connected area of one group's seats.
  struct Part {
    let group: Int
    /// Middle of its name.
    let x: Double
    let y: Double
    /// How large letters can be.
    let size: Double
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
    edges(of: seats).reduce(into: "") { path, edge in
      let (from, to) = (edge.from, edge.to)
      path += "M\(short(from.x)) \(short(from.y))"
      path += from.x == to.x ? "v\(short(to.y - from.y))" : "h\(short(to.x - from.x))"
    }
  }

  /// The sides of seats that are borders of the groups' areas, each once.
  func edges(of seats: [Int]) -> [(from: (x: Double, y: Double), to: (x: Double, y: Double))] {
    let (width, height) = (SeatMeasure.width * block.scale, block.rowHeight * block.scale)
    return seats.flatMap { index -> [(from: (x: Double, y: Double), to: (x: Double, y: Double))] in
      guard let group = groups[index] else { return [] }
      let (x, y) = (block.seats[index].x, block.seats[index].y)
      func differs(_ neighbour: Int?) -> Bool { neighbour.flatMap { groups[$0] } != group }
      func isFree(_ neighbour: Int?) -> Bool { neighbour.flatMap { groups[$0] } == nil }
      var edges: [(from: (x: Double, y: Double), to: (x: Double, y: Double))] = []
      if differs(neighbour(of: index, column: 1)) { edges.append(((x + width, y), (x + width, y + height))) }
      if isFree(neighbour(of: index, column: -1)) { edges.append(((x, y), (x, y + height))) }
      if differs(neighbour(of: index, line: 1)) { edges.append(((x, y + height), (x + width, y + height))) }
      if isFree(neighbour(of: index, line: -1)) { edges.append(((x, y), (x + width, y))) }
      return edges
    }
  }

  /// The parts of all groups, each with the largest room for its name inside the part: no name lies over the seats of
  /// another group.
  ///
  /// - Parameter ems: how wide the name of a group is, in its letters.
  /// - Complexity: O(s) for s seats, hashing aside.
  func parts(ems: (Int) -> Double) -> [Part] {
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
      return part(of: group, members, ems: ems(group))
    }
  }

  /// The rectangle of seats in which the name can be largest. Row by row the seats above each count how deep a rectangle
  /// that ends there can be; a stack of columns that grow deeper finds every one that cannot be widened.
  private func part(of group: Int, _ members: [Int], ems: Double) -> Part {
    var depth: [Int: Int] = [:]
    var best = Part(group: group, x: 0, y: 0, size: 0)
    var widest = 0
    let lines = Dictionary(grouping: members) { block.seats[$0].line }.sorted { $0.key < $1.key }
    for (line, seats) in lines {
      let columns = seats.map { block.seats[$0].column }.sorted()
      let above = depth
      depth = Dictionary(
        columns.map { column in
          (
            column,
            seatAt[Cell(line: line - 1, column: column)].flatMap { groups[$0] } == group
              ? (above[column] ?? 0) + 1 : 1
          )
        }
      ) { first, _ in first }
      var open: [(first: Int, depth: Int)] = []
      func close(to depth: Int, before column: Int) -> Int? {
        var first: Int?
        while let last = open.last, last.depth >= depth {
          let room = room(line, last.first, column - 1, depth: last.depth, ems)
          let width = column - last.first
          // Of rectangles that are as high, the widest: the name stands in the middle of the part.
          if room.size > best.size || room.size == best.size && width > widest {
            best = Part(group: group, x: room.x, y: room.y, size: room.size)
            widest = width
          }
          first = last.first
          open.removeLast()
        }
        return first
      }
      for (place, column) in columns.enumerated() {
        if place > 0, columns[place - 1] != column - 1 { _ = close(to: 0, before: columns[place - 1] + 1) }
        let own = depth[column] ?? 1
        open.append((close(to: own, before: column) ?? column, own))
      }
      if let last = columns.last { _ = close(to: 0, before: last + 1) }
    }
    return best
  }

  /// How large a name can be in a rectangle of seats that ends in a line, and where its middle is.
  private func room(
    _ line: Int, _ first: Int, _ last: Int, depth: Int, _ ems: Double
  ) -> (x: Double, y: Double, size: Double) {
    let (width, height) = (SeatMeasure.width * block.scale, block.rowHeight * block.scale)
    let lines = line - depth + 1...line
    func seats(in column: Int) -> [DrawnSeat] {
      lines.compactMap { seatAt[Cell(line: $0, column: column)].map { block.seats[$0] } }
    }
    let left = seats(in: first).map(\.x).max() ?? 0
    let right = (seats(in: last).map(\.x).min() ?? 0) + width
    let depths = seats(in: first).map(\.y)
    let (top, bottom) = (depths.min() ?? 0, (depths.max() ?? 0) + height)
    return (
      (left + right) / 2, (top + bottom) / 2, min(0.94 * (right - left) / ems, (bottom - top) * 0.85)
    )
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
