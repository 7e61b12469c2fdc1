import Assembly

/// The problem of a roster of batches.
final class NamedDemand: RosterDemand {
  let problem: VehicleProblem

  init(_ problem: VehicleProblem) { self.problem = problem }
}

extension Roster where Load == Batch {
  /// A roster in which no vehicle moves.
  init(_ problem: VehicleProblem) { self.init(of: NamedDemand(problem)) }

  /// A place for a batch in a duty.
  struct Insertion {
    let duty: Duty<Batch>
    /// How much dearer the plan becomes, the penalty of the batch left out.
    let increase: Int
  }

  /// The cheapest place for a batch, if it has any.
  ///
  /// - Parameters:
  ///   - vehicles: where to look; nothing: everywhere.
  ///   - limit: only places that are cheaper than this.
  /// - Complexity: O(vehicles × batches a duty), and a schedule for each place that looks good.
  func bestInsertion(of batch: Batch, among vehicles: [Int]? = nil, below limit: Int = .max) -> Insertion? {
    var best: Insertion?
    var least = limit
    for vehicle in vehicles ?? candidates where batch.fits(demand.problem.vehicles[vehicle]) {
      if let found = insertion(of: batch, in: duties[vehicle], below: least) {
        least = found.increase
        best = found
      }
    }
    return best
  }

  /// The cheapest place for a batch in one duty.
  func insertion(of batch: Batch, in duty: Duty<Batch>, below limit: Int) -> Insertion? {
    let problem = demand.problem
    let count = duty.loads.count
    var best: Insertion?
    var least = limit
    let floor =
      batch.split(problem)
      + min(
        batch.waiting(problem, at: batch.window.lowerBound),
        batch.waiting(problem, at: batch.window.upperBound))
    for position in 0...count {
      if position > 0 {
        let before = duty.loads[position - 1]
        guard before.window.lowerBound <= batch.window.upperBound else { break }
      }
      if position < count, duty.loads[position].window.upperBound < batch.window.lowerBound { continue }
      guard floor + drivingIncrease(of: batch, at: position, in: duty) < least else { continue }
      var batches = duty.loads
      batches.insert(batch, at: position)
      guard let longer = Duty(problem, vehicle: duty.vehicle, batches) else { continue }
      if longer.cost - duty.cost < least {
        least = longer.cost - duty.cost
        best = Insertion(duty: longer, increase: least)
      }
    }
    return best
  }

  /// Gives each batch its cheapest place, one after another; who has none, or a dearer one than to be left, waits.
  mutating func insert(_ batches: [Batch]) {
    for batch in batches {
      if let found = bestInsertion(of: batch, below: batch.penalty(demand) + 1) {
        set(found.duty)
      } else {
        leave(batch)
      }
    }
  }
}
