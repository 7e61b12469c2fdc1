/// From one place straight to another.
public struct Way: Sendable, Hashable {
  /// Origin.
  public let from: String
  /// Destination.
  public let to: String

  /// The way between two places, in this direction.
  public init(from: String, to: String) {
    self.from = from
    self.to = to
  }
}

/// The vehicles of an event, the ways that they drive and what they are needed for at set times.
public struct Fleet: Sendable, Hashable {
  /// In listed order.
  public let vehicles: [Vehicle]
  /// In listed order.
  public let transfers: [Transfer]
  /// Whether the table of vehicles tells which are accessible.
  public let offersAccessibleVehicles: Bool
  private let minutesOfWay: [Way: Int]

  /// The transport of the tables `vehicles`, `routes` and `transfers`.
  ///
  /// - Parameters:
  ///   - vehicles: the lines of the table; ids unique.
  ///   - routes: the lines of the table; each (from, to) at most once.
  ///   - transfers: the lines of the table; ids unique.
  ///   - offersAccessibleVehicles: whether the table of vehicles has the column `accessible`.
  public init(vehicles: [Vehicle], routes: [Route], transfers: [Transfer], offersAccessibleVehicles: Bool) {
    self.vehicles = vehicles
    self.transfers = transfers
    self.offersAccessibleVehicles = offersAccessibleVehicles
    var minutes: [Way: Int] = [:]
    for route in routes { minutes[Way(from: route.from, to: route.to)] = route.minutes }
    for route in routes {
      let back = Way(from: route.to, to: route.from)
      minutes[back] = minutes[back] ?? route.minutes
    }
    minutesOfWay = minutes
  }

  /// Minutes in which riders get in, and in which they get out.
  public static let boarding = 5

  /// Whether one person has time for a run of each of two transfers, one after the other; where both are fixed, in one
  /// vehicle, which drives from one to the other.
  public func letsRideBoth(_ one: Transfer, _ other: Transfer) -> Bool {
    func isPossible(_ first: Transfer, then second: Transfer) -> Bool {
      let isOneVehicle = first.isFixed && second.isFixed
      let between = isOneVehicle ? 2 * Fleet.boarding + (minutes(from: first.to, to: second.from) ?? 0) : 0
      return first.earliest.minutesSince1970 + (minutes(from: first.from, to: first.to) ?? 0) + between
        <= second.latest.minutesSince1970
    }
    return isPossible(one, then: other) || isPossible(other, then: one)
  }

  /// Minutes of the drive between two places, 0 from a place to itself; nothing where the table tells none.
  public func minutes(from origin: String, to destination: String) -> Int? {
    origin == destination ? 0 : minutesOfWay[Way(from: origin, to: destination)]
  }
}
