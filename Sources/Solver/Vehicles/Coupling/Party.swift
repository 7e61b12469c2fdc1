import Assembly

/// Riders of one transfer, and the minutes at which all of them may depart.
struct PartyRun: Hashable, Comparable, Sendable {
  let stream: Int
  let lower: Int
  let upper: Int

  static func < (one: Self, other: Self) -> Bool {
    (one.stream, one.lower, one.upper) < (other.stream, other.lower, other.upper)
  }

  /// The run in which both may ride; nothing where they may at no minute.
  func joined(with other: Self) -> Self? {
    let (lower, upper) = (max(lower, other.lower), min(upper, other.upper))
    return lower <= upper ? PartyRun(stream: stream, lower: lower, upper: upper) : nil
  }
}

/// People who ride together in all of their fixed transfers: a run for each transfer that any of them rides.
///
/// Nobody in it changes company on the way, which costs the fewest pairs where all ride all; a vehicle that makes a transfer
/// twice carries two parties.
struct Party {
  /// So many people alike.
  struct Share {
    /// Index in ``PartyDemand/rides``.
    let ride: Int
    var count: Int
  }

  private(set) var shares: [Share] = []
  /// By stream.
  private(set) var runs: [PartyRun] = []
  /// Of each run.
  private(set) var riders: [Int] = []
  /// (Group, run) pairs.
  private(set) var pairs = 0

  /// The most riders of a run.
  var most: Int { riders.max() ?? 0 }

  /// What it takes that so many people of a ride join.
  struct Joining {
    let count: Int
    let newPairs: Int
    /// The runs afterwards, where they are not the same.
    let runs: [PartyRun]?
  }

  /// How people of a ride join this party, as many as have seats; nothing where they may not.
  func joining(_ count: Int, of index: Int, seats: Int, _ demand: PartyDemand) -> Joining? {
    let ride = demand.rides[index]
    var free = seats
    var changed: [PartyRun]?
    var newPairs = 0
    for run in ride.runs {
      guard let place = runs.firstIndex(where: { $0.stream == run.stream }) else {
        changed = (changed ?? runs) + [run]
        newPairs += 1
        continue
      }
      free = min(free, seats - riders[place])
      guard free > 0, let joined = runs[place].joined(with: run) else { return nil }
      if joined != runs[place] {
        if changed == nil { changed = runs }
        changed![place] = joined
      }
      if !isAboard(ride.group, run.stream, demand) { newPairs += 1 }
    }
    for share in shares where !demand.mayShareRun(share.ride, index) { return nil }
    return Joining(count: min(count, free), newPairs: newPairs, runs: changed)
  }

  private func isAboard(_ group: Int, _ stream: Int, _ demand: PartyDemand) -> Bool {
    shares.contains { share in
      let ride = demand.rides[share.ride]
      return ride.group == group && ride.runs.contains { $0.stream == stream }
    }
  }

  /// Takes people in who may join.
  mutating func add(_ count: Int, of index: Int, _ demand: PartyDemand) {
    let ride = demand.rides[index]
    for run in ride.runs {
      if let place = runs.firstIndex(where: { $0.stream == run.stream }) {
        if !isAboard(ride.group, run.stream, demand) { pairs += 1 }
        runs[place] = runs[place].joined(with: run)!
        riders[place] += count
      } else {
        pairs += 1
        let place = runs.firstIndex { $0.stream > run.stream } ?? runs.count
        runs.insert(run, at: place)
        riders.insert(count, at: place)
      }
    }
    if let known = shares.firstIndex(where: { $0.ride == index }) {
      shares[known].count += count
    } else {
      shares.append(Share(ride: index, count: count))
    }
  }

  /// A party of these, who may ride together.
  init(_ shares: some Sequence<Share>, _ demand: PartyDemand) {
    for share in shares { add(share.count, of: share.ride, demand) }
  }

  /// Whether a vehicle has all that the riders need, seats aside.
  func suits(_ vehicle: FleetVehicle, _ demand: PartyDemand) -> Bool {
    shares.allSatisfy { demand.kind(of: $0.ride).suits(vehicle) }
  }
}
