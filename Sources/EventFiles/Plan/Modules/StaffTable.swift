public import Assembly
import Localization
import Tables

extension PlanFileName {
  static let staff = "staff.csv"
}

extension PlanColumns {
  static let staff =
    columns("person", "name") + [Column("phone")]
    + columns("kind", "duty", "post", "place", "end", "from", "to")
}

extension StaffPlan: FiledPlan {
  /// staff.csv.
  public static var files: [String] { [PlanFileName.staff] }

  /// A row for each person and shift of a post, and one without a person for each who is missing.
  public func tables(of event: Event) -> [PlanTable] {
    var table = PlanTable(PlanFileName.staff, PlanColumns.staff)
    for assignment in assignments {
      let post = assignment.post
      let shifts = post.shifts.map { shift in
        [shift.place, shift.end, shift.from.description, shift.to.description]
      }
      for person in assignment.people.map(Optional.some)
        + Array(repeating: nil, count: max(0, assignment.missing))
      {
        let who = person.map { event.people[$0] }
        for shift in shifts.isEmpty ? [["", "", "", ""]] : shifts {
          table.append(
            [
              who?.id ?? "", who?.name ?? "", who?.phone ?? "", post.kind.rawValue, post.id.title,
              post.id.subject,
            ]
              + shift)
        }
      }
    }
    return [table]
  }

  /// The plan that staff.csv tells.
  public static func read(_ reading: inout PlanFileReading, isDue: Bool) -> StaffPlan? {
    reading.staff(isDue: isDue)
  }
}

/// The rows of one post.
private struct PostRows {
  let kind: DutyKind
  let id: StaffPost.ID
  var shifts: [StaffShift] = []
  var people: [Int] = []
  /// Rows without a person, by shift; without shifts one entry.
  var blanks: [StaffShift?: Int] = [:]

  var assignment: StaffAssignment {
    StaffAssignment(
      post: StaffPost(kind: kind, id: id, shifts: shifts), people: people, missing: blanks.values.max() ?? 0)
  }
}

extension PlanFileReading {
  /// The plan of the staff, which vehicles tell too: who leads them.
  mutating func staff(isDue: Bool) -> StaffPlan? {
    guard let sheet = sheet(PlanFileName.staff, PlanColumns.staff, isDue: isDue) else { return nil }
    guard event.staffing != nil else {
      diagnostics.append(Diagnostic(source: PlanFileName.staff, message: Wording.noDutiesOfPlan))
      return nil
    }
    var cells = CellReader(sheet)
    var posts: [PostRows] = []
    var indices: [StaffPost.ID: Int] = [:]
    var known: [Set<StaffShift>] = []
    for row in sheet.table.rows {
      let person = cells.text("person", row).isEmpty ? nil : self.person(row, &cells)
      let title = cells.required("duty", row)
      let kind = DutyKind(rawValue: cells.text("kind", row))
      if kind == nil { cells.refuse("kind", row, Wording.noSuchKindOfPlan) }
      let shift = shift(row, &cells)
      guard let title, let kind, person != nil || cells.text("person", row).isEmpty else { continue }
      let id = StaffPost.ID(title: title, subject: cells.text("post", row))
      let index = indices[id] ?? posts.count
      if index == posts.count {
        indices[id] = index
        posts.append(PostRows(kind: kind, id: id))
        known.append([])
      }
      if let shift, known[index].insert(shift).inserted { posts[index].shifts.append(shift) }
      if let person {
        if !posts[index].people.contains(person) { posts[index].people.append(person) }
      } else {
        posts[index].blanks[shift, default: 0] += 1
      }
    }
    diagnostics += cells.diagnostics
    return StaffPlan(assignments: posts.map(\.assignment))
  }

  /// The times and places of a row; nothing for a post without hours.
  private func shift(_ row: Table.Row, _ cells: inout CellReader) -> StaffShift? {
    guard !cells.text("from", row).isEmpty || !cells.text("to", row).isEmpty else { return nil }
    let (from, to) = (cells.requiredMoment("from", row), cells.requiredMoment("to", row))
    guard let from, let to else { return nil }
    return StaffShift(from: from, to: to, place: cells.text("place", row), end: cells.text("end", row))
  }
}
