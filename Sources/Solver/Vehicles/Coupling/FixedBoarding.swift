import Assembly
import IntegerProgramming
import SolverShared

/// Gives a vehicle to everybody who rides several fixed transfers and has none, person by name: those who have one keep it.
struct FixedBoarding {
  /// How often a vehicle is overlooked that serves the transfers, and that does not.
  private static let blindness = (near: 0.03, far: 0.85)

  private let riders: FixedRiders
  private(set) var roster: Roster<Batch>
  private var random: SplitMix64

  init(_ roster: Roster<Batch>, _ riders: FixedRiders, _ options: SolverOptions) {
    self.riders = riders
    self.roster = roster
    random = SplitMix64(stream: 2, seed: options.seed)
  }

  /// Gives everybody a vehicle who has none.
  mutating func boardAll() {
    let aboard = Set(roster.duties.indices.flatMap { roster.shares(in: $0, riders).flatMap(\.people) })
    recreate(shares(of: Set(riders.kindOfPerson.keys).subtracting(aboard)))
  }

  /// Alike people together.
  private func shares(of people: Set<Int>) -> [FixedShare] {
    Dictionary(grouping: people.sorted()) { riders.kindOfPerson[$0]! }.sorted { $0.key < $1.key }
      .map { FixedShare(kind: $0.key, people: $0.value) }
  }

  /// Gives everybody who is open the cheapest vehicle, one share after another.
  private mutating func recreate(_ open: [FixedShare]) {
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
        leave(share)
      }
    }
  }

  private mutating func leave(_ share: FixedShare) {
    for person in share.people {
      for trip in roster.problem.coupledTrips[person]! {
        if let batch = Batch(roster.problem, [trip]) { roster.leave(batch) }
      }
    }
  }
}
