import Foundation

/// How names are read in pinyin, character by character: as the list says, else surnames as surnames are read and every
/// other character by its most frequent reading, as Unicode has it.
public struct NameReadings: Sendable {
  private let usual: [Unicode.Scalar: Syllable]

  /// The readings of all Chinese characters in these names.
  ///
  /// - Complexity: O(characters).
  public init(_ names: some Sequence<PersonName>) {
    let characters = SpelledNames.characters(of: names.map(\.name)).filter(\.properties.isIdeographic)
      .sorted()
    // One text is transformed once; a line is a character.
    let text = characters.map { String($0) }.joined(separator: "\n")
    let lines = text.applyingTransform(.mandarinToLatin, reverse: false)?.split(separator: "\n") ?? []
    guard lines.count == characters.count else {
      usual = [:]
      return
    }
    usual = Dictionary(
      zip(characters, lines).compactMap { character, line in
        MarkedLetter.words(of: String(line)).flatMap { words in
          words.count == 1 ? Syllable(words[0]).map { (character, $0) } : nil
        }
      }
    ) { first, _ in first }
  }

  /// Whether the reading that the list gives to a name has as many syllables as the name has Chinese characters; one
  /// without any has nothing to be read.
  public func fitsReading(of name: PersonName) -> Bool {
    let characters = Self.ideographs(of: name.name)
    return characters.isEmpty || given(name, customary(characters)) != nil
  }

  /// The first letters of a name's syllables, `zxm`, and those of its characters each read by itself: whoever looks a name up
  /// may not know how surnames are read.
  func initials(of name: PersonName) -> (own: String, usual: String) {
    let characters = Self.ideographs(of: name.name)
    let customary = customary(characters)
    let syllables = given(name, customary) ?? customary
    return (
      String(syllables.compactMap { $0?.letters.first }),
      String(characters.compactMap { usual[$0]?.letters.first })
    )
  }

  /// How each Chinese character of a name is read; nothing for one that Unicode has no reading of.
  func syllables(of name: PersonName) -> [Syllable?] {
    let customary = customary(Self.ideographs(of: name.name))
    return given(name, customary) ?? customary
  }

  private static func ideographs(of name: String) -> [Unicode.Scalar] {
    SpelledNames.spelling(of: name).filter(\.properties.isIdeographic)
  }

  private func customary(_ characters: [Unicode.Scalar]) -> [Syllable?] {
    let readings = characters.map { usual[$0] }
    guard characters.count > 1 else { return readings }
    let own =
      Self.compoundSurnames[Array(characters.prefix(2))] ?? Self.surnames[Array(characters.prefix(1))] ?? []
    return own + readings.dropFirst(own.count)
  }

  /// The reading that the list gives, parted into as many syllables as there are characters; where there are several
  /// ways, the one in which most syllables are usual ones.
  private func given(_ name: PersonName, _ customary: [Syllable?]) -> [Syllable?]? {
    guard !name.reading.isEmpty, !customary.isEmpty, let words = MarkedLetter.words(of: name.reading),
      words.reduce(0, { $0 + $1.count }) <= 6 * customary.count
    else { return nil }
    let letters = words.flatMap { $0 }
    let ends = Set(words.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) })
    // The best way to read so many letters as the first so many characters.
    var best: [[(score: Int, syllables: [Syllable])?]] = [
      [(0, [])] + Array(repeating: nil, count: letters.count)
    ]
    for expected in customary {
      var next: [(score: Int, syllables: [Syllable])?] = Array(repeating: nil, count: letters.count + 1)
      for start in 0...letters.count {
        guard let before = best[best.count - 1][start] else { continue }
        for end in (start + 1)..<max(start + 2, min(start + 7, letters.count + 1)) where end <= letters.count
        {
          if let syllable = Syllable(letters[start..<end]) {
            let isUsual = expected?.isAlike(syllable) ?? false
            // Inside a word xiao is one syllable, unless the character is known to be read ao.
            let isTold = syllable.hasVowel && (syllable.beginsWithConsonant || ends.contains(start))
            let score = before.score + (isUsual ? 10 : 1)
            if isUsual || isTold, score > next[end]?.score ?? -1 {
              let toned = isUsual && syllable.tone == 0 ? syllable.withTone(expected?.tone ?? 0) : syllable
              next[end] = (score, before.syllables + [toned])
            }
          }
          if ends.contains(end) { break }
        }
      }
      best.append(next)
    }
    return best[customary.count][letters.count]?.syllables
  }

  /// Surnames of one character that is mostly read otherwise.
  private static let surnames = parsed([
    "曾": "zēng", "单": "shàn", "查": "zhā", "仇": "qiú", "解": "xiè", "翟": "zhái", "区": "ōu", "朴": "piáo",
    "盖": "gě",
    "覃": "qín", "乐": "yuè", "缪": "miào", "尉": "wèi", "召": "shào", "种": "chóng", "繁": "pó", "员": "yùn",
    "洗": "xiǎn",
    "祭": "zhài", "任": "rén", "华": "huà", "燕": "yān", "曲": "qū", "那": "nā", "过": "guō", "葛": "gě", "折": "shé",
    "占": "zhān",
    "都": "dū", "秘": "bì", "黑": "hè", "哈": "hǎ", "逄": "páng", "贠": "yùn", "薄": "bó", "瞿": "qú", "贾": "jiǎ",
    "於": "yū",
    "相": "xiàng", "要": "yāo", "隽": "juàn", "句": "gōu", "盛": "shèng", "沈": "shěn", "石": "shí", "应": "yīng",
    "车": "chē",
    "柏": "bǎi", "谷": "gǔ", "卜": "bǔ", "叶": "yè", "俞": "yú", "牟": "mù", "宿": "sù", "冼": "xiǎn", "阚": "kàn",
    "宓": "mì",
  ])

  /// Surnames of two characters, and beginnings of names that look like a surname and are none.
  private static let compoundSurnames = parsed([
    "尉迟": "yù chí", "万俟": "mò qí", "长孙": "zhǎng sūn", "单于": "chán yú", "令狐": "líng hú", "澹台": "tán tái",
    "单增": "dān zēng", "单巴": "dān bā", "解放": "jiě fàng", "万家": "wàn jiā", "任重": "rèn zhòng",
  ])

  /// Names by their characters, and their syllables.
  private static func parsed(_ surnames: [String: String]) -> [[Unicode.Scalar]: [Syllable?]] {
    Dictionary(
      surnames.map { name, reading in
        (Array(name.unicodeScalars), (MarkedLetter.words(of: reading) ?? []).map { Syllable($0) })
      }
    ) { first, _ in first }
  }
}
