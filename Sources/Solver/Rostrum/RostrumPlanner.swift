public import Assembly
public import IntegerProgramming
public import SolverShared

/// Seats the people of the rostrum: by protocol, with as little displacement as their wishes allow
/// (objectives.md §1; Formulation.md has the model).
///
/// ```swift
/// if let seating = RostrumPlanner(event), case .plan(let plan, let figures) = seating.solve() {
///   print(plan.assignments.count, figures.status)
/// }
/// ```
public struct RostrumPlanner: ModulePlanner {
  /// The limits of all the work together where the caller gives none: ten times what 500 seats with 60 wishes were
  /// seen to need.
  public static let limits = Limits(iterations: 100_000, nodes: 5_000)

  /// The places of the rostrum.
  public let places: ProtocolPlaces
  private let event: Event
  private let problem: RostrumProblem

  /// The seating of an event's rostrum; nothing when it has none.
  public init?(_ event: Event, beside context: PlanningContext) {
    self.init(event)
  }

  /// The seating of an event's rostrum; nothing when it has none.
  public init?(_ event: Event) {
    guard let rostrum = event.rostrum else { return nil }
    self.event = event
    places = ProtocolPlaces(rostrum, event.settings)
    problem = RostrumProblem(event, places)
  }

  /// Finds the plan of least displacement; among several the one that serves the highest-ranked best.
  ///
  /// The limits are for all linear and integer programs together. When they end the search, the plan is among equal
  /// ones not always that which serves best.
  ///
  /// - Returns: the plan, or the rows of people whose wishes cannot hold together.
  /// - Complexity: without wishes O(*s* log *s*) for *s* seats; with wishes that of an integer program.
  public func solve(_ options: SolverOptions, from earlier: EarlierPlan?) -> Outcome<RostrumPlan> {
    let limits = Limits(
      iterations: options.limits.iterations ?? Self.limits.iterations,
      nodes: options.limits.nodes ?? Self.limits.nodes, interruption: options.interruption)
    let wishes = RostrumWishes(of: problem.wishes.keys, in: problem)
    switch RostrumFeasibility(of: wishes, in: problem, limits: limits) {
    case .infeasible: return .conflict(conflict(limits))
    case .unknown: return nobodySeated()
    case .feasible(let seats):
      if let places = earlier?.rostrum, let outcome = replanned(wishes, from: places) { return outcome }
      guard let formulation = RostrumFormulation(of: problem.seated, wishes, in: problem) else {
        preconditionFailure("Wishes that hold among those named hold among all.")
      }
      let first = formulation.placements(for: problem.filled(seats))
      let weight = event.settings.weights[.rostrumDisplacement]
      options.watch?.found(weight * first.reduce(0) { $0 + formulation.displacement(of: $1) })
      return outcome(of: RostrumSearch(formulation, from: first, gap: options.gap, limits: limits), limits)
    }
  }

  /// The whole integer program, every placement a column, for export; nil when wishes conflict for a reason that
  /// shows without a search.
  ///
  /// - Complexity: O(people × seats) columns.
  public func model() -> Model? {
    let wishes = RostrumWishes(of: problem.wishes.keys, in: problem)
    return RostrumFormulation(of: problem.seated, wishes, in: problem).map { formulation in
      formulation.model(of: formulation.chains.indices.flatMap(formulation.placements(of:))).model
    }
  }

  /// An irreducible set of rows whose wishes cannot hold together.
  private func conflict(_ limits: Limits) -> Conflict {
    let all = problem.wishes.keys.sorted()
    let owners = irreducibleSubset(of: all) { owners in
      let wishes = RostrumWishes(of: owners, in: problem)
      if case .infeasible = RostrumFeasibility(of: wishes, in: problem, limits: limits) { return true }
      return false
    }
    // Only an interruption can leave it unknown again whether all rows clash.
    return Conflict(rows: (owners ?? all).map { TableRow(.people, event.people[problem.due[$0]].row) })
  }

  private func outcome(of search: RostrumSearch, _ limits: Limits) -> Outcome<RostrumPlan> {
    let seats = search.plan.flatMap { search.formulation.seats(of: $0) }
    let weight = event.settings.weights[.rostrumDisplacement]
    let isOptimal = search.isOptimal || weight == 0
    let isStopped = limits.interruption?.isInterrupted ?? false
    var figures = Figures(
      status: isOptimal ? .optimal : isStopped ? .stopped : .feasible,
      terms: [.rostrumDisplacement: weight * search.displacement], bound: weight * search.bound)
    figures.work = ["columns": search.columns, "iterations": search.iterations, "nodes": search.nodes]
    return .plan(plan(seats.map { ($0.person, $0.seat) }, reason: rostrumFull), figures)
  }

  /// The plan nearest to an earlier one; nothing where none was found that keeps all rules.
  private func replanned(
    _ wishes: RostrumWishes, from earlier: EarlierPlaces<RostrumSeat>
  ) -> Outcome<RostrumPlan>? {
    let indexOfSeat = Dictionary(places.seats.enumerated().map { ($1, $0) }) { first, _ in first }
    var seatOf: [Int: Int] = [:]
    for (number, person) in problem.due.enumerated() where earlier.had(person) {
      seatOf[number] = earlier[person].flatMap { indexOfSeat[$0] } ?? -1
    }
    let replan = RostrumReplan(
      event, places, problem, wishes, earlier: seatOf,
      isWhole: earlier.isWhole && seatOf.count == earlier.places.count)
    guard replan.isFound else { return nil }
    var terms: [Term: Int] = [.rostrumDisplacement: 0, .rostrumMoved: 0]
    var moves = Moves(count: 0, least: replan.least)
    for (person, seat) in replan.seats {
      terms[.rostrumDisplacement]! +=
        event.settings.weights[.rostrumDisplacement] * problem.displacement(of: person, at: seat)
      guard let old = seatOf[person], old != seat else { continue }
      moves.count += 1
      terms[.rostrumMoved]! += event.settings.weights[.rostrumMoved] * event.weightOfMove(problem.due[person])
    }
    var figures = Figures(status: .feasible, terms: terms, bound: replan.bound)
    if figures.bound == figures.objective { figures.status = .optimal }
    figures.moves = moves
    return .plan(plan(replan.seats.map { ($0.key, $0.value) }, reason: rostrumFull), figures)
  }

  /// When the search is stopped before it is known whether the wishes hold together, nobody has a seat.
  private func nobodySeated() -> Outcome<RostrumPlan> {
    .plan(
      plan([], reason: .searchStopped), Figures(status: .stopped, terms: [.rostrumDisplacement: 0], bound: 0))
  }

  private var rostrumFull: Unplaced.Reason {
    .rostrumFull(seats: places.count, due: problem.due.count)
  }

  private func plan(_ seats: [(person: Int, seat: Int)], reason: Unplaced.Reason) -> RostrumPlan {
    let seated = Set(seats.map(\.person))
    return RostrumPlan(
      assignments: seats.map {
        RostrumAssignment(
          person: problem.due[$0.person], seat: places.seats[$0.seat], place: places.places[$0.seat])
      },
      unplaced: problem.due.indices.filter { !seated.contains($0) }.map {
        Unplaced(person: problem.due[$0], module: .rostrum, reason: reason)
      })
  }
}

extension RostrumProblem {
  /// Seats everybody who has no seat yet, in protocol order: on their own place, or the next one free, but early
  /// enough to leave seats for those who follow.
  func filled(_ taken: [Int: Int]) -> [Int: Int] {
    let occupied = Set(taken.values)
    let free = seatOfPlace.filter { !occupied.contains($0) }
    var seats = taken
    var next = 0
    let waiting = seated.filter { taken[$0] == nil }
    for (index, person) in waiting.enumerated() {
      let latest = free.count - (waiting.count - index)
      while next < latest, placeOfSeat[free[next]] < person { next += 1 }
      seats[person] = free[next]
      next += 1
    }
    return seats
  }
}

extension RostrumFormulation {
  /// The placements of a plan that keeps the wishes.
  func placements(for seats: [Int: Int]) -> [RostrumPlacement] {
    chains.enumerated().map { chain, people in
      let taken = people.compactMap { seats[$0] }
      return RostrumPlacement(
        chain: chain, start: taken.min() ?? 0, isReversed: people.count > 1 && taken[0] > taken[1])
    }
  }
}
