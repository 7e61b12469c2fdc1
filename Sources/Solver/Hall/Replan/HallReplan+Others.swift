import Assembly
import SolverShared

extension HallReplan {
  // MARK: All others

  mutating func seatOthers(_ options: SolverOptions) {
    let opens = promised(opens: false).unmet > 0
    let promised = promised(opens: opens)
    var promise = promised.promise
    let (classes, open) = (promised.demand, promised.open)
    let classOf = Dictionary(
      classes.enumerated().flatMap { index, entry in entry.people.map { ($0, index) } }
    ) { first, _ in first }
    var others = waiting.filter { classOf[$0] != nil }
    var placed: [Int] = []
    let hall = problem.hall
    let othersOfGroup = Dictionary(grouping: others) { problem.groupOfPerson[$0]! }
    for (_, members) in othersOfGroup.sorted(by: { $0.key < $1.key }) {
      let first = members[0]
      let kind = classOf[first]!
      let count = min(members.count, promise.promises(to: kind))
      let sections = self.sections(of: first).isEmpty ? Array(open.indices) : self.sections(of: first)
      let free = sections.flatMap { open[$0] }.filter { personOf[$0] == nil }
      let laid = lay(Array(members.prefix(count)), on: free) { seat in
        promise.take(hall.seats[seat].section, for: kind)
      }
      placed += laid
      for person in members where seats[person] == nil {
        if laid.count < count { keptOut.insert(person) }
        promise.release(kind)
      }
    }
    others = placed
    better(others, options)
    leaveWheelchairPlaces()
    let last = seatTheLast()
    others = Set(others + last).filter { seats[$0] != nil }.sorted()
    if !waiting.isEmpty {
      others = exchangedWithWaiting(others)
      let last = seatTheLast()
      others = Set(others + last).filter { seats[$0] != nil }.sorted()
      better(others, options)
    }
    while leaveWheelchairPlaces() { seatTheLast() }
  }

  /// Whoever still has no seat takes one that breaks no rule, wheelchair places too.
  ///
  /// - Returns: those of them whom no wish binds.
  @discardableResult
  mutating func seatTheLast() -> [Int] {
    let named = bound.union(wishes.apart.flatMap { [$0.0, $0.1] })
    var last: [Int] = []
    partless = []
    for person in waiting where problem.needsWheelchairPlace(person) { claimWheelchairPlace(person) }
    for person in waiting {
      let free = seating.seats(of: seating.nobody).filter { seat in
        wishes.suits(person, seat) && keepsApart(person, at: seat) && isBesideCompanions(person, seat)
      }
      let usual = free.filter {
        !problem.hall.seats[$0].isWheelchairPlace || problem.needsWheelchairPlace(person)
      }
      if let seat = best(for: person, among: usual) ?? best(for: person, among: free) {
        sit(person, on: seat)
        if !named.contains(person), !problem.needsWheelchairPlace(person) { last.append(person) }
      }
    }
    return last
  }

  /// Where somebody has to stay out, it is whom the seating can spare at the least cost; inside a group the last by
  /// protocol.
  mutating func exchangedWithWaiting(_ people: [Int]) -> [Int] {
    var seated = people
    var lasts = problem.groups.indices.map { lastNewlySeated(of: $0) }
    var isBetter = true
    while isBetter {
      isBetter = false
      for person in waiting where mayBeExchanged(person) && isFirstWaiting(person) {
        let group = problem.groupOfPerson[person]!
        for (index, other) in seated.enumerated() {
          let otherGroup = problem.groupOfPerson[other]!
          guard otherGroup != group, lasts[otherGroup] == other, mayBeExchanged(other),
            let seat = seats[other], problem.hall.seats[seat].role == nil
          else { continue }
          let before = seating.cost
          rise(other)
          let free = freeSeats(for: person).filter { problem.hall.seats[$0].role == nil }
          if let taken = best(for: person, among: free) {
            sit(person, on: taken)
            if seating.cost + priceOfMove(person, taken) < before + priceOfMove(other, seat) {
              seated[index] = person
              lasts[group] = lastNewlySeated(of: group)
              lasts[otherGroup] = lastNewlySeated(of: otherGroup)
              isBetter = true
              break
            }
            rise(person)
          }
          sit(other, on: seat)
        }
      }
    }
    return seated
  }

  /// Whether nobody of the person's group who waits comes before them by protocol.
  func isFirstWaiting(_ person: Int) -> Bool {
    let group = problem.groups[problem.groupOfPerson[person]!]
    let waiting = group.members.filter { seats[$0] == nil && !partless.contains($0) }
    return problem.event.inProtocolOrder(waiting).first == person
  }

  func mayBeExchanged(_ person: Int) -> Bool {
    !isBound(person) && !problem.needsWheelchairPlace(person)
      && !wishes.apart.contains { $0.0 == person || $0.1 == person }
  }

  /// The last by protocol of those of a group who have a new seat.
  func lastNewlySeated(of group: Int) -> Int? {
    problem.event.inProtocolOrder(
      problem.groups[group].members.filter { seats[$0] != nil && !settled.contains($0) }
    ).last
  }

  func priceOfMove(_ person: Int, _ seat: Int) -> Int {
    earlier.hasMoved(person, to: seat)
      ? problem.event.settings.weights[.hallMoved] * problem.event.weightOfMove(person) : 0
  }

  /// Whether a seat is beside everybody seated whom a wish sets beside a person.
  func isBesideCompanions(_ person: Int, _ seat: Int) -> Bool {
    wishes.beside.allSatisfy { one, other in
      let partner = one == person ? seats[other] : other == person ? seats[one] : nil
      return partner.map { problem.hall.neighbours(of: seat).contains($0) } ?? true
    }
  }

  /// Somebody whose companions found no seats takes a wheelchair place alone, where it needs be from who has no need.
  mutating func claimWheelchairPlace(_ person: Int) {
    let places = problem.hall.seats.indices.filter { seat in
      problem.hall.seats[seat].isWheelchairPlace && wishes.suits(person, seat) && keepsApart(person, at: seat)
        && isBesideCompanions(person, seat) && keepsOrder(person, at: seat)
        && personOf[seat].map { !problem.needsWheelchairPlace($0) && !isBound($0) } ?? true
    }
    let seat = places.min { one, other in
      let weights = [one, other].map { personOf[$0].map(problem.event.weightOfMove) ?? 0 }
      return (weights[0], one) < (weights[1], other)
    }
    guard let seat else { return }
    if let holder = personOf[seat] { rise(holder) }
    sit(person, on: seat)
  }

  /// Who took a wheelchair place without need leaves it for a seat that turned out to be free.
  ///
  /// - Returns: whether somebody did.
  @discardableResult
  mutating func leaveWheelchairPlaces() -> Bool {
    let strangers = due.filter { person in
      isElsewhere(person) && problem.hall.seats[seats[person]!].isWheelchairPlace
        && !problem.needsWheelchairPlace(person) && problem.pins[person] == nil
    }
    var isLeft = false
    for person in strangers {
      let free = freeSeats(for: person).filter { seat in
        (problem.hall.seats[seat].role == nil || isBound(person)) && isBesideCompanions(person, seat)
      }
      guard let seat = best(for: person, among: free) else { continue }
      rise(person)
      sit(person, on: seat)
      isLeft = true
    }
    return isLeft
  }

  /// Seats people of one group one after another, each where it costs least. A group that is all new begins at several
  /// seats, of which the best is taken.
  mutating func lay(_ people: [Int], on free: [Int], take: (Int) -> Bool) -> [Int] {
    guard let first = people.first else { return [] }
    let group = problem.groupOfPerson[first]!
    let depths = orderedDepths(of: group)
    let problem = problem
    func isAllowed(_ seat: Int, for index: Int) -> Bool { depths.allow(people[index], at: seat, in: problem) }
    var starts: [Int?] = [nil]
    if people.count > 1, seating.count[group] == 0 {
      starts += self.starts(people.count, group, free).map { $0 }
    }
    let growth = GroupGrowth(of: group, on: free, vacated: vacated, in: &seating)
    var best: (seats: [Int], cost: Int, offCentre: Int)?
    for start in starts {
      var chosen: [Int] = []
      var growing = growth
      let before = (seating.cost, seating.offCentre)
      var next = start.flatMap { isAllowed($0, for: 0) ? $0 : nil }
      while chosen.count < people.count,
        let seat = next ?? growing.cheapest(in: &seating, isAllowed: { isAllowed($0, for: chosen.count) })
      {
        next = nil
        chosen.append(seat)
        place(seat, group)
        growing.take(seat, in: seating)
      }
      let change = (seating.cost - before.0, seating.offCentre - before.1)
      for seat in chosen { place(seat, seating.nobody) }
      if best.map({ (-chosen.count, change.0, change.1) < (-$0.seats.count, $0.cost, $0.offCentre) }) ?? true
      {
        best = (chosen, change.0, change.1)
      }
    }
    var laid: [Int] = []
    var growing = growth
    for seat in best?.seats ?? [] where take(seat) {
      sit(people[laid.count], on: seat)
      growing.take(seat, in: seating)
      laid.append(people[laid.count])
    }
    // A seat that somebody else cannot do without is left to them.
    var refused: Set<Int> = []
    while laid.count < people.count,
      let seat = growing.cheapest(
        in: &seating, isAllowed: { !refused.contains($0) && isAllowed($0, for: laid.count) })
    {
      if take(seat) {
        sit(people[laid.count], on: seat)
        growing.take(seat, in: seating)
        laid.append(people[laid.count])
      } else {
        refused.insert(seat)
      }
    }
    return laid
  }

  mutating func place(_ seat: Int, _ group: Int) {
    seating.give(seat, to: group)
    _ = seating.settle()
    seating.keep()
  }

  /// Free seats at which a new group might begin: the first of each unbroken area that holds it, and the foremost.
  func starts(_ size: Int, _ group: Int, _ free: [Int]) -> [Int] {
    let isFree = Set(free)
    var seen: Set<Int> = []
    var starts: [Int] = []
    for seat in free where seen.insert(seat).inserted {
      var area = [seat]
      var next = 0
      while next < area.count {
        for other in seating.graph.reached(from: area[next])
        where isFree.contains(other) && seen.insert(other).inserted {
          area.append(other)
        }
        next += 1
      }
      if area.count >= size {
        let inOrder = area.sorted {
          (problem.depths[$0], seating.graph.offCentre[$0], $0) < (
            problem.depths[$1], seating.graph.offCentre[$1], $1
          )
        }
        starts += [area.min()!, inOrder[0], area.max()!]
      }
      if starts.count > 24 { break }
    }
    return Array(Set(starts)).sorted()
  }

  /// Betters where the newly seated sit by the search over single seats; all others keep theirs.
  mutating func better(_ people: [Int], _ options: SolverOptions) {
    guard people.count > 1, !problem.isStrict, problem.hall.seats.count <= SeatSearch.largestHall else {
      return
    }
    let movable = Set(people.map { seats[$0]! })
    let held = Set(personOf.keys).subtracting(movable)
    var search = SeatSearch(problem, groupOfSeat, seed: options.seed) { held.contains($0) }
    search.run(rounds: 4, enough: .min, limit: 20_000, interruption: options.interruption)
    var seatsOfGroup: [Int: [Int]] = [:]
    for (seat, group) in search.groupOfSeat.enumerated() where group >= 0 && !held.contains(seat) {
      seatsOfGroup[group, default: []].append(seat)
    }
    for seat in movable { personOf[seat] = nil }
    for person in people { seats[person] = nil }
    for person in people {
      let seat = seatsOfGroup[problem.groupOfPerson[person]!]!.removeFirst()
      seats[person] = seat
      personOf[seat] = person
    }
    for seat in held.union(movable).union(seatsOfGroup.values.joined()).sorted() {
      seating.give(seat, to: personOf[seat].map { problem.groupOfPerson[$0]! } ?? seating.nobody)
    }
    _ = seating.settle()
    seating.keep()
  }

  /// Those of each group who have another seat than before, whatever led them there, and no wish that binds them to it, take
  /// their seats by member order, who needs an aisle first.
  mutating func shareOut(_ names: any NameOrder) {
    for data in problem.groups {
      let members = data.members.filter { isElsewhere($0) && mayBeExchanged($0) }
      guard !members.isEmpty else { continue }
      let moved = Set(members)
      let colleagues = data.members.filter { seats[$0] != nil && !moved.contains($0) }
      let shared = MemberSeating(problem: problem, names: names).seat(
        members.sorted(), on: members.map { seats[$0]! }, beside: colleagues)
      for (person, seat) in shared.seats {
        seats[person] = seat
        personOf[seat] = person
      }
    }
  }

  private func isElsewhere(_ person: Int) -> Bool { seats[person] != nil && seats[person] != earlier[person] }
}
