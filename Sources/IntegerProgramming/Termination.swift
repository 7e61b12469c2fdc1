/// How a solve ended. Every end is a value, infeasible and unbounded too.
public struct Termination: Hashable, Sendable {
  /// The reasons a solve ends for.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// A best solution was found and proven.
    case optimal
    /// The bound came as near to the best solution as `SearchOptions` asked for.
    case gapReached
    /// There is no solution, proven.
    case infeasible
    /// The linear relaxation improves without end. With whole numbers demanded, the model itself
    /// is then unbounded or has no solution at all.
    case unbounded
    /// The simplex method went on without progress, however it was run: the program is degenerate. Values and duals are
    /// those of the last basis, and bound nothing.
    case stalled
    /// `Limits.nodes` was used up.
    case nodeLimit
    /// `Limits.iterations` was used up.
    case iterationLimit
    /// The deadline of the interruption passed.
    case timeLimit
    /// The interruption was asked for.
    case interrupted
    /// Rounding errors kept GLPK from an answer; `detail` holds what it said.
    case numericalFailure
  }

  /// Why the solve ended.
  public let reason: Reason
  /// What GLPK wrote meanwhile, kept after a numerical failure or when `Limits.verbose` is set.
  public let detail: String

  init(_ reason: Reason, transcript: String = "", verbose: Bool = false) {
    self.reason = reason
    detail = verbose || reason == .numericalFailure ? transcript : ""
  }

  /// Whether the answer is final: optimal, infeasible or unbounded.
  public var isConclusive: Bool { [.optimal, .infeasible, .unbounded].contains(reason) }
  /// Whether a best solution was found and proven.
  public var isOptimal: Bool { reason == .optimal }
}
