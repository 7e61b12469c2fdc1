import Assembly
import Testing
import Verification

@Suite struct `A plan of the staff's work` {
  private func at(_ hour: Int) -> Moment {
    Moment(day: Day(year: 2026, month: 3, day: 5)!, hour: hour, minute: 0)!
  }

  /// Three of the staff; post a from 8 to 10 for two, b from 9 to 11, c from 11 to 12.
  private func event(_ change: (inout EventDraft) -> Void = { _ in }) throws -> Event {
    var draft = EventDraft(settings: Settings(name: "会议"))
    draft.people = (0..<3).map { number in
      var person = PersonEntry(row: number + 2, id: "p\(number)", name: "人\(number)")
      person.role = .staff
      return person
    }
    draft.duties = [("a", 8, 10, 2), ("b", 9, 11, 1), ("c", 11, 12, 1)].enumerated().map { index, post in
      var rule = DutyRule(row: index + 2, kind: .other)
      (rule.post, rule.from, rule.to, rule.people) = (post.0, at(post.1), at(post.2), post.3)
      return rule
    }
    change(&draft)
    return try Event(draft)
  }

  /// - Parameter people: those of each post, as posts begin.
  private func violations(
    _ people: [[Int]], missing: [Int] = [0, 0, 0], _ event: Event, _ figures: Figures? = nil
  ) -> [Violation] {
    let due = event.postsDue(beside: EventPlan())
    let plan = StaffPlan(
      assignments: zip(due, zip(people, missing)).map { post, who in
        StaffAssignment(post: post.post, people: who.0, missing: who.1)
      })
    return Verification(of: event, names: event.nameOrdering().order)
      .violations(of: plan, beside: EventPlan(), figures: figures)
  }

  private func id(_ title: String) -> StaffPost.ID { StaffPost.ID(title: title, subject: "03-05") }

  @Test func `that keeps every rule has nothing against it, and its terms are these`() throws {
    let event = try event()
    // Loads of 4 + 2, 4 and 4 half hours.
    let figures = Figures(status: .feasible, terms: [.staffLoad: 68], bound: 60)
    #expect(violations([[0, 1], [2], [0]], event, figures) == [])
    #expect(
      violations([[0, 1], [2], [2]], event, Figures(status: .feasible, terms: [.staffLoad: 67], bound: 60))
        == [
          .termDiffers(.staffLoad, told: 67, actual: 68)
        ])
  }

  @Test func `has nobody in two places at once, nor twice in one`() throws {
    #expect(violations([[0, 1], [1], [2]], try event()) == [.atTwoPosts(person: 1, id("a"), id("b"))])
    #expect(violations([[0, 0], [1], [2]], try event()) == [.twiceAtPost(id("a"))])
  }

  @Test func `tells every post, and who is missing`() throws {
    #expect(violations([[0], [1], [2]], try event()) == [.peopleOfPostDiffer(id("a"), told: 1, due: 2)])
    #expect(violations([[0], [1], [2]], missing: [1, 0, 0], try event()) == [])
    #expect(violations([[0, 1], [2]], try event()) == [.postForgotten(id("c"))])
  }

  @Test func `gives posts to who is there and meant by them`() throws {
    let women = try event {
      $0.people[0].gender = .male
      $0.duties![2].gender = .female
    }
    #expect(violations([[1, 2], [0], [0]], women) == [.cannotBeAtPost(person: 0, id("c"))])
    let absent = try event { $0.people[0].isAbsent = true }
    #expect(violations([[1, 2], [], [0]], missing: [0, 1, 0], absent) == [.notDue(person: 0, .staff)])
    let late = try event { $0.people[0].arrival.time = at(9) }
    #expect(violations([[0, 1], [2], [0]], late) == [.cannotBeAtPost(person: 0, id("a"))])
  }

  @Test func `keeps posts for who is named`() throws {
    let named = try event { $0.duties![0].names = ["p2"] }
    #expect(violations([[0, 1], [2], [0]], named) == [.namedForPostLeftOut(id("a"))])
    #expect(violations([[0, 2], [1], [0]], named) == [])
  }
}
