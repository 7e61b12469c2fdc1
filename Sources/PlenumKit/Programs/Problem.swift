import EventFiles
import Localization
import Tables

/// Something to tell of tables or of a plan, as programs read it.
public struct Problem: Sendable, Hashable, Codable {
  /// `error` or `note` for what a table holds; nothing for what is told of the plan.
  public var severity: String?
  /// The file or sheet.
  public var file: String?
  /// The row as a spreadsheet counts it, the header being 1.
  public var row: Int?
  /// The column counted from 1.
  public var column: Int?
  /// The column as a spreadsheet names it, `AB`.
  public var letters: String?
  /// The header of the column.
  public var header: String?
  /// Whom the row is about.
  public var person: String?
  /// The cell at fault.
  public var found: String?
  /// The kind of problem, the same in every language: `expected-date`.
  public var code: String
  /// What is wrong, in the event's language.
  public var text: String
  /// What to do about it.
  public var hint: String?

  /// Something that is not about a cell.
  init(_ code: String, _ text: String) {
    self.code = code
    self.text = text
  }

  /// What a diagnostic says.
  ///
  /// - Parameter code: what it is told as, where that is not its own kind.
  init(_ diagnostic: Diagnostic, code: String? = nil, in language: Language) {
    severity = diagnostic.severity == .error ? "error" : "note"
    file = diagnostic.source
    row = diagnostic.row
    column = diagnostic.column
    letters = diagnostic.column.map { columnLetters($0) }
    header = diagnostic.header
    person = diagnostic.subject
    found = diagnostic.found
    self.code = code ?? diagnostic.code
    text = diagnostic.message[language]
    hint = diagnostic.hint?[language]
  }
}

extension EventReading {
  /// Every problem of the tables.
  var problems: [Problem] { diagnostics.map { Problem($0, in: language) } }
}
