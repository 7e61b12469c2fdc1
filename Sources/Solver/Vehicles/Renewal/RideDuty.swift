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
    latest = schedule.latest
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
    let window: ClosedRange<Int>
    /// Minutes of the drive to the origin, and of the run.
    let empty: Int
    let loaded: Int
    let slope: Int
    let waitingAtZero: Int
    let groups: Int
  }

  private let vehicle: FleetVehicle
  private var stops: [Stop] = []
  /// Minutes from a departure to the next one at least.
  private var gaps: [Int] = []
  private var minutes = 0
  /// The last stream, and where its runs end.
  private var last: (stream: Int, place: Int)?
  private(set) var departures: [Int] = []
  private(set) var earliest: [Int] = []
  /// The last minute of each departure in its shift.
  private var upper: [Int] = []

  init(_ problem: VehicleProblem, vehicle: Int) {
    self.vehicle = problem.vehicles[vehicle]
  }

  mutating func append(_ ride: Ride, _ problem: VehicleProblem) {
    let way = problem.streams[ride.stream]
    let drive = problem.drive(ride.stream)
    let empty = problem.drive(last?.place ?? vehicle.base, way.from)
    if let last { gaps.append(problem.turnaround(last.stream) + empty) }
    minutes += empty + drive
    last = (ride.stream, way.to)
    stops.append(
      Stop(
        window: ride.lower...ride.upper, empty: empty, loaded: drive,
        slope: way.waitingSlope * ride.riders * problem.weight(.waiting), waitingAtZero: ride.waitingAtZero,
        groups: ride.groups))
  }

  /// Sets the departures.
  ///
  /// - Returns: the weighted cost; nothing when some ride would be too late.
  mutating func solve(_ problem: VehicleProblem) -> Int? {
    departures.removeAll(keepingCapacity: true)
    upper.removeAll(keepingCapacity: true)
    for (index, stop) in stops.enumerated() {
      let ready = index == 0 ? Int.min : departures[index - 1] + gaps[index - 1]
      guard
        let slot = vehicle.departures(in: stop.window, ready: ready, empty: stop.empty, loaded: stop.loaded)
      else { return nil }
      departures.append(slot.lowerBound)
      upper.append(slot.upperBound)
    }
    earliest = departures
    postpone(
      &departures, gaps: gaps, latest: { [upper] in upper[$0] }, slope: { [stops] in stops[$0].slope })
    var sum = vehicle.fixed + vehicle.perMinute * minutes
    let split = problem.weight(.split)
    for (stop, departure) in zip(stops, departures) {
      sum += stop.waitingAtZero + stop.slope * departure + split * stop.groups
    }
    return sum
  }

  /// The last minute at which each ride can depart so that all after it can be made.
  var latest: [Int] {
    var latest = upper
    for index in stops.indices.dropLast().reversed() {
      latest[index] = min(latest[index], latest[index + 1] - gaps[index])
    }
    return latest
  }
}
