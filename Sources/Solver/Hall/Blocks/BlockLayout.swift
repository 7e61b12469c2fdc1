import Assembly

/// The seats of a block's items, laid along its lines in alternating direction, and what they really cost.
struct BlockLayout {
  /// Seats of each of the block's shares.
  let seats: [[Int]]
  let cost: Int
}

/// Lays blocks on real seats: in which direction to begin, in which order to go on, where to leave seats empty.
///
/// For one order and direction the places of the empty seats are optimal (a shortest path over items and empty seats
/// so far); orders are bettered by exchanging neighbours.
struct BlockLayouts {
  let problem: HallProblem
  let strips: [Strip]
  let items: [BlockItem]
  /// The most empty seats that are left before the last item of a block.
  private let largestGap = 8

  /// The best layout found for a block.
  ///
  /// - Parameter bound: what it costs at least: the search ends when it is met.
  func layout(of block: Block, bound: Int) -> BlockLayout {
    let lines =
      (block.opposite.map { strips[$0.strip].lines[$0.lines].reversed() } ?? [])
      + strips[block.strip].lines[block.lines]
    var best: BlockLayout?
    for isReversed in [false, true] {
      let path = Serpentine(problem, lines: lines, isReversed: isReversed)
      let found = layout(of: block.shares, along: path, bound: bound)
      if found.cost < best?.cost ?? .max { best = found }
      if found.cost <= bound { break }
    }
    return best!
  }

  private func layout(of shares: [Block.Share], along path: Serpentine, bound: Int) -> BlockLayout {
    var order = Array(shares.indices)
    var best = laid(shares, order, along: path)
    var improved = true
    while improved, best.cost > bound, shares.count > 1 {
      improved = false
      for first in 0..<shares.count - 1 {
        order.swapAt(first, first + 1)
        let other = laid(shares, order, along: path)
        if other.cost < best.cost {
          best = other
          improved = true
        } else {
          order.swapAt(first, first + 1)
        }
      }
    }
    return best
  }

  /// The best places of the empty seats for one order.
  private func laid(_ shares: [Block.Share], _ order: [Int], along path: Serpentine) -> BlockLayout {
    let slack = path.seats.count - shares.reduce(0) { $0 + $1.seats }
    let gaps = min(slack, largestGap)
    // costs[k][e]: the first k items lie, with e seats empty before them.
    var costs = [[Int]](repeating: Array(repeating: Int.max, count: gaps + 1), count: shares.count + 1)
    var chosen = costs
    costs[0] = Array(repeating: 0, count: gaps + 1)
    var start = 0
    for (k, index) in order.enumerated() {
      let share = shares[index]
      let item = items[share.item]
      for empty in 0...gaps {
        let first = start + empty
        let cost =
          costs[k][empty]
          + path.cost(
            of: first..<first + share.seats, priority: problem.groups[item.group].priority,
            isSingle: problem.groups[item.group].members.count == 1)
          + path.costOfClaims(item.claims, on: first..<first + share.seats)
        // Empty seats may follow an item: the state counts those before the next one.
        costs[k + 1][empty] = cost
        chosen[k + 1][empty] = empty
        if empty > 0, costs[k + 1][empty - 1] <= cost {
          costs[k + 1][empty] = costs[k + 1][empty - 1]
          chosen[k + 1][empty] = chosen[k + 1][empty - 1]
        }
      }
      start += share.seats
    }
    var seats = [[Int]](repeating: [], count: shares.count)
    var empty = gaps
    for k in order.indices.reversed() {
      empty = chosen[k + 1][empty]
      start -= shares[order[k]].seats
      seats[order[k]] = Array(path.seats[start + empty..<start + empty + shares[order[k]].seats])
    }
    return BlockLayout(seats: seats, cost: costs[shares.count][gaps])
  }
}

/// The seats of lines one after another, each line in the other direction.
private struct Serpentine {
  let seats: [Int]
  private let costs: HallCosts
  private let section: Int
  /// Line of each seat, counted from 0.
  private let line: [Int]
  /// Position of each seat along its line.
  private let along: [Double]
  /// Whether a seat is parted from the one before it in its line, and how often that was so up to it.
  private let breaks: [Int]
  private let depthSum: [Int]
  /// Wheelchair places before each seat.
  private let wheelchairPlaces: [Int]

  init(_ problem: HallProblem, lines: [[Int]], isReversed: Bool) {
    let method = problem.event.settings.hallMethod
    var seats: [Int] = []
    var line: [Int] = []
    for (index, members) in lines.enumerated() {
      seats += index.isMultiple(of: 2) == isReversed ? members.reversed() : members
      line += Array(repeating: index, count: members.count)
    }
    self.seats = seats
    self.line = line
    costs = problem.costs
    section = problem.hall.seats[seats[0]].section
    along = seats.map { problem.hall.along($0, method) }
    var breaks: [Int] = []
    var depthSum = [0]
    for i in seats.indices {
      let isParted =
        i > 0 && line[i] == line[i - 1]
        && !problem.hall.areNeighbours(min(seats[i - 1], seats[i]), max(seats[i - 1], seats[i]), method)
      breaks.append((breaks.last ?? 0) + (isParted ? 1 : 0))
      depthSum.append(depthSum[i] + problem.depths[seats[i]])
    }
    wheelchairPlaces = seats.reduce(into: [0]) {
      $0.append($0[$0.count - 1] + (problem.hall.seats[$1].isWheelchairPlace ? 1 : 0))
    }
    self.breaks = breaks
    self.depthSum = depthSum
  }

  /// What it costs at most to seat people of a group elsewhere because its seats do not hold what they need.
  func costOfClaims(_ claims: BlockItem.Claims, on range: Range<Int>) -> Int {
    let places = wheelchairPlaces[range.upperBound] - wheelchairPlaces[range.lowerBound]
    let missing =
      max(0, claims.wheelchairPlaces - places) + claims.seats.count { !seats[range].contains($0) }
    return missing * (costs.part + costs.run + costs.lone)
  }

  /// What a group costs on these seats.
  func cost(of range: Range<Int>, priority: Int, isSingle: Bool) -> Int {
    var runs: [SeatRun] = []
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start + 1
      while end < range.upperBound, line[end] == line[start], breaks[end] == breaks[end - 1] { end += 1 }
      runs.append(
        SeatRun(
          section: section, line: line[start], lower: min(along[start], along[end - 1]),
          upper: max(along[start], along[end - 1])))
      start = end
    }
    return costs.cost(
      of: runs, depths: depthSum[range.upperBound] - depthSum[range.lowerBound], priority: priority,
      isSingle: isSingle)
  }
}
