import Assembly
import IntegerProgramming
import SolverShared

/// Ruin and recreate: runs that are near each other in time leave their vehicles, are batched anew where they can be,
/// and each takes the cheapest place again.
///
/// G. Schrimpf, J. Schneider, H. Stamm-Wilbrandt, G. Dueck, "Record Breaking Optimization Results Using the Ruin and
/// Recreate Principle", Journal of Computational Physics 159 (2000), 139–171; a little worse is accepted, ever less so.
struct RosterRenewal {
  /// Minutes around a run within which others are near it.
  private static let reach = 90
  /// Vehicles that a round ruins at most.
  private static let vehiclesARound = 4
  /// How much worse the current roster may be than the best at the start, as a share of what so many trips cost.
  private static let tolerance = 0.002
  private static let tripsOfTolerance = 1_000

  private let problem: VehicleProblem
  private let interruption: Interruption?
  private(set) var best: Roster
  private var current: Roster
  private var random = SplitMix64(seed: 1)

  init(_ roster: Roster, interruption: Interruption?) {
    problem = roster.problem
    best = roster
    current = roster
    self.interruption = interruption
  }

  /// Makes so many rounds.
  mutating func run(rounds: Int) {
    let trips = max(1, problem.trips.count)
    let share = RosterRenewal.tolerance * min(1, Double(RosterRenewal.tripsOfTolerance) / Double(trips))
    for round in 0..<rounds where interruption?.isInterrupted != true {
      guard let trial = renewed() else { return }
      let left = Double(rounds - round) / Double(rounds)
      let limit = Double(best.cost) * (1 + share * left * random.unit())
      if trial.cost <= current.cost || Double(trial.cost) < limit { current = trial }
      if current.cost < best.cost { best = current }
    }
  }

  private mutating func renewed() -> Roster? {
    var used = current.duties.indices.filter { !current.duties[$0].batches.isEmpty }
    guard let seed = random.choice(of: used) else { return nil }
    let centre = random.choice(of: current.duties[seed].departures)!
    let window = (centre - RosterRenewal.reach)...(centre + RosterRenewal.reach)
    used.removeAll { vehicle in
      vehicle == seed || !current.duties[vehicle].departures.contains(where: window.contains)
    }
    var ruined = [seed]
    while ruined.count < RosterRenewal.vehiclesARound, let other = random.choice(of: used) {
      ruined.append(other)
      used.removeAll { $0 == other }
    }
    var trial = current
    var open = trial.takeWaiting()
    for vehicle in ruined {
      let duty = trial.duties[vehicle]
      let isWhole = random.unit() < 0.2
      let kept = duty.batches.indices.filter { !isWhole && !window.contains(duty.departures[$0]) }
      guard let shorter = Duty(problem, vehicle: vehicle, kept.map { duty.batches[$0] }) else { return trial }
      open += duty.batches.indices.filter { !kept.contains($0) }.map { duty.batches[$0] }
      trial.set(shorter)
    }
    if random.unit() < 0.5 { open = rebatched(open) }
    trial.insert(random.shuffled(open))
    return trial
  }

  /// The riders of some runs in new batches, at a guess of what a run costs.
  private mutating func rebatched(_ batches: [Batch]) -> [Batch] {
    let trips = batches.flatMap(\.trips).sorted()
    let factor = 1 + random.unit()
    let share = 0.3 * random.unit()
    let batching = IntervalBatching(problem) { [problem] kind, stream in
      let vehicle = problem.vehicles[problem.classes[kind][0]]
      return Int(factor * Double(vehicle.perMinute * problem.drive(stream)) + share * Double(vehicle.fixed))
    }
    let (renewed, stranded) = batching.solve(trips)
    return renewed + stranded.compactMap { Batch(problem, [$0]) }
  }
}
