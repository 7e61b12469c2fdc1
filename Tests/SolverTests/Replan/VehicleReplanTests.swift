import Assembly
import Localization
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import VehiclesSolver

/// Late changes of the vehicles; each begins from the plan of the tables before.
@Suite struct VehicleReplanTests {
  private struct Result {
    let event: Event
    let problem: VehicleProblem
    let earlier: EarlierRides
    let plan: VehiclePlan
    let figures: Figures

    /// Who rides otherwise now, by name.
    var moved: [String] {
      let numbers = plan.numbers(in: event)
      return plan.runs.flatMap { run in
        run.riders.filter { earlier.hasMoved($0, in: run, showing: numbers[run.vehicle]) }.map {
          event.people[$0].name
        }
      }.sorted()
    }

    /// What the run of each number is called, and who counts heads.
    var runs: [Int: [Int?]] {
      let numbers = plan.numbers(in: event)
      return Dictionary(
        uniqueKeysWithValues: plan.runs.map { (numbers[$0.vehicle]!, [$0.id, $0.leader(in: event)]) })
    }

    /// The vehicle that shows each number.
    var vehicles: [Int: String] {
      Dictionary(uniqueKeysWithValues: plan.numbers(in: event).map { ($1, event.fleet!.vehicles[$0].id) })
    }
  }

  /// Plans a draft, changes it, and replans; the verifier must agree. Nothing where rows conflict.
  private func replan(_ draft: EventDraft, _ change: (inout EventDraft) -> Void) throws -> Result? {
    let event = try Event(draft)
    let first = try #require(VehicleProblem(event, rooms: nil))
    guard case .plan(let before, _) = VehiclesPlanner(first).solve() else { return nil }
    var changed = draft
    change(&changed)
    let now = try Event(changed)
    var earlier = EarlierPlan()
    earlier.vehicles = before.earlier(since: TableChange(from: event, to: now))
    let problem = try #require(VehicleProblem(now, rooms: nil))
    guard case .plan(let plan, let figures) = VehiclesPlanner(problem).solve(SolverOptions(), from: earlier)
    else {
      return nil
    }
    let verification = Verification(of: now, names: PlainOrder(), earlier: earlier)
    let violations = verification.violations(of: plan, rooms: nil, figures: figures)
    #expect(violations == [], "\(violations.map { $0.phrase(in: now).english })")
    try expectSame(plan, again: now, problem)
    return Result(event: now, problem: problem, earlier: earlier.vehicles!, plan: plan, figures: figures)
  }

  /// The same tables again give the same runs, numbers, names of runs and leaders; but who was left out because a move would
  /// have cost more is new to the next replan, which may carry them.
  private func expectSame(_ plan: VehiclePlan, again event: Event, _ problem: VehicleProblem) throws {
    var earlier = EarlierPlan()
    earlier.vehicles = plan.earlier(since: TableChange(from: event, to: event))
    let outcome = VehiclesPlanner(problem).solve(SolverOptions(), from: earlier)
    guard case .plan(let again, let figures) = outcome else {
      Issue.record("no plan of the same tables")
      return
    }
    #expect(figures.moves?.count == 0)
    guard
      plan.unplaced.isEmpty || 2 * problem.weight(.vehiclesNotCarried) >= 5 * problem.weight(.vehiclesMoved)
    else {
      return
    }
    #expect(again.runs.map(\.riders) == plan.runs.map(\.riders))
    #expect(again.placings(in: event) == plan.placings(in: event))
    #expect(again.runs.map(\.id) == plan.runs.map(\.id))
    #expect(again.runs.map { $0.leader(in: event) } == plan.runs.map { $0.leader(in: event) })
    #expect(again.unplaced.map(\.person) == plan.unplaced.map(\.person))
  }

  /// Two coaches full of people from two hotels, and where it is wanted a spare.
  private func twoCoaches(spare: Bool) -> EventDraft {
    var vehicles = [
      VehicleExamples.coach("A", row: 2, seats: 10), VehicleExamples.coach("B", row: 3, seats: 10),
    ]
    if spare { vehicles.append(VehicleExamples.coach("S", row: 4, seats: 12, fixed: 5_000)) }
    var draft = VehicleExamples.draft(
      vehicles: vehicles, routes: [("酒店甲", "会场", 20), ("酒店乙", "会场", 20), ("酒店甲", "酒店乙", 10)])
    for hotel in ["甲", "乙"] {
      for _ in 0..<10 { draft.addPerson(of: "g" + hotel, hotel: "酒店" + hotel) { _ in } }
    }
    draft.people[3].role = .staff
    draft.transfers = ["甲", "乙"].enumerated().map { index, hotel in
      Transfer(
        row: index + 2, id: "T\(index + 1)", from: "酒店" + hotel, to: "会场", earliest: VehicleExamples.at(8),
        latest: VehicleExamples.at(8, 10), who: [.groups(["g" + hotel])])
    }
    return draft
  }

  @Test func `a spare takes over the number and the runs of a coach that is gone, and nobody has moved`()
    throws
  {
    let draft = twoCoaches(spare: true)
    let before = try #require(try replan(draft) { _ in })
    #expect(before.figures.moves == Moves(count: 0, least: 0))
    let result = try #require(try replan(draft) { $0.vehicles!.removeFirst() })
    #expect(result.figures.moves == Moves(count: 0, least: 0))
    #expect(result.plan.unplaced.isEmpty)
    #expect(Set(result.vehicles.keys) == Set(before.vehicles.keys))
    #expect(Set(result.vehicles.values) == ["B", "S"])
    // Runs and who counts heads are what they were.
    #expect(result.runs == before.runs)
  }

  @Test func `the number of a coach that is there still passes to nobody, though a spare has seats for all`()
    throws
  {
    let draft = twoCoaches(spare: true)
    let before = try #require(try replan(draft) { _ in })
    let number = try #require(before.vehicles.first { $0.value == "A" }?.key)
    let result = try #require(try replan(draft) { $0.vehicles![0].seats = 2 })
    #expect(result.plan.unplaced.isEmpty)
    #expect(result.vehicles[number] == "A")
    #expect(result.figures.moves == Moves(count: 8, least: 8))
    // The spare shows a number that nobody knows from before.
    let spare = try #require(result.vehicles.first { $0.value == "S" }?.key)
    #expect(before.vehicles[spare] == nil)
  }

  @Test func `without a spare its riders alone are concerned`() throws {
    let draft = twoCoaches(spare: false)
    let before = try #require(try replan(draft) { _ in })
    let lost = before.plan.runs.first { before.event.fleet!.vehicles[$0.vehicle].id == "A" }!
    let result = try #require(
      try replan(draft) { draft in
        draft.vehicles!.removeFirst()
        // There is time for a second run later.
        for index in draft.transfers.indices { draft.transfers[index].latest = VehicleExamples.at(10) }
      })
    #expect(result.plan.unplaced.isEmpty)
    #expect(result.moved == lost.riders.map { before.event.people[$0].name }.sorted())
    #expect(result.figures.moves == Moves(count: 10, least: 10))
  }

  @Test func `a flight an hour late moves its riders and nobody else`() throws {
    var draft = VehicleExamples.draft(
      vehicles: (0..<3).map { VehicleExamples.coach("V\($0)", row: $0 + 2, seats: 6) },
      routes: [("机场", "酒店", 30), ("会场", "机场", 20), ("会场", "酒店", 10)])
    draft.meet(4, of: "g1", at: VehicleExamples.at(9), "机场", to: "酒店")
    draft.meet(4, of: "g2", at: VehicleExamples.at(9, 40), "机场", to: "酒店")
    draft.meet(4, of: "g3", at: VehicleExamples.at(13), "机场", to: "酒店")
    let result = try #require(
      try replan(draft) { draft in
        for person in 4..<8 { draft.people[person].arrival.time = VehicleExamples.at(10, 40) }
      })
    #expect(result.moved == (4..<8).map { draft.people[$0].name }.sorted())
    #expect(result.figures.moves == Moves(count: 4, least: 4))
    #expect(result.plan.unplaced.isEmpty)
  }

  @Test func `a newcomer takes a free seat of a run that there is`() throws {
    var draft = twoCoaches(spare: false)
    draft.vehicles![0].seats = 12
    let result = try #require(try replan(draft) { $0.addPerson(of: "g甲", hotel: "酒店甲") { _ in } })
    #expect(result.moved == [])
    #expect(result.plan.unplaced.isEmpty)
    #expect(result.plan.runs.count == 2)
  }

  // MARK: Fixed transfers

  /// Two groups of four at a hotel, driven to the venue and back, each person in one bus.
  private func thereAndBack(_ buses: [(seats: Int, fixed: Int)]) -> EventDraft {
    var draft = VehicleExamples.draft(
      vehicles: buses.enumerated().map { index, bus in
        var vehicle = VehicleExamples.coach("B\(index)", row: index + 2, seats: bus.seats, fixed: bus.fixed)
        vehicle.base = "酒店"
        return vehicle
      }, routes: [("酒店", "会场", 20)])
    for group in 0..<8 { draft.addPerson(of: "g\(group / 4)", hotel: "酒店") { _ in } }
    draft.transfers = [("酒店", "会场", 8), ("会场", "酒店", 12)].enumerated().map { index, drive in
      var transfer = Transfer(
        row: index + 2, id: "T\(index)", from: drive.0, to: drive.1, earliest: VehicleExamples.at(drive.2),
        latest: VehicleExamples.at(drive.2, 10), who: [.all])
      transfer.isFixed = true
      return transfer
    }
    return draft
  }

  @Test func `a spare takes over fixed transfers of a bus that is gone, there and back`() throws {
    let draft = thereAndBack([(4, 1_000), (4, 1_000), (4, 5_000)])
    let before = try #require(try replan(draft) { _ in })
    let result = try #require(try replan(draft) { $0.vehicles!.removeFirst() })
    #expect(result.figures.moves == Moves(count: 0, least: 0))
    #expect(result.plan.unplaced.isEmpty)
    #expect(Set(result.vehicles.keys) == Set(before.vehicles.keys))
    #expect(Set(result.vehicles.values) == ["B1", "B2"])
  }

  @Test func `one more rides a bus with a seat in every fixed transfer, and nobody moves`() throws {
    let result = try #require(
      try replan(thereAndBack([(5, 1_000), (4, 1_000)])) { $0.addPerson(of: "g0", hotel: "酒店") { _ in } })
    #expect(result.moved == [])
    #expect(result.plan.unplaced.isEmpty)
    #expect(result.plan.runs.filter { $0.riders.contains(8) }.map(\.vehicle) == [0, 0])
  }

  @Test(arguments: 0..<cases(20, full: 400))
  func `whatever changes in fixed transfers, the rules are kept, and the same tables move nobody`(seed: Int)
    throws
  {
    var random = SeededGenerator(seed: 5_000 + seed)
    let draft = RandomFixedTransfers.draft(seed: seed, people: 4 + seed % 4)
    let result = try? replan(draft) { draft in
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let person = draft.people.indices.randomElement(using: &random)!
        switch Int.random(in: 0..<3, using: &random) {
        case 0: draft.people[person].isAbsent = true
        case 1 where draft.vehicles!.count > 1: draft.vehicles!.removeFirst()
        default:
          let hotel = draft.people[person].room
          draft.addPerson(of: "g1", hotel: hotel) { _ in }
        }
      }
    }
    if let result { #expect(result.figures.moves!.count >= result.figures.moves!.least) }
  }

  // MARK: Small fleets

  @Test(arguments: 0..<cases(60, full: 2_000))
  func `no carriage by a small fleet costs less than the bound or moves fewer than the least`(seed: Int)
    throws
  {
    var random = SeededGenerator(seed: seed)
    var draft = RandomVehicles.draft(seed: seed, people: 4)
    draft.settings.weights[.vehiclesMoved] = [0, 100, 5_000, 5_000].randomElement(using: &random)!
    let result = try? replan(draft) { draft in
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let person = draft.people.indices.randomElement(using: &random)!
        switch Int.random(in: 0..<4, using: &random) {
        case 0: draft.people[person].isAbsent = true
        case 1 where draft.vehicles!.count > 1: draft.vehicles!.removeFirst()
        case 2:
          if let time = draft.people[person].arrival.time {
            draft.people[person].arrival.time = Moment(minutesSince1970: time.minutesSince1970 + 60)
          }
        default:
          draft.addPerson(of: "g1", hotel: "酒店甲") {
            $0.arrival = Journey(
              time: VehicleExamples.at(9, 20), place: "机场", service: "CA1", isCarried: true)
          }
        }
      }
    }
    guard let result, result.problem.trips.count <= 5, result.problem.vehicles.count <= 3 else { return }
    let (problem, earlier) = (result.problem, result.earlier)
    let weight = problem.weight(.vehiclesMoved)
    let people = problem.event.people
    let best = leastOfAllNumbers(problem, earlier) { weight * (people[$0].rank == nil ? 1 : 5) }
    #expect(result.figures.bound <= best)
    guard !result.plan.unplaced.contains(where: { people[$0.person].rank != nil }) else { return }
    let counting = problem.weighted { weights in
      for term in [Term.vehiclesFixed, .vehiclesMinutes, .vehiclesWaiting, .vehiclesSplit] {
        weights[term] = 0
      }
      weights[.vehiclesNotCarried] = 1_000
    }
    let fewest = leastOfAllNumbers(counting, earlier) { _ in 1 }
    if fewest / 1_000 == result.plan.unplaced.count {
      #expect(result.figures.moves!.least <= fewest % 1_000)
    }
  }

  /// The least cost of all plans, whatever number each vehicle shows of those that it may.
  private func leastOfAllNumbers(
    _ problem: VehicleProblem, _ earlier: EarlierRides, costOfMove: @escaping (_ person: Int) -> Int
  ) -> Int {
    let numbers = Set(earlier.runs.map(\.number)).sorted()
    var least = Int.max
    func show(_ shown: [Int?]) {
      guard shown.count == problem.vehicles.count else {
        for number in numbers where !shown.contains(number) && mayShow(number, shown.count) {
          show(shown + [number])
        }
        return show(shown + [nil])
      }
      let cost = VehicleBruteForce.least(problem) { trip, vehicle, minute in
        let (trip, stream) = (problem.trips[trip], problem.streams[problem.trips[trip].stream])
        guard let index = earlier.run(of: trip.person, for: stream.purpose) else { return 0 }
        let run = earlier.runs[index]
        let stays =
          run.number == shown[vehicle] && run.from == problem.places[stream.from]
          && run.depart.minutesSince1970 == minute
        return stays ? 0 : costOfMove(trip.person)
      }
      least = min(least, cost)
    }
    let numberBefore = Dictionary(
      earlier.runs.compactMap { run in run.vehicle.map { ($0, run.number) } }
    ) { first, _ in first }
    // No vehicle of these has a number by the table.
    func mayShow(_ number: Int, _ vehicle: Int) -> Bool {
      numberBefore[vehicle].map { $0 == number } ?? !numberBefore.values.contains(number)
    }
    show([])
    return least
  }

  @Test(arguments: 0..<cases(12, full: 1_000))
  func `nobody more goes without a ride than in a plan made anew`(seed: Int) throws {
    var random = SeededGenerator(seed: 700 + seed)
    var draft = RandomVehicles.draft(seed: 900 + seed, people: 24)
    draft.settings.weights = Weights()
    for index in draft.people.indices { draft.people[index].rank = nil }
    // Far too few vehicles: the evening on which seats count.
    draft.vehicles = Array(draft.vehicles!.prefix(3))
    for index in draft.people.indices where draft.people[index].vehicle == "V0" {
      draft.people[index].vehicle = nil
    }
    let result = try? replan(draft) { draft in
      draft.vehicles!.removeFirst()
      for person in draft.people.indices {
        if let time = draft.people[person].arrival.time, Int.random(in: 0..<3, using: &random) == 0 {
          draft.people[person].arrival.time = Moment(minutesSince1970: time.minutesSince1970 + 45)
        }
      }
    }
    guard let result, case .plan(let anew, _) = VehiclesPlanner(result.problem).solve() else { return }
    #expect(result.plan.unplaced.count <= anew.unplaced.count)
  }

  @Test(arguments: 0..<cases(8, full: 200))
  func `whatever changes in a larger fleet, the rules are kept and the bound holds`(seed: Int) throws {
    var random = SeededGenerator(seed: 300 + seed)
    let draft = RandomVehicles.draft(seed: seed, people: 40)
    let result = try? replan(draft) { draft in
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let person = draft.people.indices.randomElement(using: &random)!
        switch Int.random(in: 0..<3, using: &random) {
        case 0: draft.people[person].isAbsent = true
        case 1 where draft.vehicles!.count > 1: draft.vehicles!.removeFirst()
        default:
          if let time = draft.people[person].arrival.time {
            draft.people[person].arrival.time = Moment(minutesSince1970: time.minutesSince1970 + 60)
          }
        }
      }
    }
    if let result { #expect(result.figures.moves!.count >= result.figures.moves!.least) }
  }
}
