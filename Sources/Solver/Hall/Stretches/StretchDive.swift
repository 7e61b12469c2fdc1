import IntegerProgramming

/// Goes down from a linear program over stretches to whole columns, one for each group, which together may be a cheap plan: what is
/// nearly whole is fixed, and columns are generated for the rest.
extension StretchBound {
  private static let mastersOfStep = 12
  private static let nodesOfPlunge = 60
  private static let workOfPlunge = 30_000_000
  private static let nearlyWhole = 0.999
  /// Leaves from which dives begin.
  private static let starts = 12

  /// A column for each group, together a plan that may cost less than a ceiling; nothing where none is found.
  ///
  /// - Parameter attempt: dives begin in each of the leaves of least bound in turn, and then turn off once to a column that seems
  ///   less good, a step later each time.
  func dive(below ceiling: Double, attempt: Int, _ interruption: Interruption?) -> [StretchPricing.Column]? {
    if let packed, attempt == 0 { return dive(from: packed, below: ceiling, attempt: 0, interruption) }
    let attempt = attempt - (packing == nil ? 0 : 1)
    let starts = leaves.filter { $0.bound < ceiling }.sorted { $0.bound < $1.bound }
      .prefix(StretchBound.starts)
    guard !starts.isEmpty else { return nil }
    return dive(
      from: starts[attempt / 2 % starts.count], below: ceiling, attempt: attempt,
      turningAt: attempt / 2 / starts.count - 1, interruption)
  }

  /// The plans in which each group has seats of those components alone that it uses in a way to share out the fewest parts.
  private var packed: Node? {
    guard let packing else { return nil }
    var node = root
    for (group, components) in packing.enumerated() {
      for stretch in stretches.indices where !components.contains(stretches[stretch].component) {
        node.choices[group].most[stretch] = 0
      }
      node.choices[group].required.formUnion(components)
    }
    return node
  }

  /// Every other attempt goes down in the other way.
  private func dive(
    from start: Node, below ceiling: Double, attempt: Int, turningAt turn: Int = -1,
    _ interruption: Interruption?
  ) -> [StretchPricing.Column]? {
    var found: [StretchPricing.Column]?
    inMaster(where: { start.allows($0, in: stretches) }) { master in
      found =
        attempt.isMultiple(of: 2)
        ? plunge(from: start, in: master, below: ceiling, interruption)
        : dive(from: start, turningAt: turn, in: master, below: ceiling, interruption)
    }
    return found
  }

  /// Parts the plans again and again, goes on in the part that agrees best with its program, and turns back where it ends.
  private func plunge(
    from start: Node, in master: StretchMaster, below ceiling: Double, _ interruption: Interruption?
  ) -> [StretchPricing.Column]? {
    var waiting = [start]
    let most = work + StretchBound.workOfPlunge
    for _ in 0..<StretchBound.nodesOfPlunge where work < most {
      guard var node = waiting.popLast() else { return nil }
      master.restrict(to: node)
      let solution = generate(
        &node, in: master, until: ceiling, masters: StretchBound.mastersOfStep, interruption)
      guard let solution else { continue }
      let halves = halves(of: node, master, solution)
      let best = bestColumns(node, master, solution)
      if halves.isEmpty, best.count == groupCount,
        best.allSatisfy({ $0.value > StretchBound.nearlyWhole })
      {
        return best.map(\.column)
      }
      waiting += halves.reversed()
    }
    return nil
  }

  private func dive(
    from start: Node, turningAt turn: Int, in master: StretchMaster, below ceiling: Double,
    _ interruption: Interruption?
  ) -> [StretchPricing.Column]? {
    var node = start
    for step in 0..<groupCount where interruption?.isInterrupted != true {
      master.restrict(to: node)
      let solution = generate(
        &node, in: master, until: ceiling, masters: StretchBound.mastersOfStep, interruption)
      guard let solution else { return nil }
      let best = bestColumns(node, master, solution)
      // A group without a column would stand.
      guard best.count == groupCount else { return nil }
      let torn = best.filter { $0.value <= StretchBound.nearlyWhole }
      if torn.isEmpty { return best.map(\.column) }
      let chosen = torn[step == turn ? min(1, torn.count - 1) : 0].column
      for (column, value) in best where value > StretchBound.nearlyWhole || column == chosen {
        node.choices[column.group].fix(column)
      }
    }
    return nil
  }

  /// The seats of greatest value of each group, by whatever step, the greatest first.
  private func bestColumns(_ node: Node, _ master: StretchMaster, _ solution: LinearSolution)
    -> [(column: StretchPricing.Column, value: Double)]
  {
    var best: [(column: StretchPricing.Column, value: Double)?] = Array(repeating: nil, count: groupCount)
    var total: [StretchPricing.Column: Double] = [:]
    for (column, variable) in master.columns where solution[variable] > 1e-7 {
      let value = total[column.ofAnyStep, default: 0] + solution[variable]
      total[column.ofAnyStep] = value
      if value > best[column.group]?.value ?? 0 { best[column.group] = (column, value) }
    }
    return best.compactMap { $0 }.sorted {
      ($0.value, sizes[$0.column.group]) > ($1.value, sizes[$1.column.group])
    }
  }
}

extension StretchPricing.Column {
  /// The same for all columns of these seats.
  fileprivate var ofAnyStep: Self {
    StretchPricing.Column(group: group, step: 0, shares: shares, parts: parts, cost: cost)
  }
}

extension StretchPricing.Choice {
  /// Leaves this column alone.
  fileprivate mutating func fix(_ column: StretchPricing.Column) {
    least = least.map { _ in 0 }
    for share in column.shares { least[share.stretch] = share.people }
    most = least
    required = []
  }
}
