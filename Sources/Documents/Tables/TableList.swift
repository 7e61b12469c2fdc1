public import Assembly
public import Foundation
import Localization
import Tables

/// The list of who eats where, for people: everybody by table, then everybody by name.
///
/// The file has a row a person and meal in each of the two lists, and the columns list, number in the list, meal, table,
/// seat (at the main table, clockwise from the host), name, group, title, diet, id, then the event's columns that the
/// product does not know.
public struct TableList: Sendable {
  private let event: Event
  private let plan: TablePlan

  /// The list of a plan of tables.
  public init(event: Event, plan: TablePlan) {
    self.event = event
    self.plan = plan
  }

  /// The file: UTF-8 with a byte order mark, so that a spreadsheet opens it as it is; formulas are neutralised.
  ///
  /// - Complexity: O(people log people).
  public func csv() -> Data {
    guard let hall = event.diningHall else { return Data() }
    let language = event.settings.language
    var writer = TableWriter(
      header: Wording.tableListHeader.map { $0[language] } + event.extraColumns, for: .spreadsheets)
    let guests = event.seated(by: plan, hall)
    let byTable = hall.tablesOfMeal.flatMap { tables in
      hall.inOrder(tables).flatMap { table in
        guests[table].map { (person: $0.person, table: table, seat: $0.seat) }
      }
    }
    let places = Dictionary(zip(event.inOrderOfNames(), 0...)) { first, _ in first }
    let byName = byTable.enumerated().sorted {
      (places[$0.element.person]!, $0.offset) < (places[$1.element.person]!, $1.offset)
    }.map(\.element)
    for (title, entries) in [(Wording.byTable, byTable), (Wording.byName, byName)] {
      for (index, entry) in entries.enumerated() {
        let (person, table) = (event.people[entry.person], hall.tables[entry.table])
        let extra = event.extraColumns.indices.map {
          person.extra.indices.contains($0) ? person.extra[$0] : ""
        }
        writer.append(
          [
            title[language], String(index + 1), table.meal, table.number, entry.seat.map(String.init) ?? "",
            person.name, Wording.group(event.groups[person.group])[language], person.title, person.diet,
            person.id,
          ] + extra)
      }
    }
    return writer.data
  }
}

extension DiningHall {
  /// Tables of a meal in their order.
  func inOrder(_ tables: [Int]) -> [Int] {
    tables.sorted { (placeOfTable[$0], $0) < (placeOfTable[$1], $1) }
  }

  /// Whether a table is the main one of its meal.
  func isMain(_ table: Int) -> Bool { mainTables[mealOfTable[table]] == table }
}

extension Event {
  /// Who sits at each table: at the main table by seat, clockwise from the host; at the others by group, then by protocol.
  func seated(by plan: TablePlan, _ hall: DiningHall) -> [[(person: Int, seat: Int?)]] {
    plan.people(of: hall).enumerated().map { table, people in
      if hall.isMain(table) {
        return roundSeats(of: people, at: hall.tables[table]).enumerated().compactMap { seat, person in
          person.map { ($0, seat + 1) }
        }
      }
      let order = Dictionary(zip(inProtocolOrder(people), 0...)) { first, _ in first }
      return people.sorted {
        (self.people[$0].group, order[$0]!) < (self.people[$1].group, order[$1]!)
      }.map { ($0, nil) }
    }
  }

  /// Everybody by name.
  func inOrderOfNames() -> [Int] {
    let pinyin = spellingsInPinyin
    return people.indices.sorted { (pinyin[$0], people[$0].name, $0) < (pinyin[$1], people[$1].name, $1) }
  }
}
