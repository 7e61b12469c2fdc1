import Foundation

/// The first letters of names in pinyin, 张三 as `zs`, by which people are looked up.
///
/// A character counts by its most frequent reading, as Unicode's pinyin collation ranks it; a surname that is read otherwise
/// has both letters: 曾小明 is `cxm` and `zxm`.
public struct PinyinInitials: Sendable {
  private let letterOf: [Character: Character]

  /// The letters of all Chinese characters in these names.
  ///
  /// - Complexity: O(characters + d) for d different characters, each some microseconds.
  public init(_ names: some Sequence<String>) {
    let characters = names.reduce(into: Set<Character>()) { known, name in
      known.formUnion(name.filter { $0.unicodeScalars.first?.properties.isIdeographic ?? false })
    }
    let locale = Locale(identifier: "zh@collation=pinyin")
    letterOf = Dictionary(
      uniqueKeysWithValues: characters.compactMap { character -> (Character, Character)? in
        let text = String(character)
        // The letters are in the order of the collation: halve them until those that begin no later are known.
        var (low, high) = (0, Self.firstOfLetter.count)
        while low < high {
          let middle = (low + high) / 2
          let order = Self.firstOfLetter[middle].text.compare(text, options: [], range: nil, locale: locale)
          if order == .orderedDescending { high = middle } else { low = middle + 1 }
        }
        return low == 0 ? nil : (character, Self.firstOfLetter[low - 1].letter)
      })
  }

  /// What a name is looked up by, several spellings parted by blanks; blank for a name without Chinese characters.
  public func spellings(of name: String) -> String {
    let letters = name.compactMap { letterOf[$0] }
    guard let first = letters.first, let surname = name.first else { return "" }
    let usual = String(letters)
    guard let other = Self.surnames[surname], other != first else { return usual }
    return usual + " " + String(other) + usual.dropFirst()
  }

  /// The first character of each letter in the order of the collation.
  private static let firstOfLetter: [(letter: Character, text: String)] = zip(
    "abcdefghjklmnopqrstwxyz", "吖八嚓咑妸发旮铪丌咔垃妈拏噢妑七呥仨他屲夕丫帀"
  ).map { (letter: $0, text: String($1)) }

  /// Surnames that are not read as the character mostly is.
  private static let surnames: [Character: Character] = [
    "曾": "z", "单": "s", "解": "x", "仇": "q", "查": "z", "区": "o", "朴": "p", "盖": "g", "覃": "q", "翟": "z",
    "乐": "y", "缪": "m", "尉": "y", "召": "s", "种": "c", "繁": "p", "员": "y", "洗": "x", "祭": "z", "冼": "x",
  ]
}
