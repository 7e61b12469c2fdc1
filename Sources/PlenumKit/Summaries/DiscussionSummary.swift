import Assembly
import Localization

extension DiscussionPlan: SummarizedPlan {
  static func offer(of event: Event) -> Phrase? {
    event.discussion.map { discussion in
      var short = ShortOffer()
      for (session, rooms) in zip(discussion.sessions, discussion.roomsOfSession) {
        short.compare(discussion.groups.count, with: rooms.count) {
          Wording.discussionRoomsShort($0, in: session)
        }
      }
      return Wording.overview(
        discussionGroups: discussion.groups.count, sessions: discussion.sessions.count,
        rooms: discussion.rooms.count
      ).lacking(short)
    }
  }

  func summary(_ figures: Figures) -> PlanSummary {
    let (groups, meetings) = (Set(assignments.map(\.group)).count, assignments.count)
    return PlanSummary(
      served: Phrase(
        "\(groups) 组讨论 \(meetings) 组次", "\(counted(meetings, "meeting")) of \(counted(groups, "group"))"),
      shortfall: missing("without a room for discussion"))
  }

  static var asBefore: Phrase { Phrase("讨论室", "discusses") }

  static func changed(elsewhere: Int, added: Int, removed: Int) -> Phrase {
    Phrase(
      "\(elsewhere) 人次换讨论室，\(added) 人次新参加讨论，\(removed) 人次不再参加讨论",
      "\(elsewhere) discuss elsewhere, \(added) newly in a discussion, \(removed) no longer in one")
  }
}

extension Wording {
  fileprivate static func overview(discussionGroups groups: Int, sessions: Int, rooms: Int) -> Phrase {
    Phrase(
      "讨论：\(groups) 组 \(sessions) 场，讨论室 \(rooms) 间次",
      "discussion: \(counted(groups, "group")) in \(counted(sessions, "session")), \(rooms) times a room")
  }
}
