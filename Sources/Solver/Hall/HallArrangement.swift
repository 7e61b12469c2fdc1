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

  /// Seats people whom a wish names and who found no seat, where one is left that breaks no rule; who needs a
  /// wheelchair place takes one from somebody who does not, for such places are for others only when nobody needs them.
  mutating func serveClaims() {
    let claims = Set(wishes.people + wishes.apart.flatMap { [$0.0, $0.1] }).sorted()
    while let person = claims.first(where: { seats[$0] == nil && serve($0) }) {
      assert(seats[person] != nil)
    }
  }

  /// Whether a seat was found; each time one more person with a claim sits.
  private mutating func serve(_ person: Int) -> Bool {
    let taken = Set(seats.values)
    if let free = problem.hall.seats.indices.first(where: { !taken.contains($0) && permits(person, $0) }) {
      give(person, free)
      return true
    }
    return problem.needsWheelchairPlace(person) && takeWheelchairPlace(for: person)
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
    seats.merge(seating.seat(others, on: poured[group], beside: colleagues).seats) { first, _ in first }
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
