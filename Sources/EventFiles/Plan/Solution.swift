public import Assembly

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
  public let result: Result
  /// Time that the module took.
  public let seconds: Double
  /// The seed that it was given.
  public let seed: Int
}

/// What a run found: the plan of the event, and how each module that was planned ended.
public struct Solution: Sendable, Hashable {
  /// The plans of the modules whose wishes hold together.
  public private(set) var plan = EventPlan()
  /// A module is missing where the event has no table of it, or nobody asked for it.
  public private(set) var ends: [Module: ModuleEnd] = [:]

  /// Nothing is planned yet.
  public init() {}

  /// Keeps the outcome of a module.
  ///
  /// - Parameters:
  ///   - outcome: what came of it.
  ///   - module: the module that was planned.
  ///   - place: where the module's plan stands in that of the event.
  ///   - seconds: time that the module took.
  ///   - seed: the seed that it was given.
  public mutating func keep<Plan>(
    _ outcome: Outcome<Plan>, of module: Module, as place: WritableKeyPath<EventPlan, Plan?>,
    seconds: Double, seed: Int
  ) {
    let result: ModuleEnd.Result
    switch outcome {
    case .plan(let found, let figures):
      plan[keyPath: place] = found
      result = .plan(figures)
    case .conflict(let conflict):
      plan[keyPath: place] = nil
      result = .conflict(conflict)
    }
    ends[module] = ModuleEnd(result: result, seconds: seconds, seed: seed)
  }

  /// The figures of the modules that have a plan.
  public var figures: [Module: Figures] {
    ends.compactMapValues { end in
      if case .plan(let figures) = end.result { figures } else { nil }
    }
  }
}
