import Assembly

/// The discussions of an event as the solver sees them: for each group and session which rooms hold it, and what each
/// costs.
struct DiscussionProblem {
  let event: Event
  let discussion: Discussion
  /// Places by session: those that have a room in it, with what the room costs a group; no cost where it does not hold it.
  let sessions: [Session]
  /// What the search counts when a group has no room in a session: its weight and ``surcharge``.
  let weightWithout: Int
  /// After a late change no move, however many people it moves, is saved by leaving a group without a room: so much more
  /// than its weight each counts.
  let surcharge: Int
  /// What it costs when a group is in another place than in the session before.
  let weightOfChange: Int
  /// Number of groups.
  let groups: Int

  /// The rooms of a session.
  struct Session {
    /// Indices in ``Discussion/rooms``.
    let rooms: [Int]
    /// The place of each room; the same number is the same place in another session.
    let places: [Int]
    /// By group, then by room: nothing where the room does not hold the group.
    let costs: [[Int?]]
    /// By group, then by room: people who move there, weighted and counted.
    let moves: [[(weight: Int, count: Int)]]
  }

  /// Nothing for an event without discussions.
  init?(_ event: Event, from earlier: EarlierDiscussion?) {
    guard let discussion = event.discussion else { return nil }
    self.event = event
    self.discussion = discussion
    let weights = event.settings.weights
    weightOfChange = weights[.discussionChange]
    groups = discussion.groups.count
    let weightOfMove = weights[.discussionMoved]
    let everybody = discussion.groups.reduce(0) { sum, group in
      group.members.reduce(sum) { $0 + event.weightOfMove($1) }
    }
    surcharge =
      earlier == nil || weights[.discussionWithout] == 0
      ? 0 : weightOfMove * everybody * discussion.roomsOfSession.count
    weightWithout = weights[.discussionWithout] + surcharge
    sessions = discussion.roomsOfSession.enumerated().map { session, rooms in
      let places = earlier.map {
        $0.sessions.indices.contains(session) ? $0.sessions[session] : EarlierPlaces([])
      }
      let moves = discussion.groups.map { group in
        Self.moves(of: group.members, to: rooms, from: places, event)
      }
      return Session(
        rooms: rooms, places: rooms.map { discussion.placeOfRoom[$0] },
        costs: discussion.groups.indices.map { group in
          rooms.enumerated().map { index, room in
            guard discussion.holds(group, in: room) else { return nil }
            let empty = discussion.rooms[room].seats - discussion.groups[group].members.count
            return weights[.discussionEmpty] * empty + weightOfMove * moves[group][index].weight
          }
        }, moves: moves)
    }
  }

  /// People of a group who move to each room, weighted and counted: all who had one but those who were there.
  private static func moves(
    of members: [Int], to rooms: [Int], from places: EarlierPlaces<Int>?, _ event: Event
  ) -> [(weight: Int, count: Int)] {
    guard let places else { return rooms.map { _ in (0, 0) } }
    var all = (weight: 0, count: 0)
    var stay: [Int: (weight: Int, count: Int)] = [:]
    for person in members where places.had(person) {
      let weight = event.weightOfMove(person)
      all = (all.weight + weight, all.count + 1)
      guard let room = places[person] else { continue }
      let others = stay[room] ?? (0, 0)
      stay[room] = (others.weight + weight, others.count + 1)
    }
    return rooms.map { room in
      let there = stay[room] ?? (0, 0)
      return (all.weight - there.weight, all.count - there.count)
    }
  }

  /// Who is where: by session and group the place of the room in ``Session/rooms``, −1 for none.
  typealias Rooms = [[Int]]

  /// What rooms cost.
  func objective(_ rooms: Rooms) -> Int {
    (0..<groups).reduce(0) { sum, group in
      sum + cost(ofGroup: group, rooms.map { $0[group] })
    }
  }

  /// What the rooms of one group cost.
  func cost(ofGroup group: Int, _ rooms: [Int]) -> Int {
    var cost = 0
    for session in sessions.indices {
      let room = rooms[session]
      guard room >= 0 else {
        cost += weightWithout
        continue
      }
      cost += sessions[session].costs[group][room] ?? 0
      if session > 0, rooms[session - 1] >= 0,
        sessions[session].places[room] != sessions[session - 1].places[rooms[session - 1]]
      {
        cost += weightOfChange
      }
    }
    return cost
  }
}
