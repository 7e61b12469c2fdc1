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
  private var known: Set<Block> = []

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
  /// - Parameter halfWidth: how far prices may leave the first ones before the box grows.
  func run(halfWidth: Double, enough: Double = .infinity, iterationLimit: Int = 1_000) {
    var box = PriceBox(around: prices, halfWidth: halfWidth)
    master.model.withLiveProblem { live in
      price(at: prices, live)
      box.hold(live, master)
      var smoothing = 0.5
      while iterations < iterationLimit, bound < enough, interruption?.isInterrupted != true {
        iterations += 1
        let solution = live.solve(Limits(interruption: interruption))
        guard solution.termination.isOptimal else { break }
        let current = master.prices(of: solution)
        let added = price(at: zip(prices, current).map { smoothing * $0 + (1 - smoothing) * $1 }, live)
        if solution.objective - bound < 0.5 || (added == 0 && smoothing == 0) {
          guard box.widen(where: solution, around: prices, master) else { break }
          box.hold(live, master)
        }
        smoothing = added == 0 ? 0 : 0.5
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
    let new = blocks.filter { known.insert($0).inserted }
    for block in new {
      live.addVariable(
        "block[\(known.count)]", objective: master.relaxedCost(of: block), column: master.column(of: block))
    }
    return new.count
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
