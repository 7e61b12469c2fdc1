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

  /// Each person's head, and under it a row a post: the day where it is another one, when, what and where.
  private func blocks(of people: [Int], _ plan: StaffPlan, width: Double) -> [PrintedBlock] {
    let table = ListTable(
      self,
      [
        .init(title: Phrase("日期", "Date"), width: 30, style: TextStyle(.hei, 9.5, bold: true)),
        .init(title: Wording.staffTime, width: 34, style: .number, wraps: true),
        .init(title: Wording.staffPosts, wraps: true),
        .init(title: Wording.staffPlace, width: 56, wraps: true),
      ], width: width, rowHeight: 5.6)
    let posts = plan.posts(of: event)
    return [table.heading(say(Wording.dutiesByPerson)), table.headerBlock]
      + people.flatMap { person -> [PrintedBlock] in
        let own = posts[person].map { plan.assignments[$0].post }
        let again = table.continuation(of: listName(of: person))
        let hours = StaffPlan.hours(own.reduce(0) { $0 + $1.work })
        let facts = [
          phone(of: person), say(Phrase("\(hours) 小时", "\(hours) hours")),
          say(Phrase("\(own.count) 个岗位", counted(own.count, "post"))),
        ].filter { !$0.isEmpty }.joined(separator: " · ")
        var day = ""
        return [.space(2), table.heading(listName(of: person), facts)]
          + own.enumerated().map { place, post in
            let days = post.days.map(say) ?? ""
            defer { day = days }
            return table.row(
              [
                place > 0 && days == day ? "" : days, say(post.hours), post.nameOnItsDay.printable,
                post.places.printable,
              ],
              repeated: again)
          }
      }
  }

  private func blocks(of assignments: [StaffAssignment], _ kind: DutyKind, width: Double) -> [PrintedBlock] {
    let table = ListTable(
      self,
      [
        .init(title: Wording.staffPost, width: 50, style: TextStyle(.hei, 9.5, bold: true), wraps: true),
        .init(title: Wording.staffTime, width: 52, wraps: true),
        .init(title: Wording.staffPlace, width: 34, wraps: true),
        .init(title: Wording.staffName, wraps: true),
      ], width: width)
    let again = table.continuation(of: say(kind.heading))
    let standIns = StandInLeaders(plan.vehicles, in: event)
    return [.space(4), table.heading(say(kind.heading)), table.headerBlock]
      + assignments.map { assignment in
        let people = assignment.people.map { person in
          [name(of: person), phone(of: person)].filter { !$0.isEmpty }.joined(separator: " ")
        }
        let names = standIns.people(at: assignment).map(name)
        let missing =
          assignment.missing > 0 ? [say(Wording.lacking(assignment.missing, standIns: names))] : []
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
