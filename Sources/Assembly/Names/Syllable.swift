import Foundation

/// A syllable of pinyin. Syllables stand by their letters, ü after u, then by tone.
struct Syllable: Sendable, Hashable, Comparable {
  /// Small letters of ASCII, u for ü.
  let letters: String
  /// Whether its u is an ü.
  let hasUmlaut: Bool
  /// 1 … 4; 0 where it has none or nobody has told it.
  let tone: Int

  init(letters: String, hasUmlaut: Bool, tone: Int) {
    self.letters = letters
    self.hasUmlaut = hasUmlaut
    self.tone = tone
  }

  /// A syllable of letters with their marks; nothing where they are none.
  init?(_ letters: some Sequence<MarkedLetter>) {
    var (text, hasUmlaut, tone) = ("", false, 0)
    for letter in letters {
      text.unicodeScalars.append(letter.letter)
      hasUmlaut = hasUmlaut || letter.hasUmlaut
      if letter.tone > 0 { tone = letter.tone }
    }
    // Passports write lü as lyu.
    if text.hasSuffix("lyu") || text.hasSuffix("nyu") {
      (text, hasUmlaut) = (text.replacing("yu", with: "u"), true)
    }
    guard Self.isSyllable(text) else { return nil }
    self.init(letters: text, hasUmlaut: hasUmlaut, tone: tone)
  }

  /// Whether it begins with a consonant, and so is told from what stands before it.
  var beginsWithConsonant: Bool { letters.first.map { !"aeo".contains($0) } ?? false }

  /// Whether it is more than ng or m.
  var hasVowel: Bool { letters.contains { "aeiou".contains($0) } }

  /// The syllable of another tone.
  func withTone(_ tone: Int) -> Syllable {
    Syllable(letters: letters, hasUmlaut: hasUmlaut, tone: tone)
  }

  /// Whether the two differ in tone alone.
  func isAlike(_ other: Syllable) -> Bool {
    letters == other.letters && hasUmlaut == other.hasUmlaut
  }

  static func < (left: Syllable, right: Syllable) -> Bool {
    if left.letters != right.letters { return left.letters < right.letters }
    if left.hasUmlaut != right.hasUmlaut { return right.hasUmlaut }
    return left.tone < right.tone
  }

  /// Whether letters have the form of a syllable: consonants, vowels, and n, ng or r behind them.
  private static func isSyllable(_ text: String) -> Bool {
    if ["m", "n", "ng", "hm", "hng"].contains(text) { return true }
    let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
    let onset = text.prefix { !vowels.contains($0) }
    let rest = text.dropFirst(onset.count)
    let nucleus = rest.prefix { vowels.contains($0) }
    return onsets.contains(String(onset)) && 1...3 ~= nucleus.count
      && ["", "n", "ng", "r"].contains(String(rest.dropFirst(nucleus.count)))
  }

  private static let onsets: Set<String> = [
    "", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "zh", "ch", "sh", "r", "z", "c",
    "s", "y", "w",
  ]
}

/// A letter of pinyin with the marks that stand over it.
struct MarkedLetter: Sendable {
  var letter: Unicode.Scalar
  var hasUmlaut = false
  var tone = 0

  /// The words of a text, each the letters of one or more syllables; nothing where something else stands there than
  /// letters, marks of tones and what may part syllables.
  static func words(of text: String) -> [[MarkedLetter]]? {
    var words: [[MarkedLetter]] = [[]]
    for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
      let last = words.count - 1
      switch scalar {
      case "v": words[last].append(MarkedLetter(letter: "u", hasUmlaut: true))
      case "a"..."z": words[last].append(MarkedLetter(letter: scalar))
      case "ɡ": words[last].append(MarkedLetter(letter: "g"))
      case "\u{304}", "\u{301}", "\u{30C}", "\u{300}", "\u{306}", "\u{308}", ":":
        guard let letter = words[last].indices.last else { return nil }
        words[last][letter].mark(scalar)
      case "0"..."5":
        // The digit of a tone ends its syllable.
        guard let letter = words[last].indices.last else { return nil }
        words[last][letter].tone = scalar == "5" ? 0 : Int(scalar.value) - 48
        words.append([])
      default:
        guard scalar.properties.isWhitespace || "'’‘-–·,，.".unicodeScalars.contains(scalar) else {
          return nil
        }
        words.append([])
      }
    }
    return words.filter { !$0.isEmpty }
  }

  private mutating func mark(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{304}": tone = 1
    case "\u{301}": tone = 2
    case "\u{30C}", "\u{306}": tone = 3
    case "\u{300}": tone = 4
    default: hasUmlaut = true
    }
  }
}
