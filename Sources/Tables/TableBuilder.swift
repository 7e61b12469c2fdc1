/// One line of a table, blank or not.
struct Record {
  /// The number a spreadsheet shows beside it.
  let number: Int
  /// How many cells were written, blank ones at the end included.
  let width: Int
  /// The cells, trimmed, blank ones at the end left out.
  var cells: [String]

  init(number: Int, writtenCells: [String]) {
    self.number = number
    width = writtenCells.count
    var cells = writtenCells
    while cells.last?.isEmpty == true { cells.removeLast() }
    self.cells = cells
  }

  var isBlank: Bool { cells.isEmpty }
}

/// Puts records together to a table: the first that its layout knows for a header is the header, else the first that
/// is not blank.
struct TableBuilder {
  /// Rows among which the header is looked for.
  static let rowsOfHeader = 10

  /// Whether blank cells around the table mean nothing: people keep remarks beside it.
  var isWorkbook = false
  private var header: Record?
  private var rows: [Table.Row] = []
  private let layout: TableLayout
  private let limits: TableReader.Limits
  private var cellCount = 0
  /// The rows seen while the header is looked for.
  private var candidates: [Record] = []
  private var likelyHeader: Int?
  private var namelessColumns: Set<Int> = []

  init(layout: TableLayout, limits: TableReader.Limits) {
    self.layout = layout
    self.limits = limits
  }

  /// - Throws: a problem after which nothing further can be read.
  mutating func add(_ record: Record, _ problems: inout ProblemLog) throws(LocatedProblem) {
    guard record.number <= limits.rows else {
      throw LocatedProblem(.tooManyRows(limit: limits.rows), row: record.number)
    }
    guard !record.isBlank else { return }
    if header != nil { return try addRow(record, &problems) }
    candidates.append(record)
    let match = layout.isHeader?(record.cells) ?? .yes
    if match == .perhaps { likelyHeader = likelyHeader ?? candidates.count - 1 }
    if match == .yes {
      try begin(at: candidates.count - 1, &problems)
    } else if candidates.count == Self.rowsOfHeader {
      try begin(at: likelyHeader ?? 0, &problems)
    }
  }

  /// Ends the table.
  ///
  /// - Parameter merges: cells that are merged over several rows; the rows below the first are given its text.
  /// - Throws: `.noHeader`, and what follows from the merges.
  mutating func finish(
    merges: [CellRange] = [], _ problems: inout ProblemLog
  ) throws(LocatedProblem) -> (header: Record, rows: [Table.Row]) {
    if header == nil, !candidates.isEmpty { try begin(at: likelyHeader ?? 0, &problems) }
    guard var header else { throw LocatedProblem(.noHeader) }
    try fill(merges, under: header)
    if let first = rows.first, let names = layout.joinedHeader(header.cells, first.cells) {
      header.cells = names
      rows.removeFirst()
    }
    checkNames(of: header, &problems)
    for row in rows { checkCells(of: row, under: header, &problems) }
    return (header, rows)
  }

  /// Takes a row that was seen for the header. Where none is known for one it is the first, so that what it lacks can
  /// be told.
  private mutating func begin(at place: Int, _ problems: inout ProblemLog) throws(LocatedProblem) {
    let records = candidates
    candidates = []
    header = records[place]
    if let title = records.first, place > 0 {
      let found = title.cells.first { !$0.isEmpty }
      problems.append(LocatedProblem(.titleSkipped(rows: place), row: title.number, found: found))
    }
    for record in records[(place + 1)...] { try addRow(record, &problems) }
  }

  private mutating func addRow(_ record: Record, _ problems: inout ProblemLog) throws(LocatedProblem) {
    guard let header else { return }
    if layout.isHeader == nil, rows.isEmpty, header.nameCount == 1, record.nameCount > 1 {
      throw LocatedProblem(.titleAboveHeader, row: header.number, found: header.cells.last)
    }
    if layout.isRemark(record.cells, header.cells) {
      let found = record.cells.first { !$0.isEmpty }
      problems.append(LocatedProblem(.remarkSkipped, row: record.number, found: found))
      return
    }
    cellCount += record.cells.count
    guard cellCount <= limits.cells else {
      throw LocatedProblem(.tooManyCells(limit: limits.cells), row: record.number)
    }
    rows.append(Table.Row(number: record.number, cells: record.cells))
  }

  /// Gives the text of merged cells to the rows that they reach down to.
  private mutating func fill(_ merges: [CellRange], under header: Record) throws(LocatedProblem) {
    var work = 0
    for merge in merges {
      guard let first = rows.place(ofNumber: merge.rows.lowerBound) else { continue }
      let text = rows[first][merge.column - 1]
      guard !text.isEmpty else { continue }
      var index = first + 1
      while index < rows.count, merge.rows.contains(rows[index].number) {
        work += max(1, merge.column - rows[index].cells.count)
        guard work <= limits.filledCells else {
          throw LocatedProblem(.tooManyCells(limit: limits.filledCells))
        }
        if rows[index][merge.column - 1].isEmpty {
          var cells = rows[index].cells
          while cells.count < merge.column { cells.append("") }
          cells[merge.column - 1] = text
          rows[index] = Table.Row(number: rows[index].number, cells: cells)
        }
        index += 1
      }
    }
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
  private mutating func checkCells(of record: Table.Row, under header: Record, _ problems: inout ProblemLog) {
    for index in record.cells.indices where !header.names(index) && !record.cells[index].isEmpty {
      if index >= header.width, !isWorkbook {
        problems.append(
          LocatedProblem(
            .cellBeyondHeader(columns: header.width), row: record.number, column: index + 1,
            found: record.cells[index]))
        return
      }
      if namelessColumns.insert(index).inserted {
        problems.append(
          LocatedProblem(
            isWorkbook ? .remarkBeside(firstRow: record.number) : .namelessColumn(firstRow: record.number),
            row: header.number, column: index + 1))
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
