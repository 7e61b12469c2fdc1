import Assembly
import SolverShared

/// How the seats of a hall hang together, for searches that look at single seats.
struct SeatGraph {
  /// The neighbours of each seat in its line, −1 where there is none.
  let before: [Int]
  let after: [Int]
  /// All seats that a part may reach from a seat in one step, its neighbours in the line included, seat after seat; and where
  /// those of each seat begin.
  let reached: [Int]
  let firstReached: [Int]
  /// File of each seat, −1 for rows.
  let fileOf: [Int]
  /// Seats of each file, the farthest from the stage first.
  let files: [[Int]]
  /// Number of the line of each seat among those of its section, and its position there.
  let line: [Int]
  let along: [Double]
  /// Quarters of a seat width between each seat and the middle of the hall.
  let offCentre: [Int]

  /// The graph of all seats.
  ///
  /// - Complexity: O(seats log seats).
  init(_ problem: HallProblem) {
    let hall = problem.hall
    let method = problem.event.settings.hallMethod
    let lines = hall.lines(for: method)
    var before = [Int](repeating: -1, count: hall.seats.count)
    var after = before
    var reached = [[Int]](repeating: [], count: hall.seats.count)
    var number = before
    var fileOf = before
    var files: [[Int]] = []
    for key in lines.keys.sorted(by: { ($0.section, $0.number) < ($1.section, $1.number) }) {
      let seats = lines[key]!
      for (one, other) in zip(seats, seats.dropFirst()) where hall.areNeighbours(one, other, method) {
        after[one] = other
        before[other] = one
        reached[one].append(other)
        reached[other].append(one)
      }
      for seat in seats { number[seat] = key.number }
      if method != .horizontal {
        for seat in seats { fileOf[seat] = files.count }
        files.append(seats.sorted { (hall.seats[$0].y, $0) > (hall.seats[$1].y, $1) })
      }
      if let next = lines[HallLineKey(section: key.section, number: key.number + 1)] {
        hall.forEachLink(from: seats, to: next, method) { one, other in
          reached[one].append(other)
          reached[other].append(one)
        }
      }
    }
    self.before = before
    self.after = after
    self.reached = reached.flatMap { $0 }
    firstReached = reached.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    self.fileOf = fileOf
    self.files = files
    line = number
    along = hall.seats.indices.map { hall.along($0, method) }
    offCentre = hall.seats.map { Int((min(abs($0.x), 1e6) * 4).rounded()) }
  }
}

extension SeatGraph {
  /// The seats that a part may reach from a seat in one step.
  func reached(from seat: Int) -> ArraySlice<Int> { reached[firstReached[seat]..<firstReached[seat + 1]] }

  /// One of the seats that a part may reach from a seat in one step.
  func seatReached(from seat: Int, _ random: inout SplitMix64) -> Int? {
    let (first, end) = (firstReached[seat], firstReached[seat + 1])
    return first < end ? reached[first + random.below(end - first)] : nil
  }
}

extension Hall {
  /// Names each pair of seats, one of each of two lines that follow each other, that may belong to one part.
  func forEachLink(from line: [Int], to next: [Int], _ method: HallMethod, _ body: (Int, Int) -> Void) {
    var first = 0
    for seat in line {
      // Positions given with decimals may miss a whole difference by their last bit.
      let (least, most) = (along(seat, method) - 1 - 1e-9, along(seat, method) + 1 + 1e-9)
      while first < next.count, along(next[first], method) < least { first += 1 }
      for other in next[first...].prefix(while: { along($0, method) <= most }) { body(seat, other) }
    }
  }
}
