/// How two names stand to each other.
public enum NameComparison: Sendable {
  case ascending, same, descending
}

/// An order of names.
public protocol NameOrder: Sendable {
  /// Compares two names.
  func compare(_ left: PersonName, _ right: PersonName) -> NameComparison
}
