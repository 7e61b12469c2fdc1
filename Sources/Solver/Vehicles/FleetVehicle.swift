import Assembly

/// What the search needs to know of a vehicle; costs are weighted.
struct FleetVehicle: Sendable, Hashable {
  /// Seats for riders, those kept free left out.
  let capacity: Int
  /// Where it starts; index in ``VehicleProblem/places``.
  let base: Int
  /// The minute from which it may be under way.
  let from: Int
  /// The minute at which the last riders must be out of it.
  let to: Int
  let fixed: Int
  let perMinute: Int
  let isAccessible: Bool
  /// Its index in `Fleet.vehicles` when somebody is bound to it: no other vehicle is like it then.
  let namedAs: Int?

  init(_ vehicle: Vehicle, base: Int, settings: Settings, namedAs: Int?) {
    // A tenth of thirty seats is three seats: no rounding error may make it four.
    let kept = Int((Double(vehicle.seats) * settings.vehicleSpare - 1e-9).rounded(.up))
    capacity = max(0, vehicle.seats - max(0, kept))
    self.base = base
    from = vehicle.from?.minutesSince1970 ?? -FleetVehicle.farAway
    to = vehicle.to?.minutesSince1970 ?? FleetVehicle.farAway
    fixed = vehicle.fixed * settings.weights[.fixed]
    perMinute = vehicle.perMinute * settings.weights[.minutes]
    isAccessible = vehicle.isAccessible
    self.namedAs = namedAs
  }

  /// Minutes from 1970 that no event reaches.
  static let farAway = 1 << 40
}
