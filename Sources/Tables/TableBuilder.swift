/// One line of a table, blank or not.
struct Record {
  /// The number a spreadsheet shows beside it.
  let number: Int
  /// How many cells were written, blank ones at the end included.
  let width: Int
  /// The cells, trimmed, blank ones at the end left out.
  let cells: [String]

  init(number: Int, writtenCells: [String]) {
    self.number = number
    width = writtenCells.count
    var cells = writtenCells
    while cells.last?.isEmpty == true { cells.removeLast() }
    self.cells = cells
  }

  var isBlank: Bool { cells.isEmpty }
}

/// Puts records together to a table: the first that is not blank is the header.
struct TableBuilder {
  private(set) var header: Record?
  private(set) var rows: [Table.Row] = []
  private let limits: TableReader.Limits
  private var cellCount = 0
  private var namelessColumns: Set<Int> = []

  init(limits: TableReader.Limits) {
    self.limits = limits
  }

  /// - Throws: a problem after which nothing further can be read.
  mutating func add(_ record: Record, _ problems: inout ProblemLog) throws(LocatedProblem) {
    guard record.number <= limits.rows else {
      throw LocatedProblem(.tooManyRows(limit: limits.rows), row: record.number)
    }
    guard !record.isBlank else { return }
    guard let header else {
      checkNames(of: record, &problems)
      header = record
      return
    }
    if rows.isEmpty && header.nameCount == 1 && record.nameCount > 1 {
      throw LocatedProblem(.titleAboveHeader, row: header.number, found: header.cells.last)
    }
    cellCount += record.cells.count
    guard cellCount <= limits.cells else {
      throw LocatedProblem(.tooManyCells(limit: limits.cells), row: record.number)
    }
    checkCells(of: record, under: header, &problems)
    rows.append(Table.Row(number: record.number, cells: record.cells))
  }

  private func checkNames(of header: Record, _ problems: inout ProblemLog) {
    var columns: [String: Int] = [:]
    for (index, name) in header.cells.enumerated() where !name.isEmpty {
      let column = index + 1
      if let first = columns[foldHeader(name)] {
        problems.append(
          LocatedProblem(
            .duplicateHeader(firstColumn: first), row: header.number, column: column, found: name))
      } else {
        columns[foldHeader(name)] = column
      }
    }
  }

  /// Finds cells that no header names: beyond the last written column in each row, inside the header once.
  private mutating func checkCells(of record: Record, under header: Record, _ problems: inout ProblemLog) {
    for index in record.cells.indices where !header.names(index) && !record.cells[index].isEmpty {
      if index >= header.width {
        problems.append(
          LocatedProblem(
            .cellBeyondHeader(columns: header.width), row: record.number, column: index + 1,
            found: record.cells[index]))
        return
      }
      if namelessColumns.insert(index).inserted {
        problems.append(
          LocatedProblem(.namelessColumn(firstRow: record.number), row: header.number, column: index + 1))
      }
    }
  }
}

extension Record {
  fileprivate var nameCount: Int { cells.count { !$0.isEmpty } }

  fileprivate func names(_ column: Int) -> Bool {
    column < cells.count && !cells[column].isEmpty
  }
}
