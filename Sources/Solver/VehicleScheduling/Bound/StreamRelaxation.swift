import Assembly
import IntegerProgramming

/// The linear program over the runs of one stream: every traveller rides or is left, at given prices of vehicles.
///
/// Columns are priced exactly, each departure and kind of vehicle by a knapsack, so its value bounds every way to carry
/// the stream. Labels: `lot[i]`, `pairs[g]`, `runs`; columns `run[k]` and `left[i]`.
struct StreamRelaxation {
  /// A run as a column.
  struct Column: Hashable {
    let kind: Int
    let departure: Int
    let lots: [Int]
    let counts: [Int]
  }

  private let problem: VehicleProblem
  let lots: StreamLots
  /// Columns of all solves so far.
  private(set) var columns: [Column] = []
  /// How much of each column the last solve uses.
  private(set) var usage: [Double] = []
  /// No way to carry the stream costs less at the prices of the last solve.
  private(set) var bound = 0.0
  private var known: Set<Column> = []
  /// Kinds of vehicle by who may ride in them.
  private let kindsOfAccess: [(access: StreamLots.Access, kinds: [Int])]
  private let capacityOfKind: [Int]
  private let waitingWeight: Double
  private let slope: Double

  private static let tolerance = 1e-6

  init(_ problem: VehicleProblem, _ lots: StreamLots, fleet: [FleetKind]) {
    self.problem = problem
    self.lots = lots
    let needsAccess = lots.lots.contains(where: \.trip.needsAccessibleVehicle)
    let named = Set(lots.lots.compactMap(\.trip.vehicle))
    var kinds: [(access: StreamLots.Access, kinds: [Int])] = []
    for (kind, vehicle) in fleet.enumerated() where vehicle.capacity > 0 {
      let access = StreamLots.Access(
        isAccessible: needsAccess && vehicle.isAccessible,
        namedAs: vehicle.namedAs.flatMap { named.contains($0) ? $0 : nil })
      if let place = kinds.firstIndex(where: { $0.access == access }) {
        kinds[place].kinds.append(kind)
      } else {
        kinds.append((access, [kind]))
      }
    }
    kindsOfAccess = kinds
    capacityOfKind = fleet.map(\.capacity)
    waitingWeight = Double(problem.weight(.waiting))
    slope = Double(problem.streams[lots.stream].waitingSlope)
  }

  /// Solves at these prices of runs, by kind of vehicle and place among the departures.
  mutating func solve(_ prices: [[Double]], interruption: Interruption?) {
    let rows = Rows(problem, lots, largest: capacityOfKind.max() ?? 0)
    bound = 0
    guard !lots.lots.isEmpty else { return }
    rows.model.withLiveProblem { live in
      var variables: [Variable] = []
      var used: [Int] = []
      for (index, column) in columns.enumerated() {
        let price = prices[column.kind][column.departure]
        guard price.isFinite else { continue }
        variables.append(add(column, at: price, rows, to: live))
        used.append(index)
      }
      while true {
        let solution = live.solve()
        let duals = rows.duals(of: solution)
        let (found, least) = price(duals, prices)
        let value = rows.value(of: duals) + Double(rows.travellers) * min(0, least)
        bound = max(bound, value)
        var added = 0
        for column in found where known.insert(column).inserted {
          columns.append(column)
          used.append(columns.count - 1)
          variables.append(add(column, at: prices[column.kind][column.departure], rows, to: live))
          added += 1
        }
        if added == 0 || least > -StreamRelaxation.tolerance || interruption?.isInterrupted == true {
          usage = Array(repeating: 0, count: columns.count)
          for (variable, index) in zip(variables, used) where variable.index < solution.values.count {
            usage[index] = solution[variable]
          }
          break
        }
      }
    }
  }

  /// Whole runs that carry the stream cheaply at these prices, out of the columns known: their kinds of vehicle, minutes
  /// and riders.
  func wholeRuns(_ prices: [[Double]], interruption: Interruption?) -> [(
    kind: Int, departure: Int, trips: [Int]
  )] {
    let rows = Rows(problem, lots, largest: capacityOfKind.max() ?? 0)
    let solution = rows.model.withLiveProblem { live in
      for column in columns {
        let price = prices[column.kind][column.departure]
        live.addVariable(
          "run", in: price.isFinite ? .atLeast(0) : .equal(0), kind: .integer,
          objective: (price.isFinite ? price : 0) + riderCost(of: column), column: rows.column(column))
      }
      var options = SearchOptions(limits: Limits(iterations: 20_000, nodes: 200, interruption: interruption))
      options.relativeGap = 1e-3
      options.cuts = []
      options.backtracking = .bestProjection
      return live.solveInteger(options)
    }
    guard let values = solution.values else { return [] }
    var waiting = lots.lots.map { ArraySlice($0.trips) }
    var runs: [(kind: Int, departure: Int, trips: [Int])] = []
    for (index, column) in columns.enumerated() {
      for _ in 0..<Int(values[lots.lots.count + index].rounded()) {
        var trips: [Int] = []
        for (lot, count) in zip(column.lots, column.counts) {
          trips += waiting[lot].prefix(count)
          waiting[lot] = waiting[lot].dropFirst(count)
        }
        if !trips.isEmpty { runs.append((column.kind, lots.departures[column.departure].minute, trips)) }
      }
    }
    return runs
  }

  private func add(_ column: Column, at price: Double, _ rows: Rows, to live: LinearProblem) -> Variable {
    live.addVariable(
      "run", objective: price + riderCost(of: column), column: rows.column(column))
  }

  /// Waiting and pairs of a column.
  private func riderCost(of column: Column) -> Double {
    let minute = lots.departures[column.departure].minute
    let waiting = zip(column.lots, column.counts).reduce(0.0) {
      $0 + self.waiting(of: $1.0, at: minute) * Double($1.1)
    }
    let groups = Set(column.lots.map { lots.lots[$0].trip.group }).count
    return waiting + Double(problem.weight(.split) * groups)
  }

  private func waiting(of lot: Int, at minute: Int) -> Double {
    let window = lots.lots[lot].trip.window
    let minutes = slope > 0 ? minute - window.lowerBound : slope < 0 ? window.upperBound - minute : 0
    return waitingWeight * Double(minutes)
  }

  // MARK: Pricing

  /// The best columns, one a departure and kind at most, and the least reduced cost of all.
  private func price(_ duals: Duals, _ prices: [[Double]]) -> (found: [Column], least: Double) {
    var found: [Column] = []
    var least = 0.0
    let isTransfer = slope == 0
    // Whoever rides in a transfer, its minute matters to the vehicle alone.
    var cheapest: [Int: (departure: Int, price: Double)] = [:]
    if isTransfer {
      for kind in prices.indices {
        for departure in prices[kind].indices
        where prices[kind][departure] < cheapest[kind]?.price ?? .infinity {
          cheapest[kind] = (departure, prices[kind][departure])
        }
      }
    }
    for (index, departure) in lots.departures.enumerated() where !isTransfer || index == 0 {
      for (access, kinds) in kindsOfAccess {
        let choice = RiderChoice(
          self, departure, access, duals, seats: kinds.map { capacityOfKind[$0] }.max()!)
        for kind in kinds {
          let place = isTransfer ? cheapest[kind]?.departure ?? 0 : index
          let reduced = prices[kind][place] - duals.run + choice.cost(seats: capacityOfKind[kind])
          guard reduced < -StreamRelaxation.tolerance else { continue }
          least = min(least, reduced)
          let riders = choice.riders(seats: capacityOfKind[kind])
          found.append(
            Column(kind: kind, departure: place, lots: riders.map(\.lot), counts: riders.map(\.count)))
        }
      }
    }
    return (found, least)
  }

  /// The best riders at one departure for vehicles that are alike to them.
  private struct RiderChoice {
    private let knapsack: RunKnapsack
    /// Riders alone, their company with them; cost by number of seats.
    private var companies: [(RunKnapsack.Item, RunKnapsack)] = []
    private let pair: (Int) -> Double

    init(
      _ relaxation: StreamRelaxation, _ departure: StreamLots.Departure, _ access: StreamLots.Access,
      _ duals: Duals, seats: Int
    ) {
      let lots = relaxation.lots.lots
      let split = Double(relaxation.problem.weight(.split))
      let items = departure.lots.compactMap { lot -> RunKnapsack.Item? in
        let trip = lots[lot].trip
        guard !trip.needsAccessibleVehicle || access.isAccessible,
          trip.vehicle == nil || trip.vehicle == access.namedAs
        else { return nil }
        let value = duals.lots[lot] - relaxation.waiting(of: lot, at: departure.minute)
        guard value > 0 || (duals.pairs[trip.group] ?? 0) > split else { return nil }
        return RunKnapsack.Item(group: trip.group, value: value, count: lots[lot].count, lot: lot)
      }
      let pair = { (group: Int) in split - (duals.pairs[group] ?? 0) }
      self.pair = pair
      knapsack = RunKnapsack(items.filter { !lots[$0.lot].trip.isAlone }, seats: seats, pair: pair)
      for item in items where lots[item.lot].trip.isAlone {
        let company = relaxation.lots.company[item.lot]!
        let others = items.filter { company.contains($0.lot) }
        // The group of who is alone has paid its pair already.
        companies.append(
          (item, RunKnapsack(others, seats: seats - 1) { $0 == item.group ? 0 : pair($0) }))
      }
    }

    func cost(seats: Int) -> Double {
      companies.reduce(knapsack.cost[seats]) { min($0, cost(of: $1, seats: seats)) }
    }

    func riders(seats: Int) -> [(lot: Int, count: Int)] {
      let best = companies.min { cost(of: $0, seats: seats) < cost(of: $1, seats: seats) }
      guard let best, cost(of: best, seats: seats) < knapsack.cost[seats] else {
        return knapsack.riders(seats: seats)
      }
      return ([(best.0.lot, 1)] + best.1.riders(seats: seats - 1)).sorted { $0.lot < $1.lot }
    }

    private func cost(of company: (RunKnapsack.Item, RunKnapsack), seats: Int) -> Double {
      company.1.cost[seats - 1] - company.0.value + pair(company.0.group)
    }
  }
}

/// Prices that a solution pays.
private struct Duals {
  let lots: [Double]
  let pairs: [Int: Double]
  let run: Double
}

/// The rows of a stream's linear program.
private struct Rows {
  private(set) var model = Model(name: "stream")
  private let lots: StreamLots
  let travellers: Int
  private var lotRows: [Constraint] = []
  private var pairRows: [(group: Int, row: Constraint, least: Double)] = []
  private var pairRowOfGroup: [Int: Constraint] = [:]
  private var runRow: Constraint?
  private var leastRuns = 0.0

  init(_ problem: VehicleProblem, _ lots: StreamLots, largest: Int) {
    self.lots = lots
    travellers = lots.lots.reduce(0) { $0 + $1.count }
    var left: [Variable] = []
    for (index, lot) in lots.lots.enumerated() {
      let variable = model.addVariable(
        "left[\(index)]", in: .between(0...Double(lot.count)), objective: Double(lot.trip.penalty))
      left.append(variable)
      lotRows.append(model.addConstraint("lot[\(index)]", [1 * variable], .atLeast(Double(lot.count))))
    }
    guard largest > 0 else { return }
    for (group, members) in Dictionary(grouping: lots.lots.indices, by: { lots.lots[$0].trip.group })
      .sorted(by: { $0.key < $1.key })
    {
      let people = members.reduce(0) { $0 + lots.lots[$1].count }
      guard people > largest else { continue }
      let least = Double((people + largest - 1) / largest)
      let row = model.addConstraint("pairs[\(group)]", members.map { 1 * left[$0] }, .atLeast(least))
      pairRows.append((group, row, least))
      pairRowOfGroup[group] = row
    }
    if problem.streams[lots.stream].waitingSlope == 0 {
      leastRuns = Double((travellers + largest - 1) / largest)
      runRow = model.addConstraint("runs", left.map { 1 * $0 }, .atLeast(leastRuns))
    }
  }

  func column(_ column: StreamRelaxation.Column) -> [(Constraint, Double)] {
    var entries = zip(column.lots, column.counts).map { (lotRows[$0], Double($1)) }
    for group in Set(column.lots.map { lots.lots[$0].trip.group }).sorted() {
      if let row = pairRowOfGroup[group] { entries.append((row, 1)) }
    }
    if let runRow { entries.append((runRow, 1)) }
    return entries
  }

  func duals(of solution: LinearSolution) -> Duals {
    Duals(
      lots: lotRows.map { max(0, solution.dual(of: $0)) },
      pairs: Dictionary(uniqueKeysWithValues: pairRows.map { ($0.group, max(0, solution.dual(of: $0.row))) }),
      run: runRow.map { max(0, solution.dual(of: $0)) } ?? 0)
  }

  /// What no way to carry the stream undercuts when no run is cheaper than its riders pay.
  func value(of duals: Duals) -> Double {
    var value = leastRuns * duals.run + pairRows.reduce(0) { $0 + $1.least * (duals.pairs[$1.group] ?? 0) }
    for (index, lot) in lots.lots.enumerated() {
      let gain = duals.lots[index] + (duals.pairs[lot.trip.group] ?? 0) + duals.run - Double(lot.trip.penalty)
      value += Double(lot.count) * (duals.lots[index] - max(0, gain))
    }
    return value
  }
}
