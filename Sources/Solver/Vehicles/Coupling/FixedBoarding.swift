import Assembly
import IntegerProgramming
import SolverShared

/// Ruin and recreate over who rides which vehicle for all fixed transfers: people leave some vehicles that serve the same
/// transfers, or the people of a group leave all of them, and each share takes the cheapest vehicle again.
///
/// The source of the method is that of ``RiderRenewal``.
struct CoupledRenewal {
  /// How much worse the current roster may be than the best at the start, as a share of its cost.
  private static let tolerance = 0.003
  /// How often a vehicle is overlooked that serves the transfers, and that does not.
  private static let blindness = (near: 0.03, far: 0.85)

  private let riders: FixedRiders
  private let options: SolverOptions
  private(set) var best: Roster<Batch>
  private var current: Roster<Batch>
  private var random: SplitMix64

  /// - Parameter stream: of random numbers.
  init(_ roster: Roster<Batch>, _ riders: FixedRiders, _ options: SolverOptions, stream: UInt64) {
    self.riders = riders
    self.options = options
    best = roster
    current = roster
    random = SplitMix64(stream: stream, seed: options.seed)
  }

  /// Gives everybody a vehicle who has none.
  mutating func boardAll() {
    let aboard = Set(current.duties.indices.flatMap { current.shares(in: $0, riders).flatMap(\.people) })
    var roster = current
    recreate(shares(of: Set(riders.kindOfPerson.keys).subtracting(aboard)), &roster)
    (best, current) = (roster, roster)
  }

  /// Makes so many rounds.
  mutating func run(rounds: Int) {
    let tolerance = Self.tolerance * Double(best.cost)
    for round in 0..<rounds where options.interruption?.isInterrupted != true {
      var trial = current
      let open = ruin(&trial)
      guard !open.isEmpty else { continue }
      recreate(open, &trial)
      let left = Double(rounds - round) / Double(rounds)
      let worse = tolerance * left * random.unit()
      if trial.cost <= current.cost || Double(trial.cost) < Double(best.cost) + worse { current = trial }
      if current.cost < best.cost { best = current }
    }
  }

  // MARK: Ruin

  private mutating func ruin(_ roster: inout Roster<Batch>) -> [FixedShare] {
    var open = takeStranded(&roster)
    let used = roster.duties.indices.filter { vehicle in
      roster.duties[vehicle].loads.contains { $0.trips.contains(where: roster.problem.isCoupled) }
    }
    guard let centre = random.choice(of: used) else { return open }
    let streams = Set(roster.duties[centre].loads.map(\.stream))
    let near = used.filter { vehicle in
      vehicle != centre && roster.duties[vehicle].loads.contains { streams.contains($0.stream) }
    }
    let way = random.unit()
    if way < 0.5 {
      for vehicle in [centre] + random.shuffled(near).prefix(random.below(3)) {
        take(roster.shares(in: vehicle, riders), from: vehicle, &roster, &open)
      }
    } else {
      let own = roster.shares(in: centre, riders)
      guard let chosen = random.choice(of: own.indices.map(\.self)).map({ own[$0] }) else { return open }
      let group = group(of: chosen, roster.problem)
      for vehicle in [centre] + near {
        let shares = roster.shares(in: vehicle, riders)
        let isOfGroup = shares.map { self.group(of: $0, roster.problem) == group }
        // Where the group rides, others make room for it now and then.
        let mixes = isOfGroup.contains(true) || way > 0.85
        let leaving = zip(shares, isOfGroup).filter { $1 || mixes && random.unit() < 0.3 }.map(\.0)
        take(leaving, from: vehicle, &roster, &open)
      }
    }
    return open
  }

  private func group(of share: FixedShare, _ problem: VehicleProblem) -> Int {
    problem.event.people[share.people[0]].group
  }

  private func take(
    _ shares: [FixedShare], from vehicle: Int, _ roster: inout Roster<Batch>, _ open: inout [FixedShare]
  ) {
    guard !shares.isEmpty, roster.remove(Set(shares.flatMap(\.people)), from: vehicle) else { return }
    open += shares
  }

  /// People who ride no vehicle, and those whom theirs leaves behind somewhere.
  private func takeStranded(_ roster: inout Roster<Batch>) -> [FixedShare] {
    let problem = roster.problem
    let stranded = Set(
      roster.waiting.flatMap(\.trips).filter(problem.isCoupled).map { problem.trips[$0].person })
    guard !stranded.isEmpty else { return [] }
    var free = stranded
    for vehicle in roster.duties.indices {
      let here = roster.shares(in: vehicle, riders).flatMap(\.people).filter(stranded.contains)
      if !here.isEmpty, !roster.remove(Set(here), from: vehicle) { free.subtract(here) }
    }
    for batch in roster.takeWaiting() {
      let rest = batch.trips.filter { !problem.isCoupled($0) || !free.contains(problem.trips[$0].person) }
      if let batch = Batch(problem, rest) { roster.leave(batch) }
    }
    return shares(of: free)
  }

  /// Alike people together.
  private func shares(of people: Set<Int>) -> [FixedShare] {
    Dictionary(grouping: people.sorted()) { riders.kindOfPerson[$0]! }.sorted { $0.key < $1.key }
      .map { FixedShare(kind: $0.key, people: $0.value) }
  }

  // MARK: Recreate

  /// Gives everybody who is open the cheapest vehicle, one share after another.
  mutating func recreate(_ open: [FixedShare], _ roster: inout Roster<Batch>) {
    var open = open
    // Those who rode apart may ride together.
    if random.unit() < 0.7 { open = shares(of: Set(open.flatMap(\.people))) }
    open = random.shuffled(open)
    switch random.below(3) {
    case 0: open.sort { ($0.people.count, $1.kind) < ($1.people.count, $0.kind) }
    case 1: open.sort { ($1.people.count, $0.kind) < ($0.people.count, $1.kind) }
    default: break
    }
    var left = Array(open.reversed())
    while let share = left.popLast() {
      let boarding = roster.bestBoarding(of: share, riders) { isNear in
        random.unit() < (isNear ? Self.blindness.near : Self.blindness.far)
      }
      if let boarding {
        roster.take(boarding)
        let rest = Array(share.people.dropFirst(boarding.count))
        if !rest.isEmpty { left.append(FixedShare(kind: share.kind, people: rest)) }
      } else if share.people.count > 1 {
        let middle = share.people.count / 2
        left.append(FixedShare(kind: share.kind, people: Array(share.people[middle...])))
        left.append(FixedShare(kind: share.kind, people: Array(share.people[..<middle])))
      } else {
        leave(share, &roster)
      }
    }
  }

  private func leave(_ share: FixedShare, _ roster: inout Roster<Batch>) {
    for person in share.people {
      for trip in roster.problem.coupledTrips[person]! {
        if let batch = Batch(roster.problem, [trip]) { roster.leave(batch) }
      }
    }
  }
}
