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
    let name = rowName(row)
    let seatNames = cells.read(
      "numbers", row, expected: Wording.expectedSeatNames, SeatNumbers.names)
    let isCounted = if case .blank = seatNames { true } else { false }
    let first = isCounted ? cells.requiredWhole("first", row, in: 0...CellLimits.seatNumber) : 1
    let last = isCounted ? cells.requiredWhole("last", row, in: 0...CellLimits.seatNumber) : 1
    let step = cells.whole("step", row, in: -2...2).value
    let x = position("x", row)
    let y = position("y", row)
    let floor = cells.whole("floor", row, in: -CellLimits.floor...CellLimits.floor).value ?? 1
    let reservation = cells.read(
      "reserved", row, expected: Wording.expectedReservation, hint: Words.role.hint, Self.reservation)
    let wheelchair = cells.read("wheelchair", row, expected: .numberRanges, SeatNumbers.seats).value ?? []
    guard let section, let name, let first, let last, cells.diagnostics.count == problems else {
      return nil
    }

    var line = HallLine(
      tableRow: row.number, section: section, row: name, first: first, last: last, step: step)
    line.seatNames = seatNames.value
    line.x = x
    line.y = y
    line.floor = floor
    line.reservation = reservation.value ?? .seats([])
    line.wheelchair = wheelchair
    return line
  }

  private mutating func position(_ column: String, _ row: Table.Row) -> Double? {
    cells.decimal(column, row, expected: Wording.expectedPosition) { abs($0) <= CellLimits.position }.value
  }

  private static func reservation(_ text: String) -> Reservation? {
    Words.role.value(of: text).map(Reservation.role) ?? SeatNumbers.seats(text).map(Reservation.seats)
  }

  /// A row's number, or the letters that stand for one.
  private mutating func rowName(_ row: Table.Row) -> PrintedName? {
    let cell = cells.read("row", row, expected: Wording.expectedRow) { text -> PrintedName? in
      switch SeatName.printedName(Units.number(text, of: "row").map { String($0) } ?? text) {
      case .number(let number): number <= CellLimits.rowNumber ? .number(number) : nil
      case .letters(let letters):
        letters.allSatisfy(\.isASCII) ? .letters(letters) : nil
      case nil: nil
      }
    }
    if case .blank = cell { cells.refuse("row", row, Wording.expectedRow) }
    return cell.value
  }
}

/// Cells that name seats of a line.
enum SeatNumbers {
  /// `1-3,5,12a`: which seats, in any order.
  static func seats(_ text: String) -> [NamedSeats]? {
    parts(text)?.reduce(into: [NamedSeats]?.some([])) { seats, part in
      if let name = SeatName.printedName(part), case .letters = name {
        seats?.append(.name(name))
      } else if let range = CellReader.seatNumbers(part)?.first {
        seats?.append(.range(range))
      } else {
        seats = nil
      }
    }
  }

  /// `1-12,12a,14`: all seats from the audience's left to right; a range may run down.
  static func names(_ text: String) -> [PrintedName]? {
    parts(text)?.reduce(into: [PrintedName]?.some([])) { names, part in
      let ends = part.split(omittingEmptySubsequences: false, whereSeparator: { "-–—~至".contains($0) })
        .map { SeatName.printedName($0) }
      if ends.count == 1, let name = ends[0] {
        names?.append(name)
      } else if ends.count == 2, case .number(let first)? = ends[0], case .number(let last)? = ends[1],
        abs(last - first) < CellLimits.seatsOfRow
      {
        names? += stride(from: first, through: last, by: first <= last ? 1 : -1).map(PrintedName.number)
      } else {
        names = nil
      }
    }
  }

  private static func parts(_ text: String) -> [String]? {
    let parts = CellParsing.halfWidth(text).split(omittingEmptySubsequences: false) {
      ",、;\n".contains($0)
    }.map { CellParsing.halfWidth(String($0)) }
    return parts.contains("") ? nil : parts
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
      let number = cells.requiredWhole("row", row, in: 0...CellLimits.rowNumber)
      let seats = cells.requiredWhole("seats", row, in: 1...CellLimits.seatsOfRow)
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
      group.discussion = cells.meeting("discussion", row)
      group.contacts = CellParsing.list(cells.text("contact", row))
      group.note = cells.text("note", row)
      groups.append(group)
    }
  }

  /// What is wrong with the table.
  var diagnostics: [Diagnostic] { cells.diagnostics }
}
