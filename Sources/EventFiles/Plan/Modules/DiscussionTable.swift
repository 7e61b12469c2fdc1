public import Assembly
import Localization
import Tables

extension PlanFileName {
  static let discussion = "discussion.csv"
}

extension PlanColumns {
  static let discussion = columns("group", "session", "room", "people")
}

extension DiscussionPlan: FiledPlan {
  /// discussion.csv.
  public static var files: [String] { [PlanFileName.discussion] }

  /// A row a group and session.
  public func tables(of event: Event) -> [PlanTable] {
    guard let discussion = event.discussion else { return [] }
    var table = PlanTable(PlanFileName.discussion, PlanColumns.discussion)
    for assignment in assignments {
      let (group, room) = (discussion.groups[assignment.group], discussion.rooms[assignment.room])
      table.append([
        group.fileName(event.settings.language), room.session, room.name, String(group.members.count),
      ])
    }
    return [table]
  }

  /// The plan that discussion.csv tells.
  public static func read(_ reading: inout PlanFileReading, isDue: Bool) -> DiscussionPlan? {
    reading.discussion(isDue: isDue)
  }
}

extension DiscussionGroup {
  /// Its name in the file; people without a group are told by the word for their role.
  fileprivate func fileName(_ language: Language) -> String {
    switch kind {
    case .named(let name): name
    case .role(let role): Words.role.word(for: role, in: language)
    }
  }
}

extension PlanFileReading {
  fileprivate mutating func discussion(isDue: Bool) -> DiscussionPlan? {
    guard let sheet = sheet(PlanFileName.discussion, PlanColumns.discussion, isDue: isDue) else { return nil }
    guard let discussion = event.discussion else {
      diagnostics.append(Diagnostic(source: PlanFileName.discussion, message: Wording.noDiscussionOfPlan))
      return nil
    }
    let language = event.settings.language
    let groups = Dictionary(discussion.groups.enumerated().map { ($1.fileName(language), $0) }) { first, _ in
      first
    }
    let sessions = Dictionary(zip(discussion.sessions, 0...)) { first, _ in first }
    var cells = CellReader(sheet)
    var assignments: [DiscussionAssignment] = []
    for row in sheet.table.rows {
      let name = cells.required("group", row)
      let group = name.flatMap { groups[$0] }
      if name != nil, group == nil { cells.refuse("group", row, Wording.noSuchDiscussionGroupOfPlan) }
      let room = cells.required("room", row).flatMap { room in
        sessions[cells.text("session", row)].flatMap { discussion.room(room, session: $0) }
      }
      guard let group else { continue }
      guard let room else {
        cells.refuse("room", row, Wording.noSuchDiscussionRoomOfPlan)
        continue
      }
      let people = discussion.groups[group].members.count
      if cells.text("people", row) != String(people) {
        cells.refuse("people", row, Wording.otherCountOfDiscussion(people))
      }
      assignments.append(DiscussionAssignment(group: group, room: room))
    }
    diagnostics += cells.diagnostics
    return DiscussionPlan(assignments: assignments, unplaced: unplaced(in: .discussion))
  }
}
