public import Assembly

extension StaffPlan: VerifiablePlan {
  /// By the rules and terms of the staff's work, which the plans of the other modules ask for.
  public func violations(
    by verification: Verification, beside others: EventPlan, figures: Figures?
  ) -> [Violation] {
    verification.violations(of: self, beside: others, figures: figures)
  }

  /// Computed from who is at which post.
  public func terms(in event: Event, beside others: EventPlan) -> [Term: Int] {
    StaffEvaluation(event, beside: others).terms(of: assignments)
  }
}

/// Judges who can be at which post, and computes the terms, from the plans alone.
package struct StaffEvaluation {
  private let event: Event
  private let plans: EventPlan
  let due: [StaffPost.ID: DuePost]
  /// The hotel in which people sleep by the plan of rooms.
  private var hotelOf: [Int: String] = [:]

  package init(_ event: Event, beside plans: EventPlan) {
    self.event = event
    self.plans = plans
    due = Dictionary(event.postsDue(beside: plans).map { ($0.post.id, $0) }) { first, _ in first }
    if let stock = event.roomStock {
      for assignment in plans.rooms?.assignments ?? [] where stock.rooms.indices.contains(assignment.room) {
        hotelOf[assignment.person] = stock.rooms[assignment.room].hotel
      }
    }
  }

  private func hotel(of person: Int) -> String { hotelOf[person] ?? event.people[person].givenHotel ?? "" }

  /// The terms, nobody having moved.
  package func terms(of assignments: [StaffAssignment]) -> [Term: Int] {
    var loads: [Int: Int] = [:]
    var floors: [Int: [DuePost]] = [:]
    var (missing, strangers) = (0, 0)
    for assignment in assignments {
      missing += assignment.missing
      for person in assignment.people where event.people.indices.contains(person) {
        loads[person, default: 0] += assignment.post.work
        guard let due = due[assignment.post.id] else { continue }
        if isStranger(person, at: due) { strangers += 1 }
        if due.post.kind == .floor { floors[person, default: []].append(due) }
      }
    }
    let weights = event.settings.weights
    let squares = loads.values.reduce(0) { $0 + weighted($1, $1) }
    return [
      .staffWithout: weighted(weights[.staffWithout], missing),
      .staffLoad: weighted(weights[.staffLoad], squares),
      .staffForeign: weighted(weights[.staffForeign], strangers),
      .staffFloors: weighted(
        weights[.staffFloors], floors.reduce(0) { $0 + heaps(of: $1.key, among: $1.value) }),
    ]
  }

  /// Pairs of floors of one hotel that somebody has at the same time and is not named for.
  private func heaps(of person: Int, among floors: [DuePost]) -> Int {
    var heaps = 0
    for (index, one) in floors.enumerated() {
      for other in floors[..<index] where one.hotel == other.hotel && overlap(one, other) {
        if !one.named.contains(person) || !other.named.contains(person) { heaps += 1 }
      }
    }
    return heaps
  }

  /// Whether somebody is at a post of another delegation or hotel, or in a vehicle in which nothing else takes them.
  private func isStranger(_ person: Int, at due: DuePost) -> Bool {
    switch due.post.kind {
    case .floor: return hotel(of: person) != due.hotel
    case .discussion:
      guard let discussion = event.discussion, let group = due.group else { return false }
      let units = discussion.groups[group].members.map { event.people[$0].group }
      return !units.contains(event.people[person].group)
    case .vehicle:
      let riders = due.runs.map { plans.vehicles?.runs[$0].riders ?? [] }
      return !riders.allSatisfy { $0.contains(person) }
    case .arrival, .departure, .other: return false
    }
  }

  // MARK: Rules

  /// Whether somebody who is not named for a post can be at it.
  func canBe(_ person: Int, at due: DuePost) -> Bool {
    guard let staffing = event.staffing else { return false }
    let (who, rule) = (event.people[person], staffing.rules[due.rule])
    if let pool = due.pool {
      guard pool.contains(person) else { return false }
    } else {
      guard rule.gender.map({ $0 == who.gender }) ?? true,
        (rule.audience ?? .staff).includes(who, sleepingAt: hotel(of: person))
      else { return false }
    }
    return isThere(who, during: due.post.shifts) && ridesNothingElse(person, at: due)
      && due.runs.allSatisfy { hasSeat(person, in: $0, with: due.people) }
  }

  private func isThere(_ who: Person, during shifts: [StaffShift]) -> Bool {
    let settings = event.settings
    return shifts.allSatisfy { shift in
      if let time = who.arrival.time?.minutesSince1970 {
        let comes = time + (who.arrival.isByTrain ? settings.readyTrain : settings.readyFlight)
        guard comes <= shift.from.minutesSince1970 else { return false }
      }
      if let time = who.departure.time?.minutesSince1970 {
        let goes = time - (who.departure.isByTrain ? settings.leadTrain : settings.leadFlight)
        guard shift.to.minutesSince1970 <= goes else { return false }
      }
      return true
    }
  }

  private func ridesNothingElse(_ person: Int, at due: DuePost) -> Bool {
    (plans.vehicles?.runs ?? []).enumerated().allSatisfy { index, run in
      due.runs.contains(index) || !run.riders.contains(person)
        || due.post.shifts.allSatisfy { $0.to <= run.depart || run.arrive <= $0.from }
    }
  }

  private func hasSeat(_ person: Int, in run: Int, with leaders: Int) -> Bool {
    guard let run = plans.vehicles?.runs[run], let fleet = event.fleet else { return false }
    return run.riders.contains(person) || run.riders.count + leaders <= fleet.vehicles[run.vehicle].seats
  }

  /// Whether nobody can be at both posts.
  func clash(_ one: DuePost, _ other: DuePost) -> Bool {
    let areFloors = one.post.kind == .floor && other.post.kind == .floor && one.hotel == other.hotel
    return !areFloors && overlap(one, other)
  }

  /// Whether hours of two posts are the same in part, or closer than the drive between them.
  private func overlap(_ one: DuePost, _ other: DuePost) -> Bool {
    for first in one.post.shifts {
      for second in other.post.shifts {
        let (earlier, later) = first.to <= second.from ? (first, second) : (second, first)
        let way = event.fleet?.minutes(from: earlier.end, to: later.place) ?? 0
        if later.from.minutesSince1970 - earlier.to.minutesSince1970 < way { return true }
      }
    }
    return false
  }
}

extension Verification {
  /// Everything that is wrong with a plan of the staff's work; with its figures, what is wrong with those too.
  ///
  /// Readings of what objectives.md leaves open:
  /// * Whoever is named for a post is there whatever else they have, but not at another post at the same time.
  /// * A place of which `routes` knows no way takes no time to be reached.
  ///
  /// - Complexity: O(posts × (people + rides) + posts² of one person).
  public func violations(
    of plan: StaffPlan, beside others: EventPlan, figures: Figures? = nil
  ) -> [Violation] {
    guard event.staffing != nil else { return [.tableMissing(.staff)] }
    let evaluation = StaffEvaluation(event, beside: others)
    var violations = plan.unplaced.map { Violation.notDue(person: $0.person, .staff) }
    var told: Set<StaffPost.ID> = []
    var postsOfPerson: [Int: [DuePost]] = [:]
    for assignment in plan.assignments {
      let id = assignment.post.id
      guard told.insert(id).inserted, let due = evaluation.due[id], due.post == assignment.post else {
        violations.append(.noSuchPost(id))
        continue
      }
      violations += self.violations(of: assignment, due, evaluation)
      for person in Set(assignment.people).sorted() where event.people.indices.contains(person) {
        for other in postsOfPerson[person] ?? [] where evaluation.clash(other, due) {
          violations.append(.atTwoPosts(person: person, other.post.id, id))
        }
        postsOfPerson[person, default: []].append(due)
      }
    }
    violations += evaluation.due.keys.filter { !told.contains($0) }.sorted().map(Violation.postForgotten)
    guard let figures else { return violations }
    var terms = evaluation.terms(of: plan.assignments)
    let left = leavers(plan)
    terms[.staffMoved] = left.map { people in
      weighted(
        event.settings.weights[.staffMoved], people.reduce(0) { $0 + (event.people[$1].rank == nil ? 1 : 5) })
    }
    return violations + self.violations(of: figures, module: .staff, terms: terms)
      + self.violations(of: figures, module: .staff, moves: left?.count)
  }

  private func violations(
    of assignment: StaffAssignment, _ due: DuePost, _ evaluation: StaffEvaluation
  ) -> [Violation] {
    let id = assignment.post.id
    var violations: [Violation] = []
    if assignment.missing < 0 || assignment.people.count + assignment.missing != due.people {
      violations.append(.peopleOfPostDiffer(id, told: assignment.people.count, due: due.people))
    }
    if Set(assignment.people).count < assignment.people.count { violations.append(.twiceAtPost(id)) }
    for person in assignment.people {
      guard event.people.indices.contains(person) else {
        violations.append(.unknownPerson(index: person, .staff))
        continue
      }
      if event.people[person].isAbsent {
        violations.append(.notDue(person: person, .staff))
      } else if !due.named.contains(person), !evaluation.canBe(person, at: due) {
        violations.append(.cannotBeAtPost(person: person, id))
      }
    }
    let others = assignment.people.count { !due.named.contains($0) }
    if others > due.people - due.named.count { violations.append(.namedForPostLeftOut(id)) }
    return violations
  }

  /// Who had a post that is there still and is not at it, once for each post.
  private func leavers(_ plan: StaffPlan) -> [Int]? {
    guard let earlier = earlier?.staff else { return nil }
    return plan.assignments.flatMap { assignment -> [Int] in
      let now = Set(assignment.people)
      return (earlier.holders[assignment.post.id] ?? []).filter { !now.contains($0) }
    }
  }
}
