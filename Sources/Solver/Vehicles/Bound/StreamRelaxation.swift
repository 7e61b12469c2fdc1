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

  private struct Question: Equatable {
    let prices: [[Double]]
    let carried: [Int]?
    let cuts: Int
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
  /// What whole runs keep beside.
  private(set) var cuts: [RunCut] = []
  private let cutsOfStream: RunCuts
  /// What the last solve was asked.
  private var answered: Question?
  /// Travellers of each lot who are to ride.
  private var demand: [Int] = []
  /// Kinds of vehicle by who may ride in them.
  private let kindsOfAccess: [(access: StreamLots.Access, kinds: [Int])]
  private let capacityOfKind: [Int]
  private let waitingWeight: Double
  private let slope: Double

  private static let tolerance = 1e-6
  /// Rounds of pricing at most; what has been priced until then is a bound as well.
  private static let rounds = 300

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
    cutsOfStream = RunCuts(lots, capacities: capacityOfKind)
    waitingWeight = Double(problem.weight(.vehiclesWaiting))
    slope = Double(problem.streams[lots.stream].waitingSlope)
  }

  /// Solves at these prices of runs, by kind of vehicle and place among the departures.
  ///
  /// - Parameter carried: how many travellers of each lot ride already; nothing: nobody does. Some ride, and the value
  ///   bounds nothing.
  mutating func solve(_ prices: [[Double]], carried: [Int]? = nil, interruption: Interruption?) {
    let question = Question(prices: prices, carried: carried, cuts: cuts.count)
    guard question != answered else { return }
    answered = question
    bound = 0
    usage = Array(repeating: 0, count: columns.count)
    demand = lots.lots.map(\.count)
    if let carried { demand = zip(demand, carried).map { max(0, $0 - $1) } }
    guard demand.contains(where: { $0 > 0 }) else { return }
    Model(name: "stream").withLiveProblem { live in
      var rows = StreamRows(
        problem, lots, demand: demand, largest: carried == nil ? capacityOfKind.max() : nil, in: live)
      if carried == nil { for cut in cuts { rows.add(cut, runs: [], in: live) } }
      var variables: [Variable] = []
      var used: [Int] = []
      for (index, column) in columns.enumerated() {
        let price = prices[column.kind][column.departure]
        guard price.isFinite else { continue }
        variables.append(add(column, at: price, rows, to: live))
        used.append(index)
      }
      let worthwhile = worthwhile(prices)
      for round in 1... {
        let solution = live.solve(Limits(interruption: interruption))
        let duals = rows.duals(of: solution)
        let (found, least) = price(duals, prices, at: worthwhile, rows)
        let value = rows.value(of: duals) + Double(rows.travellers) * min(-StreamRelaxation.tolerance, least)
        bound = max(bound, value)
        var added = 0
        for column in found where known.insert(column).inserted {
          columns.append(column)
          used.append(columns.count - 1)
          variables.append(add(column, at: prices[column.kind][column.departure], rows, to: live))
          added += 1
        }
        if added == 0 || least > -StreamRelaxation.tolerance || round == StreamRelaxation.rounds
          || interruption?.isInterrupted == true
        {
          usage = Array(repeating: 0, count: columns.count)
          for (variable, index) in zip(variables, used) where variable.index < solution.values.count {
            usage[index] = solution[variable]
          }
          break
        }
      }
    }
  }

  /// Adds cuts that this usage of its columns breaks.
  mutating func addCuts(brokenBy usage: [(column: Column, usage: Double)], most: Int) -> [RunCut] {
    var runs = capacityOfKind.map { _ in [Double](repeating: 0, count: lots.departures.count) }
    for (column, usage) in usage { runs[column.kind][column.departure] += usage }
    let found = cutsOfStream.broken(by: runs, most: most).filter { !cuts.contains($0) }
    cuts += found
    return found
  }

  /// The rows of this stream and the variables of who is left, in a linear program.
  func addRows(to live: LinearProblem) -> StreamRows {
    StreamRows(
      problem, lots, demand: lots.lots.map(\.count), largest: capacityOfKind.max(), in: live)
  }

  private func add(_ column: Column, at price: Double, _ rows: StreamRows, to live: LinearProblem) -> Variable
  {
    live.addVariable(
      "run", objective: price + riderCost(of: column), column: rows.column(column))
  }

  /// Waiting and pairs of a column.
  func riderCost(of column: Column) -> Double {
    let minute = lots.departures[column.departure].minute
    let waiting = zip(column.lots, column.counts).reduce(0.0) {
      $0 + self.waiting(of: $1.0, at: minute) * Double($1.1)
    }
    let groups = Set(column.lots.map { lots.lots[$0].trip.group }).count
    return waiting + Double(problem.weight(.vehiclesSplit) * groups)
  }

  private func waiting(of lot: Int, at minute: Int) -> Double {
    let window = lots.lots[lot].trip.window
    let minutes = slope > 0 ? minute - window.lowerBound : slope < 0 ? window.upperBound - minute : 0
    return waitingWeight * Double(minutes)
  }

  // MARK: Pricing

  /// Departures at which some kind of vehicle is cheaper, or other travellers may ride, than at the next one at which
  /// everybody waits less.
  private func worthwhile(_ prices: [[Double]]) -> [Int] {
    lots.departures.indices.filter { index in
      let other = slope > 0 ? index - 1 : index + 1
      guard lots.departures.indices.contains(other),
        lots.departures[index].lots == lots.departures[other].lots
      else { return true }
      return prices.contains { $0[index] < $0[other] }
    }
  }

  /// The best columns, one a departure and kind at most, and the least reduced cost of all.
  private func price(_ duals: StreamDuals, _ prices: [[Double]], at worthwhile: [Int], _ rows: StreamRows)
    -> (
      found: [Column], least: Double
    )
  {
    let prices = rows.reduced(prices, by: duals)
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
    for index in isTransfer ? [0] : worthwhile {
      let departure = lots.departures[index]
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
    /// The cheapest rider, worth a seat or not: a run carries somebody.
    private var least: (lot: Int, cost: Double)?
    private let pair: (Int) -> Double

    init(
      _ relaxation: StreamRelaxation, _ departure: StreamLots.Departure, _ access: StreamLots.Access,
      _ duals: StreamDuals, seats: Int
    ) {
      let lots = relaxation.lots.lots
      let split = Double(relaxation.problem.weight(.vehiclesSplit))
      let pair = { (group: Int) in split - (duals.pairs[group] ?? 0) }
      self.pair = pair
      var least: (lot: Int, cost: Double)?
      let items = departure.lots.compactMap { lot -> RunKnapsack.Item? in
        let trip = lots[lot].trip
        guard relaxation.demand[lot] > 0, !trip.needsAccessibleVehicle || access.isAccessible,
          trip.vehicle == nil || trip.vehicle == access.namedAs
        else { return nil }
        let value = duals.lots[lot] - relaxation.waiting(of: lot, at: departure.minute)
        if pair(trip.group) - value < least?.cost ?? .infinity { least = (lot, pair(trip.group) - value) }
        guard value > 0 || (duals.pairs[trip.group] ?? 0) > split else { return nil }
        return RunKnapsack.Item(
          group: trip.group, value: value, count: relaxation.demand[lot], lot: lot)
      }
      self.least = least
      knapsack = RunKnapsack(items.filter { !lots[$0.lot].trip.isAlone }, seats: seats, pair: pair)
      for item in items where lots[item.lot].trip.isAlone {
        let company = relaxation.lots.company[item.lot]!
        let others = items.filter { company.contains($0.lot) }
        // The group of who is alone has paid its pair already.
        companies.append(
          (item, RunKnapsack(others, seats: seats - 1) { $0 == item.group ? 0 : pair($0) }))
      }
    }

    /// Infinite when nobody may ride.
    func cost(seats: Int) -> Double {
      let shared = min(knapsack.costOfSome(seats: seats), least?.cost ?? .infinity)
      return companies.reduce(shared) { min($0, cost(of: $1, seats: seats)) }
    }

    func riders(seats: Int) -> [(lot: Int, count: Int)] {
      let best = companies.min { cost(of: $0, seats: seats) < cost(of: $1, seats: seats) }
      let shared = min(knapsack.costOfSome(seats: seats), least?.cost ?? .infinity)
      guard let best, cost(of: best, seats: seats) < shared else {
        if let least, least.cost < knapsack.costOfSome(seats: seats) { return [(least.lot, 1)] }
        return knapsack.riders(seats: seats)
      }
      return ([(best.0.lot, 1)] + best.1.riders(seats: seats - 1)).sorted { $0.lot < $1.lot }
    }

    private func cost(of company: (RunKnapsack.Item, RunKnapsack), seats: Int) -> Double {
      company.1.cost[seats - 1] - company.0.value + pair(company.0.group)
    }
  }
}
