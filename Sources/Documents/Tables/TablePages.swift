public import Assembly
import Foundation
import Localization

/// The dining tables of an event on paper: a plan of the hall where the list tells where tables stand, who sits at each
/// table by unit, and the seats of the main table. A page that needs nothing but itself, with a search.
///
/// Same event and plan, same bytes.
public struct TablePages: Sendable, EventPage {
  let event: Event
  let edition: Edition?
  private let plan: TablePlan
  private let findWords: [String]

  /// The tables of a plan.
  public init(event: Event, plan: TablePlan, edition: Edition? = nil) {
    self.event = event
    self.edition = edition
    self.plan = plan
    findWords = event.spellingsInPinyin
  }

  /// The page.
  ///
  /// - Complexity: O(people log people).
  public func html() -> String {
    searchPage(
      of: Wording.tables, search: Wording.searchTables, style: PackageResources.Tables_css
    ) { writer in
      guard let hall = event.diningHall else { return }
      if !plan.unplaced.isEmpty { unplaced(&writer) }
      let guests = event.seated(by: plan, hall)
      for meal in hall.meals.indices { section(meal, hall, guests, &writer) }
    }
  }

  private typealias Guests = [[(person: Int, seat: Int?)]]

  private func section(_ meal: Int, _ hall: DiningHall, _ guests: Guests, _ writer: inout MarkupWriter) {
    let tables = hall.inOrder(hall.tablesOfMeal[meal])
    let used = tables.count { !guests[$0].isEmpty }
    writer.element("h2") { writer in
      writer.text(say(Wording.meal(hall.meals[meal])) + " ")
      let people = tables.reduce(0) { $0 + guests[$1].count }
      writer.element(
        "small", text: say(Wording.tablesSummary(people: people, tables: used, of: tables.count)))
    }
    DiningPlan(tables.map { hall.tables[$0] })?.write(to: &writer, title: say(Wording.stage)) {
      index, writer in
      let table = tables[index]
      writer.element("b", text: hall.tables[table].number.printable)
      writer.text(units(guests[table].map(\.person)).prefix(2).joined(separator: " "))
    } link: { index in
      let table = hall.tables[tables[index]]
      return (
        "#table-\(tables[index])",
        hall.isMain(tables[index]) ? "main" : table.diets.contains(where: \.isApart) ? "apart" : ""
      )
    }
    writer.element("div", [("class", "tables")]) { writer in
      for table in tables where !guests[table].isEmpty { write(table, hall, guests[table], &writer) }
    }
  }

  /// Units of these people, each with how many of it there are.
  private func units(_ people: [Int]) -> [String] {
    let counts = people.reduce(into: [:]) { $0[event.people[$1].group, default: 0] += 1 }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
      "\(groupName($0.key)) \($0.value)"
    }
  }

  private func write(
    _ index: Int, _ hall: DiningHall, _ guests: [(person: Int, seat: Int?)], _ writer: inout MarkupWriter
  ) {
    let table = hall.tables[index]
    let isMain = hall.isMain(index)
    writer.element(
      "section", [("class", isMain ? "table main" : "table"), ("id", .text("table-\(index)"))]
    ) { writer in
      writer.element("h3") { writer in
        writer.element("span", [("data-find", "")], text: say(table.name))
        if isMain { writer.element("em", text: say(Wording.mainTable)) }
        for diet in table.diets { writer.element("em", text: say(Wording.diet(diet))) }
        writer.element("small", text: "\(guests.count) / \(table.seats)")
      }
      if isMain {
        ring(guests, seats: max(table.seats, guests.count), &writer)
      } else {
        let groups = Dictionary(grouping: guests.map(\.person)) { event.people[$0].group }
        for (group, people) in groups.sorted(by: { $0.key < $1.key }) {
          writer.element("p") { writer in
            writer.element("b", text: "\(groupName(group)) \(people.count)")
            for person in people { write(person: person, &writer) }
          }
        }
      }
    }
  }

  private func write(person: Int, _ writer: inout MarkupWriter) {
    let entry = event.people[person]
    let words = findWords[person] + " " + (entry.groupName ?? "")
    writer.element("span", [("data-find", .text(words.printable))]) { writer in
      writer.text(entry.shownName)
      if !entry.diet.isEmpty { writer.element("small", text: " " + entry.diet.printable) }
    }
  }

  /// The seats of the main table, the host on top.
  private func ring(
    _ guests: [(person: Int, seat: Int?)], seats: Int, _ writer: inout MarkupWriter
  ) {
    writer.element("div", [("class", "ring")]) { writer in
      for (person, seat) in guests {
        let angle = 2 * Double.pi * Double((seat ?? 1) - 1) / Double(seats)
        let left = String(format: "%.1f", 50 + 41 * sin(angle))
        let top = String(format: "%.1f", 50 - 41 * cos(angle))
        let words = findWords[person] + " " + (event.people[person].groupName ?? "")
        writer.element(
          "div",
          [
            ("style", .text("left:\(left)%;top:\(top)%")), ("data-find", .text(words.printable)),
          ]
        ) { writer in
          writer.text("\(seat ?? 1) \(event.people[person].shownName)")
          writer.element("small", text: groupName(event.people[person].group))
        }
      }
    }
    writer.element("p", [("class", "summary")], text: say(Wording.seatsFromHost))
  }

  private func unplaced(_ writer: inout MarkupWriter) {
    writer.element("section", [("class", "unplaced")]) { writer in
      writer.element("h3", text: "\(say(Wording.withoutTable)) \(plan.unplaced.count)")
      writer.element("ul") { writer in
        for entry in plan.unplaced {
          let person = event.people[entry.person]
          let words = [person.shownName, groupName(person.group), person.title.printable]
          writer.element("li", text: words.filter { !$0.isEmpty }.joined(separator: " · "))
        }
      }
    }
  }
}

extension TablePlan: DocumentedPlan {
  /// The tables with their people, and the list of who eats where.
  public static var documents: [DocumentKind] {
    [
      .page(Phrase("餐桌", "tables"), Phrase("餐桌安排", "tables")) { plan, event, edition in
        plan.tables.map { TablePages(event: event, plan: $0, edition: edition).html() }
      },
      .list(Phrase("就餐名单", "dining-list"), Phrase("就餐名单", "list of tables")) { plan, event in
        plan.tables.map { TableList(event: event, plan: $0).csv() }
      },
    ]
  }
}

/// Where tables stand on a plan of the hall, the stage on top.
struct DiningPlan {
  /// Shares of the width and of the height.
  let places: [(left: Double, top: Double)]
  /// Rows of tables that the height must hold.
  let rows: Double

  /// Nothing unless the list tells of every table where it stands.
  init?(_ tables: [DiningTable]) {
    let (xs, ys) = (tables.compactMap(\.x), tables.compactMap(\.y))
    guard !tables.isEmpty, xs.count == tables.count, ys.count == tables.count else { return nil }
    func scale(_ values: [Double]) -> (least: Double, step: Double, count: Double) {
      let distinct = Set(values).sorted()
      let step = zip(distinct.dropFirst(), distinct).map { $0 - $1 }.min() ?? 1
      let count = min(60, (distinct[distinct.count - 1] - distinct[0]) / step + 1)
      return (distinct[0], (distinct[distinct.count - 1] - distinct[0]) / max(count - 1, 1), count)
    }
    let (x, y) = (scale(xs), scale(ys))
    func share(_ value: Double, _ scale: (least: Double, step: Double, count: Double)) -> Double {
      ((scale.step == 0 ? 0 : (value - scale.least) / scale.step) + 0.5) / scale.count
    }
    places = zip(xs, ys).map { (share($0, x), share($1, y)) }
    rows = y.count
  }

  fileprivate func write(
    to writer: inout MarkupWriter, title: String, _ body: (Int, inout MarkupWriter) -> Void,
    link: (Int) -> (target: String, kind: String)
  ) {
    writer.element(
      "div", [("class", "plan"), ("style", .text("height:\(Int(rows * 20) + 8)mm"))]
    ) { writer in
      writer.element("p", text: title)
      for (index, place) in places.enumerated() {
        let (target, kind) = link(index)
        let left = String(format: "%.2f", place.left * 100)
        let top = String(format: "%.2f", (place.top * rows * 20 + 7) / (rows * 20 + 8) * 100)
        writer.element(
          "a",
          [
            ("href", .text(target)), ("class", .text(kind)), ("style", .text("left:\(left)%;top:\(top)%")),
          ]
        ) { writer in body(index, &writer) }
      }
    }
  }
}
