public import Foundation

/// The files of an event in one text, so that one input of a fuzzer is a whole event and a person can read it: each
/// begins with a line `=== people.csv`.
public struct EventFilesText {
  static let mark = Array("=== ".utf8)

  /// The files by name, in the order of the text. Of two that bear one name the later counts.
  public let files: [(name: String, lines: [ArraySlice<UInt8>])]

  /// The files of a text; what stands before the first of them means nothing.
  public init(_ text: [UInt8]) {
    var files: [(name: String, lines: [ArraySlice<UInt8>])] = []
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: Self.mark) {
        files.append((String(decoding: line.dropFirst(Self.mark.count), as: UTF8.self), []))
      } else if !files.isEmpty {
        files[files.count - 1].lines.append(line)
      }
    }
    self.files = files
  }

  /// The files as they would lie in a folder.
  public var contents: [String: Data] {
    Dictionary(
      files.map { ($0.name, Data($0.lines.joined(separator: CollectionOfOne(UInt8(ascii: "\n"))))) }
    ) { $1 }
  }
}
