/// What solving a linear program gave.
public struct LinearSolution: Sendable {
  /// How the solve ended. Values and duals are an optimum only when it `isOptimal`.
  public let termination: Termination
  /// The objective of the last basis. When there is none: infinitely bad if infeasible, infinitely good if
  /// unbounded.
  public let objective: Double
  /// The value of each variable, by index; 0 for one that was removed.
  public let values: [Double]
  /// Simplex iterations of this solve.
  public let iterations: Int

  let reducedCosts: [Double]
  let duals: [Double]

  /// The value of a variable.
  public subscript(variable: Variable) -> Double { values[variable.index] }

  /// How much the objective grows per unit that the constraint's active bound grows; 0 when neither bound is
  /// active. Minimizing, an active lower bound has a dual of 0 or more, an active upper bound of 0 or less.
  public func dual(of constraint: Constraint) -> Double { duals[constraint.index] }

  /// The variable's objective coefficient less its coefficients times the duals of their constraints.
  ///
  /// Minimizing, a new column helps only if this number would be negative. Not a number for a removed variable.
  public func reducedCost(of variable: Variable) -> Double { reducedCosts[variable.index] }
}
