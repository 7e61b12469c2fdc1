public import Assembly
public import IntegerProgramming

/// The solver of one module: the one shape that all solvers have.
///
/// ```swift
/// if let planner = HallPlanner(event, beside: PlanningContext(names: event.nameOrdering().order)),
///   case .plan(let plan, let figures) = planner.solve(SolverOptions(gap: 0.01))
/// {
///   print(plan.assignments.count, figures.bound)
/// }
/// ```
///
/// A planner reads nothing but what it is given, and no clock but that of the interruption: same event, context, seed
/// and limits, same plan.
public protocol ModulePlanner: Sendable {
  /// What it makes.
  associatedtype Plan: Sendable & Hashable

  /// The problem of an event; nothing where the event has no table of the module.
  ///
  /// - Parameters:
  ///   - event: the event that is planned.
  ///   - context: what the module is planned beside.
  init?(_ event: Event, beside context: PlanningContext)

  /// Plans the module.
  ///
  /// - Parameters:
  ///   - options: when to be content, and when to stop.
  ///   - earlier: where people are by the plan that is out, for a solver that can keep them there; the others plan anew.
  /// - Returns: a plan for as many people as there are places, with a bound that holds for every plan; or an
  ///   irreducible set of rows that conflict.
  func solve(_ options: SolverOptions, from earlier: EarlierPlan?) -> Outcome<Plan>
}

extension ModulePlanner {
  /// Plans the module anew.
  public func solve(_ options: SolverOptions = SolverOptions()) -> Outcome<Plan> {
    solve(options, from: nil)
  }
}

/// What a module is planned beside.
public struct PlanningContext: Sendable {
  /// The order of names that the event's `member_order` asks for.
  public var names: any NameOrder
  /// The modules that are decided: people ride to where they sleep.
  public var decided: EventPlan

  /// A context in which these modules are decided.
  public init(names: any NameOrder, decided: EventPlan = EventPlan()) {
    self.names = names
    self.decided = decided
  }
}

/// When a solver is content, and when it stops.
public struct SolverOptions: Sendable {
  /// The search ends once (objective − bound) / max(1, |objective|) is no larger; 0 ..< 1.
  public var gap: Double
  /// Seed of the random numbers that searches draw. Solvers that draw none give the same plan for every seed.
  public var seed: Int
  /// Work in linear and integer programs, and the interruption that ends the search, which keeps its best plan. A count
  /// that is not given is the solver's own: no search goes on for ever.
  public var limits: Limits
  /// Is told of better plans and bounds as the search finds them.
  public var watch: SearchWatch?

  /// The interruption of the limits.
  public var interruption: Interruption? { limits.interruption }

  /// The same options for a part of the work, which may take so much of the time that is left; what it leaves is there
  /// for the parts after it.
  public func part(_ share: Double) -> SolverOptions {
    var options = self
    options.limits.interruption = limits.interruption?.part(share)
    return options
  }

  /// How a search ended that gave these figures: with a proof that no plan costs less, or whether a limit of time or a signal
  /// stopped it, or a part of it.
  public func status(of figures: Figures) -> Status {
    if figures.bound == figures.objective { return .optimal }
    return interruption?.hasStoppedWork == true ? .stopped : .feasible
  }

  /// Options; the defaults look for the best plan.
  public init(gap: Double = 0, seed: Int = 0, limits: Limits = Limits()) {
    self.gap = gap
    self.seed = seed
    self.limits = limits
  }

  /// Options whose search an interruption ends.
  public init(gap: Double = 0, seed: Int = 0, interruption: Interruption?) {
    self.init(gap: gap, seed: seed, limits: Limits(interruption: interruption))
  }
}
