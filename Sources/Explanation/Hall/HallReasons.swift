import Assembly
import Localization
import Verification

/// Why somebody has their seat in the hall.
struct HallReasons {
  private let person: Int
  private let seat: Int
  private let judged: JudgedPlan
  private let plan: HallPlan
  private let hall: Hall
  private let evaluation: HallEvaluation

  private var event: Event { judged.event }
  private var group: Int { event.people[person].group }

  /// What there is to say; nothing where there is no plan of the hall.
  static func section(of person: Int, _ judged: JudgedPlan) -> Explanation.Section? {
    guard let plan = judged.plan.hall, let hall = judged.event.hall,
      let evaluation = HallEvaluation(judged.event)
    else { return nil }
    let title = Wording.title(.hall)
    guard judged.event.people[person].isDueInHall else {
      return Explanation.Section(title: title, sentences: [Wording.notInHall(judged.event.people[person])])
    }
    guard let seat = plan.assignments.first(where: { $0.person == person })?.seat else {
      return Explanation.Section(unplaced: plan.unplaced.filter { $0.person == person }, in: .hall)
    }
    let reasons = HallReasons(
      person: person, seat: seat, judged: judged, plan: plan, hall: hall, evaluation: evaluation)
    return Explanation.Section(title: title, sentences: reasons.sentences)
  }

  private var sentences: [Phrase] {
    let (depth, depths) = (evaluation.geometry.depth[seat] + 1, evaluation.geometry.depthCount)
    let place = (evaluation.groups.firstIndex(of: group) ?? 0) + 1
    return [
      Wording.sits(at: hall.seats[seat], in: hall, depth: depth, of: depths, event.settings),
      Wording.order(
        of: Wording.name(of: event.groups[group]), place: place, among: evaluation.groups.count,
        event.settings),
      blockOfGroup,
    ] + bindings + [memberOrder, nextBest]
  }

  // MARK: The group

  /// The people of a group who sit in the hall.
  private func seated(of group: Int) -> [HallAssignment] {
    plan.assignments.filter { event.people[$0.person].group == group && event.people[$0.person].isDueInHall }
  }

  private var blockOfGroup: Phrase {
    let members = seated(of: group)
    let rows = Dictionary(grouping: members.map { hall.seats[$0.seat] }, by: \.section).sorted {
      $0.key < $1.key
    }
    let areas = rows.map { section, seats in
      let inOrder = seats.sorted { $0.row < $1.row }.map(\.rowName)
      return Wording.area(hall.sections[section], from: inOrder[0], to: inOrder[inOrder.count - 1])
    }
    return Wording.block(people: members.count, areas, evaluation.shape(of: members))
  }

  private var bindings: [Phrase] {
    let entry = event.people[person]
    let sections = event.groups[group].sections.map { hall.sections[$0] }
    var sentences: [Phrase] = []
    if !sections.isEmpty { sentences.append(Wording.boundSections(sections)) }
    if let role = hall.seats[seat].role { sentences.append(Wording.lineOfRole(role)) }
    if isPinned { sentences.append(Wording.seatGiven) }
    if entry.needs.contains(.wheelchair), hall.offersWheelchairPlaces {
      sentences.append(Wording.wheelchairPlace)
    }
    if entry.needs.contains(.aisle) {
      sentences.append(plan.withoutAisle.contains(person) ? Wording.aisleMissing : Wording.aisleGiven)
    }
    let (beside, apart) = event.companions(of: person) { event.people[$0].isDueInHall }
    sentences += beside.map { Wording.besideKept(event.people[$0]) }
    sentences += apart.map { Wording.apartKept(event.people[$0]) }
    return sentences
  }

  private var isPinned: Bool {
    if case .hall = event.people[person].seat { true } else { false }
  }

  private var memberOrder: Phrase {
    let order = judged.verification.seatsInMemberOrder(plan, group: group)
    guard let place = order.firstIndex(where: { $0.person == person }) else { return Wording.seatedFirst }
    let isHead = place == 0 && event.people[person].rank != nil
    return Wording.memberOrder(place: place + 1, of: order.count, isHead: isHead, event.settings)
  }

  // MARK: The next best

  private var nextBest: Phrase {
    if isPinned { return Wording.pinnedSeat }
    let personAt = Dictionary(plan.assignments.map { ($0.seat, $0.person) }) { first, _ in first }
    let members = Dictionary(grouping: plan.assignments) { event.people[$0.person].group }
    let inOrder = Set(judged.verification.seatsInMemberOrder(plan, group: group).map(\.person))

    // Two people of one group who change and are put into its order again have changed nothing.
    func changesNothing(_ other: Int) -> Bool {
      inOrder.contains(person) && personAt[other].map(inOrder.contains) ?? false
    }
    let candidates = hall.seats.indices.filter { other in
      other != seat && !changesNothing(other) && !hall.seats[other].isHeld
        && (hall.seats[other].role ?? event.people[person].role) == event.people[person].role
    }
    // Only `hole` asks for the seats of groups that stay as they are, and where nobody moves to an empty seat it stays too.
    func taken(beside groups: Set<Int>, _ other: Int) -> Set<Int> {
      guard personAt[other] == nil, event.settings.hallMethod != .horizontal else { return [] }
      return Set(members.filter { !groups.contains($0.key) }.values.joined().map(\.seat))
    }
    func groups(_ other: Int) -> Set<Int> {
      Set([person, personAt[other]].compactMap(\.self).map { event.people[$0].group })
    }
    let alternatives = candidates.map { other in
      let concerned = groups(other).flatMap { members[$0, default: []] }
      let others = taken(beside: groups(other), other)
      return Alternative(
        other, from: evaluation.terms(of: concerned, beside: others),
        to: evaluation.terms(of: exchanged(concerned, other), beside: others))
    }
    let best = NextBest(of: alternatives) { other in
      let changed = HallPlan(
        assignments: exchanged(plan.assignments, other), unplaced: plan.unplaced,
        withoutAisle: plan.withoutAisle)
      let inOrder = judged.verification.inMemberOrder(changed, groups: groups(other))
      return judged.new(judged.verification.violations(of: inOrder)).isEmpty
    }
    return Wording.nextBest(best, in: .hall, judged) { other in
      let holder = personAt[other]
      return Wording.exchange(
        of: hall.seats[other], in: hall, with: holder.map { event.people[$0] },
        group: holder.map { Wording.name(of: event.groups[event.people[$0].group]) })
    }
  }

  /// A seating in which whoever holds another seat has this one, and the other way round.
  private func exchanged(_ assignments: [HallAssignment], _ other: Int) -> [HallAssignment] {
    assignments.map { assignment in
      switch assignment.seat {
      case seat: HallAssignment(person: assignment.person, seat: other)
      case other: HallAssignment(person: assignment.person, seat: seat)
      default: assignment
      }
    }
  }
}

extension Event {
  /// The people whom wishes set beside somebody or apart from them, by either side.
  ///
  /// - Parameter counts: whether a person takes part at all.
  func companions(of person: Int, counts: (Int) -> Bool) -> (beside: [Int], apart: [Int]) {
    let others = people.indices.filter { $0 != person && counts($0) }
    func named(_ wish: (Person) -> [Int]) -> [Int] {
      let named = Set(wish(people[person]))
      return others.filter { named.contains($0) || wish(people[$0]).contains(person) }
    }
    return (named(\.beside), named(\.apart))
  }
}
