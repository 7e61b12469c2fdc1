public import Localization

/// The numbers of badges that are to be given out: the row of the table `badges`.
public struct BadgeSeries: Sendable, Hashable {
  /// The lowest number.
  public var first: Int

  /// Numbers from `first` on.
  public init(first: Int) {
    self.first = first
  }
}

/// Who wears a badge of which number.
public struct BadgePlan: ModulePlan {
  /// The badges.
  public static var module: Module { .badges }

  /// Whether there is a series.
  public static func isAsked(by event: Event) -> Bool { event.badges != nil }

  /// Number by person.
  public let numbers: [Int: Int]
  /// Who has no badge.
  public let unplaced: [Unplaced]

  /// A plan of these numbers.
  public init(numbers: [Int: Int], unplaced: [Unplaced] = []) {
    self.numbers = numbers
    self.unplaced = unplaced
  }
}

extension Module {
  /// Who wears which badge.
  public static let badges = Module("badges", Phrase("胸牌", "badges"), table: .badges, plan: BadgePlan.self)
}
