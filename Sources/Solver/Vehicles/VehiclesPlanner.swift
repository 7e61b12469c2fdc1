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
  /// Rounds of local search, at most.
  private static let improvements = 10

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
    let anew = renewed(options)
    let plan = anew.roster.problem.plan(of: anew.roster)
    var figures = Figures(status: .feasible, terms: problem.terms(of: plan), bound: anew.bound)
    figures.work = ["bound iterations": anew.iterations]
    if !plan.unplaced.isEmpty, anew.bound < enough(for: anew.roster, options.gap) {
      let shortage = problem.shortageBound(options.interruption)
      figures.bound = max(figures.bound, shortage.value)
      figures.work["bound iterations", default: 0] += shortage.iterations
    }
    figures.status = options.status(of: figures)
    return .plan(plan, figures)
  }

  /// A roster that keeps to no earlier plan, and a bound of every plan.
  func renewed(_ options: SolverOptions) -> (roster: Roster<Batch>, bound: Int, iterations: Int) {
    let interruption = options.interruption
    let coupled = CoupledSearch(problem, options)
    let first = coupled?.first() ?? firstRoster().improved(rounds: Self.improvements, interruption?.part(0.1))
    options.watch?.found(first.cost)
    var bound = FleetBound(problem, interruption: interruption?.part(0.7))
    bound.improve(enough: enough(for: first, options.gap), isDived: coupled?.hasOthers ?? true)
    var proved = bound.value
    if coupled != nil, proved < enough(for: first, options.gap) {
      let joined = bound.joinedTransfers()
      if !joined.isEmpty {
        var together = FleetBound(problem, joined: joined, interruption: interruption?.part(0.7))
        together.improve(enough: enough(for: first, options.gap), isDived: false)
        proved = max(proved, together.value)
      }
    }
    options.watch?.proved(proved)
    var best = first
    if proved < enough(for: best, options.gap) {
      best =
        coupled?.better(than: best, offers: bound.offers(), bound.rosters(), riderRounds: renewals)
        ?? better(than: best, bound.rosters(), options)
    }
    return (best.inSteadyCompany(), proved, bound.iterations)
  }

  /// How many rounds of ruin and recreate to make.
  private var renewals: Int {
    let trips = max(1, problem.trips.count)
    return min(
      VehiclesPlanner.renewals, VehiclesPlanner.renewalsATrip * trips,
      VehiclesPlanner.renewalWork / trips)
  }

  /// The bound at which a roster is good enough.
  private func enough(for roster: Roster<Batch>, _ gap: Double) -> Int {
    let cost = roster.cost + roster.problem.penaltyOfForgone
    return cost - Int((gap * Double(max(1, cost))).rounded(.down))
  }

  private func firstRoster() -> Roster<Batch> {
    var roster = Roster<Batch>(problem)
    roster.carry(problem.wanted)
    return roster
  }

  /// The best roster that local search, ruin and recreate find from this one and others.
  private func better(
    than first: Roster<Batch>, _ others: [Roster<Batch>], _ options: SolverOptions
  ) -> Roster<Batch> {
    var best = first
    for roster in others {
      let relaxed = roster.improved(rounds: Self.improvements, options.interruption)
      if relaxed.cost < best.cost { best = relaxed }
      options.watch?.found(best.cost)
    }
    var renewal = RiderRenewal(best, options)
    renewal.run(rounds: renewals)
    return renewal.roster.improved(rounds: Self.improvements, options.interruption)
      .reconsidered(options.interruption)
  }
}
