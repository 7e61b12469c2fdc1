import Assembly
import IntegerProgramming

/// A bound on all plans of a small hall in which everybody sits, whether groups are whole or cut.
///
/// A column is how many seats a group has of each stretch (``Stretch``), at the least that these can cost. The linear program
/// gives each group one column and each stretch no more people than it has seats; its Lagrangian bound holds for any prices.
/// Unlike blocks it sees seats that stand alone, stretches too short for a group, and where pinned people sit.
///
/// Where that is too far below a plan, the plans are parted again and again (``StretchBranching``), and the least of the bounds of
/// all parts holds.
final class StretchBound {
  /// Plans of which some have been parted from the others.
  struct Node {
    var bound = -Double.infinity
    /// What each group may have of each stretch, and must.
    var choices: [StretchPricing.Choice]
    /// Parts of all groups together.
    var leastParts = 0
    var mostParts: Int?
    /// What it falls into, once it is known where.
    var halves: [Node] = []
    /// Whether nothing more is to be had from it.
    var isClosed = false

    /// The same prices, but that nothing is paid for a number of parts that is not bounded so.
    func allowed(_ prices: Prices) -> Prices {
      var prices = prices
      if leastParts == 0 { prices.part = min(0, prices.part) }
      if mostParts == nil { prices.part = max(0, prices.part) }
      return prices
    }
  }

  struct Prices {
    var worth: [Double]
    var part = 0.0
  }

  /// No plan in which everybody sits costs less.
  var value: Double { leaves.map(\.bound).min() ?? -.infinity }
  /// Linear programs that were solved.
  private(set) var iterations = 0

  /// Seats beyond which a pass takes too long for what it brings.
  private static let largestHall = 300
  private static let masters = 400
  private static let mastersOfBranching = 800
  private static let nodesOfBranching = 120

  let stretches: [Stretch]
  let pricing: [StretchPricing]
  private let absence: [Int]
  private var columns: [StretchPricing.Column] = []
  private var prices: Prices
  private var leaves: [Node]
  private var nodesLeft = StretchBound.nodesOfBranching

  /// The bound; nothing for a large hall.
  init?(_ problem: HallProblem, interruption: Interruption?) {
    let stretches = problem.stretches
    guard stretches.reduce(0, { $0 + $1.seats }) <= StretchBound.largestHall else { return nil }
    let graph = StretchGraph(stretches, people: problem.dueCount)
    let groups = problem.groups
    self.stretches = stretches
    pricing = groups.indices.map { StretchPricing(stretches, graph, group: $0, of: problem) }
    absence = groups.indices.map { problem.costOfAbsence(groups[$0].members.count, of: $0) }
    prices = Prices(worth: stretches.map { _ in 0 })
    leaves = [Node(choices: pricing.map(\.choice))]
    inMaster { master in
      generate(&leaves[0], in: master, until: .infinity, masters: StretchBound.masters, interruption)
    }
  }

  /// Parts the plans until none costs less than a target, as long as there is work left for it.
  func raise(to target: Double, _ interruption: Interruption?) {
    guard nodesLeft > 0, value < target else { return }
    let masters = StretchBound.masters + StretchBound.mastersOfBranching
    inMaster { master in
      while nodesLeft > 0, iterations < masters, interruption?.isInterrupted != true {
        let least = leaves.indices.min { (leaves[$0].bound, $0) < (leaves[$1].bound, $1) }!
        guard leaves[least].bound < target, !leaves[least].isClosed else { break }
        if leaves[least].halves.isEmpty {
          master.restrict(to: leaves[least])
          generate(&leaves[least], in: master, until: target, masters: masters, interruption)
          nodesLeft -= 1
        } else {
          leaves += leaves.remove(at: least).halves
        }
      }
    }
  }

  private func inMaster(_ body: (StretchMaster) -> Void) {
    StretchMaster.with(stretches, absence: absence) { master in
      for column in columns { master.add(column) }
      body(master)
      columns = master.columns.map(\.column)
    }
  }

  /// Column generation. Prices are taken between the best ones and the master's (Wentges' smoothing),
  /// and from the master alone where that brings nothing.
  private func generate(
    _ node: inout Node, in master: StretchMaster, until target: Double, masters: Int,
    _ interruption: Interruption?
  ) {
    var point = node.allowed(prices)
    var (best, smoothing) = (-Double.infinity, 0.0)
    var last: LinearSolution?
    while iterations < masters, interruption?.isInterrupted != true {
      var sum = point.part * Double(point.part > 0 ? node.leastParts : node.mostParts ?? 0)
      sum -= zip(point.worth, stretches).reduce(0) { $0 + $1.0 * Double($1.1.seats) }
      var added = 0
      for (pricing, choice) in zip(pricing, node.choices) {
        guard let (cost, column) = pricing.cheapest(point.worth, part: point.part, within: choice) else {
          // The group finds no seats.
          node.bound = .infinity
          node.isClosed = true
          return
        }
        sum += cost
        if master.add(column) { added += 1 }
      }
      if sum > best {
        best = sum
        prices = point
        node.bound = max(node.bound, best)
      }
      if node.bound >= target { return }
      if added == 0, smoothing == 0, last != nil { break }
      iterations += 1
      let solution = master.solve(interruption)
      last = solution.termination.isOptimal ? solution : nil
      guard last != nil, solution.objective - best > 0.5 else { break }
      smoothing = added == 0 ? 0 : 0.5
      let next = node.allowed(master.prices(solution))
      point.worth = zip(prices.worth, next.worth).map { smoothing * $0 + (1 - smoothing) * $1 }
      point.part = smoothing * prices.part + (1 - smoothing) * next.part
    }
    node.halves = last.map { halves(of: node, master, $0) } ?? []
    node.isClosed = node.halves.isEmpty
  }
}
