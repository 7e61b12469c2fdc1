import Assembly

/// What it is expected to cost that an item's positions may not hold the seats its people must have.
///
/// Which seats of a line the positions are, the layout decides later: a pinned seat counts by the share of its line that
/// lies outside; wheelchair places count by the lines that are touched.
struct ExpectedClaims {
  private let strip: Strip
  private let claims: [BlockItem.Claims]
  /// What a claim costs that is not met.
  private let cost: Double
  private let lineOfSeat: [Int: Int]
  /// Wheelchair places before each line.
  private let wheelchairPlaces: [Int]

  /// The claims of these items in a strip.
  init(in strip: Strip, items: [BlockItem], of problem: HallProblem) {
    self.strip = strip
    claims = items.map(\.claims)
    cost = Double(problem.costs.part + problem.costs.run + problem.costs.lone)
    var lineOfSeat: [Int: Int] = [:]
    for (line, seats) in strip.lines.enumerated() {
      for seat in seats { lineOfSeat[seat] = line }
    }
    self.lineOfSeat = lineOfSeat
    wheelchairPlaces = strip.lines.reduce(into: [0]) { places, line in
      places.append(places[places.count - 1] + line.count { problem.hall.seats[$0].isWheelchairPlace })
    }
  }

  func hasClaims(_ item: Int) -> Bool {
    claims.indices.contains(item) && claims[item] != BlockItem.Claims()
  }

  func cost(of item: Int, on positions: Range<Int>) -> Double {
    guard hasClaims(item) else { return 0 }
    let (first, last) = (
      strip.lineOfPosition[positions.lowerBound], strip.lineOfPosition[positions.upperBound - 1]
    )
    let places = wheelchairPlaces[last + 1] - wheelchairPlaces[first]
    let outside = claims[item].seats.reduce(0.0) { $0 + shareOutside($1, positions) }
    return cost * (Double(max(0, claims[item].wheelchairPlaces - places)) + outside)
  }

  /// How much of a seat's line lies outside of these positions.
  private func shareOutside(_ seat: Int, _ positions: Range<Int>) -> Double {
    guard let line = lineOfSeat[seat] else { return 1 }
    let ofLine = strip.lineStart[line]..<strip.lineStart[line + 1]
    return 1 - Double(positions.clamped(to: ofLine).count) / Double(ofLine.count)
  }
}
