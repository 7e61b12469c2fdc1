import IntegerProgramming

/// The linear program over columns of ``StretchBound``: one column for each group, no more people in a stretch than it has seats.
final class StretchMaster {
  private let live: LinearProblem
  private let stretches: [Stretch]
  private let groups: [Constraint]
  private let seats: [Constraint]
  private let parts: Constraint
  private let order: StretchOrder
  /// Before each group and behind the last, a row for each reach where there are several: as many columns end there as begin.
  private let reaches: [[Constraint]]
  private(set) var columns: [(column: StretchPricing.Column, variable: Variable)] = []
  /// Index of each column.
  private var known: [StretchPricing.Column: Int] = [:]
  /// Whether the node may have a column.
  private var isOpen: [Bool] = []

  /// - Parameter absence: what it costs to leave each group out.
  static func with<Result>(
    _ stretches: [Stretch], _ order: StretchOrder, absence: [Int], _ body: (StretchMaster) -> Result
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
    let reaches = order.reaches.enumerated().map { g, count in
      g == 0 || g == groups.count || count == 1
        ? []
        : (0..<count).map { reach in
          model.addConstraint(
            "reach[\(g),\(reach)]",
            [
              1 * model.addVariable("began[\(g),\(reach)]", objective: dearest),
              -1 * model.addVariable("ended[\(g),\(reach)]", objective: dearest),
            ],
            .equal(0))
        }
    }
    return model.withLiveProblem {
      body(
        StretchMaster($0, stretches, order, groups: groups, seats: seats, parts: parts, reaches: reaches))
    }
  }

  private init(
    _ live: LinearProblem, _ stretches: [Stretch], _ order: StretchOrder, groups: [Constraint],
    seats: [Constraint], parts: Constraint, reaches: [[Constraint]]
  ) {
    self.live = live
    self.stretches = stretches
    self.groups = groups
    self.seats = seats
    self.parts = parts
    self.order = order
    self.reaches = reaches
  }

  /// Adds a column; one that was closed to the node is opened, for what pricing finds no bound can do without.
  ///
  /// - Returns: whether the node did not have it.
  @discardableResult
  func add(_ column: StretchPricing.Column) -> Bool {
    if let index = known[column] {
      guard !isOpen[index] else { return false }
      isOpen[index] = true
      live.setBounds(of: columns[index].variable, to: .atLeast(0))
      return true
    }
    known[column] = columns.count
    isOpen.append(true)
    let step = order.steps[column.group][column.step]
    let (begins, ends) = (reaches[column.group], reaches[column.group + 1])
    let variable = live.addVariable(
      "column[\(columns.count)]", objective: Double(column.cost),
      column: [(groups[column.group], 1), (parts, Double(column.parts))]
        + column.shares.map { (seats[$0.stretch], Double($0.people)) }
        + (begins.isEmpty ? [] : [(begins[step.from], -1)]) + (ends.isEmpty ? [] : [(ends[step.to], 1)]))
    columns.append((column, variable))
    return true
  }

  /// Leaves only what a node of the search allows.
  func restrict(to node: StretchBound.Node) {
    for (index, (column, variable)) in columns.enumerated() {
      isOpen[index] = node.allows(column, in: stretches)
      live.setBounds(of: variable, to: isOpen[index] ? .atLeast(0) : .equal(0))
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
