/// The cheapest columns of a node for each step of each group against prices, and the cheapest chain of such steps: a shortest
/// path over reaches (``StretchOrder``).
struct CheapestWays {
  typealias Priced = (cost: Double, column: StretchPricing.Column)

  /// What the cheapest chain costs, less what its seats are worth; infinite where there is none.
  let cost: Double
  /// The cheapest column of each step of each group, nothing where the step has none.
  let columns: [[Priced?]]

  private let steps: [[StretchBound.Step]]
  /// The least cost of the groups before each reach, and of those behind it.
  private let before: [[Double]]
  private let behind: [[Double]]

  /// - Parameter prices: those of the node where none are given.
  init(_ node: StretchBound.Node, _ order: StretchOrder, at prices: StretchBound.Prices? = nil) {
    let prices = prices ?? node.prices
    let steps = node.steps
    let columns = zip(steps, node.choices).map { steps, choice in
      steps.map { $0.pricing.cheapest(prices, within: choice) }
    }
    var before = order.reaches.map { Array(repeating: Double.infinity, count: $0) }
    var behind = before
    before[0][0] = 0
    for group in steps.indices {
      for case (let step, let priced?) in zip(steps[group], columns[group]) {
        before[group + 1][step.to] = min(before[group + 1][step.to], before[group][step.from] + priced.cost)
      }
    }
    for reach in behind[steps.count].indices { behind[steps.count][reach] = 0 }
    for group in steps.indices.reversed() {
      for case (let step, let priced?) in zip(steps[group], columns[group]) {
        behind[group][step.from] = min(behind[group][step.from], priced.cost + behind[group + 1][step.to])
      }
    }
    cost = behind[0][0]
    self.columns = columns
    self.steps = steps
    self.before = before
    self.behind = behind
  }

  /// What the cheapest chain costs that has a step of a group with a column of so much.
  func cost(through step: StretchBound.Step, of group: Int, with cost: Double) -> Double {
    before[group][step.from] + cost + behind[group + 1][step.to]
  }

  /// The columns of the chains that cost no more than so much above the cheapest one.
  func columns(within excess: Double) -> [StretchPricing.Column] {
    steps.indices.flatMap { group in
      zip(steps[group], columns[group]).compactMap { step, priced -> StretchPricing.Column? in
        guard let priced else { return nil }
        let through = cost(through: step, of: group, with: priced.cost)
        return through.isFinite && through <= cost + excess + 1e-6 * max(1, abs(cost)) ? priced.column : nil
      }
    }
  }
}
