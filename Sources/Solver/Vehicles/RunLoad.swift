import Assembly

/// Who rides together in one run, as a duty sees them: by name (``Batch``), or so many of each lot (``Ride``), which is
/// quick to change.
protocol RunLoad: Sendable {
  /// What a roster of such loads holds of its problem.
  associatedtype Demand: RosterDemand

  var stream: Int { get }
  var riders: Int { get }
  /// Minutes at which all may depart.
  var window: ClosedRange<Int> { get }
  /// Weighted waiting of a departure at minute 0.
  var waitingAtZero: Int { get }
  /// How many groups they are of.
  var groups: Int { get }

  /// Whether a vehicle has all that the riders need, seats aside.
  func suits(_ vehicle: FleetVehicle) -> Bool
  /// What it costs not to carry them.
  func penalty(_ demand: Demand) -> Int
  /// What a departure costs for those who were told another one.
  func moves(_ problem: VehicleProblem, at departure: Int, in vehicle: Int) -> Int
}

/// The problem of a roster. A class, because thousands of rosters a second hold it.
protocol RosterDemand: AnyObject, Sendable {
  var problem: VehicleProblem { get }
}

extension RunLoad {
  /// Weighted waiting per minute of later departure.
  func slope(_ problem: VehicleProblem) -> Int {
    problem.streams[stream].waitingSlope * riders * problem.weight(.vehiclesWaiting)
  }

  /// Weighted waiting of a departure.
  func waiting(_ problem: VehicleProblem, at departure: Int) -> Int {
    waitingAtZero + slope(problem) * departure
  }

  /// Weighted cost of its (group, run) pairs.
  func split(_ problem: VehicleProblem) -> Int { groups * problem.weight(.vehiclesSplit) }

  /// Whether a vehicle has the seats and all that the riders need.
  func fits(_ vehicle: FleetVehicle) -> Bool {
    riders <= vehicle.capacity && suits(vehicle)
  }
}
