import Assembly

/// Who sits where: seats given beforehand, and the poured seats of each group with its other people on them.
struct HallArrangement {
  /// Seat by person.
  private(set) var seats: [Int: Int] = [:]

  private let problem: HallProblem
  private let wishes: HallWishes
  private let seating: MemberSeating
  private let reasons: ShortageReasons
  /// Seats that do not follow member order, by person.
  private var given: [Int: Int]
  /// People who never take a seat by member order.
  private let bound: Set<Int>
  /// Seats of each group for its other people.
  private var poured: [[Int]]
  /// Seats at the aisle that were chosen together for people of a group who need one, by group and person.
  private var atAisle: [Int: [Int: Int]] = [:]

  init(
    _ problem: HallProblem, wishes: HallWishes, names: any NameOrder, given: [Int: Int], bound: Set<Int>,
    poured: [[Int]], reasons: ShortageReasons
  ) {
    self.problem = problem
    self.wishes = wishes
    seating = MemberSeating(problem: problem, names: names)
    self.reasons = reasons
    self.given = given
    self.bound = bound
    self.poured = poured
    seats = given
    for group in problem.groups.indices { seatMembers(of: group) }
  }

  /// Everybody due who has no seat, and why.
  var unplaced: [Unplaced] {
    problem.groups.flatMap(\.members).filter { seats[$0] == nil }.map {
      Unplaced(person: $0, module: .hall, reason: reasons.reason(of: $0))
    }
  }

  func areNextToEachOther(_ first: Int, _ second: Int) -> Bool {
    guard let one = seats[first], let other = seats[second] else { return false }
    return problem.hall.neighbours(of: one).contains(other)
  }

  /// Seats people whom a wish names, with `strict` anybody, who found no seat, where one is left that breaks no rule; who
  /// needs a wheelchair place takes one from somebody who does not, for such places are for others only when nobody needs
  /// them.
  mutating func serveClaims() {
    let claims =
      problem.isStrict
      ? problem.groups.flatMap(\.members)
      : Set(wishes.people + wishes.apart.flatMap { [$0.0, $0.1] }).sorted()
    while serveFirst(of: claims) {}
  }

  /// Whether the first of these people who has no seat and can have one got it.
  private mutating func serveFirst(of people: [Int]) -> Bool {
    for person in people where seats[person] == nil {
      if serve(person) { return true }
    }
    return false
  }

  /// Whether a seat was found; each time one more person with a claim sits.
  private mutating func serve(_ person: Int) -> Bool {
    let taken = Set(seats.values)
    let free = problem.hall.seats.indices.filter { !taken.contains($0) && permits(person, $0) }
    // Seats kept for the person's own role first, and places kept for wheelchairs last.
    if let free = free.min(by: { rank(of: $0) < rank(of: $1) }) {
      if problem.isStrict, !bound.contains(person) {
        // They sit among their group, by member order.
        poured[problem.groupOfPerson[person]!].append(free)
        seatMembers(of: problem.groupOfPerson[person]!)
        return seats[person] != nil
      }
      give(person, free)
      return true
    }
    return problem.needsWheelchairPlace(person) && takeWheelchairPlace(for: person)
  }

  /// Moves people who need none from wheelchair places to seats that are empty still.
  mutating func leaveWheelchairPlaces() {
    for group in problem.groups.indices {
      for place in poured[group] where problem.hall.seats[place].isWheelchairPlace {
        guard let person = seats.first(where: { $0.value == place })?.key else { continue }
        let taken = Set(seats.values)
        let free = problem.hall.seats.indices.first {
          !problem.hall.seats[$0].isWheelchairPlace && !taken.contains($0) && permits(person, $0)
        }
        guard let free else { continue }
        poured[group].removeAll { $0 == place }
        poured[group].append(free)
        seatMembers(of: group)
      }
    }
  }

  /// Moves people who were given seats, without a pin and without anybody beside them, to empty ones that they should have
  /// rather: in a line kept for their role, and none for a wheelchair without need.
  mutating func preferKeptSeats() {
    let joined = Set(wishes.beside.flatMap { [$0.0, $0.1] })
    let rolesWithLines = Set(problem.hall.seats.compactMap(\.role))
    for person in given.keys.sorted() where wishes.pins[person] == nil && !joined.contains(person) {
      let held = problem.hall.seats[given[person]!]
      let role = problem.event.people[person].role
      let needsPlace = problem.needsWheelchairPlace(person)
      let isWrongPlace = held.isWheelchairPlace && !needsPlace
      guard isWrongPlace || (held.role == nil && rolesWithLines.contains(role)) else { continue }
      let taken = Set(seats.values)
      let better = problem.hall.seats.indices.filter { seat in
        let place = problem.hall.seats[seat]
        return !taken.contains(seat) && place.isWheelchairPlace == needsPlace
          && (isWrongPlace || place.role == role) && permits(person, seat)
      }
      if let seat = better.min(by: { rank(of: $0) < rank(of: $1) }) { give(person, seat) }
    }
  }

  private func rank(of seat: Int) -> Int {
    let place = problem.hall.seats[seat]
    return place.isWheelchairPlace ? 2 : place.role == nil ? 1 : 0
  }

  private mutating func takeWheelchairPlace(for person: Int) -> Bool {
    for group in problem.groups.indices {
      guard let seat = poured[group].sorted().first(where: { isHeldWithoutNeed($0) && permits(person, $0) })
      else {
        continue
      }
      poured[group].removeAll { $0 == seat }
      give(person, seat)
      seatMembers(of: group)
      return true
    }
    return false
  }

  /// Seats a person; where it is the head of a group, the others move.
  private mutating func give(_ person: Int, _ seat: Int) {
    given[person] = seat
    seats[person] = seat
    seatMembers(of: problem.groupOfPerson[person]!)
  }

  /// Whether a seat is a wheelchair place that somebody without need and without a wish holds.
  private func isHeldWithoutNeed(_ seat: Int) -> Bool {
    problem.hall.seats[seat].isWheelchairPlace && !given.values.contains(seat)
  }

  private mutating func seatMembers(of group: Int) {
    let others = problem.groups[group].members.filter { given[$0] == nil && !bound.contains($0) }
    for person in others { seats[person] = nil }
    let colleagues = problem.groups[group].members.filter { given[$0] != nil }
    seats.merge(
      seating.seat(others, on: poured[group], atAisle: atAisle[group] ?? [:], beside: colleagues).seats
    ) { first, _ in first }
  }

  /// Gives those of each group who need an aisle seats at one, chosen together, where some of them have none.
  mutating func matchAisles() {
    for (index, group) in problem.groups.enumerated() {
      let members = group.members.filter { seats[$0] != nil }
      guard
        let matching = AisleMatching(problem, wishes, members: members, seats: seats, given: given)
      else { continue }
      let before = (seats, given, poured[index])
      let own = members.map { seats[$0]! }
      for (person, seat) in matching.seats where given[person] != nil {
        given[person] = seat
        seats[person] = seat
      }
      let held = Set(members.compactMap { given[$0] })
      poured[index] = own.filter { !held.contains($0) }
      atAisle[index] = matching.seats.filter { given[$0.key] == nil }
      seatMembers(of: index)
      // Lines kept for roles may leave somebody without a seat where people change places.
      if members.contains(where: { seats[$0] == nil }) {
        (seats, given, poured[index]) = before
        atAisle[index] = nil
      }
    }
  }

  /// Whether a person may sit there beside all who sit already.
  private func permits(_ person: Int, _ seat: Int) -> Bool {
    guard wishes.suits(person, seat), problem.keepOrder([person: seat], seats) else { return false }
    let neighbours = problem.hall.neighbours(of: seat)
    func sitsBeside(_ other: Int) -> Bool { seats[other].map(neighbours.contains) ?? false }
    let parted = wishes.apart.contains { first, second in
      (first == person && sitsBeside(second)) || (second == person && sitsBeside(first))
    }
    let joined = wishes.beside.allSatisfy { first, second in
      guard first == person || second == person else { return true }
      let other = first == person ? second : first
      return seats[other] == nil || sitsBeside(other)
    }
    return joined && !parted
  }
}
