import Assembly
import IntegerProgramming
import SolverShared

/// The search where people ride several fixed transfers: a vehicle for each of them, then everybody else around the runs
/// that follow from that, and so in turns.
struct CoupledSearch {
  /// Rounds of ruin and recreate over vehicles, at most.
  private static let renewals = 20_000
  /// Rounds of ruin and recreate over vehicles for each person of a small event.
  private static let renewalsAPerson = 60
  /// Rounds of local search, at most.
  private static let improvements = 10
  /// How often vehicles are chosen anew after everybody else has found a place.
  private static let turns = 2

  private let problem: VehicleProblem
  private let riders: FixedRiders
  private let options: SolverOptions

  /// Nothing where nobody rides several fixed transfers.
  init?(_ problem: VehicleProblem, _ options: SolverOptions) {
    guard !problem.coupledTrips.isEmpty else { return nil }
    self.problem = problem
    self.options = options
    riders = FixedRiders(problem)
  }

  /// A roster with a vehicle for everybody who rides fixed transfers, the others after them.
  func first() -> Roster<Batch> {
    var roster = boarded(Roster(problem))
    roster.carry(problem.wanted.filter { !problem.trips[$0].isFixed })
    return settled(roster)
  }

  /// Whether somebody rides in what is no fixed transfer.
  var hasOthers: Bool { problem.wanted.contains { !problem.trips[$0].isFixed } }

  /// The best roster that is found from this one, with the parties that are offered, and from the runs of others in those that
  /// know no vehicle of anybody.
  func better(
    than first: Roster<Batch>, offers: [PartyOffer], _ others: [Roster<Batch>], riderRounds: Int
  ) -> Roster<Batch> {
    var best = first
    if !offers.isEmpty {
      let found = settled(renewed(first.without { problem.trips[$0].isFixed }, offers: offers, stream: 2))
      if found.cost < best.cost { best = found }
      options.watch?.found(best.cost)
    }
    for other in hasOthers ? others : [] where options.interruption?.isInterrupted != true {
      let found = settled(boarded(other.without { problem.trips[$0].isFixed }))
      if found.cost < best.cost { best = found }
      options.watch?.found(best.cost)
    }
    for turn in 1...Self.turns where options.interruption?.isInterrupted != true {
      if problem.wanted.contains(where: { !problem.isCoupled($0) }) {
        var renewal = RiderRenewal(bound(best), options)
        renewal.run(rounds: riderRounds / Self.turns)
        best = renewal.roster.moved(to: problem)
      }
      let boarded = renewed(best, stream: UInt64(2 + turn))
      let found = boarded.cost < best.cost ? settled(boarded) : settled(best)
      if found.cost < best.cost { best = found }
      options.watch?.found(best.cost)
    }
    return best
  }

  /// The roster in which all who ride fixed transfers take a vehicle.
  private func boarded(_ roster: Roster<Batch>) -> Roster<Batch> { renewed(roster, stream: 2) }

  private func renewed(_ roster: Roster<Batch>, offers: [PartyOffer] = [], stream: UInt64) -> Roster<Batch> {
    var renewal = PartyRenewal(roster, offers: offers, options, stream: stream)
    renewal.run(rounds: min(Self.renewals, Self.renewalsAPerson * problem.coupledTrips.count))
    return renewal.roster
  }

  /// The roster bettered by local search in which everybody keeps their vehicle.
  private func settled(_ roster: Roster<Batch>) -> Roster<Batch> {
    bound(roster).improved(rounds: Self.improvements, options.interruption).moved(to: problem)
  }

  private func bound(_ roster: Roster<Batch>) -> Roster<Batch> {
    roster.moved(to: problem.bound(to: roster.vehicleOfPerson(riders)))
  }
}

extension Roster where Load == Batch {
  /// The vehicle of everybody who rides several fixed transfers; of those whom it carries nowhere any that would do.
  func vehicleOfPerson(_ riders: FixedRiders) -> [Int: Int] {
    var vehicleOfPerson: [Int: Int] = [:]
    var vehicleOfKind: [Int: Int] = [:]
    for vehicle in duties.indices {
      for share in shares(in: vehicle, riders) {
        vehicleOfKind[share.kind] = vehicle
        for person in share.people { vehicleOfPerson[person] = vehicle }
      }
    }
    for (person, kind) in riders.kindOfPerson where vehicleOfPerson[person] == nil {
      let fitting = demand.problem.vehicles.firstIndex { riders.kinds[kind].suits($0) }
      vehicleOfPerson[person] = vehicleOfKind[kind] ?? fitting
    }
    return vehicleOfPerson
  }

  /// The roster as one of the problem in which whoever rides several fixed transfers is bound to their vehicle.
  func boundToVehicles() -> Roster<Batch> {
    guard !problem.coupledTrips.isEmpty else { return self }
    return moved(to: problem.bound(to: vehicleOfPerson(FixedRiders(problem))))
  }

  /// The roster without some trips.
  func without(where isLeft: (Int) -> Bool) -> Roster<Batch> {
    func rest(_ batch: Batch) -> Batch? { Batch(problem, batch.trips.filter { !isLeft($0) }) }
    var roster = Roster<Batch>(problem)
    for duty in duties {
      let loads = duty.loads.compactMap(rest)
      if let duty = Duty(problem, vehicle: duty.vehicle, loads) {
        roster.set(duty)
      } else {
        for batch in loads { roster.leave(batch) }
      }
    }
    for batch in waiting.compactMap(rest) { roster.leave(batch) }
    for batch in roster.takeWaiting() { roster.settle(batch) }
    return roster
  }

  /// Gives trips that nobody has asked for yet batches and the batches vehicles.
  mutating func carry(_ trips: [Int]) {
    let (batches, stranded) = IntervalBatching(problem).solve(trips)
    insert(batches)
    for trip in stranded { leave(Batch(problem, [trip])!) }
  }
}
