/// What items cost at least on the positions of a strip: the arithmetic that its recursions share.
///
/// Runs and lone seats of a stretch of positions are its exit less its entry, its precedence is the priority times the
/// depths between.
struct StripCosts {
  /// An item as a strip sees it.
  struct Item {
    let size: Int
    let priority: Double
    /// Whether its group may sit in the section.
    let isAllowed: Bool
    /// Its first run. A group of one sits alone in any line without cost.
    let firstRun: Double
  }

  let items: [Item]
  /// By position: what the lines before cost, that of the position apart.
  let entry: [Double]
  /// By position: what the lines before cost, the one that ends there included.
  let exit: [Double]
  /// By position: the depths before, weighted.
  let depth: [Double]

  init(_ strip: Strip, items: [BlockItem], of problem: HallProblem) {
    let costs = problem.costs
    let hasSingleSeats = strip.singleSeatLines.last! > 0
    self.items = items.map { item in
      let group = problem.groups[item.group]
      let rebate = group.members.count == 1 && hasSingleSeats ? costs.lone : 0
      return Item(
        size: item.size, priority: Double(group.priority),
        isAllowed: group.sections.isEmpty || group.sections.contains(strip.section),
        firstRun: Double(costs.run - rebate))
    }
    entry =
      strip.lineOfPosition.map { Double(costs.run * $0 + costs.lone * strip.singleSeatLines[$0]) } + [0]
    exit =
      [0] + strip.lineOfPosition.map { Double(costs.run * $0 + costs.lone * strip.singleSeatLines[$0 + 1]) }
    depth = strip.depthSum.map { Double($0 * costs.precedence) }
  }
}
