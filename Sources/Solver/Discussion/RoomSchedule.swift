import IntegerProgramming

/// Looks for good rooms in all sessions: session after session by matching, beside the rooms that groups have before and
/// after, from each session and from places that groups keep, until no session can be bettered.
struct RoomSchedule {
  /// The best rooms found.
  private(set) var rooms: DiscussionProblem.Rooms
  private(set) var objective: Int
  private let problem: DiscussionProblem

  init(_ problem: DiscussionProblem, _ interruption: Interruption?) {
    self.problem = problem
    let none = problem.sessions.map { _ in [Int](repeating: -1, count: problem.groups) }
    rooms = none
    objective = problem.objective(none)
    take(sweep(from: 0, none, [Int?](repeating: nil, count: problem.groups)))
    guard interruption?.isInterrupted != true else { return }
    take(sweep(from: 0, none, placesKept()))
    for start in problem.sessions.indices.dropFirst() where interruption?.isInterrupted != true {
      take(sweep(from: start, none, [Int?](repeating: nil, count: problem.groups)))
    }
  }

  /// Takes rooms that are given from elsewhere where they are better, and betters them.
  mutating func take(_ other: DiscussionProblem.Rooms) {
    let bettered = better(other)
    let cost = problem.objective(bettered)
    if cost < objective { (rooms, objective) = (bettered, cost) }
  }

  /// Takes rooms for which prices ask, where they are better: one session after another is matched beside the rooms of the one
  /// before it and the cheapest paths through those after it.
  mutating func take(at prices: [[Int]], _ pricing: PathPricing) {
    var later = problem.sessions.map { session in
      (0..<problem.groups).map { _ in PathPricing.Later(rooms: session.rooms.map { _ in 0 }) }
    }
    for session in problem.sessions.indices.dropLast().reversed() {
      later[session] = (0..<problem.groups).map {
        pricing.costs(of: $0, after: session, later[session + 1][$0], prices[session + 1])
      }
    }
    var rooms = problem.sessions.map { _ in [Int](repeating: -1, count: problem.groups) }
    let anywhere = [Int?](repeating: nil, count: problem.groups)
    for session in problem.sessions.indices {
      rooms[session] = matched(
        session, beside: session > 0 ? [session - 1] : [], rooms, anywhere, later[session])
    }
    take(rooms)
  }

  /// Matches the sessions one after another, from one forward and back, each beside those matched.
  ///
  /// - Parameter kept: the place that a group would keep; others cost it a change.
  private func sweep(
    from start: Int, _ rooms: DiscussionProblem.Rooms, _ kept: [Int?]
  ) -> DiscussionProblem.Rooms {
    var rooms = rooms
    var isMatched = problem.sessions.map { _ in false }
    for session in Array(start..<problem.sessions.count) + (0..<start).reversed() {
      let beside = [session - 1, session + 1].filter {
        problem.sessions.indices.contains($0) && isMatched[$0]
      }
      rooms[session] = matched(session, beside: beside, rooms, kept)
      isMatched[session] = true
    }
    return rooms
  }

  private func better(_ rooms: DiscussionProblem.Rooms) -> DiscussionProblem.Rooms {
    var rooms = rooms
    var cost = problem.objective(rooms)
    while true {
      for session in problem.sessions.indices {
        let beside = [session - 1, session + 1].filter(problem.sessions.indices.contains)
        rooms[session] = matched(
          session, beside: beside, rooms, [Int?](repeating: nil, count: problem.groups))
      }
      let new = problem.objective(rooms)
      guard new < cost else { return rooms }
      cost = new
    }
  }

  /// - Parameter later: by group what the sessions after it cost.
  private func matched(
    _ session: Int, beside others: [Int], _ rooms: DiscussionProblem.Rooms, _ kept: [Int?],
    _ later: [PathPricing.Later]? = nil
  ) -> [Int] {
    let this = problem.sessions[session]
    let costs = this.costs.enumerated().map { group, costs in
      costs.enumerated().map { room, cost -> Int? in
        guard var cost else { return nil }
        for other in others where rooms[other][group] >= 0 {
          if problem.sessions[other].places[rooms[other][group]] != this.places[room] {
            cost += problem.weightOfChange
          }
        }
        if let place = kept[group], place != this.places[room] { cost += problem.weightOfChange }
        if let later { cost += later[group].rooms[room] - later[group].none }
        return cost
      }
    }
    return RoomMatching(costs, without: problem.weightWithout).rooms
  }

  /// A place for each group that it would keep in all sessions: by a matching over all of them at once.
  private func placesKept() -> [Int?] {
    let places = Set(problem.sessions.flatMap(\.places)).sorted()
    let indices = problem.sessions.map { session in
      Dictionary(zip(session.places, 0...)) { first, _ in first }
    }
    let costs = (0..<problem.groups).map { group in
      places.map { place -> Int? in
        var sum = 0
        var isSomewhere = false
        for (session, index) in zip(problem.sessions, indices) {
          if let room = index[place], let cost = session.costs[group][room] {
            sum += cost
            isSomewhere = true
          } else {
            sum += 2 * problem.weightOfChange
          }
        }
        return isSomewhere ? sum : nil
      }
    }
    let most = problem.weightWithout.addingReportingOverflow(1).partialValue
    return RoomMatching(costs, without: max(most, 1) * problem.sessions.count).rooms.map {
      $0 >= 0 ? places[$0] : nil
    }
  }
}
