import Assembly

extension BlockMaster {
  /// Prices near those of the best plan, one for each item: what its seats would cost if people in order of priority
  /// took the seats in order of depth.
  ///
  /// A group pays for its depth, for its share of the lines' prices, for one part and for as many runs as its people
  /// fill lines. A seat of a line is worth what the people behind it would save by moving there: it falls from line to
  /// line by the priority of who sits last in it, down to nothing where seats are left.
  ///
  /// - Complexity: O(seats log seats).
  var firstPrices: [Double] {
    let depths = strips.flatMap { strip in
      (0..<strip.capacity).map { strip.depthSum[$0 + 1] - strip.depthSum[$0] }
    }
    .sorted()
    let lines = max(1, strips.reduce(0) { $0 + $1.lines.count })
    let lineLength = Double(depths.count) / Double(lines)
    var prices = items.map {
      Double(problem.costs.part) + Double(problem.costs.run) * (1 + Double($0.size) / lineLength)
    }
    let seated = items.indices.sorted { items[$0].group < items[$1].group }.flatMap { item in
      Array(repeating: item, count: items[item].size)
    }.prefix(depths.count)
    var worth = 0.0
    for position in seated.indices.reversed() {
      let priority = Double(problem.costs.precedence * problem.groups[items[seated[position]].group].priority)
      if position + 1 < seated.count {
        worth += priority * Double(depths[position + 1] - depths[position])
      }
      prices[seated[position]] += priority * Double(depths[position]) + worth
    }
    return prices
  }
}
