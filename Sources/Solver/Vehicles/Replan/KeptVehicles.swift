import Assembly
import SolverShared

/// Who rides which vehicle for fixed transfers near to the plan that is out: everybody stays in theirs, as far as its runs
/// stay; who is new, or whose vehicle is gone, takes the cheapest.
struct KeptVehicles {
  /// By person.
  let vehicleOfPerson: [Int: Int]
  /// The runs that stay, without those who ride another vehicle now.
  private(set) var staying: [Int: [EarlierLines.Run]]

  /// - Parameters:
  ///   - staying: by vehicle, the runs that stay as they were told.
  ///   - kept: how trips were made.
  init(_ problem: VehicleProblem, staying: [Int: [EarlierLines.Run]], _ kept: KeptRides) {
    var votes: [Int: [Int: Int]] = [:]
    for (vehicle, runs) in staying {
      for trip in runs.flatMap(\.trips) where problem.isCoupled(trip) {
        votes[problem.trips[trip].person, default: [:]][vehicle, default: 0] += 1
      }
    }
    let chosen = votes.compactMapValues { $0.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key }
    self.staying = staying
    for (vehicle, runs) in staying {
      self.staying[vehicle] = runs.compactMap { run in
        var run = run
        run.trips.removeAll { problem.isCoupled($0) && chosen[problem.trips[$0].person] != vehicle }
        return run.trips.isEmpty ? nil : run
      }
    }
    var kept = kept
    kept.pinned = Set(self.staying.values.joined().flatMap(\.trips))
    let near = problem.keeping(kept)
    var roster = Roster<Batch>(near)
    for (vehicle, runs) in self.staying.sorted(by: { $0.key < $1.key }) {
      let batches = runs.compactMap { Batch(near, $0.trips) }
      if let duty = Duty(near, vehicle: vehicle, batches) { roster.set(duty) }
    }
    let riders = FixedRiders(near)
    var boarding = FixedBoarding(roster, riders, SolverOptions())
    boarding.boardAll()
    vehicleOfPerson = boarding.roster.vehicleOfPerson(riders).merging(chosen) { $1 }
  }
}
