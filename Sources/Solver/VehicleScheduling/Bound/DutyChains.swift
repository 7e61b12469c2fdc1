import Assembly

/// The runs of one class of vehicles at their minutes, chained into duties as cheaply as can be: a minimum-cost flow,
/// solved as the assignment of a predecessor to each run.
struct DutyChains {
  /// A run at its minute.
  struct Run {
    let batch: Batch
    let departure: Int
  }

  /// The runs in order of departure.
  let runs: [Run]
  /// Indices of ``runs`` in a row, one list a vehicle in use.
  private(set) var chains: [[Int]] = []
  /// What each run costs the class, its loaded minutes included, at prices that no duty beats.
  private(set) var prices: [Int] = []

  private static let impossible = 1 << 40

  /// The chains of the runs that a class has in a roster.
  ///
  /// - Complexity: O(runs² · (runs + vehicles)).
  init(_ problem: VehicleProblem, kind: Int, in roster: Roster) {
    let members = problem.classes[kind]
    let vehicle = problem.vehicles[members[0]]
    runs = members.flatMap { index in
      zip(roster.duties[index].batches, roster.duties[index].departures).map { Run(batch: $0, departure: $1) }
    }.sorted { ($0.departure, $0.batch.trips[0]) < ($1.departure, $1.batch.trips[0]) }
    guard !runs.isEmpty else { return }
    let runs = runs
    let count = runs.count
    // Columns: each run as a predecessor, then the vehicles.
    let assignment = Assignment(rows: count, columns: count + members.count) { row, column in
      let run = runs[row]
      let origin = problem.streams[run.batch.stream].from
      guard column < count else {
        guard Duty.start(problem, vehicle, run.batch) <= run.departure else { return DutyChains.impossible }
        return vehicle.fixed + vehicle.perMinute * problem.drive(vehicle.base, origin)
      }
      let before = runs[column]
      guard before.departure + Duty.gap(problem, before.batch, run.batch) <= run.departure else {
        return DutyChains.impossible
      }
      return vehicle.perMinute * problem.drive(problem.streams[before.batch.stream].to, origin)
    }
    var next = [Int?](repeating: nil, count: count)
    for (row, column) in assignment.columnOfRow.enumerated() where column < count { next[column] = row }
    for (row, column) in assignment.columnOfRow.enumerated() where column >= count {
      var chain = [row]
      while let follower = next[chain[chain.count - 1]] { chain.append(follower) }
      chains.append(chain)
    }
    prices = runs.indices.map { index in
      vehicle.perMinute * problem.drive(runs[index].batch.stream) + assignment.rowPrice[index]
        + assignment.columnPrice[index]
    }
  }
}
