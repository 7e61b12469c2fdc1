import Assembly

/// Why people have no seat, in terms of what ran short.
struct ShortageReasons {
  private struct Key: Hashable {
    let group: Int
    let role: Role
  }

  private let problem: HallProblem
  private let isByOrder: [Key: Bool]
  /// Open seats by the role that their line is kept for, and people due by role.
  private let seats: [Role?: Int]
  private let due: [Role: Int]
  private let wheelchairPlaces: Int
  private let wheelchairUsers: Int

  init(_ problem: HallProblem, _ shortage: [Pouring.Shortage]) {
    self.problem = problem
    isByOrder = Dictionary(
      shortage.map { (Key(group: $0.group, role: $0.role), $0.isByOrder) }, uniquingKeysWith: { $0 || $1 })
    let people = problem.groups.flatMap(\.members)
    seats = problem.hall.seats.filter { !$0.isHeld }.reduce(into: [:]) { $0[$1.role, default: 0] += 1 }
    due = people.reduce(into: [:]) { $0[problem.event.people[$1].role, default: 0] += 1 }
    wheelchairPlaces = problem.hall.seats.count { $0.isWheelchairPlace }
    wheelchairUsers = people.count(where: problem.needsWheelchairPlace)
  }

  /// Why a person has no seat.
  ///
  /// - Complexity: O(1).
  func reason(of person: Int) -> Unplaced.Reason {
    let group = problem.groupOfPerson[person]!
    let role = problem.event.people[person].role
    if problem.needsWheelchairPlace(person) {
      return wheelchairPlaces < wheelchairUsers || problem.groups[group].sections.isEmpty
        ? .wheelchairPlacesFull(places: wheelchairPlaces, due: wheelchairUsers) : ofGroup(group, role)
    }
    return isByOrder[Key(group: group, role: role)] == true ? .orderKeepsOut : ofGroup(group, role)
  }

  private func ofGroup(_ group: Int, _ role: Role) -> Unplaced.Reason {
    let sections = problem.groups[group].sections
    guard sections.isEmpty else { return .sectionsFull(sections.map { problem.hall.sections[$0] }) }
    return hallFull(for: role)
  }

  /// The seats that are open to people of a role, and who is due there: those of another role as far as the lines that are
  /// theirs alone do not suffice.
  private func hallFull(for role: Role) -> Unplaced.Reason {
    let others = due.filter { $0.key != role }.reduce(0) { $0 + max(0, $1.value - (seats[$1.key] ?? 0)) }
    return .hallFull(seats: (seats[nil] ?? 0) + (seats[role] ?? 0), due: others + (due[role] ?? 0))
  }
}
