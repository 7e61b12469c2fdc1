import Localization
import Tables

/// A table of the contract as it was read: which column stands where.
struct Sheet: Sendable {
  let columns: [Column]
  let table: Table
  /// Positions of the columns of the contract, by English name.
  let positions: [String: Int]
  /// Positions of named columns that the contract does not know.
  let unknown: [Int]

  /// The sheet of a table with these columns, and what is wrong with its header.
  ///
  /// - Parameter keepsUnknown: whether a column that is not among them is carried into printed lists.
  static func make(
    _ table: Table, _ columns: [Column], keepsUnknown: Bool = false
  ) -> (sheet: Sheet, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let columnOfHeader = Dictionary(
      columns.flatMap { column in ([column.name] + column.chinese).map { (foldHeader($0), column) } }
    ) { first, _ in first }
    var positions: [String: Int] = [:]
    var unknown: [Int] = []
    for (position, header) in table.header.enumerated() where !header.isEmpty {
      guard let column = columnOfHeader[foldHeader(header)] else {
        unknown.append(position)
        continue
      }
      if let first = positions[column.name] {
        diagnostics.append(
          table.headerDiagnostic(column: position, Wording.sameColumnTwice(first: first + 1)))
      } else {
        positions[column.name] = position
      }
    }
    let sheet = Sheet(columns: columns, table: table, positions: positions, unknown: unknown)
    return (sheet, diagnostics + sheet.missingColumns() + sheet.unknownColumns(areKept: keepsUnknown))
  }

  /// Whether every required column is there.
  var isComplete: Bool {
    !columns.contains(where: isMissing)
  }

  private func isMissing(_ column: Column) -> Bool {
    column.isRequired && positions[column.name] == nil && column.substitute.flatMap { positions[$0] } == nil
  }

  /// Whether some row has something in the column.
  func hasValues(in column: String) -> Bool {
    positions[column].map { position in table.rows.contains { !$0[position].isEmpty } } ?? false
  }

  /// The text of a cell; "" where the table has no such column.
  func text(_ column: String, _ row: Table.Row) -> String {
    positions[column].map { row[$0] } ?? ""
  }

  /// The row with this number.
  ///
  /// - Complexity: O(log rows).
  func row(numbered number: Int) -> Table.Row? {
    var (low, high) = (0, table.rows.count)
    while low < high {
      let middle = (low + high) / 2
      if table.rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < table.rows.count && table.rows[low].number == number ? table.rows[low] : nil
  }

  private func missingColumns() -> [Diagnostic] {
    let headers = unknown.map { table.header[$0] }
    return columns.filter(isMissing).map { column in
      let close = ([column.name] + column.chinese).lazy.compactMap { suggestion(for: $0, among: headers) }
        .first
      return Diagnostic(
        source: table.source, row: table.headerNumber, message: Wording.missingColumn(column),
        hint: close.map { Wording.renameColumn($0) })
    }
  }

  private func unknownColumns(areKept: Bool) -> [Diagnostic] {
    guard let first = unknown.first else { return [] }
    let free = columns.filter { positions[$0.name] == nil }.flatMap { $0.chinese + [$0.name] }
    let close = unknown.compactMap { position in
      suggestion(for: table.header[position], among: free).map { (table.header[position], $0) }
    }
    return [
      Diagnostic(
        .note, source: table.source, row: table.headerNumber, column: first + 1,
        message: Wording.unknownColumns(unknown.map { table.header[$0] }, areKept: areKept),
        hint: close.isEmpty ? nil : Wording.closeColumns(close))
    ]
  }
}
