public import Assembly
public import IntegerProgramming

/// Lodges the people of an event in its hotels, with a bound that holds for every plan.
///
/// Groups lodged one by one at prices of scarce rooms bound the objective. Groups are packed into hotels and floors, and
/// parts of them are laid anew, over and over; at last rooms are handed out among people alike. Formulation.md has the models.
public struct RoomsPlanner: Sendable {
  private let problem: RoomProblem
  private let gap: Double
  private let interruption: Interruption?

  /// The allocation of rooms.
  ///
  /// - Parameters:
  ///   - problem: the event as the solver sees it.
  ///   - gap: the search ends when (objective − bound) / objective is no more than this.
  ///   - interruption: ends the search; the best plan so far is kept, with its bound.
  public init(_ problem: RoomProblem, gap: Double = 0, interruption: Interruption? = nil) {
    self.problem = problem
    self.gap = gap
    self.interruption = interruption
  }

  /// Plans the rooms.
  ///
  /// - Returns: a plan for as many people as there are beds, or an irreducible set of rows that conflict.
  public func solve() -> Outcome<RoomPlan> {
    if let conflict = problem.conflict() { return .conflict(conflict) }
    let lagrangian = RoomBound(problem, interruption: interruption)
    let bound = RoomsPlanner.integral(lagrangian.bound)
    var search = RoomSearch(problem, interruption: interruption)
    search.run(to: Int(Double(bound) / max(1 - gap, 1e-9)))
    return outcome(of: search, bound: bound, iterations: lagrangian.iterations)
  }

  private func outcome(of search: RoomSearch, bound: Int, iterations: Int) -> Outcome<RoomPlan> {
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
