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
      return ofGroup(problem.groupOfPerson[person]!)
    }
    let group = problem.groupOfPerson[person]!
    let isByOrder = isByOrder[Key(group: group, role: problem.event.people[person].role)] == true
    return isByOrder ? .orderKeepsOut : ofGroup(group)
  }

  private func ofGroup(_ group: Int) -> Unplaced.Reason {
    let sections = problem.groups[group].sections
    guard sections.isEmpty else { return .sectionsFull(sections.map { problem.hall.sections[$0] }) }
    return .hallFull(seats: problem.hall.seats.count { !$0.isHeld }, due: problem.dueCount)
  }
}
