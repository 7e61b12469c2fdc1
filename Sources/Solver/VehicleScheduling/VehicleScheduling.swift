public import Assembly
public import IntegerProgramming

/// Plans the runs of an event's vehicles, with a bound that holds for every plan.
///
/// Formulation.md has the models.
public struct VehicleScheduling: Sendable {
  private let problem: VehicleProblem
  private let gap: Double
  private let interruption: Interruption?

  /// The scheduling of a fleet.
  ///
  /// - Parameters:
  ///   - gap: the search may end when (objective − bound) / max(1, |objective|) is no more than this.
  ///   - interruption: ends the search; the best plan so far is kept, with its bound.
  public init(_ problem: VehicleProblem, gap: Double = 0, interruption: Interruption? = nil) {
    self.problem = problem
    self.gap = gap
    self.interruption = interruption
  }

  /// Plans the vehicles.
  ///
  /// - Returns: a plan for as many trips as the fleet can make, or an irreducible set of rows that conflict.
  public func solve() -> Outcome<VehiclePlan> {
    if let conflict = problem.conflict() { return .conflict(conflict) }
    let roster = search()
    let plan = problem.plan(of: roster)
    var bound = FleetBound(problem, interruption: interruption)
    bound.improve(by: roster, rounds: 60, enough: roster.cost)
    var figures = Figures(status: .feasible, terms: problem.terms(of: plan), bound: bound.value)
    figures.work = ["bound iterations": bound.iterations]
    if figures.bound == figures.objective {
      figures.status = .optimal
    } else if interruption?.isInterrupted == true {
      figures.status = .stopped
    }
    return .plan(plan, figures)
  }

  private func search() -> Roster {
    let (batches, stranded) = IntervalBatching(problem, price: guessedPrice).solve()
    var roster = Roster(problem)
    roster.insert(batches.sorted { ($0.window.upperBound, $0.stream) < ($1.window.upperBound, $1.stream) })
    for trip in stranded { roster.leave(Batch(problem, [trip])!) }
    var search = RosterSearch(roster, interruption: interruption)
    search.run(rounds: 10)
    return search.best
  }

  /// What a run costs its vehicle: the drive there and back, and a fifth of its fixed cost.
  private func guessedPrice(_ kind: Int, _ stream: Int) -> Int {
    let vehicle = problem.vehicles[problem.classes[kind][0]]
    return 2 * vehicle.perMinute * problem.drive(stream) + vehicle.fixed / 5
  }
}
