import Assembly

/// How the people of each group share out its seats: by `member_order`, those first who have a claim.
///
/// Readings of objectives.md §2:
/// * A claim is a pin, `beside` or `apart` with somebody due in the hall, `aisle`, and `wheelchair` where the hall
///   offers it; in a group of several roles also a seat in a line for one role. All others take the remaining seats.
/// * Who is ranked highest among those of the group who sit comes first; if that is somebody with a claim, or who stays
///   after a late change, nobody else steps into the first place for it.
/// * Rows are told apart by y, so that one row goes across the sections. Outward, a file is told by its depth
///   ⌊|x| + ½⌋ and its side, and of two files of one depth the one on the high side of rows comes first.
struct MemberOrderCheck {
  private let check: HallCheck
  private let names: any NameOrder
  private let keys: [SeatKey]

  init(_ check: HallCheck, names: any NameOrder) {
    self.check = check
    self.names = names
    let settings = check.event.settings
    keys = check.hall.seats.enumerated().map { SeatKey($1, index: $0, settings) }
  }

  var violations: [Violation] {
    let everybody = Dictionary(grouping: check.seating.seatOf.keys) { check.event.people[$0].group }
    let members = everybody.mapValues { $0.filter { !check.stay.contains($0) } }
    return everybody.sorted { $0.key < $1.key }.compactMap { firstOutOfOrder($0.value) }
      + wrongAisles(members)
  }

  private func firstOutOfOrder(_ members: [Int]) -> Violation? {
    for (person, seat) in seatsInOrder(members) where self.seat(of: person) != seat {
      return .outOfMemberOrder(person: check.seating.personOf[seat]!, expected: person, .hall(seat))
    }
    return nil
  }

  /// The seats of a group's people without a claim who do not stay, as they share them out among themselves.
  ///
  /// - Parameter members: all of the group who sit.
  func seatsInOrder(_ members: [Int]) -> Zip2Sequence<[Int], [Int]> {
    let roles = Set(members.filter { !check.stay.contains($0) }.map { check.event.people[$0].role })
    let inOrder = check.event.inMemberOrder(members, names: names).filter { person in
      !check.stay.contains(person) && !hasClaim(person)
        && (roles.count == 1 || check.hall.seats[seat(of: person)].role == nil)
    }
    return zip(inOrder, inOrder.map(seat).sorted { keys[$0] < keys[$1] })
  }

  // MARK: Late changes

  /// Seats that absent people left empty although somebody of their group, whom nothing binds to the own seat, sits behind.
  func gapsLeftOpen(since earlier: EarlierPlaces<Int>) -> [Violation] {
    let event = check.event
    guard event.settings.hallOrder != .strict else { return [] }
    let free = check.seating.seatOf.filter { person, seat in !hasClaim(person) && isOpenToAll(seat) }
    let behind = Dictionary(grouping: free.keys) { event.people[$0].group }
    return event.people.indices.compactMap { person in
      guard !check.attendance.expects(person), let gap = earlier[person],
        check.hall.seats.indices.contains(gap),
        check.seating.personOf[gap] == nil, isOpenToAll(gap)
      else { return nil }
      let group = event.groups[event.people[person].group]
      guard group.sections.isEmpty || group.sections.contains(check.hall.seats[gap].section) else {
        return nil
      }
      let last = (behind[event.people[person].group] ?? []).max { keys[seat(of: $0)] < keys[seat(of: $1)] }
      guard let last, keys[gap] < keys[seat(of: last)] else { return nil }
      return .gapNotClosed(person: last, .hall(gap))
    }
  }

  private func isOpenToAll(_ seat: Int) -> Bool {
    let seat = check.hall.seats[seat]
    return !seat.isHeld && seat.role == nil && !seat.isWheelchairPlace
  }

  // MARK: Aisles

  /// The plan tells who misses an aisle, and nobody does while another of the group sits there without a claim.
  private func wrongAisles(_ members: [Int: [Int]]) -> [Violation] {
    let event = check.event
    let told = Set(check.plan.withoutAisle)
    let missing = check.seating.seatOf.keys.filter {
      event.people[$0].needs.contains(.aisle) && !sitsAtAisle($0)
    }
    let notTold = missing.filter { !told.contains($0) }.sorted().map { Violation.aisleNotTold(person: $0) }
    let toldWrongly = told.sorted().filter { person in
      !check.attendance.expects(person) || !event.people[person].needs.contains(.aisle) || sitsAtAisle(person)
    }
    .map { Violation.aisleToldWrongly(person: $0) }
    let withheld = missing.filter { !hasClaimBesideAisle($0) && !check.stay.contains($0) }.sorted().compactMap
    { person -> Violation? in
      let holder = (members[event.people[person].group] ?? []).filter { other in
        sitsAtAisle(other) && !hasClaim(other) && !check.isOfOtherRole(seat(of: other), person)
          && !check.isOfOtherRole(seat(of: person), other)
      }.min()
      return holder.map { .aisleSeatWithheld(from: person, by: $0, .hall(seat(of: $0))) }
    }
    return notTold + toldWrongly + withheld
  }

  private func sitsAtAisle(_ person: Int) -> Bool {
    guard let seat = check.seating.seatOf[person] else { return false }
    let run = check.hall.runs[check.hall.seats[seat].run]
    return seat == run.lowerBound || seat == run.upperBound - 1
  }

  // MARK: Claims

  func hasClaim(_ person: Int) -> Bool {
    check.event.people[person].needs.contains(.aisle) || hasClaimBesideAisle(person)
  }

  private func hasClaimBesideAisle(_ person: Int) -> Bool {
    check.pins[person] != nil || check.companions.bind(person)
      || (check.offersWheelchairPlaces && check.event.people[person].needs.contains(.wheelchair))
  }

  private func seat(of person: Int) -> Int {
    check.seating.seatOf[person]!
  }
}

/// Where a seat stands in the order in which a group's seats are taken.
private struct SeatKey: Comparable {
  private let major: Double
  private let minor: Double
  private let side: Int
  private let depth: Double
  private var along = 0.0
  private let index: Int

  init(_ seat: HallSeat, index: Int, _ settings: Settings) {
    self.index = index
    // Seats in the middle are on neither side.
    let sideFromLeft = seat.x < 0 ? -1 : seat.x > 0 ? 1 : 0
    let sideFromHigh = settings.highSide == .left ? sideFromLeft : -sideFromLeft
    switch settings.hallMethod {
    case .horizontal: (major, minor, side, depth) = (seat.y, abs(seat.x), sideFromHigh, 0)
    case .vertical: (major, minor, side, depth) = (HallGeometry.column(seat.x), seat.y, 0, seat.x)
    case .outward:
      // The file in the middle is on neither side, wherever in it a seat lies.
      let distance = HallGeometry.column(abs(seat.x))
      (major, minor, side, depth) = (distance, distance == 0 ? 0 : Double(sideFromHigh), 0, seat.y)
      along = seat.x
    }
  }

  static func < (left: SeatKey, right: SeatKey) -> Bool {
    (left.major, left.minor, left.side, left.depth, left.along, left.index)
      < (right.major, right.minor, right.side, right.depth, right.along, right.index)
  }
}
