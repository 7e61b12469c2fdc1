import Assembly
import Localization
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import DiscussionSolver

/// Small events with discussions, written down in a line.
enum DiscussionExamples {
  /// Groups of these sizes, and of each session rooms by name and seats.
  static func draft(groups sizes: [Int], sessions: [[(String, Int)]]) -> EventDraft {
    var draft = EventDraft(settings: Settings(name: "example"))
    for (group, size) in sizes.enumerated() {
      for _ in 0..<size { draft.addDiner(of: "G\(group)") }
    }
    draft.discussion = sessions.enumerated().flatMap { session, rooms in
      rooms.map { DiscussionRoom(row: 0, name: $0.0, session: "S\(session + 1)", seats: $0.1) }
    }
    for index in draft.discussion!.indices { draft.discussion![index].row = index + 2 }
    return draft
  }

  /// Any event of so many groups, sessions and rooms; most rooms are there in every session.
  static func random(seed: Int, groups: Int, sessions: Int, rooms: Int) -> EventDraft {
    var random = SeededGenerator(seed: seed)
    func often(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &random) < share }
    let places = (0..<rooms).map { ("R\($0)", Int.random(in: 1...5, using: &random)) }
    var draft = draft(
      groups: (0..<groups).map { _ in Int.random(in: 1...4, using: &random) },
      sessions: (0..<sessions).map { _ in
        let open = places.filter { _ in often(75) }
        return open.isEmpty ? [places[0]] : open
      })
    for index in draft.people.indices {
      if often(4) { draft.people[index].needs = [.wheelchair] }
      if often(4) { draft.people[index].isAbsent = true }
      if often(6) { draft.people[index].discussion = often(50) ? .with("X") : .nobody }
      if often(10) { draft.people[index].rank = Double(index + 1) }
    }
    draft.offersAccessibleDiscussionRooms = often(40)
    for index in draft.discussion!.indices { draft.discussion![index].isAccessible = often(60) }
    if often(40) {
      for term in [Term.discussionWithout, .discussionEmpty, .discussionChange] {
        draft.settings.weights[term] = Int.random(in: 0...20, using: &random)
      }
    }
    return draft
  }

  static func plan(
    _ draft: EventDraft, from earlier: (Event, DiscussionPlan)? = nil
  ) throws -> (event: Event, plan: DiscussionPlan, figures: Figures) {
    let event = try Event(draft)
    let planner = try #require(DiscussionPlanner(event, beside: PlanningContext(names: PlainOrder())))
    var before: EarlierPlan?
    if let (old, plan) = earlier {
      before = EarlierPlan()
      before?.discussion = plan.earlier(since: TableChange(from: old, to: event))
    }
    guard case .plan(let plan, let figures) = planner.solve(SolverOptions(), from: before) else {
      throw TableExamples.Unsolved()
    }
    let verification = Verification(of: event, names: PlainOrder(), earlier: before)
    let broken = verification.violations(of: plan, figures: figures).map { $0.phrase(in: event).english }
    #expect(broken == [])
    return (event, plan, figures)
  }

  /// The least objective of all plans, tried one by one; after a late change of those that give as many groups a room.
  static func least(_ event: Event, from earlier: EarlierDiscussion? = nil) -> Int? {
    guard let problem = DiscussionProblem(event, from: earlier) else { return nil }
    var (lowest, least) = (Int.max, Int.max)
    var rooms = problem.sessions.map { _ in [Int](repeating: -1, count: problem.groups) }
    func search(_ session: Int, _ group: Int) {
      guard session < problem.sessions.count else {
        let objective = problem.objective(rooms)
        guard objective < lowest else { return }
        lowest = objective
        least = objective - problem.surcharge * rooms.reduce(0) { $0 + $1.count { $0 < 0 } }
        return
      }
      guard group < problem.groups else { return search(session + 1, 0) }
      for room in -1..<problem.sessions[session].rooms.count {
        if room >= 0 {
          guard problem.sessions[session].costs[group][room] != nil,
            !rooms[session][..<group].contains(room)
          else { continue }
        }
        rooms[session][group] = room
        search(session, group + 1)
      }
      rooms[session][group] = -1
    }
    search(0, 0)
    return least
  }
}
