import Assembly

/// A run that some vehicle of a kind is to make.
struct PlannedRun {
  let batch: Batch
  let departure: Int
}

extension Roster where Load == Batch {
  /// Gives runs to vehicles of one kind, chained into duties as cheaply as can be: each run is assigned its predecessor,
  /// another run or the start of a vehicle.
  ///
  /// - Parameter vehicles: unused vehicles of the kind.
  /// - Returns: batches for which no vehicle was left.
  /// - Complexity: O(runs² · (runs + vehicles)).
  mutating func chain(_ runs: [PlannedRun], among vehicles: [Int]) -> [Batch] {
    guard !runs.isEmpty, !vehicles.isEmpty else { return runs.map(\.batch) }
    let problem = problem
    let count = runs.count
    let impossible = 1 << 40
    // Columns: each run as a predecessor, the vehicles, and no vehicle at all.
    let assignment = Assignment(rows: count, columns: 2 * count + vehicles.count) { row, column in
      let (run, origin) = (runs[row], problem.streams[runs[row].batch.stream].from)
      if column < count {
        let before = runs[column]
        guard row != column,
          before.departure + Duty<Batch>.gap(problem, before.batch, run.batch) <= run.departure
        else { return impossible }
        return problem.vehicles[vehicles[0]].perMinute
          * problem.drive(problem.streams[before.batch.stream].to, origin)
      }
      guard column < count + vehicles.count else {
        return column == count + vehicles.count + row ? impossible / 2 : impossible
      }
      let vehicle = problem.vehicles[vehicles[column - count]]
      guard Duty<Batch>.start(problem, vehicle, run.batch) <= run.departure, run.batch.fits(vehicle)
      else {
        return impossible
      }
      return vehicle.fixed + vehicle.perMinute * problem.drive(vehicle.base, origin)
    }
    var next = [Int?](repeating: nil, count: count)
    for (row, column) in assignment.columnOfRow.enumerated() where column < count { next[column] = row }
    var left: [Batch] = []
    for (row, column) in assignment.columnOfRow.enumerated() where column >= count {
      let vehicle = column < count + vehicles.count ? vehicles[column - count] : nil
      var last: Int? = row
      while let run = last {
        if let vehicle,
          let duty = Duty(problem, vehicle: vehicle, duties[vehicle].loads + [runs[run].batch])
        {
          set(duty)
        } else {
          left.append(runs[run].batch)
        }
        last = next[run]
      }
    }
    return left
  }
}
