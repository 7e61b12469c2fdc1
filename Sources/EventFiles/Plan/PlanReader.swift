public import Assembly
public import Foundation
public import Tables

/// What the files of a plan say.
public struct PlanReading: Sendable {
  /// The plans of the modules that have files. Who misses an aisle seat follows from the seats: no file lists it.
  public let plan: EventPlan
  /// What the report tells of each module that has a plan.
  public let figures: [Module: Figures]
  /// The whole report; nothing when it cannot be read.
  public let report: PlanReport?
  /// What could not be read, in the order of files and rows.
  public let diagnostics: [Diagnostic]
}

/// Reads a plan back from its files.
public enum PlanReader {
  /// Reads the plan of `event`.
  ///
  /// - Parameters:
  ///   - files: the files of the folder by name; see `PlanFolder`.
  ///   - event: the event that the plan is of.
  ///   - isEdited: whether somebody edited the files since they were written: counts, leaders, floors and numbers, which
  ///     follow from who is where, need not have been changed as well.
  /// - Complexity: O(people + seats + rooms + rides).
  public static func read(
    _ files: [String: Data], of event: Event, isEdited: Bool = false
  ) -> PlanReading {
    var reading = PlanFileReading(files, event, isEdited: isEdited)
    let report = reading.report()
    let figures = report.map { reading.figures($0) } ?? [:]
    reading.readUnplaced()
    let plan = reading.plan(of: Module.allCases) { figures[$0] != nil }
    return PlanReading(
      plan: plan, figures: figures, report: report, diagnostics: reading.diagnostics.tidied())
  }

  /// Modules whose plan is of older tables than those beside the files, and the version that has them, by the report.
  public static func olderTables(in files: [String: Data]) -> [Module: Int] {
    byModule(report(in: files)?.tables ?? [:])
  }

  /// Modules that were replanned, and the version from which they were, by the report.
  public static func bases(in files: [String: Data]) -> [Module: Int] {
    byModule((report(in: files)?.moves ?? [:]).mapValues(\.from))
  }

  /// Files of a plan that lies among other versions now: its report tells their numbers.
  public static func renumbered(_ files: [String: Data], _ number: (Int) -> Int?) -> [String: Data] {
    var files = files
    files[PlanFileName.report] = files[PlanFileName.report].map { PlanReport.renumbered($0, number) }
    return files
  }

  private static func report(in files: [String: Data]) -> PlanReport? {
    files[PlanFileName.report].flatMap { try? PlanReport(json: $0) }
  }

  private static func byModule(_ versions: [String: Int]) -> [Module: Int] {
    Dictionary(versions.compactMap { name, version in Module(rawValue: name).map { ($0, version) } }) {
      first, _ in
      first
    }
  }

  /// Reads the plans of some modules as far as their files are there, without the report.
  ///
  /// - Returns: the plans, and what of their files does not fit the event.
  /// - Complexity: O(people + seats + rooms + rides).
  public static func read(
    _ modules: [Module], in files: [String: Data], of event: Event, isEdited: Bool = false
  ) -> (plan: EventPlan, diagnostics: [Diagnostic]) {
    var reading = PlanFileReading(files, event, isEdited: isEdited)
    // Whoever has no place is told by a table of all modules: what of it does not fit is not about these alone.
    reading.readUnplaced()
    reading.diagnostics = []
    let plan = reading.plan(of: modules) { _ in false }
    return (plan, reading.diagnostics.tidied())
  }
}

extension PlanFileReading {
  fileprivate mutating func plan(of modules: [Module], isDue: (Module) -> Bool) -> EventPlan {
    var plan = EventPlan()
    for module in modules {
      if let part = module.filing?.read(&self, isDue: isDue(module)) { plan.keep(part) }
    }
    return plan
  }
}
