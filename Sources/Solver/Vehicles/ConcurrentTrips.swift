import Assembly

/// Trips of one person that could take place at the same time, and how the search keeps them apart.
///
/// Nobody is on two runs at once. The search lets each trip depart only in a part of its window, its *slot*, such that
/// one trip is over before the next one's slot begins; then every choice of runs will do. The bound lets every trip depart
/// in all of its window. Where no order of a person's trips has time for all, one is *forgone*; the bound then leaves out
/// all trips that contend for the same time, and counts the least of their penalties (Formulation.md).
struct ConcurrentTrips {
  /// Trips that nobody is to carry.
  private(set) var forgone: Set<Int> = []
  /// Trips of which one at least stays out, those of a person together.
  private(set) var contested: [[Int]] = []
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
    if let order = order(of: cluster) { return setSlots(order) }
    // Of more trips not every order was tried: nobody knows that one must stay out.
    if cluster.count <= ConcurrentTrips.mostPermuted { contested.append(cluster) }
    var kept = cluster
    while order(of: kept) == nil { forgone.insert(kept.removeLast()) }
    if let order = order(of: kept) { setSlots(order) }
  }

  /// An order in which a person can make all trips, the earlier deadline first; for a few trips any order is tried.
  private func order(of cluster: [Int]) -> [Int]? {
    let byDeadline = cluster.sorted { deadline($0) < deadline($1) }
    if isPossible(byDeadline) { return byDeadline }
    guard cluster.count <= ConcurrentTrips.mostPermuted else { return nil }
    return permutations(of: byDeadline).first(where: isPossible)
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

  private func permutations(of trips: [Int]) -> [[Int]] {
    guard trips.count > 1 else { return [trips] }
    return trips.indices.flatMap { index in
      var rest = trips
      let first = rest.remove(at: index)
      return permutations(of: rest).map { [first] + $0 }
    }
  }

  /// Parts the time between each two trips that follow each other: half of the time to spare belongs to each.
  private mutating func setSlots(_ order: [Int]) {
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
      trips[index].slot = first...max(first, last)
      free = trips[index].slot.upperBound + minutes(trips[index])
    }
  }
}
