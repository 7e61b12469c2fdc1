/// The cheapest rooms of one group over all sessions when rooms have prices: a shortest path from session to session.
struct PathPricing {
  private let problem: DiscussionProblem
  /// For each session and room the room of the same place in the session before; −1 where there is none.
  private let sameBefore: [[Int]]
  /// The same of the session after.
  private let sameAfter: [[Int]]

  init(_ problem: DiscussionProblem) {
    self.problem = problem
    func same(_ step: Int) -> [[Int]] {
      problem.sessions.indices.map { session in
        let places = problem.sessions[session].places
        guard problem.sessions.indices.contains(session + step) else { return places.map { _ in -1 } }
        let others = Dictionary(zip(problem.sessions[session + step].places, 0...)) { first, _ in first }
        return places.map { others[$0] ?? -1 }
      }
    }
    (sameBefore, sameAfter) = (same(-1), same(1))
  }

  /// What all sessions after a session cost a group at least, prices included, by its room in this one.
  struct Later {
    /// The change after it counts.
    var rooms: [Int]
    /// Without a room in this session.
    var none = 0
  }

  /// Goes one session back.
  ///
  /// - Parameters:
  ///   - session: the one after which the costs are asked for.
  ///   - later: those of the next session.
  ///   - prices: of the rooms of the next session.
  /// - Complexity: O(rooms of both sessions).
  func costs(of group: Int, after session: Int, _ later: Later, _ prices: [Int]) -> Later {
    let costs = zip(problem.sessions[session + 1].costs[group], zip(later.rooms, prices)).map { own, rest in
      own.map { $0 + rest.0 + rest.1 }
    }
    let none = later.none + problem.weightWithout
    let cheapest = costs.lazy.compactMap(\.self).min()
    let anywhere = min(none, cheapest.map { $0 + problem.weightOfChange } ?? none)
    return Later(
      rooms: sameAfter[session].map { room in
        guard room >= 0, let cost = costs[room] else { return anywhere }
        return min(anywhere, cost)
      }, none: min(none, cheapest ?? none))
  }

  /// A group's rooms, by session, −1 for none.
  struct Path {
    let rooms: [Int]
    /// Prices included.
    let cost: Double
  }

  /// - Complexity: O(rooms of all sessions).
  func cheapest(_ group: Int, _ prices: [[Double]]) -> Path {
    let without = Double(problem.weightWithout)
    let change = Double(problem.weightOfChange)
    // Of the session before: the cost of each room, of none, and the cheapest room.
    var cost: [Double] = []
    var costOfNone = 0.0
    var best = -1
    // Where the cheapest way comes from: a room, −1 none, and −2 at the beginning.
    var from: [[Int]] = []
    var fromOfNone: [Int] = []
    for (session, rooms) in problem.sessions.enumerated() {
      let costs = rooms.costs[group]
      let isFirst = session == 0
      var next = [Double](repeating: .infinity, count: costs.count)
      var origin = [Int](repeating: -2, count: costs.count)
      let anywhere = best >= 0 ? cost[best] + change : .infinity
      for room in costs.indices {
        guard let own = costs[room] else { continue }
        var least = isFirst ? 0 : costOfNone
        var way = isFirst ? -2 : -1
        if anywhere < least { (least, way) = (anywhere, best) }
        let same = sameBefore[session][room]
        if same >= 0, cost[same] <= least { (least, way) = (cost[same], same) }
        next[room] = least + Double(own) + prices[session][room]
        origin[room] = way
      }
      let toNone = isFirst ? 0 : best >= 0 ? min(costOfNone, cost[best]) : costOfNone
      fromOfNone.append(isFirst ? -2 : best >= 0 && cost[best] < costOfNone ? best : -1)
      from.append(origin)
      costOfNone = toNone + without
      cost = next
      best = -1
      for room in cost.indices where cost[room] < (best < 0 ? .infinity : cost[best]) { best = room }
    }
    var room = best >= 0 && cost[best] <= costOfNone ? best : -1
    let total = room >= 0 ? cost[room] : costOfNone
    var path = [Int](repeating: -1, count: problem.sessions.count)
    for session in problem.sessions.indices.reversed() {
      path[session] = room
      room = room >= 0 ? from[session][room] : fromOfNone[session]
    }
    return Path(rooms: path, cost: total)
  }
}
