/// How the search for a plan ended.
public enum Status: String, Sendable, Hashable {
  /// No better plan exists: the bound equals the objective.
  case optimal
  /// A plan with a proven bound below its objective.
  case feasible
  /// Wishes conflict: there is no plan.
  case infeasible
  /// A time limit or a signal ended the search; the plan is the best so far.
  case stopped
}

/// What a module's plan costs and how much less a plan could cost at most.
public struct Figures: Sendable, Hashable {
  /// How the search ended.
  public var status: Status
  /// Weighted terms; they sum to ``objective``.
  public var terms: [Term: Int]
  /// No plan costs less, unless ``isBoundWithdrawn``.
  public var bound: Int
  /// Whether the bound turned out to be wrong, being above what a plan costs: then nothing is proven.
  public private(set) var isBoundWithdrawn = false
  /// Counts of the solver's work that do not depend on the machine: columns, iterations, nodes.
  public var work: [String: Int] = [:]

  /// How many people have another place than in the earlier plan; nothing unless the plan keeps to one.
  public var moves: Moves?

  /// Figures of a plan with these terms.
  public init(status: Status, terms: [Term: Int], bound: Int) {
    self.status = status
    self.terms = terms
    self.bound = bound
  }

  /// Says that the bound is wrong, and with it how many must move. The plan is as good as it was.
  public mutating func withdrawBound() {
    isBoundWithdrawn = true
    moves?.least = 0
    if status == .optimal { status = .feasible }
  }

  /// The bound where it holds.
  public var provenBound: Int? { isBoundWithdrawn ? nil : bound }

  /// The sum of the terms.
  public var objective: Int {
    terms.values.reduce(0, +)
  }

  /// (objective − bound) / max(1, |objective|).
  public var gap: Double {
    Double(objective - bound) / Double(max(1, abs(objective)))
  }
}

/// How many people a plan moves.
public struct Moves: Sendable, Hashable {
  /// People who had a place, have one, and have another.
  public var count: Int
  /// Any plan that places as many people moves so many at least.
  public var least: Int

  /// So many moves.
  public init(count: Int, least: Int) {
    self.count = count
    self.least = least
  }
}
