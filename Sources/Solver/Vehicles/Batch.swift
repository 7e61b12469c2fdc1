import Assembly

/// Trips that ride together in one run, whatever vehicle and minute it gets.
struct Batch: RunLoad {
  let stream: Int
  /// Indices of trips, sorted.
  let trips: [Int]
  private(set) var window: ClosedRange<Int>
  let waitingAtZero: Int
  let groups: Int
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
    waitingAtZero = sum * problem.weight(.vehiclesWaiting)
    groups = Batch.groupCount(problem, trips)
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

  var riders: Int { trips.count }

  func suits(_ vehicle: FleetVehicle) -> Bool {
    (!needsAccessibleVehicle || vehicle.isAccessible)
      && (self.vehicle == nil || self.vehicle == vehicle.namedAs)
  }

  func penalty(_ demand: NamedDemand) -> Int {
    trips.reduce(0) { $0 + demand.problem.trips[$1].penalty }
  }

  func moves(_ problem: VehicleProblem, at departure: Int, in vehicle: Int) -> Int {
    problem.kept?.cost(self, from: problem.streams[stream].from, at: departure, in: vehicle) ?? 0
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
