import Assembly

/// Why people have no seat, in terms of what ran short.
struct ShortageReasons {
  private struct Key: Hashable {
    let group: Int
    let role: Role
  }

  private let problem: HallProblem
  private let isByOrder: [Key: Bool]

  init(_ problem: HallProblem, _ shortage: [Pouring.Shortage]) {
    self.problem = problem
    isByOrder = Dictionary(
      shortage.map { (Key(group: $0.group, role: $0.role), $0.isByOrder) }, uniquingKeysWith: { $0 || $1 })
  }

  /// Why a person has no seat.
  func reason(of person: Int) -> Unplaced.Reason {
    if problem.needsWheelchairPlace(person) {
      let due = problem.groups.flatMap(\.members).count { problem.needsWheelchairPlace($0) }
      let places = problem.hall.seats.count { $0.isWheelchairPlace }
      if places < due || problem.groups[problem.groupOfPerson[person]!].sections.isEmpty {
        return .wheelchairPlacesFull(places: places, due: due)
      }
      return ofGroup(problem.groupOfPerson[person]!, problem.event.people[person].role)
    }
    let group = problem.groupOfPerson[person]!
    let isByOrder = isByOrder[Key(group: group, role: problem.event.people[person].role)] == true
    return isByOrder ? .orderKeepsOut : ofGroup(group, problem.event.people[person].role)
  }

  private func ofGroup(_ group: Int, _ role: Role) -> Unplaced.Reason {
    let sections = problem.groups[group].sections
    guard sections.isEmpty else { return .sectionsFull(sections.map { problem.hall.sections[$0] }) }
    return hallFull(for: role)
  }

  /// The seats that are open to people of a role, and who is due there: those of another role as far as the lines that are
  /// theirs alone do not suffice.
  private func hallFull(for role: Role) -> Unplaced.Reason {
    let lines = problem.hall.seats.filter { !$0.isHeld }.reduce(into: [Role?: Int]()) {
      $0[$1.role, default: 0] += 1
    }
    let due = problem.groups.flatMap(\.members).reduce(into: [Role: Int]()) {
      $0[problem.event.people[$1].role, default: 0] += 1
    }
    let others = due.filter { $0.key != role }.reduce(0) { $0 + max(0, $1.value - (lines[$1.key] ?? 0)) }
    return .hallFull(seats: (lines[nil] ?? 0) + (lines[role] ?? 0), due: others + (due[role] ?? 0))
  }
}
