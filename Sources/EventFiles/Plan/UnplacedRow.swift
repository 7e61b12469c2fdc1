import Assembly
import Foundation
import Tables

/// A row of unplaced.csv.
struct UnplacedRow {
  let person: String
  let module: String
  let reason: String

  /// The rows of an earlier unplaced.csv, or nothing when it is none.
  static func read(_ data: Data) -> [UnplacedRow]? {
    guard let (table, _) = try? TableReader.read(data, source: PlanFileName.unplaced) else { return nil }
    let (sheet, _) = Sheet.make(table, PlanColumns.unplaced)
    guard sheet.isComplete else { return nil }
    return table.rows.map { row in
      UnplacedRow(
        person: sheet.text("person", row), module: sheet.text("module", row),
        reason: sheet.text("reason", row))
    }
  }

  /// The table of these rows in listed order of people, then of modules; who is no longer listed comes last.
  static func table(_ rows: [UnplacedRow], of event: Event) -> Data {
    let place = Dictionary(event.people.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let modules = Module.allCases.map(\.rawValue)
    func key(_ row: UnplacedRow) -> (Int, String, Int, String) {
      (place[row.person] ?? .max, row.person, modules.firstIndex(of: row.module) ?? .max, row.reason)
    }
    var table = TableWriter(header: PlanColumns.unplaced.map(\.name))
    for row in rows.sorted(by: { key($0) < key($1) }) {
      table.append([row.person, row.module, row.reason])
    }
    return table.data
  }
}
