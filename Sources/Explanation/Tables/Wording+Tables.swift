import Assembly
import Localization

// What is said of dining tables.
extension Wording {
  static let diningTable = Phrase("餐桌", "Table")
  static let noSeatAtTable = Phrase("没有餐桌座位：", "Has no seat at a table:")
  static let doesNotDine = Phrase("不在会议就餐。", "Does not eat with the others.")

  static func title(ofMeal meal: String) -> Phrase {
    meal.isEmpty ? TablePlan.title : Phrase("餐桌：\(shown(meal))", "Table: \(shown(meal))")
  }

  static func dines(at table: DiningTable, with people: Int) -> Phrase {
    let name = table.name.map(shown)
    return Phrase(
      "坐\(name.chinese)，\(table.seats) 座坐 \(people) 人。",
      "Sits at \(name.english): \(counted(people, "person", "people")) on \(counted(table.seats, "seat")).")
  }

  static let atMainTableByRank = Phrase(
    "主桌由有位次的人按位次就座。", "People with a rank fill the main table in that order.")
  static let tableIsForThem = Phrase("这一桌是指定给他们的。", "The table is for them by name.")

  static func dietApart(_ diet: Diet) -> Phrase {
    diet == .halal
      ? Phrase("清真饮食坐清真桌。", "Who eats halal sits at a table for it.")
      : Phrase("素食坐素食桌。", "Vegetarians sit at tables of their own.")
  }

  static func dietNotServed(cost: Int) -> Phrase {
    Phrase(
      "这一桌不供应所需的饮食，计代价 \(cost.inThrees)。",
      "The table does not serve the diet asked for, which counts \(cost.inThrees).")
  }

  static func atOneTable(_ other: Person) -> Phrase {
    Phrase("要求与\(who(other).chinese)同桌。", "Is to sit at the table of \(who(other).english).")
  }

  static func notAtOneTable(_ other: Person) -> Phrase {
    Phrase("要求不与\(who(other).chinese)同桌。", "Is not to sit at the table of \(who(other).english).")
  }

  static func tablesOfGroup(_ tables: [(table: DiningTable, people: Int)]) -> Phrase {
    let people = tables.reduce(0) { $0 + $1.people }
    let parts = tables.map { table, people in
      let name = table.name.map(shown)
      return Phrase("\(name.chinese) \(people) 人", "\(people) at \(name.english)")
    }
    return Phrase(
      "本组就座的 \(people) 人中：\(parts.map(\.chinese).joined(separator: "，"))。",
      "Of the group's \(counted(people, "person", "people")) seated: "
        + "\(parts.map(\.english).joined(separator: ", ")).")
  }

  static func change(to table: DiningTable, exchangingWith partner: Person?) -> Phrase {
    let name = table.name.map(shown)
    guard let partner else { return Phrase("改坐\(name.chinese)", "to move to \(name.english)") }
    return Phrase(
      "与\(who(partner).chinese)对换，坐\(name.chinese)",
      "to change with \(who(partner).english) at \(name.english)")
  }
}
