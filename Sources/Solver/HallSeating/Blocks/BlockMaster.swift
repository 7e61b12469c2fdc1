import Assembly
import IntegerProgramming

/// The linear program over blocks: every item lies somewhere, each line belongs to one block at most.
///
/// Labels: `count[i]`, `amount[i]`, `parts`, `balance[i]`, `line[s,l]`; columns `block[c]` and `missing[i]`.
struct BlockMaster {
  let problem: HallProblem
  let strips: [Strip]
  let items: [BlockItem]
  let branch: Branch
  private(set) var model = Model(name: "hall")
  /// 1 = every item is laid whole, or in pieces of which each counts half.
  private var countRows: [Constraint] = []
  /// The pieces of an item have its size.
  private var amountRows: [Constraint] = []
  private var lineRows: [[Constraint]] = []
  /// More parts than groups, where some group is cut.
  private var partsRow: Constraint?

  init(_ problem: HallProblem, strips: [Strip], items: [BlockItem], branch: Branch) {
    self.problem = problem
    self.strips = strips
    self.items = items
    self.branch = branch
    for (i, item) in items.enumerated() {
      let missing = model.addVariable(
        "missing[\(i)]", objective: Double(problem.costOfAbsence(item.size, of: item.group)))
      countRows.append(model.addConstraint("count[\(i)]", [1 * missing], .atLeast(1)))
      if branch != .whole {
        let size = Double(item.size)
        amountRows.append(model.addConstraint("amount[\(i)]", [size * missing], .atLeast(size)))
      }
    }
    if branch == .cut { partsRow = model.addConstraint("parts", [], .atLeast(Double(items.count + 1))) }
    for (s, strip) in strips.enumerated() {
      lineRows.append(strip.lines.indices.map { model.addConstraint("line[\(s),\($0)]", [], .atMost(1)) })
    }
  }

  /// The column of a block.
  func column(of block: Block) -> [(Constraint, Double)] {
    var column = block.lines.map { (lineRows[block.strip][$0], 1.0) }
    var parts = 0.0
    for share in block.shares {
      column.append((countRows[share.item], share.isPiece ? 0.5 : 1))
      if branch != .whole { column.append((amountRows[share.item], Double(share.seats))) }
      parts += share.isPiece && block.isAcross ? 0.5 : 1
    }
    if let partsRow { column.append((partsRow, parts)) }
    return column
  }

  /// What a block costs at least: each of its terms at its least, all by itself.
  func relaxedCost(of block: Block) -> Double {
    let strip = strips[block.strip]
    let costs = problem.costs
    var p = strip.lineStart[block.lines.lowerBound]
    var sum = 0.0
    for share in block.shares {
      let end = p + share.seats
      let group = problem.groups[items[share.item].group]
      let passed = strip.passed(p..<end)
      let rebate = group.members.count == 1 && strip.singleSeatLines.last! > 0 ? 1 : 0
      sum += Double(costs.part) * (share.isPiece && block.isAcross ? 0.5 : 1)
      sum += Double(costs.run * (1 + passed.lineEnds) + costs.lone * (passed.singleSeats - rebate))
      sum += Double(costs.precedence * group.priority * (strip.depthSum[end] - strip.depthSum[p]))
      p = end
    }
    return sum
  }

  /// The prices that a solution of the master pays, as one vector.
  func duals(of solution: LinearSolution) -> [Double] {
    (countRows + amountRows + (partsRow.map { [$0] } ?? [])).map { max(0, solution.dual(of: $0)) }
  }

  /// What each item pays at these prices, what a part costs then, and what the master would gain without any block.
  func offer(_ duals: [Double]) -> (prices: [ItemPrice], partCost: Double, base: Double) {
    let part = Double(problem.costs.part)
    guard branch != .whole else {
      return (duals.map { ItemPrice(whole: $0) }, part, duals.reduce(0, +))
    }
    var base = 0.0
    let prices = items.indices.map { i in
      let seat = duals[items.count + i]
      let whole = duals[i] + seat * Double(items[i].size)
      base += whole
      return ItemPrice(whole: whole, piece: duals[i] / 2, seat: seat)
    }
    let forPart = branch == .cut ? duals[2 * items.count] : 0
    return (prices, part - forPart, base + forPart * Double(items.count + 1))
  }
}

extension HallProblem {
  /// What it costs when this many people of a group have no seat.
  func costOfAbsence(_ people: Int, of group: Int) -> Int {
    people * (weight(.unseated) + weight(.precedence) * groups[group].priority * depthCount)
  }
}
