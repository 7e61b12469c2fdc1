public import Assembly
public import Foundation
import Localization
public import Tables

/// What the files of a plan say.
public struct PlanReading: Sendable {
  /// Nothing where the plan seats nobody on a rostrum.
  public let rostrum: RostrumPlan?
  /// Nothing where the plan seats nobody in a hall. Who misses an aisle seat follows from the seats: no file lists it.
  public let hall: HallPlan?
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
  /// - Parameter files: the files of the folder by name; see `PlanFolder`.
  /// - Complexity: O(people + seats).
  public static func read(_ files: [String: Data], of event: Event) -> PlanReading {
    var reading = PlanFileReading(files, event)
    let report = reading.report()
    let figures = report.map { reading.figures($0) } ?? [:]
    let unplaced = reading.unplaced()
    let rostrum = reading.rostrum(isDue: figures[.rostrum] != nil)
    let hall = reading.hall(isDue: figures[.hall] != nil)
    return PlanReading(
      rostrum: rostrum.map { seats in
        RostrumPlan(assignments: seats, unplaced: unplaced.filter { $0.module == .rostrum })
      },
      hall: hall.map { seats in
        HallPlan(
          assignments: seats, unplaced: unplaced.filter { $0.module == .hall },
          withoutAisle: event.withoutAisle(seats))
      }, figures: figures, report: report, diagnostics: reading.diagnostics.tidied())
  }
}

extension Event {
  /// People who need an aisle seat and sit inside a run of seats.
  fileprivate func withoutAisle(_ assignments: [HallAssignment]) -> [Int] {
    guard let hall else { return [] }
    return assignments.filter { assignment in
      let run = hall.runs[hall.seats[assignment.seat].run]
      return people[assignment.person].needs.contains(.aisle) && assignment.seat != run.lowerBound
        && assignment.seat != run.upperBound - 1
    }.map(\.person)
  }
}

/// A plan while its files are read one after another.
private struct PlanFileReading {
  let files: [String: Data]
  let event: Event
  let personOfID: [String: Int]
  var diagnostics: [Diagnostic] = []

  init(_ files: [String: Data], _ event: Event) {
    self.files = files
    self.event = event
    personOfID = Dictionary(event.people.enumerated().map { ($1.id, $0) }) { first, _ in first }
  }

  // MARK: Tables

  mutating func rostrum(isDue: Bool) -> [RostrumAssignment]? {
    guard let sheet = sheet(PlanFileName.rostrum, PlanColumns.rostrum, isDue: isDue) else { return nil }
    var cells = CellReader(sheet)
    var assignments: [RostrumAssignment] = []
    for row in sheet.table.rows {
      let person = person(row, &cells)
      let rowNumber = cells.requiredWhole("row", row, in: 0...Limits.rowNumber)
      let number = cells.requiredWhole("seat", row, in: 1...Limits.seatNumber)
      let place = cells.requiredWhole("place", row, in: 1...Limits.seatNumber)
      guard let person, let rowNumber, let number, let place else { continue }
      let seat = RostrumSeat(row: rowNumber, seat: number)
      if event.rostrum?.contains(seat) ?? false {
        assignments.append(RostrumAssignment(person: person, seat: seat, place: place))
      } else {
        cells.refuse("seat", row, Wording.message(of: .noSuchSeat))
      }
    }
    diagnostics += cells.diagnostics
    return assignments
  }

  mutating func hall(isDue: Bool) -> [HallAssignment]? {
    guard let sheet = sheet(PlanFileName.hall, PlanColumns.hall, isDue: isDue) else { return nil }
    let directory = event.hall.map(SeatDirectory.init)
    var cells = CellReader(sheet)
    var assignments: [HallAssignment] = []
    for row in sheet.table.rows {
      let person = person(row, &cells)
      if let person, cells.text("group", row) != event.people[person].groupName ?? "" {
        cells.refuse("group", row, Wording.otherGroupOfPlan)
      }
      let section = cells.required("section", row)
      let rowNumber = cells.requiredWhole("row", row, in: 0...Limits.rowNumber)
      let number = cells.requiredWhole("seat", row, in: 0...Limits.seatNumber)
      guard let person, let section, let rowNumber, let number else { continue }
      if let seat = directory?.seat(section: section, row: rowNumber, number: number) {
        assignments.append(HallAssignment(person: person, seat: seat))
      } else {
        cells.refuse("seat", row, Wording.message(of: .noSuchSeat))
      }
    }
    diagnostics += cells.diagnostics
    return assignments
  }

  mutating func unplaced() -> [Unplaced] {
    guard let sheet = sheet(PlanFileName.unplaced, PlanColumns.unplaced, isDue: true) else { return [] }
    var cells = CellReader(sheet)
    var unplaced: [Unplaced] = []
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
    return unplaced
  }

  private mutating func sheet(_ name: String, _ columns: [Column], isDue: Bool) -> Sheet? {
    guard let data = files[name] else {
      if isDue { diagnostics.append(Diagnostic(source: name, message: Wording.missingPlanFile)) }
      return nil
    }
    do {
      let (table, tableDiagnostics) = try TableReader.read(data, source: name)
      let (sheet, headerDiagnostics) = Sheet.make(table, columns)
      diagnostics += tableDiagnostics + headerDiagnostics
      return sheet.isComplete ? sheet : nil
    } catch {
      diagnostics += error.diagnostics
      return nil
    }
  }

  private func person(_ row: Table.Row, _ cells: inout CellReader) -> Int? {
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

  // MARK: Report

  mutating func report() -> PlanReport? {
    guard let data = files[PlanFileName.report] else {
      diagnostics.append(Diagnostic(source: PlanFileName.report, message: Wording.missingPlanFile))
      return nil
    }
    do {
      return try PlanReport(json: data)
    } catch {
      diagnostics.append(Diagnostic(source: PlanFileName.report, message: Wording.noReport))
      return nil
    }
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
    guard let bound = entry.bound, isPossible(bound) else {
      return refuse("modules.\(module.rawValue).bound")
    }
    var terms: [Term: Int] = [:]
    for (name, value) in (entry.terms ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let term = Term(rawValue: "\(module.rawValue).\(name)"), isPossible(value) else {
        return refuse("modules.\(module.rawValue).terms.\(name)")
      }
      terms[term] = value
    }
    let figures = Figures(status: status, terms: terms, bound: bound)
    if figures.objective != objective {
      diagnostics.append(Diagnostic(source: PlanFileName.report, message: Wording.objectiveIsNoSum(module)))
    }
    if entry.gap.map({ abs($0 - figures.gap) > 1e-9 }) ?? true {
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
