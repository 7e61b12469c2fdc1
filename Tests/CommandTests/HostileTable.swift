import Foundation
import Testing

/// A table of ``WholeEvent`` under which stand rows that are sound but for one cell each.
struct HostileTable: CustomTestStringConvertible {
  let name: String
  /// Names of columns that the event's own table does not have, which come after those that it has.
  let furtherColumns: String
  /// A sound row, in which `#` stands for a number that no other row has.
  let sound: String
  /// A column and what must not stand in it.
  let faults: [(column: Int, cell: String)]
  /// Rows that say what a row of the event says already, and the column in which it is told.
  let repeated: [(row: String, column: Int)]

  var testDescription: String { name }

  private init(
    _ name: String, furtherColumns: String = "", sound: String, text: Int, _ faults: [Int: [String]],
    repeated: [(row: String, column: Int)]
  ) {
    (self.name, self.furtherColumns, self.sound, self.repeated) = (name, furtherColumns, sound, repeated)
    self.faults =
      Self.neverText.map { (text, $0) }
      + faults.sorted { $0.key < $1.key }.flatMap { fault in fault.value.map { (fault.key, $0) } }
  }

  /// The tables of an event with the hostile rows, and the places at which they must be told.
  func event() -> (tables: [String: String], places: [String]) {
    var tables = WholeEvent.tables
    var lines = tables[name]!.split(separator: "\n").map(String.init)
    lines[0] += furtherColumns
    var places: [String] = []
    for (column, cell) in faults {
      var cells = sound.replacing("#", with: "9\(lines.count)").components(separatedBy: ",")
      cells[column - 1] = cell
      lines.append(cells.joined(separator: ","))
      places.append("\(name):\(lines.count):\(column)")
    }
    for (row, column) in repeated {
      lines.append(row)
      places.append("\(name):\(lines.count):\(column)")
    }
    tables[name] = lines.joined(separator: "\n") + "\n"
    return (tables, places)
  }

  /// Formulas, control characters of every kind, and a cell longer than any spreadsheet holds.
  private static let neverText = [
    "=1+1", "@SUM(A1)", "+cmd", "-cmd", "\"=HYPERLINK(\"\"x\"\")\"", "a\u{1}b", "a\u{1B}[31mb", "a\u{7F}b",
    "a\u{85}b", String(repeating: "x", count: 32_768),
  ]
  private static let neverNumber = ["NaN", "inf", "1e999", "0x10"]
  private static let neverWhole =
    neverNumber + ["1.5", "-1", "9223372036854775808", "-9223372036854775809"]
  private static let neverDay = [
    "2026-02-30", "1899-12-31", "2201-01-01", "2026-13-01", "99999-01-01",
  ]
  private static let neverMoment = [
    "2026-03-05 25:00", "2026-03-05 08:60", "2026-02-29 08:00", "1899-12-31 08:00", "2026-03-05",
  ]

  static let all = [
    HostileTable(
      "people.csv", sound: "1#,Name #,North,F,,,,,,,,no,2026-03-04,2026-03-06,", text: 2,
      [
        4: ["X", "1"], 5: neverNumber, 6: ["king"], 8: neverMoment, 12: ["maybe", "2"], 13: neverDay,
        14: neverDay,
      ],
      repeated: [("1,Zoe,North,F,,,,,,,,no,,,", 1)]),
    HostileTable(
      "groups.csv", sound: "North #,,", text: 3, [2: neverNumber], repeated: [("North,5,", 1)]),
    HostileTable(
      "rostrum.csv", sound: "#,4", text: 1, [1: neverWhole, 2: neverWhole + ["0"]], repeated: [("1,4", 1)]),
    HostileTable(
      "hall.csv", sound: "A,#,1,8,1,,,,,", text: 1,
      [
        2: neverWhole, 3: neverWhole, 4: neverWhole, 5: ["3", "-3", "NaN"], 6: neverNumber, 7: neverNumber,
        8: neverNumber + ["99999"], 9: ["1-99999999999999999999", "5-1", "1;x"],
        10: ["NaN", "1-", "9999999"],
      ],
      repeated: [("A,1,8,8,1,,,,,", 3)]),
    HostileTable(
      "rooms.csv", furtherColumns: ",beds,accessible,from,to",
      sound: "Garden,1,#,twin,300,2,no,2026-03-01,2026-03-20", text: 2,
      [
        5: neverWhole, 6: neverWhole + ["0", "101"], 7: ["maybe"], 8: neverDay, 9: neverDay + ["2026-02-28"],
      ],
      repeated: [("Garden,1,101,twin,300,,,,", 3)]),
    HostileTable(
      "vehicles.csv", furtherColumns: ",from,to,accessible",
      sound: "W#,coach,30,900,4,Airport,2026-03-01 08:00,2026-03-20 08:00,no", text: 2,
      [
        3: neverWhole + ["0", "1001"], 4: neverWhole, 5: neverWhole, 7: neverMoment,
        8: neverMoment + ["2026-02-28 08:00"], 9: ["maybe"],
      ],
      repeated: [("V1,coach,30,900,4,Airport,,,", 1)]),
    HostileTable(
      "routes.csv", sound: "Airport,Place #,10", text: 2, [3: neverWhole],
      repeated: [("Airport,Garden,41", 3)]),
    HostileTable(
      "transfers.csv", sound: "T#,Again,Garden,Hall,2026-03-05 08:00,2026-03-05 08:40,all", text: 2,
      [
        5: neverMoment, 6: neverMoment + ["2026-03-05 07:00"],
        7: ["everybody", "group:", "role:king", "group:Nowhere", "all&", "NaN"],
      ],
      repeated: [("open-lake,To,Lake,Hall,2026-03-05 08:00,2026-03-05 08:40,all", 1)]),
  ]
}
