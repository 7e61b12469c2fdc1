import Assembly
import IntegerProgramming

/// A bound on all plans of a small hall in which everybody sits, whether groups are whole or cut.
///
/// A column is how many seats a group has of each stretch (``Stretch``), at the least that these can cost. The linear program
/// gives each group one column and each stretch no more people than it has seats; its Lagrangian bound holds for any prices.
/// Unlike blocks it sees seats that stand alone, stretches too short for a group, and where pinned people sit.
///
/// Where that is too far below a plan, the plans are parted again and again (``StretchBranching``), and the least of the bounds of
/// all parts holds. Columns that no plan cheaper than the one sought has are left out on the way.
final class StretchBound {
  /// Plans of which some have been parted from the others.
  struct Node {
    /// What no plan of it costs less than.
    var bound = -Double.infinity
    /// The best prices known.
    var prices: Prices
    /// What each group may have of each stretch, and must.
    var choices: [StretchPricing.Choice]
    /// The steps that each group may take (``StretchOrder``), with their columns but for those that were left out.
    var steps: [[Step]]
    var fences: [Fence] = []
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

    func allows(_ column: StretchPricing.Column, in stretches: [Stretch]) -> Bool {
      steps[column.group].contains { $0.number == column.step }
        && choices[column.group].contains(column, in: stretches)
        && fences.allSatisfy { column.cost(against: $0.prices) <= $0.most[column.group][column.step] }
    }

    /// What the prices bring in for seats and parts, whatever the columns.
    func income(of prices: Prices, in stretches: [Stretch]) -> Double {
      prices.part * Double(prices.part > 0 ? leastParts : mostParts ?? 0)
        - zip(prices.worth, stretches).reduce(0) { $0 + $1.0 * Double($1.1.seats) }
    }
  }

  /// A step of a group from a reach to a reach, and what it may have there.
  struct Step {
    /// Which of the steps of the group it is.
    let number: Int
    let from: Int
    let to: Int
    var pricing: StretchPricing
  }

  struct Prices {
    /// What a seat of each stretch is worth, and what a part is paid.
    var worth: [Double]
    var part = 0.0
  }

  /// What a column of each group and step may cost at most against prices.
  struct Fence {
    let prices: Prices
    let most: [[Double]]
  }

  /// No plan in which everybody sits costs less.
  var value: Double { max(proven, min(leaves.map(\.bound).min() ?? .infinity, sought)) }
  /// Linear programs that were solved.
  private(set) var iterations = 0

  /// Seats beyond which a pass takes too long for what it brings.
  private static let largestHall = 300
  /// The same where stretches are single seats.
  private static let largestFineHall = 100
  private static let masters = 400
  /// Steps of pricing beyond which plans are parted no further, a column of a master counted as so many.
  private static let workOfBranching = 150_000_000
  private static let workOfColumn = 300
  /// Of each further step of a group, the shortest of which are soon priced.
  private static let workOfStretch = 300
  private static let nodesOfBranching = 2_000
  /// How near the bound of a part of the plans comes to its linear program.
  private static let nearness = 0.00005

  let stretches: [Stretch]
  let order: StretchOrder
  let groupCount: Int
  /// People of each group.
  let sizes: [Int]
  private let absence: [Int]
  /// The components that each group uses in a way to share out the fewest parts, where some group is cut in it.
  let packing: [Set<Int>]?
  private var columns: [StretchPricing.Column] = []
  private(set) var root: Node
  private(set) var leaves: [Node] = []
  /// Plans that cost so much or more may be missing in the leaves.
  private var sought = Double.infinity
  /// What was known before dearer plans were sought.
  private var proven = -Double.infinity
  private(set) var work = 0
  /// Whether there is work left for parting plans.
  private var mayPart: Bool { workLeft > 0 && nodesLeft > 0 }
  private var workLeft = StretchBound.workOfBranching
  private var nodesLeft = StretchBound.nodesOfBranching
  /// How often plans may be parted anew where much cheaper ones are sought than before: more can be left out then.
  private var beginningsLeft = 2
  private static let muchCheaper = 0.99

  /// The bound; nothing for a large hall.
  ///
  /// - Parameter leastParts: how many parts no plan has fewer of.
  /// - Parameter longest: seats of a stretch at most; with 1 a column tells which seats a group has.
  init?(
    _ problem: HallProblem, longest: Int = .max, leastParts: () -> LeastParts? = { nil },
    interruption: Interruption?
  ) {
    let stretches = problem.stretches(longest: longest)
    let largest = longest == .max ? StretchBound.largestHall : StretchBound.largestFineHall
    guard stretches.reduce(0, { $0 + $1.seats }) <= largest else { return nil }
    let graph = StretchGraph(stretches, people: problem.dueCount)
    let groups = problem.groups
    self.stretches = stretches
    let order = StretchOrder(problem, stretches)
    self.order = order
    groupCount = groups.count
    sizes = groups.map(\.members.count)
    let least = leastParts()
    packing = least?.packing
    absence = groups.indices.map { problem.costOfAbsence(groups[$0].members.count, of: $0) }
    let steps = groups.indices.map { group in
      order.steps[group].enumerated().map { number, step in
        Step(
          number: number, from: step.from, to: step.to,
          pricing: StretchPricing(stretches, graph, group: group, step: (number, step.most), of: problem))
      }
    }
    let choices = groups.indices.map { group in
      StretchPricing.Choice(
        least: stretches.map { $0.pinned == group ? 1 : 0 },
        most: stretches.indices.map { place in order.steps[group].map { $0.most[place] }.max() ?? 0 })
    }
    root = Node(prices: Prices(worth: stretches.map { _ in 0 }), choices: choices, steps: steps)
    root.leastParts = least?.components ?? 0
    inMaster { master in
      master.restrict(to: root)
      _ = generate(&root, in: master, until: .infinity, interruption)
    }
    work = 0
    leaves = [root]
  }

  /// Parts the plans until none costs less than a target, as long as there is work left for it.
  func raise(to target: Double, _ interruption: Interruption?) {
    guard value < target else { return }
    let isMuchCheaper = target < StretchBound.muchCheaper * sought
    if leaves.count > 1, isMuchCheaper, beginningsLeft > 0 {
      beginningsLeft -= 1
      workLeft = StretchBound.workOfBranching
      nodesLeft = StretchBound.nodesOfBranching
      seek(below: target)
    } else if mayPart, leaves.count == 1 || target > sought {
      seek(below: target)
    }
    guard mayPart else { return }
    let first = leaves.count == 1 ? leaves[0] : nil
    inMaster(where: { first?.allows($0, in: stretches) ?? true }) { master in
      while mayPart, interruption?.isInterrupted != true {
        let least = leastLeaf!
        guard leaves[least].bound < target, !leaves[least].isClosed else { break }
        let before = work
        defer { workLeft -= work - before }
        if leaves[least].halves.isEmpty {
          master.restrict(to: leaves[least])
          let solution = generate(&leaves[least], in: master, until: target, interruption)
          if let solution {
            part(&leaves[least], master, solution)
          } else if leaves[least].bound < target {
            // Its program was of no use.
            leaves[least].isClosed = true
          }
          nodesLeft -= 1
        } else {
          leaves += leaves.remove(at: least).halves
        }
      }
    }
  }

  /// Whether groups may have all seats of the stretches in this hall, but for those given by name.
  func areOpen(in problem: HallProblem) -> Bool {
    stretches.allSatisfy { stretch in
      stretch.pinned != nil
        || stretch.places.allSatisfy { seat in
          let place = problem.hall.seats[seat]
          return !place.isHeld && place.role == nil && !place.isWheelchairPlace
        }
    }
  }

  /// Whether it cannot be raised: the plans of least bound cost no more as far as stretches tell.
  var isExhausted: Bool { leastLeaf.map { leaves[$0].isClosed } ?? true }

  /// The leaf of least bound.
  private var leastLeaf: Int? { leaves.indices.min { (leaves[$0].bound, $0) < (leaves[$1].bound, $1) } }

  /// Begins anew, without what plans cheaper than the target do not have.
  private func seek(below target: Double) {
    proven = value
    sought = target
    leaves = [root]
    narrow(&leaves[0], below: target)
  }

  /// Parts the plans of a node where its linear program is torn.
  private func part(_ node: inout Node, _ master: StretchMaster, _ solution: LinearSolution) {
    guard node.bound < sought else { return }
    narrow(&node, below: sought)
    node.halves = halves(of: node, master, solution)
    node.isClosed = node.halves.isEmpty
  }

  /// Leaves out columns that no plan below a cost has: a plan costs as much at least as the bound of the prices, and what its column of
  /// each group costs against them more than the cheapest.
  func narrow(_ node: inout Node, below cost: Double) {
    let ways = CheapestWays(node, order)
    let slack = cost - node.income(of: node.prices, in: stretches) - ways.cost
    guard slack >= 0, slack.isFinite else { return }
    var most = order.steps.map { $0.map { _ in -Double.infinity } }
    for group in node.steps.indices {
      node.steps[group] = zip(node.steps[group], ways.columns[group]).compactMap { step, cheapest in
        guard let cheapest else { return nil }
        let around = ways.cost(through: step, of: group, with: cheapest.cost) - cheapest.cost
        let limit = ways.cost + slack - around
        guard cheapest.cost <= limit + 1e-3 else { return nil }
        var step = step
        step.pricing.narrow(to: limit, node.prices, within: node.choices[group])
        most[group][step.number] = limit + 1e-3
        return step
      }
    }
    node.fences.append(Fence(prices: node.prices, most: most))
  }

  /// Gives `body` a master with the known columns, those that are needed.
  func inMaster(
    where isNeeded: (StretchPricing.Column) -> Bool = { _ in true }, _ body: (StretchMaster) -> Void
  ) {
    StretchMaster.with(stretches, order, absence: absence) { master in
      var others: [StretchPricing.Column] = []
      for column in columns {
        if isNeeded(column) { master.add(column) } else { others.append(column) }
      }
      body(master)
      columns = others + master.columns.map(\.column)
    }
  }

  /// Column generation. Prices are taken between the best ones and the master's (Wentges' smoothing),
  /// and from the master alone where that brings nothing.
  ///
  /// - Returns: the last solution of the master; nothing where the bound is as high as is wanted.
  func generate(
    _ node: inout Node, in master: StretchMaster, until target: Double, masters: Int = StretchBound.masters,
    _ interruption: Interruption?
  ) -> LinearSolution? {
    var point = node.allowed(node.prices)
    var (best, smoothing) = (-Double.infinity, 0.0)
    var last: LinearSolution?
    var objective = Double.infinity
    let most = iterations + masters
    while iterations < most, interruption?.isInterrupted != true {
      let ways = CheapestWays(node, order, at: point)
      guard ways.cost.isFinite else {
        // A group finds no seats.
        node.bound = .infinity
        node.isClosed = true
        return nil
      }
      let sum = node.income(of: point, in: stretches) + ways.cost
      var added = 0
      for column in ways.columns(within: last == nil ? .infinity : max(0, objective - sum))
      where master.add(column) { added += 1 }
      if sum > best {
        best = sum
        node.prices = point
        node.bound = max(node.bound, best)
      }
      if node.bound >= target { return nil }
      if added == 0, smoothing == 0, last != nil { break }
      iterations += 1
      work += node.steps.joined().reduce(StretchBound.workOfColumn * master.columns.count) {
        $0 + $1.pricing.work
      }
      work += StretchBound.workOfStretch * stretches.count * (node.steps.joined().count - groupCount)
      let solution = master.solve(interruption)
      last = solution.termination.isOptimal ? solution : nil
      objective = solution.objective
      let near = target < .infinity ? StretchBound.nearness * target : 0
      guard last != nil, solution.objective - best > max(0.5, near) else { break }
      smoothing = added == 0 ? 0 : 0.5
      let next = node.allowed(master.prices(solution))
      point.worth = zip(node.prices.worth, next.worth).map { smoothing * $0 + (1 - smoothing) * $1 }
      point.part = smoothing * node.prices.part + (1 - smoothing) * next.part
    }
    return last
  }
}
