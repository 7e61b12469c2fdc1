import Foundation

/// Names as sequences of characters that have ranks, so that two names compare like two rows of numbers.
///
/// The comparison is total: names that differ are never the same, even if only in a blank.
struct SpelledNames: Sendable {
  private static let blank = 0

  private let rankOf: [Unicode.Scalar: Int]
  private let blankFirst: Bool
  private let keyOf: [String: [Int]]

  /// Makes the keys of `names`.
  ///
  /// - Parameters:
  ///   - blankFirst: a name of two Chinese characters has a blank between them, which comes before any character.
  ///   - characters: every character of the names, in order.
  init(_ names: some Sequence<String>, blankFirst: Bool, characters: [Unicode.Scalar]) {
    let rankOf = Dictionary(
      characters.enumerated().map { ($1, $0 + SpelledNames.blank + 1) },
      uniquingKeysWith: { first, _ in first })
    self.rankOf = rankOf
    self.blankFirst = blankFirst
    var keyOf: [String: [Int]] = [:]
    for name in names where keyOf[name] == nil {
      keyOf[name] = SpelledNames.key(of: name, blankFirst: blankFirst, rankOf)
    }
    self.keyOf = keyOf
  }

  /// Compares two names character by character; who has fewer of them comes first.
  func compare(_ left: String, _ right: String) -> NameComparison {
    let (first, second) = (key(of: left), key(of: right))
    if first != second { return first.lexicographicallyPrecedes(second) ? .ascending : .descending }
    return Self.compareAsWritten(left, right)
  }

  /// Compares two names that are spelled alike: they differ at most in blanks, dots and letter case.
  static func compareAsWritten(_ left: String, _ right: String) -> NameComparison {
    if left.unicodeScalars.elementsEqual(right.unicodeScalars) { return .same }
    return left.unicodeScalars.lexicographicallyPrecedes(right.unicodeScalars) ? .ascending : .descending
  }

  private func key(of name: String) -> [Int] {
    keyOf[name] ?? SpelledNames.key(of: name, blankFirst: blankFirst, rankOf)
  }

  private static func key(of name: String, blankFirst: Bool, _ rankOf: [Unicode.Scalar: Int]) -> [Int] {
    let characters = spelling(of: name)
    // A character that nobody announced comes after all others.
    var key = characters.map { rankOf[$0] ?? rankOf.count + 1 + Int($0.value) }
    if blankFirst, characters.count == 2, characters.allSatisfy(\.properties.isIdeographic) {
      key.insert(blank, at: 1)
    }
    return key
  }

  /// The characters that decide the order of these names.
  static func characters(of names: some Sequence<String>) -> Set<Unicode.Scalar> {
    names.reduce(into: []) { $0.formUnion(spelling(of: $1)) }
  }

  /// The characters of a name that decide its place: letters without case, width or accents; no dots, as in
  /// names of peoples who write one between their parts; no blanks in a Chinese name, where they only align it.
  static func spelling(of name: String) -> [Unicode.Scalar] {
    // Most names are such characters alone, of which none is written in two ways.
    let characters = name.unicodeScalars
    if characters.allSatisfy({ 0x4E00...0x9FFF ~= $0.value }) { return Array(characters) }
    let folded = name.precomposedStringWithCanonicalMapping
      .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    let isChinese = folded.unicodeScalars.contains(where: \.properties.isIdeographic)
    return folded.unicodeScalars.filter { character in
      !dots.contains(character) && !character.properties.isDefaultIgnorableCodePoint
        && !(isChinese && character.properties.isWhitespace)
    }
  }

  private static let dots: Set<Unicode.Scalar> = ["·", "•", "‧", "∙", "⋅", "・", "･", "᛫"]
}

/// Characters in the order of a collation of Unicode, equal ones by code point.
///
/// - Complexity: O(n log n) comparisons of some microseconds each.
func collated(_ characters: some Sequence<Unicode.Scalar>, by collation: String) -> [Unicode.Scalar] {
  let locale = Locale(identifier: "zh@collation=\(collation)")
  return characters.map { (character: $0, text: String($0)) }.sorted { left, right in
    switch left.text.compare(right.text, options: [], range: nil, locale: locale) {
    case .orderedAscending: true
    case .orderedDescending: false
    case .orderedSame: left.character < right.character
    }
  }
  .map(\.character)
}
