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
    public var cells = 50_000_000
    /// UTF-16 units of a cell; Excel's own limit.
    public var cellLength = 32_767
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
    var problems = ProblemLog(limit: limits.problems)
    do {
      let table = try table(from: data, source: source, limits: limits, &problems)
      return (table, problems.diagnostics(in: source))
    } catch {
      throw UnreadableTable(diagnostics: problems.diagnostics(in: source) + [error.diagnostic(in: source)])
    }
  }

  private static func table(
    from data: Data, source: String, limits: Limits, _ problems: inout ProblemLog
  ) throws(LocatedProblem) -> Table {
    guard !data.isEmpty else { throw LocatedProblem(.emptyFile) }
    guard data.count <= limits.bytes else {
      throw LocatedProblem(.tooManyBytes(data.count, limit: limits.bytes))
    }
    let text = try DecodedText([UInt8](data))
    if text.encoding != .utf8 { problems.append(LocatedProblem(.decodedAs(text.encoding))) }

    let separator = Separator(ofHeaderIn: text.utf8)
    var scanner = RecordScanner(text.utf8, separator: separator, limits: limits)
    var builder = TableBuilder(limits: limits)
    while let record = scanner.next(&problems) {
      try builder.add(record, &problems)
    }
    guard let header = builder.header else { throw LocatedProblem(.noHeader) }
    return Table(source: source, header: header.cells, headerNumber: header.number, rows: builder.rows)
  }
}

extension Separator {
  /// The separator that occurs most often outside quotes in the first line that has a name in it; the comma
  /// where none does.
  fileprivate init(ofHeaderIn text: [UInt8]) {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var hasName = false
    for byte in text {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if hasName { break }
        counts = [:]
      } else if Separator(rawValue: byte) != nil {
        counts[byte, default: 0] += 1
      } else if byte != UInt8(ascii: " ") {
        hasName = true
      }
    }
    self = Separator.allCases.reduce(.comma) { best, next in
      counts[next.rawValue, default: 0] > counts[best.rawValue, default: 0] ? next : best
    }
  }
}

/// A file of which no table can be made.
public struct UnreadableTable: Error, Sendable {
  /// What there is to tell; the last is the error that ended the reading.
  public let diagnostics: [Diagnostic]
}
