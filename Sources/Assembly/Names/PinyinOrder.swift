/// The order by pinyin: characters one after another, as Unicode's pinyin collation ranks them, Chinese ones before
/// all others.
///
/// The collation knows one reading of a character, the most frequent one: 曾 stands at céng.
public struct PinyinOrder: NameOrder {
  private let names: SpelledNames

  /// The order of these names.
  ///
  /// - Complexity: O(characters + d log d) for d different characters.
  public init(_ names: some Collection<String>) {
    let characters = SpelledNames.characters(of: names)
    let ideographs = characters.filter(\.properties.isIdeographic)
    let ranked =
      collated(ideographs, by: "pinyin") + collated(characters.subtracting(ideographs), by: "pinyin")
    self.names = SpelledNames(names, blankFirst: false, characters: ranked)
  }

  /// Compares two names.
  public func compare(_ left: String, _ right: String) -> NameComparison {
    names.compare(left, right)
  }
}
