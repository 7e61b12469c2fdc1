import Assembly
import IntegerProgramming

/// A bound on every plan: streams at the prices of a potential of each class of vehicles.
///
/// Whatever the potential, the runs of a duty pay no more than the duty costs; so all runs at these prices, carried as
/// cheaply as each stream can be, cost no more than any plan (Formulation.md).
struct FleetBound {
  /// Rounds without a better bound after which no more are tried.
  private static let patience = 12

  private let problem: VehicleProblem
  private let interruption: Interruption?
  private let clock: SlotClock
  private let fleet: [FleetKind]
  private let kindOfVehicle: [Int]
  private var relaxations: [StreamRelaxation]
  private var potentials: [FleetPotential] = []
  /// No plan costs less.
  private(set) var value: Int
  private(set) var iterations = 0

  init(_ problem: VehicleProblem, interruption: Interruption?) {
    self.problem = problem
    self.interruption = interruption
    let clock = SlotClock(problem)
    self.clock = clock
    let (fleet, kindOfVehicle) = FleetKind.kinds(of: problem)
    (self.fleet, self.kindOfVehicle) = (fleet, kindOfVehicle)
    var tripsOfStream = problem.streams.map { _ in [Int]() }
    for index in problem.trips.indices { tripsOfStream[problem.trips[index].stream].append(index) }
    relaxations = tripsOfStream.enumerated().map { stream, trips in
      StreamRelaxation(problem, StreamLots(problem, stream: stream, trips: trips, clock: clock), fleet: fleet)
    }
    value = problem.countingBound()
  }

  /// Improves the bound: the streams choose runs at the fleet's prices, the fleet sets prices for the runs chosen so far.
  ///
  /// Each side answers the mean of the other's answers, later ones weighing more (fictitious play, G. W. Brown 1951):
  /// their values close on the value of the linear program over runs and duties together. Every mean of potentials is
  /// a potential, so every round gives a bound.
  mutating func improve(by roster: Roster, rounds: Int, enough: Int) {
    var demand = self.demand(in: roster)
    potentials = []
    var last = (round: 0, value: value)
    for round in 0..<rounds {
      let share = 2 / Double(round + 2)
      for kind in fleet.indices {
        let flow = DutyFlow(problem, fleet[kind], clock: clock, demand: demand[kind])
        let answer = FleetPotential(problem, fleet[kind], clock: clock, guesses: flow.prices)
        if round == 0 { potentials.append(answer) } else { potentials[kind].move(toward: answer, by: share) }
      }
      evaluate()
      if value > last.value { last = (round, value) }
      if value >= enough || round - last.round >= FleetBound.patience { return }
      if interruption?.isInterrupted == true { return }
      mix(chosenRuns(), into: &demand, by: share)
    }
  }

  private func demand(in roster: Roster) -> [[SlotOfStream: Double]] {
    var demand = fleet.map { _ in [SlotOfStream: Double]() }
    for duty in roster.duties {
      for (batch, departure) in zip(duty.batches, duty.departures) {
        let key = SlotOfStream(stream: batch.stream, slot: clock.slot(of: departure))
        demand[kindOfVehicle[duty.vehicle]][key, default: 0] += 1
      }
    }
    return demand
  }

  private func chosenRuns() -> [[SlotOfStream: Double]] {
    var chosen = fleet.map { _ in [SlotOfStream: Double]() }
    for relaxation in relaxations {
      for (column, usage) in zip(relaxation.columns, relaxation.usage) where usage > 1e-9 {
        let minute = relaxation.lots.departures[column.departure].minute
        chosen[column.kind][
          SlotOfStream(stream: relaxation.lots.stream, slot: clock.slot(of: minute)), default: 0] += usage
      }
    }
    return chosen
  }

  private func mix(
    _ chosen: [[SlotOfStream: Double]], into demand: inout [[SlotOfStream: Double]], by share: Double
  ) {
    for kind in demand.indices {
      demand[kind] = demand[kind].mapValues { $0 * (1 - share) }.filter { $0.value > 1e-3 }
      for (key, usage) in chosen[kind] { demand[kind][key, default: 0] += share * usage }
    }
  }

  private mutating func evaluate() {
    var sum = 0.0
    for index in relaxations.indices {
      relaxations[index].solve(prices(of: relaxations[index].lots), interruption: interruption)
      sum += relaxations[index].bound
    }
    iterations += 1
    value = max(value, Int((sum - 1e-3 - 1e-9 * abs(sum)).rounded(.up)))
  }

  /// Prices of runs by kind of vehicle and departure.
  private func prices(of lots: StreamLots) -> [[Double]] {
    potentials.map { potential in lots.departures.map { potential.price(of: lots.stream, at: $0.minute) } }
  }

  /// A roster of whole runs that the streams choose at the prices of the fleet.
  func roster() -> Roster {
    var roster = Roster(problem)
    var runs = fleet.map { _ in [PlannedRun]() }
    var carried: Set<Int> = []
    var open: [Batch] = []
    for relaxation in relaxations where !potentials.isEmpty {
      let chosen = relaxation.wholeRuns(prices(of: relaxation.lots), interruption: interruption)
      for run in chosen {
        guard let batch = Batch(problem, run.trips) else { continue }
        carried.formUnion(run.trips)
        let departure = min(max(run.departure, batch.window.lowerBound), batch.window.upperBound)
        runs[run.kind].append(PlannedRun(batch: batch, departure: departure))
      }
    }
    for kind in fleet.indices {
      let vehicles = problem.vehicles.indices.filter { kindOfVehicle[$0] == kind }
      open += roster.chain(runs[kind].sorted { $0.departure < $1.departure }, among: vehicles)
    }
    open += problem.trips.indices.filter { !carried.contains($0) }.map { Batch(problem, [$0])! }
    roster.insert(open.sorted { ($0.window.upperBound, $0.trips[0]) < ($1.window.upperBound, $1.trips[0]) })
    return roster
  }
}
