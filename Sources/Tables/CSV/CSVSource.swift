import Foundation

/// The one table of a file of comma-, tab- or semicolon-separated values.
final class CSVSource: TableSource {
  let sheets = [SheetInfo(name: "", state: .visible)]
  private let separator: Separator
  private let text: DecodedText

  init(_ data: Data, limits: TableReader.Limits) throws(LocatedProblem) {
    guard !data.isEmpty else { throw LocatedProblem(.emptyFile) }
    text = try DecodedText([UInt8](data))
    separator = Separator(ofHeaderIn: text.utf8)
  }

  func readRecords(of sheet: Int, into sink: RecordSink) throws(LocatedProblem) {
    if text.encoding != .utf8 { sink.problems.append(LocatedProblem(.decodedAs(text.encoding))) }
    var scanner = RecordScanner(text.utf8, separator: separator, limits: sink.limits)
    while let record = scanner.next(&sink.problems) { try sink.take(record) }
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
