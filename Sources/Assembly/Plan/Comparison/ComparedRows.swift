import Foundation

/// The rows of a table, to be compared with those of another event.
public struct ComparedRows {
  private let table: TableName
  /// Each row, and what makes it the same one when it says something else.
  private let keyOfRow: [AnyHashable: AnyHashable]

  /// Rows, or for the hall seats; nothing where an event has no such table.
  ///
  /// - Parameter key: what makes two rows the same that say something else.
  init<Row: Hashable>(_ table: TableName, _ rows: [Row]?, key: (Row) -> AnyHashable) {
    self.table = table
    keyOfRow = Dictionary((rows ?? []).map { (AnyHashable($0), key($0)) }) { first, _ in first }
  }

  /// Rows without their numbers: a row that stands elsewhere in the table has not changed.
  init<Row: Hashable>(
    _ table: TableName, numbered number: WritableKeyPath<Row, Int>, _ rows: [Row]?,
    key: (Row) -> AnyHashable
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
  /// - Complexity: O(rows).
  func difference(from earlier: ComparedRows) -> TableComparison.ChangedTable? {
    let gone = Set(earlier.keyOfRow.filter { keyOfRow[$0.key] == nil }.values)
    let fresh = Set(keyOfRow.filter { earlier.keyOfRow[$0.key] == nil }.values)
    guard gone.count + fresh.count > 0 else { return nil }
    return TableComparison.ChangedTable(
      table: table, new: rows(fresh.subtracting(gone)), gone: rows(gone.subtracting(fresh)),
      changed: rows(gone.intersection(fresh)))
  }

  private func rows(_ keys: Set<AnyHashable>) -> TableComparison.ChangedTable.Rows {
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
