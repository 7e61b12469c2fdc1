public import Assembly
public import Foundation
public import Localization
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
  /// Whether a whole file is there and cannot be read: not a row of it, as where a plan is of other people.
  public let isUnreadable: Bool
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
    if let report {
      reading.diagnostics += plan.all.map { type(of: $0).module }
        .filter { report.modules[$0.rawValue] == nil }.map {
          Diagnostic(
            source: PlanFileName.report, message: Wording.moduleNotReported($0), code: "module-not-reported")
        }
    }
    return PlanReading(
      plan: plan, figures: figures, report: report, diagnostics: reading.diagnostics.tidied(),
      isUnreadable: reading.isUnreadable)
  }

  /// Modules whose plan is of older tables than those beside the files, and the version that has them, by the report.
  public static func olderTables(in files: [String: Data]) -> [Module: Int] {
    byModule(report(in: files)?.tables ?? [:])
  }

  /// Modules that were replanned, and the version from which they were, by the report.
  public static func bases(in files: [String: Data]) -> [Module: Int] {
    byModule((report(in: files)?.moves ?? [:]).mapValues(\.from))
  }

  /// Files that the plan of a module must have by the report, and that are not there; in the order of modules.
  public static func lackedFiles(in files: [String: Data]) -> [(module: Module, file: String)] {
    guard let report = report(in: files) else { return [] }
    return Module.allCases.filter { module in
      report.modules[module.rawValue].map { $0.status != Status.infeasible.rawValue } ?? false
    }.flatMap { module in module.files.filter { files[$0] == nil }.map { (module, $0) } }
  }

  /// That a plan lacks a file.
  public static func lacks(
    _ file: String, _ severity: Diagnostic.Severity = .error, hint: Phrase? = nil
  ) -> Diagnostic {
    Diagnostic(
      severity, source: file, message: Wording.missingPlanFile, hint: hint, code: "missing-plan-file")
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
