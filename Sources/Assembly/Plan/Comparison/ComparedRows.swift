import Foundation

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
    let (gone, fresh) = rows.difference(from: earlier.rows)
    guard gone.count + fresh.count > 0 else { return nil }
    return TableComparison.ChangedTable(
      table: table, new: named(fresh.subtracting(gone)), gone: named(gone.subtracting(fresh)),
      changed: named(gone.intersection(fresh)))
  }

  private func named(_ keys: Set<AnyHashable>) -> TableComparison.ChangedTable.Rows {
    // Kinds of posts have words of their own in each language.
    let names = table == .duties ? [] : keys.compactMap(Self.name)
    return TableComparison.ChangedTable.Rows(
      count: keys.count,
      names: names.sorted { $0.compare($1, options: .numeric) == .orderedAscending })
  }

  private static func name(_ key: AnyHashable) -> String? {
    switch key.base {
    case let name as String: name
    case let names as [String]: names.filter { !$0.isEmpty }.joined(separator: " ")
    case let number as Int: String(number)
    default: nil
    }
  }
}

/// Rows of one type, each with what makes it the same one when it says something else.
private protocol RowsWithKeys {
  /// Keys of rows that are gone, and of those that are new.
  func difference(from earlier: any RowsWithKeys) -> (gone: Set<AnyHashable>, fresh: Set<AnyHashable>)
}

private struct Rows<Row: Hashable, Key: Hashable>: RowsWithKeys {
  let keyOfRow: [Row: Key]

  func difference(from earlier: any RowsWithKeys) -> (gone: Set<AnyHashable>, fresh: Set<AnyHashable>) {
    guard let earlier = earlier as? Rows<Row, Key> else { preconditionFailure("rows of another table") }
    return (earlier.keys(notIn: self), keys(notIn: earlier))
  }

  private func keys(notIn other: Rows<Row, Key>) -> Set<AnyHashable> {
    keyOfRow.reduce(into: []) { keys, row in
      if other.keyOfRow[row.key] == nil { keys.insert(AnyHashable(row.value)) }
    }
  }
}
