import Assembly

/// What it costs a class of vehicles to be at a place at a time, so that no duty of it is cheaper than the prices of
/// its runs: a solution of the dual of the flow of duties.
///
/// Time is cut into slots; a vehicle may depart in the slot of its earliest departure already, which makes more duties
/// possible and none impossible. The *rest* at a place falls with time (waiting is free), is no more than `fixed` at the
/// base, and never below 0 (a duty may end anywhere). The *readiness* at an origin is the least of rest and empty drive.
/// A run's price is readiness at its origin + loaded minutes − rest at its destination. So the prices of the runs of any
/// duty sum up to no more than `fixed` and its minutes, whatever the guesses were from which the potential was made.
struct FleetPotential {
  /// Minutes of a slot; a run with loading and unloading is at least two of them long.
  static let slot = 5

  private let problem: VehicleProblem
  private let vehicle: FleetKind
  private let clock: SlotClock
  private var rest: [[Double]]
  private var readiness: [[Double]]

  /// The potential in which runs of a stream cost what is guessed, where a duty can pay that.
  ///
  /// - Parameter guesses: price by stream and slot; runs of other slots are free but for what duties demand.
  /// - Complexity: O(slots × (places² + streams)).
  init(
    _ problem: VehicleProblem, _ vehicle: FleetKind, clock: SlotClock, guesses: [SlotOfStream: Int]
  ) {
    self.problem = problem
    self.clock = clock
    self.vehicle = vehicle
    let places = problem.places.count
    rest = Array(repeating: Array(repeating: .infinity, count: clock.count), count: places)
    readiness = rest
    for slot in 0..<clock.count {
      for place in 0..<places where slot > 0 {
        rest[place][slot] = min(rest[place][slot], rest[place][slot - 1])
      }
      for start in vehicle.starts where slot >= clock.slot(of: start.from + VehicleProblem.loading) {
        rest[start.place][slot] = min(rest[start.place][slot], Double(vehicle.fixed))
      }
      for place in 0..<places { readiness[place][slot] = ready(at: place, slot) }
      for stream in problem.streams.indices {
        let way = problem.streams[stream]
        let arrival = slot + FleetPotential.length(problem, stream)
        guard arrival < clock.count, readiness[way.from][slot].isFinite else { continue }
        let paid = guesses[SlotOfStream(stream: stream, slot: slot)] ?? 0
        let left = readiness[way.from][slot] + Double(vehicle.perMinute * problem.drive(stream) - paid)
        rest[way.to][arrival] = min(rest[way.to][arrival], max(0, left))
      }
    }
  }

  private func ready(at place: Int, _ slot: Int) -> Double {
    var least = Double.infinity
    for other in rest.indices {
      let drive = problem.drive(other, place)
      let earlier = slot - drive / FleetPotential.slot
      guard earlier >= 0 else { continue }
      least = min(least, rest[other][earlier] + Double(vehicle.perMinute * drive))
    }
    return least
  }

  /// Moves toward another potential of the class; what lies between two potentials is one.
  mutating func move(toward other: FleetPotential, by share: Double) {
    for place in rest.indices {
      for slot in rest[place].indices where rest[place][slot].isFinite {
        rest[place][slot] += share * (other.rest[place][slot] - rest[place][slot])
      }
    }
    for place in rest.indices {
      for slot in rest[place].indices { readiness[place][slot] = ready(at: place, slot) }
    }
  }

  /// Slots from the departure of a run to the earliest departure from its destination, rounded down.
  static func length(_ problem: VehicleProblem, _ stream: Int) -> Int {
    (problem.drive(stream) + VehicleProblem.unloading + VehicleProblem.loading) / slot
  }

  /// The price of a run of a stream that departs in the slot of a minute; infinite where the class cannot run.
  func price(of stream: Int, at departure: Int) -> Double {
    let way = problem.streams[stream]
    let slot = clock.slot(of: departure)
    guard clock.start(of: slot) + problem.drive(stream) + VehicleProblem.unloading <= vehicle.to else {
      return .infinity
    }
    let ready = readiness[way.from][slot]
    guard ready.isFinite else { return .infinity }
    let arrival = slot + FleetPotential.length(problem, stream)
    return max(0, ready + Double(vehicle.perMinute * problem.drive(stream)) - rest[way.to][arrival])
  }
}

/// A slot of time in which runs of a stream may depart.
struct SlotOfStream: Hashable, Comparable {
  let stream: Int
  let slot: Int

  static func < (left: SlotOfStream, right: SlotOfStream) -> Bool {
    (left.slot, left.stream) < (right.slot, right.stream)
  }
}

/// Slots from the first possible departure of an event to its last arrival.
struct SlotClock {
  /// The first minute of the first slot.
  let first: Int
  /// Slots.
  let count: Int

  init(_ problem: VehicleProblem) {
    let lower = problem.trips.map(\.window.lowerBound).min() ?? 0
    let upper = problem.trips.map { $0.window.upperBound + problem.drive($0.stream) }.max() ?? 0
    let longest =
      problem.streams.flatMap { stream in
        problem.vehicles.map { problem.drive($0.base, stream.from) }
          + problem.streams.map { problem.drive($0.to, stream.from) }
      }.filter { $0 < VehicleProblem.unreachable }.max() ?? 0
    first = (lower - longest - 2 * FleetPotential.slot) / FleetPotential.slot * FleetPotential.slot
    count = (upper - first) / FleetPotential.slot + 5
  }

  /// The slot of a minute; the first for all before.
  func slot(of minute: Int) -> Int {
    minute <= first ? 0 : min(count - 1, (minute - first) / FleetPotential.slot)
  }

  /// The first minute of a slot.
  func start(of slot: Int) -> Int { first + slot * FleetPotential.slot }
}
