import Assembly
import IntegerProgramming

/// Prices that a solution pays.
struct StreamDuals {
  let lots: [Double]
  let pairs: [Int: Double]
  let run: Double
  /// By cut.
  let cuts: [Double]
}

/// The rows of a stream's linear program.
struct StreamRows {
  private let lots: StreamLots
  private let demand: [Int]
  let travellers: Int
  private var lotRows: [Constraint] = []
  private var pairRows: [(group: Int, row: Constraint, least: Double)] = []
  private var pairRowOfGroup: [Int: Constraint] = [:]
  private var runRow: Constraint?
  private var left: [Variable] = []
  private(set) var cuts: [(cut: RunCut, row: Constraint)] = []
  private var leastRuns = 0.0

  /// Adds the rows, and the variables of who is left.
  ///
  /// - Parameters:
  ///   - demand: travellers of each lot who are to ride.
  ///   - largest: seats of the largest vehicle; nothing: without the rows that are rounded by it.
  init(
    _ problem: VehicleProblem, _ lots: StreamLots, demand: [Int], largest: Int?, in live: LinearProblem
  ) {
    self.lots = lots
    self.demand = demand
    travellers = demand.reduce(0, +)
    for (index, lot) in lots.lots.enumerated() {
      let variable = live.addVariable(
        "left[\(index)]", in: .between(0...Double(demand[index])), objective: Double(lot.trip.penalty))
      left.append(variable)
      lotRows.append(live.addConstraint("lot[\(index)]", [1 * variable], .atLeast(Double(demand[index]))))
    }
    guard let largest, largest > 0 else { return }
    for (group, members) in Dictionary(grouping: lots.lots.indices, by: { lots.lots[$0].trip.group })
      .sorted(by: { $0.key < $1.key })
    {
      let people = members.reduce(0) { $0 + demand[$1] }
      guard people > largest else { continue }
      let least = Double((people + largest - 1) / largest)
      let row = live.addConstraint("pairs[\(group)]", members.map { 1 * left[$0] }, .atLeast(least))
      pairRows.append((group, row, least))
      pairRowOfGroup[group] = row
    }
    if problem.streams[lots.stream].waitingSlope == 0 {
      leastRuns = Double((travellers + largest - 1) / largest)
      runRow = live.addConstraint("runs", left.map { 1 * $0 }, .atLeast(leastRuns))
    }
  }

  /// Adds a cut.
  ///
  /// - Parameter runs: the runs that there are.
  mutating func add(_ cut: RunCut, runs: [(StreamRelaxation.Column, Variable)], in live: LinearProblem) {
    let terms = runs.filter { cut.counts($0.0.departure) && cut.weights[$0.0.kind] > 0 }
      .map { cut.weights[$0.0.kind] * $0.1 }
    let row = live.addConstraint("cut", terms + cut.lots.map { 1 * left[$0] }, .atLeast(cut.least))
    cuts.append((cut, row))
  }

  func column(_ column: StreamRelaxation.Column) -> [(Constraint, Double)] {
    var entries = zip(column.lots, column.counts).map { (lotRows[$0], Double($1)) }
    for group in Set(column.lots.map { lots.lots[$0].trip.group }).sorted() {
      if let row = pairRowOfGroup[group] { entries.append((row, 1)) }
    }
    if let runRow { entries.append((runRow, 1)) }
    for (cut, row) in cuts where cut.counts(column.departure) && cut.weights[column.kind] > 0 {
      entries.append((row, cut.weights[column.kind]))
    }
    return entries
  }

  func duals(of solution: LinearSolution) -> StreamDuals {
    StreamDuals(
      lots: lotRows.map { max(0, solution.dual(of: $0)) },
      pairs: Dictionary(uniqueKeysWithValues: pairRows.map { ($0.group, max(0, solution.dual(of: $0.row))) }),
      run: runRow.map { max(0, solution.dual(of: $0)) } ?? 0,
      cuts: cuts.map { max(0, solution.dual(of: $0.row)) })
  }

  /// Prices of runs, by kind and departure, less what cuts pay.
  func reduced(_ prices: [[Double]], by duals: StreamDuals) -> [[Double]] {
    var prices = prices
    for ((cut, _), dual) in zip(cuts, duals.cuts) where dual > 0 {
      for (kind, weight) in cut.weights.enumerated() where weight > 0 {
        for departure in cut.departures { prices[kind][departure] -= dual * weight }
      }
    }
    return prices
  }

  /// What no way to carry the stream undercuts when no run is cheaper than its riders pay.
  func value(of duals: StreamDuals) -> Double {
    var value = leastRuns * duals.run + pairRows.reduce(0) { $0 + $1.least * (duals.pairs[$1.group] ?? 0) }
    var paid = [Double](repeating: 0, count: lots.lots.count)
    for ((cut, _), dual) in zip(cuts, duals.cuts) where dual > 0 {
      value += cut.least * dual
      for lot in cut.lots { paid[lot] += dual }
    }
    for (index, lot) in lots.lots.enumerated() {
      let gain =
        duals.lots[index] + (duals.pairs[lot.trip.group] ?? 0) + duals.run + paid[index]
        - Double(lot.trip.penalty)
      value += Double(demand[index]) * (duals.lots[index] - max(0, gain))
    }
    return value
  }
}
