/// Where people are in one module by the plan that is out.
public struct EarlierPlaces<Place: Sendable & Hashable>: Sendable, Hashable {
  /// By person: indices in ``Event/people``.
  public private(set) var places: [Int: Place]
  /// People whose place is no longer there.
  public private(set) var gone: Set<Int>
  /// Whether everybody who had a place is on the list still, and every place is there.
  public let isWhole: Bool

  /// - Parameters:
  ///   - places: each person's place; of two the first counts.
  ///   - gone: people whose place is no longer there.
  ///   - isOfAll: whether everybody who had a place is on the list still.
  public init(_ places: some Sequence<(Int, Place)>, gone: Set<Int> = [], isOfAll: Bool = true) {
    self.places = Dictionary(places.map { ($0.0, $0.1) }) { first, _ in first }
    self.gone = gone
    isWhole = isOfAll && gone.isEmpty
  }

  /// Where a person was; nothing for somebody new, and where the place is no longer there.
  @inlinable public subscript(person: Int) -> Place? { places[person] }

  /// Whether somebody had a place.
  @inlinable public func had(_ person: Int) -> Bool { places[person] != nil || gone.contains(person) }

  /// Whether somebody who had a place has another one now.
  @inlinable public func hasMoved(_ person: Int, to place: Place) -> Bool {
    had(person) && places[person] != place
  }
}

extension Event {
  /// How much it counts that somebody moves: the more, where they have a rank.
  public func weightOfMove(_ person: Int) -> Int { people[person].rank == nil ? 1 : 5 }
}
