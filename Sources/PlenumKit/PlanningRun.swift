public import Assembly
public import Documents
public import EventFiles
import Foundation
import Localization

/// What a run of the planner has to tell.
public struct PlanningRun: Sendable {
  /// The exit status of the command.
  public internal(set) var status: ExitStatus
  /// Problems and notes for stderr, a line each.
  public var messages: [String] { remarks.lines }
  /// A short account of the plan for stdout, a line each.
  public internal(set) var summary: [String] = []
  /// How each module that was planned ended.
  public internal(set) var modules: [Module: ModuleResult] = [:]
  /// How the plan differs from the earlier one in OUT, where there was one.
  public internal(set) var changes: PlanChanges?
  /// The documents that were written.
  public internal(set) var documents: [Document] = []

  /// What report.json holds, where a plan was written.
  public internal(set) var report: PlanReport?
  var remarks: Remarks

  init(_ status: ExitStatus, _ remarks: Remarks) {
    self.status = status
    self.remarks = remarks
  }

  /// A run that has read the tables.
  init(of reading: EventReading) {
    self.init(.complete, Remarks())
    remarks.add(reading)
  }

  func ended(_ status: ExitStatus) -> PlanningRun {
    var run = self
    run.status = status
    return run
  }

  /// Takes over what was put into OUT.
  mutating func take(_ publication: PlanPublication) {
    (documents, changes, report) = (publication.documents, publication.changes, publication.report)
  }

  /// Writes the account of a plan that lies in OUT now.
  mutating func report(
    _ solution: Solution, of event: Event, in reading: EventReading, out: String, _ stopwatch: Stopwatch
  ) {
    let language = reading.language
    summary.append(event.settings.name)
    summary += EventOverview(event).lines(in: language).map { "  " + $0 }
    for module in Module.allCases {
      guard let end = solution.ends[module] else { continue }
      modules[module] = ModuleResult(end, unplaced: solution.plan.unplaced(in: module).count)
      report(end, of: module, solution.plan, reading)
    }
    if solution.ends.isEmpty { summary.append("  " + Wording.nothingPlanned[language]) }
    if status == .interrupted { summary.append("  " + Wording.interrupted[language]) }
    if let changes { summary.append("  " + Wording.changes(changes)[language]) }
    for module in Module.allCases {
      guard let anew = self.report?.moves?[module.rawValue]?.anew, let figures = solution.figures[module]
      else { continue }
      summary.append("  " + Wording.price(of: module, figures, anew)[language])
    }
    for page in documents where page.format == .html {
      let path = out + "/" + Planner.path(of: page.fileName)
      summary.append("  " + Wording.document(page.title, path)[language])
    }
    summary.append("  " + Wording.time(stopwatch.seconds)[language])
  }

  private mutating func report(
    _ end: ModuleEnd, of module: Module, _ plan: EventPlan, _ reading: EventReading
  ) {
    let language = reading.language
    switch end.result {
    case .plan(let figures):
      summary.append("  " + Wording.result(of: module, plan[module], figures)[language])
    case .conflict(let conflict):
      summary.append("  " + Wording.conflict(in: module)[language])
      remarks.add("conflict", Wording.conflict(in: module), in: language)
      remarks.add(reading.explanation(of: conflict, in: module), in: language)
    }
  }
}
