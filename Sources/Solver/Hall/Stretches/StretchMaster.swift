import IntegerProgramming

/// The linear program over columns of ``StretchBound``: one column for each group, no more people in a stretch than it has seats.
final class StretchMaster {
  private let live: LinearProblem
  private let stretches: [Stretch]
  private let groups: [Constraint]
  private let seats: [Constraint]
  private let parts: Constraint
  private(set) var columns: [(column: StretchPricing.Column, variable: Variable)] = []
  private var known: Set<StretchPricing.Column> = []

  /// - Parameter absence: what it costs to leave each group out.
  static func with<Result>(
    _ stretches: [Stretch], absence: [Int], _ body: (StretchMaster) -> Result
  ) -> Result {
    var model = Model(name: "stretches")
    let dearest = Double(absence.max() ?? 0)
    let parts = model.addConstraint(
      "parts",
      [
        1 * model.addVariable("short", objective: dearest),
        -1 * model.addVariable("over", objective: dearest),
      ],
      .free)
    let groups = absence.enumerated().map { g, cost in
      model.addConstraint(
        "group[\(g)]", [1 * model.addVariable("absent[\(g)]", objective: Double(cost))], .equal(1))
    }
    let seats = stretches.enumerated().map {
      model.addConstraint("seats[\($0)]", [], .atMost(Double($1.seats)))
    }
    return model.withLiveProblem {
      body(StretchMaster($0, stretches, groups: groups, seats: seats, parts: parts))
    }
  }

  private init(
    _ live: LinearProblem, _ stretches: [Stretch], groups: [Constraint], seats: [Constraint],
    parts: Constraint
  ) {
    self.live = live
    self.stretches = stretches
    self.groups = groups
    self.seats = seats
    self.parts = parts
  }

  /// Whether the column was not known yet.
  @discardableResult
  func add(_ column: StretchPricing.Column) -> Bool {
    guard known.insert(column).inserted else { return false }
    let variable = live.addVariable(
      "column[\(columns.count)]", objective: Double(column.cost),
      column: [(groups[column.group], 1), (parts, Double(column.parts))]
        + column.shares.map { (seats[$0.stretch], Double($0.people)) })
    columns.append((column, variable))
    return true
  }

  /// Leaves only what a node of the search allows.
  func restrict(to node: StretchBound.Node) {
    for (column, variable) in columns {
      live.setBounds(of: variable, to: node.allows(column, in: stretches) ? .atLeast(0) : .equal(0))
    }
    live.setBounds(
      of: parts,
      to: node.mostParts.map { .between(Double(node.leastParts)...Double($0)) }
        ?? (node.leastParts > 0 ? .atLeast(Double(node.leastParts)) : .free))
  }

  func solve(_ interruption: Interruption?) -> LinearSolution {
    live.solve(Limits(interruption: interruption))
  }

  /// What a seat of each stretch is worth, and what a part is paid.
  func prices(_ solution: LinearSolution) -> StretchBound.Prices {
    StretchBound.Prices(worth: seats.map { max(0, -solution.dual(of: $0)) }, part: solution.dual(of: parts))
  }
}
