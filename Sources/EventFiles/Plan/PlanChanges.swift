public import Foundation
import Tables

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

  /// Compares two plans by their files. People are known by their ids.
  ///
  /// - Parameters:
  ///   - earlier: the files of the earlier plan by name.
  ///   - new: all files of the new one, those that were kept too.
  /// - Returns: nothing when the earlier files give nothing to anybody, or cannot be read.
  /// - Complexity: O(rows of all tables).
  public init?(from earlier: [String: Data], to new: [String: Data]) {
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

  /// What the files give to each person, in the words of their tables.
  private static func given(_ kind: Kind, by files: [String: Data]) -> [String: Set<[String]>] {
    var given: [String: Set<[String]>] = [:]
    func add(_ name: String, _ columns: [String]) {
      for row in rows(files, name, ["person"] + columns) {
        given[row[0], default: []].insert([name] + row.dropFirst())
      }
    }
    switch kind {
    case .seat:
      add(PlanFileName.rostrum, ["row", "seat"])
      add(PlanFileName.hall, ["section", "row", "seat"])
    case .room:
      add(PlanFileName.rooms, ["hotel", "room"])
    case .rides:
      // Runs are counted anew in every plan: what a rider is told is the vehicle's number, the time and the way.
      let runs = rows(files, PlanFileName.runs, ["run", "number", "transfer", "from", "to", "depart"])
      let rides = Dictionary(runs.map { ($0[0], Array($0.dropFirst())) }) { first, _ in first }
      for row in rows(files, PlanFileName.riders, ["person", "run"]) {
        given[row[0], default: []].insert(rides[row[1]] ?? [])
      }
    }
    return given
  }

  /// These cells of every row; none where the file or one of its columns is missing.
  private static func rows(_ files: [String: Data], _ name: String, _ columns: [String]) -> [[String]] {
    guard let data = files[name], let (table, _) = try? TableReader.read(data, source: name) else {
      return []
    }
    let positions = columns.compactMap { table.column(named: $0) }
    guard positions.count == columns.count else { return [] }
    return table.rows.map { row in positions.map { row[$0] } }
  }
}
