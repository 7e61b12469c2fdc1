import Assembly
import IntegerProgramming

/// The linear program over blocks: every item lies somewhere, each line belongs to one block at most.
///
/// Labels: `count[i]`, `amount[i]`, `parts`, `line[s,l]`; columns `block[c]`, and for each row with a price `short[r]` and
/// `over[r]`, which hold its dual inside a box (dual stabilization after du Merle, Villeneuve, Desrosiers, Hansen).
struct BlockMaster {
  let problem: HallProblem
  let strips: [Strip]
  let items: [BlockItem]
  let branch: Branch
  /// Parts at least, where groups are cut.
  private let parts: Int
  private(set) var model = Model(name: "hall")
  /// Rows whose duals are prices: `count`: an item is laid whole, or in pieces of which each counts half; then, where
  /// items may be cut, `amount`: its pieces have its size; at last `parts`: more parts than items.
  private(set) var rows: [Row] = []
  /// At least one block lies across the centre.
  private var acrossRow: Constraint?
  private var lineRows: [[Constraint]] = []

  /// A row with a price.
  struct Row {
    let constraint: Constraint
    /// What it costs to miss the row by one.
    let short: Variable
    /// What is saved where the row is exceeded by one.
    let over: Variable
    /// The price that nothing is worth more than.
    let ceiling: Double
  }

  init(_ problem: HallProblem, strips: [Strip], items: [BlockItem], branch: Branch, parts: Int = 0) {
    self.problem = problem
    self.strips = strips
    self.items = items
    self.branch = branch
    self.parts = parts
    let absence = items.map { Double(problem.costOfAbsence($0.size, of: $0.group)) }
    for i in items.indices { addRow("count[\(i)]", atLeast: 1, ceiling: absence[i]) }
    if branch == .cut {
      for (i, item) in items.enumerated() {
        addRow("amount[\(i)]", atLeast: Double(item.size), ceiling: absence[i] / Double(item.size))
      }
    }
    if branch == .cut { addRow("parts", atLeast: Double(parts), ceiling: absence.max() ?? 0) }
    if branch == .across { acrossRow = model.addConstraint("across", [], .atLeast(1)) }
    for (s, strip) in strips.enumerated() {
      lineRows.append(strip.lines.indices.map { model.addConstraint("line[\(s),\($0)]", [], .atMost(1)) })
    }
  }

  private mutating func addRow(_ name: String, atLeast least: Double, ceiling: Double) {
    let short = model.addVariable("short[\(rows.count)]", objective: ceiling)
    let over = model.addVariable("over[\(rows.count)]")
    let row = model.addConstraint(name, [1 * short, -1 * over], .atLeast(least))
    rows.append(Row(constraint: row, short: short, over: over, ceiling: ceiling))
  }

  /// The column of a block.
  func column(of block: Block) -> [(Constraint, Double)] {
    var column = block.lines.map { (lineRows[block.strip][$0], 1.0) }
    if let opposite = block.opposite {
      column += opposite.lines.map { (lineRows[opposite.strip][$0], 1.0) }
      if let acrossRow { column.append((acrossRow, 1)) }
    }
    var parts = 0.0
    for share in block.shares {
      column.append((rows[share.item].constraint, share.isPiece ? 0.5 : 1))
      if branch == .cut {
        column.append((rows[items.count + share.item].constraint, Double(share.seats)))
      }
      parts += share.isPiece && block.isAcross ? 0.5 : 1
    }
    if branch == .cut { column.append((rows[2 * items.count].constraint, parts)) }
    return column
  }

  /// What a block costs at least: each of its terms at its least, all by itself.
  func relaxedCost(of block: Block) -> Double {
    let costs = problem.costs
    let strip = block.opposite == nil ? strips[block.strip] : chain(of: block)
    var p = block.opposite == nil ? strip.lineStart[block.lines.lowerBound] : 0
    var sum = 0.0
    for share in block.opposite == nil ? block.shares : block.shares.sorted(by: { $0.item < $1.item }) {
      // A block across the centre is tied together, also where an item ends with a line.
      if p > 0, block.opposite != nil, strip.isLineStart(p) {
        sum += Double(costs.run)
      }
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

  /// The lines of a block across the centre in order of depth.
  private func chain(of block: Block) -> Strip {
    let lines = [(block.strip, block.lines), (block.opposite!.strip, block.opposite!.lines)]
      .flatMap { strip, lines in lines.map { (strips[strip].depth(ofLine: $0), strips[strip].lines[$0]) } }
    let inOrder = lines.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }
    return Strip(
      section: strips[block.strip].section, lines: inOrder.map(\.element.1), reachesAcrossCentre: true,
      depths: problem.depths)
  }

  /// The prices that a solution of the master pays, row by row.
  func prices(of solution: LinearSolution) -> [Double] {
    rows.map { max(0, solution.dual(of: $0.constraint)) }
  }

  /// What each item pays at these prices, what a part costs then, and what the master would gain without any block.
  func offer(_ prices: [Double]) -> (prices: [ItemPrice], partCost: Double, base: Double) {
    let part = Double(problem.costs.part)
    guard branch == .cut else {
      return (prices.map { ItemPrice(whole: $0) }, part, prices.reduce(0, +))
    }
    var base = 0.0
    let offered = items.indices.map { i in
      let seat = prices[items.count + i]
      let whole = prices[i] + seat * Double(items[i].size)
      base += whole
      return ItemPrice(whole: whole, piece: prices[i] / 2, seat: seat)
    }
    let forPart = prices[2 * items.count]
    return (offered, part - forPart, base + forPart * Double(parts))
  }
}

extension HallProblem {
  /// What it costs when this many people of a group have no seat.
  func costOfAbsence(_ people: Int, of group: Int) -> Int {
    people * (weight(.hallUnseated) + weight(.hallPrecedence) * groups[group].priority * depthCount)
  }
}
