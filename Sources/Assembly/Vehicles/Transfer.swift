/// One condition on who rides in a transfer.
public enum RiderCondition: Sendable, Hashable {
  /// Everybody who is not absent.
  case all
  /// People of one of these groups, by name.
  case groups([String])
  /// People of one of these roles.
  case roles([Role])
  /// Those lodged in one of these hotels in the plan of rooms.
  case hotels([String])
}

/// A drive of many people at a set time: a line of the table `transfers`.
public struct Transfer: Sendable, Hashable {
  /// Row in the table `transfers`, the header counted as 1.
  public var row: Int
  /// Unique in the event.
  public var id: String
  /// Printed.
  public var name: String = ""
  /// Origin.
  public var from: String
  /// Destination.
  public var to: String
  /// No run departs before.
  public var earliest: Moment
  /// No run departs after.
  public var latest: Moment
  /// Who rides: people who meet every one of these conditions.
  public var who: [RiderCondition]
  /// Whether whoever rides several such transfers rides all of them in one and the same vehicle.
  public var isFixed = false

  /// A transfer of the people who meet every condition.
  public init(
    row: Int, id: String, from: String, to: String, earliest: Moment, latest: Moment, who: [RiderCondition]
  ) {
    self.row = row
    self.id = id
    self.from = from
    self.to = to
    self.earliest = earliest
    self.latest = latest
    self.who = who
  }
}
