public import Assembly

extension DiscussionPlan: VerifiablePlan {
  /// By the rules and terms of discussions.
  public func violations(
    by verification: Verification, beside others: EventPlan, figures: Figures?
  ) -> [Violation] {
    verification.violations(of: self, figures: figures)
  }

  /// Computed from who has which room.
  public func terms(in event: Event, beside others: EventPlan) -> [Term: Int] {
    DiscussionEvaluation(event)?.terms(of: assignments) ?? [:]
  }
}

/// Computes the terms of rooms for discussions, from who has which room alone.
package struct DiscussionEvaluation {
  private let event: Event
  private let discussion: Discussion

  /// Nothing for an event without discussions.
  package init?(_ event: Event) {
    guard let discussion = event.discussion else { return nil }
    self.event = event
    self.discussion = discussion
  }

  /// The terms, nobody having moved.
  package func terms(of assignments: [DiscussionAssignment]) -> [Term: Int] {
    var roomOf: [[Int]: Int] = [:]
    var empty = 0
    for assignment in assignments
    where discussion.groups.indices.contains(assignment.group)
      && discussion.rooms.indices.contains(assignment.room)
    {
      let key = [assignment.group, discussion.sessionOfRoom[assignment.room]]
      guard roomOf[key] == nil else { continue }
      roomOf[key] = assignment.room
      empty +=
        discussion.rooms[assignment.room].seats - discussion.groups[assignment.group].members.count
    }
    let changes = roomOf.count { key, room in
      roomOf[[key[0], key[1] - 1]].map { before in
        let (one, other) = (discussion.rooms[before], discussion.rooms[room])
        return one.name != other.name || one.place != other.place
      } ?? false
    }
    let due = discussion.groups.count * discussion.sessions.count
    let weights = event.settings.weights
    return [
      .discussionWithout: weighted(weights[.discussionWithout], due - roomOf.count),
      .discussionEmpty: weighted(weights[.discussionEmpty], empty),
      .discussionChange: weighted(weights[.discussionChange], changes),
    ]
  }
}

extension Verification {
  /// Everything that is wrong with a plan of discussions; with its figures, what is wrong with those too.
  ///
  /// Readings of what objectives.md leaves open:
  /// * Everybody who is present meets, but for those of whom the lists say that they do not: people without a group with
  ///   the others of their role.
  /// * Rooms of one name in one place are the same room in two sessions.
  /// * Who has no room in some session is told once.
  ///
  /// - Complexity: O(people × sessions).
  public func violations(of plan: DiscussionPlan, figures: Figures? = nil) -> [Violation] {
    guard let discussion = event.discussion else { return [.tableMissing(.discussion)] }
    let known = plan.assignments.filter {
      discussion.groups.indices.contains($0.group) && discussion.rooms.indices.contains($0.room)
    }
    var violations = plan.assignments.filter { assignment in !known.contains(assignment) }.map {
      Violation.noSuchDiscussion(group: $0.group, room: $0.room)
    }
    for assignment in known {
      let (group, room) = (discussion.groups[assignment.group], discussion.rooms[assignment.room])
      let needsAccess =
        discussion.offersAccessibleRooms
        && group.members.contains { event.people[$0].needs.contains(.wheelchair) }
      if group.members.count > room.seats || needsAccess && !room.isAccessible {
        violations.append(.discussionRoomUnfit(group: assignment.group, room: assignment.room))
      }
    }
    for (room, assignments) in Dictionary(grouping: known, by: \.room).sorted(by: { $0.key < $1.key })
    where assignments.count > 1 {
      violations.append(.discussionRoomShared(groups: assignments.map(\.group), room: room))
    }
    var sessions = discussion.groups.map { _ in [Int](repeating: 0, count: discussion.sessions.count) }
    for assignment in known {
      let session = discussion.sessionOfRoom[assignment.room]
      sessions[assignment.group][session] += 1
      if sessions[assignment.group][session] == 2 {
        violations.append(.twoDiscussionRooms(group: assignment.group, session: session))
      }
    }
    violations += toldWrongly(plan.unplaced, lacking: sessions.map { $0.contains(0) }, discussion)
    guard let figures else { return violations }
    var terms = DiscussionEvaluation(event)?.terms(of: plan.assignments) ?? [:]
    let moves = moves(known, discussion)
    terms[.discussionMoved] = moves.map { weighted(event.settings.weights[.discussionMoved], $0.weight) }
    return violations + self.violations(of: figures, module: .discussion, terms: terms)
      + self.violations(of: figures, module: .discussion, moves: moves?.count)
  }

  /// Everybody of a group that lacks a room is told so once, and nobody else.
  private func toldWrongly(
    _ unplaced: [Unplaced], lacking: [Bool], _ discussion: Discussion
  ) -> [Violation] {
    var violations: [Violation] = []
    var told = event.people.map { _ in 0 }
    for entry in unplaced {
      if entry.module != .discussion {
        violations.append(.entryOfOtherModule(person: entry.person, entry.module, in: .discussion))
      } else if event.people.indices.contains(entry.person) {
        told[entry.person] += 1
      } else {
        violations.append(.unknownPerson(index: entry.person, .discussion))
      }
    }
    var lacks = event.people.map { _ in false }
    var meets = lacks
    for (group, isLacking) in zip(discussion.groups, lacking) {
      for person in group.members { (meets[person], lacks[person]) = (true, isLacking) }
    }
    for person in event.people.indices {
      switch (meets[person], lacks[person], told[person]) {
      case (true, true, 0): violations.append(.forgotten(person: person, .discussion))
      case (true, false, 1...): violations.append(.seatedAndUnplaced(person: person, .discussion))
      case (false, _, 1...): violations.append(.notDue(person: person, .discussion))
      case (true, true, 2...): violations.append(.namedTwice(person: person, .discussion))
      default: break
      }
    }
    return violations
  }

  /// Who has another room than before, session by session.
  private func moves(
    _ assignments: [DiscussionAssignment], _ discussion: Discussion
  ) -> (count: Int, weight: Int)? {
    guard let earlier = earlier?.discussion else { return nil }
    var moves = (count: 0, weight: 0)
    for (session, places) in earlier.sessions.enumerated() where discussion.sessions.indices.contains(session)
    {
      let now = assignments.filter { discussion.sessionOfRoom[$0.room] == session }.flatMap { assignment in
        discussion.groups[assignment.group].members.map { (person: $0, place: assignment.room) }
      }
      let check = EarlierCheck(places, now, in: event)
      moves = (moves.count + check.moves, moves.weight + check.weightOfMoves)
    }
    return moves
  }
}
