import Assembly
import Tables

/// Reads the table `badges`, of which the first row counts.
struct BadgesReader {
  private(set) var series: BadgeSeries?
  private(set) var diagnostics: [Diagnostic] = []

  init(_ sheet: Sheet) {
    var cells = CellReader(sheet)
    if let row = sheet.table.rows.first {
      series = cells.requiredWhole("first", row, in: 0...Limits.seatNumber).map(BadgeSeries.init)
    }
    diagnostics = cells.diagnostics
  }
}
