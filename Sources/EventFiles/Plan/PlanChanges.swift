/// How a plan differs from an earlier one, for the people who must be told.
public struct PlanChanges: Sendable, Hashable {
  /// What a plan gives to people.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// A seat on the rostrum or in the hall.
    case seat
    /// A room.
    case room
    /// All rides of a person: in which vehicles, when, from where to where.
    case rides
  }

  /// How many people are concerned.
  public struct Count: Sendable, Hashable {
    /// They have one in both plans, and not the same.
    public let elsewhere: Int
    /// They had none.
    public let added: Int
    /// They had one and have none.
    public let removed: Int

    /// Whether nothing has changed.
    public var isNone: Bool { elsewhere + added + removed == 0 }
  }

  /// The changes of each kind of which the earlier plan has any.
  public let counts: [Kind: Count]

  /// Compares two plans. People are known by their ids, so that it does not matter who is in the event now.
  ///
  /// - Parameters:
  ///   - earlier: the tables of the earlier plan.
  ///   - new: all tables of the new one, those that were kept too.
  /// - Returns: nothing when the earlier tables give nothing to anybody.
  /// - Complexity: O(rows of all tables).
  public init?(from earlier: [PlanTable], to new: [PlanTable]) {
    var counts: [Kind: Count] = [:]
    for kind in Kind.allCases {
      let (before, now) = (Self.given(kind, by: earlier), Self.given(kind, by: new))
      guard !before.isEmpty else { continue }
      counts[kind] = Count(
        elsewhere: now.count { person, given in before[person].map { $0 != given } ?? false },
        added: now.keys.count { before[$0] == nil },
        removed: before.keys.count { now[$0] == nil })
    }
    guard !counts.isEmpty else { return nil }
    self.counts = counts
  }

  /// What the tables give to each person, in their own words.
  private static func given(_ kind: Kind, by tables: [PlanTable]) -> [String: Set<[String]>] {
    var given: [String: Set<[String]>] = [:]
    func table(_ file: String) -> PlanTable? { tables.first { $0.file == file } }
    func add(_ file: String, _ rows: [[String]]?) {
      for row in rows ?? [] { given[row[0], default: []].insert([file] + row.dropFirst()) }
    }
    switch kind {
    case .seat:
      add(PlanFileName.rostrum, table(PlanFileName.rostrum)?.cells("person", "row", "seat"))
      add(PlanFileName.hall, table(PlanFileName.hall)?.cells("person", "section", "row", "seat"))
    case .room:
      add(PlanFileName.rooms, table(PlanFileName.rooms)?.cells("person", "hotel", "room"))
    case .rides:
      // Runs are counted anew in every plan: what a rider is told is the vehicle's number, the time and the way.
      let runs = table(PlanFileName.runs)?.cells("run", "number", "transfer", "from", "to", "depart") ?? []
      let rides = Dictionary(runs.map { ($0[0], Array($0.dropFirst())) }) { first, _ in first }
      for row in table(PlanFileName.riders)?.cells("person", "run") ?? [] {
        given[row[0], default: []].insert(rides[row[1]] ?? [])
      }
    }
    return given
  }
}
