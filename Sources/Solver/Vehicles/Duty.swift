import Assembly

/// The runs of one vehicle in a row, each at its best minute.
struct Duty<Load: RunLoad>: Sendable {
  /// Index in ``VehicleProblem/vehicles``.
  let vehicle: Int
  /// The riders of each run.
  private(set) var loads: [Load] = []
  /// The minute at which each run departs.
  private(set) var departures: [Int] = []
  /// The first minute at which each run can depart.
  private(set) var earliest: [Int] = []
  /// The last minute at which each run can depart so that all after it can be made, whatever the ones before do.
  private(set) var latest: [Int] = []
  /// Weighted cost of the vehicle, its minutes, and the waiting and splitting of its riders.
  private(set) var cost = 0

  /// A vehicle that is not used.
  init(vehicle: Int) { self.vehicle = vehicle }

  /// A vehicle that makes these runs in this order, at the departures that make their riders wait least; nothing when
  /// it cannot.
  ///
  /// - Complexity: O(runs²), O(runs) where nobody would rather go later.
  init?(_ problem: VehicleProblem, vehicle index: Int, _ loads: [Load]) {
    self.init(vehicle: index)
    guard !loads.isEmpty else { return }
    guard let way = DutyWay(problem, problem.vehicles[index], loads) else { return nil }
    self.loads = loads
    departures = way.earliest
    postpone(
      &departures, gaps: way.gaps, latest: { way.upper[$0] }, slope: { loads[$0].slope(problem) })
    earliest = way.earliest
    latest = way.latest
    var sum = problem.vehicles[index].fixed + problem.vehicles[index].perMinute * way.minutes
    for (load, departure) in zip(loads, departures) {
      sum += load.waiting(problem, at: departure) + load.split(problem)
      if problem.kept != nil { sum += load.moves(problem, at: departure, in: index) }
    }
    cost = sum
  }

  /// Minutes from the departure of a run to the earliest departure of another one after it.
  static func gap(_ problem: VehicleProblem, _ load: Load, _ next: Load) -> Int {
    problem.turnaround(load.stream)
      + problem.drive(problem.streams[load.stream].to, problem.streams[next.stream].from)
  }

  /// The earliest minute at which a vehicle can depart with its first run.
  static func start(_ problem: VehicleProblem, _ vehicle: FleetVehicle, _ load: Load) -> Int {
    vehicle.from + problem.drive(vehicle.base, problem.streams[load.stream].from) + VehicleProblem.loading
  }
}

/// The times that runs in a row leave to each other.
private struct DutyWay {
  /// The first minute of each departure when all before it are at theirs.
  private(set) var earliest: [Int] = []
  /// The last minute of each departure in its shift.
  private(set) var upper: [Int] = []
  /// Minutes from each departure to the next one at least.
  private(set) var gaps: [Int] = []
  /// Minutes under way.
  private(set) var minutes = 0

  /// The way of a vehicle; nothing when some run would be too late for it, or does not fit.
  init?<Load: RunLoad>(_ problem: VehicleProblem, _ vehicle: FleetVehicle, _ loads: [Load]) {
    earliest.reserveCapacity(loads.count)
    upper.reserveCapacity(loads.count)
    gaps.reserveCapacity(loads.count)
    var place = vehicle.base
    var ready = Int.min
    for (position, load) in loads.enumerated() {
      guard load.fits(vehicle) else { return nil }
      let (from, to) = (problem.streams[load.stream].from, problem.streams[load.stream].to)
      let (empty, loaded) = (problem.drive(place, from), problem.drive(from, to))
      if position > 0 {
        gaps.append(problem.turnaround(loads[position - 1].stream) + empty)
        ready = earliest[position - 1] + gaps[position - 1]
      }
      guard let slot = vehicle.departures(in: load.window, ready: ready, empty: empty, loaded: loaded)
      else { return nil }
      earliest.append(slot.lowerBound)
      upper.append(slot.upperBound)
      minutes += empty + loaded
      place = to
    }
  }

  /// The last minute of each departure so that all after it can be made.
  var latest: [Int] {
    var latest = upper
    for index in latest.indices.dropLast().reversed() {
      latest[index] = min(latest[index], latest[index + 1] - gaps[index])
    }
    return latest
  }
}
