import Assembly
public import Foundation
import Localization
import Tables

/// What report.json tells: how each module ended, and what its organizer should know.
public struct PlanReport: Sendable, Hashable, Codable {
  /// How the planning of one module ended.
  public struct Entry: Sendable, Hashable, Codable {
    /// A `Status` by its raw value.
    public var status: String
    /// The sum of the terms; nothing where wishes conflict, as with ``bound``, ``gap`` and ``terms``.
    public var objective: Int?
    /// No plan costs less; nothing where the bound was wrong too.
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
    public var notes: [Note]?
  }

  /// Something that the organizer should know.
  public struct Note: Sendable, Hashable {
    /// Name of the file that it is about; nothing for the plan as a whole.
    public var file: String?
    /// The row, the header counted as 1; nothing for the whole file.
    public var row: Int?
    /// The column, counted from 1; nothing for the whole row.
    public var column: Int?
    /// What kind of note it is, the same in every language.
    public var code: String
    /// What it says, in the event's language.
    public var text: String
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

  /// How many people a module moved since the plan that was out.
  public struct Moves: Sendable, Hashable, Codable {
    /// People who have another place now.
    public var moves: Int
    /// Any plan that places as many people moves so many at least.
    public var least: Int
    /// The version of the plan that was out: the folder of this number in `versions`.
    public var from: Int
    /// What the module would cost planned anew, and how many that would move; nothing where nobody asked.
    public var anew: Anew?
  }

  /// A module planned anew beside the same plans of others.
  public struct Anew: Sendable, Hashable, Codable {
    /// What it costs, to be compared with the objective without its term `moved`.
    public var objective: Int
    /// People who would have another place.
    public var moves: Int

    /// What planning anew costs.
    public init(objective: Int, moves: Int) {
      self.objective = objective
      self.moves = moves
    }
  }

  /// Name of the event.
  public var event: String
  /// Whether the plan moves as few people as it can since an earlier one; nothing for a plan made anew.
  public var replanned: Bool?
  /// By `Module.rawValue`, of the modules that were planned so.
  public var moves: [String: Moves]?
  /// By `Module.rawValue`, of modules that were not planned since the tables changed: the version that has the tables of
  /// which their plan is made.
  public var tables: [String: Int]?
  /// By `Module.rawValue`.
  public var modules: [String: Entry]
  /// What is to tell about the tables, then about each module.
  public var notes: [Note]

  /// The version of the report's shape. Reports of version 1, whose notes are mere texts, are read too.
  public static let schema = 2

  private enum CodingKeys: CodingKey {
    case event, replanned, moves, tables, modules, notes
  }

  /// Reads a report.
  ///
  /// - Throws: `DecodingError` when the bytes are no report.
  public init(json: Data) throws {
    self = try JSONDecoder().decode(PlanReport.self, from: json)
  }

  init(event: String, modules: [String: Entry], eventNotes: [Note]) {
    self.event = event
    self.modules = modules
    notes = eventNotes + Module.allCases.flatMap { modules[$0.rawValue]?.notes ?? [] }
  }

  /// The bytes of report.json; equal reports have equal bytes.
  ///
  /// - Parameter tool: the program that writes it, with its version: `plenum 1.0`.
  func json(tool: String) -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Strings and finite numbers: nothing of it can fail to be encoded.
    let body = String(decoding: (try? encoder.encode(self)) ?? Data("{\n}".utf8), as: UTF8.self)
    // What tells how to read the rest comes first.
    let head = "{\n  \"schema\" : \(Self.schema),\n  \"tool\" : \"\(tool)\",\n"
    return Data((head + body.dropFirst(2) + "\n").utf8)
  }
}

extension PlanReport {
  private struct Head: Decodable {
    let tool: String
  }

  /// The bytes of a report that lies among other versions now.
  ///
  /// - Parameters:
  ///   - json: the report; what is none stays as it is.
  ///   - number: the number that a version has now; nothing for one that is not there, of which nothing is told any more.
  public static func renumbered(_ json: Data, _ number: (Int) -> Int?) -> Data {
    guard var report = try? PlanReport(json: json),
      let tool = try? JSONDecoder().decode(Head.self, from: json).tool
    else { return json }
    report.moves = report.moves?.compactMapValues { moves in
      number(moves.from).map { Moves(moves: moves.moves, least: moves.least, from: $0, anew: moves.anew) }
    }
    report.tables = report.tables?.compactMapValues(number)
    return report.json(tool: tool)
  }
}

extension PlanReport.Entry {
  /// The entry of a module that has a plan.
  init(_ figures: Figures, of module: Module, seconds: Double, seed: Int, notes: [PlanReport.Note]) {
    status = figures.status.rawValue
    objective = figures.objective
    bound = figures.provenBound
    gap = figures.provenBound.map { _ in figures.gap }
    terms = Dictionary(figures.terms.map { ($0.key.name, $0.value) }) { first, _ in first }
    unit = module.unit
    self.seconds = Self.milliseconds(seconds)
    self.seed = seed
    work = figures.work.isEmpty ? nil : figures.work
    self.notes = notes.isEmpty ? nil : notes
  }

  /// The entry of a module whose wishes conflict.
  init(conflict: [PlanReport.Row], seconds: Double, seed: Int, notes: [PlanReport.Note]) {
    status = Status.infeasible.rawValue
    self.seconds = Self.milliseconds(seconds)
    self.seed = seed
    self.conflict = conflict
    self.notes = notes
  }

  /// Writes the entry. Of a plan the bound is told even where there is none, as null.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(status, forKey: .status)
    if let objective {
      try values.encode(objective, forKey: .objective)
      try values.encode(bound, forKey: .bound)
      try values.encode(gap, forKey: .gap)
    }
    try values.encodeIfPresent(terms, forKey: .terms)
    try values.encodeIfPresent(unit, forKey: .unit)
    try values.encode(seconds, forKey: .seconds)
    try values.encode(seed, forKey: .seed)
    try values.encodeIfPresent(work, forKey: .work)
    try values.encodeIfPresent(conflict, forKey: .conflict)
    try values.encodeIfPresent(notes, forKey: .notes)
  }

  private static func milliseconds(_ seconds: Double) -> Double {
    seconds.isFinite ? (seconds * 1000).rounded() / 1000 : 0
  }
}

extension PlanReport.Note: Codable {
  private enum CodingKeys: CodingKey {
    case file, row, column, code, text
  }

  /// Reads a note; of version 1 a mere text.
  public init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self.code = "note"
      self.text = text
      return
    }
    let values = try decoder.container(keyedBy: CodingKeys.self)
    code = try values.decode(String.self, forKey: .code)
    text = try values.decode(String.self, forKey: .text)
    file = try values.decodeIfPresent(String.self, forKey: .file)
    row = try values.decodeIfPresent(Int.self, forKey: .row)
    column = try values.decodeIfPresent(Int.self, forKey: .column)
  }

  /// A note on the plan as a whole.
  init(code: String, text: String) {
    self.code = code
    self.text = text
  }

  /// What a diagnostic tells of a table.
  init(_ diagnostic: Diagnostic, code: String, _ language: Language) {
    file = diagnostic.source
    row = diagnostic.row
    column = diagnostic.column
    self.code = code
    text = diagnostic.sentence(in: language)
  }

  init(_ note: PlanningNote, _ language: Language) {
    self.init(code: note.code, text: note.phrase[language])
  }
}
