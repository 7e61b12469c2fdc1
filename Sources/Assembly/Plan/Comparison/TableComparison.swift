/// What changed in the tables of an event, for people who were not there.
public struct TableComparison: Sendable, Hashable {
  /// People who are new on the list; indices in the new event.
  public let added: [Int]
  /// People who are no longer on the list; indices in the earlier event.
  public let removed: [Int]
  /// People of both of whom something changed: indices in the new event, and what.
  public let changed: [ChangedPerson]
  /// Rows of other tables: how many are new, gone, and changed.
  public let rows: [ChangedTable]
  /// Whether a setting changed.
  public let settingsChanged: Bool

  /// Somebody of whom the list says something else.
  public struct ChangedPerson: Sendable, Hashable {
    /// Index in the new event.
    public let person: Int
    /// The columns that differ, by their English names.
    public let columns: [String]
  }

  /// A table of which rows are new, gone or changed.
  public struct ChangedTable: Sendable, Hashable {
    /// Which table.
    public let table: TableName
    /// Rows, or for the hall seats, that were not there.
    public let new: Rows
    /// Rows, or for the hall seats, that are no longer there.
    public let gone: Rows
    /// Rows, or for the hall seats, that are there and say something else.
    public let changed: Rows

    /// Some rows of a table.
    public struct Rows: Sendable, Hashable {
      /// How many there are.
      public let count: Int
      /// What they are called, in order: ids of vehicles, hotels and numbers of rooms; none where a row has no name.
      public let names: [String]
    }
  }

  /// Compares the tables of two events.
  ///
  /// - Complexity: O(people + rows).
  public init(_ change: TableChange) {
    let (earlier, now, personNow) = (change.earlier, change.event, change.people)
    let known = Set(personNow.compactMap(\.self))
    added = now.people.indices.filter { !known.contains($0) }
    removed = personNow.indices.filter { personNow[$0] == nil }
    changed = personNow.enumerated().compactMap { before, person in
      guard let person else { return nil }
      let columns = Self.columns(earlier.people[before], now.people[person], earlier, now)
      return columns.isEmpty ? nil : ChangedPerson(person: person, columns: columns)
    }
    .sorted { $0.person < $1.person }
    settingsChanged = earlier.settings != now.settings
    rows = zip(Self.rows(of: earlier), Self.rows(of: now)).compactMap { $1.difference(from: $0) }
  }

  /// The rows of all tables but those of people, groups and settings.
  private static func rows(of event: Event) -> [ComparedRows] {
    Module.allCases.flatMap { $0.plan.rows(of: event) }
      + [ComparedRows(.agenda, numbered: \.row, event.agenda) { $0 }]
  }

  /// The columns, by their English names, in which two rows of a person differ.
  private static func columns(_ old: Person, _ new: Person, _ earlier: Event, _ now: Event) -> [String] {
    var columns: [String] = []
    // Functions and no key paths: these are made anew for each person.
    func compare<Value: Equatable>(_ column: String, _ value: (Person) -> Value) {
      if value(old) != value(new) { columns.append(column) }
    }
    compare("name") { $0.entry.name }
    compare("group") { $0.entry.groupName }
    compare("rank") { $0.entry.rank }
    compare("role") { $0.entry.role }
    compare("title") { $0.entry.title }
    compare("gender") { $0.entry.gender }
    compare("absent") { $0.entry.isAbsent }
    compare("diet") { $0.entry.diet }
    compare("needs") { $0.entry.needs }
    compare("room_type") { $0.entitlement }
    compare("check_in") { $0.entry.checkIn }
    compare("check_out") { $0.entry.checkOut }
    compare("arrival") { $0.entry.arrival }
    compare("departure") { $0.entry.departure }
    compare("seat") { $0.entry.seat }
    compare("vehicle") { $0.entry.vehicle }
    compare("room") { $0.entry.room }
    compare("discussion") { $0.entry.discussion }
    compare("phone") { $0.entry.phone }
    func compare(_ column: String, _ old: [Int], _ new: [Int]) {
      func names(_ people: [Int], _ event: Event) -> Set<String> {
        Set(people.map { event.people[$0].entry.name })
      }
      guard !old.isEmpty || !new.isEmpty, names(old, earlier) != names(new, now) else { return }
      columns.append(column)
    }
    compare("beside", old.beside, new.beside)
    compare("apart", old.apart, new.apart)
    compare("roommate", old.roommates, new.roommates)
    return columns
  }
}
