public import Assembly

/// How many people a plan gives something else than an earlier one.
public struct PlanChanges: Sendable, Hashable {
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
  public let counts: [PlaceUse.Kind: Count]

  /// Counts the people of a comparison.
  ///
  /// - Returns: nothing when the earlier plan gives nothing to anybody.
  /// - Complexity: O(changes).
  public init?(_ comparison: PlanComparison) {
    var counts: [PlaceUse.Kind: Count] = [:]
    for kind in PlaceUse.Kind.allCases where comparison.had(kind) { counts[kind] = Count() }
    guard !counts.isEmpty else { return nil }
    for change in comparison.changes where change.use.kind != .rides {
      counts[change.use.kind]?.add(change.from != nil, change.to != nil)
    }
    for rider in comparison.riders { counts[.rides]?.add(rider.rodeBefore, rider.ridesNow) }
    self.counts = counts
  }
}

extension PlanChanges.Count {
  fileprivate mutating func add(_ had: Bool, _ has: Bool) {
    if had, has { elsewhere += 1 } else if has { added += 1 } else { removed += 1 }
  }
}
