public import Assembly

extension Verification {
  /// Everything that is wrong with a plan of the rostrum; with its figures, what is wrong with those too.
  ///
  /// Two readings of objectives.md §1: a person's place is counted among all who are due, those without a seat too;
  /// and people without any wish keep their order among themselves in every plan, for two of them who changed seats
  /// would lower the displacement.
  ///
  /// - Complexity: O(people log people + seats log seats).
  public func violations(of plan: RostrumPlan, figures: Figures? = nil) -> [Violation] {
    guard let rostrum = event.rostrum else { return [.tableMissing(.rostrum)] }
    let moves = earlier?.rostrum.map { earlier in
      EarlierCheck(earlier, plan.assignments.map { ($0.person, $0.seat) }, in: event)
    }
    let check = RostrumCheck(event, rostrum, plan, since: earlier?.rostrum)
    let figureViolations =
      figures.map { figures -> [Violation] in
        var terms = rostrumTerms(of: plan.assignments, in: event)
        terms[.rostrumMoved] = moves.map { weighted(event.settings.weights[.rostrumMoved], $0.weightOfMoves) }
        return violations(of: figures, module: .rostrum, terms: terms)
          + violations(of: figures, module: .rostrum, moves: moves?.moves)
      } ?? []
    return check.violations + figureViolations
  }
}

/// The terms of the rostrum's objective, computed from who sits where; seats that have no place and people who are
/// not due count nothing.
public func rostrumTerms(of assignments: [RostrumAssignment], in event: Event) -> [Term: Int] {
  guard let rostrum = event.rostrum else { return [:] }
  let places = RostrumPlaces(rostrum, settings: event.settings)
  let ownPlace = ownPlaces(in: event)
  let squares = assignments.reduce(0) { sum, assignment in
    guard let place = places.place(of: assignment.seat), let own = ownPlace[assignment.person] else {
      return sum
    }
    return sum + (place - own) * (place - own)
  }
  return [.rostrumDisplacement: weighted(event.settings.weights[.rostrumDisplacement], squares)]
}

/// The place that each person due on the rostrum has by rank.
private func ownPlaces(in event: Event) -> [Int: Int] {
  Dictionary(event.dueOnRostrum.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
}

/// One look at a plan of the rostrum.
private struct RostrumCheck {
  let event: Event
  let rostrum: Rostrum
  let plan: RostrumPlan
  /// Where people were, of a plan that moves few after a late change: then other rules of order hold.
  let earlier: EarlierPlaces<RostrumSeat>?
  let attendance: Attendance
  let companions: Companions
  let places: RostrumPlaces
  let ownPlace: [Int: Int]
  /// Seats of the people who are due; a person's first one.
  let seatOf: [Int: RostrumSeat]

  init(_ event: Event, _ rostrum: Rostrum, _ plan: RostrumPlan, since earlier: EarlierPlaces<RostrumSeat>?) {
    self.earlier = earlier
    self.event = event
    self.rostrum = rostrum
    self.plan = plan
    let attendance = Attendance(.rostrum, of: event, isDue: \.isDueOnRostrum)
    self.attendance = attendance
    companions = Companions(of: event, attendance: attendance)
    places = RostrumPlaces(rostrum, settings: event.settings)
    ownPlace = ownPlaces(in: event)
    seatOf = Dictionary(
      plan.assignments.filter { attendance.expects($0.person) }.map { ($0.person, $0.seat) },
      uniquingKeysWith: { first, _ in first })
  }

  var violations: [Violation] {
    attendance.violations(seated: plan.assignments.map(\.person), unplaced: plan.unplaced)
      + wrongSeats + sharedSeats + brokenPins
      + companions.violations(.rostrum) { pair in
        guard let one = seatOf[pair.first], let other = seatOf[pair.second] else { return nil }
        return areNeighbours(one, other)
      }
      + wrongOrderOfAll + wrongAbsences
  }

  private var wrongOrderOfAll: [Violation] {
    guard let earlier else { return wrongOrder }
    return isAsBefore(earlier) ? [] : orderAfterLateChange
  }

  /// Whether the same people sit where they sat: nothing that was empty was left by anybody.
  private func isAsBefore(_ earlier: EarlierPlaces<RostrumSeat>) -> Bool {
    earlier.isWhole && seatOf.count == earlier.places.count
      && seatOf.allSatisfy { earlier.places[$0.key] == $0.value }
  }

  private var wrongSeats: [Violation] {
    plan.assignments.compactMap { assignment in
      guard rostrum.contains(assignment.seat) else {
        return .noSuchSeat(person: assignment.person, .rostrum(assignment.seat))
      }
      let place = places.place(of: assignment.seat)
      return place == assignment.place
        ? nil : .wrongPlace(person: assignment.person, assignment.seat, told: assignment.place, actual: place)
    }
  }

  private var sharedSeats: [Violation] {
    Dictionary(grouping: plan.assignments, by: \.seat).filter { $0.value.count > 1 }.sorted {
      $0.key < $1.key
    }
    .map { .seatShared(people: $0.value.map(\.person), .rostrum($0.key)) }
  }

  private var brokenPins: [Violation] {
    event.dueOnRostrum.compactMap { person in
      guard case .rostrum(let pin) = event.people[person].seat else { return nil }
      guard let seat = seatOf[person] else { return .pinnedLeftOut(person: person, .rostrum(pin)) }
      return seat == pin ? nil : .pinNotKept(person: person, pinned: .rostrum(pin), .rostrum(seat))
    }
  }

  /// Without wishes person i holds place i; with wishes the people who have none keep their order.
  private var wrongOrder: [Violation] {
    let free = event.dueOnRostrum.filter { seatOf[$0] != nil && !hasWish($0) }
    let placed = free.compactMap { person in
      places.place(of: seatOf[person]!).map { (person: person, place: $0) }
    }
    if event.dueOnRostrum.allSatisfy({ !hasWish($0) }) {
      return placed.filter { $0.place != ownPlace[$0.person] }.map {
        .notOwnPlace(person: $0.person, place: $0.place, own: ownPlace[$0.person]!)
      }
    }
    return zip(placed, placed.dropFirst()).filter { $0.place > $1.place }.map {
      .protocolOrderBroken(higher: $0.person, lower: $1.person)
    }
  }

  /// Rows by rank, ranks falling outward on each side, no chair empty between two people; who has a wish is excepted.
  private var orderAfterLateChange: [Violation] {
    let bound = Set(attendance.isDue.indices.filter { attendance.isDue[$0] && hasWish($0) })
    let personOf = Dictionary(seatOf.map { ($1, $0) }) { first, _ in first }
    var violations: [Violation] = []
    var lowestBefore: Int?
    for row in rostrum.rows {
      let seats = row.seats < 1 ? [] : (1...row.seats).map { RostrumSeat(row: row.number, seat: $0) }
      let free = seats.filter { personOf[$0].map { !bound.contains($0) } ?? false }
      let people = free.map { personOf[$0]! }.sorted { ownPlace[$0]! < ownPlace[$1]! }
      if let first = people.first, let lowest = lowestBefore, ownPlace[lowest]! > ownPlace[first]! {
        violations.append(.behindLower(person: first, lower: lowest))
      }
      if let last = people.last, lowestBefore.map({ ownPlace[$0]! < ownPlace[last]! }) ?? true {
        lowestBefore = last
      }
      for side in places.sides(of: row, settings: event.settings) {
        let outward = side.filter(free.contains).map { personOf[$0]! }
        for (inner, outer) in zip(outward, outward.dropFirst()) where ownPlace[inner]! > ownPlace[outer]! {
          violations.append(.outsideLower(person: outer, lower: inner))
        }
      }
      let taken = seats.filter { places.place(of: $0) == nil || personOf[$0] != nil }
      if let first = free.first, let last = free.last {
        violations += seats.filter { first < $0 && $0 < last && !taken.contains($0) }.map(
          Violation.chairEmptyBetween)
      }
    }
    return violations
  }

  /// Only the lowest without a pin stay out, and nobody while there is a seat for them.
  private var wrongAbsences: [Violation] {
    let lowestSeated = event.dueOnRostrum.last { seatOf[$0] != nil && !isPinned($0) }
    let taken = Set(plan.assignments.map(\.seat))
    let empty = places.seats.filter { !taken.contains($0) }
    return plan.unplaced.map(\.person).filter { ownPlace[$0] != nil && seatOf[$0] == nil && !isPinned($0) }
      .compactMap { person in
        if let seat = empty.first(where: { mayTake(person, $0) }) {
          return .leftOutThoughSeatIsFree(person: person, .rostrum(seat))
        }
        // Wishes to sit apart may need a lower person in between.
        if let lowestSeated, ownPlace[lowestSeated]! > ownPlace[person]!, !companions.keepApart(person) {
          return .leftOutBeforeLower(person: person, seated: lowestSeated)
        }
        return nil
      }
  }

  private func mayTake(_ person: Int, _ seat: RostrumSeat) -> Bool {
    companions.allow(person) { other in seatOf[other].map { areNeighbours($0, seat) } }
  }

  private func hasWish(_ person: Int) -> Bool {
    isPinned(person) || companions.bind(person)
  }

  private func isPinned(_ person: Int) -> Bool {
    event.people[person].seat != nil
  }

  private func areNeighbours(_ one: RostrumSeat, _ other: RostrumSeat) -> Bool {
    one.row == other.row && (one.seat.subtractingReportingOverflow(other.seat).partialValue).magnitude == 1
  }
}
