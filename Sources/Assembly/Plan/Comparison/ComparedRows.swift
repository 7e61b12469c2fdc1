/// The rows of a table, to be compared with those of another event.
public struct ComparedRows {
  private let table: TableName
  private let rows: any RowsWithKeys

  /// Rows, or for the hall seats; nothing where an event has no such table.
  ///
  /// - Parameter key: what makes two rows the same that say something else.
  init<Row: Hashable, Key: Hashable>(_ table: TableName, _ rows: [Row]?, key: (Row) -> Key) {
    self.table = table
    self.rows = Rows(
      keyOfRow: Dictionary((rows ?? []).map { ($0, key($0)) }) { first, _ in first })
  }

  /// Rows without their numbers: a row that stands elsewhere in the table has not changed.
  init<Row: Hashable, Key: Hashable>(
    _ table: TableName, numbered number: WritableKeyPath<Row, Int>, _ rows: [Row]?, key: (Row) -> Key
  ) {
    let plain = rows?.map { row in
      var row = row
      row[keyPath: number] = 0
      return row
    }
    self.init(table, plain, key: key)
  }

  /// How many rows are new, gone and changed; nothing where all are as they were.
  ///
  /// - Parameter earlier: rows of the same table.
  /// - Complexity: O(rows).
  func difference(from earlier: ComparedRows) -> TableComparison.ChangedTable? {
    let (gone, fresh, changed) = rows.difference(from: earlier.rows)
    guard gone + fresh > 0 else { return nil }
    return TableComparison.ChangedTable(
      table: table, new: fresh - changed, gone: gone - changed, changed: changed)
  }
}

/// Rows of one type, each with what makes it the same one when it says something else.
private protocol RowsWithKeys {
  /// Keys of rows that are gone, of those that are new, and of those that are both.
  func difference(from earlier: any RowsWithKeys) -> (gone: Int, fresh: Int, changed: Int)
}

private struct Rows<Row: Hashable, Key: Hashable>: RowsWithKeys {
  let keyOfRow: [Row: Key]

  func difference(from earlier: any RowsWithKeys) -> (gone: Int, fresh: Int, changed: Int) {
    guard let earlier = earlier as? Rows<Row, Key> else { preconditionFailure("rows of another table") }
    let gone = earlier.keys(notIn: self)
    let fresh = keys(notIn: earlier)
    return (gone.count, fresh.count, gone.intersection(fresh).count)
  }

  private func keys(notIn other: Rows<Row, Key>) -> Set<Key> {
    keyOfRow.reduce(into: []) { keys, row in
      if other.keyOfRow[row.key] == nil { keys.insert(row.value) }
    }
  }
}
