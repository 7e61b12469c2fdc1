import Assembly
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
  /// A day of the event, so that a date may lack its year.
  var near: Day?

  /// The sheet of a table with these columns, and what is wrong with its header.
  ///
  /// - Parameter keepsUnknown: whether a column that is not among them is carried into printed lists.
  static func make(
    _ table: Table, _ columns: [Column], keepsUnknown: Bool = false
  ) -> (sheet: Sheet, diagnostics: [Diagnostic]) {
    let names = ColumnNames(columns)
    var diagnostics: [Diagnostic] = []
    var positions: [String: Int] = [:]
    var unknown: [Int] = []
    for (position, match) in table.header.map(names.match).enumerated() where !table.header[position].isEmpty
    {
      guard let match else {
        unknown.append(position)
        continue
      }
      guard let first = positions[match.column.name] else {
        positions[match.column.name] = position
        continue
      }
      let firstDistance = names.match(table.header[first])?.distance ?? 0
      if firstDistance == match.distance {
        diagnostics.append(
          table.headerDiagnostic(column: position, Wording.sameColumnTwice(first: first + 1)))
      } else {
        // 代表团 and 工作单位 beside one another: the better known name is the column, the other one more to print.
        unknown.append(firstDistance < match.distance ? position : first)
        if match.distance < firstDistance { positions[match.column.name] = position }
      }
    }
    unknown.sort()
    let sheet = Sheet(columns: columns, table: table, positions: positions, unknown: unknown)
    return (sheet, diagnostics + sheet.missingColumns(names) + sheet.unknownColumns(areKept: keepsUnknown))
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
    table.rows.place(ofNumber: number).map { table.rows[$0] }
  }

  private func missingColumns(_ names: ColumnNames) -> [Diagnostic] {
    let headers = unknown.map { table.header[$0] }
    // 编号，姓名 in one cell: whoever types a CSV file on a Chinese keyboard parts cells like this.
    let areJoined = headers.contains { header in
      header.split { "，、；".contains($0) }.count { names.match(String($0)) != nil } > 1
    }
    var free = headers
    return columns.filter(isMissing).map { column in
      let close = ([column.name] + column.chinese).lazy.compactMap { suggestion(for: $0, among: free) }.first
      free.removeAll { $0 == close }
      return Diagnostic(
        source: table.source, row: table.headerNumber, message: Wording.missingColumn(column),
        hint: areJoined ? Wording.chineseCommas : close.map { Wording.renameColumn($0) },
        code: "missing-column")
    }
  }

  private func unknownColumns(areKept: Bool) -> [Diagnostic] {
    guard let first = unknown.first else { return [] }
    let free = columns.filter { positions[$0.name] == nil && $0.isInTemplate }.flatMap {
      $0.chinese + [$0.name]
    }
    let close = unknown.compactMap { position in
      suggestion(for: table.header[position], among: free).map { (table.header[position], $0) }
    }
    // What reads like a wish and is none must not seem to be heard.
    let wishes =
      areKept
      ? unknown.filter { position in
        !close.contains { $0.0 == table.header[position] } && isWishlike(table.header[position])
      } : []
    return wishes.map { position in
      table.headerDiagnostic(.note, column: position, Wording.wishlikeColumn, code: "unread-wish")
    } + [
      Diagnostic(
        .note, source: table.source, row: table.headerNumber, column: first + 1,
        message: Wording.unknownColumns(unknown.map { table.header[$0] }, areKept: areKept),
        hint: close.isEmpty ? nil : Wording.closeColumns(close), code: "unknown-columns")
    ]
  }
}

/// Whether a header of a list of people seems to ask for something to be arranged.
private func isWishlike(_ header: String) -> Bool {
  let words = [
    "座位", "座号", "座次", "房", "住", "宿", "酒店", "宾馆", "车", "接", "送", "同行", "陪同", "随行", "桌", "餐", "参会", "出席", "到会",
    "seat",
    "room", "hotel", "table", "attend",
  ]
  let folded = foldHeader(header)
  return words.contains { folded.contains($0) }
}
