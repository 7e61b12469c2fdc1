import Synchronization

/// How a search goes, for somebody who looks on while it lasts. It decides nothing.
public final class SearchWatch: Sendable {
  /// What is known so far.
  public struct State: Sendable, Hashable {
    /// The cost of the best plan.
    public var objective: Int?
    /// No plan costs less.
    public var bound: Int?

    /// Nothing is known yet.
    public init() {}
  }

  private let known = Mutex(State())

  /// A watch on a search that has not begun.
  public init() {}

  /// What is known at this moment.
  public var state: State { known.withLock { $0 } }

  /// Forgets what was known: another search begins.
  public func begin() {
    known.withLock { $0 = State() }
  }

  /// There is a plan of this cost.
  public func found(_ objective: Int) {
    known.withLock { $0.objective = min($0.objective ?? objective, objective) }
  }

  /// No plan costs less than this.
  public func proved(_ bound: Int) {
    known.withLock { $0.bound = max($0.bound ?? bound, bound) }
  }
}
