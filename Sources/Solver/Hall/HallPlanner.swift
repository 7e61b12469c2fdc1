public import Assembly
import IntegerProgramming
public import SolverShared

/// Seats the groups of an event in its hall, with a bound that holds for every plan.
///
/// Seats bound by wishes are decided by an integer program; groups lie in blocks of whole lines that column generation
/// and a beam search find, with `strict` in bands of two depths; with too few seats they are poured in order; the people
/// of each group take its seats in member order. Formulation.md has the models.
public struct HallPlanner: ModulePlanner {
  let problem: HallProblem
  let names: any NameOrder

  /// The seating of a hall.
  ///
  /// - Parameters:
  ///   - problem: the event as the solver sees it.
  ///   - names: the order of names that `member_order` asks for.
  public init(_ problem: HallProblem, names: any NameOrder) {
    self.problem = problem
    self.names = names
  }

  /// The seating of an event's hall; nothing when it has none.
  public init?(_ event: Event, beside context: PlanningContext) {
    guard let problem = HallProblem(event) else { return nil }
    self.init(problem, names: context.names)
  }

  /// Plans the hall.
  public func solve(_ options: SolverOptions, from earlier: EarlierPlan?) -> Outcome<HallPlan> {
    if let conflict = problem.conflict() { return .conflict(conflict) }
    let wishes = HallWishes(problem)
    if let places = earlier?.hall { return replanned(wishes, from: places, options) }
    let floor = HallFloor(problem, interruption: options.interruption)
    let rehearsal = rehearse(wishes, above: floor, options)
    var plan = arrange(wishes, [], rehearsal, seats: [:], above: floor, options)
    // People kept apart who came to sit together are seated by the placement model, one more pair each time.
    var kept: Set<Int> = []
    while let pair = wishes.apart.first(where: { plan.areNextToEachOther($0.0, $0.1) }) {
      guard kept.insert(pair.0).inserted || kept.insert(pair.1).inserted else { break }
      kept.formUnion([pair.0, pair.1])
      let seats = plan.seats.filter { kept.contains($0.key) }
      plan = arrange(wishes, kept.sorted(), rehearsal, seats: seats, above: floor, options)
    }
    if let seated = seatedByOrder(wishes, insteadOf: plan, rehearsal, options) { plan = seated }
    return outcome(of: plan, rehearsal, floor, options)
  }

  /// Seats everybody as if there were no wishes; in a small hall, where a pin is much of what a plan can cost, then around those with
  /// a pin.
  private func rehearse(_ wishes: HallWishes, above floor: HallFloor, _ options: SolverOptions) -> GroupSeats
  {
    let hasWishes = !wishes.people.isEmpty
    guard floor.stretches != nil, !problem.pins.isEmpty else {
      return rehearse(
        around: [:], rounds: hasWishes ? 4 : 6, isLast: !hasWishes, above: floor, options)
    }
    let free = rehearse(around: [:], rounds: 1, isLast: false, above: nil, options)
    return rehearse(around: problem.pins, after: free, rounds: 6, isLast: true, above: floor, options)
  }

  /// Seats everybody around some who have their seats; wheelchair places are open where somebody needs them.
  private func rehearse(
    around given: [Int: Int], after other: GroupSeats? = nil, rounds: Int, isLast: Bool,
    above floor: HallFloor?, _ options: SolverOptions
  ) -> GroupSeats {
    let others = problem.groups.flatMap(\.members).filter { given[$0] == nil }
    let keeping = KeptSeats(
      problem, people: others, given: given,
      opensWheelchairPlaces: others.contains(where: problem.needsWheelchairPlace))
    var seats = GroupSeats(
      problem.holding(keeping.closed), people: others.filter { keeping.lines[$0] == nil },
      given: given.merging(keeping.lines) { first, _ in first }, after: other, above: floor, rounds: rounds,
      isLast: isLast, options)
    // Plans with wishes may use what is closed here.
    if !keeping.closed.isEmpty { seats.relaxation = nil }
    return seats
  }

  /// Seats everybody, those bound by wishes first, as near as can be to where the rehearsal has their groups.
  private func arrange(
    _ wishes: HallWishes, _ kept: [Int], _ rehearsal: GroupSeats, seats: [Int: Int],
    above floor: HallFloor?, _ options: SolverOptions
  ) -> HallArrangement {
    let expectation = GivenSeats.Expectation(ofGroup: rehearsal.seatsOfGroups(in: problem), ofPerson: seats)
    let given = GivenSeats(problem, wishes: wishes, others: kept, expectation: expectation)
    return arrange(wishes, around: given, rehearsal, above: floor, options)
  }

  /// Seats everybody around those whom wishes bind.
  private func arrange(
    _ wishes: HallWishes, around given: GivenSeats, _ rehearsal: GroupSeats, above floor: HallFloor?,
    _ options: SolverOptions
  ) -> HallArrangement {
    let decided = Set(given.seats.keys).union(given.left)
    let others = problem.groups.flatMap(\.members).filter { !decided.contains($0) }
    let keeping = KeptSeats(problem, people: others, given: given.seats)
    let groupSeats =
      (given.left.isEmpty ? rehearsal.without(given.seats, keeping, problem) : nil)
      ?? GroupSeats(
        problem.holding(keeping.closed), people: others.filter { keeping.lines[$0] == nil },
        given: given.seats.merging(keeping.lines) { first, _ in first },
        after: given.left.isEmpty ? rehearsal : nil, above: floor, rounds: 8, isLast: true, options)
    var seats = groupSeats.seats
    for (person, seat) in keeping.lines.sorted(by: { $0.key < $1.key }) {
      seats[problem.groupOfPerson[person]!].append(seat)
    }
    var arrangement = HallArrangement(
      problem, wishes: wishes, names: names, given: given.seats, bound: decided, poured: seats,
      reasons: ShortageReasons(problem, groupSeats.shortage))
    arrangement.serveClaims()
    arrangement.leaveWheelchairPlaces()
    arrangement.preferKeptSeats()
    arrangement.serveClaims()
    arrangement.matchAisles()
    return arrangement
  }

  /// With `strict` a plan in which fewer people stand, where those bound by wishes must sit elsewhere for that; nothing when
  /// nobody stands whom the seats could take, or none such is found.
  private func seatedByOrder(
    _ wishes: HallWishes, insteadOf plan: HallArrangement, _ rehearsal: GroupSeats, _ options: SolverOptions
  ) -> HallArrangement? {
    let standing = plan.unplaced.count
    guard problem.isStrict, standing > 0, standing > problem.leastAbsent else { return nil }
    let chains = wishes.chains + wishes.apartFromAnybody.map { [$0] }
    let filling = OrderedFilling(
      problem,
      people: problem.groups.flatMap(\.members).filter { person in !chains.contains { $0.contains(person) } },
      given: [:],
      companies: chains.map { OrderedFilling.Company(people: $0, placements: wishes.placements(of: $0)) },
      apart: wishes.apart, interruption: options.interruption)
    guard let filling, filling.standing < standing else { return nil }
    let given = GivenSeats(problem, wishes: wishes, chains: chains, seats: filling.seats)
    let seated = arrange(wishes, around: given, rehearsal, above: nil, options)
    return seated.unplaced.count < standing && keepsWheelchairPlaces(seated, wishes) ? seated : nil
  }

  /// Whether nobody has a wheelchair place without need while a seat open to all is empty.
  private func keepsWheelchairPlaces(_ arrangement: HallArrangement, _ wishes: HallWishes) -> Bool {
    let taken = Set(arrangement.seats.values)
    let seats = problem.hall.seats
    let isFull = seats.indices.allSatisfy {
      taken.contains($0) || seats[$0].isHeld || seats[$0].role != nil || seats[$0].isWheelchairPlace
    }
    return isFull
      || arrangement.seats.allSatisfy { person, seat in
        !seats[seat].isWheelchairPlace || problem.needsWheelchairPlace(person) || wishes.pins[person] != nil
      }
  }

  private func outcome(
    of arrangement: HallArrangement, _ rehearsal: GroupSeats, _ floor: HallFloor,
    _ options: SolverOptions
  ) -> Outcome<HallPlan> {
    var groupOfSeat = [Int](repeating: -1, count: problem.hall.seats.count)
    for (person, seat) in arrangement.seats { groupOfSeat[seat] = problem.groupOfPerson[person]! }
    let plan = HallPlan(
      assignments: arrangement.seats.map { HallAssignment(person: $0, seat: $1) },
      unplaced: arrangement.unplaced,
      withoutAisle: arrangement.seats.compactMap { person, seat in
        problem.event.people[person].needs.contains(.aisle) && !problem.hall.isAtAisle(seat) ? person : nil
      })
    let terms = problem.terms(groupOfSeat)
    let objective = terms.values.reduce(0, +)
    options.watch?.found(objective)
    let bound = floor.bound(whole: rehearsal.relaxation, objective: objective)
    options.watch?.proved(bound.value)
    var figures = Figures(status: .feasible, terms: terms, bound: bound.value)
    figures.work = rehearsal.work.merging(["bound iterations": bound.iterations]) { $1 }
    if bound.value == objective {
      figures.status = .optimal
    } else if options.interruption?.isInterrupted == true {
      figures.status = .stopped
    }
    return .plan(plan, figures)
  }
}
