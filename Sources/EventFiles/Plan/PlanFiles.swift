public import Assembly
public import Foundation
import Localization
public import Tables

/// What is to be put in place of an earlier plan.
public struct PlanReplacement: Sendable, Hashable {
  /// New files by name.
  public let files: [String: Data]
  /// Files of modules that were to be planned and have no plan.
  public let obsolete: Set<String>
  /// What there is to tell about the earlier plan's files; notes alone.
  public let diagnostics: [Diagnostic]
  /// What report.json is to hold.
  public let report: PlanReport
}

/// The files of a plan, as formats.md §3 fixes them.
public struct PlanFiles: Sendable {
  private let reading: EventReading
  private let event: Event
  private let planned: Set<Module>
  private let solution: Solution
  private let tool: String
  private let version: Int?
  /// The version as which the plan that is replaced is kept, where it was made of other tables.
  public var versionOfOtherTables: Int?
  /// Of modules that were planned anew as well, to be compared.
  public var anew: [Module: PlanReport.Anew] = [:]

  /// The files of a run.
  ///
  /// - Parameters:
  ///   - reading: what was read of the event.
  ///   - event: the event itself.
  ///   - planned: the modules that were to be planned; what an earlier plan says of any other is kept.
  ///   - solution: what was found for them.
  ///   - tool: the program that writes them, with its version, as the report names it.
  ///   - version: the version of the plan from which few people are to move; nothing for a plan made anew.
  public init(
    _ reading: EventReading, _ event: Event, planned: Set<Module>, _ solution: Solution, tool: String,
    replannedFrom version: Int? = nil
  ) {
    self.version = version
    self.reading = reading
    self.event = event
    self.planned = planned
    self.solution = solution
    self.tool = tool
  }

  /// The new files, merged with what `earlier` says of modules that were not planned.
  ///
  /// A damaged report.json or unplaced.csv of an earlier plan is replaced, and a note tells so: it must not keep
  /// anybody from a new plan.
  ///
  /// - Parameter earlier: the files of the earlier plan by name.
  public func replacement(of earlier: [String: Data]) -> PlanReplacement {
    var diagnostics: [Diagnostic] = []
    let tables = solution.plan.all.flatMap { ($0 as? any FiledPlan)?.tables(of: event) ?? [] }
    var files = Dictionary(tables.map { ($0.file, $0.csv) }) { $1 }
    files[PlanFileName.unplaced] = unplacedTable(earlier[PlanFileName.unplaced], &diagnostics)
    let report = report(earlier[PlanFileName.report], &diagnostics)
    files[PlanFileName.report] = report.json(tool: tool)
    let obsolete = Set(planned.flatMap(\.files)).subtracting(files.keys)
    return PlanReplacement(
      files: files, obsolete: obsolete, diagnostics: diagnostics, report: report)
  }

  // MARK: Tables

  private func unplacedTable(_ earlier: Data?, _ diagnostics: inout [Diagnostic]) -> Data {
    var rows = Module.allCases.flatMap { solution.plan.unplaced(in: $0) }.map { entry in
      UnplacedRow(
        person: event.people[entry.person].id, module: entry.module.rawValue,
        reason: Wording.message(of: entry.reason)[reading.language])
    }
    if let earlier {
      if let kept = UnplacedRow.read(earlier) {
        rows += kept.filter { row in !planned.contains { $0.rawValue == row.module } }
      } else {
        diagnostics.append(
          Diagnostic(.note, source: PlanFileName.unplaced, message: Wording.damagedEarlierFile))
      }
    }
    return UnplacedRow.table(rows, of: event)
  }

  // MARK: Report

  private func report(_ earlier: Data?, _ diagnostics: inout [Diagnostic]) -> PlanReport {
    var modules: [String: PlanReport.Entry] = [:]
    var moves: [String: PlanReport.Moves] = [:]
    var tables: [String: Int] = [:]
    if let earlier {
      do {
        let report = try PlanReport(json: earlier)
        modules = report.modules
        moves = report.moves ?? [:]
        tables = report.tables ?? [:]
        if let versionOfOtherTables {
          for module in modules.keys where tables[module] == nil { tables[module] = versionOfOtherTables }
        }
      } catch {
        diagnostics.append(
          Diagnostic(.note, source: PlanFileName.report, message: Wording.damagedEarlierFile))
      }
    }
    for module in planned {
      tables[module.rawValue] = nil
      modules[module.rawValue] = solution.ends[module].map { entry(of: $0, module) }
      moves[module.rawValue] = version.flatMap { version in
        solution.figures[module]?.moves.map {
          PlanReport.Moves(moves: $0.count, least: $0.least, from: version, anew: anew[module])
        }
      }
    }
    let language = reading.language
    let notes = reading.diagnostics.filter { $0.severity == .note }.map {
      PlanReport.Note($0, code: $0.code, language)
    }
    var report = PlanReport(
      event: event.settings.name, modules: modules,
      eventNotes: notes + solution.notes.map { PlanReport.Note($0, language) })
    if version != nil || !moves.isEmpty { report.replanned = true }
    report.moves = moves.isEmpty ? nil : moves
    report.tables = tables.isEmpty ? nil : tables
    return report
  }

  private func entry(of end: ModuleEnd, _ module: Module) -> PlanReport.Entry {
    switch end.result {
    case .plan(let figures):
      let remarks = (solution.plan[module] as? any FiledPlan)?.remarks(on: event, read: reading) ?? []
      let notes = remarks.map { PlanReport.Note($0, code: $0.code, reading.language) }
      return PlanReport.Entry(figures, of: module, seconds: end.seconds, seed: end.seed, notes: notes)
    case .conflict(let conflict):
      let rows = conflict.rows.map {
        PlanReport.Row(file: reading.file(of: $0.table), table: $0.table.rawValue, row: $0.row)
      }
      let explanation = reading.explanation(of: conflict, in: module)
      return PlanReport.Entry(
        conflict: rows, seconds: end.seconds, seed: end.seed, notes: explanation.notes(in: reading.language))
    }
  }
}

extension EventReading {
  /// The file of a table; its English name where the event has none.
  public func file(of table: TableName) -> String {
    tables[table] ?? table.rawValue + ".csv"
  }
}
