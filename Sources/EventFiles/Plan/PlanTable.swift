import Assembly
public import Foundation
import Tables

/// A table of a plan as a value, whatever file it comes from or goes to.
public struct PlanTable: Sendable, Hashable {
  /// Name of the file that holds it: `hall.csv`.
  public let file: String
  /// The names of the columns.
  public let header: [String]
  /// The cells of each row.
  public private(set) var rows: [[String]] = []

  init(_ file: String, _ columns: [Column]) {
    self.file = file
    header = columns.map(\.name)
  }

  /// The table of a file of this name; nothing when the bytes are none.
  init?(_ file: String, _ data: Data) {
    guard let (table, _) = try? TableReader.read(data, source: file) else { return nil }
    self.file = file
    header = table.header
    rows = table.rows.map { row in header.indices.map { row[$0] } }
  }

  mutating func append(_ row: [String]) {
    rows.append(row)
  }

  /// The bytes of the file.
  public var csv: Data {
    var writer = TableWriter(header: header)
    for row in rows { writer.append(row) }
    return writer.data
  }

  /// These cells of every row; none where a column is missing.
  func cells(_ columns: String...) -> [[String]] {
    let positions = columns.compactMap { column in
      header.firstIndex { foldHeader($0) == foldHeader(column) }
    }
    guard positions.count == columns.count else { return [] }
    return rows.map { row in positions.map { row[$0] } }
  }
}

extension [PlanTable] {
  /// The tables of the modules among the files of a plan, as far as they can be read.
  public init(_ files: [String: Data]) {
    self = Module.allCases.flatMap(\.files).compactMap { name in
      files[name].flatMap { PlanTable(name, $0) }
    }
  }
}
