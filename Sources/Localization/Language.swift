/// A language of documents and messages.
public enum Language: String, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// One sentence or word in both languages of the product.
public struct Phrase: Sendable, Hashable {
  /// The Chinese wording.
  public let chinese: String
  /// The English wording.
  public let english: String

  /// A phrase of both wordings.
  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// A phrase that reads the same in both languages: a number, a name, a key.
  public init(_ same: String) {
    self.init(same, same)
  }

  /// The phrase as a title: its English wording begins with a capital letter.
  public var capitalized: Phrase {
    Phrase(chinese, english.prefix(1).uppercased() + english.dropFirst())
  }

  /// The phrase with both wordings changed.
  public func map(_ change: (String) -> String) -> Phrase {
    Phrase(change(chinese), change(english))
  }

  /// The wording in `language`.
  public subscript(language: Language) -> String {
    language == .chinese ? chinese : english
  }
}
