public import Foundation
import Tables

/// How a plan differs from an earlier one, for the people who must be told.
public struct SeatChanges: Sendable, Hashable {
  /// People who have a seat in both plans, and not the same.
  public let elsewhere: Int
  /// People who had no seat.
  public let newlySeated: Int
  /// People who had a seat and have none.
  public let noLongerSeated: Int

  /// Compares two plans by their files. People are known by their ids.
  ///
  /// - Parameters:
  ///   - earlier: the files of the earlier plan by name.
  ///   - new: all files of the new one, those that were kept too.
  /// - Returns: nothing when the earlier files seat nobody, or cannot be read.
  public init?(from earlier: [String: Data], to new: [String: Data]) {
    let (before, now) = (Self.seats(earlier), Self.seats(new))
    guard !before.isEmpty else { return nil }
    elsewhere = now.count { person, seats in before[person].map { $0 != seats } ?? false }
    newlySeated = now.keys.count { before[$0] == nil }
    noLongerSeated = before.keys.count { now[$0] == nil }
  }

  private static func seats(_ files: [String: Data]) -> [String: Set<[String]>] {
    var seats: [String: Set<[String]>] = [:]
    for (name, columns) in [
      (PlanFileName.rostrum, ["row", "seat"]), (PlanFileName.hall, ["section", "row", "seat"]),
    ] {
      guard let data = files[name], let (table, _) = try? TableReader.read(data, source: name),
        let person = table.column(named: "person")
      else { continue }
      let positions = columns.compactMap { table.column(named: $0) }
      guard positions.count == columns.count else { continue }
      for row in table.rows {
        seats[row[person], default: []].insert([name] + positions.map { row[$0] })
      }
    }
    return seats
  }
}
