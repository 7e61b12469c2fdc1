import Assembly
import Localization
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import VehiclesSolver

/// Tries every way to carry a handful of trips: each vehicle every subset, every order of runs, every minute of the slots
/// that keep people from being on two runs at once; nobody rides fixed transfers in two vehicles.
struct VehicleBruteForce {
  let problem: VehicleProblem
  /// Least cost of carrying a subset by a vehicle.
  private var costs: [[Int: Int]]
  /// What it costs that a trip is made in a vehicle at a minute, beside all else.
  private let costOfRide: ((_ trip: Int, _ vehicle: Int, _ minute: Int) -> Int)?

  init(_ problem: VehicleProblem, costOfRide: ((_ trip: Int, _ vehicle: Int, _ minute: Int) -> Int)? = nil) {
    self.problem = problem
    self.costOfRide = costOfRide
    costs = problem.vehicles.map { _ in [0: 0] }
  }

  /// The least cost, whichever trips somebody makes of those that contend for one time.
  static func least(
    _ problem: VehicleProblem, costOfRide: ((_ trip: Int, _ vehicle: Int, _ minute: Int) -> Int)? = nil
  ) -> Int {
    var problems = [problem]
    for (index, contest) in problem.contests.enumerated() {
      problems = problems.flatMap { problem in contest.choices.indices.map { problem.choosing($0, of: index) }
      }
    }
    return problems.map { problem in
      var search = VehicleBruteForce(problem, costOfRide: costOfRide)
      return search.least(vehicle: 0, left: problem.wanted) + problem.penaltyOfForgone
    }.min()!
  }

  private mutating func least(vehicle: Int, left: [Int]) -> Int {
    guard vehicle < problem.vehicles.count else { return left.reduce(0) { $0 + problem.trips[$1].penalty } }
    var best = Int.max
    for mask in 0..<(1 << left.count) {
      let taken = left.indices.filter { mask >> $0 & 1 == 1 }.map { left[$0] }
      guard let cost = cost(of: taken, vehicle: vehicle) else { continue }
      // Whoever rides a fixed transfer here rides none elsewhere.
      let here = Set(taken.filter(problem.isCoupled).map { problem.trips[$0].person })
      let others = left.filter { !taken.contains($0) }
      let lost = others.filter { problem.isCoupled($0) && here.contains(problem.trips[$0].person) }
      let penalty = lost.reduce(0) { $0 + problem.trips[$1].penalty }
      best = min(
        best, cost + penalty + least(vehicle: vehicle + 1, left: others.filter { !lost.contains($0) }))
    }
    return best
  }

  private mutating func cost(of trips: [Int], vehicle: Int) -> Int? {
    let key = trips.reduce(0) { $0 | 1 << $1 }
    if let known = costs[vehicle][key] { return known == .max ? nil : known }
    let cost = extend([], trips, vehicle)
    costs[vehicle][key] = cost
    return cost == .max ? nil : cost
  }

  /// All sequences of runs of these trips.
  private func extend(_ runs: [[Int]], _ left: [Int], _ vehicle: Int) -> Int {
    guard !left.isEmpty else { return schedule(runs, problem.vehicles[vehicle], named: vehicle) }
    var best = Int.max
    for mask in 1..<(1 << left.count) {
      let run = left.indices.filter { mask >> $0 & 1 == 1 }.map { left[$0] }
      guard isAllowed(run, problem.vehicles[vehicle], named: vehicle) else { continue }
      best = min(best, extend(runs + [run], left.filter { !run.contains($0) }, vehicle))
    }
    return best
  }

  private func isAllowed(_ run: [Int], _ vehicle: FleetVehicle, named: Int) -> Bool {
    let trips = run.map { problem.trips[$0] }
    let people = problem.event.people
    return trips.count <= vehicle.capacity
      && trips.allSatisfy { trip in
        trip.stream == trips[0].stream && (trip.vehicle ?? named) == named
          && (vehicle.isAccessible || !trip.needsAccessibleVehicle)
          && trips.allSatisfy { other in
            !people[trip.person].apart.contains(other.person)
              && (!trip.isAlone || other.person == trip.person
                || people[other.person].beside.contains(trip.person))
          }
      }
  }

  /// The least cost of runs in this order, over all minutes.
  private func schedule(_ runs: [[Int]], _ vehicle: FleetVehicle, named: Int) -> Int {
    var minutes = 0
    var free = 0
    var place = vehicle.base
    // Least waiting by the minute of the last departure.
    var waiting: [Int: Int] = [:]
    var splits = 0
    for (position, run) in runs.enumerated() {
      let trips = run.map { problem.trips[$0] }
      let stream = problem.streams[trips[0].stream]
      let empty = problem.drive(place, stream.from)
      let loaded = problem.drive(stream.from, stream.to)
      minutes += empty + loaded
      splits += Set(trips.map(\.group)).count
      let lower = trips.map(\.slot.lowerBound).max()!
      let upper = trips.map(\.slot.upperBound).min()!
      var next: [Int: Int] = [:]
      for minute in stride(from: lower, through: upper, by: 1)
      where vehicle.shifts.contains(where: {
        $0.lowerBound <= minute - empty - 5 && minute + loaded + 5 <= $0.upperBound
      }) {
        let waited = trips.reduce(0) {
          switch stream.purpose {
          case .pickup: $0 + minute - $1.window.lowerBound
          case .dropoff: $0 + $1.window.upperBound - minute
          case .transfer: $0
          }
        }
        let own =
          problem.weight(.vehiclesWaiting) * waited
          + run.reduce(0) { $0 + (costOfRide?($1, named, minute) ?? 0) }
        if position == 0 {
          next[minute] = own
        } else {
          let earlier = waiting.filter { $0.key + free + empty + 10 <= minute }.values.min()
          if let earlier { next[minute] = earlier + own }
        }
      }
      waiting = next
      place = stream.to
      free = loaded
    }
    guard let least = waiting.values.min() else { return .max }
    return vehicle.fixed + vehicle.perMinute * minutes + least
      + problem.weight(.vehiclesSplit) * splits
  }
}

@Suite struct `Small fleets tried in every way` {
  @Test func `never beat the bound, nor the plan when it is proven`() throws {
    var proven = 0
    for seed in 0..<cases(150, full: 5_000) {
      let event = try Event(RandomVehicles.draft(seed: seed, people: 5))
      let problem = try #require(VehicleProblem(event, rooms: nil))
      guard problem.trips.count <= 5 else { continue }
      guard case .plan(let plan, let figures) = VehiclesPlanner(problem).solve() else { continue }
      let verification = Verification(of: event, names: event.nameOrdering().order)
      let violations = verification.violations(of: plan, rooms: nil, figures: figures)
      #expect(violations.isEmpty, "seed \(seed): \(violations.map { $0.phrase(in: event).english })")
      let best = VehicleBruteForce.least(problem)
      #expect(figures.bound <= best, "seed \(seed)")
      #expect(figures.objective >= best, "seed \(seed)")
      #expect(figures.status != .optimal || figures.objective == best, "seed \(seed)")
      if figures.status == .optimal { proven += 1 }
    }
    #expect(proven > 0)
  }

  /// Nobody knows the best plan of these; but none is cheaper than the bound, so this one is not.
  @Test(arguments: [(14, 15, 10_000), (60, 1, 300)])
  func `keep their bound below every plan that is known`(people: Int, daily: Int, full: Int) throws {
    for seed in 0..<cases(daily, full: full) {
      let event = try Event(RandomVehicles.draft(seed: 100_000 + seed, people: people))
      let problem = try #require(VehicleProblem(event, rooms: nil))
      guard case .plan(let plan, let figures) = VehiclesPlanner(problem).solve() else { continue }
      let violations = Verification(of: event, names: event.nameOrdering().order)
        .violations(of: plan, rooms: nil, figures: figures)
      #expect(violations.isEmpty, "seed \(seed): \(violations.map { $0.phrase(in: event).english })")
      #expect(figures.bound <= figures.objective, "seed \(seed)")
    }
  }

  @Test func `cost no more with one more vehicle`() throws {
    var proven = 0
    for seed in 0..<60 {
      var draft = RandomVehicles.draft(seed: seed)
      let few = try figures(of: draft)
      let vehicles = try #require(draft.vehicles)
      var another = Vehicle(row: vehicles.count + 2, id: "V\(vehicles.count)", seats: 1 + seed % 4)
      another.fixed = 100
      another.perMinute = 1
      draft.vehicles = vehicles + [another]
      guard let few, let more = try figures(of: draft) else { continue }
      #expect(more.bound <= few.objective, "seed \(seed)")
      guard few.status == .optimal, more.status == .optimal else { continue }
      #expect(more.objective <= few.objective, "seed \(seed)")
      proven += 1
    }
    #expect(proven > 0)
  }

  /// Nothing when rows conflict.
  private func figures(of draft: EventDraft) throws -> Figures? {
    let problem = try #require(VehicleProblem(try Event(draft), rooms: nil))
    guard case .plan(_, let figures) = VehiclesPlanner(problem).solve() else { return nil }
    return figures
  }
}

@Suite struct `Whole runs of a transfer` {
  /// Groups of these sizes to one place, 10 minutes away, in vehicles of 4 and of 2 seats.
  ///
  /// - Parameter apart: whether the first person keeps apart from the second one.
  private func packing(_ sizes: [Int], apart: Bool = false) throws -> TransferPacking {
    var small = VehicleExamples.coach("S", row: 3, seats: 2)
    small.kind = "sedan"
    var draft = VehicleExamples.draft(
      vehicles: [VehicleExamples.coach("L", seats: 4), small], routes: [("酒店", "会场", 10)])
    for (group, size) in sizes.enumerated() {
      for _ in 0..<size { draft.addPerson(of: "g\(group)") { _ in } }
    }
    if apart { draft.people[0].apartNames = [draft.people[1].name] }
    draft.transfers = [
      Transfer(
        row: 2, id: "T", from: "酒店", to: "会场", earliest: VehicleExamples.at(8), latest: VehicleExamples.at(9),
        who: [.all])
    ]
    let problem = try #require(VehicleProblem(try Event(draft), rooms: nil))
    let lots = StreamLots(problem, stream: 0, trips: Array(problem.trips.indices))
    return try #require(TransferPacking(problem, lots, fleet: FleetKind.kinds(of: problem).kinds))
  }

  @Test(arguments: [
    // Each group fills a vehicle of its own.
    ([4, 4], [100.0, 90.0], 800), ([2, 2], [100.0, 30.0], 660),
    // Two groups share a large vehicle: as many pairs as two small ones, and cheaper here.
    ([2, 2], [50.0, 30.0], 650),
    // Three vehicles with a group each, rather than two full ones with a group that is parted.
    ([3, 3, 2], [50.0, 45.0], 1_045),
  ])
  func `cost as little as can be`(sizes: [Int], prices: [Double], expected: Int) throws {
    var packing = try packing(sizes)
    let (cost, pattern) = packing.solve(prices)
    #expect(cost == Double(expected))
    #expect(pattern.left == 0)
  }

  @Test func `are two for a group with people kept apart`() throws {
    var (apart, together) = (try packing([3], apart: true), try packing([3]))
    let (cost, pattern) = apart.solve([50, 30])
    #expect(cost == 2 * 30 + 600)
    #expect(pattern.parts.map(\.kinds) == [[1, 1]])
    #expect(together.solve([50, 30]).cost == 350)
  }
}
