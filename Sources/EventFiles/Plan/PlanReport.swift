import Assembly
public import Foundation

/// What report.json tells: how each module ended, and what its organizer should know.
public struct PlanReport: Sendable, Hashable, Codable {
  /// How the planning of one module ended.
  public struct Entry: Sendable, Hashable, Codable {
    /// A `Status` by its raw value.
    public var status: String
    /// The sum of the terms; nothing where wishes conflict, as with ``bound``, ``gap`` and ``terms``.
    public var objective: Int?
    /// No plan costs less.
    public var bound: Int?
    /// (objective − bound) / max(1, |objective|).
    public var gap: Double?
    /// Weighted terms by `Term.name`.
    public var terms: [String: Int]?
    /// What ``objective``, ``bound`` and ``terms`` are counted in: yuan for rooms and vehicles, else nothing.
    public var unit: String?
    /// Time that the module took; the one thing that two runs may tell differently.
    public var seconds: Double
    /// The seed that the module was given.
    public var seed: Int
    /// Counts of the solver's work that do not depend on the machine.
    public var work: [String: Int]?
    /// Rows that cannot hold together.
    public var conflict: [Row]?
    /// What its organizer should know; stands in the report's own notes too.
    public var notes: [String]?
  }

  /// A row of one of the event's tables.
  public struct Row: Sendable, Hashable, Codable {
    /// Name of the file.
    public var file: String
    /// The table by its English name.
    public var table: String
    /// The header counted as 1.
    public var row: Int
  }

  /// Name of the event.
  public var event: String
  /// By `Module.rawValue`.
  public var modules: [String: Entry]
  /// What is to tell about the tables, then about each module.
  public var notes: [String]

  /// Reads a report.
  ///
  /// - Throws: `DecodingError` when the bytes are no report.
  public init(json: Data) throws {
    self = try JSONDecoder().decode(PlanReport.self, from: json)
  }

  init(event: String, modules: [String: Entry], eventNotes: [String]) {
    self.event = event
    self.modules = modules
    notes = eventNotes + Module.allCases.flatMap { modules[$0.rawValue]?.notes ?? [] }
  }

  /// The bytes of report.json; equal reports have equal bytes.
  var json: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Strings and finite numbers: nothing of it can fail to be encoded.
    var data = (try? encoder.encode(self)) ?? Data()
    data.append(contentsOf: "\n".utf8)
    return data
  }
}

extension PlanReport.Entry {
  /// The entry of a module that has a plan.
  init(_ figures: Figures, of module: Module, seconds: Double, seed: Int, notes: [String]) {
    status = figures.status.rawValue
    objective = figures.objective
    bound = figures.bound
    gap = figures.gap
    terms = Dictionary(figures.terms.map { ($0.key.name, $0.value) }) { first, _ in first }
    unit = module == .rooms || module == .vehicles ? "yuan" : nil
    self.seconds = Self.milliseconds(seconds)
    self.seed = seed
    work = figures.work.isEmpty ? nil : figures.work
    self.notes = notes.isEmpty ? nil : notes
  }

  /// The entry of a module whose wishes conflict.
  init(conflict: [PlanReport.Row], seconds: Double, seed: Int, notes: [String]) {
    status = Status.infeasible.rawValue
    self.seconds = Self.milliseconds(seconds)
    self.seed = seed
    self.conflict = conflict
    self.notes = notes
  }

  private static func milliseconds(_ seconds: Double) -> Double {
    seconds.isFinite ? (seconds * 1000).rounded() / 1000 : 0
  }
}
