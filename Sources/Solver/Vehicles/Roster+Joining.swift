import Assembly

extension Roster where Load == Batch {
  /// Gives a batch a run of its own or seats in runs that there are, whatever is cheaper; who finds neither waits.
  mutating func settle(_ batch: Batch) {
    let penalty = batch.penalty(demand)
    let insertion = bestInsertion(of: batch, below: penalty + 1)
    if let joined = joining(batch, below: insertion?.increase ?? penalty) {
      self = joined
    } else if let insertion {
      set(insertion.duty)
    } else if batch.trips.count > 1 {
      let middle = batch.trips.count / 2
      for half in [batch.trips[..<middle], batch.trips[middle...]] {
        if let batch = Batch(problem, Array(half)) { settle(batch) }
      }
    } else {
      leave(batch)
    }
  }

  /// The roster in which the riders of a batch join runs that there are.
  ///
  /// - Parameter limit: nothing unless it is cheaper than this.
  func joining(_ batch: Batch, below limit: Int) -> Self? {
    var roster = self
    var riders = batch.trips[...]
    while !riders.isEmpty {
      guard let (duty, count) = roster.bestJoin(of: riders) else { return nil }
      roster.set(duty)
      guard roster.cost - cost < limit else { return nil }
      riders = riders.dropFirst(count)
    }
    return roster
  }

  /// The run in which some of these riders, from the first on, are cheapest by head.
  private func bestJoin(of riders: ArraySlice<Int>) -> (duty: Duty<Batch>, count: Int)? {
    let problem = demand.problem
    guard let batch = Batch(problem, Array(riders)) else { return nil }
    var best: (duty: Duty<Batch>, count: Int)?
    var least = Double.infinity
    for duty in duties {
      let capacity = problem.vehicles[duty.vehicle].capacity
      for (index, host) in duty.loads.enumerated()
      where host.stream == batch.stream && host.trips.count < capacity && host.window.overlaps(batch.window) {
        let count = min(riders.count, capacity - host.trips.count)
        guard let union = Batch(problem, host.trips + riders.prefix(count)) else { continue }
        var batches = duty.loads
        batches[index] = union
        guard let fuller = Duty(problem, vehicle: duty.vehicle, batches) else { continue }
        let increase = Double(fuller.cost - duty.cost) / Double(count)
        if increase < least { (least, best) = (increase, (fuller, count)) }
      }
    }
    return best
  }
}
