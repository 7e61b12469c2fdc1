/// The order by strokes of names, 姓氏笔画 (rules.md H10, H11).
///
/// Characters are compared one after another, each by its number of strokes, then stroke by stroke. Different
/// characters of the same strokes (田, 由) stand by code point, so that people of one surname stay together. Chinese
/// characters come first, then Chinese characters without a code by Unicode's stroke collation, then all others.
public struct StrokeOrder: NameOrder {
  /// Chinese characters of the names whose strokes are not known.
  public let charactersWithoutCode: Set<Unicode.Scalar>
  private let names: SpelledNames

  /// The order of these names.
  ///
  /// - Parameters:
  ///   - names: every name that will be compared.
  ///   - codes: the strokes of the names' characters; nothing when no table is installed.
  ///   - blankFirst: whether 田富 comes before 田大利.
  /// - Complexity: O(characters); what follows compares without looking at strokes again.
  public init(_ names: some Collection<String>, codes: StrokeCodes?, blankFirst: Bool) {
    let characters = SpelledNames.characters(of: names)
    var coded: [(character: Unicode.Scalar, code: [UInt8])] = []
    var uncoded: Set<Unicode.Scalar> = []
    for character in characters {
      if let code = codes?[character] {
        coded.append((character, code))
      } else {
        uncoded.insert(character)
      }
    }
    coded.sort { left, right in
      if left.code.count != right.code.count { return left.code.count < right.code.count }
      if left.code != right.code { return left.code.lexicographicallyPrecedes(right.code) }
      return left.character < right.character
    }
    charactersWithoutCode = uncoded.filter(\.properties.isIdeographic)
    let ranked =
      coded.map(\.character) + collated(charactersWithoutCode, by: "stroke")
      + collated(uncoded.subtracting(charactersWithoutCode), by: "stroke")
    self.names = SpelledNames(names, blankFirst: blankFirst, characters: ranked)
  }

  /// Compares two names.
  public func compare(_ left: PersonName, _ right: PersonName) -> NameComparison {
    names.compare(left.name, right.name)
  }
}
