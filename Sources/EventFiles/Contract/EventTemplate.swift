import Assembly
public import Foundation
public import Localization
import Tables

/// Tables for an organizer to fill in: the headers of the contract, and an example in each.
public enum EventTemplate {
  /// The files of the template by name: every table that an event can have, those of later versions apart.
  ///
  /// The examples agree with one another: read as they are, they make an event.
  ///
  /// - Parameter language: the language of file names, headers and examples, and of the event itself.
  public static func files(_ language: Language) -> [String: Data] {
    var files = [fileName(.event, language): eventTable(language)]
    for (name, example) in examples {
      files[fileName(name, language)] = table(name, example, language)
    }
    return files
  }

  private static func fileName(_ table: TableName, _ language: Language) -> String {
    (language == .chinese ? table.chinese : table.rawValue) + ".csv"
  }

  private static func headers(_ table: TableName, _ language: Language) -> [String] {
    table.columns.map { language == .chinese ? $0.chinese.first ?? $0.name : $0.name }
  }

  private static func table(_ name: TableName, _ example: [String: Phrase], _ language: Language) -> Data {
    var writer = TableWriter(header: headers(name, language))
    writer.append(name.columns.map { example[$0.name]?[language] ?? "" })
    return writer.data
  }

  /// Every setting with its default, so that nobody has to look up what can be set.
  private static func eventTable(_ language: Language) -> Data {
    var writer = TableWriter(header: headers(.event, language))
    for key in SettingKey.allCases {
      writer.append([language == .chinese ? key.chinese : key.rawValue, value(of: key, language)])
    }
    for term in Term.allCases {
      writer.append([language == .chinese ? term.chineseKey : term.key, String(term.defaultWeight)])
    }
    return writer.data
  }

  private static func value(of key: SettingKey, _ language: Language) -> String {
    let defaults = Settings(name: "")
    return switch key {
    case .name: Phrase("年度工作会议", "Annual Assembly")[language]
    case .start: "2026-03-05"
    case .end: "2026-03-07"
    case .place: venue[language]
    case .language: language.rawValue
    case .highSide: Words.side.word(for: defaults.highSide, in: language)
    case .evenRule: Words.evenRule.word(for: defaults.evenRule, in: language)
    case .twoRule, .report, .leave: ""
    case .equalHeads: Wording.yesOrNo(defaults.equalHeads)[language]
    case .hallMethod: Words.hallMethod.word(for: defaults.hallMethod, in: language)
    case .hallOrder: Words.hallOrder.word(for: defaults.hallOrder, in: language)
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
      "who": Phrase("group:\(group.chinese)", "group:\(group.english)"),
    ],
  ]
}
