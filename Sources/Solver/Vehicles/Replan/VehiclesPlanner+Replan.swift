import Assembly
import IntegerProgramming
import SolverShared

extension VehiclesPlanner {
  /// Plans the vehicles near to an earlier plan; where moves weigh so little that they may pay, anew as well, and the
  /// better plan is taken.
  func replanned(from earlier: EarlierRides, _ options: SolverOptions) -> Outcome<VehiclePlan> {
    let replan = VehicleReplan(problem, from: earlier, interruption: options.interruption)
    var (plan, figures) = told(replan.plan, earlier)
    var bound = 0
    if problem.weight(.vehiclesMoved) < Self.dearestMove, case .plan(let anew, let found) = solve(options) {
      bound = found.bound
      let other = told(anew, earlier)
      if other.figures.objective < figures.objective { (plan, figures) = other }
    }
    bound = max(bound, self.bound(replan, below: figures.objective, options))
    figures.bound = bound
    figures.moves?.least = max(0, replan.least.count - plan.unplaced.count)
    figures.status = options.status(of: figures)
    return .plan(plan, figures)
  }

  /// A dearer move pays so seldom that nothing is planned anew for it.
  private static let dearestMove = 1_000
  /// Of larger events the bound is that of counting alone.
  private static let mostTripsBounded = 1_500

  /// A plan with what it costs, its moves included.
  private func told(_ plan: VehiclePlan, _ earlier: EarlierRides) -> (plan: VehiclePlan, figures: Figures) {
    let numbers = plan.numbers(in: problem.event)
    var moves = (count: 0, weight: 0)
    for run in plan.runs {
      for rider in run.riders where earlier.hasMoved(rider, in: run, showing: numbers[run.vehicle]) {
        moves.count += 1
        moves.weight += problem.event.weightOfMove(rider)
      }
    }
    var terms = problem.terms(of: plan)
    terms[.vehiclesMoved] = problem.weight(.vehiclesMoved) * moves.weight
    var figures = Figures(status: .feasible, terms: terms, bound: 0)
    figures.moves = Moves(count: moves.count, least: 0)
    return (plan, figures)
  }

  /// What every plan costs at least: the bound of a plan made anew, and the moves of those who must.
  ///
  /// Whoever of these is not carried does not move. That saves a move of weight 1, or 5 for two shares of the weight of
  /// trips that are not carried, so that it is counted as a smaller weight of theirs.
  private func bound(_ replan: VehicleReplan, below objective: Int, _ options: SolverOptions) -> Int {
    let moves = problem.weight(.vehiclesMoved) * replan.least.weight
    let notCarried = problem.weight(.notCarried) - (5 * problem.weight(.vehiclesMoved) + 1) / 2
    guard notCarried >= 0 else { return problem.countingBound() }
    var bound = FleetBound(
      problem.weighted { $0[.notCarried] = notCarried }, interruption: options.interruption?.part(0.7))
    if problem.trips.count <= Self.mostTripsBounded { bound.improve(enough: objective - moves) }
    return bound.value + moves
  }
}
