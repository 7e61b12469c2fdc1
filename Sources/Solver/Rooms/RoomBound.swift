import Assembly
import IntegerProgramming

/// A lower bound on the objective of every plan: Lagrange's relaxation of the stock of rooms, in which every group is
/// lodged at least cost by itself; its prices are found by column generation.
///
/// The master program chooses one way to lodge each group within the stock. Labels: `group[g]`, `stock[s]`.
struct RoomBound {
  /// No plan costs less.
  private(set) var bound = 0.0
  /// How often all groups were priced.
  private(set) var iterations = 0

  /// How often at most, where nobody asks for less.
  static let limit = 60
  private static let simplexLimit = 20_000
  private static let columnsPerGroup = 3
  /// How much of the best prices so far is in those that are tried next.
  private static let smoothing = 0.7

  /// - Parameter rounds: how often all groups are priced at most.
  init(_ problem: RoomProblem, rounds: Int = RoomBound.limit, interruption: Interruption?) {
    let market = RoomMarket(problem)
    let groups = RoomBound.groups(market)
    guard !groups.isEmpty else { return }
    var best = [Double](repeating: 0, count: market.stocks.count)
    bound = -.infinity
    var model = Model(name: "rooms")
    let convexity = groups.indices.map { model.addConstraint("group[\($0)]", [], .equal(1)) }
    let stock = market.stocks.enumerated().map {
      model.addConstraint("stock[\($0)]", [], .atMost($1.amount))
    }
    model.withLiveProblem { master in
      for (group, row) in zip(groups, convexity) {
        master.addVariable("out", objective: group.costWithout, column: [(row, 1)])
      }
      var scarcity = best
      while true {
        let prices = BedPrices(market, scarcity: scarcity)
        var value = -zip(market.stocks, scarcity).reduce(0) { $0 + $1.0.amount * $1.1 }
        for (group, row) in zip(groups, convexity) {
          let priced = group.priced(at: prices)
          let choices = priced.choices(RoomBound.columnsPerGroup)
          value += choices[0].cost
          for choice in choices {
            let column = priced.column(choice.hotels)
            master.addVariable(
              "x", objective: column.cost,
              column: [(row, 1)] + column.amounts.map { (stock[$0.stock], $0.amount) })
          }
        }
        iterations += 1
        if value > bound { (bound, best) = (value, scarcity) }
        if iterations == rounds || interruption?.isInterrupted == true { return }
        let solution = master.solve(Limits(iterations: RoomBound.simplexLimit, interruption: interruption))
        guard solution.termination.isOptimal, solution.objective > bound + 1e-6 * abs(bound) else { return }
        scarcity = zip(stock, best).map { row, center in
          RoomBound.smoothing * center + (1 - RoomBound.smoothing) * max(0, -solution.dual(of: row))
        }
      }
    }
  }

  /// A bound that knows how many people must stay out.
  ///
  /// At a weight λ for somebody without a bed, every plan costs L(λ) at least; at its own weight w it costs w − λ more for each
  /// who stays out. A small λ keeps the relaxation from sharing out one bed among those who lack it.
  init(_ problem: RoomProblem, leftOut: Int, rounds: Int = RoomBound.limit, interruption: Interruption?) {
    let small = problem.weightOfLodging
    self.init(problem.weighingWithout(small), rounds: rounds, interruption: interruption)
    bound = problem.counting(leftOut, in: bound)
  }

  private static func groups(_ market: RoomMarket) -> [GroupRooms] {
    let problem = market.problem
    var floorBeds = [[Int]](repeating: [0, 0, 0], count: problem.roomStock.hotels.count)
    for floor in problem.roomStock.floors {
      var beds = [0, 0, 0]
      for room in floor.rooms {
        beds[problem.chambers[room].level - 1] += problem.chambers[room].bedsForFamily
      }
      for level in 0..<3 { floorBeds[floor.hotel][level] = max(floorBeds[floor.hotel][level], beds[level]) }
    }
    var stockOf = [[Int]](repeating: [], count: market.kinds.count + problem.roomStock.hotels.count)
    for (number, stock) in market.stocks.enumerated() {
      stockOf[stock.kind ?? market.kinds.count + stock.hotel].append(number)
    }
    return Dictionary(grouping: problem.lodgers.indices) { problem.lodgers[$0].group }
      .sorted { $0.key < $1.key }
      .map { GroupRooms(market, lodgers: $0.value, floorBeds: floorBeds, stockOf: stockOf) }
  }
}
