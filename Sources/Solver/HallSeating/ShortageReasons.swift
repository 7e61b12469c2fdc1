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

  /// The reason of somebody whose group was poured.
  func ofPoured(_ person: Int) -> Unplaced.Reason {
    let group = problem.groupOfPerson[person]!
    if isByOrder[Key(group: group, role: problem.event.people[person].role)] == true { return .orderKeepsOut }
    return ofGroup(group)
  }

  /// The reason of somebody bound to few seats.
  func ofBound(_ person: Int) -> Unplaced.Reason {
    guard problem.needsWheelchairPlace(person) else { return ofGroup(problem.groupOfPerson[person]!) }
    let due = problem.groups.flatMap(\.members).count { problem.needsWheelchairPlace($0) }
    return .wheelchairPlacesFull(places: problem.hall.seats.count { $0.isWheelchairPlace }, due: due)
  }

  private func ofGroup(_ group: Int) -> Unplaced.Reason {
    let sections = problem.groups[group].sections
    guard sections.isEmpty else { return .sectionsFull(sections.map { problem.hall.sections[$0] }) }
    return .hallFull(seats: problem.hall.seats.count { !$0.isHeld }, due: problem.dueCount)
  }
}
