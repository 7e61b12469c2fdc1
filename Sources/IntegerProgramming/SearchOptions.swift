/// How a search for whole numbers goes about it.
///
/// The defaults were measured. Cover, clique and rounding cuts turn assignment under capacities (8 × 40) from 30,000
/// nodes without proof into 300 nodes; a model made of big constants (a tour through 16 towns) takes three times as
/// long with them. Gomory's cuts cost more than they gave, pseudocosts and the pump found worse solutions of set
/// partitioning; there `.bestProjection` finds better ones than `.bestBound`, whose bound grows faster.
public struct SearchOptions: Sendable {
  /// Families of inequalities that cut off fractional points.
  public struct Cuts: OptionSet, Sendable {
    /// GLPK's own numbering does not matter: one bit a family.
    public let rawValue: Int
    /// A set of families by their bits.
    public init(rawValue: Int) { self.rawValue = rawValue }
    /// Gomory's mixed integer cuts.
    public static let gomory = Cuts(rawValue: 1)
    /// Mixed integer rounding cuts.
    public static let mixedIntegerRounding = Cuts(rawValue: 2)
    /// Cover cuts of knapsack rows.
    public static let cover = Cuts(rawValue: 4)
    /// Clique cuts of packing rows.
    public static let clique = Cuts(rawValue: 8)
  }

  /// Which fractional variable a node is split on.
  public enum Branching: Sendable, CaseIterable {
    /// The heuristic of Driebeck and Tomlin: looks one dual simplex step ahead.
    case driebeckTomlin
    /// What earlier splits on the variable did to the objective.
    case pseudocost
    /// The variable nearest to one half.
    case mostFractional
    /// The first by index.
    case first
    /// The last by index.
    case last
    /// The one that costs or brings most for each one of it, of these the nearest to one half: fees before what they allow.
    case dearest
  }

  /// Which node comes next after a dead end.
  public enum Backtracking: Sendable, CaseIterable {
    /// The one of best bound.
    case bestBound
    /// The one of best projected objective: finds good solutions earlier.
    case bestProjection
    /// The newest.
    case depthFirst
    /// The oldest.
    case breadthFirst
  }

  /// How much work it may do.
  public var limits: Limits
  /// Stop when |objective − bound| ≤ this × max(1, |objective|).
  public var relativeGap = 0.0
  /// Stop when |objective − bound| ≤ this.
  public var absoluteGap = 0.0
  /// Simplify the model before the search.
  public var presolve = true
  /// Cutting planes.
  public var cuts: Cuts = [.cover, .clique, .mixedIntegerRounding]
  /// Look for a first solution by the feasibility pump at the root.
  public var feasibilityPump = false
  /// The choice of variables.
  public var branching = Branching.driebeckTomlin
  /// The choice of nodes.
  public var backtracking = Backtracking.bestBound

  /// The defaults within `limits`.
  public init(limits: Limits = Limits()) {
    self.limits = limits
  }
}
