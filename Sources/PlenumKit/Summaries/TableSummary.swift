import Assembly
import Localization

extension TablePlan: SummarizedPlan {
  static func offer(of event: Event) -> Phrase? {
    event.diningHall.map { hall in
      let diners = event.people.count { $0.isDueAtTable }
      var short = ShortOffer()
      for (meal, tables) in zip(hall.meals, hall.tablesOfMeal) {
        short.compare(diners, with: tables.reduce(0) { $0 + hall.tables[$1].seats }) {
          Wording.seatsShort($0, at: meal)
        }
      }
      return Wording.overview(
        tables: hall.tables.count, seats: hall.tables.reduce(0) { $0 + $1.seats },
        meals: hall.meals.filter { !$0.isEmpty }, diners: diners
      ).lacking(short)
    }
  }

  func summary(_ figures: Figures) -> PlanSummary {
    let (people, tables) = (assignments.count, Set(assignments.map(\.table)).count)
    return PlanSummary(
      served: Phrase("\(people) 人次坐 \(tables) 桌", "\(people) seated at \(counted(tables, "table"))"),
      shortfall: missing("without a seat", of: "人次"))
  }

  static var asBefore: Phrase { Phrase("餐桌", "dines") }

  static func changed(elsewhere: Int, added: Int, removed: Int) -> Phrase {
    Phrase(
      "\(elsewhere) 人次换桌，\(added) 人次新就餐，\(removed) 人次不再就餐",
      "\(elsewhere) dine elsewhere, \(added) newly seated at table, \(removed) no longer at table")
  }
}

extension Wording {
  fileprivate static func overview(tables: Int, seats: Int, meals: [String], diners: Int) -> Phrase {
    let names =
      meals.isEmpty
      ? Phrase("")
      : Phrase(
        "（\(joined(meals.map { Phrase($0) }).chinese)）", " (\(joined(meals.map { Phrase($0) }).english))")
    return Phrase(
      "餐桌：\(tables) 桌 \(seats) 座\(names.chinese)；就餐 \(diners) 人",
      "tables: \(tables) with \(counted(seats, "seat"))\(names.english); \(diners) to dine")
  }
}
