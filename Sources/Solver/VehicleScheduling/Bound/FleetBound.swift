import Assembly
import IntegerProgramming

/// A bound on every plan: streams at the prices of a potential of each class of vehicles.
///
/// Whatever the potential, the runs of a duty pay no more than the duty costs; so all runs at these prices, carried as
/// cheaply as each stream can be, cost no more than any plan (Formulation.md).
struct FleetBound {
  private let problem: VehicleProblem
  private let interruption: Interruption?
  private let clock: SlotClock
  private var relaxations: [StreamRelaxation]
  /// No plan costs less.
  private(set) var value: Int
  private(set) var iterations = 0

  init(_ problem: VehicleProblem, interruption: Interruption?) {
    self.problem = problem
    self.interruption = interruption
    let clock = SlotClock(problem)
    self.clock = clock
    var tripsOfStream = problem.streams.map { _ in [Int]() }
    for index in problem.trips.indices { tripsOfStream[problem.trips[index].stream].append(index) }
    relaxations = tripsOfStream.enumerated().map { stream, trips in
      StreamRelaxation(problem, StreamLots(problem, stream: stream, trips: trips, clock: clock))
    }
    value = problem.countingBound()
  }

  /// Improves the bound by the prices that the duties of a plan pay.
  mutating func improve(by roster: Roster) {
    let guesses = problem.classes.indices.map { self.guesses(of: $0, in: roster) }
    evaluate(guesses)
  }

  private func guesses(of kind: Int, in roster: Roster) -> [SlotOfStream: Int] {
    let chains = DutyChains(problem, kind: kind, in: roster)
    var guesses: [SlotOfStream: Int] = [:]
    for (run, price) in zip(chains.runs, chains.prices) {
      let key = SlotOfStream(stream: run.batch.stream, slot: clock.slot(of: run.departure))
      guesses[key] = max(guesses[key] ?? 0, price)
    }
    return guesses
  }

  private mutating func evaluate(_ guesses: [[SlotOfStream: Int]]) {
    let potentials = problem.classes.indices.map {
      FleetPotential(problem, kind: $0, clock: clock, guesses: guesses[$0])
    }
    var sum = 0.0
    for index in relaxations.indices {
      let lots = relaxations[index].lots
      let prices = potentials.map { potential in
        lots.departures.map { potential.price(of: lots.stream, at: $0.minute).map(Double.init) ?? .infinity }
      }
      relaxations[index].solve(prices, interruption: interruption)
      sum += relaxations[index].bound
      iterations += relaxations[index].iterations
    }
    value = max(value, Int((sum - 1e-3 - 1e-9 * abs(sum)).rounded(.up)))
  }
}
