import Assembly
import Tables

/// Reads the table `rooms`. A room with an unreadable cell is left out.
struct RoomsReader {
  private var cells: CellReader
  private(set) var rooms: [Room] = []

  /// Reads the rooms of a sheet.
  init(_ sheet: Sheet) {
    cells = CellReader(sheet)
    rooms.reserveCapacity(sheet.table.rows.count)
    for row in sheet.table.rows {
      if let room = room(row) { rooms.append(room) }
    }
  }

  /// What is wrong with the table.
  var diagnostics: [Diagnostic] { cells.diagnostics }

  private mutating func room(_ row: Table.Row) -> Room? {
    let problems = cells.diagnostics.count
    let hotel = cells.required("hotel", row)
    let number = cells.required("room", row)
    let type = cells.required("type", row).map { Words.roomType.value(of: $0) ?? .shared($0) }
    let beds = cells.whole("beds", row, in: 1...Limits.beds).value
    let price = cells.whole("price", row, in: 0...Limits.price).value
    let isAccessible = cells.isYes("accessible", row)
    let from = cells.day("from", row).value
    let to = cells.day("to", row).value
    guard let hotel, let number, let type, cells.diagnostics.count == problems else { return nil }
    return Room(
      row: row.number, hotel: hotel, floor: cells.text("floor", row), number: number, type: type,
      beds: beds ?? type.usualBeds, price: price ?? 0, isAccessible: isAccessible, from: from, to: to)
  }
}

extension RoomType {
  /// The beds of a room whose table tells none.
  fileprivate var usualBeds: Int {
    switch self {
    case .suite, .single: 1
    case .shared: 2
    }
  }
}
