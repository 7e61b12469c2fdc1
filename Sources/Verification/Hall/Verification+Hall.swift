public import Assembly

extension Verification {
  /// Everything that is wrong with a plan of the hall; with its figures, what is wrong with those too.
  ///
  /// Readings of what objectives.md leaves open:
  /// * Two seats are next to each other when they follow one another in a run of the table, for every method.
  /// * Every hard rule binds pinned people too: a pin outside the group's sections or into a line of another role
  ///   breaks a rule.
  /// * Nobody named in `beside` or `apart`, and with `strict` nobody, stays out while a seat is empty that breaks no rule;
  ///   others may, for that only costs.
  /// * A line kept for a role is used up when nobody of the role who sits elsewhere, without pin and `beside`, may have a
  ///   seat that is empty there; its wheelchair places are kept like all others.
  /// * A wheelchair place is needed by somebody without need and without a wish when not even others like them, changing
  ///   seats, could make room (with `strict`: when no empty seat is theirs to take).
  ///
  /// - Complexity: O(people log people + seats log seats), and the empty seats for each person left out whom a wish
  ///   names.
  public func violations(of plan: HallPlan, figures: Figures? = nil) -> [Violation] {
    guard let hall = event.hall else { return [.tableMissing(.hall)] }
    let moves = earlier?.hall.map { earlier in
      EarlierCheck(earlier, plan.assignments.map { ($0.person, $0.seat) }, in: event)
    }
    let check = HallCheck(event, hall, plan, stay: moves?.stay ?? [])
    let order = MemberOrderCheck(check, names: names)
    let gaps = event.settings.closesUp ? earlier?.hall.map(order.gapsLeftOpen) ?? [] : []
    let figureViolations =
      figures.map { figures -> [Violation] in
        var terms = hallTerms(of: plan.assignments, in: event)
        terms[.hallMoved] = moves.map { weighted(event.settings.weights[.hallMoved], $0.weightOfMoves) }
        return violations(of: figures, module: .hall, terms: terms)
          + violations(of: figures, module: .hall, moves: moves?.moves)
      } ?? []
    return check.violations + order.violations + gaps + figureViolations
  }
}

extension Verification {
  /// The people of a group without a claim to a seat of their own, as they follow one another by `member_order`, each
  /// with the seat that is theirs by it.
  package func seatsInMemberOrder(_ plan: HallPlan, group: Int) -> [(person: Int, seat: Int)] {
    guard let hall = event.hall else { return [] }
    let check = HallCheck(event, hall, plan)
    let members = check.seating.seatOf.keys.filter { event.people[$0].group == group }
    return MemberOrderCheck(check, names: names).seatsInOrder(members).map { (person: $0, seat: $1) }
  }

  /// The seating in which people of these groups have the seats that are theirs by `member_order`.
  package func inMemberOrder(_ plan: HallPlan, groups: Set<Int>) -> HallPlan {
    let seats = groups.flatMap { seatsInMemberOrder(plan, group: $0) }
    let seatOf = Dictionary(seats.map { ($0.person, $0.seat) }) { first, _ in first }
    return HallPlan(
      assignments: plan.assignments.map {
        HallAssignment(person: $0.person, seat: seatOf[$0.person] ?? $0.seat)
      },
      unplaced: plan.unplaced, withoutAisle: plan.withoutAisle)
  }
}

/// One look at a plan of the hall.
struct HallCheck {
  let event: Event
  let hall: Hall
  let plan: HallPlan
  /// People who stay where they were before a late change.
  let stay: Set<Int>
  let attendance: Attendance
  let companions: Companions
  let seating: HallSeating
  let pins: [Int: Int]
  let offersWheelchairPlaces: Bool
  private let ordered: OrderedPeople
  private let depths: GroupDepths

  init(_ event: Event, _ hall: Hall, _ plan: HallPlan, stay: Set<Int> = []) {
    self.stay = stay
    self.event = event
    self.hall = hall
    self.plan = plan
    attendance = Attendance(.hall, of: event, isDue: \.isDueInHall)
    companions = Companions(of: event, attendance: attendance)
    seating = HallSeating(plan.assignments, groupOfDue: event.groupOfDue, seats: hall.seats.count)
    let directory = SeatDirectory(hall)
    var pins: [Int: Int] = [:]
    for (index, person) in event.people.enumerated() where attendance.expects(index) {
      guard case .hall(let section, let row, let number) = person.seat else { continue }
      pins[index] = directory.seat(section: section, row: row, number: number)
    }
    self.pins = pins
    offersWheelchairPlaces = hall.offersWheelchairPlaces
    let counts = OrderedPeople(event, hall, companions, seating, pins: pins)
    ordered = counts
    depths = GroupDepths(
      seating, HallGeometry(hall, method: event.settings.hallMethod), groups: event.groups.count,
      counts: counts.count)
  }

  var violations: [Violation] {
    attendance.violations(seated: plan.assignments.map(\.person), unplaced: plan.unplaced)
      + unknownSeats + sharedSeats + brokenPins + seatsOfOthers
      + companions.violations(.hall) { pair in
        guard let one = seating.seatOf[pair.first], let other = seating.seatOf[pair.second] else {
          return nil
        }
        return areNeighbours(one, other)
      }
      + brokenOrder + wrongAbsences + unusedLines + wrongWheelchairPlaces
  }

  // MARK: Rules

  private var unknownSeats: [Violation] {
    plan.assignments.filter { !hall.seats.indices.contains($0.seat) }.map {
      .noSuchSeat(person: $0.person, .hall($0.seat))
    }
  }

  private var sharedSeats: [Violation] {
    Dictionary(grouping: plan.assignments, by: \.seat).filter { $0.value.count > 1 }.sorted {
      $0.key < $1.key
    }
    .map { .seatShared(people: $0.value.map(\.person), .hall($0.key)) }
  }

  private var brokenPins: [Violation] {
    pins.sorted { $0.key < $1.key }.compactMap { person, pin in
      guard let seat = seating.seatOf[person] else { return .pinnedLeftOut(person: person, .hall(pin)) }
      return seat == pin ? nil : .pinNotKept(person: person, pinned: .hall(pin), .hall(seat))
    }
  }

  private var seatsOfOthers: [Violation] {
    seating.seatOf.sorted { $0.key < $1.key }.flatMap { person, seat in
      [
        isHeldForOthers(seat, person) ? .heldSeatTaken(person: person, .hall(seat)) : nil,
        isOfOtherRole(seat, person) ? .seatOfOtherRole(person: person, .hall(seat)) : nil,
        isOutsideSections(seat, person) ? .outsideSections(person: person, .hall(seat)) : nil,
        lacksWheelchairPlace(seat, person) ? .noWheelchairPlace(person: person, .hall(seat)) : nil,
      ].compactMap(\.self)
    }
  }

  private var brokenOrder: [Violation] {
    guard event.settings.hallOrder == .strict else { return [] }
    if !stay.isEmpty { return brokenOrderOfNew }
    return event.groups.indices.compactMap { group in
      guard let deepest = depths.deepest[group], let foremost = depths.foremostAfter[group],
        deepest.depth > foremost.depth + 1
      else { return nil }
      return .deeperThanLaterGroup(person: deepest.person, later: foremost.person)
    }
  }

  /// Of two people whose groups are out of order one stays where they were.
  private var brokenOrderOfNew: [Violation] {
    let new = seating.seatOf.filter { !stay.contains($0.key) }.sorted { $0.key < $1.key }
    return new.compactMap { person, seat in
      guard ordered.count(person, seat), !depths.admit(event.people[person].group, at: seat) else {
        return nil
      }
      return .deeperThanLaterGroup(person: person, later: person)
    }
  }

  private var wrongAbsences: [Violation] {
    let out = Set(plan.unplaced.map(\.person)).filter { attendance.expects($0) && seating.seatOf[$0] == nil }
      .sorted()
    let empty = hall.seats.indices.filter { seating.personOf[$0] == nil }
    let wheelchairPlacesOfOthers = hall.seats.indices.filter { seat in
      guard hall.seats[seat].isWheelchairPlace, let person = seating.personOf[seat] else { return false }
      return !event.people[person].needs.contains(.wheelchair) && !hasClaim(person)
    }
    return out.compactMap { person in
      if companions.bind(person) || event.settings.hallOrder == .strict, pins[person] == nil,
        let seat = empty.first(where: { mayTake(person, $0) })
      {
        return .leftOutThoughSeatIsFree(person: person, .hall(seat))
      }
      if event.people[person].needs.contains(.wheelchair),
        let seat = wheelchairPlacesOfOthers.first(where: { mayTake(person, $0) })
      {
        return .wheelchairPlaceWithheld(from: person, by: seating.personOf[seat]!, .hall(seat))
      }
      return nil
    }
  }

  /// People beside a line for their role that has room for them.
  private var unusedLines: [Violation] {
    let empty = hall.seats.indices.filter {
      hall.seats[$0].role != nil && seating.personOf[$0] == nil
    }
    guard !empty.isEmpty else { return [] }
    return seating.seatOf.sorted { $0.key < $1.key }.compactMap { person, seat in
      let role = event.people[person].role
      guard hall.seats[seat].role == nil, pins[person] == nil, companions.beside(person).isEmpty,
        !stay.contains(person)
      else {
        return nil
      }
      let free = empty.first {
        hall.seats[$0].role == role && hall.seats[$0].isWheelchairPlace == needsWheelchairPlace(person)
          && mayTake(person, $0)
      }
      return free.map { .keptLineNotUsed(person: person, .hall(seat), insteadOf: .hall($0)) }
    }
  }

  /// People on wheelchair places without need, for whom there is room elsewhere.
  private var wrongWheelchairPlaces: [Violation] {
    let strangers = seating.seatOf.filter { person, seat in
      hall.seats[seat].isWheelchairPlace && !needsWheelchairPlace(person) && pins[person] == nil
        && !stay.contains(person)
        && !companions.beside(person).contains { needsWheelchairPlace($0) && seating.seatOf[$0] != nil }
    }
    guard !strangers.isEmpty else { return [] }
    let empty = hall.seats.indices.filter {
      !hall.seats[$0].isWheelchairPlace && !hall.seats[$0].isHeld && seating.personOf[$0] == nil
    }
    let exchange = SeatExchange(self)
    return strangers.sorted { $0.key < $1.key }.compactMap { person, seat in
      let free =
        empty.first { mayTake(person, $0) }
        ?? (hasClaim(person) ? nil : exchange.room(for: person, of: empty))
      return free.map { .wheelchairPlaceTaken(person: person, .hall(seat), insteadOf: .hall($0)) }
    }
  }

  // MARK: Seats and people

  func needsWheelchairPlace(_ person: Int) -> Bool {
    offersWheelchairPlaces && event.people[person].needs.contains(.wheelchair)
  }

  /// Whether a pin or a wish holds this person to their seat.
  func hasClaim(_ person: Int) -> Bool {
    pins[person] != nil || companions.bind(person)
  }

  func areNeighbours(_ one: Int, _ other: Int) -> Bool {
    abs(one - other) == 1 && hall.seats[one].run == hall.seats[other].run
  }

  private func isHeldForOthers(_ seat: Int, _ person: Int) -> Bool {
    hall.seats[seat].isHeld && pins[person] != seat
  }

  func isOfOtherRole(_ seat: Int, _ person: Int) -> Bool {
    hall.seats[seat].role.map { $0 != event.people[person].role } ?? false
  }

  /// The sections in which the person's group may sit.
  func sections(of person: Int) -> [Int] {
    let bound = event.groups[event.people[person].group].sections
    return bound.isEmpty ? Array(hall.sections.indices) : bound
  }

  private func isOutsideSections(_ seat: Int, _ person: Int) -> Bool {
    let sections = event.groups[event.people[person].group].sections
    return !sections.isEmpty && !sections.contains(hall.seats[seat].section)
  }

  private func lacksWheelchairPlace(_ seat: Int, _ person: Int) -> Bool {
    needsWheelchairPlace(person) && !hall.seats[seat].isWheelchairPlace
  }

  /// Whether somebody without a seat could sit here without breaking a rule.
  private func mayTake(_ person: Int, _ seat: Int) -> Bool {
    !isHeldForOthers(seat, person) && !isOfOtherRole(seat, person) && !isOutsideSections(seat, person)
      && !lacksWheelchairPlace(seat, person)
      && (!ordered.count(person, seat) || depths.admit(event.people[person].group, at: seat))
      && companions.allow(person) { other in seating.seatOf[other].map { areNeighbours($0, seat) } }
  }
}

/// Who counts for the order that `strict` asks for: not people with a pin, wheelchair users, people of a line kept for
/// their role, and those beside them.
private struct OrderedPeople {
  private let event: Event
  private let hall: Hall
  private let isExempt: [Bool]

  init(_ event: Event, _ hall: Hall, _ companions: Companions, _ seating: HallSeating, pins: [Int: Int]) {
    self.event = event
    self.hall = hall
    let offersWheelchairPlaces = hall.offersWheelchairPlaces
    let isBound = event.people.indices.map {
      pins[$0] != nil || (offersWheelchairPlaces && event.people[$0].needs.contains(.wheelchair))
    }
    // Whoever sits in a line of their role would count elsewhere; those beside them do not count where they sit.
    isExempt = event.people.indices.map { person in
      isBound[person]
        || companions.beside(person).contains { other in
          isBound[other] || seating.seatOf[other].map { hall.seats[$0].role != nil } ?? false
        }
    }
  }

  /// Whether a person counts on this seat.
  func count(_ person: Int, _ seat: Int) -> Bool {
    event.settings.hallOrder == .strict && !isExempt[person] && hall.seats[seat].role == nil
  }
}

/// Whether people without a claim can change seats so that one more finds room.
private struct SeatExchange {
  private let check: HallCheck
  /// People without a claim, by the section of the seat that is no wheelchair place.
  private let holders: [Int: [Int]]

  init(_ check: HallCheck) {
    self.check = check
    let free = check.seating.seatOf.filter { person, seat in
      !check.hasClaim(person) && !check.needsWheelchairPlace(person) && !check.stay.contains(person)
        && !check.hall.seats[seat].isWheelchairPlace && !check.hall.seats[seat].isHeld
        && check.hall.seats[seat].role == nil
    }
    holders = Dictionary(grouping: free.keys) { check.hall.seats[check.seating.seatOf[$0]!].section }
  }

  /// An empty seat that is found by moving people on from section to section.
  func room(for person: Int, of empty: [Int]) -> Int? {
    guard check.event.settings.hallOrder != .strict else { return nil }
    let open = empty.filter { check.hall.seats[$0].role == nil }
    var reached = Set(check.sections(of: person))
    var queue = reached.sorted()
    while let section = queue.popLast() {
      if let seat = open.first(where: { check.hall.seats[$0].section == section }) { return seat }
      for other in holders[section] ?? [] {
        for next in check.sections(of: other) where reached.insert(next).inserted { queue.append(next) }
      }
    }
    return nil
  }
}

/// How deep groups sit, for the order that `strict` asks for.
private struct GroupDepths {
  struct Extreme {
    let person: Int
    let depth: Int
  }

  /// The deepest person of each group.
  private(set) var deepest: [Extreme?]
  /// The person nearest to depth 0 among the groups after each group.
  private(set) var foremostAfter: [Extreme?]
  private var deepestBefore: [Extreme?]
  private let geometry: HallGeometry

  /// - Parameter counts: whether a person on a seat counts for the order.
  init(_ seating: HallSeating, _ geometry: HallGeometry, groups: Int, counts: (Int, Int) -> Bool) {
    self.geometry = geometry
    deepest = Array(repeating: nil, count: groups)
    foremostAfter = deepest
    deepestBefore = deepest
    var foremost = deepest
    for (seat, group) in seating.takenSeats.map({ ($0.seat, $0.group) })
    where counts(seating.personOf[seat]!, seat) {
      let here = Extreme(person: seating.personOf[seat]!, depth: geometry.depth[seat])
      if here.depth > deepest[group]?.depth ?? -1 { deepest[group] = here }
      if here.depth < foremost[group]?.depth ?? .max { foremost[group] = here }
    }
    var extreme: Extreme?
    for group in (0..<groups).reversed() {
      foremostAfter[group] = extreme
      extreme = [extreme, foremost[group]].compactMap(\.self).min { $0.depth < $1.depth }
    }
    extreme = nil
    for group in 0..<groups {
      deepestBefore[group] = extreme
      extreme = [extreme, deepest[group]].compactMap(\.self).max { $0.depth < $1.depth }
    }
  }

  /// Whether somebody of a group may sit on a seat without disturbing the order.
  func admit(_ group: Int, at seat: Int) -> Bool {
    let depth = geometry.depth[seat]
    return depth <= (foremostAfter[group]?.depth ?? depth) + 1
      && (deepestBefore[group]?.depth ?? depth) <= depth + 1
  }
}
