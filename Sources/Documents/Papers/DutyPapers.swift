import Assembly
import Localization
import Printing

extension Paper {
  /// For the organizers and the staff: who does what, and who is where.
  static let dutyList = Paper(
    "duty-list", Phrase("分工表", "Duty list"), reprintedAs: .dutyList
  ) { plan, _ in
    plan.staff.map { !$0.assignments.isEmpty } ?? false
  } _: {
    $0.dutyList()
  }
}

extension PaperDesk {
  // MARK: 分工表

  /// Person by person, then post by post.
  fileprivate func dutyList() -> [Page] {
    guard let plan = plan.staff else { return [] }
    let list = ListPages(desk: self, title: Phrase("工作分工", "Duties"))
    let people = plan.people(of: event).filter(isSelected)
    guard !people.isEmpty || plan.missing > 0 else { return [] }
    let posts = plan.assignments.filter { $0.people.contains(where: isSelected) || selection.people == nil }
    return list.pages([
      ListPages.Chapter(
        lines: [
          say(
            Phrase(
              "\(people.count) 人，\(posts.count) 个岗位\(plan.missing > 0 ? "，缺 \(plan.missing) 人" : "")",
              "\(counted(people.count, "person", "people")), \(counted(posts.count, "post"))"
                + (plan.missing > 0 ? ", \(plan.missing) missing" : "")))
        ],
        blocks: blocks(of: people, plan, width: list.width)
          + StaffPlan(assignments: posts).byKind.flatMap { kind, assignments in
            blocks(of: assignments, kind, width: list.width)
          })
    ])
  }

  private func blocks(of people: [Int], _ plan: StaffPlan, width: Double) -> [PrintedBlock] {
    let table = ListTable(
      self,
      [
        .init(title: Wording.staffName, width: 26, style: .name),
        .init(title: Wording.staffPhone, width: 28, style: .number),
        .init(title: Wording.staffHours, width: 13, alignment: .trailing, style: .number),
        .init(title: Wording.staffPosts, wraps: true),
      ], width: width)
    let posts = plan.posts(of: event)
    let again = table.continuation(of: say(Wording.dutiesByPerson))
    return [table.heading(say(Wording.dutiesByPerson)), table.headerBlock]
      + people.map { person in
        let own = posts[person].map { plan.assignments[$0].post }
        return table.row(
          [
            listName(of: person), phone(of: person), StaffPlan.hours(own.reduce(0) { $0 + $1.work }),
            own.map { "\($0.name) \(say($0.times))".printable }.joined(separator: say(Phrase("；", "; "))),
          ], repeated: again)
      }
  }

  private func blocks(of assignments: [StaffAssignment], _ kind: DutyKind, width: Double) -> [PrintedBlock] {
    let table = ListTable(
      self,
      [
        .init(title: Wording.staffPost, width: 50, style: TextStyle(.hei, 9.5, bold: true), wraps: true),
        .init(title: Wording.staffTime, width: 44, wraps: true),
        .init(title: Wording.staffPlace, width: 34, wraps: true),
        .init(title: Wording.staffName, wraps: true),
      ], width: width)
    let again = table.continuation(of: say(kind.heading))
    return [.space(4), table.heading(say(kind.heading)), table.headerBlock]
      + assignments.map { assignment in
        let people = assignment.people.map { person in
          [name(of: person), phone(of: person)].filter { !$0.isEmpty }.joined(separator: " ")
        }
        let missing = assignment.missing > 0 ? [say(Wording.lacking(assignment.missing))] : []
        return table.row(
          [
            assignment.post.name.printable, say(assignment.post.times), assignment.post.places.printable,
            (people + missing).joined(separator: separator),
          ], repeated: again)
      }
  }

  /// What somebody does: each kind of post once.
  func duties(of person: Int) -> String {
    let posts = plan.staff?.assignments.filter { $0.people.contains(person) } ?? []
    return posts.map(\.post.id.title.printable).distinct.joined(separator: separator)
  }
}
