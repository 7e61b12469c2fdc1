/// A name, and how it is read where the list says so.
public struct PersonName: Sendable, Hashable, ExpressibleByStringLiteral {
  /// The name as printed.
  public let name: String
  /// Its pinyin as somebody typed it, `Zēng Xiǎomíng`, `zeng xiao ming`; blank: as the name is usually read.
  public let reading: String

  /// A name with its reading.
  public init(_ name: String, reading: String = "") {
    self.name = name
    self.reading = reading
  }

  /// A name that is read as usual.
  public init(stringLiteral name: String) {
    self.init(name)
  }
}

extension PersonEntry {
  /// The name as orders of names compare it.
  public var spelledName: PersonName { PersonName(name, reading: pinyin) }
}
