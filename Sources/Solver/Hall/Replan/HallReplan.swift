import Assembly
import SolverShared

/// The seating nearest to the one that is out.
///
/// Everybody stays who may; those whose seat is gone or somebody else's, and who is new, are seated on what is free.
/// Where that is too little for them, people who may sit elsewhere give up their seats for them, as few as can be.
/// Formulation.md has the argument by which no seating moves fewer.
struct HallReplan {
  let problem: HallProblem
  let wishes: HallWishes
  let earlier: EarlierPlaces<Int>
  /// Seat by person.
  private(set) var seats: [Int: Int] = [:]
  /// Who holds each seat.
  private(set) var personOf: [Int: Int] = [:]
  /// The group of each seat, with the cost of all, kept up to date.
  private var seating: Seating
  /// People whom the order of groups keeps out.
  private(set) var keptOut: Set<Int> = []
  /// People who could not stay, whatever else is done.
  private(set) var forced: Set<Int> = []
  /// Pairs without anybody in common of whom one cannot stay.
  private(set) var forcedPairs: [(Int, Int)] = []
  /// People who have a new seat, and no wish that binds them to it.
  private var newlySeated: [Int] = []
  /// People who took the seat that somebody of their group left empty, because the event asks for it.
  var closings: [Int] = []
  /// People of chains that were laid anew: who of them has no seat gets one only beside the others.
  private var partless: Set<Int> = []
  /// People whose seat may not change hands any more: they stay, or a wish binds them.
  private var settled: Set<Int> = []

  init(
    _ problem: HallProblem, _ wishes: HallWishes, from earlier: EarlierPlaces<Int>, names: any NameOrder,
    _ options: SolverOptions
  ) {
    self.problem = problem
    self.wishes = wishes
    self.earlier = earlier
    bound = Set(problem.pins.keys).union(wishes.beside.flatMap { [$0.0, $0.1] })
    seating = Seating(problem, Array(repeating: -1, count: problem.hall.seats.count))
    keepWhoMayStay()
    partWhoAreToBeApart()
    seatCompanions()
    seatBoundPeople()
    giveUpSeats()
    seatOthers(options)
    if problem.event.settings.closesUp { newlySeated += closeUp() }
    shareOut(newlySeated, names)
  }

  /// People due in the hall, group after group.
  private var due: [Int] { problem.groups.flatMap(\.members) }

  /// The group of each seat, −1 for an empty one.
  var groupOfSeat: [Int] {
    var groups = [Int](repeating: -1, count: problem.hall.seats.count)
    for (person, seat) in seats { groups[seat] = problem.groupOfPerson[person]! }
    return groups
  }

  /// People who have a seat and had another.
  var moved: [Int] {
    due.filter { person in seats[person].map { earlier.hasMoved(person, to: $0) } ?? false }
  }

  // MARK: Who stays

  private mutating func keepWhoMayStay() {
    let pinned = Set(problem.pins.values)
    for person in due {
      let seat = problem.pins[person] ?? earlier[person]
      if let seat, problem.pins[person] != nil || !pinned.contains(seat), personOf[seat] == nil,
        wishes.suits(person, seat)
      {
        seats[person] = seat
        personOf[seat] = person
        settled.insert(person)
      }
      if earlier.had(person), seats[person] == nil || seats[person] != earlier[person] {
        forced.insert(person)
      }
    }
    for person in due {
      if let seat = seats[person] { seating.give(seat, to: problem.groupOfPerson[person]!) }
    }
    _ = seating.settle()
    seating.keep()
  }

  mutating func sit(_ person: Int, on seat: Int) {
    seats[person] = seat
    personOf[seat] = person
    seating.give(seat, to: problem.groupOfPerson[person]!)
    _ = seating.settle()
    seating.keep()
  }

  mutating func rise(_ person: Int) {
    guard let seat = seats.removeValue(forKey: person) else { return }
    personOf[seat] = nil
    settled.remove(person)
    seating.give(seat, to: seating.nobody)
    _ = seating.settle()
    seating.keep()
  }

  /// Whether a wish binds somebody to their seat or to others.
  private func isBound(_ person: Int) -> Bool { bound.contains(person) }
  private let bound: Set<Int>

  // MARK: Wishes

  /// Chains of people who are to sit beside each other and do not.
  private mutating func seatCompanions() {
    for chain in wishes.chains where chain.count > 1 && !sitTogether(chain) {
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

  private static let mostLayings = 2_000

  /// Whether people on these seats leave the order of groups, and those who are to be apart, as they are to be.
  private func suits(_ laying: [Int: Int], besides own: Set<Int>) -> Bool {
    let others = seats.filter { person, seat in !own.contains(person) && !laying.values.contains(seat) }
    return problem.keepOrder(laying, others)
      && wishes.apart.allSatisfy { pair in
        [pair, (pair.1, pair.0)].allSatisfy { one, other in
          guard let seat = laying[one], let next = others[other] else { return true }
          return !problem.hall.neighbours(of: seat).contains(next)
        }
      }
  }

  private mutating func cost(of laying: [Int: Int]) -> Int {
    for (person, seat) in laying.sorted(by: { $0.key < $1.key }) {
      seating.give(seat, to: problem.groupOfPerson[person]!)
    }
    defer { seating.takeBack() }
    return seating.settle().cost
  }

  private func sitTogether(_ chain: [Int]) -> Bool {
    zip(chain, chain.dropFirst()).allSatisfy { areNeighbours($0, $1) }
  }

  private func areNeighbours(_ one: Int, _ other: Int) -> Bool {
    guard let seat = seats[one], let next = seats[other] else { return false }
    return problem.hall.neighbours(of: seat).contains(next)
  }

  private mutating func partWhoAreToBeApart() {
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

  private func weight(of chain: [Int]) -> Int { chain.reduce(0) { $0 + problem.event.weightOfMove($1) } }

  private func keepsApart(_ person: Int, at seat: Int) -> Bool {
    let besides = problem.hall.neighbours(of: seat).compactMap { personOf[$0] }
    return besides.isEmpty
      || !wishes.apart.contains {
        ($0.0 == person && besides.contains($0.1)) || ($0.1 == person && besides.contains($0.0))
      }
  }

  // MARK: People who may sit in few places

  /// Wheelchair users, people of a role with lines of its own, and those to be kept apart from others, one by one.
  private mutating func seatBoundPeople() {
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
  private var waiting: [Int] {
    problem.groups.flatMap { group in
      problem.event.inProtocolOrder(group.members.filter { seats[$0] == nil && !partless.contains($0) })
    }
  }

  private func freeSeats(for person: Int) -> [Int] {
    problem.hall.seats.indices.filter { seat in
      personOf[seat] == nil && wishes.suits(person, seat) && keepsApart(person, at: seat)
        && (!problem.hall.seats[seat].isWheelchairPlace || problem.needsWheelchairPlace(person))
    }
  }

  /// The seat that costs least; of equal ones one that somebody had to give up, then that nearest to the centre.
  private mutating func best(for person: Int, among free: [Int]) -> Int? {
    let group = problem.groupOfPerson[person]!
    var best: (seat: Int, cost: Int, isNew: Int, offCentre: Int)?
    for seat in free where keepsOrder(person, at: seat) {
      seating.give(seat, to: group)
      let change = seating.settle()
      seating.takeBack()
      let isNew = vacated.contains(seat) ? 0 : 1
      if best.map({
        (change.cost, isNew, change.offCentre, seat) < ($0.cost, $0.isNew, $0.offCentre, $0.seat)
      }) ?? true {
        best = (seat, change.cost, isNew, change.offCentre)
      }
    }
    return best?.seat
  }

  private var vacated: Set<Int> { Set(forced.compactMap { earlier[$0] }) }

  /// With `strict`, whether a seat leaves the order of groups as it is.
  private func keepsOrder(_ person: Int, at seat: Int) -> Bool {
    problem.keepOrder([person: seat], seats)
  }

  // MARK: Where what is free is too little

  /// Lets people rise who may sit elsewhere, where others cannot.
  private mutating func giveUpSeats() {
    while let path = pathOfSeats() {
      let before = promised().unmet
      for person in path { rise(person) }
      guard promised().unmet < before else {
        for person in path {
          sit(person, on: earlier[person]!)
          settled.insert(person)
        }
        return
      }
    }
  }

  private typealias Sections = [Int]

  private func sections(of person: Int) -> Sections {
    problem.groups[problem.groupOfPerson[person]!].sections
  }

  /// People who wait for a seat that is open to all, by the sections that bind them.
  private var demand: [(sections: Sections, people: [Int])] {
    Dictionary(
      grouping: waiting.filter { !problem.needsWheelchairPlace($0) && !keptOut.contains($0) }, by: sections
    )
    .map { ($0.key, $0.value) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }
  }

  /// Free seats that are open to all, by section; wheelchair places where nothing else is left for somebody.
  private func openSeats(withWheelchairPlaces opens: Bool) -> [[Int]] {
    var open = [[Int]](repeating: [], count: problem.hall.sections.count)
    for (index, seat) in problem.hall.seats.enumerated()
    where personOf[index] == nil && !seat.isHeld && seat.role == nil && (opens || !seat.isWheelchairPlace) {
      open[seat.section].append(index)
    }
    return open
  }

  private func promised(opens: Bool = true) -> (promise: CapacityGuard, unmet: Int) {
    let (demand, open) = (demand, openSeats(withWheelchairPlaces: opens))
    let promise = CapacityGuard(
      demand: demand.map(\.people.count), supply: open.map(\.count),
      allowed: demand.map { $0.sections.isEmpty ? Array(open.indices) : $0.sections })
    return (promise, demand.indices.reduce(0) { $0 + demand[$1].people.count - promise.promises(to: $1) })
  }

  /// People, as light as can be, who by moving on from section to section make room for one more; nothing where nobody
  /// is without one, or nobody can.
  private func pathOfSeats() -> [Int]? {
    let (promise, unmet) = promised()
    guard unmet > 0 else { return nil }
    let (demand, open) = (demand, openSeats(withWheelchairPlaces: true))
    let all = Array(problem.hall.sections.indices)
    func allowed(_ sections: Sections) -> [Int] { sections.isEmpty ? all : sections }
    // The lightest person of each section and binding who may leave it.
    struct Key: Hashable {
      let section: Int
      let sections: Sections
    }
    var movable: [Key: Int] = [:]
    let fixed = bound.union(wishes.apart.flatMap { [$0.0, $0.1] })
    for person in settled.sorted() where !fixed.contains(person) && !problem.needsWheelchairPlace(person) {
      let place = problem.hall.seats[seats[person]!]
      guard place.role == nil, !place.isWheelchairPlace else { continue }
      let key = Key(section: place.section, sections: sections(of: person))
      let weight = problem.event.weightOfMove(person)
      if movable[key].map({ weight < problem.event.weightOfMove($0) }) ?? true { movable[key] = person }
    }
    let edges = movable.sorted { ($0.key.section, $0.value) < ($1.key.section, $1.value) }
    let starts = demand.indices.filter { promise.promises(to: $0) < demand[$0].people.count }
    var cost: [Int: Int] = [:]
    var via: [Int: (section: Int, person: Int?)] = [:]
    for start in starts {
      for section in allowed(demand[start].sections) { cost[section] = 0 }
    }
    // Bellman and Ford: sections are few.
    for _ in all {
      for (key, person) in edges {
        guard let here = cost[key.section] else { continue }
        for next in allowed(key.sections) where here + problem.event.weightOfMove(person) < cost[next] ?? .max
        {
          cost[next] = here + problem.event.weightOfMove(person)
          via[next] = (key.section, person)
        }
      }
      // Who is promised a seat may be promised one elsewhere.
      for (index, entry) in demand.enumerated() {
        let reached = allowed(entry.sections)
        let left = reached.filter { cost[$0] != nil && promise.promises(to: index, in: $0) }
        guard let from = left.min(by: { cost[$0]! < cost[$1]! }) else { continue }
        for next in reached where cost[from]! < cost[next] ?? .max {
          cost[next] = cost[from]!
          via[next] = (from, nil)
        }
      }
    }
    let spare = all.filter { section in
      !open[section].isEmpty && cost[section].map { $0 > 0 } ?? false
    }
    guard var section = spare.min(by: { (cost[$0]!, $0) < (cost[$1]!, $1) }) else { return nil }
    var path: [Int] = []
    while let step = via[section] {
      if let person = step.person { path.append(person) }
      section = step.section
      if path.count > all.count { return nil }
    }
    return path.isEmpty ? nil : path
  }

  // MARK: All others

  private mutating func seatOthers(_ options: SolverOptions) {
    let opens = promised(opens: false).unmet > 0
    var (promise, _) = promised(opens: opens)
    let classes = demand
    let classOf = Dictionary(
      classes.enumerated().flatMap { index, entry in entry.people.map { ($0, index) } }
    ) { first, _ in first }
    var others = waiting.filter { classOf[$0] != nil }
    let open = openSeats(withWheelchairPlaces: opens)
    var placed: [Int] = []
    let hall = problem.hall
    for group in problem.groups.indices {
      let members = others.filter { problem.groupOfPerson[$0] == group }
      guard let first = members.first else { continue }
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
    leaveWheelchairPlaces(others)
    let last = seatTheLast()
    others = Set(others + last).filter { seats[$0] != nil }.sorted()
    if !waiting.isEmpty {
      others = exchangedWithWaiting(others)
      let last = seatTheLast()
      others = Set(others + last).filter { seats[$0] != nil }.sorted()
      better(others, options)
    }
    newlySeated = others
  }

  /// Whoever still has no seat takes one that breaks no rule, wheelchair places too.
  ///
  /// - Returns: those of them whom no wish binds.
  private mutating func seatTheLast() -> [Int] {
    let named = bound.union(wishes.apart.flatMap { [$0.0, $0.1] })
    var last: [Int] = []
    partless = []
    for person in waiting where problem.needsWheelchairPlace(person) { claimWheelchairPlace(person) }
    for person in waiting {
      let free = problem.hall.seats.indices.filter { seat in
        personOf[seat] == nil && wishes.suits(person, seat) && keepsApart(person, at: seat)
          && isBesideCompanions(person, seat)
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
  private mutating func exchangedWithWaiting(_ people: [Int]) -> [Int] {
    var seated = people
    var isBetter = true
    while isBetter {
      isBetter = false
      for person in waiting where mayBeExchanged(person) && isFirstWaiting(person) {
        let group = problem.groupOfPerson[person]!
        for (index, other) in seated.enumerated() {
          guard let seat = seats[other], problem.groupOfPerson[other]! != group, mayBeExchanged(other),
            isLast(other), problem.hall.seats[seat].role == nil
          else { continue }
          let before = seating.cost
          rise(other)
          let free = freeSeats(for: person).filter { problem.hall.seats[$0].role == nil }
          if let taken = best(for: person, among: free) {
            sit(person, on: taken)
            if seating.cost + priceOfMove(person, taken) < before + priceOfMove(other, seat) {
              seated[index] = person
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
  private func isFirstWaiting(_ person: Int) -> Bool {
    let group = problem.groupOfPerson[person]!
    return waiting.first { problem.groupOfPerson[$0]! == group } == person
  }

  func mayBeExchanged(_ person: Int) -> Bool {
    !isBound(person) && !problem.needsWheelchairPlace(person)
      && !wishes.apart.contains { $0.0 == person || $0.1 == person }
  }

  /// Whether nobody newly seated of the person's group comes after them by protocol.
  private func isLast(_ person: Int) -> Bool {
    let group = problem.groups[problem.groupOfPerson[person]!]
    let seated = group.members.filter { seats[$0] != nil && (!settled.contains($0) || $0 == person) }
    return problem.event.inProtocolOrder(seated).last == person
  }

  private func priceOfMove(_ person: Int, _ seat: Int) -> Int {
    earlier.hasMoved(person, to: seat)
      ? problem.event.settings.weights[.hallMoved] * problem.event.weightOfMove(person) : 0
  }

  /// Whether a seat is beside everybody seated whom a wish sets beside a person.
  private func isBesideCompanions(_ person: Int, _ seat: Int) -> Bool {
    wishes.beside.allSatisfy { one, other in
      let partner = one == person ? seats[other] : other == person ? seats[one] : nil
      return partner.map { problem.hall.neighbours(of: seat).contains($0) } ?? true
    }
  }

  /// Somebody whose companions found no seats takes a wheelchair place alone, where it needs be from who has no need.
  private mutating func claimWheelchairPlace(_ person: Int) {
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
  private mutating func leaveWheelchairPlaces(_ people: [Int]) {
    for person in people where seats[person].map({ problem.hall.seats[$0].isWheelchairPlace }) ?? false {
      let free = freeSeats(for: person).filter { problem.hall.seats[$0].role == nil }
      guard let seat = best(for: person, among: free) else { continue }
      rise(person)
      sit(person, on: seat)
    }
  }

  /// Seats people of one group one after another, each where it costs least. A group that is all new begins at several
  /// seats, of which the best is taken.
  private mutating func lay(_ people: [Int], on free: [Int], take: (Int) -> Bool) -> [Int] {
    guard let first = people.first else { return [] }
    let group = problem.groupOfPerson[first]!
    var starts: [Int?] = [nil]
    if people.count > 1, seating.count[group] == 0 {
      starts += self.starts(people.count, group, free).map { $0 }
    }
    var best: (seats: [Int], cost: Int, offCentre: Int)?
    for start in starts {
      var chosen: [Int] = []
      let before = (seating.cost, seating.offCentre)
      if let start, keepsOrder(first, at: start) {
        chosen.append(start)
        place(start, group)
      }
      while chosen.count < people.count,
        let seat = self.best(
          for: people[chosen.count], among: candidates(of: group, free, besides: Set(chosen)))
      {
        chosen.append(seat)
        place(seat, group)
      }
      let change = (seating.cost - before.0, seating.offCentre - before.1)
      for seat in chosen { place(seat, seating.nobody) }
      if best.map({ (-chosen.count, change.0, change.1) < (-$0.seats.count, $0.cost, $0.offCentre) }) ?? true
      {
        best = (chosen, change.0, change.1)
      }
    }
    var laid: [Int] = []
    for seat in best?.seats ?? [] where take(seat) {
      sit(people[laid.count], on: seat)
      laid.append(people[laid.count])
    }
    // A seat that somebody else cannot do without is left to them.
    var rest = free
    while laid.count < people.count {
      rest.removeAll { personOf[$0] != nil }
      guard let seat = self.best(for: people[laid.count], among: rest) else { break }
      if take(seat) {
        sit(people[laid.count], on: seat)
        laid.append(people[laid.count])
      } else {
        rest.removeAll { $0 == seat }
      }
    }
    return laid
  }

  private mutating func place(_ seat: Int, _ group: Int) {
    seating.give(seat, to: group)
    _ = seating.settle()
    seating.keep()
  }

  /// The free seats that may be the cheapest for one more of a group: all, where that is little work, else those that the
  /// group reaches and those in front.
  private func candidates(of group: Int, _ free: [Int], besides taken: Set<Int>) -> [Int] {
    let open = free.filter { !taken.contains($0) }
    guard open.count * (1 + seating.count[group]) > HallReplan.mostWork else { return open }
    let own = Set(seating.seats(of: group).flatMap { seating.graph.reached(from: $0) })
    let front = open.sorted { (problem.depths[$0], $0) < (problem.depths[$1], $1) }.prefix(64)
    return (open.filter(own.contains) + front.filter { !own.contains($0) }).sorted()
  }

  private static let mostWork = 300_000

  /// Free seats at which a new group might begin: the first of each unbroken area that holds it, and the foremost.
  private func starts(_ size: Int, _ group: Int, _ free: [Int]) -> [Int] {
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
  private mutating func better(_ people: [Int], _ options: SolverOptions) {
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

  /// The newly seated people of each group take their seats by member order, who needs an aisle first.
  private mutating func shareOut(_ people: [Int], _ names: any NameOrder) {
    let newly = Set(people)
    for (group, members) in Dictionary(grouping: people, by: { problem.groupOfPerson[$0]! }) {
      let colleagues = problem.groups[group].members.filter { seats[$0] != nil && !newly.contains($0) }
      let shared = MemberSeating(problem: problem, names: names).seat(
        members.sorted(), on: members.map { seats[$0]! }, beside: colleagues)
      for (person, seat) in shared.seats {
        seats[person] = seat
        personOf[seat] = person
      }
    }
  }
}
