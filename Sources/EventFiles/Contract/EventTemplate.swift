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
        ? settings(language) : [columns.map { examples[table]?[$0.name]?[language] ?? "" }]
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
      help: table.help(column.name)?[language] ?? "", kind: column.kind,
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
    case .place: venue[language]
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
    guard let example = examples[table], example.count >= 5 else { return [] }
    let telling = table == .people ? ["id", "name", "group"] : Array(example.keys)
    let wordings = Language.allCases.map { language in
      telling.map { (column: $0, text: example[$0]?[language]) }
    }
    return sheet.table.rows.filter { row in
      wordings.contains { cells in cells.allSatisfy { sheet.text($0.column, row) == $0.text } }
    }
  }

  // MARK: Examples

  private static let venue = Phrase("会场", "Congress Hall")
  private static let hotel = Phrase("迎宾馆", "Garden Hotel")
  private static let airport = Phrase("机场", "Airport")
  private static let station = Phrase("高铁站", "Station")
  private static let group = Phrase("第一代表团", "Delegation 1")
  private static let section = Phrase("中区", "Centre")

  private static let examples: [TableName: [String: Phrase]] = [
    .people: [
      "id": Phrase("P001"), "name": Phrase("张三", "Ada Smith"), "group": group, "rank": Phrase("1"),
      "role": Phrase("代表", "delegate"), "title": Phrase("团长", "Head of delegation"),
      "gender": Phrase("女", "F"),
      "absent": Wording.yesOrNo(false), "ethnicity": Phrase("汉族", ""), "diet": Phrase("素食", "vegetarian"),
      "needs": Phrase("靠走道", "aisle"), "room_type": Phrase("单间", "single"), "check_in": Phrase("2026-03-04"),
      "check_out": Phrase("2026-03-08"), "arrival": Phrase("2026-03-04 14:35"), "arrival_place": airport,
      "arrival_service": Phrase("CA1234"), "pickup": Wording.yesOrNo(false),
      "departure": Phrase("2026-03-08 10:20"), "departure_place": station,
      "departure_service": Phrase("G102"),
      "dropoff": Wording.yesOrNo(false),
      "seat": Phrase("\(section.chinese)-1-1", "\(section.english)-1-1"), "room": hotel,
      "phone": Phrase("13800000000", "555-0100"), "note": Phrase("示例，请替换", "An example: replace it"),
    ],
    .groups: [
      "group": group, "order": Phrase("1"), "section": section, "hotel": hotel,
      "note": Phrase("示例，请替换", "An example: replace it"),
    ],
    .rostrum: ["row": Phrase("1"), "seats": Phrase("9")],
    .hall: [
      "section": section, "row": Phrase("1"), "first": Phrase("1"), "last": Phrase("12"), "step": Phrase("1"),
      "floor": Phrase("1"), "reserved": Phrase("11-12"),
    ],
    .rooms: [
      "hotel": hotel, "floor": Phrase("3"), "room": Phrase("301"), "type": Phrase("单间", "single"),
      "beds": Phrase("1"), "price": Phrase("400"), "accessible": Wording.yesOrNo(false),
    ],
    .vehicles: [
      "id": Phrase("V1"), "kind": Phrase("小巴", "minibus"), "seats": Phrase("15"), "fixed": Phrase("500"),
      "per_minute": Phrase("4"), "base": venue, "from": Phrase("2026-03-04 08:00"),
      "to": Phrase("2026-03-08 20:00"),
      "plate": Phrase("京A00001", "ABC 123"), "driver": Phrase("李四", "Ben Jones"),
      "phone": Phrase("13900000000", "555-0101"), "accessible": Wording.yesOrNo(false),
    ],
    .routes: ["from": venue, "to": hotel, "minutes": Phrase("20")],
    .transfers: [
      "id": Phrase("T1"), "name": Phrase("赴开幕会", "To the opening"), "from": hotel, "to": venue,
      "earliest": Phrase("2026-03-05 07:30"), "latest": Phrase("2026-03-05 08:10"),
      "who": group, "fixed": Wording.yesOrNo(true),
    ],
    .tables: [
      "table": Phrase("1"), "seats": Phrase("10"), "order": Phrase("1"),
      "meal": Phrase("欢迎晚宴", "Welcome dinner"),
      "for": Phrase("位次:1-10", "rank:1-10"), "x": Phrase("1"), "y": Phrase("1"),
    ],
    .discussion: [
      "room": Phrase("第一会议室", "Room 1"), "session": Phrase("第一次分组讨论", "First discussion"),
      "seats": Phrase("20"), "place": Phrase("会场二楼", "Upstairs"), "accessible": Wording.yesOrNo(true),
    ],
    .duties: [
      "duty": Phrase("车长", "vehicle"), "people": Phrase("1"), "least": Phrase("10"),
      "names": Phrase("张三", "Ada Smith"),
    ],
    .agenda: [
      "date": Phrase("2026-03-05"), "time": Phrase("09:00–11:00"), "what": Phrase("开幕会", "Opening"),
      "place": venue, "who": Phrase("全体", "everybody"),
    ],
  ]
}
