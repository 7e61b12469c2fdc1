import Assembly
import Tables

/// Reads the table `discussion`. A line with an unreadable cell is left out.
struct DiscussionReader {
  private var cells: CellReader
  private(set) var rooms: [DiscussionRoom] = []

  /// Reads the lines of a sheet.
  init(_ sheet: Sheet) {
    cells = CellReader(sheet)
    for row in sheet.table.rows {
      let name = cells.required("room", row)
      let session = cells.required("session", row)
      let seats = cells.requiredWhole("seats", row, in: 1...CellLimits.seatsOfRow)
      let isAccessible = cells.isYes("accessible", row)
      guard let name, let session, let seats else { continue }
      var room = DiscussionRoom(row: row.number, name: name, session: session, seats: seats)
      room.place = cells.text("place", row)
      room.isAccessible = isAccessible
      rooms.append(room)
    }
  }

  /// What is wrong with the table.
  var diagnostics: [Diagnostic] { cells.diagnostics }
}

extension CellReader {
  /// With whom somebody discusses; nothing where the cell is blank.
  func meeting(_ column: String, _ row: Table.Row) -> Meeting? {
    let text = text(column, row)
    guard !text.isEmpty else { return nil }
    return Words.noMeeting.value(of: text) == nil ? .with(text) : .nobody
  }
}
