import Assembly

/// What seats an item's positions are expected to cost beyond the relaxed cost: lone seats, lines that are broken, and
/// people whose wishes and needs the positions do not serve.
///
/// Which seats of a line the positions are, the layout decides later: a pinned seat counts by the share of its line that
/// lies outside; wheelchair places count by the lines that are touched; a broken line counts by its longest stretches.
struct ExpectedExtras {
  private let strip: Strip
  private let claims: [BlockItem.Claims]
  private let costs: HallCosts
  private let lineOfSeat: [Int: Int]
  /// Wheelchair places before each line.
  private let wheelchairPlaces: [Int]
  /// Lengths of each line's stretches of neighbouring seats, the longest first.
  private let stretches: [[Int]]
  /// Lines of several stretches before each line.
  private let brokenLines: [Int]

  /// The extras of these items in a strip.
  init(in strip: Strip, items: [BlockItem], of problem: HallProblem) {
    self.strip = strip
    claims = items.map(\.claims)
    costs = problem.costs
    var lineOfSeat: [Int: Int] = [:]
    for (line, seats) in strip.lines.enumerated() {
      for seat in seats { lineOfSeat[seat] = line }
    }
    self.lineOfSeat = lineOfSeat
    wheelchairPlaces = strip.lines.reduce(into: [0]) { places, line in
      places.append(places[places.count - 1] + line.count { problem.hall.seats[$0].isWheelchairPlace })
    }
    stretches = strip.lines.map { problem.stretches(of: $0) }
    brokenLines = stretches.reduce(into: [0]) { $0.append($0[$0.count - 1] + ($1.count > 1 ? 1 : 0)) }
  }

  /// Whether an item may cost more in this strip than its relaxed cost and its lone seats.
  func mayCostMore(_ item: Int) -> Bool {
    hasClaims(item) || brokenLines[brokenLines.count - 1] > 0
  }

  /// What the item is expected to cost more on these positions.
  func cost(of item: Int, on positions: Range<Int>) -> Double {
    Double(costs.lone * loneSeats(positions) + costOfBreaks(positions))
      + (hasClaims(item) ? costOfClaims(claims[item], on: positions) : 0)
  }

  private func hasClaims(_ item: Int) -> Bool { claims[item] != BlockItem.Claims() }

  private func lines(of positions: Range<Int>) -> ClosedRange<Int> {
    strip.lineOfPosition[positions.lowerBound]...strip.lineOfPosition[positions.upperBound - 1]
  }

  /// Positions alone in the first or the last of several lines.
  private func loneSeats(_ positions: Range<Int>) -> Int {
    let lines = lines(of: positions)
    guard lines.count > 1 else { return 0 }
    return (strip.lineStart[lines.lowerBound + 1] - positions.lowerBound == 1 ? 1 : 0)
      + (positions.upperBound - strip.lineStart[lines.upperBound] == 1 ? 1 : 0)
  }

  /// A run for each stretch more that a line needs, and a part if the item has no other line that joins them.
  private func costOfBreaks(_ positions: Range<Int>) -> Int {
    let lines = lines(of: positions)
    guard brokenLines[lines.upperBound + 1] > brokenLines[lines.lowerBound] else { return 0 }
    let further = lines.reduce(0) { sum, line in
      let ofLine = strip.lineStart[line]..<strip.lineStart[line + 1]
      var left = positions.clamped(to: ofLine).count
      let needed = stretches[line].prefix { stretch in
        defer { left -= stretch }
        return left > 0
      }
      return sum + max(0, needed.count - 1)
    }
    return further * (costs.run + (lines.count == 1 ? costs.part : 0))
  }

  private func costOfClaims(_ claims: BlockItem.Claims, on positions: Range<Int>) -> Double {
    let lines = lines(of: positions)
    let places = wheelchairPlaces[lines.upperBound + 1] - wheelchairPlaces[lines.lowerBound]
    let outside = claims.seats.reduce(0.0) { $0 + shareOutside($1, positions) }
    return Double(costs.part + costs.run + costs.lone)
      * (Double(max(0, claims.wheelchairPlaces - places)) + outside)
  }

  /// How much of a seat's line lies outside of these positions.
  private func shareOutside(_ seat: Int, _ positions: Range<Int>) -> Double {
    guard let line = lineOfSeat[seat] else { return 1 }
    let ofLine = strip.lineStart[line]..<strip.lineStart[line + 1]
    return 1 - Double(positions.clamped(to: ofLine).count) / Double(ofLine.count)
  }
}

extension HallProblem {
  /// Lengths of the stretches of neighbouring seats in a line, the longest first.
  fileprivate func stretches(of line: [Int]) -> [Int] {
    var lengths: [Int] = []
    for (index, seat) in line.enumerated() {
      if index > 0, hall.areNeighbours(line[index - 1], seat, event.settings.hallMethod) {
        lengths[lengths.count - 1] += 1
      } else {
        lengths.append(1)
      }
    }
    return lengths.sorted(by: >)
  }
}
