public import Assembly
public import SolverShared
public import Verification

/// What is to be planned, all of it: planning is a function of this value alone.
///
/// ```swift
/// let task = PlanningTask(event)
/// let solution = task.solve()
/// print(solution.plan.hall?.assignments.count ?? 0, solution.figures[.hall]?.bound ?? 0)
/// assert(task.violations(of: solution).isEmpty)
/// ```
///
/// Same task, same solution, `ModuleEnd.seconds` and what an interruption cuts short excepted.
public struct PlanningTask: Sendable {
  /// The event that is planned.
  public let event: Event
  private let names: NameOrdering
  /// Places that are given beside those of the event's tables.
  public var pins: [Pin] = []
  /// The modules to plan; those without a table in the event are passed over.
  public var modules: Set<Module>
  /// Plans of other modules beside which these are made; they stay as they are.
  public var kept = EventPlan()
  /// Where people are by the plan that is out, to be moved as little as can be; nothing plans anew.
  public var earlier: EarlierPlan?
  /// When to be content, and when to stop.
  public var options: SolverOptions

  /// The planning of an event.
  ///
  /// - Parameters:
  ///   - event: the event that is planned.
  ///   - modules: the modules to plan; nothing means all that this version knows.
  ///   - options: when to be content, and when to stop.
  public init(_ event: Event, modules: Set<Module>? = nil, options: SolverOptions = SolverOptions()) {
    self.event = event
    names = event.nameOrdering()
    self.modules = modules ?? Set(Modules.all.map(\.module))
    self.options = options
  }

  /// Plans the modules, one beside the other.
  ///
  /// - Parameter begins: is told of each module as its planning begins.
  /// - Returns: the plans with their figures, or the rows that conflict. What was planned has not been verified: see
  ///   ``violations(of:)``.
  public func solve(begins: (Module) -> Void = { _ in }) -> Solution {
    let event = event.pinned(pins)
    var solution = Solution()
    let asked = Modules.all.filter {
      modules.contains($0.module) && $0.module.plan.isAsked(by: event)
    }
    for (place, planned) in asked.enumerated() {
      begins(planned.module)
      let options = options.part(planned.effort / asked[place...].reduce(0) { $0 + $1.effort })
      let context = PlanningContext(names: names.order, decided: solution.plan.merging(kept))
      planned.solve(event, context, options, earlier, &solution)
    }
    solution.leadVehicles(by: solution.plan.merging(kept).staff, in: event)
    solution.notes = names.notes.map(PlanningNote.names)
    solution.notes += modulesPlannedAnew(in: solution).map(PlanningNote.plannedAnew)
    if solution.plan.vehicles != nil, event.roomStock != nil, solution.plan.merging(kept).rooms == nil {
      solution.notes.append(.noRoomsForVehicles)
    }
    solution.notes += transfersOfNobody(in: solution).map(PlanningNote.emptyTransfer)
    return solution
  }

  /// Ids of transfers in which nobody rides by a plan of vehicles, and of which the tables did not tell so.
  private func transfersOfNobody(in solution: Solution) -> [String] {
    guard let plan = solution.plan.vehicles, let fleet = event.fleet else { return [] }
    let purposes = Set(plan.runs.map(\.purpose))
    let told = Set(event.notes.filter { $0.table == .transfers && $0.column == "who" }.map(\.row))
    return fleet.transfers.enumerated()
      .filter { !purposes.contains(.transfer($0)) && !told.contains($1.row) }.map(\.element.id)
  }

  /// A solution without the bounds that its own plans refute, and what else is wrong with it.
  ///
  /// A wrong bound takes nothing from a plan that keeps every rule.
  public func verified(_ solution: Solution) -> (solution: Solution, violations: [Violation]) {
    var verified = solution
    let violations = violations(of: solution).filter { violation in
      switch violation {
      case .boundAboveObjective(let module, let bound, let objective):
        verified.withdrawBound(of: module, .wrongBound(module, bound: bound, objective: objective))
      case .leastMovesAboveMoves(let module, let least, let moves):
        verified.withdrawBound(of: module, .wrongLeastMoves(module, least: least, moves: moves))
      default: return true
      }
      return false
    }
    return (verified, violations)
  }

  /// What is wrong with a solution, by means that share nothing with the solvers.
  public func violations(of solution: Solution) -> [Violation] {
    let earlier = earlier?.without(Set(modulesPlannedAnew(in: solution)))
    return Verification(of: event.pinned(pins), names: names.order, earlier: earlier)
      .violations(of: solution.plan, beside: kept, figures: solution.figures)
  }

  /// This task with modules planned anew whose plans near to the earlier one break a rule; nothing where there are none.
  ///
  /// A fault of a solver; but on the evening before, a plan that moves more people is better than no plan.
  func planningAnew(whereRulesBreakIn solution: Solution) -> (task: PlanningTask, modules: [Module])? {
    guard let earlier else { return nil }
    let verification = Verification(of: event.pinned(pins), names: names.order, earlier: earlier)
    let faulty = Module.allCases.filter { module in
      guard earlier.speaks(of: module), let part = solution.plan[module] else { return false }
      var plan = EventPlan()
      plan.keep(part)
      let figures = solution.figures.filter { $0.key == module }
      return !verification.violations(of: plan, beside: kept.merging(solution.plan), figures: figures).isEmpty
    }
    var task = self
    task.earlier = earlier.without(Set(faulty))
    return faulty.isEmpty ? nil : (task, faulty)
  }

  /// Modules of which the earlier plan speaks and no plan near to it keeps every rule: a solver that planned anew tells no
  /// moves.
  private func modulesPlannedAnew(in solution: Solution) -> [Module] {
    guard let earlier else { return [] }
    return Module.allCases.filter { module in
      earlier.speaks(of: module) && solution.figures[module].map { $0.moves == nil } ?? false
    }
  }
}
