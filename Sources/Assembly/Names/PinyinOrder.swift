/// The order by pinyin: syllables one after another, by letters and tone, characters of one syllable as Unicode's pinyin
/// collation ranks them; Chinese characters before all others.
///
/// Surnames are read as surnames, 曾 at zēng, and a name for which the list gives a reading by that.
public struct PinyinOrder: NameOrder {
  /// A character, with its reading where it is a Chinese one.
  private struct Unit: Hashable {
    let character: Unicode.Scalar
    let syllable: Syllable?
  }

  private let readings: NameReadings
  private let rankOf: [Unit: Int]
  private let keyOf: [PersonName: [Int]]

  /// The order of these names.
  ///
  /// - Complexity: O(characters + d log d) for d different characters.
  public init(_ names: some Collection<PersonName>) {
    let readings = NameReadings(names)
    let characters = SpelledNames.characters(of: names.map(\.name))
    let ideographs = characters.filter(\.properties.isIdeographic)
    let inCollation =
      collated(ideographs, by: "pinyin") + collated(characters.subtracting(ideographs), by: "pinyin")
    let placeOf = Dictionary(inCollation.enumerated().map { ($1, $0) }) { first, _ in first }
    let unitsOf = Dictionary(names.map { ($0, Self.units(of: $0, readings)) }) { first, _ in first }
    let units = Set(unitsOf.values.joined()).sorted { left, right in
      let (place, other) = (placeOf[left.character] ?? 0, placeOf[right.character] ?? 0)
      return switch (left.syllable, right.syllable) {
      case (let one?, let another?): one == another ? place < other : one < another
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): place < other
      }
    }
    let rankOf = Dictionary(units.enumerated().map { ($1, $0) }) { first, _ in first }
    self.readings = readings
    self.rankOf = rankOf
    keyOf = unitsOf.mapValues { Self.key(of: $0, rankOf) }
  }

  /// Compares two names syllable by syllable; who has fewer of them comes first.
  public func compare(_ left: PersonName, _ right: PersonName) -> NameComparison {
    let (first, second) = (key(of: left), key(of: right))
    if first != second { return first.lexicographicallyPrecedes(second) ? .ascending : .descending }
    return SpelledNames.compareAsWritten(left.name, right.name)
  }

  private func key(of name: PersonName) -> [Int] {
    keyOf[name] ?? Self.key(of: Self.units(of: name, readings), rankOf)
  }

  /// A character that nobody announced comes after all others.
  private static func key(of units: [Unit], _ rankOf: [Unit: Int]) -> [Int] {
    units.map { rankOf[$0] ?? rankOf.count + Int($0.character.value) }
  }

  private static func units(of name: PersonName, _ readings: NameReadings) -> [Unit] {
    var syllables = readings.syllables(of: name)[...]
    return SpelledNames.spelling(of: name.name).map { character in
      Unit(
        character: character,
        syllable: character.properties.isIdeographic ? syllables.popFirst() ?? nil : nil)
    }
  }
}
