import IntegerProgramming
import SolverShared

/// What every seating of a meal costs at least, told by whole tables: a linear program that chooses for each table one
/// *filling*, so many people of each source in its seats, at the cost of their seats and of each group among them.
///
/// Fillings are priced by dynamic programming over seats. At every step Lagrange's relaxation of who must sit somewhere, and of
/// how many tables a group needs, bounds every seating; Formulation.md has the argument.
struct FillingBound {
  private let problem: MealProblem
  private let supplies: [Int]
  private let capacities: [Int]
  private let pools: [MealBound.Pool]
  /// Sources of each pool that a table admits, by table.
  private let membersAt: [[(pool: Int, sources: [Int])]]
  private let poolOfSource: [Int]
  private(set) var iterations = 0

  /// Who sits at one table: so many of each source.
  private typealias Filling = [(source: Int, count: Int)]

  private struct Prices {
    /// What a seat for one of each source is worth.
    var people: [Double]
    /// What a table for each pool is worth.
    var pools: [Double]

    /// A mean of these prices and others, which have a share in it.
    func blended(with other: Prices, _ share: Double) -> Prices {
      func mean(_ one: [Double], _ other: [Double]) -> [Double] {
        zip(one, other).map { (1 - share) * $0 + share * $1 }
      }
      return Prices(people: mean(people, other.people), pools: mean(pools, other.pools))
    }
  }

  init(
    _ problem: MealProblem, supplies: [Int], capacities: [Int], admits: [[Bool]], pools: [MealBound.Pool]
  ) {
    self.problem = problem
    self.supplies = supplies
    self.capacities = capacities.map { max(0, $0) }
    self.pools = pools
    membersAt = problem.tables.indices.map { table in
      pools.enumerated().compactMap { number, pool in
        let sources = pool.members.filter { admits[$0][problem.kindOfTable[table]] }
        return sources.isEmpty ? nil : (number, sources)
      }
    }
    var poolOfSource = supplies.map { _ in -1 }
    for (number, pool) in pools.enumerated() {
      for source in pool.members { poolOfSource[source] = number }
    }
    self.poolOfSource = poolOfSource
  }

  /// A bound of a part of what is counted may be below 0.
  static let least = Int.min / 2
  private static let mostRounds = 150
  private static let simplexLimit = 20_000
  /// How much of the best prices so far is in those that are tried next.
  private static let smoothing = 0.4

  /// The best bound by column generation; nothing when it could not be begun.
  ///
  /// - Parameters:
  ///   - seating: its tables are the first fillings.
  ///   - enough: the search ends when it is reached.
  mutating func best(from seating: MealSeating, upTo enough: Int, _ interruption: Interruption?) -> Int? {
    let sources = supplies.indices.filter { supplies[$0] > 0 }
    guard !sources.isEmpty else { return nil }
    var model = Model(name: "tables")
    var rows: [Int: Constraint] = [:]
    for source in sources {
      rows[source] = model.addConstraint("people[\(source)]", [], .equal(Double(supplies[source])))
    }
    let pairs = pools.enumerated().map { number, pool in
      model.addConstraint("pairs[\(number)]", [], .atLeast(Double(pool.pairs)))
    }
    let tables = problem.tables.indices.map { model.addConstraint("table[\($0)]", [], .atMost(1)) }
    var best: (value: Double, prices: Prices)?
    var steps = 0
    model.withLiveProblem { master in
      var seen = tables.map { _ in Set<[Int]>() }
      /// Whether the filling is a new one.
      @discardableResult
      func add(_ filling: Filling, at table: Int) -> Bool {
        guard !filling.isEmpty, seen[table].insert(filling.flatMap { [$0.source, $0.count] }).inserted else {
          return false
        }
        var column = filling.map { (rows[$0.source]!, Double($0.count)) }
        column.append((tables[table], 1))
        for pool in countedPools(filling, at: table) { column.append((pairs[pool], 1)) }
        master.addVariable("x[\(table)]", objective: cost(of: filling, at: table), column: column)
        return true
      }
      for source in sources {
        master.addVariable(
          "unseated[\(source)]", objective: Double(problem.weightUnseated),
          column: [(rows[source]!, 1), (pairs[poolOfSource[source]], relief(of: source))])
      }
      // Whoever needs a table has one at a price that no seating pays.
      for row in pairs {
        master.addVariable("short", objective: Double(problem.weightUnseated), column: [(row, 1)])
      }
      for table in problem.tables.indices {
        add(known(seating, at: table), at: table)
      }
      var smoothing = Self.smoothing
      for _ in 0..<Self.mostRounds where interruption?.isInterrupted != true {
        let solution = master.solve(Limits(iterations: Self.simplexLimit, interruption: interruption))
        steps += solution.iterations
        guard solution.termination.isOptimal else { return }
        var prices = Prices(
          people: supplies.indices.map { rows[$0].map { solution.dual(of: $0) } ?? 0 },
          pools: pairs.map { max(0, solution.dual(of: $0)) })
        if let best { prices = prices.blended(with: best.prices, smoothing) }
        var isNew = false
        var value = valueWithoutTables(prices)
        for table in problem.tables.indices {
          let (filling, reduced) = cheapestFilling(of: table, prices)
          value += min(0, reduced)
          if reduced < -1e-7, add(filling, at: table) { isNew = true }
        }
        if value > best?.value ?? -.infinity { best = (value, prices) }
        if wholeBound(best!.value, atLeast: Self.least)
          >= min(enough, wholeBound(solution.objective, atLeast: Self.least))
        {
          return
        }
        // The best prices of all may find nothing new where those of the program alone still do.
        if !isNew, smoothing == 0 { return }
        smoothing = isNew ? Self.smoothing : 0
      }
    }
    iterations += steps
    return best.map { wholeBound($0.value, atLeast: Self.least) }
  }

  /// Tables of a pool that one of its people without a seat may save at most.
  private func relief(of source: Int) -> Double {
    problem.weightOfSplit == 0
      ? 0 : Double(pools[poolOfSource[source]].relief) / Double(problem.weightOfSplit)
  }

  /// Everything of the relaxation but the tables: who has no seat pays for it, or takes what a seat is worth.
  private func valueWithoutTables(_ prices: Prices) -> Double {
    var value = zip(pools, prices.pools).reduce(0) { $0 + Double($1.0.pairs) * $1.1 }
    for source in supplies.indices where supplies[source] > 0 {
      let out = Double(problem.weightUnseated) - relief(of: source) * prices.pools[poolOfSource[source]]
      value += Double(supplies[source]) * min(prices.people[source], out)
    }
    return value
  }

  // MARK: Fillings

  /// Pools among those at a table whose pair is counted: people who join others of their group at the main table make none.
  private func countedPools(_ filling: Filling, at table: Int) -> Set<Int> {
    let present = Set(filling.map { poolOfSource[$0.source] })
    return table == problem.mainTable ? present.filter { !pools[$0].isAtMainTable } : present
  }

  private func cost(of filling: Filling, at table: Int) -> Double {
    let seats = filling.reduce(0) { $0 + $1.count * problem.cost($1.source, at: table) }
    return Double(seats + problem.weightOfSplit * countedPools(filling, at: table).count)
  }

  /// Who sits at a table in a seating, beside those at the main table by rank.
  private func known(_ seating: MealSeating, at table: Int) -> Filling {
    var counts: [Int: Int] = [:]
    for cell in seating.cells[table] { counts[cell.index, default: 0] += cell.count }
    for company in seating.companiesAt[table] {
      for entry in problem.companies[company].sources { counts[entry.index, default: 0] += entry.count }
    }
    return counts.sorted { $0.key < $1.key }.filter { supplies[$0.key] > 0 && $0.value > 0 }.map {
      (source: $0.key, count: $0.value)
    }
  }

  /// The filling of a table whose cost exceeds its worth the least, or falls short of it the most.
  ///
  /// - Complexity: O(pools × seats²).
  private func cheapestFilling(of table: Int, _ prices: Prices) -> (filling: Filling, reduced: Double) {
    let seats = capacities[table]
    guard seats > 0 else { return ([], 0) }
    /// By seats taken: the least cost, and for each pool so far how many of it sit there.
    var least = [Double](repeating: .infinity, count: seats + 1)
    least[0] = 0
    var taken: [[Int]] = []
    var orders: [[(source: Int, cost: Double)]] = []
    for (pool, sources) in membersAt[table] {
      let order = sources.map { (source: $0, cost: Double(problem.cost($0, at: table)) - prices.people[$0]) }
        .sorted { $0.cost < $1.cost }
      let isFree = table == problem.mainTable && pools[pool].isAtMainTable
      let sums = prefixSums(
        order, seats, from: isFree ? 0 : Double(problem.weightOfSplit) - prices.pools[pool])
      var next = least
      var choice = [Int](repeating: 0, count: seats + 1)
      for total in 0...seats {
        for count in 1..<max(sums.count, 1) where count <= total {
          let value = least[total - count] + sums[count]
          if value < next[total] { (next[total], choice[total]) = (value, count) }
        }
      }
      least = next
      taken.append(choice)
      orders.append(order)
    }
    let best = least.indices.min { least[$0] < least[$1] }!
    var filling: Filling = []
    var total = best
    for number in taken.indices.reversed() {
      var left = taken[number][total]
      total -= left
      for (source, _) in orders[number] where left > 0 {
        let count = min(left, supplies[source])
        filling.append((source, count))
        left -= count
      }
    }
    return (filling.sorted { $0.source < $1.source }, least[best])
  }

  /// What so many people of a pool cost, the cheapest first, and the pool itself.
  private func prefixSums(
    _ order: [(source: Int, cost: Double)], _ seats: Int, from setup: Double
  ) -> [Double] {
    var sums = [setup]
    for (source, cost) in order {
      for _ in 0..<supplies[source] where sums.count <= seats { sums.append(sums[sums.count - 1] + cost) }
    }
    return sums
  }
}
