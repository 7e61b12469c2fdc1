import Assembly
import IntegerProgramming
import SolverShared

extension VehiclesPlanner {
  /// Plans the vehicles near to an earlier plan.
  ///
  /// Where that leaves somebody out, or moves weigh so little that they may pay, a roster is made anew as well, brought as
  /// near to the earlier plan as can be, and the better plan is taken: staying takes nobody's ride.
  func replanned(from earlier: EarlierRides, _ options: SolverOptions) -> Outcome<VehiclePlan> {
    let replan = VehicleReplan(problem, from: earlier, interruption: options.interruption)
    var best = told(replan.plan(of: replan.isAsTold ? replan.roster : replan.searched()), earlier)
    var bound = self.bound(replan, below: best.figures.objective, !best.plan.unplaced.isEmpty, options)
    let mayPay = problem.weight(.vehiclesMoved) < Self.dearestMove && !replan.isAsTold
    if bound < best.figures.objective, mayPay || !best.plan.unplaced.isEmpty {
      let anew = renewed(options)
      bound = max(bound, anew.bound)
      let left = anew.roster.waiting.reduce(anew.roster.problem.forgone.count) { $0 + $1.trips.count }
      // The same tables again move nobody, unless somebody is carried for it.
      if !replan.isAsTold || left < best.plan.unplaced.count {
        for roster in replan.rosters(from: anew.roster) {
          let other = told(replan.plan(of: roster), earlier)
          if other.figures.objective < best.figures.objective { best = other }
        }
      }
    }
    best.figures.bound = bound
    best.figures.moves?.least = max(0, replan.least.count - best.plan.unplaced.count)
    best.figures.status = options.status(of: best.figures)
    return .plan(best.plan, best.figures)
  }

  /// A dearer move pays so seldom that nothing is planned anew for it.
  static let dearestMove = 1_000
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
  private func bound(
    _ replan: VehicleReplan, below objective: Int, _ leavesSomebodyOut: Bool, _ options: SolverOptions
  ) -> Int {
    let moves = problem.weight(.vehiclesMoved) * replan.least.weight
    let notCarried = problem.weight(.vehiclesNotCarried) - (5 * problem.weight(.vehiclesMoved) + 1) / 2
    guard notCarried >= 0 else { return problem.countingBound() }
    let cheaper = problem.weighted { $0[.vehiclesNotCarried] = notCarried }
    guard problem.trips.count <= Self.mostTripsBounded else { return cheaper.countingBound() + moves }
    var bound = FleetBound(cheaper, interruption: options.interruption?.part(0.7))
    bound.improve(enough: objective - moves)
    guard leavesSomebodyOut, bound.value + moves < objective else { return bound.value + moves }
    return max(bound.value, cheaper.shortageBound(options.interruption).value) + moves
  }
}
