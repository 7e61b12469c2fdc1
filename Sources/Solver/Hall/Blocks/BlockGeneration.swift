import Assembly
import IntegerProgramming

/// Column generation over blocks: prices whose Lagrangian bound is the best of a branch.
///
/// Whatever the prices, their sum and the cheapest relaxed seating of each strip against them is no more than any plan of
/// the branch costs. The master's prices are held in a box around those it begins with; a side that is met moves out. So
/// the first masters, with few columns, do not throw the prices far off.
final class BlockGeneration {
  let master: BlockMaster
  /// No plan of the branch costs less.
  private(set) var bound = -Double.infinity
  /// Prices of the best bound.
  private(set) var prices: [Double]
  private(set) var iterations = 0
  private let pricing: any BlockPricing
  private let interruption: Interruption?
  /// Index of each column.
  private var known: [Block: Int] = [:]
  private var columns: [(variable: Variable, isOpen: Bool)] = []
  private var openCount = 0

  /// Columns for each row, beyond which those are closed that are worth least, down to two thirds.
  private static let mostColumns = 4.5

  /// Column generation that begins with these prices.
  init(
    _ master: BlockMaster, pricing: any BlockPricing, prices: [Double], interruption: Interruption? = nil
  ) {
    self.master = master
    self.pricing = pricing
    self.prices = prices
    self.interruption = interruption
  }

  /// Blocks that were generated.
  var columnCount: Int { known.count }

  /// Generates columns until the bound meets the master, or passes `enough`, or the limit is reached.
  ///
  /// - Parameters:
  ///   - halfWidth: how far prices may leave the first ones before the box grows.
  ///   - steadiness: how much prices are those of the best bound, and not the master's, as long as that brings columns.
  ///   - workLimit: rows of the master times iterations of the simplex, after which no other master begins.
  func run(
    halfWidth: Double, enough: Double = .infinity, iterationLimit: Int = 1_000, steadiness: Double = 0.5,
    workLimit: Int = .max
  ) {
    var box = PriceBox(around: prices, halfWidth: halfWidth)
    master.model.withLiveProblem { live in
      price(at: prices, live)
      box.hold(live, master)
      var smoothing = steadiness
      var work = 0
      while iterations < iterationLimit, bound < enough, work < workLimit, interruption?.isInterrupted != true
      {
        iterations += 1
        let solution = live.solve(Limits(interruption: interruption))
        guard solution.termination.isOptimal else { break }
        work += solution.iterations * live.constraintCount
        closeColumns(after: solution, live)
        let current = master.prices(of: solution)
        let added = price(at: zip(prices, current).map { smoothing * $0 + (1 - smoothing) * $1 }, live)
        if solution.objective - bound < 0.5 || (added == 0 && smoothing == 0) {
          guard box.widen(where: solution, around: prices, master) else { break }
          box.hold(live, master)
        }
        smoothing = added == 0 ? 0 : steadiness
      }
    }
  }

  /// Prices all strips and adds the blocks that were found.
  ///
  /// - Returns: how many there were.
  @discardableResult
  private func price(at point: [Double], _ live: LinearProblem) -> Int {
    let (offered, partCost, base) = master.offer(point)
    let (least, blocks) = pricing.solve(offered, partCost: partCost)
    if base + least > bound {
      bound = base + least
      prices = point
    }
    return blocks.count { add($0, live) }
  }

  /// Adds a block, or opens its column.
  ///
  /// - Returns: whether the master did not have it.
  private func add(_ block: Block, _ live: LinearProblem) -> Bool {
    if let index = known[block] {
      guard !columns[index].isOpen else { return false }
      columns[index].isOpen = true
      live.setBounds(of: columns[index].variable, to: .atLeast(0))
    } else {
      known[block] = columns.count
      let variable = live.addVariable(
        "block[\(known.count)]", objective: master.relaxedCost(of: block), column: master.column(of: block))
      columns.append((variable, true))
    }
    openCount += 1
    return true
  }

  /// Closes the columns worth least where cut groups have made many of them, which the simplex would look at in each iteration;
  /// pricing opens those again that the bound cannot do without.
  private func closeColumns(after solution: LinearSolution, _ live: LinearProblem) {
    let most = Int(BlockGeneration.mostColumns * Double(live.constraintCount))
    guard master.branch == .cut, openCount > most else { return }
    func cost(_ index: Int) -> Double { solution.reducedCost(of: columns[index].variable) }
    let byCost = columns.indices.filter { columns[$0].isOpen }.map { (cost: cost($0), index: $0) }.sorted {
      ($0.cost, $0.index) < ($1.cost, $1.index)
    }
    for (cost, index) in byCost.dropFirst(2 * most / 3) where cost > 1 {
      columns[index].isOpen = false
      openCount -= 1
      live.setBounds(of: columns[index].variable, to: .equal(0))
    }
  }
}

/// Finds the cheapest relaxed seating of all strips against prices.
protocol BlockPricing {
  /// - Returns: what the cheapest seating costs, less prices, and blocks of it and others that are worth their prices.
  func solve(_ prices: [ItemPrice], partCost: Double) -> (least: Double, blocks: [Block])
}

/// Bounds on the master's prices.
private struct PriceBox {
  private var center: [Double]
  private var halfWidth: [Double]

  init(around prices: [Double], halfWidth: Double) {
    center = prices
    self.halfWidth = Array(repeating: halfWidth, count: prices.count)
  }

  /// Prices the relief of each row at the sides of the box.
  func hold(_ live: LinearProblem, _ master: BlockMaster) {
    for (r, row) in master.rows.enumerated() {
      live.setObjective(of: row.short, to: min(row.ceiling, center[r] + halfWidth[r]))
      live.setObjective(of: row.over, to: -max(0, center[r] - halfWidth[r]))
    }
  }

  /// Moves the sides that a solution met, and the box around these prices; whether there were any.
  mutating func widen(where solution: LinearSolution, around prices: [Double], _ master: BlockMaster) -> Bool
  {
    var isMet = false
    for (r, row) in master.rows.enumerated() {
      let isOver = solution[row.over] > 1e-7 && center[r] > halfWidth[r]
      let isShort = solution[row.short] > 1e-7 && center[r] + halfWidth[r] < row.ceiling
      if isOver || isShort {
        halfWidth[r] *= 3
        isMet = true
      }
    }
    if isMet { center = prices }
    return isMet
  }
}

/// Prices whole items alone.
struct WholePricing: BlockPricing {
  let completions: [StripCompletion]

  func solve(_ prices: [ItemPrice], partCost: Double) -> (least: Double, blocks: [Block]) {
    let whole = prices.map(\.whole)
    let least = completions.reduce(0) { $0 + $1.solve(whole) }
    return (least, completions.enumerated().flatMap { $1.blocks(strip: $0) })
  }
}

/// Prices whole items of which one at least lies across the centre.
struct CentrePricing: BlockPricing {
  private let whole: WholePricing
  private let centres: [CentreCompletion]

  /// The pricing of strips, of which those that follow each other in a section meet at the centre.
  init(_ completions: [StripCompletion], items: [BlockItem], of problem: HallProblem) {
    whole = WholePricing(completions: completions)
    centres = completions.map(\.strip).centres.map {
      CentreCompletion([($0, completions[$0]), ($0 + 1, completions[$0 + 1])], items: items, of: problem)
    }
  }

  func solve(_ prices: [ItemPrice], partCost: Double) -> (least: Double, blocks: [Block]) {
    var (least, blocks) = whole.solve(prices, partCost: partCost)
    let plain = prices.map(\.whole)
    var surcharge = Double.infinity
    for centre in centres {
      let across = centre.solve(plain)
      guard across < .infinity else { continue }
      blocks.append(centre.block())
      let saved = min(0, across - centre.closed)
      least += saved
      surcharge = min(surcharge, across - centre.closed - saved)
    }
    return (least + surcharge, blocks)
  }
}

/// Prices items that may be cut.
struct PiecePricing: BlockPricing {
  let strips: [StripPricing]

  func solve(_ prices: [ItemPrice], partCost: Double) -> (least: Double, blocks: [Block]) {
    let least = strips.reduce(0) { $0 + $1.solve(prices, partCost: partCost) }
    return (least, strips.enumerated().flatMap { $1.blocks(strip: $0) + $1.path(strip: $0) })
  }
}
