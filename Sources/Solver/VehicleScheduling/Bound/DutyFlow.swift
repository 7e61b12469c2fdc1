import Assembly
import IntegerProgramming

/// The cheapest duties of one class for runs that are asked for in parts: a minimum-cost flow over slots of time, and
/// what each run costs by it.
struct DutyFlow {
  /// Parts of a run that are told apart.
  private static let grain = 100.0

  /// What a run costs in each slot in which one is asked for, its loaded minutes included.
  private(set) var prices: [SlotOfStream: Int] = [:]

  /// The flow of a class.
  ///
  /// - Parameter demand: how many runs of a stream depart in a slot.
  init(_ problem: VehicleProblem, _ vehicle: FleetKind, clock: SlotClock, demand: [SlotOfStream: Double]) {
    let runs = demand.map { (key: $0.key, units: Int(($0.value * DutyFlow.grain).rounded())) }
      .filter { $0.units > 0 }.sorted { $0.key < $1.key }
    guard !runs.isEmpty else { return }
    // Vertices: the fleet, the end of all duties, an origin in a slot each, a destination in a slot each.
    let origins = Points(
      runs.map { Point(place: problem.streams[$0.key.stream].from, slot: $0.key.slot) }, first: 2)
    let ends = runs.map { run in
      Point(
        place: problem.streams[run.key.stream].to,
        slot: run.key.slot + FleetPotential.length(problem, run.key.stream))
    }
    let destinations = Points(ends, first: 2 + origins.count)
    var network = MinimumCostFlow(vertexCount: 2 + origins.count + destinations.count)
    var supplies = [Int](repeating: 0, count: 2 + origins.count + destinations.count)
    for (index, run) in runs.enumerated() {
      supplies[origins.vertex(of: Point(place: problem.streams[run.key.stream].from, slot: run.key.slot))!] -=
        run.units
      supplies[destinations.vertex(of: ends[index])!] += run.units
      supplies[0] += run.units
      supplies[1] -= run.units
    }
    for (vertex, supply) in supplies.enumerated() { network.setSupply(supply, at: vertex) }
    network.addArc(from: 0, to: 1, cost: 0)
    func addDrives(from vertex: Int, at place: Int, _ slot: Int, _ fixed: Int) {
      for origin in origins.places {
        let drive = problem.drive(place, origin)
        guard let to = origins.firstVertex(at: origin, from: slot + drive / FleetPotential.slot) else {
          continue
        }
        network.addArc(from: vertex, to: to, cost: fixed + vehicle.perMinute * drive)
      }
    }
    for start in vehicle.starts {
      addDrives(from: 0, at: start.place, clock.slot(of: start.from + VehicleProblem.loading), vehicle.fixed)
    }
    for (one, next) in origins.waits { network.addArc(from: one, to: next, cost: 0) }
    for (point, vertex) in destinations.all {
      network.addArc(from: vertex, to: 1, cost: 0)
      addDrives(from: vertex, at: point.place, point.slot, 0)
    }
    guard let solution = network.solve() else { return }
    for (index, run) in runs.enumerated() {
      let stream = problem.streams[run.key.stream]
      let origin = origins.vertex(of: Point(place: stream.from, slot: run.key.slot))!
      let end = destinations.vertex(of: ends[index])!
      prices[run.key] =
        solution.potentials[origin] + vehicle.perMinute * problem.drive(run.key.stream)
        - solution.potentials[end]
    }
  }
}

/// A place in a slot of time.
private struct Point: Hashable, Comparable {
  let place: Int
  let slot: Int

  static func < (left: Point, right: Point) -> Bool {
    (left.place, left.slot) < (right.place, right.slot)
  }
}

/// Points as vertices of a network, those of a place in a row.
private struct Points {
  private let first: Int
  private let points: [Point]
  private let vertexOfPoint: [Point: Int]
  let places: [Int]

  init(_ points: [Point], first: Int) {
    let sorted = Set(points).sorted()
    self.first = first
    self.points = sorted
    vertexOfPoint = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, first + $0) })
    places = Set(sorted.map(\.place)).sorted()
  }

  var count: Int { points.count }

  var all: [(Point, Int)] { points.enumerated().map { ($1, first + $0) } }

  /// Neighbours in time at one place.
  var waits: [(Int, Int)] {
    points.indices.dropFirst().compactMap { index in
      points[index - 1].place == points[index].place ? (first + index - 1, first + index) : nil
    }
  }

  func vertex(of point: Point) -> Int? { vertexOfPoint[point] }

  /// The first vertex of a place in a slot or later.
  func firstVertex(at place: Int, from slot: Int) -> Int? {
    var (low, high) = (0, points.count)
    let wanted = Point(place: place, slot: slot)
    while low < high {
      let middle = (low + high) / 2
      if points[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < points.count && points[low].place == place ? first + low : nil
  }
}
