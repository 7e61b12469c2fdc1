public import Assembly
import IntegerProgramming
public import SolverShared

/// Plans the runs of an event's vehicles, with a bound that holds for every plan.
///
/// Formulation.md has the models.
public struct VehiclesPlanner: ModulePlanner {
  /// Rounds of ruin and recreate, at most.
  private static let renewals = 10_000
  /// Rounds of ruin and recreate for each trip of a small event.
  private static let renewalsATrip = 8
  /// Rounds of ruin and recreate times trips of a large event.
  private static let renewalWork = 600_000_000
  /// Rounds of local search, at most, and these rounds times trips of a large event.
  private static let improvements = 10
  static let improvementWork = 120_000

  let problem: VehicleProblem

  /// The scheduling of a fleet for an event as the solver sees it.
  public init(_ problem: VehicleProblem) {
    self.problem = problem
  }

  /// The scheduling of an event's vehicles, which carry people to the hotels that are decided; nothing when there are
  /// none.
  public init?(_ event: Event, beside context: PlanningContext) {
    guard let problem = VehicleProblem(event, rooms: context.decided.rooms) else { return nil }
    self.init(problem)
  }

  /// Plans the vehicles.
  public func solve(_ options: SolverOptions, from earlier: EarlierPlan?) -> Outcome<VehiclePlan> {
    if let conflict = problem.conflict() { return .conflict(conflict) }
    if let rides = earlier?.vehicles { return replanned(from: rides, options) }
    let interruption = options.interruption
    let first = improved(firstRoster(), interruption?.part(0.1))
    options.watch?.found(first.cost)
    var bound = FleetBound(problem, interruption: interruption?.part(0.7))
    bound.improve(enough: enough(for: first, options.gap))
    options.watch?.proved(bound.value)
    var best = first
    if bound.value < enough(for: best, options.gap) {
      for roster in bound.rosters() {
        let relaxed = improved(roster, interruption)
        if relaxed.cost < best.cost { best = relaxed }
        options.watch?.found(best.cost)
      }
      var renewal = RiderRenewal(best, options)
      renewal.run(rounds: renewals)
      best = improved(renewal.roster, interruption)
    }
    let plan = problem.plan(of: best)
    var figures = Figures(status: .feasible, terms: problem.terms(of: plan), bound: bound.value)
    figures.work = ["bound iterations": bound.iterations]
    if !plan.unplaced.isEmpty, bound.value < enough(for: best, options.gap) {
      let shortage = problem.shortageBound(interruption)
      figures.bound = max(figures.bound, shortage.value)
      figures.work["bound iterations", default: 0] += shortage.iterations
    }
    if figures.bound == figures.objective {
      figures.status = .optimal
    } else {
      figures.status = options.endWithoutProof
    }
    return .plan(plan, figures)
  }

  /// How many rounds of ruin and recreate to make.
  private var renewals: Int {
    let trips = max(1, problem.trips.count)
    return min(
      VehiclesPlanner.renewals, VehiclesPlanner.renewalsATrip * trips,
      VehiclesPlanner.renewalWork / trips)
  }

  /// The bound at which a roster is good enough.
  private func enough(for roster: Roster, _ gap: Double) -> Int {
    let cost = roster.cost + problem.penaltyOfForgone
    return cost - Int((gap * Double(max(1, cost))).rounded(.down))
  }

  private func improved(_ roster: Roster, _ interruption: Interruption?) -> Roster {
    var search = RosterSearch(roster, interruption: interruption)
    let affordable = VehiclesPlanner.improvementWork / max(1, problem.trips.count)
    search.run(rounds: max(1, min(VehiclesPlanner.improvements, affordable)))
    return search.best
  }

  private func firstRoster() -> Roster {
    let (batches, stranded) = IntervalBatching(problem, price: guessedPrice).solve(problem.wanted)
    var roster = Roster(problem)
    roster.insert(batches.sorted { ($0.window.upperBound, $0.stream) < ($1.window.upperBound, $1.stream) })
    for trip in stranded { roster.leave(Batch(problem, [trip])!) }
    return roster
  }

  /// What a run costs its vehicle: the drive there and back, and a fifth of its fixed cost.
  private func guessedPrice(_ kind: Int, _ stream: Int) -> Int {
    let vehicle = problem.vehicles[problem.classes[kind][0]]
    return 2 * vehicle.perMinute * problem.drive(stream) + vehicle.fixed / 5
  }
}
