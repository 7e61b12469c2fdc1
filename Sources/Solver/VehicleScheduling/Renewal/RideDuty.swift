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
///
/// Waiting is linear in each departure, so moving blocks is exact, as in `Duty`.
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
    for start in stops.indices.reversed() where stops[start].slope < 0 { postpone(from: start) }
    var sum = vehicle.fixed + vehicle.perMinute * minutes
    let split = problem.weight(.split)
    for (stop, departure) in zip(stops, departures) {
      sum += stop.waitingAtZero + stop.slope * departure + split * stop.groups
    }
    return sum
  }

  private mutating func postpone(from start: Int) {
    var end = start
    var slope = stops[start].slope
    while slope < 0 {
      var room = Int.max
      for index in start...end { room = min(room, stops[index].upper - departures[index]) }
      let isPushing = end + 1 < stops.count
      let free = isPushing ? departures[end + 1] - gaps[end] - departures[end] : Int.max
      let shift = min(room, free)
      for index in start...end { departures[index] += shift }
      guard isPushing, free <= room else { return }
      end += 1
      slope += stops[end].slope
    }
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
