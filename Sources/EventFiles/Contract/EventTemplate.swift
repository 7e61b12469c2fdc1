import Assembly
public import Foundation
public import Localization
public import Tables

/// Tables for an organizer to fill in: the headers of the contract, and an example in each.
public enum EventTemplate {
  /// The files of the template by name: every table that an event can have.
  ///
  /// The examples agree with one another: read as they are, they make an event.
  ///
  /// - Parameter language: the language of file names, headers and examples, and of the event itself.
  public static func files(_ language: Language) -> [String: Data] {
    Dictionary(sheets(language).map { ($0.name + ".csv", $0.csv) }) { first, _ in first }
  }

  /// The same tables as one workbook: a sheet each, and one of remarks before them.
  ///
  /// - Throws: `UnwritableWorkbook` when it cannot be made.
  public static func workbook(_ language: Language) throws(UnwritableWorkbook) -> Data {
    try TableFormat.xlsx.data(
      of: sheets(language), remarks: Wording.templateRemarks.map { $0[language] },
      title: Wording.templateTitle[language])
  }

  private static func sheets(_ language: Language) -> [SheetDraft] {
    TableName.allCases.map { table in
      let columns = table.columns.filter(\.isInTemplate)
      let rows =
        table == .event
        ? settings(language) : [columns.map { $0.example?[language] ?? "" }]
      var sheet = SheetDraft(
        name: name(of: table, language), columns: columns.map { sheetColumn($0, of: table, language) },
        rows: rows)
      if table == .event {
        sheet.rowChoices = (1, SettingKey.allCases.map { key in key.choices?.map { $0[language] } })
      }
      return sheet
    }
  }

  private static func name(of table: TableName, _ language: Language) -> String {
    language == .chinese ? table.chinese : table.rawValue
  }

  private static func sheetColumn(
    _ column: Column, of table: TableName, _ language: Language
  ) -> SheetDraft.Column {
    SheetDraft.Column(
      column.header(in: language),
      help: column.help?[language] ?? "", kind: column.kind,
      choices: column.choices.flatMap { choices($0, language) },
      width: table == .event ? ["key": 22, "value": 18, "note": 62][column.name] : nil)
  }

  private static func choices(_ choices: Column.Choices, _ language: Language) -> SheetDraft.Choices? {
    switch choices {
    case .words(let words): .words(words.map { $0[language] })
    case .column(let name, let table):
      table.columns.first { $0.name == name }
        .map { .column($0.header(in: language), ofSheet: self.name(of: table, language)) }
    }
  }

  /// Every setting with its default, so that nobody has to look up what can be set.
  private static func settings(_ language: Language) -> [[String]] {
    SettingKey.allCases.map {
      [language == .chinese ? $0.chinese : $0.rawValue, value(of: $0, language), $0.help[language]]
    }
      + Term.allCases.enumerated().map { place, term in
        [
          language == .chinese ? term.chineseKey : term.key, String(term.defaultWeight),
          place == 0 ? Wording.weightsHelp[language] : "",
        ]
      }
  }

  private static func value(of key: SettingKey, _ language: Language) -> String {
    let defaults = Settings(name: "")
    return switch key {
    case .name: Phrase("年度工作会议", "Annual Assembly")[language]
    case .start: "2026-03-05"
    case .end: "2026-03-07"
    case .place: Example.venue[language]
    case .language: Words.language.word(for: language, in: language)
    case .highSide: Words.side.word(for: defaults.highSide, in: language)
    case .evenRule: Words.evenRule.word(for: defaults.evenRule, in: language)
    case .twoRule, .report, .leave, .notice, .mealPrice: ""
    case .equalHeads: Wording.yesOrNo(defaults.equalHeads)[language]
    case .hallMethod: Words.hallMethod.word(for: defaults.hallMethod, in: language)
    case .hallOrder: Words.hallOrder.word(for: defaults.hallOrder, in: language)
    case .closeUp: Wording.yesOrNo(defaults.closesUp)[language]
    case .memberOrder: Words.memberOrder.word(for: defaults.memberOrder, in: language)
    case .strokeBlankFirst: Wording.yesOrNo(defaults.strokeBlankFirst)[language]
    case .maxWait: String(defaults.maxWait)
    case .vipWait: String(defaults.vipWait)
    case .readyFlight: String(defaults.readyFlight)
    case .readyTrain: String(defaults.readyTrain)
    case .leadFlight: String(defaults.leadFlight)
    case .leadTrain: String(defaults.leadTrain)
    case .maxEarly: String(defaults.maxEarly)
    case .vehicleSpare, .roomSpare: "0"
    case .phone: Wording.yesOrNo(defaults.printsPhones)[language]
    }
  }

  /// The rows of a table that a template has as its example.
  static func examples(in sheet: Sheet, of table: TableName) -> [Table.Row] {
    let examples = table.columns.compactMap { column in column.example.map { (column.name, $0) } }
    guard examples.count >= 5 else { return [] }
    let telling = table == .people ? examples.filter { ["id", "name", "group"].contains($0.0) } : examples
    let wordings = Language.allCases.map { language in
      telling.map { (column: $0.0, text: $0.1[language]) }
    }
    return sheet.table.rows.filter { row in
      wordings.contains { cells in cells.allSatisfy { sheet.text($0.column, row) == $0.text } }
    }
  }
}
