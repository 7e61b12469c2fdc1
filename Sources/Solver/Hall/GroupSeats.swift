import Assembly
import IntegerProgramming
import SolverShared

/// Seats of the groups around seats that are given: by blocks or bands where that is better, else poured in order.
struct GroupSeats {
  /// Seats of each group, without those given beforehand.
  private(set) var seats: [[Int]]
  private(set) var shortage: [Pouring.Shortage] = []
  private let given: [Int: Int]
  /// The relaxation over all open seats, when it covers every plan that keeps groups whole.
  var relaxation: WholeRelaxation?
  private(set) var work: [String: Int] = [:]

  /// Seats `people` (indices) around the seats that `given` lists by person.
  ///
  /// - Parameters:
  ///   - rehearsal: seats of all people as if nobody had a wish.
  ///   - floor: what is known of the bound.
  ///   - isLast: whether no other seating follows, in which wishes may move the groups.
  init(
    _ problem: HallProblem, people: [Int], given: [Int: Int], after rehearsal: GroupSeats? = nil,
    above floor: HallFloor?, rounds: Int, isLast: Bool, _ options: SolverOptions
  ) {
    self.given = given
    let pouring = Pouring(problem, people: people, given: given)
    seats = pouring.seatsOfGroup
    shortage = pouring.shortage
    if problem.isStrict {
      if let bands = BandSeating(problem, people: people, given: given, interruption: options.interruption) {
        work["states"] = bands.states
        keep(bands.seatsOfGroup, ifCheaperIn: problem, given)
      }
      if !shortage.isEmpty,
        let filling = OrderedFilling(
          problem, people: people, given: given, interruption: options.interruption)
      {
        keep(filling, insteadOf: pouring, problem)
      }
    } else if let blocks = BlockSeating(
      problem, people: people, given: given, gap: options.gap, interruption: options.interruption)
    {
      work = blocks.work
      if blocks.coversEveryWholePlan(of: problem) { relaxation = blocks.relaxation }
      if let seats = blocks.seatsOfGroup { keep(seats, ifCheaperIn: problem, given) }
    }
    if problem.hall.seats.count <= (problem.isStrict ? SeatSearch.smallHall : SeatSearch.largestHall) {
      // The rehearsal's bound says as well what can be had around given seats.
      if relaxation == nil { relaxation = rehearsal?.relaxation }
      if !problem.isStrict, let rehearsal, let seats = rehearsal.exchanged(for: given, problem) {
        keep(seats, ifCheaperIn: problem, given)
      }
      searchSeats(problem, given, above: floor, rounds: rounds, isLast: isLast, options)
    }
  }

  /// What a plan costs that is so near to the best one. Of the relaxation of whole groups nothing is known where it costs
  /// more than a plan that cuts some.
  private func enough(_ gap: Double, floor: Double?, insteadOf objective: Int) -> Int {
    let whole = relaxation.map(\.bound).flatMap { $0 < Double(objective) + 1 ? $0 : nil }
    guard let bound = [whole, floor].compactMap({ $0 }).max(), bound.isFinite else { return .min / 2 }
    return Int(max(bound.rounded(.up), bound / (1 - gap)))
  }

  /// Nothing much better can be found.
  private static let smallGap = 0.005
  /// Something better may well be found: the search goes on for further rounds.
  static let largeGap = 0.01
  /// Rounds before bounds are looked at.
  private static let firstRounds = 3
  /// A search from the first seating is worth its time.
  private static let excessiveGap = 0.02
  private static let furtherRounds = 8
  /// Dives come before the bound is raised.
  private static let hopelessGap = 0.04
  private static let firstDives = 4
  private static let dives = 12
  /// Where so many in a row led to nothing better, later ones hardly do.
  static let divesInVain = 5

  /// Betters the seats one by one.
  private mutating func searchSeats(
    _ problem: HallProblem, _ given: [Int: Int], above floor: HallFloor?, rounds: Int, isLast: Bool,
    _ options: SolverOptions
  ) {
    let fixed = Set(given.values)
    let exempt = Set(given.filter { !problem.countsForOrder($0.key, $0.value) }.values)
    let groupOfSeat = problem.groupOfSeat(seats, given)
    var search = SeatSearch(
      problem, groupOfSeat, seed: options.seed, exempt: exempt, isFixed: fixed.contains)
    let objective = problem.terms(groupOfSeat).values.reduce(0, +)
    let absence = objective - search.cost
    var abandoned = 0
    // What no seating around the given seats costs less than.
    var around: StretchBound?
    func enough(_ gap: Double) -> Int {
      let floor = [floor?.value, around?.value].compactMap { $0 }.max()
      return self.enough(max(gap, options.gap), floor: floor, insteadOf: objective) - absence
    }
    func run(_ rounds: Int) {
      search.run(
        rounds: rounds, enough: enough(GroupSeats.smallGap), limit: options.limits.iterations,
        interruption: options.interruption)
    }
    func raise(_ stretches: StretchBound) {
      stretches.raise(
        to: Double(search.cost + absence) * (1 - max(GroupSeats.largeGap, options.gap)), options.interruption)
    }
    func dive(through stretches: StretchBound?, _ attempts: Range<Int>) {
      guard let stretches, stretches.areOpen(in: problem) else { return }
      search.dive(
        through: stretches, problem, attempts, absence: absence, enough(GroupSeats.largeGap), options)
    }
    run(min(rounds, GroupSeats.firstRounds))
    if let floor, let stretches = floor.stretches, shortage.isEmpty, search.cost > enough(GroupSeats.smallGap)
    {
      floor.bound(
        whole: floor.allows(allSeatsOf: problem) ? relaxation : nil, objective: search.cost + absence)
      if given == problem.pins { around = stretches }
      // Below the cost of a bad plan little can be left out.
      if search.cost > enough(GroupSeats.hopelessGap) { dive(through: around, 0..<GroupSeats.firstDives) }
      if search.cost > enough(GroupSeats.largeGap) {
        // Whether the bound or the plan is far from the best is not known: the bound is quicker to try.
        raise(stretches)
      }
      if search.cost > enough(GroupSeats.largeGap) {
        if around == nil, seatsEverybody(of: problem, given), problem.pins.isEmpty || !given.isEmpty {
          let pinned = problem.pinning(given)
          around = StretchBound(
            pinned, leastParts: { LeastParts(pinned, options.interruption) },
            interruption: options.interruption)
          around.map(raise)
        }
        dive(through: around, 0..<GroupSeats.dives)
      }
      if search.cost > enough(GroupSeats.largeGap) { raise(stretches) }
    }
    if rounds > GroupSeats.firstRounds, search.cost > enough(GroupSeats.smallGap) {
      run(rounds - GroupSeats.firstRounds)
    }
    if floor?.stretches != nil, shortage.isEmpty, isLast, search.cost > enough(GroupSeats.excessiveGap) {
      // A part too many, mostly: dives may have led away from the plans that have one less.
      var anew = SeatSearch(
        problem, groupOfSeat, seed: options.seed, exempt: exempt, isFixed: fixed.contains)
      anew.run(
        rounds: GroupSeats.furtherRounds, enough: enough(GroupSeats.largeGap),
        limit: options.limits.iterations, interruption: options.interruption)
      if anew.cost < search.cost { swap(&search, &anew) }
      abandoned = anew.steps
      if let floor, search.cost > enough(GroupSeats.largeGap) {
        floor.stretches.map(raise)
        if search.cost > enough(GroupSeats.largeGap) {
          floor.refine()
          floor.seats.map(raise)
        }
        if given == problem.pins, search.cost > enough(GroupSeats.largeGap) {
          dive(through: floor.seats, 0..<GroupSeats.dives)
        }
      }
    }
    // What is enough says nothing of plans that cut a group.
    search.exhaust()
    work["steps"] = search.steps + abandoned
    seats = problem.groups.indices.map { group in
      search.groupOfSeat.indices.filter { search.groupOfSeat[$0] == group && !fixed.contains($0) }
    }
  }

  /// Whether all people of the groups have a seat here or one of those given.
  private func seatsEverybody(of problem: HallProblem, _ given: [Int: Int]) -> Bool {
    seats.reduce(given.count) { $0 + $1.count } == problem.dueCount
  }

  /// The seats of each group when people of it get these seats: whoever held one takes a seat that the person's group has
  /// to spare; nothing when some seat suits nobody.
  private func exchanged(for given: [Int: Int], _ problem: HallProblem) -> [[Int]]? {
    guard self.given.allSatisfy({ given[$0.key] == $0.value }) else { return nil }
    var seats = seats
    var groupOfSeat = problem.groupOfSeat(seats, self.given)
    let fixed = Set(given.values)
    for (person, seat) in given.sorted(by: { $0.key < $1.key }) where self.given[person] == nil {
      let group = problem.groupOfPerson[person]!
      let loser = groupOfSeat[seat]
      groupOfSeat[seat] = group
      if loser == group {
        seats[group].removeAll { $0 == seat }
        continue
      }
      let spare = seats[group].filter {
        !fixed.contains($0) && problem.hall.seats[$0].role == nil
          && (loser < 0 || problem.maySit(loser, in: $0))
      }
      guard let nearest = spare.min(by: { problem.hall.distance($0, seat) < problem.hall.distance($1, seat) })
      else { return nil }
      seats[group].removeAll { $0 == nearest }
      groupOfSeat[nearest] = loser
      guard loser >= 0 else { continue }
      guard problem.hall.seats[seat].role == nil else { return nil }
      seats[loser].removeAll { $0 == seat }
      seats[loser].append(nearest)
    }
    return seats
  }

  /// Nobody stands whom strict order lets sit, whatever that costs.
  private mutating func keep(
    _ filling: OrderedFilling, insteadOf pouring: Pouring, _ problem: HallProblem
  ) {
    let left = filling.left.reduce(0, +)
    guard left < shortage.reduce(0, { $0 + $1.people }) else { return }
    // Without an order, so many had to stand.
    let short = pouring.shortage.reduce(0) { $0 + ($1.isByOrder ? 0 : $1.people) }
    seats = filling.seatsOfGroup
    shortage = problem.groups.indices.filter { filling.left[$0] > 0 }.flatMap { group in
      Set(problem.groups[group].members.map { problem.event.people[$0].role }).sorted {
        $0.rawValue < $1.rawValue
      }
      .map { Pouring.Shortage(group: group, role: $0, people: filling.left[group], isByOrder: left > short) }
    }
  }

  private mutating func keep(_ other: [[Int]], ifCheaperIn problem: HallProblem, _ given: [Int: Int]) {
    guard problem.cost(of: other, given) < problem.cost(of: seats, given) else { return }
    seats = other
    shortage = []
  }

  /// The seats of each group, those given to its people by a pin among them.
  func seatsOfGroups(in problem: HallProblem) -> [Set<Int>] {
    given.reduce(into: seats.map(Set.init)) { seats, given in
      if problem.pins[given.key] != nil { seats[problem.groupOfPerson[given.key]!].insert(given.value) }
    }
  }

  /// The same seats less those that are given, when each of these is one of the person's own group, the others leave
  /// seats alone that are closed, and the same people sit in lines kept for their role.
  func without(_ given: [Int: Int], _ keeping: KeptSeats, _ problem: HallProblem) -> GroupSeats? {
    let known = given.filter { self.given[$0.key] == $0.value }
    guard known.merging(keeping.lines, uniquingKeysWith: { first, _ in first }) == self.given else {
      return nil
    }
    var rest = self
    for (person, seat) in given where known[person] == nil {
      let group = problem.groupOfPerson[person]!
      guard let position = rest.seats[group].firstIndex(of: seat) else { return nil }
      rest.seats[group].remove(at: position)
    }
    let closed = Set(keeping.closed)
    return rest.seats.allSatisfy(closed.isDisjoint) ? rest : nil
  }
}

extension HallProblem {
  /// The objective for these seats of the groups and of people who have theirs already.
  fileprivate func cost(of seatsOfGroup: [[Int]], _ given: [Int: Int]) -> Int {
    terms(groupOfSeat(seatsOfGroup, given)).values.reduce(0, +)
  }

  /// Group of each seat, −1 for an empty one, for these seats of the groups and of people who have theirs already.
  fileprivate func groupOfSeat(_ seatsOfGroup: [[Int]], _ given: [Int: Int]) -> [Int] {
    var groupOfSeat = [Int](repeating: -1, count: hall.seats.count)
    for (group, seats) in seatsOfGroup.enumerated() {
      for seat in seats { groupOfSeat[seat] = group }
    }
    for (person, seat) in given { groupOfSeat[seat] = groupOfPerson[person]! }
    return groupOfSeat
  }
}

extension Hall {
  /// Seat widths and row pitches from one seat to another.
  fileprivate func distance(_ one: Int, _ other: Int) -> Double {
    abs(seats[one].x - seats[other].x) + abs(seats[one].y - seats[other].y)
  }
}

extension SeatSearch {
  /// Searches on from the plans to which dives through a bound over stretches lead.
  ///
  /// - Parameters:
  ///   - absence: what those cost who have no seat, which a search does not count.
  ///   - enough: a seating that costs no more is good enough.
  fileprivate mutating func dive(
    through stretches: StretchBound, _ problem: HallProblem, _ attempts: Range<Int>, absence: Int,
    _ enough: Int,
    _ options: SolverOptions
  ) {
    var failures = 0
    for attempt in attempts where cost > enough && failures < GroupSeats.divesInVain {
      let before = cost
      defer { failures = cost < before ? 0 : failures + 1 }
      let columns = stretches.dive(
        below: Double(cost + absence), attempt: attempt, options.interruption)
      guard let columns else { continue }
      let laid = StretchLaying(columns, over: stretches.stretches, problem).seating(of: groupOfSeat.count)
      run(
        from: laid, enough: enough, limit: options.limits.iterations, interruption: options.interruption)
    }
  }
}
