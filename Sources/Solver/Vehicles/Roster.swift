import Assembly

/// The duties of all vehicles and the trips that nobody carries: a plan while it is searched for.
struct Roster: Sendable {
  let problem: VehicleProblem
  /// One a vehicle, in the order of vehicles.
  private(set) var duties: [Duty]
  /// Batches that no vehicle carries.
  private(set) var waiting: [Batch] = []
  /// Weighted objective.
  private(set) var cost = 0

  /// A roster in which no vehicle moves.
  init(_ problem: VehicleProblem) {
    self.problem = problem
    duties = problem.vehicles.indices.map(Duty.init(vehicle:))
  }

  /// A place for a batch in a duty.
  struct Insertion {
    let duty: Duty
    /// How much dearer the plan becomes, the penalty of the batch left out.
    let increase: Int
  }

  /// Where a batch may go.
  var candidates: [Int] { problem.candidates { !duties[$0].batches.isEmpty } }

  /// Replaces a duty.
  mutating func set(_ duty: Duty) {
    cost += duty.cost - duties[duty.vehicle].cost
    duties[duty.vehicle] = duty
  }

  /// Leaves a batch without a vehicle.
  mutating func leave(_ batch: Batch) {
    waiting.append(batch)
    cost += penalty(of: batch)
  }

  /// Takes back the batches without a vehicle.
  mutating func takeWaiting() -> [Batch] {
    let batches = waiting
    for batch in batches { cost -= penalty(of: batch) }
    waiting = []
    return batches
  }

  /// What it costs not to carry a batch.
  func penalty(of batch: Batch) -> Int {
    batch.trips.reduce(0) { $0 + problem.trips[$1].penalty }
  }

  /// The cheapest place for a batch, if it has any.
  ///
  /// - Parameters:
  ///   - vehicles: where to look; nothing: everywhere.
  ///   - limit: only places that are cheaper than this.
  /// - Complexity: O(vehicles × batches a duty), and a schedule for each place that looks good.
  func bestInsertion(of batch: Batch, among vehicles: [Int]? = nil, below limit: Int = .max) -> Insertion? {
    var best: Insertion?
    var least = limit
    for vehicle in vehicles ?? candidates where batch.fits(problem.vehicles[vehicle]) {
      if let found = insertion(of: batch, in: duties[vehicle], below: least) {
        least = found.increase
        best = found
      }
    }
    return best
  }

  /// The cheapest place for a batch in one duty.
  func insertion(of batch: Batch, in duty: Duty, below limit: Int) -> Insertion? {
    let vehicle = problem.vehicles[duty.vehicle]
    let count = duty.batches.count
    var best: Insertion?
    var least = limit
    let floor =
      batch.split
      + min(batch.waiting(at: batch.window.lowerBound), batch.waiting(at: batch.window.upperBound))
    for position in 0...count {
      if position > 0 {
        let before = duty.batches[position - 1]
        guard before.window.lowerBound <= batch.window.upperBound else { break }
      }
      if position < count, duty.batches[position].window.upperBound < batch.window.lowerBound { continue }
      guard floor + drivingIncrease(of: batch, at: position, in: duty, vehicle) < least else { continue }
      var batches = duty.batches
      batches.insert(batch, at: position)
      guard let longer = Duty(problem, vehicle: duty.vehicle, batches) else { continue }
      if longer.cost - duty.cost < least {
        least = longer.cost - duty.cost
        best = Insertion(duty: longer, increase: least)
      }
    }
    return best
  }

  /// What the vehicle and its minutes cost more with the batch; waiting may grow, never shrink.
  private func drivingIncrease(
    of batch: Batch, at position: Int, in duty: Duty, _ vehicle: FleetVehicle
  ) -> Int {
    let stream = problem.streams[batch.stream]
    let origin = position == 0 ? vehicle.base : problem.streams[duty.batches[position - 1].stream].to
    var minutes = problem.drive(origin, stream.from) + problem.drive(stream.from, stream.to)
    if position < duty.batches.count {
      let next = problem.streams[duty.batches[position].stream].from
      minutes += problem.drive(stream.to, next) - problem.drive(origin, next)
    }
    return vehicle.perMinute * minutes + (duty.batches.isEmpty ? vehicle.fixed : 0)
  }

  /// Gives each batch its cheapest place, one after another; who has none, or a dearer one than to be left, waits.
  mutating func insert(_ batches: [Batch]) {
    for batch in batches {
      if let found = bestInsertion(of: batch, below: penalty(of: batch) + 1) {
        set(found.duty)
      } else {
        leave(batch)
      }
    }
  }
}
