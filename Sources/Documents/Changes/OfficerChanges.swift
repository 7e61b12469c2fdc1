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

  /// What each of those concerned is told: a duty that they have now, or have no longer.
  func told(in language: Language) -> [ToldChange] {
    changes.flatMap { change -> [ToldChange] in
      guard let group = tables.event.discussion?.groups[change.group] else { return [] }
      let name = group.name.capitalized
      let duty = Phrase("\(name.chinese) \(change.duty.chinese)", "\(name.english): \(change.duty.english)")
      let before = change.before.map { (old: $0, now: tables.people[$0]) }
      func names(_ people: [Person]) -> String {
        people.map(\.shownName).joined(separator: Phrase("、", ", ")[language])
      }
      let gone = before.filter { !change.now.map(Optional.some).contains($0.now) }
      let come = change.now.filter { !before.map(\.now).contains($0) }
      let predecessors = names(gone.map { tables.earlier.people[$0.old] })
      let successors = names(come.map { tables.event.people[$0] })
      let new = come.map { person in
        ToldChange(
          of: tables.event.people[person], key: [person, nil], from: Phrase(""), to: duty,
          cause: predecessors.isEmpty
            ? Wording.newDuty : Phrase("接替\(predecessors)", "in place of \(predecessors)"))
      }
      // Who is gone or absent needs no word of a duty.
      let relieved = gone.compactMap(\.now).filter { !tables.event.people[$0].isAbsent }.map { person in
        ToldChange(
          of: tables.event.people[person], key: [person, nil], from: duty, to: Phrase(""),
          cause: successors.isEmpty ? Wording.dutyGone : Phrase("改由\(successors)担任", "\(successors) now"))
      }
      return new + relieved
    }
  }
}

extension Wording {
  fileprivate static let newDuty = Phrase("新增", "new")
  fileprivate static let dutyGone = Phrase("不再设", "no longer needed")
}
