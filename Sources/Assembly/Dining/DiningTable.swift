/// What somebody eats that kitchens cook apart, or what a table serves of it.
public enum Diet: Sendable, Hashable {
  case halal, vegetarian
  /// In the words of the list.
  case other(String)

  /// Whether those who keep to it sit by themselves where there are tables for them.
  public var isApart: Bool { self == .halal || self == .vegetarian }
}

/// For whom a table is.
public struct Audience: Sendable, Hashable {
  /// People who meet every one of these conditions …
  public var conditions: [RiderCondition]
  /// … and whose rank is in one of these ranges; empty: whatever their rank.
  public var ranks: [ClosedRange<Double>]

  /// Those who meet every condition and have such a rank.
  public init(conditions: [RiderCondition] = [.all], ranks: [ClosedRange<Double>] = []) {
    self.conditions = conditions
    self.ranks = ranks
  }

  /// Whether somebody belongs to it.
  ///
  /// - Parameters:
  ///   - person: who may belong to it.
  ///   - hotel: where the person sleeps.
  public func includes(_ person: Person, sleepingAt hotel: String) -> Bool {
    guard ranks.isEmpty || person.rank.map({ rank in ranks.contains { $0.contains(rank) } }) == true else {
      return false
    }
    return conditions.allSatisfy { condition in
      switch condition {
      case .all: true
      case .groups(let names): person.groupName.map(names.contains) == true
      case .roles(let roles): roles.contains(person.role)
      case .hotels(let names): names.contains(hotel)
      }
    }
  }
}

/// A table in the dining hall: a line of the table `tables`.
public struct DiningTable: Sendable, Hashable {
  /// Row in the table, the header counted as 1.
  public var row: Int
  /// As printed; unique for a meal.
  public var number: String
  /// Seats.
  public var seats: Int
  /// Place in the order of tables, 1 the main table; tables without one come after all that have one.
  public var order: Double?
  /// What it serves; empty: anything but halal.
  public var diets: [Diet] = []
  /// The meal for which it is laid; blank: every meal.
  public var meal: String = ""
  /// For whom it is; nothing: for everybody.
  public var audience: Audience?
  /// Where it stands, in units of its own from the left; nothing where the list does not tell.
  public var x: Double?
  /// Where it stands, from the stage or the door at the top of the plan.
  public var y: Double?

  /// A table for everybody, for every meal.
  public init(row: Int, number: String, seats: Int, order: Double? = nil) {
    self.row = row
    self.number = number
    self.seats = seats
    self.order = order
  }

  /// Whether people who sit by themselves for their diet have this table for them.
  public func isFor(_ diet: Diet) -> Bool { diet.isApart && diets.contains(diet) }

  /// Whether it serves what somebody eats: a table of no diet serves anything but halal, and who keeps to none eats
  /// everywhere.
  public func serves(_ eaten: [Diet]) -> Bool {
    if eaten.isEmpty { return true }
    return diets.isEmpty ? !eaten.contains(.halal) : eaten.contains(where: diets.contains)
  }
}
