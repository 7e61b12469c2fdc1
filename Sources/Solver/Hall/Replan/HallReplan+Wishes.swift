import Assembly

extension HallReplan {
  // MARK: Wishes

  /// Chains of people who are to sit beside each other and do not.
  mutating func seatCompanions() {
    for chain in wishes.chains where chain.count > 1 && !sitTogether(chain) {
      if !freedom.forCompanions, sitTogetherWithoutNewcomers(chain) {
        // They get a seat beside the others at last, or none.
        partless.formUnion(chain.filter { seats[$0] == nil })
        continue
      }
      if chain.allSatisfy({ seats[$0] != nil && !forced.contains($0) }) {
        forcedPairs.append((chain[0], chain[1]))
      }
      let own = Set(chain)
      let untouchable = bound.subtracting(own)
      let free = problem.hall.seats.count { !$0.isHeld } - personOf.count
      let waiting = due.count { seats[$0] == nil && !own.contains($0) }
      func price(_ laying: [Int: Int]) -> Int? {
        var price = 0
        var displaced = 0
        for (person, seat) in laying {
          if earlier.hasMoved(person, to: seat) { price += problem.event.weightOfMove(person) }
          guard let holder = personOf[seat], !own.contains(holder) else { continue }
          if untouchable.contains(holder) || problem.needsWheelchairPlace(holder) { return nil }
          price += problem.event.weightOfMove(holder)
          displaced += 1
        }
        let short = waiting + displaced - (free + displaced + chain.count { seats[$0] != nil } - chain.count)
        // Of equal ones a way that takes no wheelchair place from others.
        let strangers = laying.count { person, seat in
          problem.hall.seats[seat].isWheelchairPlace && !problem.needsWheelchairPlace(person)
        }
        return (price + 1_000_000 * max(0, short)) * 1_000 + strangers
      }
      var ways = wishes.layings(of: chain)
      if ways.isEmpty, chain.contains(where: { problem.pins[$0] != nil }) {
        ways = wishes.shortenedLayings(of: chain)
        let most = ways.map(\.count).max() ?? 0
        ways.removeAll { $0.count < most }
      }
      let layings = ways.filter { suits($0, besides: own) }
        .compactMap { laying in price(laying).map { (laying, $0) } }
      guard let least = layings.map(\.1).min() else {
        for person in chain where problem.pins[person] == nil { rise(person) }
        partless.formUnion(chain)
        continue
      }
      for person in chain { rise(person) }
      partless.formUnion(chain)
      let best = layings.filter { $0.1 == least }.prefix(HallReplan.mostLayings).map { laying, _ in
        (laying: laying, cost: cost(of: laying))
      }.min { ($0.cost, $0.laying.values.min()!) < ($1.cost, $1.laying.values.min()!) }!
      for (person, seat) in best.laying.sorted(by: { $0.key < $1.key }) {
        if let holder = personOf[seat] { rise(holder) }
        sit(person, on: seat)
        settled.insert(person)
      }
    }
  }

  static let mostLayings = 2_000

  /// Whether people on these seats leave the order of groups, and those who are to be apart, as they are to be.
  func suits(_ laying: [Int: Int], besides own: Set<Int>) -> Bool {
    let others = seats.filter { person, seat in !own.contains(person) && !laying.values.contains(seat) }
    return problem.keepOrder(laying, others)
      && wishes.apart.allSatisfy { pair in
        [pair, (pair.1, pair.0)].allSatisfy { one, other in
          guard let seat = laying[one], let next = others[other] else { return true }
          return !problem.hall.neighbours(of: seat).contains(next)
        }
      }
  }

  mutating func cost(of laying: [Int: Int]) -> Int {
    for (person, seat) in laying.sorted(by: { $0.key < $1.key }) {
      seating.give(seat, to: problem.groupOfPerson[person]!)
    }
    defer { seating.takeBack() }
    return seating.settle().cost
  }

  func sitTogether(_ chain: [Int]) -> Bool {
    zip(chain, chain.dropFirst()).allSatisfy { areNeighbours($0, $1) }
  }

  /// Whether those of a chain who had a seat have it, beside each other, and the others have none.
  func sitTogetherWithoutNewcomers(_ chain: [Int]) -> Bool {
    chain.allSatisfy { seats[$0] == earlier[$0] && !forced.contains($0) }
      && zip(chain, chain.dropFirst()).allSatisfy {
        seats[$0] == nil || seats[$1] == nil || areNeighbours($0, $1)
      }
  }

  func areNeighbours(_ one: Int, _ other: Int) -> Bool {
    guard let seat = seats[one], let next = seats[other] else { return false }
    return problem.hall.neighbours(of: seat).contains(next)
  }

  mutating func partWhoAreToBeApart() {
    var parted: Set<Int> = []
    for (one, other) in wishes.apart where areNeighbours(one, other) {
      if ![one, other].contains(where: { forced.contains($0) || !earlier.had($0) }),
        parted.isDisjoint(with: [one, other])
      {
        forcedPairs.append((one, other))
        parted.formUnion([one, other])
      }
      // Somebody of a chain leaves with all of it.
      let leavers = [one, other].map { person in wishes.chains.first { $0.contains(person) } ?? [person] }
      let leaving = leavers.filter { chain in !chain.contains { problem.pins[$0] != nil } }.min {
        (weight(of: $0), -$0[0]) < (weight(of: $1), -$1[0])
      }
      for person in leaving ?? [] { rise(person) }
    }
  }

  func weight(of chain: [Int]) -> Int { chain.reduce(0) { $0 + problem.event.weightOfMove($1) } }

  func keepsApart(_ person: Int, at seat: Int) -> Bool {
    let besides = problem.hall.neighbours(of: seat).compactMap { personOf[$0] }
    return besides.isEmpty
      || !wishes.apart.contains {
        ($0.0 == person && besides.contains($0.1)) || ($0.1 == person && besides.contains($0.0))
      }
  }

  // MARK: People who may sit in few places

  /// Wheelchair users, people of a role with lines of its own, and those to be kept apart from others, one by one.
  mutating func seatBoundPeople() {
    let roles = Set(problem.hall.seats.compactMap(\.role))
    let apart = Set(wishes.apart.flatMap { [$0.0, $0.1] })
    for person in waiting where problem.needsWheelchairPlace(person) {
      let places = problem.hall.seats.indices.filter {
        problem.hall.seats[$0].isWheelchairPlace && wishes.suits(person, $0)
      }
      if let seat = best(
        for: person, among: places.filter { personOf[$0] == nil && keepsApart(person, at: $0) })
      {
        sit(person, on: seat)
        settled.insert(person)
        continue
      }
      let suited = places.filter { keepsApart(person, at: $0) && keepsOrder(person, at: $0) }
      let holder = suited.compactMap { personOf[$0] }.filter {
        !problem.needsWheelchairPlace($0) && !isBound($0)
      }.min {
        (problem.event.weightOfMove($0), $0) < (problem.event.weightOfMove($1), $1)
      }
      guard let holder, let seat = seats[holder] else { continue }
      rise(holder)
      sit(person, on: seat)
      settled.insert(person)
    }
    for person in waiting {
      let role = problem.event.people[person].role
      let isPaired = apart.contains(person)
      guard !problem.needsWheelchairPlace(person), roles.contains(role) || isPaired else { continue }
      let free = freeSeats(for: person)
      let line = free.filter { problem.hall.seats[$0].role == role }
      if let seat = best(for: person, among: line.isEmpty && isPaired ? free : line) {
        sit(person, on: seat)
        settled.insert(person)
      } else if isPaired {
        // Only the last look for seats minds whom they are to be apart from.
        partless.insert(person)
      }
    }
  }

  /// Who has no seat: those whose group comes first, in it by protocol.
  var waiting: [Int] {
    problem.groups.flatMap { group in
      problem.event.inProtocolOrder(group.members.filter { seats[$0] == nil && !partless.contains($0) })
    }
  }

  /// - Complexity: O(empty seats).
  func freeSeats(for person: Int) -> [Int] {
    seating.seats(of: seating.nobody).filter { seat in
      wishes.suits(person, seat) && keepsApart(person, at: seat)
        && (!problem.hall.seats[seat].isWheelchairPlace || problem.needsWheelchairPlace(person))
    }
  }

  /// The seat that costs least; of equal ones one that somebody had to give up, then that nearest to the centre.
  mutating func best(for person: Int, among free: [Int]) -> Int? {
    best(for: person, among: free, in: orderedDepths(of: problem.groupOfPerson[person]!))
  }

  /// The same, where the order of groups is known to ask for some depths.
  mutating func best(for person: Int, among free: [Int], in depths: OrderedDepths) -> Int? {
    var best: (seat: Int, cost: Int, isNew: Int, offCentre: Int)?
    let (problem, vacated) = (problem, vacated)
    seating.forEachGrowth(of: problem.groupOfPerson[person]!, at: free) { seat, cost, offCentre in
      if let best, best.cost < cost { return }
      guard depths.allow(person, at: seat, in: problem) else { return }
      let isNew = vacated.contains(seat) ? 0 : 1
      if best.map({ (cost, isNew, offCentre, seat) < ($0.cost, $0.isNew, $0.offCentre, $0.seat) }) ?? true {
        best = (seat, cost, isNew, offCentre)
      }
    }
    return best?.seat
  }

  /// Depths at which the order of groups allows one more of a group while all others sit where they do.
  struct OrderedDepths {
    var least = Int.min
    var most = Int.max

    /// Whether a seat is at one of them, or the person does not count for the order there.
    func allow(_ person: Int, at seat: Int, in problem: HallProblem) -> Bool {
      !problem.countsForOrder(person, seat)
        || least <= problem.depths[seat] && problem.depths[seat] <= most
    }
  }

  /// - Complexity: O(people) with `strict`, else O(1).
  func orderedDepths(of group: Int) -> OrderedDepths {
    var depths = OrderedDepths()
    guard problem.isStrict else { return depths }
    for (person, seat) in seats where problem.countsForOrder(person, seat) {
      let other = problem.groupOfPerson[person]!
      if other > group { depths.most = min(depths.most, problem.depths[seat] + 1) }
      if other < group { depths.least = max(depths.least, problem.depths[seat] - 1) }
    }
    return depths
  }

  /// With `strict`, whether a seat leaves the order of groups as it is.
  func keepsOrder(_ person: Int, at seat: Int) -> Bool {
    problem.keepOrder([person: seat], seats)
  }
}
