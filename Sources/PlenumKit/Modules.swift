import Assembly
import DiscussionSolver
import Documents
import EventFiles
import Explanation
import HallSolver
import RoomsSolver
import RostrumSolver
import SolverShared
import StaffSolver
import TablesSolver
import VehiclesSolver
import Verification

/// The one list of the modules that this version plans, in the order in which they are planned: each is its solver, whose
/// plan knows how it is filed, verified, explained, drawn and summed up.
enum Modules {
  static let all = [
    PlannedModule(RostrumPlanner.self, effort: 1),
    PlannedModule(HallPlanner.self, effort: 3),
    PlannedModule(RoomsPlanner.self, effort: 4),
    PlannedModule(VehiclesPlanner.self, effort: 5),
    PlannedModule(TablesPlanner.self, effort: 2),
    PlannedModule(DiscussionPlanner.self, effort: 1),
    PlannedModule(StaffPlanner.self, effort: 1),
  ]
}

/// A module with all that the program does with it.
struct PlannedModule: Sendable {
  let module: Module
  /// How much of a limit of time it may take, in proportion to the modules after it.
  let effort: Double
  /// Plans it beside what the solution has already, and keeps the outcome there; does nothing where the event has no
  /// table of it.
  let solve:
    @Sendable (
      _ event: Event, _ context: PlanningContext, _ options: SolverOptions, _ earlier: EarlierPlan?,
      _ solution: inout Solution
    ) -> Void

  /// The module of a solver. A plan of which anything cannot be said is not accepted here.
  init<Solver: ModulePlanner>(_ solver: Solver.Type, effort: Double)
  where
    Solver.Plan: FiledPlan & VerifiablePlan & ExplainedPlan & DocumentedPlan & SummarizedPlan & ComparedPlan
  {
    module = Solver.Plan.module
    self.effort = effort
    solve = { event, context, options, earlier, solution in
      guard let planner = Solver(event, beside: context) else { return }
      let start = ContinuousClock.now
      let outcome = planner.solve(options, from: earlier)
      let seconds = (ContinuousClock.now - start).inSeconds
      solution.keep(outcome, seconds: seconds, seed: options.seed)
    }
  }
}
