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

  mutating func append(_ row: [String]) {
    rows.append(row)
  }

  /// The bytes of the file.
  public var csv: Data {
    var writer = TableWriter(header: header)
    for row in rows { writer.append(row) }
    return writer.data
  }
}
