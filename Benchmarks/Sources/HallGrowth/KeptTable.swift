import Foundation
import HallInstances

/// The table of an earlier measurement, kept in a file between two markers.
struct KeptTable {
  private static let (begin, end) = ("<!-- growth -->", "<!-- end of growth -->")
  /// Counts may grow by this share, and by one, before it is told: the arithmetic of linear programs differs a little
  /// from library to library.
  private static let tolerance = 0.1

  private let file: URL
  private let before: Substring
  private let table: Substring
  private let after: Substring

  /// A file without the two markers, one after the other.
  struct MarkersMissing: Error, CustomStringConvertible {
    let file: URL
    var description: String { "\(file.relativePath) lacks \(KeptTable.begin) or, after it, \(KeptTable.end)" }
  }

  init(in file: URL) throws {
    self.file = file
    // Substrings of one text, so that what stands around the table is written back as it was.
    let text = try String(contentsOf: file, encoding: .utf8)
    guard let first = text.range(of: KeptTable.begin),
      let last = text.range(of: KeptTable.end, range: first.upperBound..<text.endIndex)
    else { throw MarkersMissing(file: file) }
    before = text[..<first.upperBound]
    table = text[first.upperBound..<last.lowerBound]
    after = text[last.lowerBound...]
  }

  /// Puts a new table between the markers.
  func replace(by table: String) throws {
    try "\(before)\n\(table)\n\(after)".write(to: file, atomically: true, encoding: .utf8)
  }

  /// What takes more now than it did; a row that the table lacks is told as well, for nothing was compared.
  func complaints(about row: Growth) -> [String] {
    let name = row.instance.name
    guard let kept = counts(of: row) else { return ["\(name): not in \(file.relativePath)"] }
    return zip(Growth.Count.allCases, kept).compactMap { count, kept in
      let limit = kept * (1 + KeptTable.tolerance) + 1
      return row[count] <= limit ? nil : "\(name): \(row[count]) \(count.rawValue), where \(kept) were enough"
    }
  }

  private func counts(of row: Growth) -> [Double]? {
    for line in table.split(separator: "\n") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.starts(with: row.key), cells.count > row.key.count + Growth.Count.allCases.count else {
        continue
      }
      // The seconds stand between what is measured and the counts.
      let counts = cells.dropFirst(row.key.count + 1).prefix(Growth.Count.allCases.count)
        .compactMap { Double($0.replacing(",", with: "")) }
      return counts.count == Growth.Count.allCases.count ? counts : nil
    }
    return nil
  }
}
