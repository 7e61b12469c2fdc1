public import Assembly
import IntegerProgramming
public import SolverShared

/// Lodges the people of an event in its hotels, with a bound that holds for every plan.
///
/// Groups lodged one by one at prices of scarce rooms bound the objective. Groups are packed into hotels and floors, and
/// parts of them are laid anew, over and over; at last rooms are handed out among people alike. Formulation.md has the models.
public struct RoomsPlanner: ModulePlanner {
  private let problem: RoomProblem

  /// The allocation of the rooms of an event as the solver sees it.
  public init(_ problem: RoomProblem) {
    self.problem = problem
  }

  /// The allocation of an event's rooms; nothing when it has no hotel.
  public init?(_ event: Event, beside context: PlanningContext) {
    guard let problem = RoomProblem(event) else { return nil }
    self.init(problem)
  }

  /// Plans the rooms.
  public func solve(_ options: SolverOptions, from earlier: RoomPlan?) -> Outcome<RoomPlan> {
    if let conflict = problem.conflict() { return .conflict(conflict) }
    let lagrangian = RoomBound(problem, interruption: options.interruption)
    let bound = RoomsPlanner.integral(lagrangian.bound)
    options.watch?.proved(bound)
    var search = RoomSearch(problem, options)
    search.run(to: Int(Double(bound) / max(1 - options.gap, 1e-9)))
    return outcome(of: search, bound: bound, iterations: lagrangian.iterations, options.interruption)
  }

  private func outcome(
    of search: RoomSearch, bound: Int, iterations: Int, _ interruption: Interruption?
  ) -> Outcome<RoomPlan> {
    let rooms = RoomHandout(problem, search.arrangement.roomOfLodger).roomOfLodger
    let assignments = problem.lodgers.indices.filter { rooms[$0] >= 0 }.map {
      RoomAssignment(person: problem.lodgers[$0].person, room: rooms[$0])
    }
    let plan = RoomPlan(assignments: assignments, unplaced: problem.unplaced(rooms))
    var figures = Figures(status: .feasible, terms: problem.terms(rooms), bound: 0)
    figures.bound = min(bound, figures.objective)
    figures.work = ["bound iterations": iterations, "rounds": search.rounds]
    if figures.bound == figures.objective {
      figures.status = .optimal
    } else if interruption?.isInterrupted == true {
      figures.status = .stopped
    }
    return .plan(plan, figures)
  }

  /// The next whole number, with a margin for the arithmetic of the linear programs.
  private static func integral(_ bound: Double) -> Int {
    guard bound.isFinite, bound > 0 else { return 0 }
    return Int(min(bound - 1e-2 - 1e-9 * bound, 4e18).rounded(.up))
  }
}
