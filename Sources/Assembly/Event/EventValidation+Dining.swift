extension EventValidation {
  /// Makes the dining hall of the table `tables`, once people and groups are known.
  mutating func buildTables() {
    guard let tables = draft.tables else { return }
    struct Key: Hashable {
      let meal: String
      let number: String
    }
    var firstRow: [Key: Int] = [:]
    for table in tables {
      let key = Key(meal: table.meal, number: table.number)
      if let first = firstRow[key] {
        report(.tables, table.row, "table", .dining(.duplicateTable(firstRow: first)))
      } else {
        firstRow[key] = table.row
      }
      if let audience = table.audience { checkAudience(audience, of: table) }
    }
    let hall = DiningHall(tables: tables)
    diningHall = hall
    let diners = people.indices.filter { people[$0].isDueAtTable }
    if diners.isEmpty { report(.tables, nil, "table", .nobodyAsks) }
    noteDietsThatNobodyServes(hall, diners)
    checkSumsAtTable(hall, diners: diners.count)
  }

  private mutating func checkAudience(_ audience: Audience, of table: DiningTable) {
    var namesNobody = false
    for condition in audience.conditions {
      switch condition {
      case .groups(let names):
        for name in names where !groups.contains(where: { $0.kind == .named(name) }) {
          report(.tables, table.row, "for", .fleet(.noGroupOfThatName(name)))
          namesNobody = true
        }
      case .hotels(let names):
        for name in names where !hasHotel(name) {
          report(.tables, table.row, "for", .fleet(.noHotelOfThatName(name)))
        }
      case .all, .roles: break
      }
    }
    // Nobody knows yet who sleeps where.
    var anywhere = audience
    anywhere.conditions.removeAll { if case .hotels = $0 { true } else { false } }
    if !namesNobody, !people.contains(where: { !$0.isAbsent && anywhere.includes($0, sleepingAt: "") }) {
      report(.tables, table.row, "for", .fleet(.selectsNobody))
    }
  }

  private func hasHotel(_ name: String) -> Bool {
    roomStock?.hotels.contains(name) ?? people.contains { $0.givenHotel == name }
  }

  /// People whose diet no table of a meal serves sit with the others.
  private mutating func noteDietsThatNobodyServes(_ hall: DiningHall, _ diners: [Int]) {
    let unserved = diners.count { person in
      let diets = people[person].diets
      return hall.tablesOfMeal.contains { tables in !tables.contains { hall.tables[$0].serves(diets) } }
    }
    if unserved > 0 { report(.tables, nil, "diet", .dining(.dietNotServed(people: unserved))) }
  }

  /// Costs are added as floating-point numbers by the solver, which are exact up to 2⁵³.
  private mutating func checkSumsAtTable(_ hall: DiningHall, diners: Int) {
    let places = Double((hall.placeOfTable.max() ?? 0) * max(0, groups.count - 1))
    let count = Double(diners * hall.meals.count)
    let most: [(term: Term, count: Double)] = [
      (.tablesUnseated, count), (.tablesSplit, count), (.tablesDiet, count),
      (.tablesPrecedence, count * places), (.tablesMoved, 5 * count),
    ]
    let sums = most.map { (term: $0.term, sum: Double(draft.settings.weights[$0.term]) * $0.count) }
    guard let largest = sums.max(by: { $0.sum < $1.sum }),
      sums.reduce(0, { $0 + $1.sum }) > 9_000_000_000_000_000
    else { return }
    report(.event, nil, "weights." + largest.term.rawValue, .sumTooLarge)
  }
}

/// Something in the tables `tables` and `discussion`.
public enum DiningFault: Sendable, Hashable {
  /// Another row has the same table of this meal.
  case duplicateTable(firstRow: Int)
  /// Of a meal no table serves what some people eat.
  case dietNotServed(people: Int)
  /// Another row has the same room in this session.
  case duplicateRoom(firstRow: Int)
  /// No room is told to be accessible, and people need one.
  case accessibleRoomsNotOffered(people: Int)

  /// Whether a plan may be made all the same.
  public var isNote: Bool {
    switch self {
    case .dietNotServed, .accessibleRoomsNotOffered: true
    case .duplicateTable, .duplicateRoom: false
    }
  }
}
