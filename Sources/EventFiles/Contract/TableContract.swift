public import Assembly
import Localization
import Tables

/// All that is known of a table of the contract: what it is called, its columns, and how it is read.
struct TableContract: Sendable {
  /// The tables in the order in which they are read and stand in a template.
  static let all = [
    event, people, groups, rostrum, hall, rooms, vehicles, routes, transfers, tables, discussion, duties,
    agenda,
  ]

  let table: TableName
  /// The name that its file has in Chinese.
  let chinese: String
  /// Further names that people give to its file or sheet.
  let otherNames: [String]
  /// Whether an event cannot be without it.
  let isRequired: Bool
  /// In the order of the template.
  let columns: [Column]
  /// Takes what a sheet says into a draft, and tells what is wrong with it; nothing for the settings and the people, with
  /// which reading begins.
  let read: (@Sendable (_ sheet: Sheet, _ draft: inout EventDraft) -> [Diagnostic])?

  init(
    _ table: TableName, _ chinese: String, also otherNames: [String], isRequired: Bool = false,
    columns: [Column],
    read: (@Sendable (_ sheet: Sheet, _ draft: inout EventDraft) -> [Diagnostic])? = nil
  ) {
    self.table = table
    self.chinese = chinese
    self.otherNames = otherNames
    self.isRequired = isRequired
    self.columns = columns
    self.read = read
  }

  // MARK: What several tables have

  static let discussionNames = ["讨论分组", "讨论小组", "讨论组别"]
  static let hotelNames = ["宾馆", "饭店", "酒店名称", "宾馆名称", "饭店名称", "住宿酒店", "入住酒店"]
  static let servedDiets = Words.diet.entries.filter {
    if case .served = $0.value { true } else { false }
  }.map(\.word)
}

extension Column.Choices {
  static let yesOrNo = words([true, false].map(Wording.yesOrNo))
}

/// What the examples of several columns say: read as they are, they make an event.
enum Example {
  static let venue = Phrase("会场", "Congress Hall")
  static let hotel = Phrase("迎宾馆", "Garden Hotel")
  static let airport = Phrase("机场", "Airport")
  static let station = Phrase("高铁站", "Station")
  static let group = Phrase("第一代表团", "Delegation 1")
  static let section = Phrase("中区", "Centre")
}

extension TableName {
  private static let contracts = Dictionary(
    uniqueKeysWithValues: TableContract.all.map { ($0.table, $0) })

  /// What is known of the table.
  var contract: TableContract {
    guard let contract = Self.contracts[self] else {
      preconditionFailure("A table that nobody can fill in: \(rawValue).")
    }
    return contract
  }

  /// The name that the table's file has in Chinese.
  public var chinese: String { contract.chinese }

  /// The columns of the table in the order of the template.
  var columns: [Column] { contract.columns }
}
