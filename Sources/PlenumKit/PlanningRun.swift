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
  public internal(set) var messages: [String]
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
  /// The problems of the tables, which the first of ``messages`` tell.
  private var tableProblems: [Problem] = []
  private var tableMessages = 0

  init(_ status: ExitStatus, messages: [String]) {
    self.status = status
    self.messages = messages
  }

  /// A run that has read the tables.
  init(of reading: EventReading) {
    self.init(.complete, messages: reading.messages)
    tableProblems = reading.problems
    tableMessages = messages.count
  }

  /// All that ``messages`` tell, with every note on the tables.
  var problems: [Problem] { tableProblems + messages.dropFirst(tableMessages).map(Problem.init) }

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
      messages.append(Wording.conflict(in: module)[language])
      messages += reading.explanation(of: conflict, in: module).lines(in: language)
    }
  }
}
