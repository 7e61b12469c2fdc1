/// A vehicle: a line of the table `vehicles`.
public struct Vehicle: Sendable, Hashable {
  /// What ``PersonEntry/vehicle`` says of somebody who shares no run; no vehicle has this id.
  public static let own = "own"

  /// Row in the table `vehicles`, the header counted as 1.
  public var row: Int
  /// Unique in the event.
  public var id: String
  /// Coach, minibus, sedan, or any other word.
  public var kind: String = ""
  /// Seats for passengers, at least 1.
  public var seats: Int
  /// Yuan when it is used at all.
  public var fixed = 0
  /// Yuan a minute under way.
  public var perMinute = 0
  /// Where it starts; nothing: at the venue.
  public var base: String?
  /// Not under way before; nothing: from the beginning.
  public var from: Moment?
  /// The last riders are out of it by then; nothing: to the end.
  public var to: Moment?
  /// Printed.
  public var plate: String = ""
  /// Name of the driver, printed.
  public var driver: String = ""
  /// Phone of the driver, printed.
  public var phone: String = ""
  /// Whether it carries wheelchair users.
  public var isAccessible = false

  /// A vehicle that costs nothing and is there all the time.
  public init(row: Int, id: String, seats: Int) {
    self.row = row
    self.id = id
    self.seats = seats
  }
}

/// The way from one place straight to another: a line of the table `routes`.
public struct Route: Sendable, Hashable {
  /// Row in the table `routes`, the header counted as 1.
  public var row: Int
  /// Origin.
  public var from: String
  /// Destination.
  public var to: String
  /// Minutes that the drive takes, ≥ 0.
  public var minutes: Int

  /// A way of `minutes`.
  public init(row: Int, from: String, to: String, minutes: Int) {
    self.row = row
    self.from = from
    self.to = to
    self.minutes = minutes
  }
}
