import IntegerProgramming

/// The cheapest parts of the groups of a transfer where they are too many for a table of all their sets: a linear program
/// with a column for each part, priced exactly, and whole parts by branch and bound (Formulation.md).
struct PartProgram {
  /// Reduced costs above −this are none.
  private static let tolerance = 1e-6
  /// Rounds of pricing at most; what has been priced until then is a bound as well.
  private static let rounds = 200
  /// Parts that a round adds at most.
  private static let partsARound = 30
  /// Parts that may be of use to whole parts, at most.
  private static let mostParts = 3_000
  /// How often the distance is halved within which parts are all to be known, where these are too many.
  private static let halvings = 4
  /// Nodes of a search for whole parts among all that may be of use, and among those known.
  private static let nodes = (exact: 200, known: 60)
  /// Parts known that whole parts are chosen from at first, the cheapest beside what their groups pay.
  private static let mostKnown = 300
  /// Bounds that differ less are alike, in yuan.
  private static let alike = 0.5

  private let demand: PartDemand
  /// Parts of all solves so far, by items.
  private(set) var parts: [[Int]] = []
  private var known: Set<[Int]> = []

  init(_ packing: TransferPacking) {
    demand = PartDemand(packing)
    for item in demand.items.indices { learn([item]) }
  }

  private mutating func learn(_ part: [Int]) {
    if known.insert(part).inserted { parts.append(part) }
  }

  /// Whole parts that hold each group once, near the cheapest, and what none undercut.
  ///
  /// - Parameter isExact: whether the bound is to be that of whole parts.
  /// - Complexity: O(groups · riders) for each round of pricing, beside the simplex.
  mutating func solve(_ covers: TransferPacking.Covers, isExact: Bool, _ interruption: Interruption?) -> (
    cost: Double, pieces: [TransferPacking.Piece]
  ) {
    let relaxed = relaxed(covers, interruption)
    var best = whole(nearest(relaxed.prices, covers), covers, Self.nodes.known, interruption).parts
    if best.isEmpty { best = demand.groups.map { [$0[0]] } }
    var cost = relaxed.cost
    // Whatever is not among the parts below this is too dear for anything cheaper than what is known.
    var distance = isExact ? demand.cost(of: best, covers) - relaxed.cost : 0
    for _ in 0...Self.halvings where distance > Self.alike && interruption?.isInterrupted != true {
      if let near = relaxed.prices.parts(below: distance, most: Self.mostParts) {
        let found = whole(near, covers, Self.nodes.exact, interruption)
        cost = max(cost, min(relaxed.cost + distance, found.bound))
        if !found.parts.isEmpty, demand.cost(of: found.parts, covers) < demand.cost(of: best, covers) {
          best = found.parts
          for part in best { learn(part) }
        }
        break
      }
      distance /= 2
    }
    return (cost, best.map(demand.piece))
  }

  /// The linear program of parts.
  private mutating func relaxed(_ covers: TransferPacking.Covers, _ interruption: Interruption?) -> (
    cost: Double, prices: PartPrices
  ) {
    var best: (cost: Double, prices: PartPrices)?
    Model(name: "parts").withLiveProblem { live in
      let rows = demand.groups.indices.map { live.addConstraint("group[\($0)]", [], .atLeast(1)) }
      func add(_ part: [Int]) {
        live.addVariable(
          "part", objective: demand.cost(of: part, covers),
          column: part.map { (rows[demand.items[$0].group], 1) })
      }
      for part in parts { add(part) }
      for _ in 0..<Self.rounds {
        let solution = live.solve(Limits(interruption: interruption))
        let prices = PartPrices(demand, covers, rows.map { max(0, solution.dual(of: $0)) })
        let value = prices.sum + Double(demand.groups.count) * min(0, prices.least)
        if value > best?.cost ?? -.infinity { best = (value, prices) }
        guard prices.least < -Self.tolerance, interruption?.isInterrupted != true else { break }
        let before = parts.count
        // The first one found is the best, if there are more than these.
        for part in prices.first(Self.partsARound, below: prices.least / 2) {
          learn(part)
        }
        guard parts.count > before else { break }
        for part in parts[before...] { add(part) }
      }
    }
    return best!
  }

  /// Each group by itself, and of the parts known the cheapest beside what their groups pay.
  private func nearest(_ prices: PartPrices, _ covers: TransferPacking.Covers) -> [[Int]] {
    let single = demand.items.count
    guard parts.count > single + Self.mostKnown else { return parts }
    let costs = parts.map { prices.cost(of: $0, covers) }
    let near = (single..<parts.count).sorted { (costs[$0], $0) < (costs[$1], $1) }.prefix(Self.mostKnown)
    return parts[..<single] + near.sorted().map { parts[$0] }
  }

  /// The cheapest choice of whole parts among these, as far as it is found; a group in several parts leaves all but one.
  private func whole(
    _ parts: [[Int]], _ covers: TransferPacking.Covers, _ nodes: Int, _ interruption: Interruption?
  ) -> (bound: Double, parts: [[Int]]) {
    var model = Model(name: "whole parts")
    let variables = parts.map {
      model.addVariable("part", kind: .integer, objective: demand.cost(of: $0, covers))
    }
    var terms = demand.groups.map { _ in [LinearTerm]() }
    for (part, variable) in zip(parts, variables) {
      for item in part { terms[demand.items[item].group].append(1 * variable) }
    }
    for (group, terms) in terms.enumerated() { model.addConstraint("group[\(group)]", terms, .atLeast(1)) }
    var options = SearchOptions(limits: Limits(nodes: nodes, interruption: interruption))
    options.absoluteGap = Self.alike
    let solution = model.solve(options)
    guard solution.values != nil else { return (solution.bound, []) }
    var seen: Set<Int> = []
    let chosen = zip(parts, variables).filter { solution[$0.1] > 0.5 }.map { part, _ in
      part.filter { seen.insert(demand.items[$0].group).inserted }
    }
    return (solution.bound, chosen.filter { !$0.isEmpty })
  }
}

/// The groups of a transfer as far as what a part costs depends on them.
struct PartDemand {
  /// A group as it is in a part: with seats for those who follow, or without and dearer.
  struct Item {
    let group: Int
    let seats: Int
    let cost: Double
    /// Whether somebody needs an accessible vehicle (1), or is kept apart from another (2).
    let needs: Int
  }

  let items: [Item]
  /// Items of each group.
  let groups: [[Int]]
  /// Weighted cost of a pair.
  let split: Double

  init(_ packing: TransferPacking) {
    var items: [Item] = []
    groups = packing.groups.indices.map { group in
      let riders = packing.groups[group].count
      let needs = (packing.needsAccess[group] ? 1 : 0) + (packing.isParted[group] ? 2 : 0)
      let followers = packing.followers[group].count
      let first = items.count
      items.append(Item(group: group, seats: riders + followers, cost: 0, needs: needs))
      if followers > 0 {
        items.append(
          Item(group: group, seats: riders, cost: Double(packing.strayCosts[group]), needs: needs))
      }
      return Array(first..<items.count)
    }
    self.items = items
    split = Double(packing.split)
  }

  /// The groups of a part and the seats that they ask for.
  func piece(_ part: [Int]) -> TransferPacking.Piece {
    TransferPacking.Piece(groups: part.map { items[$0].group }, seats: seats(of: part))
  }

  func seats(of part: [Int]) -> Int { part.reduce(0) { $0 + items[$1].seats } }

  /// What a part costs, its pairs included.
  func cost(of part: [Int], _ covers: TransferPacking.Covers) -> Double {
    let needs = part.reduce(0) { $0 | items[$1].needs }
    let vehicles = covers.cost(of: seats(of: part), needs & 1 > 0, needs & 2 > 0)
    return part.reduce(vehicles - split) { $0 + split + items[$1].cost }
  }

  /// What several parts cost.
  func cost(of parts: [[Int]], _ covers: TransferPacking.Covers) -> Double {
    parts.reduce(0) { $0 + cost(of: $1, covers) }
  }
}

/// What parts cost beside what their groups pay.
///
/// Groups are decided on one after another. All that matters of those before is how many seats a part has by then, and what
/// they need: a table of the cheapest ends from each of these states prices parts exactly, and lists all below a limit without
/// a dead end.
struct PartPrices {
  /// What the groups pay together.
  let sum: Double
  private let demand: PartDemand
  private let paid: [Double]
  /// What an item adds to its part besides seats.
  private let weights: [Double]
  /// Least cost of all that is still to come, by group to decide on, needs and seats.
  private var ends: [[[Double]]]

  /// - Parameter paid: by group.
  init(_ demand: PartDemand, _ covers: TransferPacking.Covers, _ paid: [Double]) {
    self.demand = demand
    self.paid = paid
    sum = paid.reduce(0, +)
    weights = demand.items.map { demand.split + $0.cost - paid[$0.group] }
    let largest = demand.groups.map { items in items.map { demand.items[$0].seats }.max()! }
    let all = demand.items.reduce(0) { $0 | $1.needs }
    var before = largest.reduce(0, +)
    var last = [[Double]](repeating: [], count: 4)
    for needs in 0...3 where needs & ~all == 0 {
      last[needs] = (0...before).map { seats in
        seats == 0 ? .infinity : covers.cost(of: seats, needs & 1 > 0, needs & 2 > 0) - demand.split
      }
    }
    ends = [last]
    for (group, items) in demand.groups.enumerated().reversed() {
      before -= largest[group]
      var next = [[Double]](repeating: [], count: 4)
      for needs in 0...3 where needs & ~all == 0 {
        next[needs] = Array(last[needs][0...before])
        for item in items {
          let (seats, with) = (demand.items[item].seats, last[needs | demand.items[item].needs])
          for taken in 0...before {
            next[needs][taken] = min(next[needs][taken], weights[item] + with[taken + seats])
          }
        }
      }
      last = next
      ends.append(next)
    }
    ends.reverse()
  }

  /// What a part costs beside what its groups pay.
  func cost(of part: [Int], _ covers: TransferPacking.Covers) -> Double {
    demand.cost(of: part, covers) - part.reduce(0) { $0 + paid[demand.items[$1].group] }
  }

  /// The least that a part costs beside what its groups pay.
  var least: Double { ends[0][0][0] }

  /// All parts below a limit; nothing where there are more than these.
  func parts(below limit: Double, most: Int) -> [[Int]]? {
    let found = first(most + 1, below: limit)
    return found.count <= most ? found : nil
  }

  /// Some parts below a limit, the cheapest first, then those like it.
  func first(_ count: Int, below limit: Double) -> [[Int]] {
    var found: [[Int]] = []
    var part: [Int] = []
    func visit(_ group: Int, _ needs: Int, _ seats: Int, _ cost: Double) {
      guard found.count < count else { return }
      guard group < demand.groups.count else { return found.append(part) }
      var ways: [(end: Double, item: Int?)] = [(cost + ends[group + 1][needs][seats], nil)]
      for item in demand.groups[group] {
        let next = ends[group + 1][needs | demand.items[item].needs][seats + demand.items[item].seats]
        ways.append((cost + weights[item] + next, item))
      }
      for (end, item) in ways.sorted(by: { $0.end < $1.end }) where end < limit {
        guard let item else {
          visit(group + 1, needs, seats, cost)
          continue
        }
        part.append(item)
        visit(
          group + 1, needs | demand.items[item].needs, seats + demand.items[item].seats, cost + weights[item])
        part.removeLast()
      }
    }
    visit(0, 0, 0, 0)
    return found
  }
}
