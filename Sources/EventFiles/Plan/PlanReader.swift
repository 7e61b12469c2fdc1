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
  /// - Complexity: O(people + seats + rooms + rides).
  public static func read(_ files: [String: Data], of event: Event) -> PlanReading {
    var reading = PlanFileReading(files, event)
    let report = reading.report()
    let figures = report.map { reading.figures($0) } ?? [:]
    reading.readUnplaced()
    let plan = EventPlan(
      rostrum: reading.rostrum(isDue: figures[.rostrum] != nil),
      hall: reading.hall(isDue: figures[.hall] != nil),
      rooms: reading.rooms(isDue: figures[.rooms] != nil),
      vehicles: reading.vehicles(isDue: figures[.vehicles] != nil))
    return PlanReading(
      plan: plan, figures: figures, report: report, diagnostics: reading.diagnostics.tidied())
  }

  /// Reads who sleeps where, and nothing else, from rooms.csv.
  ///
  /// - Returns: nothing where there is no such file, and what of it does not fit the event.
  /// - Complexity: O(people + rooms).
  public static func rooms(
    _ files: [String: Data], of event: Event
  ) -> (plan: RoomPlan?, diagnostics: [Diagnostic]) {
    var reading = PlanFileReading(files, event)
    let plan = reading.rooms(isDue: false)
    return (plan, reading.diagnostics.tidied())
  }
}
