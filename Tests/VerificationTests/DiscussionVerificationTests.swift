import Assembly
import Testing
import Verification

@Suite struct `A plan of discussion rooms` {
  /// Groups A of two and B of one; rooms x of two seats and y of four in each of two sessions.
  private func event(_ change: (inout EventDraft) -> Void = { _ in }) throws -> Event {
    var draft = EventDraft(settings: Settings(name: "会议"))
    draft.people = (0..<3).map { number in
      var person = PersonEntry(row: number + 2, id: "p\(number)", name: "人\(number)")
      person.groupName = number < 2 ? "A" : "B"
      return person
    }
    draft.discussion = [("x", "am", 2), ("y", "am", 4), ("x", "pm", 2), ("y", "pm", 4)].enumerated().map {
      DiscussionRoom(row: $0 + 2, name: $1.0, session: $1.1, seats: $1.2)
    }
    change(&draft)
    return try Event(draft)
  }

  private func violations(
    _ rooms: [(group: Int, room: Int)], _ event: Event, without: [Int] = [], _ figures: Figures? = nil
  ) -> [Violation] {
    let plan = DiscussionPlan(
      assignments: rooms.map { DiscussionAssignment(group: $0.group, room: $0.room) },
      unplaced: without.map { Unplaced(person: $0, module: .discussion, reason: .told("full")) })
    return Verification(of: event, names: event.nameOrdering().order)
      .violations(of: plan, figures: figures)
  }

  @Test func `that keeps every rule has nothing against it, and its terms are these`() throws {
    let event = try event()
    let figures = Figures(
      status: .optimal, terms: [.discussionEmpty: 6, .discussionChange: 0, .discussionWithout: 0], bound: 6)
    #expect(violations([(0, 0), (0, 2), (1, 1), (1, 3)], event, figures) == [])
    #expect(
      violations([(0, 0), (0, 3), (1, 1), (1, 2)], event, figures) == [
        .termDiffers(.discussionChange, told: 0, actual: 1_000)
      ])
  }

  @Test func `gives no room to two groups, and none too small`() throws {
    #expect(
      violations([(0, 1), (0, 2), (1, 1), (1, 3)], try event())
        == [.discussionRoomShared(groups: [0, 1], room: 1)])
    let small = try event { $0.discussion![0].seats = 1 }
    #expect(
      violations([(0, 0), (0, 2), (1, 1), (1, 3)], small) == [.discussionRoomUnfit(group: 0, room: 0)])
  }

  @Test func `lets wheelchairs in where rooms tell it`() throws {
    let event = try event {
      $0.people[2].needs = [.wheelchair]
      $0.offersAccessibleDiscussionRooms = true
      $0.discussion![3].isAccessible = true
    }
    #expect(
      violations([(0, 0), (0, 2), (1, 1), (1, 3)], event) == [.discussionRoomUnfit(group: 1, room: 1)])
  }

  @Test func `tells everybody of a group that has no room in some session, once`() throws {
    let event = try event()
    #expect(violations([(0, 0), (1, 1), (1, 3)], event, without: [0, 1]) == [])
    #expect(
      violations([(0, 0), (1, 1), (1, 3)], event, without: [0, 2]) == [
        .forgotten(person: 1, .discussion), .seatedAndUnplaced(person: 2, .discussion),
      ])
  }

  @Test func `gives a group one room in a session`() throws {
    #expect(
      violations([(0, 0), (0, 2), (1, 1), (1, 3), (0, 3)], try event()) == [
        .discussionRoomShared(groups: [0, 1], room: 3), .twoDiscussionRooms(group: 0, session: 1),
      ])
  }
}
