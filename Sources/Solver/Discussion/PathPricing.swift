/// The cheapest rooms of one group over all sessions when rooms have prices: a shortest path from session to session.
struct PathPricing {
  private let problem: DiscussionProblem
  /// For each session and room the room of the same place in the session before; −1 where there is none.
  private let sameBefore: [[Int]]

  init(_ problem: DiscussionProblem) {
    self.problem = problem
    sameBefore = problem.sessions.indices.map { session in
      guard session > 0 else { return problem.sessions[session].places.map { _ in -1 } }
      let before = Dictionary(zip(problem.sessions[session - 1].places, 0...)) { first, _ in first }
      return problem.sessions[session].places.map { before[$0] ?? -1 }
    }
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
