public import Assembly
public import Foundation
public import Localization
public import Tables

/// One module's end, its time and its seed.
public struct ModuleRun<Plan: Sendable & Hashable>: Sendable, Hashable {
  /// The plan, or the rows that conflict.
  public let outcome: Outcome<Plan>
  /// Time that the module took.
  public let seconds: Double
  /// The seed that it was given.
  public let seed: Int

  /// A module that ended so.
  public init(_ outcome: Outcome<Plan>, seconds: Double, seed: Int) {
    self.outcome = outcome
    self.seconds = seconds
    self.seed = seed
  }
}

/// What is to be put in place of an earlier plan.
public struct PlanReplacement: Sendable, Hashable {
  /// New files by name.
  public let files: [String: Data]
  /// Files of modules that were to be planned and have no plan.
  public let obsolete: Set<String>
  /// What there is to tell about the earlier plan's files; notes alone.
  public let diagnostics: [Diagnostic]
}

/// The files of a plan, as formats.md §3 fixes them.
public struct PlanFiles: Sendable {
  private let reading: EventReading
  private let event: Event
  private let planned: Set<Module>
  private let rostrum: ModuleRun<RostrumPlan>?
  private let hall: ModuleRun<HallPlan>?
  private let notes: [Phrase]

  /// The files of a run.
  ///
  /// - Parameters:
  ///   - reading: what was read of the event.
  ///   - event: the event itself.
  ///   - planned: the modules that were to be planned; what an earlier plan says of any other is kept.
  ///   - rostrum: the end of the module, nothing where the event has no rostrum.
  ///   - hall: the end of the module, nothing where the event has no hall.
  ///   - notes: what else the organizer should know.
  public init(
    _ reading: EventReading, _ event: Event, planned: Set<Module>, rostrum: ModuleRun<RostrumPlan>?,
    hall: ModuleRun<HallPlan>?, notes: [Phrase] = []
  ) {
    self.notes = notes
    self.reading = reading
    self.event = event
    self.planned = planned
    self.rostrum = rostrum
    self.hall = hall
  }

  /// The new files, merged with what `earlier` says of modules that were not planned.
  ///
  /// A damaged report.json or unplaced.csv of an earlier plan is replaced, and a note tells so: it must not keep
  /// anybody from a new plan.
  ///
  /// - Parameter earlier: the files of the earlier plan by name.
  public func replacement(of earlier: [String: Data]) -> PlanReplacement {
    var diagnostics: [Diagnostic] = []
    var files: [String: Data] = [:]
    files[PlanFileName.rostrum] = rostrum?.plan.map { rostrumTable($0) }
    files[PlanFileName.hall] = hall?.plan.flatMap { hallTable($0) }
    files[PlanFileName.unplaced] = unplacedTable(earlier[PlanFileName.unplaced], &diagnostics)
    files[PlanFileName.report] = report(earlier[PlanFileName.report], &diagnostics).json
    let obsolete = Set(planned.flatMap(\.files)).subtracting(files.keys)
    return PlanReplacement(files: files, obsolete: obsolete, diagnostics: diagnostics)
  }

  // MARK: Tables

  private func rostrumTable(_ plan: RostrumPlan) -> Data {
    var table = TableWriter(header: PlanColumns.rostrum.map(\.name))
    for assignment in plan.assignments {
      let person = event.people[assignment.person]
      table.append([
        person.id, person.name, String(assignment.seat.row), String(assignment.seat.seat),
        String(assignment.place),
      ])
    }
    return table.data
  }

  private func hallTable(_ plan: HallPlan) -> Data? {
    guard let hall = event.hall else { return nil }
    var table = TableWriter(header: PlanColumns.hall.map(\.name))
    for assignment in plan.assignments {
      let person = event.people[assignment.person]
      let seat = hall.seats[assignment.seat]
      table.append([
        person.id, person.name, person.groupName ?? "", hall.sections[seat.section], String(seat.row),
        String(seat.number),
      ])
    }
    return table.data
  }

  private func unplacedTable(_ earlier: Data?, _ diagnostics: inout [Diagnostic]) -> Data {
    let unplaced = (rostrum?.plan?.unplaced ?? []) + (hall?.plan?.unplaced ?? [])
    var rows = unplaced.map { entry in
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
    if let earlier {
      do {
        modules = try PlanReport(json: earlier).modules
      } catch {
        diagnostics.append(
          Diagnostic(.note, source: PlanFileName.report, message: Wording.damagedEarlierFile))
      }
    }
    for module in planned {
      modules[module.rawValue] = nil
    }
    modules[Module.rostrum.rawValue] =
      rostrum.map { entry(of: $0, .rostrum) { _ in [] } } ?? modules["rostrum"]
    modules[Module.hall.rawValue] = hall.map { entry(of: $0, .hall) { aisleNotes($0) } } ?? modules["hall"]
    let notes = reading.diagnostics.filter { $0.severity == .note }.map { $0.text(in: reading.language) }
    return PlanReport(
      event: event.settings.name, modules: modules,
      eventNotes: notes + self.notes.map { $0[reading.language] })
  }

  private func entry<Plan>(
    of run: ModuleRun<Plan>, _ module: Module, notes: (Plan) -> [String]
  ) -> PlanReport.Entry {
    switch run.outcome {
    case .plan(let plan, let figures):
      return PlanReport.Entry(figures, seconds: run.seconds, seed: run.seed, notes: notes(plan))
    case .conflict(let conflict):
      let rows = conflict.rows.map {
        PlanReport.Row(file: reading.file(of: $0.table), table: $0.table.rawValue, row: $0.row)
      }
      let explanation = reading.explanation(of: conflict, in: module)
      return PlanReport.Entry(
        conflict: rows, seconds: run.seconds, seed: run.seed, notes: explanation.lines(in: reading.language))
    }
  }

  private func aisleNotes(_ plan: HallPlan) -> [String] {
    plan.withoutAisle.map { index in
      let person = event.people[index]
      return Diagnostic(
        .note, source: reading.file(of: .people), row: person.row,
        message: Wording.withoutAisle(name: person.name, id: person.id)
      ).text(in: reading.language)
    }
  }
}

extension ModuleRun {
  fileprivate var plan: Plan? {
    if case .plan(let plan, _) = outcome { plan } else { nil }
  }
}

extension EventReading {
  /// The file of a table; its English name where the event has none.
  public func file(of table: TableName) -> String {
    tables[table] ?? table.rawValue + ".csv"
  }
}
