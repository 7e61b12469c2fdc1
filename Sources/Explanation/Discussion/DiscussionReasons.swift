public import Assembly
public import Localization
import Verification

extension DiscussionPlan: ExplainedPlan {
  /// The rooms of one person.
  public static var title: Phrase { Wording.discussion }
  /// No room.
  public static var nothing: Phrase { Wording.noDiscussionRoom }
  /// A section for all sessions.
  public static func sections(of person: Int, _ judged: JudgedPlan) -> [Explanation.Section]? {
    guard let plan = judged.plan.discussion, let discussion = judged.event.discussion else { return nil }
    guard let group = discussion.groups.firstIndex(where: { $0.members.contains(person) }) else {
      return [Explanation.Section(title: title, sentences: [Wording.doesNotDiscuss])]
    }
    let unplaced = plan.unplaced.filter { $0.person == person }
    let reasons = DiscussionReasons(group: group, judged: judged, plan: plan, discussion: discussion)
    return [Explanation.Section(title: title, sentences: reasons.sentences)]
      + (unplaced.isEmpty ? [] : [Explanation.Section(unplaced: unplaced, in: .discussion)])
  }
}

/// Why a group has its rooms.
private struct DiscussionReasons {
  let group: Int
  let judged: JudgedPlan
  let plan: DiscussionPlan
  let discussion: Discussion

  var sentences: [Phrase] {
    let who = discussion.groups[group]
    let rooms = plan.rooms(of: discussion)[group]
    var sentences = [Wording.discusses(with: who)]
    for (session, room) in rooms.enumerated() {
      guard let room else { continue }
      let before = session > 0 ? rooms[session - 1] : nil
      let isElsewhere = before.map { discussion.placeOfRoom[$0] != discussion.placeOfRoom[room] } ?? false
      sentences.append(
        Wording.meets(
          in: discussion.rooms[room], people: who.members.count,
          changeCost: isElsewhere ? judged.event.settings.weights[.discussionChange] : nil))
    }
    if discussion.offersAccessibleRooms, who.needsAccess { sentences.append(Wording.accessibleForGroup) }
    return sentences + [nextBest(rooms)]
  }

  /// Another room in one session: a free one, or that of another group, which takes theirs.
  private struct Change {
    let from: Int
    let to: Int
    let other: Int?
  }

  private func nextBest(_ rooms: [Int?]) -> Phrase {
    guard let evaluation = DiscussionEvaluation(judged.event) else { return Phrase("") }
    let groupOfRoom = Dictionary(plan.assignments.map { ($0.room, $0.group) }) { first, _ in first }
    let old = evaluation.terms(of: plan.assignments)
    let changes = rooms.compactMap(\.self).flatMap { room in
      discussion.roomsOfSession[discussion.sessionOfRoom[room]].filter { $0 != room }.compactMap {
        to -> Change? in
        guard discussion.holds(group, in: to) else { return nil }
        let other = groupOfRoom[to]
        return other.map { discussion.holds($0, in: room) } ?? true
          ? Change(from: room, to: to, other: other) : nil
      }
    }
    let alternatives = changes.map { change in
      Alternative(change, from: old, to: evaluation.terms(of: changed(change)))
    }
    let best = NextBest(of: alternatives) { change in
      let changed = DiscussionPlan(assignments: changed(change), unplaced: plan.unplaced)
      return judged.new(judged.verification.violations(of: changed)).isEmpty
    }
    return Wording.nextBest(best, in: .discussion, judged) { change in
      Wording.change(
        to: discussion.rooms[change.to], exchangingWith: change.other.map { discussion.groups[$0] })
    }
  }

  private func changed(_ change: Change) -> [DiscussionAssignment] {
    plan.assignments.map { assignment in
      switch assignment.room {
      case change.from: DiscussionAssignment(group: assignment.group, room: change.to)
      case change.to: DiscussionAssignment(group: assignment.group, room: change.from)
      default: assignment
      }
    }
  }
}
