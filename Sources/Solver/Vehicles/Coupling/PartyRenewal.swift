import Assembly
import IntegerProgramming
import SolverShared

/// Ruin and recreate over who rides which vehicle for all fixed transfers: parties that ride the same transfers leave their
/// vehicles, whole or in parts, or the people of a group leave all of theirs, and each takes the cheapest place again.
///
/// The source of the method is that of ``RiderRenewal``.
struct PartyRenewal {
  /// How much worse the current roster may be than the best at the start: a share of its cost, and so many pairs.
  private static let tolerance = (share: 0.003, pairs: 4.0)
  /// How often a vehicle is overlooked that serves the transfers, and that does not.
  private static let blindness = (near: 0.03, far: 0.7)

  /// How many kinds of people who are left out try again in a round, on an average: tries of a shortage are many.
  private static let retries = 2.0

  private let options: SolverOptions
  private let waiting: [Batch]
  private var best: PartyRoster
  private var current: PartyRoster
  private var random: SplitMix64

  /// - Parameters:
  ///   - offers: who may ride together at first where nobody has a vehicle yet.
  ///   - stream: of random numbers.
  init(_ roster: Roster<Batch>, offers: [PartyOffer] = [], _ options: SolverOptions, stream: UInt64) {
    let problem = roster.problem
    self.options = options
    var first = PartyRoster(roster, FixedRiders(problem, areAll: true))
    waiting = roster.waiting.filter { !problem.trips[$0.trips[0]].isFixed }
    random = SplitMix64(stream: stream, seed: options.seed)
    let open = first.accept(offers, first.takeLeft())
    (best, current) = (first, first)
    recreate(open.map { [demand = first.demand] in Party([$0], demand) }, &first)
    (best, current) = (first, first)
  }

  /// The best roster found.
  var roster: Roster<Batch> { best.named(waiting) }

  /// Makes so many rounds.
  mutating func run(rounds: Int) {
    let tolerance = min(
      Self.tolerance.share * Double(best.cost),
      Self.tolerance.pairs * Double(best.demand.problem.weight(.vehiclesSplit)))
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

  private mutating func ruin(_ roster: inout PartyRoster) -> [Party] {
    let demand = roster.demand
    let isRetried = Double(roster.left.count) * random.unit() < Self.retries
    var open = isRetried ? roster.takeLeft().map { Party([$0], demand) } : []
    guard let centre = random.choice(of: roster.used) else { return open }
    let party = roster.loads[centre].parties[random.below(roster.loads[centre].parties.count)]
    let streams = Set(party.runs.map(\.stream))
    let near = random.shuffled(
      roster.used.filter { vehicle in
        vehicle != centre
          && roster.loads[vehicle].parties.contains { $0.runs.contains { streams.contains($0.stream) } }
      })
    let way = random.unit()
    if way < 0.4 {
      // Whole vehicles.
      for vehicle in [centre] + near.prefix(random.below(3)) {
        take(from: vehicle, &roster, &open) { _ in true }
      }
    } else if way < 0.7 {
      // Some parties.
      for vehicle in [centre] + near.prefix(1 + random.below(4)) {
        let count = roster.loads[vehicle].parties.count
        let chosen = random.below(count)
        var place = 0
        take(from: vehicle, &roster, &open) { _ in
          place += 1
          return place - 1 == chosen
        }
      }
    } else {
      // A group, and some of those who ride where it does.
      let group = demand.rides[party.shares[random.below(party.shares.count)].ride].group
      let isMixing = way > 0.85
      for vehicle in [centre] + near {
        take(from: vehicle, &roster, &open) { party in
          party.shares.contains { demand.rides[$0.ride].group == group } || isMixing && random.unit() < 0.15
        }
      }
    }
    return parted(open, demand)
  }

  private func take(
    from vehicle: Int, _ roster: inout PartyRoster, _ open: inout [Party], where isLeaving: (Party) -> Bool
  ) {
    for place in roster.loads[vehicle].parties.indices.reversed() {
      let party = roster.loads[vehicle].parties[place]
      if isLeaving(party), roster.remove(place, from: vehicle) { open.append(party) }
    }
  }

  /// Some parties part, and those who are alike may ride together then.
  private mutating func parted(_ open: [Party], _ demand: PartyDemand) -> [Party] {
    let parting = random.unit() < 0.3 ? 0 : random.unit()
    var whole: [Party] = []
    var shares: [Party.Share] = []
    for party in open {
      if party.shares.count > 1 && random.unit() >= parting {
        whole.append(party)
      } else {
        shares += party.shares
      }
    }
    if random.unit() < 0.7 {
      shares = Dictionary(grouping: shares, by: \.ride).sorted { $0.key < $1.key }
        .map { Party.Share(ride: $0.key, count: $0.value.reduce(0) { $0 + $1.count }) }
    }
    return whole + shares.map { Party([$0], demand) }
  }

  // MARK: Recreate

  /// Gives everybody who is open the cheapest place, one party after another.
  private mutating func recreate(_ open: [Party], _ roster: inout PartyRoster) {
    let demand = roster.demand
    var open = random.shuffled(open)
    switch random.below(3) {
    case 0: open.sort { $0.most < $1.most }
    case 1: open.sort { $0.most > $1.most }
    default: break
    }
    var left = Array(open.reversed())
    while let party = left.popLast() {
      if party.shares.count > 1 {
        let vehicle = roster.bestVehicle(for: party, among: roster.candidates) {
          random.unit() < Self.blindness.near
        }
        if let vehicle {
          roster.add(party, to: vehicle.vehicle, driving: vehicle.driving)
        } else {
          left += party.shares.map { Party([$0], demand) }
        }
        continue
      }
      let share = party.shares[0]
      guard let (place, ride) = place(for: share, roster) else {
        roster.leave(share.count, of: demand.rides[share.ride].kind)
        continue
      }
      roster.take(place, of: ride)
      if place.count < share.count {
        left.append(Party([Party.Share(ride: share.ride, count: share.count - place.count)], demand))
      }
    }
  }

  /// Where the first of a share go, and on which of their trips.
  private mutating func place(for share: Party.Share, _ roster: PartyRoster) -> (
    PartyRoster.Place, ride: Int
  )? {
    let demand = roster.demand
    let kind = demand.rides[share.ride].kind
    let penalty = Double(demand.riders.kinds[kind].penalty)
    let candidates = roster.candidates
    let whole = demand.ride(of: kind, legs: Array(demand.riders.kinds[kind].streams.indices))
    if let place = roster.bestPlace(
      share.count, of: whole, among: candidates, below: penalty,
      isSkipped: { random.unit() < ($0 ? Self.blindness.near : Self.blindness.far) })
    {
      return (place, whole)
    }
    // No vehicle makes all of their trips, or it was overlooked.
    let legs = demand.riders.kinds[kind].streams.count
    var best: (PartyRoster.Place, ride: Int)?
    var least = penalty
    for set in 1..<(1 << min(legs, 8)) {
      let ride = demand.ride(of: kind, legs: (0..<legs).filter { set >> $0 & 1 == 1 })
      guard let place = roster.bestPlace(share.count, of: ride, among: candidates, below: least) else {
        continue
      }
      least = place.increase + Double(demand.rides[ride].missing)
      best = (place, ride)
    }
    return best
  }
}
