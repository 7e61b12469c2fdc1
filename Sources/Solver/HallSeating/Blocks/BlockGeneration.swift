import Assembly
import IntegerProgramming

/// Column generation over blocks: a bound, prices, and blocks that fit together.
///
/// The bound is Lagrangian: whatever the prices, their sum and the cheapest relaxed seating of each strip against them
/// is no more than any plan of the branch costs. Prices are smoothed toward those of the best bound so far, which keeps
/// the master from swinging (Wentges 1997).
final class BlockGeneration {
  /// Blocks are fixed together with the surest one when they have at least this share in the relaxation.
  private static let sure = 0.8
  /// How far prices may leave the first ones to begin with.
  private static let firstBox = 1_000.0

  let master: BlockMaster
  /// No plan of the branch costs less.
  private(set) var bound = -Double.infinity
  /// Prices of the best bound.
  private(set) var duals: [Double]?
  private(set) var blocks: [Block] = []
  /// Reduced cost of each block in the last master.
  private(set) var reducedCosts: [Double] = []
  private(set) var iterations = 0
  private let pricing: [StripPricing]
  private let interruption: Interruption?
  private var known: Set<Block> = []
  private var columns: [Variable] = []
  /// Lines that blocks which are fixed occupy.
  private var isTaken: [[Bool]]
  /// Items that lie in blocks which are fixed.
  private var isLaid: [Bool]

  init(
    _ problem: HallProblem, strips: [Strip], items: [BlockItem], branch: Branch,
    interruption: Interruption? = nil
  ) {
    master = BlockMaster(problem, strips: strips, items: items, branch: branch)
    pricing = strips.map { StripPricing($0, items: items, of: problem) }
    isTaken = strips.map { Array(repeating: false, count: $0.lines.count) }
    isLaid = Array(repeating: false, count: items.count)
    self.interruption = interruption
  }

  /// Generates columns until the bound meets the master, or passes `enough`, or the limit is reached; then dives.
  ///
  /// - Parameters:
  ///   - start: blocks to begin with.
  ///   - guess: prices to begin with.
  ///   - layouts: how to lay blocks on seats; without, only the bound is sought.
  /// - Returns: blocks that fit together, on their seats.
  @discardableResult
  func run(
    start: [Block] = [], guess: [Double]? = nil, enough: Double = .infinity, iterationLimit: Int = 1_000,
    diving layouts: BlockLayouts? = nil
  ) -> [(block: Block, layout: BlockLayout)] {
    duals = guess
    // Prices of items that no block holds yet are those of absence, thousands of times too high: until the blocks at
    // hand meet these prices, none may leave a box around the first ones.
    let center = guess == nil && master.branch == .whole ? master.firstPrices : nil
    var box = center == nil ? Double.infinity : BlockGeneration.firstBox
    duals = guess ?? center
    return master.model.withLiveProblem { live in
      for block in start { add(block, to: live) }
      var smoothing = 0.7
      while iterations < iterationLimit, bound < enough, interruption?.isInterrupted != true {
        iterations += 1
        let solution = live.solve()
        let unconfined = master.duals(of: solution)
        let current = within(box, of: center, unconfined)
        let point = zip(duals ?? current, current).map { smoothing * $0 + (1 - smoothing) * $1 }
        let (value, added) = price(at: point, live)
        if value > bound {
          bound = value
          duals = point
        }
        if solution.objective - bound < 0.5 { break }
        if added == 0, smoothing == 0 {
          if current == unconfined { break }
          box *= 4
        }
        smoothing = added == 0 ? 0 : 0.7
      }
      let last = live.solve()
      reducedCosts = columns.map { last.reducedCost(of: $0) }
      return layouts.map { dive(live, $0) } ?? []
    }
  }

  private func within(_ box: Double, of center: [Double]?, _ prices: [Double]) -> [Double] {
    guard let center else { return prices }
    return zip(prices, center).map { min(max($0, $1 - box), $1 + box) }
  }

  /// Prices all strips and adds the blocks that were found.
  private func price(at point: [Double], _ live: LinearProblem) -> (value: Double, added: Int) {
    var (prices, partCost, value) = master.offer(point)
    for item in isLaid.indices where isLaid[item] { prices[item] = ItemPrice(whole: -.infinity) }
    var added = 0
    for s in pricing.indices {
      value += pricing[s].solve(prices, partCost: partCost, branch: master.branch, isTaken: isTaken[s])
      for block in pricing[s].blocks(strip: s) + pricing[s].path(strip: s) where add(block, to: live) {
        added += 1
      }
    }
    return (value, added)
  }

  @discardableResult
  private func add(_ block: Block, to live: LinearProblem) -> Bool {
    guard known.insert(block).inserted else { return false }
    blocks.append(block)
    columns.append(
      live.addVariable(
        "block[\(blocks.count)]", objective: master.relaxedCost(of: block), column: master.column(of: block)))
    return true
  }

  // MARK: Diving

  /// Fixes the surest blocks at their real costs and prices again for what is left, until nothing can be laid.
  private func dive(_ live: LinearProblem, _ layouts: BlockLayouts) -> [(block: Block, layout: BlockLayout)] {
    var laid: [Int: BlockLayout] = [:]
    var fixed: [Int] = []
    while interruption?.isInterrupted != true {
      let solution = solveAtRealCosts(live, layouts, &laid)
      let open = columns.indices.filter { solution[columns[$0]] > 1e-6 && !isFixed(blocks[$0]) }
      guard let surest = open.max(by: { solution[columns[$0]] < solution[columns[$1]] }) else { break }
      for index in [surest] + open where solution[columns[index]] > BlockGeneration.sure || index == surest {
        guard !isFixed(blocks[index]) else { continue }
        live.setBounds(of: columns[index], to: .equal(1))
        fixed.append(index)
        fix(blocks[index])
      }
    }
    return fixed.map { (blocks[$0], laid[$0]!) }
  }

  private func isFixed(_ block: Block) -> Bool {
    block.shares.contains { isLaid[$0.item] } || block.lines.contains { isTaken[block.strip][$0] }
  }

  private func fix(_ block: Block) {
    for share in block.shares { isLaid[share.item] = true }
    for line in block.lines { isTaken[block.strip][line] = true }
  }

  /// Solves the master with a few more columns; every block in use has its real cost then.
  private func solveAtRealCosts(
    _ live: LinearProblem, _ layouts: BlockLayouts, _ laid: inout [Int: BlockLayout]
  ) -> LinearSolution {
    var rounds = 0
    while true {
      let solution = live.solve()
      var isNew = false
      for index in columns.indices where solution[columns[index]] > 1e-6 && laid[index] == nil {
        let relaxed = master.relaxedCost(of: blocks[index])
        let layout = layouts.layout(of: blocks[index], bound: Int(relaxed.rounded()))
        laid[index] = layout
        if Double(layout.cost) > relaxed + 0.5 {
          live.setObjective(of: columns[index], to: Double(layout.cost))
          isNew = true
        }
      }
      if isNew { continue }
      rounds += 1
      guard rounds <= 1, price(at: master.duals(of: solution), live).added > 0 else {
        return solution
      }
    }
  }
}
