import IntegerProgramming

/// What people's seats cost at least, groups apart: a transportation problem between kinds of people and tables, bounded
/// from below by prices of seats.
///
/// Whatever prices v ≤ 0 seats have, everybody sits at least as dearly as at the cheapest table by cost − price: no
/// seating costs less than Σ capacity × v + Σ people × that cost. The best prices are the duals of the linear program;
/// they are rounded to whole numbers, so that the bound is a whole number without an error.
struct TransportBound {
  /// How many people of each kind there are.
  var supplies: [Int]
  var capacities: [Int]
  /// Whether every seat is taken in every plan, so that its price may be above 0.
  var isFull: [Bool]
  /// What a seat costs, by kind of people and table; ``closed`` where it must not be.
  var costs: [[Int]]
  /// What it costs when one of a kind has no seat.
  var unseated: [Int]
  /// Iterations of the simplex method.
  private(set) var iterations = 0

  static let closed = Int.max / 4

  init(supplies: [Int], capacities: [Int], isFull: [Bool], costs: [[Int]], unseated: [Int]) {
    self.supplies = supplies
    self.capacities = capacities
    self.isFull = isFull
    self.costs = costs
    self.unseated = unseated
  }

  /// The bound at prices.
  func value(at prices: [Int]) -> Int {
    var sum = 0
    for (capacity, price) in zip(capacities, prices) { sum += capacity * price }
    for (kind, supply) in supplies.enumerated() { sum += supply * cheapest(kind, prices) }
    return sum
  }

  private func cheapest(_ kind: Int, _ prices: [Int]) -> Int {
    var least = unseated[kind]
    let costs = costs[kind]
    for sink in prices.indices where costs[sink] != Self.closed {
      least = min(least, costs[sink] - prices[sink])
    }
    return least
  }

  /// Rounds of pricing at most.
  private static let mostRounds = 200
  /// Columns of one kind of people that a round adds at most.
  private static let columnsAdded = 6

  /// The best bound by column generation.
  ///
  /// - Parameter start: for each kind of people tables that a good seating gives them.
  mutating func best(from start: [[Int]], _ interruption: Interruption?) -> Int {
    var best = value(at: capacities.map { _ in 0 })
    guard interruption?.isInterrupted != true, !supplies.isEmpty, !capacities.isEmpty else { return best }
    let (supplies, capacities, isFull, costs, unseated) = (supplies, capacities, isFull, costs, unseated)
    let bound = self
    var model = Model(name: "seats")
    var sum = 0
    let rows = supplies.indices.map { kind in
      let variable = model.addVariable("unseated[\(kind)]", objective: Double(unseated[kind]))
      return model.addConstraint("people[\(kind)]", [1 * variable], .equal(Double(supplies[kind])))
    }
    let seats = capacities.indices.map { sink in
      model.addConstraint(
        "seats[\(sink)]", [],
        isFull[sink] ? .equal(Double(capacities[sink])) : .atMost(Double(capacities[sink])))
    }
    model.withLiveProblem { problem in
      var known = supplies.map { _ in Set<Int>() }
      func add(_ kind: Int, _ sink: Int) {
        guard costs[kind][sink] != Self.closed, known[kind].insert(sink).inserted else { return }
        problem.addVariable(
          "x[\(kind),\(sink)]", objective: Double(costs[kind][sink]),
          column: [(rows[kind], 1), (seats[sink], 1)])
      }
      for kind in supplies.indices {
        for sink in start[kind] { add(kind, sink) }
        for sink in capacities.indices where isFull[sink] { add(kind, sink) }
      }
      var limits = Limits(interruption: interruption)
      limits.iterations = 20_000 + 40 * (rows.count + seats.count)
      for _ in 0..<Self.mostRounds {
        let solution = problem.solve(limits)
        sum += solution.iterations
        guard solution.termination.isOptimal else { break }
        let prices = seats.enumerated().map { sink, row in
          let price = Int(solution.dual(of: row).rounded())
          return isFull[sink] ? price : min(0, price)
        }
        best = max(best, bound.value(at: prices))
        var added = 0
        for kind in supplies.indices {
          let dual = solution.dual(of: rows[kind])
          var columns: [(reduced: Double, sink: Int)] = []
          for sink in prices.indices where costs[kind][sink] != Self.closed {
            let reduced = Double(costs[kind][sink]) - solution.dual(of: seats[sink]) - dual
            if reduced < -0.4 { columns.append((reduced, sink)) }
          }
          columns.sort { $0 < $1 }
          for column in columns.prefix(Self.columnsAdded) { add(kind, column.sink) }
          added += columns.count
        }
        if added == 0 { break }
      }
    }
    iterations += sum
    return best
  }
}
