import Assembly

/// What the search needs to know of a vehicle; costs are weighted.
struct FleetVehicle: Sendable, Hashable {
  /// Seats for riders, those kept free left out.
  let capacity: Int
  /// Where it starts; index in ``VehicleProblem/places``.
  let base: Int
  /// The minutes between which it may be under way, in the order of time; the last riders are out of it at the end.
  let shifts: [ClosedRange<Int>]
  let fixed: Int
  let perMinute: Int
  let isAccessible: Bool
  /// Its index in `Fleet.vehicles` when somebody is bound to it: no other vehicle is like it then.
  var namedAs: Int?

  init(_ vehicle: Vehicle, base: Int, settings: Settings, weights: Weights, namedAs: Int?) {
    // A tenth of thirty seats is three seats: no rounding error may make it four.
    let kept = Int((Double(vehicle.seats) * settings.vehicleSpare - 1e-9).rounded(.up))
    capacity = max(0, vehicle.seats - max(0, kept))
    self.base = base
    let shifts = vehicle.shifts.isEmpty ? [Shift(from: nil, to: nil)] : vehicle.shifts
    self.shifts = shifts.map {
      ($0.from?.minutesSince1970 ?? -FleetVehicle.farAway)...($0.to?.minutesSince1970 ?? FleetVehicle.farAway)
    }
    fixed = vehicle.fixed * weights[.vehiclesFixed]
    perMinute = vehicle.perMinute * weights[.vehiclesMinutes]
    isAccessible = vehicle.isAccessible
    self.namedAs = namedAs
  }

  /// The minute from which it may be under way first.
  var from: Int { shifts[0].lowerBound }
  /// The minute at which the last riders must be out of it at the very last.
  var to: Int { shifts[shifts.count - 1].upperBound }

  /// The minutes at which it may depart with a run in the first shift that has time for it: for the empty drive,
  /// loading, the run and unloading.
  ///
  /// - Parameters:
  ///   - window: minutes at which the riders may depart.
  ///   - ready: the minute at which it can depart at the earliest, were it always at work.
  ///   - empty: minutes of the drive to the origin.
  ///   - loaded: minutes of the run.
  func departures(in window: ClosedRange<Int>, ready: Int, empty: Int, loaded: Int) -> ClosedRange<Int>? {
    for shift in shifts {
      let first = max(window.lowerBound, ready, shift.lowerBound + empty + VehicleProblem.loading)
      let last = min(window.upperBound, shift.upperBound - VehicleProblem.unloading - loaded)
      if first <= last { return first...last }
    }
    return nil
  }

  /// Minutes from 1970 that no event reaches.
  static let farAway = 1 << 40
}
