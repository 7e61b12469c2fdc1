/// The simplex method for a transportation problem, on its network: a basis is a tree, prices are whole numbers, and a step
/// costs what the circle that it closes and the part of the tree that it moves are long.
///
/// Arcs lead from each kind of people to the tables that it may have and to the root, which is nowhere; others lead from the
/// root to each table and bear its empty seats. Among the arcs that might leave the tree the last one of the circle does,
/// seen from its top in the direction of the new arc: then arcs without flow lead up, and no basis comes twice (W. H.
/// Cunningham, "A network simplex method", Mathematical Programming 11, 1976).
struct TransportSimplex {
  private let problem: TransportBound
  private let kinds: Int
  private let root: Int
  /// Of each node its arc to the parent: whether it leads up, what it bears, and the parent; −1 for the root.
  private var parent: [Int]
  private var leadsUp: [Bool]
  private var flow: [Int]
  private var depth: [Int]
  /// What the way from a node to the root costs.
  private var potential: [Int]
  private var firstChild: [Int]
  private var sibling: [(previous: Int, next: Int)]
  private(set) var steps = 0

  /// An arc that is to come into the tree.
  private struct Arc {
    let tail: Int
    let head: Int
    let cost: Int
  }

  /// At first nobody has a seat.
  init(_ problem: TransportBound) {
    self.problem = problem
    kinds = problem.supplies.count
    root = kinds + problem.capacities.count
    // Seats that must be taken stay empty only where they must; sums of prices are whole numbers that can be counted.
    let most = problem.costs.joined().reduce(problem.unseated.max() ?? 0) {
      $1 == TransportBound.closed ? $0 : max($0, $1)
    }
    let people = problem.supplies.reduce(1, +) + problem.capacities.reduce(0, +)
    let dear = most.multipliedReportingOverflow(by: root)
    let costOfEmpty = min(dear.overflow ? .max : dear.partialValue, TransportBound.closed / people)
    flow = problem.supplies + problem.capacities + [0]
    leadsUp = problem.supplies.map { _ in true } + problem.capacities.map { _ in false } + [false]
    potential = problem.unseated + problem.isFull.map { $0 ? -costOfEmpty : 0 } + [0]
    parent = Array(repeating: root, count: root) + [-1]
    depth = Array(repeating: 1, count: root) + [0]
    firstChild = Array(repeating: -1, count: root + 1)
    sibling = Array(repeating: (-1, -1), count: root + 1)
    for node in 0..<root { adopt(node, by: root) }
  }

  /// Goes on until nothing costs less, or so many steps are taken.
  ///
  /// - Returns: prices of seats by table, for which everybody sits at the cheapest tables.
  mutating func prices(mostSteps: Int, _ isInterrupted: () -> Bool) -> [Int] {
    var isBetter = true
    while isBetter, steps < mostSteps, !isInterrupted() {
      isBetter = false
      for kind in 0..<kinds where problem.supplies[kind] > 0 {
        guard let arc = best(from: kind) else { continue }
        enter(arc)
        isBetter = true
      }
      for node in kinds..<root where potential[node] < 0 && !problem.isFull[node - kinds] {
        enter(Arc(tail: root, head: node, cost: 0))
        isBetter = true
      }
    }
    return problem.capacities.indices.map { sink in
      let price = -potential[kinds + sink]
      return problem.isFull[sink] ? price : min(0, price)
    }
  }

  /// The arc of a kind that saves most; nothing where none saves anything.
  private func best(from kind: Int) -> Arc? {
    let own = potential[kind]
    var (least, best) = (problem.unseated[kind], root)
    let costs = problem.costs[kind]
    for sink in costs.indices where costs[sink] != TransportBound.closed {
      let cost = costs[sink] + potential[kinds + sink]
      if cost < least { (least, best) = (cost, kinds + sink) }
    }
    return least < own ? Arc(tail: kind, head: best, cost: least - potential[best]) : nil
  }

  // MARK: A step

  private mutating func enter(_ arc: Arc) {
    steps += 1
    let top = top(arc.tail, arc.head)
    // Flow goes along the arc, from its head up to the top, and from there down to its tail.
    var (most, leaving, isAtHead) = (Int.max, -1, false)
    var node = arc.tail
    while node != top {
      if leadsUp[node], flow[node] < most { (most, leaving, isAtHead) = (flow[node], node, false) }
      node = parent[node]
    }
    node = arc.head
    while node != top {
      if !leadsUp[node], flow[node] <= most { (most, leaving, isAtHead) = (flow[node], node, true) }
      node = parent[node]
    }
    node = arc.tail
    while node != top {
      flow[node] += leadsUp[node] ? -most : most
      node = parent[node]
    }
    node = arc.head
    while node != top {
      flow[node] += leadsUp[node] ? most : -most
      node = parent[node]
    }
    let saved = potential[arc.tail] - potential[arc.head] - arc.cost
    if isAtHead {
      hang(arc.head, from: leaving, on: arc.tail, leadsUp: false, flow: most, raised: saved)
    } else {
      hang(arc.tail, from: leaving, on: arc.head, leadsUp: true, flow: most, raised: -saved)
    }
  }

  private func top(_ one: Int, _ other: Int) -> Int {
    var (one, other) = (one, other)
    while one != other {
      if depth[one] >= depth[other] { one = parent[one] } else { other = parent[other] }
    }
    return one
  }

  /// Hangs a part of the tree, cut off at a node, on another node by one of its own.
  private mutating func hang(
    _ node: Int, from cut: Int, on new: Int, leadsUp isUp: Bool, flow most: Int, raised: Int
  ) {
    // The way from the node to the cut is turned round.
    var (child, above, isUp, most) = (node, new, isUp, most)
    while true {
      let (next, wasUp, had) = (parent[child], leadsUp[child], flow[child])
      abandon(child)
      adopt(child, by: above)
      (leadsUp[child], flow[child]) = (isUp, most)
      if child == cut { break }
      (above, child, isUp, most) = (child, next, !wasUp, had)
    }
    var open = [node]
    while let node = open.popLast() {
      depth[node] = depth[parent[node]] + 1
      potential[node] += raised
      var child = firstChild[node]
      while child >= 0 {
        open.append(child)
        child = sibling[child].next
      }
    }
  }

  private mutating func adopt(_ node: Int, by new: Int) {
    parent[node] = new
    sibling[node] = (-1, firstChild[new])
    if firstChild[new] >= 0 { sibling[firstChild[new]].previous = node }
    firstChild[new] = node
  }

  private mutating func abandon(_ node: Int) {
    let (previous, next) = sibling[node]
    if previous >= 0 { sibling[previous].next = next } else { firstChild[parent[node]] = next }
    if next >= 0 { sibling[next].previous = previous }
  }
}
