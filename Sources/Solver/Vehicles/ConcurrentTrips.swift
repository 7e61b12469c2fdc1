import Assembly
import SolverShared

/// Trips of one person that could take place at the same time, and how the search keeps them apart.
///
/// Nobody is on two runs at once. The search lets each trip depart only in a part of its window, its *slot*, such that
/// one trip is over before the next one's slot begins; then every choice of runs will do. The bound lets every trip depart
/// in all of its window. Where no order of a person's trips has time for all, they are a *contest*: the search makes one
/// choice of them and *forgoes* the others, and looks at the other choices at the end; the bound leaves out all trips of
/// the contest, and counts the least of their penalties for each that stays out of every plan (Formulation.md).
struct ConcurrentTrips {
  /// Trips of a person of which no plan makes all.
  struct Contest: Sendable {
    /// In the order of time.
    let trips: [Int]
    /// The largest sets of them that somebody has time for, none inside another, each trip with its slot; the one with
    /// most trips first, of those the one with the earliest.
    let choices: [[Int: ClosedRange<Int>]]

    /// How many of them every plan leaves out.
    var fewestOut: Int { trips.count - choices[0].count }
  }

  /// Trips that nobody is to carry.
  private(set) var forgone: Set<Int> = []
  private(set) var contests: [Contest] = []
  private(set) var trips: [Trip]
  private let minutes: (Trip) -> Int

  /// Sets the slots of trips.
  ///
  /// - Parameter minutes: of the run that a trip takes.
  /// - Complexity: O(trips log trips).
  init(_ trips: [Trip], minutes: @escaping (Trip) -> Int) {
    self.trips = trips
    self.minutes = minutes
    let tripsOfPerson = Dictionary(grouping: trips.indices, by: { trips[$0].person })
    for (_, own) in tripsOfPerson.sorted(by: { $0.key < $1.key }) where own.count > 1 {
      for cluster in clusters(of: own) { separate(cluster) }
    }
  }

  /// Trips of a person that may take place at the same time, directly or by others between them, in the order of time.
  private func clusters(of own: [Int]) -> [[Int]] {
    var clusters: [[Int]] = []
    var end = Int.min
    for trip in own.sorted(by: { (trips[$0].window.lowerBound, $0) < (trips[$1].window.lowerBound, $1) }) {
      if trips[trip].window.lowerBound >= end { clusters.append([]) }
      clusters[clusters.count - 1].append(trip)
      end = max(end, trips[trip].window.upperBound + minutes(trips[trip]))
    }
    return clusters.filter { $0.count > 1 }
  }

  private mutating func separate(_ cluster: [Int]) {
    if let order = order(of: cluster) { return take(slots(order)) }
    if cluster.count <= ConcurrentTrips.mostPermuted {
      let contest = Contest(trips: cluster, choices: choices(among: cluster))
      contests.append(contest)
      forgone.formUnion(cluster.filter { contest.choices[0][$0] == nil })
      return take(contest.choices[0])
    }
    // Of more trips not every order was tried: nobody knows that one must stay out.
    var kept = cluster
    while order(of: kept) == nil { forgone.insert(kept.removeLast()) }
    if let order = order(of: kept) { take(slots(order)) }
  }

  private mutating func take(_ slots: [Int: ClosedRange<Int>]) {
    for (trip, slot) in slots { trips[trip].slot = slot }
  }

  /// The largest sets of trips that somebody has time for.
  private func choices(among cluster: [Int]) -> [[Int: ClosedRange<Int>]] {
    // A smaller number takes the earlier trips of the cluster.
    let masks = (1..<(1 << cluster.count)).sorted { one, other in
      (-one.nonzeroBitCount, one) < (-other.nonzeroBitCount, other)
    }
    var taken: [Int] = []
    var choices: [[Int: ClosedRange<Int>]] = []
    for mask in masks where !taken.contains(where: { $0 & mask == mask }) {
      guard let order = order(of: cluster.indices.filter { mask >> $0 & 1 == 1 }.map { cluster[$0] }) else {
        continue
      }
      taken.append(mask)
      choices.append(slots(order))
    }
    return choices
  }

  /// An order in which a person can make all trips, the earlier deadline first; for a few trips any order is tried.
  private func order(of cluster: [Int]) -> [Int]? {
    let byDeadline = cluster.sorted { deadline($0) < deadline($1) }
    if isPossible(byDeadline) { return byDeadline }
    guard cluster.count <= ConcurrentTrips.mostPermuted else { return nil }
    return byDeadline.permutations.first(where: isPossible)
  }

  private static let mostPermuted = 5

  private func deadline(_ trip: Int) -> (Int, Int) { (trips[trip].window.upperBound, trip) }

  private func isPossible(_ order: [Int]) -> Bool {
    var free = Int.min
    return order.allSatisfy { index in
      let departure = max(free, trips[index].window.lowerBound)
      free = departure + minutes(trips[index])
      return departure <= trips[index].window.upperBound
    }
  }

  /// Parts the time between each two trips that follow each other: half of the time to spare belongs to each.
  private func slots(_ order: [Int]) -> [Int: ClosedRange<Int>] {
    var slots: [Int: ClosedRange<Int>] = [:]
    var latest = order.map { trips[$0].window.upperBound }
    for place in order.indices.dropLast().reversed() {
      latest[place] = min(latest[place], latest[place + 1] - minutes(trips[order[place]]))
    }
    var free = Int.min
    for (place, index) in order.enumerated() {
      let first = max(free, trips[index].window.lowerBound)
      var last = latest[place]
      if place + 1 < order.count {
        let next = order[place + 1]
        // What both may use: from the moment at which the next one might begin to the last at which this one may end.
        let opening = max(trips[next].window.lowerBound, first + minutes(trips[index]))
        let end = trips[index].window.upperBound + minutes(trips[index])
        if opening < end {
          let boundary = opening + max(0, min(end, latest[place + 1]) - opening) / 2
          last = min(last, boundary - minutes(trips[index]))
        }
      }
      let slot = first...max(first, last)
      slots[index] = slot
      free = slot.upperBound + minutes(trips[index])
    }
    return slots
  }
}
