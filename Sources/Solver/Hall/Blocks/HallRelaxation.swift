import Assembly

/// The relaxation of plans that keep every group whole over all seats of a hall, as benchmarks time it: one pricing, or
/// all of column generation, without a search for a plan.
@_spi(Benchmarks)
public struct HallRelaxation {
  private let problem: HallProblem
  private let strips: [Strip]
  private let items: [BlockItem]
  private let completions: [StripCompletion]
  private let prices: [Double]

  /// How column generation ended.
  public struct Generated {
    /// No plan that keeps every group whole costs less.
    public let bound: Double
    /// Blocks that were generated.
    public let columns: Int
    /// Masters that were solved.
    public let iterations: Int
  }

  /// The relaxation for a hall, all of whose seats are open.
  public init(_ problem: HallProblem) {
    self.problem = problem
    strips = problem.strips { _ in true }
    items = problem.groups.enumerated().map { BlockItem(group: $0, size: $1.members.count) }
    completions = strips.map { [items] in StripCompletion($0, items: items, of: problem) }
    prices = items.map { Double(problem.costInTheMiddle(of: $0)) }
  }

  /// Prices each strip once, every group paying what it would cost in the middle of the hall, and reads off the blocks.
  ///
  /// - Returns: how many blocks were found.
  /// - Complexity: O(groups × seats).
  public func price() -> Int {
    completions.enumerated().reduce(0) { count, strip in
      _ = strip.element.solve(prices)
      return count + strip.element.blocks(strip: strip.offset).count
    }
  }

  /// Generates columns until the bound is met, from the first prices.
  public func generate() -> Generated {
    let master = BlockMaster(problem, strips: strips, items: items, branch: .whole)
    let generation = BlockGeneration(
      master, pricing: WholePricing(completions: completions), prices: master.firstPrices)
    generation.run(halfWidth: 500)
    return Generated(
      bound: generation.bound, columns: generation.columnCount, iterations: generation.iterations)
  }
}

extension HallProblem {
  /// What a group costs in one part of two runs at the middle depth of the hall.
  fileprivate func costInTheMiddle(of item: BlockItem) -> Int {
    costs.part + 2 * costs.run + costs.precedence * groups[item.group].priority * item.size * depthCount / 2
  }
}
