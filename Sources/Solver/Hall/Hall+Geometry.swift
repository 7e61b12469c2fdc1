import Assembly

extension Hall {
  /// The column of a seat: ⌊x + ½⌋.
  func column(of seat: Int) -> Int {
    Int((seats[seat].x + 0.5).rounded(.down))
  }

  /// Depth of each seat as an index among the distinct depths, and the number of these.
  func depths(for method: HallMethod) -> (depths: [Int], count: Int) {
    let keys = seats.indices.map { seat in
      switch method {
      case .horizontal: seats[seat].y
      case .vertical: Double(column(of: seat))
      case .outward: (abs(seats[seat].x) + 0.5).rounded(.down)
      }
    }
    let distinct = Array(Set(keys)).sorted()
    let index = Dictionary(uniqueKeysWithValues: distinct.enumerated().map { ($1, $0) })
    return (keys.map { index[$0]! }, distinct.count)
  }

  /// Whether a seat is at the end of a run of the hall, next to an aisle.
  func isAtAisle(_ seat: Int) -> Bool {
    let run = runs[seats[seat].run]
    return seat == run.lowerBound || seat == run.upperBound - 1
  }

  /// The seats next to a seat in its run.
  func neighbours(of seat: Int) -> [Int] {
    let run = runs[seats[seat].run]
    return [seat - 1, seat + 1].filter(run.contains)
  }

  /// The lines of the hall: the seats of one row of a section, or of one file, in order along the line.
  func lines(for method: HallMethod) -> [HallLineKey: [Int]] {
    var lines = Dictionary(grouping: seats.indices) { seat in
      HallLineKey(
        section: seats[seat].section, number: method == .horizontal ? seats[seat].row : column(of: seat))
    }
    for key in lines.keys {
      lines[key]!.sort { (along($0, method), $0) < (along($1, method), $1) }
    }
    return lines
  }

  /// Position of a seat along its line: x in a row, the row number in a file.
  func along(_ seat: Int, _ method: HallMethod) -> Double {
    method == .horizontal ? seats[seat].x : Double(seats[seat].row)
  }

  /// Whether two seats that follow each other in a line are neighbours.
  func areNeighbours(_ left: Int, _ right: Int, _ method: HallMethod) -> Bool {
    method == .horizontal
      ? seats[left].run == seats[right].run && right == left + 1 : seats[right].row == seats[left].row + 1
  }
}

/// A line: a row of a section, or a file by its column.
struct HallLineKey: Hashable {
  let section: Int
  let number: Int
}
