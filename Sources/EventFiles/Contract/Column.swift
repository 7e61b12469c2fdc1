import Assembly
import Localization
import Tables

/// A column of a table of the contract.
struct Column: Sendable, Hashable {
  /// The English header.
  let name: String
  /// Its Chinese headers, the usual one first.
  let chinese: [String]
  /// Further headers that registration forms use.
  let synonyms: [String]
  /// Whether a table without the column cannot be used.
  let isRequired: Bool
  /// The column that may stand in the place of this one.
  let substitute: String?
  /// Whether a template has the column: some only hold a part of what another says, 到达日期 beside 到达时间.
  let isInTemplate: Bool
  /// What its cells hold, where a template lets people fill them in.
  let kind: SheetDraft.Kind
  /// What its cells may be chosen from in a template.
  let choices: Choices?
  /// What it holds, as the comment of its header in a template; nothing for columns whose name says it.
  let help: Phrase?
  /// What a template has in its first row.
  let example: Phrase?

  /// What a cell may be chosen from.
  enum Choices: Sendable, Hashable {
    case words([Phrase])
    /// What stands in a column of a table.
    case column(String, of: TableName)
  }

  init(
    _ name: String, _ chinese: String..., also synonyms: [String] = [], required: Bool = false,
    unless substitute: String? = nil, inTemplate: Bool = true, kind: SheetDraft.Kind = .text,
    from choices: Choices? = nil, help: Phrase? = nil, example: Phrase? = nil
  ) {
    self.name = name
    self.chinese = chinese
    self.synonyms = synonyms
    isRequired = required
    self.substitute = substitute
    isInTemplate = inTemplate
    self.kind = kind
    self.choices = choices
    self.help = help
    self.example = example
  }

  /// The usual header.
  func header(in language: Language) -> String {
    language == .chinese ? chinese.first ?? name : name
  }
}

/// Finds the column that a header names.
struct ColumnNames: Sendable {
  /// A column, and how far down the list of its names a header stands: of two headers the better known one counts.
  struct Match: Sendable {
    let column: Column
    let distance: Int
  }

  private let matches: [String: Match]

  init(_ columns: [Column]) {
    matches = Dictionary(
      columns.flatMap { column in
        [(foldHeader(column.name), Match(column: column, distance: 0))]
          + (column.chinese + column.synonyms).enumerated().map { place, name in
            (foldHeader(name), Match(column: column, distance: place))
          }
      }
    ) { first, _ in first }
  }

  /// The column of a header, whatever its blanks, width and letter case, and with or without a remark behind it such
  /// as （必填）, * or a colon.
  func match(_ header: String) -> Match? {
    let folded = foldHeader(header)
    guard !folded.isEmpty else { return nil }
    return matches[folded] ?? matches[withoutRemark(folded)]
  }

  private func withoutRemark(_ header: String) -> String {
    var header = header[...]
    if header.last == ")" || header.last == "】",
      let bracket = header.lastIndex(where: { $0 == "(" || $0 == "【" })
    {
      header = header[..<bracket]
    }
    while let last = header.last, "*:★".contains(last) { header.removeLast() }
    while let first = header.first, "*★".contains(first) { header.removeFirst() }
    return String(header)
  }
}
