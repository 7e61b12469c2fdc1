import Assembly

/// The rides of one vehicle in a row, each at its best minute.
struct RideDuty {
  let vehicle: Int
  private(set) var rides: [Ride] = []
  /// The minute at which each ride departs.
  private(set) var departures: [Int] = []
  /// Weighted cost of the vehicle, its minutes, and the waiting and splitting of its riders.
  private(set) var cost = 0
  /// The first minute at which each ride can depart.
  private(set) var earliest: [Int] = []
  /// The last minute at which each ride can depart, whatever the ones before do.
  private(set) var latest: [Int] = []

  init(vehicle: Int) { self.vehicle = vehicle }

  /// A vehicle that makes these rides in this order; nothing when it cannot.
  init?(_ lots: RiderLots, vehicle: Int, _ rides: [Ride]) {
    self.vehicle = vehicle
    self.rides = rides
    guard !rides.isEmpty else { return }
    var schedule = RideSchedule(lots.problem, vehicle: vehicle)
    for ride in rides { schedule.append(ride, lots.problem) }
    guard let cost = schedule.solve(lots.problem) else { return nil }
    self.cost = cost
    departures = schedule.departures
    earliest = schedule.earliest
    latest = schedule.latest()
  }

  /// The duty with a ride more, or with one replaced.
  func changed(_ change: Change, _ lots: RiderLots) -> RideDuty? {
    var rides = rides
    switch change {
    case .insert(let ride, let place): rides.insert(ride, at: place)
    case .replace(let ride, let place): rides[place] = ride
    }
    return RideDuty(lots, vehicle: vehicle, rides)
  }

  /// What may happen to a duty.
  enum Change {
    case insert(Ride, at: Int)
    case replace(Ride, at: Int)
  }
}

/// The departures of a duty: as early as can be, then later where riders would rather go later.
struct RideSchedule {
  private struct Stop {
    let stream: Int
    let lower: Int
    let upper: Int
    let slope: Int
    let waitingAtZero: Int
    let groups: Int
  }

  private let vehicle: FleetVehicle
  private var stops: [Stop] = []
  /// Minutes from a departure to the next one at least.
  private var gaps: [Int] = []
  private var minutes = 0
  private(set) var departures: [Int] = []
  private(set) var earliest: [Int] = []

  init(_ problem: VehicleProblem, vehicle: Int) {
    self.vehicle = problem.vehicles[vehicle]
  }

  mutating func append(_ ride: Ride, _ problem: VehicleProblem) {
    let way = problem.streams[ride.stream]
    let drive = problem.drive(ride.stream)
    if let last = stops.last {
      let empty = problem.drive(problem.streams[last.stream].to, way.from)
      gaps.append(problem.turnaround(last.stream) + empty)
      minutes += empty
    } else {
      minutes += problem.drive(vehicle.base, way.from)
    }
    minutes += drive
    stops.append(
      Stop(
        stream: ride.stream, lower: ride.lower,
        upper: min(ride.upper, vehicle.to - VehicleProblem.unloading - drive),
        slope: way.waitingSlope * ride.riders * problem.weight(.waiting), waitingAtZero: ride.waitingAtZero,
        groups: ride.groups))
  }

  /// Sets the departures.
  ///
  /// - Returns: the weighted cost; nothing when some ride would be too late.
  mutating func solve(_ problem: VehicleProblem) -> Int? {
    departures.removeAll(keepingCapacity: true)
    for (index, stop) in stops.enumerated() {
      let free =
        index == 0
        ? vehicle.from + problem.drive(vehicle.base, problem.streams[stop.stream].from)
          + VehicleProblem.loading
        : departures[index - 1] + gaps[index - 1]
      let departure = max(free, stop.lower)
      guard departure <= stop.upper else { return nil }
      departures.append(departure)
    }
    earliest = departures
    postpone(
      &departures, gaps: gaps, latest: { [stops] in stops[$0].upper }, slope: { [stops] in stops[$0].slope })
    var sum = vehicle.fixed + vehicle.perMinute * minutes
    let split = problem.weight(.split)
    for (stop, departure) in zip(stops, departures) {
      sum += stop.waitingAtZero + stop.slope * departure + split * stop.groups
    }
    return sum
  }

  /// The last minute at which each ride can depart so that all after it can be made.
  func latest() -> [Int] {
    var latest = stops.map(\.upper)
    for index in stops.indices.dropLast().reversed() {
      latest[index] = min(latest[index], latest[index + 1] - gaps[index])
    }
    return latest
  }
}
