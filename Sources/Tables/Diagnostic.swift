import Localization

/// Something to tell the author of a table: where it is, what was found, what is wrong, what to do.
public struct Diagnostic: Sendable, Hashable {
  /// Whether the table can be used.
  public enum Severity: Int, Sendable, Hashable {
    /// The input must be mended first.
    case error
    /// Worth knowing; the input is used as it is.
    case note
  }

  /// Whether the table can be used.
  public let severity: Severity
  /// The file or sheet: `people.csv`.
  public let source: String
  /// The row as a spreadsheet counts it, the header being 1; nil for the whole file.
  public let row: Int?
  /// The column counted from 1; nil for the whole row.
  public let column: Int?
  /// The cell at fault, in full; the message shows it shortened and with its control characters visible.
  public let found: String?
  /// What is wrong, or what is expected.
  public let message: Phrase
  /// What to do about it.
  public let hint: Phrase?

  /// What kind of thing it is, as programs tell it: `expected-date`.
  public let code: String
  /// The header of the column.
  public var header: String?
  /// Whom or what the row is about: a person's name.
  public var subject: String?
  /// Rows of the same column in which the same is the matter, this one included; empty for this one alone.
  public var alike: [Int] = []
  /// Other files of which the same is to be told.
  public var otherSources: [String] = []

  /// A diagnostic at a place of a file.
  public init(
    _ severity: Severity = .error, source: String, row: Int? = nil, column: Int? = nil, found: String? = nil,
    message: Phrase, hint: Phrase? = nil, code: String = "cell"
  ) {
    self.severity = severity
    self.source = source
    self.row = row
    self.column = column
    self.found = found
    self.message = message
    self.hint = hint
    self.code = code
  }

  /// The diagnostic as one line: `people.csv:17:9: column I “rank”, Ada Smith: “12x”: expected a number; …`.
  public func text(in language: Language) -> String {
    let wording = DiagnosticWording(language)
    let sources = ([source] + otherSources).joined(separator: wording.betweenSources)
    let place = ([sources] + [row, row == nil ? nil : column].compactMap { $0 }.map { String($0) })
      .joined(separator: ":")
    let pointer = wording.pointer(column: row == nil ? nil : column, header: header, subject: subject)
    let remark = severity == .note ? wording.note : ""
    return visible("\(place): \(remark)\(pointer)") + sentence(in: language)
  }

  /// What is the matter, without its place.
  public func sentence(in language: Language) -> String {
    let wording = DiagnosticWording(language)
    let quotation = found.map { $0.isEmpty ? "" : wording.quotation(of: shown($0)) } ?? ""
    let advice = hint.map { wording.beforeHint + $0[language] } ?? ""
    return quotation + visible(message[language] + advice + wording.alike(alike))
  }
}

extension Diagnostic: Comparable {
  /// By file, then row and column, errors before notes; the wording decides last, so that the order is total.
  public static func < (one: Diagnostic, other: Diagnostic) -> Bool {
    if one.source != other.source { return one.source < other.source }
    if one.row != other.row { return (one.row ?? 0) < (other.row ?? 0) }
    if one.column != other.column { return (one.column ?? 0) < (other.column ?? 0) }
    if one.severity != other.severity { return one.severity.rawValue < other.severity.rawValue }
    return one.message.english < other.message.english
  }
}

extension Sequence<Diagnostic> {
  /// The diagnostics in the order of the input, of several errors of one cell only the first of the sequence:
  /// what follows from a cell that is already refused need not be told.
  ///
  /// - Parameter limit: so many errors and so many notes of a file are told one by one; of the others the number is.
  public func tidied(limit: Int = TableReader.Limits.default.problems) -> [Diagnostic] {
    var refused: Set<RefusedCell> = []
    var told: Set<Diagnostic> = []
    return filter { diagnostic in
      guard told.insert(diagnostic).inserted else { return false }
      guard diagnostic.severity == .error, let row = diagnostic.row, let column = diagnostic.column else {
        return true
      }
      return refused.insert(RefusedCell(source: diagnostic.source, row: row, column: column)).inserted
    }.sorted().limited(to: limit)
  }
}

extension [Diagnostic] {
  /// The first errors and notes of each file, and how many there are besides; in order where they were.
  fileprivate func limited(to limit: Int) -> [Diagnostic] {
    guard count > limit else { return self }
    var counts: [FilePart: Int] = [:]
    let kept = filter { diagnostic in
      counts[FilePart(diagnostic), default: 0] += 1
      return counts[FilePart(diagnostic)]! <= limit
    }
    let further = counts.filter { $0.value > limit }.map { part, count in
      let problem = TableProblem.furtherProblems(count - limit)
      return Diagnostic(part.severity, source: part.source, message: problem.message, hint: problem.hint)
    }
    return further.isEmpty ? kept : (kept + further).sorted()
  }
}

extension [Diagnostic] {
  /// Those of one kind in one column as one that tells how many they are and the first rows, and what is to be told of
  /// several files once; in order where they were.
  public func grouped() -> [Diagnostic] {
    var groups: [Kind: [Int]] = [:]
    for (index, diagnostic) in enumerated() {
      if let kind = Kind(diagnostic) { groups[kind, default: []].append(index) }
    }
    return indices.compactMap { index in
      guard let members = Kind(self[index]).flatMap({ groups[$0] }), members.count > 1 else {
        return self[index]
      }
      guard members[0] == index else { return nil }
      var first = self[index]
      first.alike = members.compactMap { self[$0].row }
      first.otherSources = first.row == nil ? members.dropFirst().map { self[$0].source } : []
      return first
    }
  }
}

/// What diagnostics have in common that are told as one.
private enum Kind: Hashable {
  /// In one column of a file; what has no code of its own is alike in its words.
  case column(Int, source: String, Diagnostic.Severity, code: String, Phrase?)
  /// Of whole files.
  case files(Diagnostic.Severity, Phrase, hint: Phrase?)

  /// Nothing for what is of a row: each that was left out is quoted.
  init?(_ diagnostic: Diagnostic) {
    switch (diagnostic.row, diagnostic.column) {
    case (nil, nil): self = .files(diagnostic.severity, diagnostic.message, hint: diagnostic.hint)
    case (.some, let column?):
      self = .column(
        column, source: diagnostic.source, diagnostic.severity, code: diagnostic.code,
        diagnostic.code == "cell" ? diagnostic.message : nil)
    default: return nil
    }
  }
}

/// The letters of a column counted from 1, as a spreadsheet shows them: 28 is AB.
public func columnLetters(_ column: Int) -> String {
  guard column > 0 else { return "" }
  let (rest, letter) = (column - 1).quotientAndRemainder(dividingBy: 26)
  return columnLetters(rest) + String(UnicodeScalar(UInt8(65 + letter)))
}

/// The code of a case of an enumeration: `tooManyRows(limit: 5)` is `too-many-rows`.
public func code(ofCase value: some Any) -> String {
  let name = Mirror(reflecting: value).children.first?.label ?? "\(value)"
  return name.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
}

/// The errors of a file, or its notes.
private struct FilePart: Hashable {
  let source: String
  let severity: Diagnostic.Severity

  init(_ diagnostic: Diagnostic) {
    (source, severity) = (diagnostic.source, diagnostic.severity)
  }
}

private struct RefusedCell: Hashable {
  let source: String
  let row: Int
  let column: Int
}
