/// How the planning of one module ended, its plan apart.
public struct ModuleEnd: Sendable, Hashable {
  /// What came of it.
  public enum Result: Sendable, Hashable {
    /// There is a plan with these figures.
    case plan(Figures)
    /// There is none: these rows cannot hold together.
    case conflict(Conflict)
  }

  /// What came of it.
  public var result: Result
  /// Time that the module took.
  public let seconds: Double
  /// The seed that it was given.
  public let seed: Int
}

/// What the organizer should know of a solution beside its plans and figures.
public enum PlanningNote: Sendable, Hashable {
  /// Names are not ordered as `member_order` asks.
  case names(NameOrdering.Note)
  /// The bound that was told for a module is above what its plan costs: the program has a fault, the plan has none.
  case wrongBound(Module, bound: Int, objective: Int)
  /// More people were told to have to move than the plan moves: likewise.
  case wrongLeastMoves(Module, least: Int, moves: Int)
  /// The module is planned anew: near to the plan that is out not every wish could be kept.
  case plannedAnew(Module)
  /// Vehicles were planned without a plan of the rooms that the event has: they go to the hotels that tables name.
  case noRoomsForVehicles
  /// Nobody rides in a transfer, which is told by its id.
  case emptyTransfer(String)
}

/// What came of a planning: the plan of the event, how each module that was planned ended, and what else there is to
/// know. Nothing in it is worded.
public struct Solution: Sendable, Hashable {
  /// The plans of the modules whose wishes hold together.
  public private(set) var plan = EventPlan()
  /// A module is missing where the event has no table of it, or nobody asked for it.
  public private(set) var ends: [Module: ModuleEnd] = [:]
  /// What else there is to know.
  public var notes: [PlanningNote] = []

  /// Nothing is planned yet.
  public init() {}

  /// Keeps the outcome of a module.
  ///
  /// - Parameters:
  ///   - outcome: what came of it.
  ///   - seconds: time that the module took.
  ///   - seed: the seed that it was given.
  public mutating func keep<Plan: ModulePlan>(_ outcome: Outcome<Plan>, seconds: Double, seed: Int) {
    let result: ModuleEnd.Result
    switch outcome {
    case .plan(let found, let figures):
      plan[Plan.self] = found
      result = .plan(figures)
    case .conflict(let conflict):
      plan[Plan.self] = nil
      result = .conflict(conflict)
    }
    ends[Plan.module] = ModuleEnd(result: result, seconds: seconds, seed: seed)
  }

  /// Lets the staff lead the vehicles that are planned.
  public mutating func leadVehicles(by staff: StaffPlan?, in event: Event) {
    plan.vehicles = plan.vehicles?.led(by: staff, in: event)
  }

  /// Takes back the bound of a module, which its plan refutes, and notes why.
  public mutating func withdrawBound(of module: Module, _ note: PlanningNote) {
    guard case .plan(var figures) = ends[module]?.result else { return }
    notes.append(note)
    figures.withdrawBound()
    ends[module]?.result = .plan(figures)
  }

  /// The figures of the modules that have a plan.
  public var figures: [Module: Figures] {
    ends.compactMapValues { end in
      if case .plan(let figures) = end.result { figures } else { nil }
    }
  }
}
