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
    guard let slots = Duty.slots(problem, vehicle: index, batches) else { return nil }
    var departures = slots.map(\.lowerBound)
    vehicle = index
    self.batches = batches
    postpone(
      &departures, gaps: Duty.gaps(problem, batches), latest: { slots[$0].upperBound },
      slope: { batches[$0].slope })
    self.departures = departures
    cost = Duty.cost(problem, index, batches, departures)
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

  /// The earliest minute of each departure when all before it are at theirs, and the latest of its shift.
  private static func slots(_ problem: VehicleProblem, vehicle index: Int, _ batches: [Batch])
    -> [ClosedRange<Int>]?
  {
    let vehicle = problem.vehicles[index]
    var slots: [ClosedRange<Int>] = []
    slots.reserveCapacity(batches.count)
    var place = vehicle.base
    for (position, batch) in batches.enumerated() {
      guard batch.fits(vehicle) else { return nil }
      let stream = problem.streams[batch.stream]
      let ready =
        position == 0
        ? Int.min : slots[position - 1].lowerBound + gap(problem, batches[position - 1], batch)
      guard
        let slot = vehicle.departures(
          in: batch.window, ready: ready, empty: problem.drive(place, stream.from),
          loaded: problem.drive(batch.stream))
      else { return nil }
      slots.append(slot)
      place = stream.to
    }
    return slots
  }

  private static func cost(
    _ problem: VehicleProblem, _ index: Int, _ batches: [Batch], _ departures: [Int]
  ) -> Int {
    guard !batches.isEmpty else { return 0 }
    let vehicle = problem.vehicles[index]
    var minutes = 0
    var place = vehicle.base
    var sum = vehicle.fixed
    for (batch, departure) in zip(batches, departures) {
      let stream = problem.streams[batch.stream]
      minutes += problem.drive(place, stream.from) + problem.drive(stream.from, stream.to)
      place = stream.to
      sum += batch.waiting(at: departure) + batch.split
      if let kept = problem.kept { sum += kept.cost(batch, from: stream.from, at: departure, in: index) }
    }
    return sum + vehicle.perMinute * minutes
  }
}
