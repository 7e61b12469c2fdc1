import Foundation

/// A day of the civil calendar, without a time zone.
public struct Day: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  public let number: Int

  /// A day counted from 1970-01-01.
  public init(number: Int) {
    self.number = number
  }

  /// The day with these components, or nothing when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    let components = DateComponents(year: year, month: month, day: day)
    guard components.isValidDate(in: Day.calendar), let date = Day.calendar.date(from: components) else {
      return nil
    }
    number = Int((date.timeIntervalSince1970 / 86_400).rounded(.down))
  }

  /// Year, month and day.
  public var components: (year: Int, month: Int, day: Int) {
    let date = Date(timeIntervalSince1970: Double(number) * 86_400)
    let parts = Day.calendar.dateComponents([.year, .month, .day], from: date)
    return (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// `MM-DD`.
  public var monthAndDay: String {
    let (_, month, day) = components
    return "\(padded(month, 2))-\(padded(day, 2))"
  }

  /// The earlier day first.
  public static func < (left: Day, right: Day) -> Bool {
    left.number < right.number
  }

  private static let calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()
}

/// A minute of the event's local time.
public struct Moment: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The day.
  public let day: Day
  /// Minutes after midnight, 0 ..< 1,440.
  public let minute: Int

  /// A minute of `day`, or nothing when the clock has no such time.
  public init?(day: Day, hour: Int, minute: Int) {
    guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
    self.day = day
    self.minute = hour * 60 + minute
  }

  /// A minute counted from midnight of 1970-01-01.
  public init(minutesSince1970 minutes: Int) {
    let (days, minute) = minutes.quotientAndRemainder(dividingBy: 1_440)
    day = Day(number: minute < 0 ? days - 1 : days)
    self.minute = minute < 0 ? minute + 1_440 : minute
  }

  /// Minutes since midnight of 1970-01-01.
  public var minutesSince1970: Int { day.number * 1_440 + minute }

  /// `YYYY-MM-DD HH:MM`.
  public var description: String { "\(day) \(clock)" }

  /// `HH:MM`.
  public var clock: String { "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))" }

  /// `MM-DD HH:MM`.
  public var withoutYear: String { "\(day.monthAndDay) \(clock)" }

  /// The earlier minute first.
  public static func < (left: Moment, right: Moment) -> Bool {
    (left.day, left.minute) < (right.day, right.minute)
  }
}

private func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
