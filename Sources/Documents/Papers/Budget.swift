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

  /// Yuan.
  var amount: Int { units * price }

  /// What the plan costs: nights of rooms by hotel, type and price; vehicles, and their minutes under way; meals.
  static func all(_ desk: PaperDesk) -> [BudgetItem] { rooms(desk) + vehicles(desk) + meals(desk) }

  /// Everybody who is there eats on every day of the event.
  static func meals(_ desk: PaperDesk) -> [BudgetItem] {
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

  static func rooms(_ desk: PaperDesk) -> [BudgetItem] {
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

  static func vehicles(_ desk: PaperDesk) -> [BudgetItem] {
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
      ].filter { $0.amount > 0 }
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
    let parts = [
      (Phrase("住宿", "Rooms"), BudgetItem.rooms(self)), (Phrase("用车", "Vehicles"), BudgetItem.vehicles(self)),
      (Phrase("用餐", "Meals"), BudgetItem.meals(self)),
    ].filter { !$0.1.isEmpty }
    let bold = TextStyle(.hei, 10, bold: true)
    func sum(_ title: String, _ amount: Int, shade: Double = 0.95) -> PrintedBlock {
      let box = Rectangle(0, 0, list.width, 7)
      return PrintedBlock(
        PrintedStrip(
          7,
          [
            .rectangle(box, fill: .grey(shade), stroke: nil),
            .line(Point(0, 0), Point(list.width, 0), .rule),
            .text(Text(title, bold, in: box.inset(1, 0))),
            .text(Text(amount.inThrees, bold, in: box.inset(1, 0), .trailing)),
            .line(Point(0, 7), Point(list.width, 7), .rule),
          ]))
    }
    var blocks = [table.headerBlock]
    for (title, items) in parts {
      let rows = items.map { item in
        table.row(
          [
            item.subject, item.what, item.units.inThrees, item.unit, item.price.inThrees,
            item.amount.inThrees,
          ])
      }
      blocks += rows
      guard parts.count > 1 else { continue }
      // A sum is never alone at the head of a page.
      blocks[blocks.count - 1].holdsNext = true
      blocks.append(sum(say(title) + say(Phrase("小计", " in all")), items.reduce(0) { $0 + $1.amount }))
    }
    let total = items.reduce(0) { $0 + $1.amount }
    blocks[blocks.count - 1].holdsNext = true
    blocks += [
      sum(say(Phrase("合计（元）", "Total (yuan)")), total, shade: 0.88), .space(6), signatures(list.width),
    ]
    return list.pages([ListPages.Chapter(lines: [datesAndPlace], blocks: blocks)])
  }
  /// Where those sign who made, checked and approved it.
  private func signatures(_ width: Double) -> PrintedBlock {
    let own = width / 3
    let titles = [Phrase("编制：", "Made by:"), Phrase("审核：", "Checked by:"), Phrase("批准：", "Approved by:")]
    let marks = titles.enumerated().flatMap { place, title -> [Mark] in
      let box = Rectangle(Double(place) * own, 0, own - 8, 9)
      let text = say(title)
      let used = typesetter.width(of: text, .body.sized(10.5)) + 2
      return [
        .text(Text(text, .body.sized(10.5), in: box)),
        .line(Point(box.x + used, 7.5), Point(box.maxX, 7.5), .hair),
      ]
    }
    return PrintedBlock(PrintedStrip(9, marks))
  }
}
