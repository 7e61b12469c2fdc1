import Assembly
import IntegerProgramming

/// The relaxation of plans that keep every group whole: what other branches begin with.
struct WholeRelaxation {
  let strips: [Strip]
  let items: [BlockItem]
  /// Prices of the best bound.
  let prices: [Double]
  /// No plan that keeps every group whole costs less.
  var bound: Double
  /// Passes over the strips.
  let iterations: Int
}

/// Blocks that fit together, on their seats.
struct BlockPlan {
  let blocks: [(block: Block, layout: BlockLayout)]
  /// Items that lie nowhere.
  let missing: [Int]
  let cost: Int
}

/// Searches prices for the best bound, and at these prices a plan of blocks.
struct BlockSearch {
  private(set) var plan: BlockPlan?
  private(set) var work: [String: Int] = [:]
  private let problem: HallProblem
  private let strips: [Strip]
  private let items: [BlockItem]
  private let layouts: BlockLayouts
  private let master: BlockMaster
  private let gap: Double
  private let interruption: Interruption?

  /// Rows of the master beyond which prices are raised by ascent alone.
  private static let largestMaster = 4_000
  /// Plans of the beam that are laid on seats.
  private static let finalists = 1_000

  init(
    _ problem: HallProblem, strips: [Strip], items: [BlockItem], gap: Double, interruption: Interruption?
  ) {
    self.problem = problem
    self.strips = strips
    self.items = items
    self.gap = gap
    self.interruption = interruption
    layouts = BlockLayouts(problem: problem, strips: strips, items: items)
    master = BlockMaster(problem, strips: strips, items: items, branch: .whole)
  }

  /// Searches; the plan is none only after an interruption.
  ///
  /// - Parameter seeksPlan: whether blocks are laid at the last prices, which bounds plans of whole groups too where these are few.
  mutating func run(seeksPlan: Bool = true) -> WholeRelaxation {
    let completions = strips.map { StripCompletion($0, items: items, of: problem) }
    var ascent = PriceAscent(completions, prices: master.firstPrices)
    layBlocks(completions, ascent.prices, ascent.bound, width: min(100, 10 * items.count))
    guard !isGoodEnough(ascent.bound) else { return relaxation(ascent, nil) }
    let target = plan.map { Double($0.cost) } ?? ascent.bound
    ascent.climb(
      toward: target, limit: items.count > BeamSearch.window ? 100 : 0,
      isStopped: { interruption?.isInterrupted == true })
    var generation: BlockGeneration?
    if items.count + strips.reduce(0, { $0 + $1.lines.count }) <= BlockSearch.largestMaster {
      generation = BlockGeneration(
        master, pricing: WholePricing(completions: completions), prices: ascent.prices,
        interruption: interruption)
      generation!.run(halfWidth: 500)
    }
    var relaxation = relaxation(ascent, generation)
    guard seeksPlan, !isGoodEnough(relaxation.bound) else { return relaxation }
    let bound = completions.evaluate(relaxation.prices).bound
    let width = max(10, min(10 * items.count, max(100, 100_000 / max(1, items.count))))
    layBlocks(completions, relaxation.prices, bound, width: width)
    if !isGoodEnough(bound), items.count <= BeamSearch.window {
      let proven = layBlocks(
        completions, relaxation.prices, bound, width: 4 * width, isProof: true)
      relaxation.bound = max(relaxation.bound, proven)
    }
    return relaxation
  }

  private mutating func relaxation(_ ascent: PriceAscent, _ generation: BlockGeneration?) -> WholeRelaxation {
    let iterations = ascent.passes + (generation?.iterations ?? 0)
    work["iterations"] = iterations
    work["columns"] = generation?.columnCount ?? 0
    return WholeRelaxation(
      strips: strips, items: items, prices: generation?.prices ?? ascent.prices,
      bound: max(ascent.bound, generation?.bound ?? ascent.bound), iterations: iterations)
  }

  private func isGoodEnough(_ bound: Double) -> Bool {
    guard let plan else { return interruption?.isInterrupted == true }
    return Double(plan.cost) <= max(bound + 1 - 1e-3, bound / (1 - gap))
      || interruption?.isInterrupted == true
  }

  /// Lays blocks at prices that the completions were solved against, and keeps the plan if it is the best.
  ///
  /// - Returns: a bound on plans of whole groups, when a proof is sought.
  @discardableResult
  private mutating func layBlocks(
    _ completions: [StripCompletion], _ prices: [Double], _ bound: Double, width: Int,
    isProof: Bool = false
  ) -> Double {
    guard interruption?.isInterrupted != true else { return bound }
    let beam = BeamSearch(
      completions, items: items, prices: prices, bound: bound,
      upperBound: plan.map { Double($0.cost) } ?? .infinity, width: width, isProof: isProof,
      of: problem)
    var known: [Block: BlockLayout] = [:]
    let result = beam.run(limit: BlockSearch.finalists, isStopped: { interruption?.isInterrupted == true })
    for moves in result.plans {
      let blocks = blocks(of: moves).map { block in
        let layout =
          known[block] ?? layouts.layout(of: block, bound: Int(master.relaxedCost(of: block).rounded()))
        known[block] = layout
        return (block: block, layout: layout)
      }
      let missing = moves.filter { $0.strip < 0 }.map(\.item)
      let cost =
        blocks.reduce(0) { $0 + $1.layout.cost }
        + missing.reduce(0) { $0 + problem.costOfAbsence(items[$1].size, of: items[$1].group) }
      if cost < plan?.cost ?? .max { plan = BlockPlan(blocks: blocks, missing: missing, cost: cost) }
    }
    return result.bound
  }

  /// A block begins with each item at the start of a line, and with one across the centre.
  private func blocks(of moves: [BeamSearch.Move]) -> [Block] {
    var byStrip = strips.indices.map { s in
      var blocks: [(first: Int, shares: [Block.Share], end: Int)] = []
      for move in moves where move.strip == s || (move.opposite > 0 && move.strip + 1 == s) {
        let seats = move.strip == s ? items[move.item].size - move.opposite : move.opposite
        if blocks.isEmpty || strips[s].isLineStart(move.start) { blocks.append((move.start, [], 0)) }
        blocks[blocks.count - 1].shares.append(
          Block.Share(item: move.item, seats: items[move.item].size, isPiece: false))
        blocks[blocks.count - 1].end = move.start + seats
      }
      let line = strips[s].lineOfPosition
      return blocks.map { Block(strip: s, lines: line[$0.first]..<line[$0.end - 1] + 1, shares: $0.shares) }
    }
    for move in moves where move.opposite > 0 {
      let opposite = byStrip[move.strip + 1].removeFirst()
      byStrip[move.strip][0].join(opposite)
    }
    return byStrip.flatMap { $0 }
  }
}
