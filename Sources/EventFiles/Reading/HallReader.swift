import Assembly
import Tables

/// Reads the table `hall`. A line with an unreadable cell is left out.
struct HallReader {
  private var cells: CellReader
  private(set) var lines: [HallLine] = []

  /// Reads the lines of a sheet.
  init(_ sheet: Sheet) {
    cells = CellReader(sheet)
    lines.reserveCapacity(sheet.table.rows.count)
    for row in sheet.table.rows {
      if let line = line(row) { lines.append(line) }
    }
  }

  /// What is wrong with the table.
  var diagnostics: [Diagnostic] { cells.diagnostics }

  private mutating func line(_ row: Table.Row) -> HallLine? {
    let problems = cells.diagnostics.count
    let section = cells.required("section", row)
    let number = cells.requiredWhole("row", row, in: 0...Limits.rowNumber)
    let first = cells.requiredWhole("first", row, in: 0...Limits.seatNumber)
    let last = cells.requiredWhole("last", row, in: 0...Limits.seatNumber)
    let step = cells.whole("step", row, in: -2...2).value
    let x = position("x", row)
    let y = position("y", row)
    let floor = cells.whole("floor", row, in: -Limits.floor...Limits.floor).value ?? 1
    let reservation = cells.read(
      "reserved", row, expected: Wording.expectedReservation, hint: Words.role.hint, Self.reservation)
    let wheelchair = cells.ranges("wheelchair", row).value ?? []
    guard let section, let number, let first, let last, cells.diagnostics.count == problems else {
      return nil
    }

    var line = HallLine(
      tableRow: row.number, section: section, row: number, first: first, last: last, step: step)
    line.x = x
    line.y = y
    line.floor = floor
    line.reservation = reservation.value ?? .seats([])
    line.wheelchair = wheelchair
    return line
  }

  private mutating func position(_ column: String, _ row: Table.Row) -> Double? {
    cells.decimal(column, row, expected: Wording.expectedPosition) { abs($0) <= Limits.position }.value
  }

  private static func reservation(_ text: String) -> Reservation? {
    Words.role.value(of: text).map(Reservation.role) ?? CellReader.seatNumbers(text).map(Reservation.seats)
  }
}

/// Reads the table `rostrum`. A row with an unreadable cell is left out.
struct RostrumReader {
  private var cells: CellReader
  private(set) var rows: [RostrumRow] = []

  /// Reads the rows of a sheet.
  init(_ sheet: Sheet) {
    cells = CellReader(sheet)
    for row in sheet.table.rows {
      let number = cells.requiredWhole("row", row, in: 0...Limits.rowNumber)
      let seats = cells.requiredWhole("seats", row, in: 1...Limits.seatsOfRow)
      if let number, let seats {
        rows.append(RostrumRow(tableRow: row.number, number: number, seats: seats))
      }
    }
  }

  /// What is wrong with the table.
  var diagnostics: [Diagnostic] { cells.diagnostics }
}

/// Reads the table `groups`. A row without a group is left out.
struct GroupsReader {
  private var cells: CellReader
  private(set) var groups: [GroupEntry] = []

  /// Reads the groups of a sheet.
  init(_ sheet: Sheet) {
    cells = CellReader(sheet)
    for row in sheet.table.rows {
      let order = cells.decimal("order", row, expected: Expectation.number.message) { _ in true }
      guard let name = cells.required("group", row) else { continue }
      var group = GroupEntry(row: row.number, name: name, order: order.value)
      group.sectionNames = CellParsing.list(cells.text("section", row))
      group.hotels = CellParsing.list(cells.text("hotel", row))
      group.note = cells.text("note", row)
      groups.append(group)
    }
  }

  /// What is wrong with the table.
  var diagnostics: [Diagnostic] { cells.diagnostics }
}
