public import Assembly

extension Verification {
  /// Everything that is wrong with a plan of the hall; with its figures, what is wrong with those too.
  ///
  /// Readings of what objectives.md leaves open:
  /// * Two seats are next to each other when they follow one another in a run of the table, for every method.
  /// * Every hard rule binds pinned people too: a pin outside the group's sections or into a line of another role
  ///   breaks a rule.
  /// * Nobody named in `beside` or `apart` stays out while a seat is empty that breaks no rule; who no wish names may,
  ///   for that only costs.
  ///
  /// - Complexity: O(people log people + seats log seats), and the empty seats for each person left out whom a wish
  ///   names.
  public func violations(of plan: HallPlan, figures: Figures? = nil) -> [Violation] {
    guard let hall = event.hall else { return [.tableMissing(.hall)] }
    let check = HallCheck(event, hall, plan)
    let order = MemberOrderCheck(check, names: names)
    let figureViolations =
      figures.map { violations(of: $0, module: .hall, terms: hallTerms(of: plan.assignments, in: event)) }
      ?? []
    return check.violations + order.violations + figureViolations
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
  let attendance: Attendance
  let companions: Companions
  let seating: HallSeating
  let pins: [Int: Int]
  let offersWheelchairPlaces: Bool
  private let depths: GroupDepths

  init(_ event: Event, _ hall: Hall, _ plan: HallPlan) {
    self.event = event
    self.hall = hall
    self.plan = plan
    attendance = Attendance(.hall, of: event)
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
    depths = GroupDepths(
      seating, HallGeometry(hall, method: event.settings.hallMethod), groups: event.groups.count)
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
      + brokenOrder + wrongAbsences
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
    return event.groups.indices.compactMap { group in
      guard let deepest = depths.deepest[group], let foremost = depths.foremostAfter[group],
        deepest.depth > foremost.depth + 1
      else { return nil }
      return .deeperThanLaterGroup(person: deepest.person, later: foremost.person)
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
      if companions.bind(person), pins[person] == nil, let seat = empty.first(where: { mayTake(person, $0) })
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

  // MARK: Seats and people

  /// Whether a pin or a wish holds this person to their seat.
  private func hasClaim(_ person: Int) -> Bool {
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

  private func isOutsideSections(_ seat: Int, _ person: Int) -> Bool {
    let sections = event.groups[event.people[person].group].sections
    return !sections.isEmpty && !sections.contains(hall.seats[seat].section)
  }

  private func lacksWheelchairPlace(_ seat: Int, _ person: Int) -> Bool {
    offersWheelchairPlaces && event.people[person].needs.contains(.wheelchair)
      && !hall.seats[seat].isWheelchairPlace
  }

  /// Whether somebody without a seat could sit here without breaking a rule.
  private func mayTake(_ person: Int, _ seat: Int) -> Bool {
    !isHeldForOthers(seat, person) && !isOfOtherRole(seat, person) && !isOutsideSections(seat, person)
      && !lacksWheelchairPlace(seat, person)
      && (event.settings.hallOrder != .strict || depths.admit(event.people[person].group, at: seat))
      && companions.allow(person) { other in seating.seatOf[other].map { areNeighbours($0, seat) } }
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

  init(_ seating: HallSeating, _ geometry: HallGeometry, groups: Int) {
    self.geometry = geometry
    deepest = Array(repeating: nil, count: groups)
    foremostAfter = deepest
    deepestBefore = deepest
    var foremost = deepest
    for (seat, group) in seating.takenSeats.map({ ($0.seat, $0.group) }) {
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
