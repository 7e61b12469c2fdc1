import Assembly
import Foundation
import Localization
import Tables

/// A plan while its files are read one after another. The tables of each module are read by an extension beside the
/// code that writes them.
public struct PlanFileReading {
  let files: [String: Data]
  let event: Event
  var diagnostics: [Diagnostic] = []
  /// Whether a whole file is there and cannot be read.
  private(set) var isUnreadable = false
  /// Whether somebody edited the files: what follows from other cells need not have been changed with them.
  let isEdited: Bool
  private let personOfID: IDDirectory
  private var unplaced: [Unplaced] = []
  /// What the report says; nothing where there is none, or none that can be read.
  private let readReport: PlanReport?

  init(_ files: [String: Data], _ event: Event, isEdited: Bool) {
    self.files = files
    self.isEdited = isEdited
    self.event = event
    readReport = files[PlanFileName.report].flatMap { try? PlanReport(json: $0) }
    personOfID = IDDirectory(event.people.map(\.id))
  }

  // MARK: Tables

  mutating func readUnplaced() {
    guard let sheet = sheet(PlanFileName.unplaced, PlanColumns.unplaced, isDue: true) else { return }
    var cells = CellReader(sheet)
    for row in sheet.table.rows {
      let person = person(row, &cells)
      guard let module = Module(rawValue: cells.text("module", row)) else {
        cells.refuse("module", row, Wording.unknownModule)
        continue
      }
      if let person {
        unplaced.append(Unplaced(person: person, module: module, reason: .told(cells.text("reason", row))))
      }
    }
    diagnostics += cells.diagnostics
  }

  /// Whom the plan leaves without a place in a module, once that has been read.
  func unplaced(in module: Module) -> [Unplaced] {
    unplaced.filter { $0.module == module }
  }

  /// The table of a file, or nothing when it is missing or unreadable; missing is wrong where it is due.
  mutating func sheet(_ name: String, _ columns: [Column], isDue: Bool) -> Sheet? {
    guard let data = files[name] else {
      if isDue { diagnostics.append(PlanReader.lacks(name)) }
      return nil
    }
    do {
      let (table, tableDiagnostics) = try TableReader.read(data, source: name)
      let (sheet, headerDiagnostics) = Sheet.make(table, columns)
      diagnostics += tableDiagnostics + headerDiagnostics
      if sheet.isComplete { return sheet }
      isUnreadable = true
      return nil
    } catch {
      isUnreadable = true
      diagnostics += error.diagnostics
      return nil
    }
  }

  /// The person of an id, also of one that lost its leading zeros in a spreadsheet.
  func person(of id: String) -> Int? { personOfID[id] }

  /// The person of a row.
  func person(_ row: Table.Row, _ cells: inout CellReader) -> Int? {
    guard let id = cells.required("person", row) else { return nil }
    guard let person = personOfID[id] else {
      cells.refuse("person", row, Wording.unknownPersonOfPlan)
      return nil
    }
    if cells.sheet.positions["name"] != nil, cells.text("name", row) != event.people[person].name {
      cells.refuse("name", row, Wording.otherNameOfPlan)
    }
    return person
  }

  /// The person of a row that tells the group too.
  func personOfGroup(_ row: Table.Row, _ cells: inout CellReader) -> Int? {
    let person = person(row, &cells)
    if let person, cells.text("group", row) != event.people[person].groupName ?? "" {
      cells.refuse("group", row, Wording.otherGroupOfPlan)
    }
    return person
  }

  // MARK: Report

  /// Whether the report says that a module moves few people since an earlier plan.
  func isReplanned(_ module: Module) -> Bool {
    readReport?.moves?[module.rawValue] != nil
  }

  /// The report; that it is missing or cannot be read is wrong.
  mutating func report() -> PlanReport? {
    if readReport == nil {
      isUnreadable = files[PlanFileName.report] != nil
      diagnostics.append(
        isUnreadable
          ? Diagnostic(source: PlanFileName.report, message: Wording.noReport, code: "no-report")
          : PlanReader.lacks(PlanFileName.report))
    }
    return readReport
  }

  /// The figures of the modules that have a plan.
  mutating func figures(_ report: PlanReport) -> [Module: Figures] {
    var figures: [Module: Figures] = [:]
    for (name, entry) in report.modules.sorted(by: { $0.key < $1.key }) {
      guard let module = Module(rawValue: name) else {
        diagnostics.append(
          Diagnostic(source: PlanFileName.report, found: name, message: Wording.unknownModule))
        continue
      }
      guard entry.status != Status.infeasible.rawValue else { continue }
      figures[module] = self.figures(entry, of: module)
      figures[module]?.moves = report.moves?[name].map { Moves(count: $0.moves, least: $0.least) }
    }
    return figures
  }

  private mutating func figures(_ entry: PlanReport.Entry, of module: Module) -> Figures? {
    func isPossible(_ figure: Int) -> Bool { figure.magnitude <= 1_000_000_000_000_000 }
    guard let status = Status(rawValue: entry.status) else {
      return refuse("modules.\(module.rawValue).status")
    }
    guard let objective = entry.objective, isPossible(objective) else {
      return refuse("modules.\(module.rawValue).objective")
    }
    // A bound that was withdrawn proves nothing, neither an optimum nor a gap.
    guard entry.bound.map(isPossible) ?? (entry.gap == nil && status != .optimal) else {
      return refuse("modules.\(module.rawValue).bound")
    }
    var terms: [Term: Int] = [:]
    for (name, value) in (entry.terms ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let term = Term(rawValue: "\(module.rawValue).\(name)"), isPossible(value) else {
        return refuse("modules.\(module.rawValue).terms.\(name)")
      }
      terms[term] = value
    }
    var figures = Figures(status: status, terms: terms, bound: entry.bound ?? objective)
    if figures.objective != objective {
      diagnostics.append(Diagnostic(source: PlanFileName.report, message: Wording.objectiveIsNoSum(module)))
    }
    if entry.bound == nil {
      figures.withdrawBound()
    } else if entry.gap.map({ abs($0 - figures.gap) > 1e-9 }) ?? true {
      diagnostics.append(
        Diagnostic(
          source: PlanFileName.report, message: Wording.wrongFigure("modules.\(module.rawValue).gap")))
    }
    return figures
  }

  private mutating func refuse(_ key: String) -> Figures? {
    diagnostics.append(Diagnostic(source: PlanFileName.report, message: Wording.wrongFigure(key)))
    return nil
  }
}
