import Assembly
import Tables

/// Reads the table `agenda`. A line with an unreadable cell is left out.
struct AgendaReader {
  private var cells: CellReader
  private(set) var items: [AgendaItem] = []

  /// Reads the lines of a sheet. A day that is written once stands for the lines under it, too.
  init(_ sheet: Sheet) {
    cells = CellReader(sheet)
    var last: Day?
    for row in sheet.table.rows {
      let isBlank = cells.text("date", row).isEmpty
      let day = isBlank && last != nil ? last : cells.requiredDay("date", row)
      if !isBlank { last = day }
      guard let what = cells.required("what", row), let day else { continue }
      items.append(
        AgendaItem(
          row: row.number, day: day, time: Self.time(cells.text("time", row)), what: what,
          place: cells.text("place", row), who: cells.text("who", row)))
    }
  }

  /// What is wrong with the table.
  var diagnostics: [Diagnostic] { cells.diagnostics }

  /// A time of the clock as all times are printed, whatever a spreadsheet made of it; anything else as it is written.
  private static func time(_ text: String) -> String {
    guard let minute = CellParsing.time(text) else { return text }
    let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
    return (hour < 10 ? "0" : "") + "\(hour):" + (rest < 10 ? "0" : "") + "\(rest)"
  }
}
