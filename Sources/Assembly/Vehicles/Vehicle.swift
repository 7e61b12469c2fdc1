/// A time in which a vehicle may be under way.
public struct Shift: Sendable, Hashable {
  /// Not under way before; nothing: from the beginning.
  public var from: Moment?
  /// The last riders are out of it by then; nothing: to the end.
  public var to: Moment?

  /// The shift between two moments.
  public init(from: Moment?, to: Moment?) {
    self.from = from
    self.to = to
  }

  /// Whether two shifts have a minute in common.
  public func overlaps(_ other: Shift) -> Bool {
    func begins(_ one: Shift, before other: Shift) -> Bool {
      guard let from = one.from, let to = other.to else { return true }
      return from < to
    }
    return begins(self, before: other) && begins(other, before: self)
  }
}

/// The same hours of every day of the event, over midnight where they end no later than they begin.
public struct DailyHours: Sendable, Hashable {
  /// Minutes after midnight.
  public let from: Int
  /// Minutes after midnight.
  public let to: Int

  /// The hours between two times of the day.
  public init(from: Int, to: Int) {
    self.from = from
    self.to = to
  }

  /// A shift for each day.
  public func shifts(from first: Day, through last: Day) -> [Shift] {
    guard first <= last else { return [] }
    return (first.number...last.number).map { day in
      Shift(
        from: Moment(minutesSince1970: day * 1_440 + from),
        to: Moment(minutesSince1970: day * 1_440 + to + (to <= from ? 1_440 : 0)))
    }
  }
}

/// A vehicle: a line of the table `vehicles`, or several lines with one id, a shift each.
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
  /// When it may be under way, in the order of time, none over another; none at all: always.
  public var shifts: [Shift] = []
  /// Shifts that the table gives as hours of every day.
  public var dailyHours: DailyHours?
  /// The number that it shows; nothing: the plan gives one.
  public var number: Int?
  /// Printed.
  public var plate: String = ""
  /// Name of the driver, printed.
  public var driver: String = ""
  /// Phone of the driver, printed.
  public var phone: String = ""
  /// Whether it carries wheelchair users.
  public var isAccessible = false
  /// Who leads it: ids or unique names, of whom the first who is present counts.
  public var leaders: [String] = []

  /// A vehicle that costs nothing and is there all the time.
  public init(row: Int, id: String, seats: Int) {
    self.row = row
    self.id = id
    self.seats = seats
  }

  /// Whether another line says the same of the vehicle, its shifts and who drives it left aside.
  func isAlike(_ other: Vehicle) -> Bool {
    (kind, seats, fixed, perMinute, base, plate) == (
      other.kind, other.seats, other.fixed, other.perMinute, other.base, other.plate
    ) && isAccessible == other.isAccessible && number == other.number
  }

  /// Takes the shifts of another line of the vehicle, and its driver, where that is another one.
  mutating func take(_ line: Vehicle) {
    shifts = (shifts + line.shifts).sorted { one, other in
      guard let to = one.to, let from = other.from else { return other.from != nil }
      return to <= from
    }
    driver = Vehicle.joined(driver, line.driver)
    phone = Vehicle.joined(phone, line.phone)
    leaders += line.leaders
  }

  private static func joined(_ one: String, _ other: String) -> String {
    let known = one.split(separator: "、").map(String.init)
    return other.isEmpty || known.contains(other) ? one : (known + [other]).joined(separator: "、")
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
