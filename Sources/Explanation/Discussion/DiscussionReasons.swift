public import Assembly
public import Localization
import Verification

extension DiscussionPlan: ExplainedPlan {
  /// The rooms of one person.
  public static var title: Phrase { Phrase("讨论", "Discussion") }
  /// No room.
  public static var nothing: Phrase { Phrase("本组没有讨论室：", "The group has no room for discussion:") }
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
    return Wording.nextBest(best, in: .discussion) { change in
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

// What is said of discussions.
extension Wording {
  static let doesNotDiscuss = Phrase("不参加讨论。", "Takes part in no discussion.")
  static let accessibleForGroup = Phrase(
    "组内有人用轮椅，须用无障碍房间。", "Somebody of the group needs an accessible room.")

  static func discusses(with group: DiscussionGroup) -> Phrase {
    let name = group.name.map(shown)
    return Phrase(
      "在\(name.chinese)讨论，全组 \(group.members.count) 人。",
      "Discusses with \(name.english): \(counted(group.members.count, "person", "people")).")
  }

  /// - Parameter changeCost: what it counts that the room is another than before; nothing where it is not.
  static func meets(in room: DiscussionRoom, people: Int, changeCost: Int?) -> Phrase {
    let (session, name) = (shown(room.session), shown(room.name))
    let place = room.place.isEmpty ? "" : shown(room.place)
    let empty = room.seats - people
    let change = changeCost.map {
      Phrase("，与上一场不同室，计代价 \($0.inThrees)", "; another room than before, which counts \($0.inThrees)")
    }
    return Phrase(
      "\(session)：\(place.isEmpty ? "" : place + " ")\(name)，\(room.seats) 座，空 \(empty) 座\(change?.chinese ?? "")。",
      "\(session): \(name)\(place.isEmpty ? "" : " (\(place))"), \(counted(room.seats, "seat")), "
        + "\(empty) empty\(change?.english ?? "").")
  }

  static func change(to room: DiscussionRoom, exchangingWith other: DiscussionGroup?) -> Phrase {
    let (session, name) = (shown(room.session), shown(room.name))
    guard let other = other?.name.map(shown) else {
      return Phrase("\(session)改用空着的 \(name)", "to meet in \(name), which is free, in \(session)")
    }
    return Phrase(
      "\(session)与\(other.chinese)对换，用 \(name)", "to change with \(other.english) for \(name) in \(session)")
  }
}
