import Assembly
import Localization

/// Discussion groups that somebody else convenes, records or serves now.
struct OfficerChanges {
  /// What somebody else does now.
  struct Change {
    /// Index in ``Discussion/groups`` of now.
    let group: Int
    let duty: Phrase
    /// Indices of people of the earlier event.
    let before: [Int]
    /// Indices of people of the event of now.
    let now: [Int]
  }

  /// By group, then by duty.
  let changes: [Change]
  /// The tables of the earlier plan of discussions, and those of now.
  let tables: TableChange

  /// Compares the groups that meet by both plans; none where one of them has no discussions.
  ///
  /// - Complexity: O(people log people).
  init(from earlier: DiscussionPlan?, to plan: DiscussionPlan?, since tables: TableChange) {
    self.tables = tables
    guard earlier != nil, plan != nil, let old = tables.earlier.discussion,
      let discussion = tables.event.discussion
    else {
      changes = []
      return
    }
    let groupsBefore = Dictionary(old.groups.map { ($0.kind, $0) }) { first, _ in first }
    changes = discussion.groups.indices.flatMap { index -> [Change] in
      guard let group = groupsBefore[discussion.groups[index].kind] else { return [] }
      let before = tables.earlier.officers(of: group)
      let now = tables.event.officers(of: discussion.groups[index])
      let duties = [
        (Wording.convener, [before.convener].compactMap(\.self), [now.convener].compactMap(\.self)),
        (Wording.recorder, [before.recorder].compactMap(\.self), [now.recorder].compactMap(\.self)),
        (Wording.service, before.service, now.service),
      ]
      return duties.compactMap { duty, before, now in
        before.map { tables.people[$0] } == now.map(Optional.some)
          ? nil : Change(group: index, duty: duty, before: before, now: now)
      }
    }
  }
}
