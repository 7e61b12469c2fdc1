public import Foundation

/// Strokes of characters, from the table of the input method of five strokes (package `rime-data-stroke`).
///
/// A code spells a character's strokes in writing order; strokes rank 横 h < 竖 s < 撇 p < 点 n < 折 z, with 竖钩
/// counted as 竖, 提 as 横 and 捺 as 点 (rules.md H10).
public struct StrokeCodes: Sendable {
  private var codes: [Unicode.Scalar: [UInt8]] = [:]

  /// The codes that a table has for the characters of these names: lines of a character, a tab and its code. Where
  /// a character has several lines the last one counts, which is its mainland form; all other lines are skipped.
  ///
  /// - Complexity: O(bytes of the table).
  public init(_ table: Data, for names: some Sequence<String>) {
    let characters = SpelledNames.characters(of: names)
    // A lookup by index: the table has 115,000 lines of which an event needs some hundreds.
    var isWanted = [Bool](repeating: false, count: Int((characters.max()?.value ?? 0) + 1))
    for character in characters { isWanted[Int(character.value)] = true }
    table.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      var start = 0
      while start < bytes.count {
        let lineEnd =
          memchr(base + start, 0x0A, bytes.count - start).map { UnsafeRawPointer($0) - base } ?? bytes.count
        let line = start..<lineEnd
        start = lineEnd + 1
        guard let (value, tab) = StrokeCodes.leadingScalar(bytes, line), value < isWanted.count,
          isWanted[value],
          tab < line.upperBound, bytes[tab] == 0x09, let character = Unicode.Scalar(UInt32(value)),
          let code = StrokeCodes.code(bytes[(tab + 1)..<line.upperBound])
        else { continue }
        codes[character] = code
      }
    }
  }

  /// Strokes of a character as ranks 1…5, if its code is known.
  subscript(character: Unicode.Scalar) -> [UInt8]? {
    codes[character]
  }

  /// The first character of a line and where it ends; malformed UTF-8 yields a value that nobody asks for.
  private static func leadingScalar(_ bytes: UnsafeRawBufferPointer, _ line: Range<Int>) -> (Int, end: Int)? {
    guard let first = line.first.map({ Int(bytes[$0]) }) else { return nil }
    let (length, lead) =
      switch first {
      case 0xE0..<0xF0: (3, first & 0x0F)
      case 0xF0..<0xF8: (4, first & 0x07)
      case 0xC0..<0xE0: (2, first & 0x1F)
      default: (1, first)
      }
    guard length <= line.count else { return nil }
    var value = lead
    for offset in 1..<max(length, 1) {
      value = value << 6 | Int(bytes[line.lowerBound + offset] & 0x3F)
    }
    return (value, line.lowerBound + length)
  }

  private static func code(_ letters: Slice<UnsafeRawBufferPointer>) -> [UInt8]? {
    var code: [UInt8] = []
    for letter in letters {
      switch letter {
      case UInt8(ascii: "h"): code.append(1)
      case UInt8(ascii: "s"): code.append(2)
      case UInt8(ascii: "p"): code.append(3)
      case UInt8(ascii: "n"): code.append(4)
      case UInt8(ascii: "z"): code.append(5)
      case UInt8(ascii: "\r"), UInt8(ascii: "\t"): return code.isEmpty ? nil : code
      default: return nil
      }
    }
    return code.isEmpty ? nil : code
  }
}
