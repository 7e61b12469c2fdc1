import Foundation

/// Reads a file of comma-, tab- or semicolon-separated values.
public enum TableReader {
  /// How large a table may be, so that no file can exhaust the memory.
  public struct Limits: Sendable {
    /// Size of the file in bytes.
    public var bytes = 512 << 20
    /// Rows, the header and blank ones included.
    public var rows = 2_000_000
    /// Cells of a row.
    public var columns = 1_000
    /// Cells of the table.
    public var cells = 20_000_000
    /// Cells that are given the text of merged ones above them.
    public var filledCells = 5_000_000
    /// UTF-16 units of a cell; Excel's own limit.
    public var cellLength = 32_767
    /// Merged cells of a sheet that reach over several rows.
    public var merges = 100_000
    /// Errors that are reported one by one; of the others the number is told.
    public var problems = 10_000

    /// Limits that a real event stays far below.
    public static let `default` = Limits()

    /// The default limits, to be changed one by one.
    public init() {}
  }

  /// Reads a table and tells every problem of it.
  ///
  /// The diagnostics may hold errors: the table is then as complete as can be, for further checks, but must
  /// not be used. A refused cell keeps its text.
  ///
  /// - Parameters:
  ///   - data: the bytes of the file, in any `TextEncoding`.
  ///   - source: the name of the file as messages show it.
  ///   - limits: how large the table may be.
  /// - Returns: the table, and what there is to tell, in the order of the file.
  /// - Throws: `UnreadableTable` when no table can be made of the bytes.
  /// - Complexity: O(*n*) in the number of bytes.
  public static func read(
    _ data: Data, source: String, limits: Limits = .default
  ) throws(UnreadableTable) -> (table: Table, diagnostics: [Diagnostic]) {
    try TableFile(data, name: source, limits: limits) { _ in .csv }.read(sheet: 0, source: source)
  }
}

/// A file of which no table can be made.
public struct UnreadableTable: Error, Sendable {
  /// What there is to tell; the last is the error that ended the reading.
  public let diagnostics: [Diagnostic]
}
