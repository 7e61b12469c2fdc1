public import Assembly
import IntegerProgramming
public import SolverShared

/// Gives discussion groups their rooms in every session, with a bound that holds for every plan.
///
/// Rooms are matched session by session beside those before and after; prices of rooms and paths of groups through the
/// sessions bound the objective. Formulation.md has the models.
public struct DiscussionPlanner: ModulePlanner {
  private let event: Event
  private let discussion: Discussion

  /// The discussions of an event; nothing when it has none.
  public init?(_ event: Event, beside context: PlanningContext) {
    guard let discussion = event.discussion else { return nil }
    self.event = event
    self.discussion = discussion
  }

  /// Plans the rooms. No wish binds them, so that there is a plan always.
  public func solve(_ options: SolverOptions, from earlier: EarlierPlan?) -> Outcome<DiscussionPlan> {
    let before = earlier?.discussion
    guard let problem = DiscussionProblem(event, from: before) else {
      return .plan(DiscussionPlan(assignments: []), Figures(status: .optimal, terms: [:], bound: 0))
    }
    let schedule = RoomSchedule(problem, options.interruption)
    let bounds = DiscussionBound(problem, schedule, options.interruption) { bound in
      Int(Double(bound) / max(1 - options.gap, 1e-9))
    }
    let rooms = bounds.schedule.rooms
    // The bound is told for plans that give as many groups a room: the surcharge is no term.
    let without = rooms.reduce(0) { $0 + $1.count { $0 < 0 } }
    var figures = Figures(
      status: .feasible, terms: problem.terms(rooms, isReplan: before != nil),
      bound: max(0, bounds.bound - problem.surcharge * without))
    figures.work = ["iterations": bounds.iterations, "columns": bounds.columns]
    if before != nil { figures.moves = moves(rooms, problem, options.interruption) }
    figures.status = options.status(of: figures)
    options.watch?.found(figures.objective)
    options.watch?.proved(figures.bound)
    return .plan(plan(of: rooms, problem), figures)
  }

  /// How many people the rooms move, and how many any plan must that gives as many groups a room.
  private func moves(
    _ rooms: DiscussionProblem.Rooms, _ problem: DiscussionProblem, _ interruption: Interruption?
  ) -> Moves {
    var count = 0
    var least = 0
    for (session, places) in problem.sessions.enumerated() {
      var without = 0
      for group in 0..<problem.groups {
        let room = rooms[session][group]
        if room >= 0 { count += places.moves[group][room].count } else { without += 1 }
      }
      // A group without a room counts more than all moves, so that the fewest of them are without.
      let much = 1 + discussion.groups.reduce(0) { $0 + $1.members.count }
      let costs = places.costs.enumerated().map { group, costs in
        costs.enumerated().map { room, cost in cost == nil ? nil : places.moves[group][room].count }
      }
      least += max(0, RoomMatching(costs, without: much).cost - much * without)
    }
    return Moves(count: count, least: min(least, count))
  }

  private func plan(of rooms: DiscussionProblem.Rooms, _ problem: DiscussionProblem) -> DiscussionPlan {
    var assignments: [DiscussionAssignment] = []
    var unplaced: [Unplaced] = []
    for (group, who) in discussion.groups.enumerated() {
      var (without, areTaken) = ([String](), true)
      for session in problem.sessions.indices {
        let room = rooms[session][group]
        if room >= 0 {
          assignments.append(DiscussionAssignment(group: group, room: problem.sessions[session].rooms[room]))
        } else {
          without.append(discussion.sessions[session])
          areTaken = areTaken && problem.sessions[session].rooms.contains { discussion.holds(group, in: $0) }
        }
      }
      guard !without.isEmpty else { continue }
      unplaced += who.members.map {
        Unplaced(
          person: $0, module: .discussion,
          reason: .noDiscussionRoom(sessions: without, people: who.members.count, areTaken: areTaken))
      }
    }
    return DiscussionPlan(assignments: assignments, unplaced: unplaced)
  }
}

extension DiscussionProblem {
  /// The terms of rooms.
  func terms(_ rooms: Rooms, isReplan: Bool) -> [Term: Int] {
    let weights = event.settings.weights
    var (without, empty, change, moved) = (0, 0, 0, 0)
    for (session, places) in sessions.enumerated() {
      for group in 0..<groups {
        let room = rooms[session][group]
        guard room >= 0 else {
          without += 1
          continue
        }
        empty += discussion.rooms[places.rooms[room]].seats - discussion.groups[group].members.count
        moved += places.moves[group][room].weight
        guard session > 0 else { continue }
        let before = rooms[session - 1][group]
        if before >= 0, sessions[session - 1].places[before] != places.places[room] { change += 1 }
      }
    }
    var terms: [Term: Int] = [
      .discussionWithout: weights[.discussionWithout] * without,
      .discussionEmpty: weights[.discussionEmpty] * empty,
      .discussionChange: weights[.discussionChange] * change,
    ]
    if isReplan { terms[.discussionMoved] = weights[.discussionMoved] * moved }
    return terms
  }
}
