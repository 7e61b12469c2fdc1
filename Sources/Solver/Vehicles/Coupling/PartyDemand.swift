import Assembly

/// Everybody who rides fixed transfers, and what vehicles cost that carry parties of them.
final class PartyDemand {
  /// People of a kind who make some of their trips in one vehicle, nearly always all.
  struct Ride {
    /// Index in ``FixedRiders/kinds``.
    let kind: Int
    /// Which of the trips of the kind, in the order of time.
    let legs: [Int]
    let group: Int
    /// By stream.
    let runs: [PartyRun]
    /// What the trips cost that each of them does not make.
    let missing: Int
  }

  let problem: VehicleProblem
  let riders: FixedRiders
  /// First those of all trips, one a kind.
  private(set) var rides: [Ride] = []
  /// What each vehicle does besides.
  let background: [[Batch]]
  private var rideOfLegs: [[Int]: Int] = [:]
  private var costs: [Key: Int] = [:]

  /// Costs of duties that are remembered, at most.
  private static let memory = 100_000

  private struct Key: Hashable {
    let vehicle: Int
    let runs: [PartyRun]
  }

  init(_ problem: VehicleProblem, _ riders: FixedRiders, background: [[Batch]]) {
    self.problem = problem
    self.riders = riders
    self.background = background
    for kind in riders.kinds.indices { _ = ride(of: kind, legs: Array(riders.kinds[kind].streams.indices)) }
  }

  func kind(of ride: Int) -> FixedRiders.Kind { riders.kinds[rides[ride].kind] }

  /// The ride of people of a kind on some of their trips.
  func ride(of kind: Int, legs: [Int]) -> Int {
    if let known = rideOfLegs[[kind] + legs] { return known }
    let trips = riders.trips(of: riders.kinds[kind].people[0]).map { problem.trips[$0] }
    let runs = legs.map { leg in
      PartyRun(
        stream: trips[leg].stream, lower: trips[leg].slot.lowerBound, upper: trips[leg].slot.upperBound)
    }
    let missing = trips.indices.reduce(0) { legs.contains($1) ? $0 : $0 + trips[$1].penalty }
    rideOfLegs[[kind] + legs] = rides.count
    rides.append(
      Ride(kind: kind, legs: legs, group: trips[0].group, runs: runs.sorted(), missing: missing))
    return rides.count - 1
  }

  /// Whether people of two rides may be in one run, as far as `own` and `apart` tell.
  func mayShareRun(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (rides[one].kind, rides[other].kind)
    guard one != other, riders.kinds[one].isParticular || riders.kinds[other].isParticular else {
      return true
    }
    let trips = problem.trips
    return problem.mayShareRun(
      trips[riders.trips(of: riders.kinds[one].people[0])[0]],
      trips[riders.trips(of: riders.kinds[other].people[0])[0]])
  }

  /// What a vehicle costs that makes these runs besides what it does anyway, without the pairs of the parties; nothing
  /// where it cannot.
  ///
  /// - Parameter runs: sorted.
  func cost(of vehicle: Int, _ runs: [PartyRun]) -> Int? {
    let base = background[vehicle].isEmpty ? problem.classOfVehicle[vehicle] : -1 - vehicle
    let key = Key(vehicle: base, runs: runs)
    if let known = costs[key] { return known < 0 ? nil : known }
    if costs.count >= Self.memory { costs.removeAll() }
    let cost = duty(of: vehicle, runs)?.cost
    costs[key] = cost ?? -1
    return cost
  }

  /// The runs of a vehicle in their best order, as far as insertion one after another and exchanges of neighbours find it.
  func duty(of vehicle: Int, _ runs: [PartyRun]) -> Duty<PartyLoad>? {
    guard var duty = Duty(problem, vehicle: vehicle, PartyLoad.all(background[vehicle])) else {
      return nil
    }
    for run in runs.sorted(by: { ($0.upper, $0.lower, $0) < ($1.upper, $1.lower, $1) }) {
      var best: Duty<PartyLoad>?
      for place in (0...duty.loads.count).reversed() {
        if let longer = Duty(problem, vehicle: vehicle, duty.loads.inserting(PartyLoad(run), at: place)),
          longer.cost < best?.cost ?? .max
        {
          best = longer
        }
      }
      guard let best else { return nil }
      duty = best
    }
    var isBetter = true
    while isBetter {
      isBetter = false
      for place in duty.loads.indices.dropLast() {
        var loads = duty.loads
        loads.swapAt(place, place + 1)
        if let other = Duty(problem, vehicle: vehicle, loads), other.cost < duty.cost {
          duty = other
          isBetter = true
        }
      }
    }
    return duty
  }
}

/// A run of a party or of others, as a duty sees it.
struct PartyLoad: RunLoad {
  enum Content {
    case party(PartyRun)
    /// By its place among what the vehicle does besides.
    case other(Int)
  }

  let content: Content
  let stream: Int
  let riders: Int
  let window: ClosedRange<Int>
  let waitingAtZero: Int
  let groups: Int

  /// Pairs and seats are the party's.
  init(_ run: PartyRun) {
    content = .party(run)
    (stream, riders, window, waitingAtZero, groups) = (run.stream, 0, run.lower...run.upper, 0, 0)
  }

  static func all(_ batches: [Batch]) -> [PartyLoad] { batches.enumerated().map { PartyLoad($1, place: $0) } }

  private init(_ batch: Batch, place: Int) {
    content = .other(place)
    (stream, riders, window) = (batch.stream, batch.riders, batch.window)
    (waitingAtZero, groups) = (batch.waitingAtZero, batch.groups)
  }

  func suits(_ vehicle: FleetVehicle) -> Bool { true }
  func penalty(_ demand: NamedDemand) -> Int { 0 }
  func moves(_ problem: VehicleProblem, at departure: Int, in vehicle: Int) -> Int { 0 }
}

extension Array {
  fileprivate func inserting(_ element: Element, at place: Int) -> Self {
    var longer = self
    longer.insert(element, at: place)
    return longer
  }
}
