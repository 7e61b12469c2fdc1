import Assembly

/// The runs of one vehicle in a row, each at its best minute.
struct Duty: Sendable {
  /// Index in ``VehicleProblem/vehicles``.
  let vehicle: Int
  let batches: [Batch]
  /// The minute at which each batch departs.
  let departures: [Int]
  /// Weighted cost of the vehicle, its minutes, and the waiting and splitting of its riders.
  let cost: Int

  /// A vehicle that is not used.
  init(vehicle: Int) {
    self.vehicle = vehicle
    batches = []
    departures = []
    cost = 0
  }

  /// A vehicle that carries these batches in this order, at the departures that make them wait least; nothing when
  /// it cannot.
  ///
  /// - Complexity: O(batches²), O(batches) where nobody would rather go later.
  init?(_ problem: VehicleProblem, vehicle index: Int, _ batches: [Batch]) {
    guard var departures = Duty.earliest(problem, vehicle: index, batches) else { return nil }
    vehicle = index
    self.batches = batches
    let vehicle = problem.vehicles[index]
    let gaps = Duty.gaps(problem, batches)
    postpone(
      &departures, gaps: gaps, latest: { Duty.latest(problem, vehicle, batches[$0]) },
      slope: { batches[$0].slope })
    self.departures = departures
    cost = Duty.cost(problem, vehicle, batches, departures)
  }

  /// The latest minute at which a vehicle may depart with a batch.
  static func latest(_ problem: VehicleProblem, _ vehicle: FleetVehicle, _ batch: Batch) -> Int {
    min(batch.window.upperBound, vehicle.to - VehicleProblem.unloading - problem.drive(batch.stream))
  }

  /// Minutes from the departure of a batch to the earliest departure of another one after it.
  static func gap(_ problem: VehicleProblem, _ batch: Batch, _ next: Batch) -> Int {
    problem.drive(batch.stream) + VehicleProblem.unloading + VehicleProblem.loading
      + problem.drive(problem.streams[batch.stream].to, problem.streams[next.stream].from)
  }

  /// The earliest minute at which a vehicle can depart with its first batch.
  static func start(_ problem: VehicleProblem, _ vehicle: FleetVehicle, _ batch: Batch) -> Int {
    vehicle.from + problem.drive(vehicle.base, problem.streams[batch.stream].from) + VehicleProblem.loading
  }

  private static func gaps(_ problem: VehicleProblem, _ batches: [Batch]) -> [Int] {
    zip(batches, batches.dropFirst()).map { gap(problem, $0, $1) }
  }

  private static func earliest(_ problem: VehicleProblem, vehicle index: Int, _ batches: [Batch]) -> [Int]? {
    let vehicle = problem.vehicles[index]
    var departures: [Int] = []
    departures.reserveCapacity(batches.count)
    for (position, batch) in batches.enumerated() {
      guard batch.fits(vehicle) else { return nil }
      let free =
        position == 0
        ? start(problem, vehicle, batch)
        : departures[position - 1] + gap(problem, batches[position - 1], batch)
      let departure = max(free, batch.window.lowerBound)
      guard departure <= latest(problem, vehicle, batch) else { return nil }
      departures.append(departure)
    }
    return departures
  }

  private static func cost(
    _ problem: VehicleProblem, _ vehicle: FleetVehicle, _ batches: [Batch], _ departures: [Int]
  ) -> Int {
    guard !batches.isEmpty else { return 0 }
    var minutes = 0
    var place = vehicle.base
    var sum = vehicle.fixed
    for (batch, departure) in zip(batches, departures) {
      let stream = problem.streams[batch.stream]
      minutes += problem.drive(place, stream.from) + problem.drive(stream.from, stream.to)
      place = stream.to
      sum += batch.waiting(at: departure) + batch.split
    }
    return sum + vehicle.perMinute * minutes
  }
}
