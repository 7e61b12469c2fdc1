import Localization

/// A table that was read: a header and the rows under it, every cell trimmed.
public struct Table: Sendable {
  /// One row under the header.
  public struct Row: Sendable, Hashable {
    /// The number a spreadsheet shows beside the row. A cell with line breaks in it does not make two rows.
    public let number: Int
    /// The cells, blank ones at the end left out.
    public let cells: [String]

    /// A row of trimmed cells.
    public init(number: Int, cells: [String]) {
      self.number = number
      self.cells = cells
    }

    /// The text of a column, counted from 0 as in `Table.header`; "" where the row has no such cell.
    public subscript(column: Int) -> String {
      cells.indices.contains(column) ? cells[column] : ""
    }
  }

  /// The name of the file or sheet as messages show it: `people.csv`, `人员.csv`.
  public let source: String
  /// The names of the columns as written, trimmed; blank ones at the end left out.
  public let header: [String]
  /// The number a spreadsheet shows beside the header: 1 unless blank rows stand above it.
  public let headerNumber: Int
  /// The rows that are not blank, in listed order.
  public let rows: [Row]

  /// A table of trimmed cells.
  public init(
    source: String, header: [String], headerNumber: Int = 1, rows: [Row]
  ) {
    self.source = source
    self.header = header
    self.headerNumber = headerNumber
    self.rows = rows
  }

  /// The first column whose header reads as `name` (see `foldHeader`), counted from 0.
  public func column(named name: String) -> Int? {
    let folded = foldHeader(name)
    return header.firstIndex { foldHeader($0) == folded }
  }

  /// A diagnostic that points at a cell and quotes it.
  ///
  /// - Parameters:
  ///   - severity: whether the cell is refused.
  ///   - row: the row of the cell.
  ///   - column: counted from 0 as in `header`; the message counts from 1.
  ///   - message: what is wrong with it.
  ///   - hint: what it may have been meant to be.
  ///   - code: what programs call it.
  public func diagnostic(
    _ severity: Diagnostic.Severity = .error, row: Row, column: Int, _ message: Phrase, hint: Phrase? = nil,
    code: String = "cell"
  ) -> Diagnostic {
    Diagnostic(
      severity, source: source, row: row.number, column: column + 1, found: row[column],
      message: message, hint: hint, code: code)
  }

  /// A diagnostic that says what a cell should have held.
  public func diagnostic(row: Row, column: Int, expected: Expectation) -> Diagnostic {
    diagnostic(
      row: row, column: column, expected.message, hint: expected.hint(for: row[column]), code: expected.code)
  }

  /// A diagnostic that points at the name of a column and quotes it.
  public func headerDiagnostic(
    _ severity: Diagnostic.Severity = .error, column: Int, _ message: Phrase, hint: Phrase? = nil,
    code: String = "cell"
  ) -> Diagnostic {
    Diagnostic(
      severity, source: source, row: headerNumber, column: column + 1,
      found: header.indices.contains(column) ? header[column] : "", message: message, hint: hint, code: code)
  }
}

/// How a file writes its characters.
public enum TextEncoding: String, Sendable, Hashable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16 LE"
  case utf16BigEndian = "UTF-16 BE"
  /// What Excel writes on a Chinese Windows; GBK and GB 2312 are parts of it.
  case gb18030 = "GB18030"
}

/// What stands between two cells of a line.
enum Separator: UInt8, Sendable, Hashable, CaseIterable {
  case comma = 0x2C
  case tab = 0x09
  case semicolon = 0x3B
}

extension [Table.Row] {
  /// The place of the row with this number; rows stand in the order of their numbers.
  ///
  /// - Complexity: O(log rows).
  public func place(ofNumber number: Int) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].number == number ? low : nil
  }
}
