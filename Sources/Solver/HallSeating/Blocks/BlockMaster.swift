import Assembly
import IntegerProgramming

/// The linear program over blocks: each group lies somewhere, each line belongs to one block at most.
///
/// Labels: `group[g]`, `line[s,l]`; columns `block[c]` and `unseated[g]`.
struct BlockMaster {
  let problem: HallProblem
  let strips: [Strip]
  let costs: PieceCosts
  private(set) var model = Model(name: "hall")
  private(set) var countRows: [Constraint] = []
  private(set) var amountRows: [Constraint] = []
  private(set) var lineRows: [[Constraint]] = []
  private(set) var parts: Constraint?

  init(_ problem: HallProblem, strips: [Strip], sizes: [Int], costs: PieceCosts, cut: Bool, parts wanted: Int) {
    self.problem = problem
    self.strips = strips
    self.costs = costs
    for g in sizes.indices {
      let absence = Double(problem.costOfAbsence(sizes[g], of: g))
      let unseated = model.addVariable("unseated[\(g)]", objective: absence)
      countRows.append(model.addConstraint("count[\(g)]", [1 * unseated], .atLeast(1)))
      if cut { amountRows.append(model.addConstraint("amount[\(g)]", [Double(sizes[g]) * unseated], .atLeast(Double(sizes[g])))) }
    }
    if cut { parts = model.addConstraint("parts", [], .atLeast(Double(wanted))) }
    for (s, strip) in strips.enumerated() {
      lineRows.append(strip.lines.indices.map { model.addConstraint("line[\(s),\($0)]", [], .atMost(1)) })
    }
  }

  /// The column of a block.
  func column(of block: Block) -> [(Constraint, Double)] {
    var result = block.lines.map { (lineRows[block.strip][$0], 1.0) }
    for item in block.items {
      result.append((countRows[item.group], item.isPiece ? 0.5 : 1))
      if !amountRows.isEmpty { result.append((amountRows[item.group], Double(item.seats))) }
    }
    if let parts {
      result.append((parts, block.items.reduce(0) { $0 + ($1.isPiece && block.isAcross ? 0.5 : 1) }))
    }
    return result
  }

  /// What a block costs by the relaxed rules of the bound.
  func relaxedCost(of block: Block) -> Double {
    let strip = strips[block.strip]
    let start = strip.lineStart[block.lines.lowerBound]
    var p = start
    var sum = block.items.reduce(0) {
      $0 + costs.run + costs.part * ($1.isPiece && block.isAcross ? 0.5 : 1)
    }
    for item in block.items {
      let end = p + item.seats
      sum += costs.precedence * Double(problem.groups[item.group].priority * (strip.depthSum[end] - strip.depthSum[p]))
      sum += costs.run * Double(strip.lineOfPosition[end - 1] - strip.lineOfPosition[p])
      p = end
    }
    return sum
  }
}

extension HallProblem {
  /// What it costs when this many people of a group have no seat.
  func costOfAbsence(_ people: Int, of group: Int) -> Int {
    people * (weight(.unseated) + weight(.precedence) * groups[group].priority * depthCount)
  }
}
