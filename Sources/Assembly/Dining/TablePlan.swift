public import Localization

/// A person's table for a meal.
public struct TableAssignment: Sendable, Hashable {
  /// Index in ``Event/people``.
  public let person: Int
  /// Index in ``DiningHall/tables``, which tells the meal.
  public let table: Int

  /// Seats `person`.
  public init(person: Int, table: Int) {
    self.person = person
    self.table = table
  }
}

/// Who dines at which table.
public struct TablePlan: Sendable, Hashable {
  /// In the order of people, then of tables: of several meals one after the other.
  public var assignments: [TableAssignment]
  /// A line for each meal at which somebody has no seat; in the order of people.
  public var unplaced: [Unplaced]

  /// A plan; assignments are put into order.
  public init(assignments: [TableAssignment], unplaced: [Unplaced] = []) {
    self.assignments = assignments.sorted { ($0.person, $0.table) < ($1.person, $1.table) }
    self.unplaced = unplaced.sorted { $0.person < $1.person }
  }

  /// Who sits at each table, in the order of people.
  public func people(of hall: DiningHall) -> [[Int]] {
    var people = hall.tables.map { _ in [Int]() }
    for assignment in assignments { people[assignment.table].append(assignment.person) }
    return people
  }
}

/// Where people ate by the plan that is out, meal by meal.
public struct EarlierTables: Sendable, Hashable {
  /// By meal of the event as it is now; places are indices in ``DiningHall/tables``.
  public var meals: [EarlierPlaces<Int>]

  /// Places of each meal.
  public init(_ meals: [EarlierPlaces<Int>]) {
    self.meals = meals
  }
}

/// Seats that are too few at tables for people of one kind.
public struct TableShortage: Sendable, Hashable {
  /// The meal; blank for all meals.
  public let meal: String
  /// What they eat that is served apart, if they do.
  public let diet: Diet?
  /// Seats at the tables at which they may sit.
  public let seats: Int
  /// People who may sit at these tables.
  public let due: Int

  /// A shortage.
  public init(meal: String, diet: Diet?, seats: Int, due: Int) {
    self.meal = meal
    self.diet = diet
    self.seats = seats
    self.due = due
  }
}

extension TablePlan: ModulePlan {
  /// The tables.
  public static var module: Module { .tables }

  /// Whether there are tables.
  public static func isAsked(by event: Event) -> Bool { event.diningHall != nil }
}

extension TablePlan: ComparedPlan {
  /// Tables.
  public static var gives: PlaceUse.Kind { .table }

  /// A table for each meal.
  public func placings(in event: Event) -> [Placing] {
    guard let hall = event.diningHall else { return [] }
    return assignments.map { assignment in
      let table = hall.tables[assignment.table]
      return Placing(
        person: assignment.person, use: PlaceUse(.table, table.meal), place: .table(table))
    }
  }

  /// Every table, wherever it stands.
  public static func places(of event: Event) -> [PrintedPlace: AnyHashable] {
    Dictionary(
      (event.diningHall?.tables ?? []).map { table in
        var plain = table
        (plain.row, plain.x, plain.y) = (0, nil, nil)
        return (.table(table), AnyHashable(plain))
      }
    ) { first, _ in first }
  }

  /// Tables are given to nobody by name.
  public static func given(to person: Person) -> AnyHashable? { nil }

  /// What they eat decides.
  public static func isGivenAlike(_ old: Person, _ new: Person) -> Bool { old.diets == new.diets }

  /// Tables by meal and number.
  public static func rows(of event: Event) -> [ComparedRows] {
    [ComparedRows(.tables, numbered: \.row, event.diningHall?.tables) { [$0.meal, $0.number] }]
  }

  /// The name on the table.
  public static var papers: [Phrase] { [Phrase("餐桌签", "table card")] }

  /// By meal and number.
  public func earlier(since change: TableChange) -> EarlierTables {
    guard let hall = change.event.diningHall, let old = change.earlier.diningHall else {
      return EarlierTables([])
    }
    return EarlierTables(
      hall.meals.map { meal in
        let known = assignments.filter { old.tables[$0.table].meal == meal }
        return EarlierPlaces(known.map { ($0.person, $0.table) }, since: change) { table in
          hall.table(old.tables[table].number, meal: meal)
        }
      })
  }

  /// People, meal by meal, who have another table.
  public func moves(since earlier: EarlierTables, in event: Event) -> Int {
    guard let hall = event.diningHall else { return 0 }
    return assignments.count { assignment in
      let meal = hall.mealOfTable[assignment.table]
      return earlier.meals.indices.contains(meal)
        && earlier.meals[meal].hasMoved(assignment.person, to: assignment.table)
    }
  }
}

extension PrintedPlace {
  /// A table, with its meal where it is for one.
  public static func table(_ table: DiningTable) -> PrintedPlace {
    let name = table.name
    guard !table.meal.isEmpty else { return PrintedPlace(name) }
    return PrintedPlace(Phrase("\(table.meal)\(name.chinese)", "\(table.meal) \(name.english)"))
  }
}

extension DiningTable {
  /// The table by its number; a name stays as it is.
  public var name: Phrase {
    number.allSatisfy { $0.isASCII && ($0.isNumber || $0.isLetter) }
      ? Phrase("\(number)号桌", "table \(number)") : Phrase(number)
  }
}

extension EarlierPlan {
  /// Tables, meal by meal.
  public var tables: EarlierTables? {
    get { self[TablePlan.self] }
    set { self[TablePlan.self] = newValue }
  }
}

extension EventPlan {
  /// Who dines at which table.
  public var tables: TablePlan? {
    get { self[TablePlan.self] }
    set { self[TablePlan.self] = newValue }
  }
}
