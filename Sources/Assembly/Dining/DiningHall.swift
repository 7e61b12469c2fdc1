/// The tables of an event, meal by meal.
public struct DiningHall: Sendable, Hashable {
  /// In listed order.
  public let tables: [DiningTable]
  /// Names of the meals that are planned each by itself, in the order in which the table first speaks of them; blank is
  /// the one plan for all meals that have no tables of their own.
  public let meals: [String]
  /// The tables of each meal in listed order; indices in ``tables``.
  public let tablesOfMeal: [[Int]]
  /// The meal of each table; index in ``meals``.
  public let mealOfTable: [Int]
  /// The place of each table in the order of those of its meal, counted from 0; tables of equal order share one.
  public let placeOfTable: [Int]
  /// The table of each meal that people with a rank fill in order of rank: the first of least order; nothing where no
  /// table has an order.
  public let mainTables: [Int?]
  private let dietsApart: [Set<Diet>]

  /// The dining hall of a table `tables`.
  ///
  /// - Parameter tables: its lines; (meal, number) unique.
  /// - Complexity: O(tables log tables).
  public init(tables: [DiningTable]) {
    self.tables = tables
    var meals: [String] = []
    var indexOfMeal: [String: Int] = [:]
    var tablesOfMeal: [[Int]] = []
    var mealOfTable: [Int] = []
    for (index, table) in tables.enumerated() {
      let meal = indexOfMeal[table.meal] ?? meals.count
      if meal == meals.count {
        indexOfMeal[table.meal] = meal
        meals.append(table.meal)
        tablesOfMeal.append([])
      }
      tablesOfMeal[meal].append(index)
      mealOfTable.append(meal)
    }
    var placeOfTable = [Int](repeating: 0, count: tables.count)
    for members in tablesOfMeal {
      let orders = Set(members.map { tables[$0].order ?? .infinity }).sorted()
      let places = Dictionary(zip(orders, 0...)) { first, _ in first }
      for table in members { placeOfTable[table] = places[tables[table].order ?? .infinity]! }
    }
    mainTables = tablesOfMeal.map { members in
      members.first { placeOfTable[$0] == 0 && tables[$0].order != nil }
    }
    dietsApart = tablesOfMeal.map { members in
      Set(members.flatMap { tables[$0].diets.filter(\.isApart) })
    }
    self.meals = meals
    self.tablesOfMeal = tablesOfMeal
    self.mealOfTable = mealOfTable
    self.placeOfTable = placeOfTable
  }

  /// The table of this number for a meal.
  public func table(_ number: String, meal: String) -> Int? {
    meals.firstIndex(of: meal).flatMap { meal in tablesOfMeal[meal].first { tables[$0].number == number } }
  }

  /// Whether a diet has tables of its own for a meal.
  public func hasTables(for diet: Diet, meal: Int) -> Bool {
    dietsApart[meal].contains(diet)
  }

  /// Whether somebody's diet lets them sit at a table: who eats halal sits at tables for it where a meal has any, and
  /// nobody else sits there; vegetarians likewise. Who keeps to both counts as one who eats halal.
  public func admits(_ eaten: [Diet], at table: Int) -> Bool {
    let meal = mealOfTable[table]
    let own: Diet? = eaten.contains(.halal) ? .halal : eaten.contains(.vegetarian) ? .vegetarian : nil
    if let own, hasTables(for: own, meal: meal) { return tables[table].isFor(own) }
    return !tables[table].diets.contains(where: \.isApart)
  }
}

extension Person {
  /// Whether this person is to have a table.
  public var isDueAtTable: Bool { !entry.isAbsent && entry.dines }
}

extension Event {
  /// The hotel of each person: by the plan of rooms; without one by the lists, else the venue.
  public func hotels(by rooms: RoomPlan?) -> [String] {
    guard let rooms, let roomStock else { return people.map { $0.givenHotel ?? settings.place } }
    var hotels = people.map { _ in "" }
    for assignment in rooms.assignments
    where people.indices.contains(assignment.person) && roomStock.rooms.indices.contains(assignment.room) {
      hotels[assignment.person] = roomStock.rooms[assignment.room].hotel
    }
    return hotels
  }

  /// The priority of each group at table: of all groups of which somebody is due there the first has the greatest, the
  /// last has 0.
  public var prioritiesAtTable: [Int] {
    let due = groups.map { group in group.members.contains { people[$0].isDueAtTable } }
    var left = due.count { $0 }
    return due.map { isDue in
      left -= isDue ? 1 : 0
      return isDue ? left : 0
    }
  }
}
