/// A table of the contract; those of one name are one.
public struct TableName: RawRepresentable, Sendable, Hashable {
  /// Its English name: `rooms`.
  public let rawValue: String

  init(_ name: String) { rawValue = name }

  /// The table of this name.
  public init?(rawValue: String) {
    guard let table = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = table
  }
}

extension TableName: CaseIterable {
  /// What every event has, then the tables of each module, then what is only printed.
  public static let allCases: [TableName] =
    [.event, .people, .groups] + Module.allCases.flatMap(\.tables) + [.agenda]

  /// The settings.
  public static let event = TableName("event")
  /// Who takes part.
  public static let people = TableName("people")
  /// Their delegations and units.
  public static let groups = TableName("groups")
  /// The seats of the rostrum.
  public static let rostrum = TableName("rostrum")
  /// The seats of the hall.
  public static let hall = TableName("hall")
  /// The rooms of the hotels.
  public static let rooms = TableName("rooms")
  /// The vehicles.
  public static let vehicles = TableName("vehicles")
  /// How long a ride takes.
  public static let routes = TableName("routes")
  /// Rides of many at once.
  public static let transfers = TableName("transfers")
  /// The tables at which people dine.
  public static let tables = TableName("tables")
  /// The rooms of the discussions.
  public static let discussion = TableName("discussion")
  /// The work of the staff.
  public static let duties = TableName("duties")
  /// What there is when.
  public static let agenda = TableName("agenda")
}

/// A row of one of the event's tables, the header counted as 1.
public struct TableRow: Sendable, Hashable, Comparable {
  /// The table.
  public let table: TableName
  /// Row, the header counted as 1.
  public let row: Int

  /// Row `row` of `table`.
  public init(_ table: TableName, _ row: Int) {
    self.table = table
    self.row = row
  }

  /// By table, then by row.
  public static func < (left: TableRow, right: TableRow) -> Bool {
    (left.table.rawValue, left.row) < (right.table.rawValue, right.row)
  }
}
