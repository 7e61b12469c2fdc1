import Assembly
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import DiscussionSolver

@Suite struct `Discussion rooms` {
  /// The name of each group's room in each session.
  private func rooms(_ event: Event, _ plan: DiscussionPlan) -> [[String]] {
    let discussion = event.discussion!
    return plan.rooms(of: discussion).map { $0.map { $0.map { discussion.rooms[$0].name } ?? "–" } }
  }

  @Test func `Each group has the room that leaves fewest seats empty, the same in every session`() throws {
    let session = [("small", 3), ("large", 9), ("middle", 5)]
    let (event, plan, figures) = try DiscussionExamples.plan(
      DiscussionExamples.draft(groups: [5, 3, 8], sessions: [session, session]))
    #expect(rooms(event, plan) == [["middle", "middle"], ["small", "small"], ["large", "large"]])
    #expect(figures.terms == [.discussionWithout: 0, .discussionEmpty: 2, .discussionChange: 0])
    #expect(figures.status == .optimal)
  }

  @Test func `Empty seats are borne so that nobody changes the room`() throws {
    let (event, plan, figures) = try DiscussionExamples.plan(
      DiscussionExamples.draft(
        groups: [3], sessions: [[("a", 3), ("b", 50)], [("b", 50)], [("a", 3), ("b", 50)]]))
    #expect(rooms(event, plan) == [["b", "b", "b"]])
    #expect(figures.objective == 141 && figures.status == .optimal)
  }

  @Test func `A shortage leaves one group out of a session, and says that others have the room`() throws {
    let (_, plan, figures) = try DiscussionExamples.plan(
      DiscussionExamples.draft(groups: [3, 6], sessions: [[("a", 6), ("b", 4)], [("a", 6)]]))
    #expect(figures.terms[.discussionWithout] == 1_000_000 && figures.status == .optimal)
    #expect(
      Set(plan.unplaced.map(\.reason)) == [.noDiscussionRoom(sessions: ["S2"], people: 3, areTaken: true)])
    #expect(plan.unplaced.map(\.person) == [0, 1, 2])
    // Nobody takes a room that is too small.
    let (_, small, _) = try DiscussionExamples.plan(
      DiscussionExamples.draft(groups: [3], sessions: [[("a", 2)]]))
    #expect(
      Set(small.unplaced.map(\.reason)) == [.noDiscussionRoom(sessions: ["S1"], people: 3, areTaken: false)])
  }

  @Test func `Who uses a wheelchair needs an accessible room where rooms tell it`() throws {
    var draft = DiscussionExamples.draft(groups: [2, 2], sessions: [[("a", 2), ("b", 9)]])
    draft.people[0].needs = [.wheelchair]
    draft.offersAccessibleDiscussionRooms = true
    draft.discussion![1].isAccessible = true
    let (event, plan, _) = try DiscussionExamples.plan(draft)
    #expect(rooms(event, plan) == [["b"], ["a"]])
  }

  @Test func `T6: groups meet by delegation, those of one name together, and people elsewhere by name`()
    throws
  {
    var draft = DiscussionExamples.draft(groups: [2, 2, 2], sessions: [[("a", 6), ("b", 6)]])
    draft.groups = [GroupEntry(row: 2, name: "G0"), GroupEntry(row: 3, name: "G1")]
    for index in 0..<2 { draft.groups[index].discussion = .with("East") }
    draft.people[5].discussion = .with("East")
    draft.people[0].discussion = .nobody
    let (event, plan, _) = try DiscussionExamples.plan(draft)
    #expect(event.discussion!.groups.map(\.members) == [[1, 2, 3, 5], [4]])
    #expect(plan.unplaced.isEmpty)
  }

  @Test func `A group whose room is lost gets the one that is free, however many people that moves`() throws {
    var draft = DiscussionExamples.draft(groups: [30], sessions: [[("a", 30), ("b", 40)]])
    let (old, plan, _) = try DiscussionExamples.plan(draft)
    draft.discussion!.removeFirst()
    let (event, anew, figures) = try DiscussionExamples.plan(draft, from: (old, plan))
    #expect(rooms(event, anew) == [["b"]])
    #expect(figures.terms[.discussionMoved] == 3_000_000 && figures.status == .optimal)
  }

  @Test func `A late change moves nobody whose room is there, and the fewest of the others`() throws {
    let sessions = [[("a", 4), ("b", 4), ("c", 5)], [("a", 4), ("b", 4), ("c", 5)]]
    let draft = DiscussionExamples.draft(groups: [3, 4], sessions: sessions)
    let (event, plan, _) = try DiscussionExamples.plan(draft)
    let (_, same, figures) = try DiscussionExamples.plan(draft, from: (event, plan))
    #expect(same.assignments == plan.assignments && figures.moves == Moves(count: 0, least: 0))
    // The room of the first group is lost in the second session.
    var changed = draft
    let lost = event.discussion!.rooms[plan.rooms(of: event.discussion!)[0][1]!]
    changed.discussion!.removeAll { $0.name == lost.name && $0.session == lost.session }
    let (_, _, after) = try DiscussionExamples.plan(changed, from: (event, plan))
    #expect(after.moves == Moves(count: 3, least: 3))
  }

  @Test func `Sixty groups in six sessions of which rooms are missing now and then are proven`() throws {
    var random = SeededGenerator(seed: 3)
    let rooms = (0..<66).map { ("R\($0)", 8 + $0 % 30) }
    let sessions = (0..<6).map { _ in rooms.filter { _ in Int.random(in: 0..<30, using: &random) > 0 } }
    let draft = DiscussionExamples.draft(groups: (0..<60).map { 6 + $0 * 7 % 27 }, sessions: sessions)
    let (_, _, figures) = try DiscussionExamples.plan(draft)
    #expect(figures.gap < 0.01)
  }
}

@Suite struct `Small discussions tried in every way` {
  @Test func `never beat the bound, nor the plan when it is proven`() throws {
    var proven = 0
    for seed in 0..<cases(120, full: 4_000) {
      let draft = DiscussionExamples.random(
        seed: seed, groups: 1 + seed % 3, sessions: 1 + seed / 3 % 3, rooms: 1 + seed / 9 % 3)
      guard (try? Event(draft)) != nil else { continue }
      let (event, _, figures) = try DiscussionExamples.plan(draft)
      let least = try #require(DiscussionExamples.least(event))
      #expect(figures.bound <= least && least <= figures.objective, "seed \(seed)")
      if figures.status == .optimal { proven += 1 }
    }
    #expect(proven > 80)
  }

  @Test func `never beat the bound after a late change either`() throws {
    for seed in 0..<cases(60, full: 2_000) {
      var draft = DiscussionExamples.random(seed: seed, groups: 3, sessions: 2, rooms: 3)
      if seed % 3 == 0 { draft.settings.weights[.discussionMoved] = seed % 40 }
      guard (try? Event(draft)) != nil else { continue }
      let (old, plan, _) = try DiscussionExamples.plan(draft)
      draft.discussion!.remove(at: seed % draft.discussion!.count)
      draft.people[0].isAbsent.toggle()
      guard let event = try? Event(draft), event.discussion != nil else { continue }
      let (_, _, figures) = try DiscussionExamples.plan(draft, from: (old, plan))
      let least = try #require(
        DiscussionExamples.least(event, from: plan.earlier(since: TableChange(from: old, to: event))))
      #expect(figures.bound <= least && least <= figures.objective, "seed \(seed)")
    }
  }
}
