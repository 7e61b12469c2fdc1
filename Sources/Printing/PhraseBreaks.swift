import CPango

/// Where the few lines of a title, a name or a cell are best ended. Chinese may be broken between any two ideographs; the eye
/// wants whole words: 县乡村振兴局 / 局长, not 县乡村振 / 兴局局长.
extension Typesetter {
  /// A text a little wider than its line is squeezed rather than broken for its last characters.
  static let squeezing = 1.12

  /// The lines of a text that is wider than one.
  func phraseLines(of text: String, _ style: TextStyle, width: Double) -> [String] {
    let natural = self.width(of: text, style)
    let scalars = Array(text.unicodeScalars)
    // A paragraph is no phrase, and without a place to break there is no choice.
    let ends = natural < width * 12 ? breaks(in: text, scalars) + [scalars.count] : []
    guard ends.count > 1 else { return lines(of: text, style, width: width) }
    let starts = [0] + ends.dropLast()
    let texts = { (first: Int, end: Int) -> String in
      String(String.UnicodeScalarView(scalars[first..<end])).trimmingBlanks
    }
    let reach = ends.map { self.width(of: texts(0, $0), style) }
    func own(_ first: Int, _ last: Int) -> Double { reach[last] - (first == 0 ? 0 : reach[first - 1]) }
    // Lines so far, what their ends cost, and the widest of them; and where the last of them begins.
    var best: [(lines: Int, cost: Int, widest: Double, first: Int)] = []
    for last in ends.indices {
      var choice: (lines: Int, cost: Int, widest: Double, first: Int)?
      for first in (0...last).reversed() {
        let line = own(first, last)
        // A piece wider than a line has one of its own.
        if line > width * Self.squeezing, first < last { break }
        let before = first == 0 ? (lines: 0, cost: 0, widest: 0.0, first: 0) : best[first - 1]
        let isAlone = ends[last] - starts[first] == 1
        let end = last == ends.count - 1 ? 0 : BreakCost(scalars[ends[last] - 1], scalars[ends[last]]).cost
        let next = (
          lines: before.lines + 1, cost: before.cost + end + (isAlone ? BreakCost.alone : 0),
          widest: max(before.widest, line), first: first
        )
        let isBetter =
          choice.map { (next.lines, next.cost, next.widest) < ($0.lines, $0.cost, $0.widest) } ?? true
        if isBetter { choice = next }
      }
      best.append(choice!)
    }
    var lines: [String] = []
    var last = ends.count - 1
    while last >= 0 {
      let first = best[last].first
      lines.append(texts(starts[first], ends[last]))
      last = first - 1
    }
    return lines.reversed()
  }

  /// The places of scalars before which a line may begin, but the first.
  private func breaks(in text: String, _ scalars: [Unicode.Scalar]) -> [Int] {
    let allowed = lineBreaks(in: text)
    return scalars.indices.dropFirst().filter {
      allowed.contains($0) || scalars[$0 - 1] == "·" && scalars[$0].isHan
    }
  }
}

/// What it costs the reader that a line ends between two characters.
private struct BreakCost {
  let cost: Int

  /// That a line has a single character.
  static let alone = 3

  init(_ last: Unicode.Scalar, _ next: Unicode.Scalar) {
    if last.properties.isWhitespace || Self.ends.contains(last) || Self.beginnings.contains(next) {
      cost = 0
    } else if Self.bodies.contains(last) && !Self.goesOn.contains(next) || Self.joints.contains(next) {
      cost = 1
    } else if Self.places.contains(last) && !Self.goesOn.contains(next) {
      cost = 2
    } else {
      cost = last.isHan && next.isHan ? 4 : 2
    }
  }

  /// After these something new begins.
  private static let ends = Set("、，。；：·/／）)》」』】—".unicodeScalars)
  private static let beginnings = Set("（(《「『【".unicodeScalars)
  /// The last characters of bodies and meetings.
  private static let bodies = Set("委部厅局院会处室办所站队团校".unicodeScalars)
  /// The last characters of places.
  private static let places = Set("省市县区州盟旗镇乡村道".unicodeScalars)
  /// The word goes on with these after them: 会议, 部长, 县委, 区域.
  private static let goesOn = Set("长委员议务场门级属区民村志政计面城域士分队任体法理有内".unicodeScalars)
  /// Before these an office or the second of two names ends: 副主任, 暨全县大会.
  private static let joints = Set("副兼暨".unicodeScalars)
}

extension Unicode.Scalar {
  fileprivate var isHan: Bool { properties.isIdeographic }
}

extension String {
  fileprivate var trimmingBlanks: String {
    let isBlank: (Character) -> Bool = { $0.isWhitespace }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
