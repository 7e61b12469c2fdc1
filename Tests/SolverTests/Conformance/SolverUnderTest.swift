import Assembly
import IntegerProgramming
import Localization
import SolverShared
import Testing
import Verification

/// A solver as the suite sees it, whatever its module: how to run and judge it, and events to run it on.
struct SolverUnderTest: Sendable, CustomTestStringConvertible {
  /// What a solver gave, and what the verifier says of it.
  struct Answer {
    /// The whole answer, to be compared.
    let outcome: AnyHashable
    /// Nothing where wishes conflict.
    let figures: Figures?
    /// How many people have a place.
    let served: Int
    /// The rules that the plan breaks and the figures that differ, in words.
    let violations: [String]
  }

  /// Events of a module.
  struct Events: Sendable {
    /// Small ones with wishes of every kind; nothing where a seed makes no sound event.
    var random: @Sendable (_ seed: Int) -> Event?
    /// Some so small that every plan can be tried, with the cost of the best.
    var tiny: @Sendable (_ seed: Int) -> (event: Event, least: Int)?
    /// One on which a search takes a while.
    var long: Event
    /// One with a place for its only person.
    var alone: EventDraft
  }

  let module: Module
  let events: Events
  /// What the solver answers; nothing where the event has no table of the module.
  let solve: @Sendable (Event, SolverOptions) -> Answer?
  /// What it answers after a late change, from its own plan of the earlier event; nothing where that has none.
  let replan: @Sendable (_ earlier: Event, _ event: Event, SolverOptions) -> Answer?

  var testDescription: String { module.rawValue }

  init<Planner: ModulePlanner>(
    _: Planner.Type, of module: Module, _ events: Events, served: @escaping @Sendable (Planner.Plan) -> Int,
    violations: @escaping @Sendable (Verification, Planner.Plan, Figures) -> [Violation]
  ) where Planner.Plan: ComparedPlan {
    self.module = module
    self.events = events
    let answer: @Sendable (Event, SolverOptions, EarlierPlan?) -> Answer? = { event, options, earlier in
      let names = event.nameOrdering().order
      guard let planner = Planner(event, beside: PlanningContext(names: names)) else { return nil }
      let outcome = planner.solve(options, from: earlier)
      guard case .plan(let plan, let figures) = outcome else {
        return Answer(outcome: outcome, figures: nil, served: 0, violations: [])
      }
      // Without moves told it was planned anew: nothing near to the earlier plan keeps every wish.
      let since = figures.moves == nil ? nil : earlier
      let broken = violations(Verification(of: event, names: names, earlier: since), plan, figures)
      return Answer(
        outcome: outcome, figures: figures, served: served(plan),
        violations: broken.map { $0.phrase(in: event).english })
    }
    solve = { answer($0, $1, nil) }
    replan = { earlier, event, options in
      let context = PlanningContext(names: earlier.nameOrdering().order)
      guard case .plan(let plan, _)? = Planner(earlier, beside: context)?.solve(SolverOptions()) else {
        return nil
      }
      var whole = EventPlan()
      whole.keep(plan)
      return answer(event, options, EarlierPlan(whole, since: TableChange(from: earlier, to: event)))
    }
  }
}
