import Assembly

/// Fixed transfers that the same people ride, for which a bound packs vehicles once.
///
/// For most of the people who ride fixed transfers there is a set of transfers that all of them ride: their vehicles make
/// all of these runs, and a group has as many pairs in each. Those who ride a part of the set follow: they sit where
/// their group has a vehicle, or cost pairs of their own (Formulation.md).
struct JoinedTransfers {
  /// Those of which it is to be seen whether a bound of them together is higher.
  private(set) var packings: [TransferPacking] = []
  /// Those of transfers that nobody rides without all others, and that a vehicle makes once: they see all that packings of
  /// each transfer would.
  private(set) var whole: [TransferPacking] = []
  /// All of them as parties see them, each of which makes a transfer once.
  private(set) var parties: [TransferPacking] = []

  private let problem: VehicleProblem
  private let lots: [StreamLots]
  /// Streams in which each person rides, of whoever rides several fixed transfers and may ride with others.
  private let profiles: [Int: Set<Int>]
  /// Minutes of the quickest way between places, by which others no vehicle is back sooner.
  private let quickest: [[Int]]

  init(_ problem: VehicleProblem, _ lots: [StreamLots], fleet: [FleetKind]) {
    self.problem = problem
    self.lots = lots
    let seen = Set(lots.flatMap { $0.lots.flatMap(\.trips) })
    profiles = problem.coupledTrips.filter { person, trips in
      trips.allSatisfy { seen.contains($0) && !problem.trips[$0].isAlone }
        && !problem.event.people[person].beside.contains { problem.event.people[$0].isAloneInVehicle }
    }.mapValues { trips in Set(trips.map { problem.trips[$0].stream }) }
    quickest = problem.quickestDrives()
    guard fleet.contains(where: { $0.capacity > 0 }) else { return }
    var streams: Set<Int> = []
    var sizes: [[Int]: Int] = [:]
    for profile in profiles.values { sizes[profile.sorted(), default: 0] += 1 }
    for profile in sizes.sorted(by: { ($1.value, $0.key.description) < ($0.value, $1.key.description) }).map(
      \.key)
    {
      let free = profile.filter { !streams.contains($0) && isMostly(profile, on: $0) }
      guard free.count > 1, let mostRuns = free.map(mostRuns).min() else { continue }
      let packing = packing(of: free, fleet, mostRuns: mostRuns)
      parties.append(mostRuns == 1 ? packing : self.packing(of: free, fleet, mostRuns: 1))
      if isWhole(free) { whole.append(packing) } else { packings.append(packing) }
      streams.formUnion(free)
    }
  }

  /// Whether of those who ride a stream nearly all ride the whole set.
  private func isMostly(_ profile: [Int], on stream: Int) -> Bool {
    let riders = lots[stream].lots.reduce(0) { $0 + $1.count }
    return 4 * profiles.values.count { $0.isSuperset(of: profile) } >= 3 * riders
  }

  private func isWhole(_ joined: [Int]) -> Bool {
    joined.allSatisfy { stream in
      mostRuns(of: stream) == 1
        && lots[stream].lots.flatMap(\.trips).allSatisfy { trip in
          profiles[problem.trips[trip].person]?.isSuperset(of: joined) == true
        }
    }
  }

  private func packing(of joined: [Int], _ fleet: [FleetKind], mostRuns runs: Int) -> TransferPacking {
    let crowded = joined.max { riders(of: $0) < riders(of: $1) }!
    var groups: [Int: [Int]] = [:]
    for (person, profile) in profiles.sorted(by: { $0.key < $1.key }) where profile.isSuperset(of: joined) {
      let trip = problem.coupledTrips[person]!.first { problem.trips[$0].stream == crowded }!
      groups[problem.trips[trip].group, default: []].append(trip)
    }
    let order = groups.keys.sorted()
    let members = Set(groups.values.joined().map { problem.trips[$0].person })
    var followers: [Int: [Int]] = [:]
    var pairs: [Int: Int] = [:]
    // A vehicle that comes back may have more seats for them than for those who ride all transfers.
    let isOnce = mostRuns(of: crowded) == 1
    for trip in lots[crowded].lots.flatMap(\.trips) where isOnce && mayFollow(trip) {
      let (person, group) = (problem.trips[trip].person, problem.trips[trip].group)
      guard !members.contains(person), groups[group] != nil else { continue }
      followers[group, default: []].append(trip)
      pairs[group] = min(pairs[group] ?? joined.count, profiles[person]?.intersection(joined).count ?? 1)
    }
    return TransferPacking(
      problem, joining: ([crowded] + joined.filter { $0 != crowded }).map { lots[$0] },
      mostRuns: runs, groups: order.map { groups[$0]! },
      followers: order.map { followers[$0] ?? [] }, pairs: order.map { pairs[$0] ?? 0 }, fleet: fleet)
  }

  private func riders(of stream: Int) -> Int { lots[stream].lots.reduce(0) { $0 + $1.count } }

  private func mayFollow(_ trip: Int) -> Bool {
    let person = problem.event.people[problem.trips[trip].person]
    return !person.isAloneInVehicle && !person.beside.contains { problem.event.people[$0].isAloneInVehicle }
  }

  /// How many runs of a transfer one vehicle may make.
  private func mostRuns(of stream: Int) -> Int {
    guard let first = lots[stream].departures.first?.minute, let last = lots[stream].departures.last?.minute
    else { return 1 }
    let way = problem.streams[stream]
    return (last - first) / (problem.turnaround(stream) + quickest[way.to][way.from]) + 1
  }
}

extension VehicleProblem {
  /// Minutes of the quickest way between places, over any others: the table may tell of detours that are shorter.
  ///
  /// - Complexity: O(places³): R. W. Floyd, "Algorithm 97: Shortest Path", Communications of the ACM 5 (1962), 345.
  fileprivate func quickestDrives() -> [[Int]] {
    var minutes = places.indices.map { from in places.indices.map { drive(from, $0) } }
    for middle in places.indices {
      for from in places.indices {
        for to in places.indices {
          minutes[from][to] = min(minutes[from][to], minutes[from][middle] + minutes[middle][to])
        }
      }
    }
    return minutes
  }
}
