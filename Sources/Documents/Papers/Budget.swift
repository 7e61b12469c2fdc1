import Assembly
import Localization
import Printing

/// A line of the budget: units × price.
struct BudgetItem {
  /// Rooms of a hotel, or a vehicle.
  let subject: String
  let what: String
  let units: Int
  let unit: String
  /// Yuan.
  let price: Int

  /// What the plan costs: nights of rooms by hotel, type and price; vehicles, and their minutes under way; meals.
  static func all(_ desk: PaperDesk) -> [BudgetItem] { rooms(desk) + vehicles(desk) + meals(desk) }

  /// Everybody who is there eats on every day of the event.
  private static func meals(_ desk: PaperDesk) -> [BudgetItem] {
    let settings = desk.event.settings
    guard let price = settings.mealPrice, price > 0, let start = settings.start else { return [] }
    let days = (settings.end ?? start).number - start.number + 1
    let people = desk.event.people.count { !$0.isAbsent }
    guard days > 0, people > 0 else { return [] }
    return [
      BudgetItem(
        subject: desk.say(Phrase("用餐", "Meals")),
        what: desk.say(
          Phrase(
            "\(people) 人 × \(days) 天", "\(counted(people, "person", "people")) × \(counted(days, "day"))")),
        units: people * days, unit: desk.say(Phrase("人天", "person days")), price: price)
    ]
  }

  private static func rooms(_ desk: PaperDesk) -> [BudgetItem] {
    guard let occupancy = desk.occupancy else { return [] }
    struct Kind: Hashable {
      let hotel: Int
      let type: RoomType
      let price: Int
    }
    var nights: [Kind: Int] = [:]
    for (index, room) in occupancy.roomStock.rooms.enumerated() where room.price > 0 {
      let kind = Kind(
        hotel: occupancy.roomStock.hotel(ofRoom: index), type: room.type, price: room.price)
      nights[kind, default: 0] += occupancy.nights(of: index).count
    }
    let used = nights.filter { $0.value > 0 }.sorted { one, other in
      (one.key.hotel, -one.key.type.level, -one.key.price, desk.say(one.key.type.name))
        < (other.key.hotel, -other.key.type.level, -other.key.price, desk.say(other.key.type.name))
    }
    return used.map { kind, nights in
      BudgetItem(
        subject: occupancy.roomStock.hotels[kind.hotel].printable, what: desk.say(kind.type.title),
        units: nights,
        unit: desk.say(Phrase("间夜", "room nights")), price: kind.price)
    }
  }

  private static func vehicles(_ desk: PaperDesk) -> [BudgetItem] {
    guard let timetable = desk.timetable, let fleet = desk.event.fleet else { return [] }
    return timetable.duties.flatMap { duty -> [BudgetItem] in
      let vehicle = fleet.vehicles[duty.vehicle]
      let name = [desk.say(Vehicle.name(ofKind: vehicle.kind)), vehicle.mark].filter { !$0.isEmpty }.joined(
        separator: " "
      ).printable
      let minutes = duty.days.reduce(0) { $0 + duty.minutesDriven(on: $1) }
      return [
        BudgetItem(
          subject: desk.vehicleName(duty.number), what: name, units: 1,
          unit: desk.say(Phrase("辆", "vehicle")),
          price: vehicle.fixed),
        BudgetItem(
          subject: desk.vehicleName(duty.number), what: name, units: minutes,
          unit: desk.say(Phrase("分钟", "minutes")),
          price: vehicle.perMinute),
      ].filter { $0.units * $0.price > 0 }
    }
  }
}

extension Paper {
  /// For who approves what it costs.
  static let budget = Paper("budget", Phrase("预算", "Budget"), by: []) { plan, event in
    plan.rooms != nil || plan.vehicles != nil || event.settings.mealPrice != nil
  } _: {
    $0.budget()
  }
}

extension PaperDesk {
  fileprivate func budget() -> [Page] {
    let items = BudgetItem.all(self)
    guard !items.isEmpty else { return [] }
    let list = ListPages(desk: self, title: Phrase("预算", "Budget"))
    let table = ListTable(
      self,
      [
        .init(title: Phrase("项目", "Subject"), width: 42, style: .body.sized(10)),
        .init(title: Phrase("内容", "What")),
        .init(title: Phrase("数量", "Units"), width: 22, alignment: .trailing, style: .number),
        .init(title: Phrase("单位", "Unit"), width: 20),
        .init(
          title: Phrase("单价（元）", "Price (yuan)"), width: 24, alignment: .trailing, style: .number),
        .init(
          title: Phrase("金额（元）", "Amount (yuan)"), width: 30, alignment: .trailing,
          style: .number.sized(10)),
      ], width: list.width)
    var blocks = [table.headerBlock]
    blocks += items.map { item in
      table.row(
        [
          item.subject, item.what, item.units.inThrees, item.unit, item.price.inThrees,
          (item.units * item.price).inThrees,
        ])
    }
    let sum = items.reduce(0) { $0 + $1.units * $1.price }
    blocks += [
      .space(2), table.heading(say(Phrase("合计 \(sum.inThrees) 元", "Total \(sum.inThrees) yuan"))),
    ]
    return list.pages([ListPages.Chapter(lines: [datesAndPlace], blocks: blocks)])
  }
}
