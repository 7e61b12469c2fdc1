import Assembly
import Tables

/// Reads the table `tables`. A line with an unreadable cell is left out.
struct DiningTablesReader {
  private var cells: CellReader
  private let names: SelectorNames
  private(set) var tables: [DiningTable] = []

  /// Reads the lines of a sheet.
  init(_ sheet: Sheet, names: SelectorNames = SelectorNames()) {
    cells = CellReader(sheet)
    self.names = names
    for row in sheet.table.rows {
      if let table = table(row) { tables.append(table) }
    }
  }

  /// What is wrong with the table.
  var diagnostics: [Diagnostic] { cells.diagnostics }

  private mutating func table(_ row: Table.Row) -> DiningTable? {
    let problems = cells.diagnostics.count
    let number = cells.required("table", row)
    let seats = cells.requiredWhole("seats", row, in: 1...CellLimits.seatsOfRow)
    let order = cells.decimal("order", row, expected: Expectation.number.message) { _ in true }.value
    let audience = cells.read(
      "for", row, expected: Wording.expectedAudience, hint: RiderSelector.hint
    ) { [names] in AudienceCell.audience($0, names) }.value
    let x = position("x", row)
    let y = position("y", row)
    guard let number, let seats, cells.diagnostics.count == problems else { return nil }
    var table = DiningTable(row: row.number, number: number, seats: seats, order: order)
    table.diets = DietCell(cells.text("diet", row)).diets
    table.meal = cells.text("meal", row)
    table.audience = audience
    (table.x, table.y) = (x, y)
    return table
  }

  private mutating func position(_ column: String, _ row: Table.Row) -> Double? {
    cells.decimal(column, row, expected: Wording.expectedPosition) { abs($0) <= CellLimits.position }.value
  }
}
