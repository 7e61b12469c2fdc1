import Assembly

/// Trips that ride together in one run, whatever vehicle and minute it gets.
struct Batch: Sendable {
  let stream: Int
  /// Indices of trips, sorted.
  let trips: [Int]
  /// Minutes at which all may depart.
  private(set) var window: ClosedRange<Int>
  /// Weighted waiting per minute of later departure.
  let slope: Int
  /// Weighted waiting of a departure at minute 0.
  private let waitingAtZero: Int
  /// Weighted cost of its (group, run) pairs.
  let split: Int
  let needsAccessibleVehicle: Bool
  /// The vehicle to which its trips are bound.
  let vehicle: Int?

  /// A batch of trips of one stream; nothing when they cannot ride together.
  init?(_ problem: VehicleProblem, _ trips: [Int]) {
    guard let first = trips.first.map({ problem.trips[$0] }) else { return nil }
    var (lower, upper) = (first.slot.lowerBound, first.slot.upperBound)
    var (sum, vehicle, isAccessible) = (0, first.vehicle, false)
    let sign = problem.streams[first.stream].waitingSlope
    for index in trips {
      let trip = problem.trips[index]
      lower = max(lower, trip.slot.lowerBound)
      upper = min(upper, trip.slot.upperBound)
      sum += sign > 0 ? -trip.window.lowerBound : sign < 0 ? trip.window.upperBound : 0
      isAccessible = isAccessible || trip.needsAccessibleVehicle
      if let named = trip.vehicle {
        guard vehicle == nil || vehicle == named else { return nil }
        vehicle = named
      }
    }
    guard lower <= upper, Batch.mayShareRun(problem, trips) else { return nil }
    stream = first.stream
    self.trips = trips.sorted()
    window = lower...upper
    slope = sign * trips.count * problem.weight(.waiting)
    waitingAtZero = sum * problem.weight(.waiting)
    split = problem.weight(.split) * Batch.groupCount(problem, trips)
    needsAccessibleVehicle = isAccessible
    self.vehicle = vehicle
  }

  /// The batch bound to a minute; nothing where somebody of it may not depart then.
  func departing(_ problem: VehicleProblem, at minute: Int) -> Batch? {
    guard trips.allSatisfy({ problem.trips[$0].window.contains(minute) }) else { return nil }
    var batch = self
    batch.window = minute...minute
    return batch
  }

  /// Weighted waiting of a departure.
  func waiting(at departure: Int) -> Int {
    waitingAtZero + slope * departure
  }

  /// Whether a vehicle has the seats and all that the riders need.
  func fits(_ vehicle: FleetVehicle) -> Bool {
    trips.count <= vehicle.capacity && (!needsAccessibleVehicle || vehicle.isAccessible)
      && (self.vehicle == nil || self.vehicle == vehicle.namedAs)
  }

  private static func mayShareRun(_ problem: VehicleProblem, _ trips: [Int]) -> Bool {
    for one in trips where problem.isParticular[one] {
      for other in trips where other != one {
        guard problem.mayShareRun(problem.trips[one], problem.trips[other]) else { return false }
      }
    }
    return true
  }

  private static func groupCount(_ problem: VehicleProblem, _ trips: [Int]) -> Int {
    var groups: [Int] = []
    for trip in trips where !groups.contains(problem.trips[trip].group) {
      groups.append(problem.trips[trip].group)
    }
    return groups.count
  }
}
