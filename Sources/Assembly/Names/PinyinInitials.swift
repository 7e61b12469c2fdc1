/// The first letters of names in pinyin, 张三 as `zs`, by which people are looked up.
///
/// A name that is not read as its characters mostly are has both spellings: 曾小明 is `cxm` and `zxm`.
public struct PinyinInitials: Sendable {
  private let readings: NameReadings

  /// The letters of all Chinese characters in these names.
  ///
  /// - Complexity: O(characters).
  public init(_ names: some Sequence<PersonName>) {
    readings = NameReadings(names)
  }

  /// What a name is looked up by, several spellings parted by blanks; blank for a name without Chinese characters.
  public func spellings(of name: PersonName) -> String {
    let (own, usual) = readings.initials(of: name)
    return usual == own ? usual : usual + " " + own
  }
}
