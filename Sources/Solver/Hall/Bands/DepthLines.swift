import Assembly

/// The open seats of a hall in lines of one depth each, and what groups cost on stretches of them.
final class DepthLines: Sendable {
  /// Open seats of one line that have one depth, in order along it.
  struct Line {
    let section: Int
    let number: Int
    let depth: Int
    /// Where they are among all seats.
    let seats: Range<Int>
  }

  /// Seats of a line that follow each other, where they are among all seats.
  struct Stretch {
    let line: Int
    let seats: Range<Int>
  }

  let lines: [Line]
  /// Open seats, line after line.
  let seats: [Int]
  /// Position of each seat along its line.
  let along: [Double]
  /// Indices of the lines of each depth.
  let linesOfDepth: [[Int]]
  /// Open seats before each depth, and in all.
  let seatsBefore: [Int]
  /// How often neighbours are parted up to each seat.
  private let breaks: [Int]
  private let costs: HallCosts

  /// - Complexity: O(seats log seats).
  init(_ problem: HallProblem, isOpen: (Int) -> Bool) {
    let method = problem.event.settings.hallMethod
    costs = problem.costs
    let byLine = problem.hall.lines(for: method).flatMap { key, line in
      Dictionary(grouping: line.filter(isOpen)) { problem.depths[$0] }.map {
        (key: key, depth: $0, seats: $1)
      }
    }
    .sorted { ($0.depth, $0.key.section, $0.key.number) < ($1.depth, $1.key.section, $1.key.number) }
    var first = 0
    lines = byLine.map { line in
      defer { first += line.seats.count }
      return Line(
        section: line.key.section, number: line.key.number, depth: line.depth,
        seats: first..<first + line.seats.count)
    }
    let lines = lines
    let seats = byLine.flatMap(\.seats)
    self.seats = seats
    along = seats.map { problem.hall.along($0, method) }
    breaks = seats.indices.dropFirst().reduce(into: [0]) { breaks, i in
      breaks.append(breaks[i - 1] + (problem.hall.areNeighbours(seats[i - 1], seats[i], method) ? 0 : 1))
    }
    let byDepth = Dictionary(grouping: lines.indices) { lines[$0].depth }
    linesOfDepth = (0..<problem.depthCount).map { byDepth[$0] ?? [] }
    seatsBefore = linesOfDepth.reduce(into: [0]) { sums, ofDepth in
      sums.append(sums[sums.count - 1] + ofDepth.reduce(0) { $0 + lines[$1].seats.count })
    }
  }

  /// The depths of the seats in order of depth, summed up to each.
  var depthSum: [Int] {
    linesOfDepth.enumerated().reduce(into: [0]) { sums, ofDepth in
      for line in ofDepth.element {
        for _ in lines[line].seats { sums.append(sums[sums.count - 1] + ofDepth.offset) }
      }
    }
  }

  var depthCount: Int { linesOfDepth.count }

  var seatCount: Int { seatsBefore[depthCount] }

  /// What a group costs that has these seats and no others; no two stretches are neighbours in a line.
  ///
  /// - Complexity: O(runs²).
  func cost(of stretches: [Stretch], priority: Int, isSingle: Bool) -> Int {
    var runs: [SeatRun] = []
    var depths = 0
    for stretch in stretches where !stretch.seats.isEmpty {
      depths += lines[stretch.line].depth * stretch.seats.count
      append(stretch, to: &runs)
    }
    return costs.cost(of: runs, depths: depths, priority: priority, isSingle: isSingle)
  }

  private func append(_ stretch: Stretch, to runs: inout [SeatRun]) {
    let line = lines[stretch.line]
    var start = stretch.seats.lowerBound
    while start < stretch.seats.upperBound {
      var end = start + 1
      while end < stretch.seats.upperBound, breaks[end] == breaks[start] { end += 1 }
      runs.append(
        SeatRun(section: line.section, line: line.number, lower: along[start], upper: along[end - 1]))
      start = end
    }
  }
}
