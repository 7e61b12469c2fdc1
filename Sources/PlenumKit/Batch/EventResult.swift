public import Assembly
import EventFiles

/// How the planning of one module ended, in a few figures.
public struct ModuleResult: Sendable, Hashable, Codable {
  /// A `Status` by its raw value.
  public let status: String
  /// The cost of the plan; nothing where wishes conflict, as with ``bound`` and ``gap``.
  public let objective: Int?
  /// No plan costs less.
  public let bound: Int?
  /// (objective − bound) / max(1, |objective|).
  public let gap: Double?
  /// How many places are missing: people without a seat or a bed, trips that are not carried.
  public let unplaced: Int
  /// Time that the module took.
  public let seconds: Double

  init(_ end: ModuleEnd, unplaced: Int) {
    switch end.result {
    case .plan(let figures):
      status = figures.status.rawValue
      (objective, bound, gap) = (
        figures.objective, figures.provenBound, figures.provenBound.map { _ in figures.gap }
      )
    case .conflict:
      status = Status.infeasible.rawValue
      (objective, bound, gap) = (nil, nil, nil)
    }
    self.unplaced = unplaced
    seconds = end.seconds.inMilliseconds
  }
}

/// How the planning of one event of a batch ended.
public struct EventResult: Sendable, Hashable {
  /// Name of the event's folder.
  public let name: String
  /// The exit status that the event would have by itself; `interrupted` when it was not begun.
  public let status: ExitStatus
  /// Whether its planning began at all.
  public let isBegun: Bool
  /// The modules that were planned.
  public let modules: [Module: ModuleResult]
  /// Time from reading to writing.
  public let seconds: Double
  /// The result for programs.
  let planned: PlannedEvent

  init(_ name: String, _ run: PlanningRun, seconds: Double) {
    self.name = name
    status = run.status
    isBegun = true
    modules = run.modules
    self.seconds = seconds.inMilliseconds
    planned = PlannedEvent(name, run)
  }

  /// An event that nobody began to plan.
  init(notBegun name: String) {
    self.name = name
    status = .interrupted
    isBegun = false
    modules = [:]
    seconds = 0
    planned = PlannedEvent(notBegun: name)
  }
}

extension Double {
  /// Seconds as reports tell them.
  fileprivate var inMilliseconds: Double {
    isFinite ? (self * 1000).rounded() / 1000 : 0
  }
}
