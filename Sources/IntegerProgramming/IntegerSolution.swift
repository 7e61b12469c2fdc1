/// What a search for whole numbers gave.
public struct IntegerSolution: Sendable {
  /// How the search ended.
  public let termination: Termination
  /// The objective of the best solution found, nil when none was.
  public let objective: Double?
  /// No solution is better than this: infinitely good when nothing is known, infinitely bad when infeasible.
  public let bound: Double
  /// The best solution found, a value for each variable by index (0 for one that was removed), nil when none
  /// was found. Integer variables have whole values.
  public let values: [Double]?
  /// Nodes of the search tree that were looked at.
  public let nodes: Int
  /// Simplex iterations, the root's included.
  public let iterations: Int

  /// The value of a variable in the best solution; there must be one.
  public subscript(variable: Variable) -> Double {
    guard let values else { fatalError("The search found no solution; look at values first.") }
    return values[variable.index]
  }

  /// The distance of objective and bound as a part of the objective, nil when no solution was found.
  public var gap: Double? {
    objective.map { relativeGap(objective: $0, bound: bound) }
  }
}

/// |objective − bound| / max(1, |objective|).
func relativeGap(objective: Double, bound: Double) -> Double {
  abs(objective - bound) / max(1, abs(objective))
}
