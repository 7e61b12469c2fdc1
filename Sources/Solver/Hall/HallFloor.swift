import IntegerProgramming

/// What no plan of a hall costs less than, as far as it is known while plans are sought.
///
/// Bounds are made once, and no sooner than the search needs to know how much better a plan may become.
final class HallFloor {
  /// The bound over stretches, of a small hall.
  let stretches: StretchBound?
  /// The same with single seats as stretches, where it was asked for.
  private(set) var seats: StretchBound?
  private let problem: HallProblem
  private let interruption: Interruption?
  private let parts: Parts
  private var bound: HallBound?

  /// How many parts there are at least, counted when somebody asks first.
  private final class Parts {
    private(set) lazy var least = LeastParts(problem, interruption)
    private let problem: HallProblem
    private let interruption: Interruption?

    init(_ problem: HallProblem, _ interruption: Interruption?) {
      self.problem = problem
      self.interruption = interruption
    }
  }

  init(_ problem: HallProblem, interruption: Interruption?) {
    self.problem = problem
    self.interruption = interruption
    let parts = Parts(problem, interruption)
    self.parts = parts
    stretches = StretchBound(problem, leastParts: { parts.least }, interruption: interruption)
  }

  /// No plan costs less; nothing before a bound is known.
  var value: Double? {
    let values = [stretches?.value, seats?.value, bound.map { Double($0.value) }].compactMap { $0 }
    return values.max()
  }

  /// Whether plans in a hall may use all seats that are open at all.
  func allows(allSeatsOf other: HallProblem) -> Bool { other.openSeats == problem.openSeats }

  /// Bounds the plans of all branches.
  ///
  /// - Parameters:
  ///   - relaxation: the branch of whole groups, where its relaxation covers every plan of it.
  ///   - objective: what the best plan costs: the search for a bound of a branch ends there.
  /// - Returns: the bound, and iterations of column generation for it.
  @discardableResult
  func bound(whole relaxation: WholeRelaxation?, objective: Int) -> (value: Int, iterations: Int) {
    let bound =
      self.bound
      ?? HallBound(
        problem, parts.least, whole: relaxation, objective: objective, interruption: interruption)
    self.bound = bound
    return (
      max(bound.value(with: stretches), bound.value(with: seats)),
      bound.iterations + (stretches?.iterations ?? 0) + (seats?.iterations ?? 0)
    )
  }

  /// Tells single seats apart where stretches can tell no more, in a hall of few seats.
  func refine() {
    guard seats == nil, let stretches, stretches.isExhausted else { return }
    seats = StretchBound(problem, longest: 1, leastParts: { parts.least }, interruption: interruption)
  }
}
