import Foundation

/// The one table of a file of comma-, tab- or semicolon-separated values.
final class CSVSource: TableSource {
  let sheets = [SheetInfo(name: "", state: .visible)]
  private let text: DecodedText

  init(_ data: Data, limits: TableReader.Limits) throws(LocatedProblem) {
    guard !data.isEmpty else { throw LocatedProblem(.emptyFile) }
    text = try DecodedText([UInt8](data))
  }

  func readRecords(of sheet: Int, into sink: RecordSink) throws(LocatedProblem) {
    if text.encoding != .utf8 { sink.problems.append(LocatedProblem(.decodedAs(text.encoding))) }
    var scanner = RecordScanner(text.utf8, separator: separator(sink.layout), limits: sink.limits)
    while let record = scanner.next(&sink.problems) { try sink.take(record) }
  }

  /// The separator by which one of the first rows is the header of the table; a title above it may have others in it.
  private func separator(_ layout: TableLayout) -> Separator {
    let likely = Separator(ofHeaderIn: text.utf8)
    guard let isHeader = layout.isHeader else { return likely }
    let beginning = Array(text.utf8.prefix(1 << 16))
    let others = Separator.allCases.filter { $0 != likely }
    return ([likely] + others).first { separator in
      var scanner = RecordScanner(beginning, separator: separator, limits: .default)
      var unheard = ProblemLog(limit: 0)
      for _ in 0..<2 * TableBuilder.rowsOfHeader {
        guard let record = scanner.next(&unheard) else { return false }
        if isHeader(record.cells) == .yes { return true }
      }
      return false
    } ?? likely
  }
}

extension Separator {
  /// The separator that occurs most often outside quotes in the first line that has one; the comma where none of the
  /// first lines does. A title above the header has none.
  fileprivate init(ofHeaderIn text: [UInt8]) {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var lines = 0
    for byte in text {
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        lines += 1
        if hasName(counts) || lines > 20 { break }
        counts = [:]
      } else if Separator(rawValue: byte) != nil {
        counts[byte, default: 0] += 1
      } else if byte != UInt8(ascii: " ") {
        counts[0] = 1
      }
    }
    self = Separator.allCases.reduce(.comma) { best, next in
      counts[next.rawValue, default: 0] > counts[best.rawValue, default: 0] ? next : best
    }

    func hasName(_ counts: [UInt8: Int]) -> Bool { counts[0] == 1 && counts.count > 1 }
  }
}
