public import Assembly

/// How many people a plan gives something else than an earlier one.
public struct PlanChanges: Sendable, Hashable {
  /// What a plan gives to people.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// A seat on the rostrum or in the hall.
    case seat
    /// A room.
    case room
    /// All rides of a person: in which vehicles, when, from where.
    case rides
  }

  /// How many people are concerned.
  public struct Count: Sendable, Hashable {
    /// They have one in both plans, and not the same.
    public var elsewhere = 0
    /// They had none.
    public var added = 0
    /// They had one and have none.
    public var removed = 0

    /// Whether nothing has changed.
    public var isNone: Bool { elsewhere + added + removed == 0 }
  }

  /// The changes of each kind of which the earlier plan has any.
  public let counts: [Kind: Count]

  /// Counts the people of a comparison.
  ///
  /// - Returns: nothing when the earlier plan gives nothing to anybody.
  /// - Complexity: O(changes).
  public init?(_ comparison: PlanComparison) {
    var counts: [Kind: Count] = [:]
    if comparison.had(.seat) { counts[.seat] = Count() }
    if comparison.had(.room) { counts[.room] = Count() }
    if comparison.hadRides { counts[.rides] = Count() }
    guard !counts.isEmpty else { return nil }
    for change in comparison.changes {
      switch change.use {
      case .seat: counts[.seat]?.add(change.from != nil, change.to != nil)
      case .room: counts[.room]?.add(change.from != nil, change.to != nil)
      case .transfer, .pickup, .dropoff: continue
      }
    }
    for rider in comparison.changedRiders { counts[.rides]?.add(rider.rodeBefore, rider.ridesNow) }
    self.counts = counts
  }
}

extension PlanChanges.Count {
  fileprivate mutating func add(_ had: Bool, _ has: Bool) {
    if had, has { elsewhere += 1 } else if has { added += 1 } else { removed += 1 }
  }
}
