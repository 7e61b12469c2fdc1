import Assembly

extension VehicleProblem {
  /// A bound of counting alone: every stream by itself, every term by itself.
  ///
  /// k trips of a stream left out cost at least the k least penalties; the others need a run for each full load of the
  /// largest vehicle and a (group, run) pair for each full load of a group. A vehicle at least is used if any trip is.
  func countingBound() -> Int {
    let largest = vehicles.map(\.capacity).max() ?? 0
    let perMinute = vehicles.map(\.perMinute).min() ?? 0
    var tripsOfStream = streams.map { _ in [Trip]() }
    let (seen, penalty) = uncontested
    for trip in seen.map({ trips[$0] }) { tripsOfStream[trip.stream].append(trip) }
    return tripsOfStream.indices.reduce(penalty) { sum, stream in
      let trips = tripsOfStream[stream]
      let penalties = trips.map(\.penalty).sorted()
      let sizes = Dictionary(grouping: trips, by: \.group).map(\.value.count).sorted()
      var (left, least) = (0, Int.max)
      for out in 0...trips.count {
        if out > 0 { left += penalties[out - 1] }
        guard largest > 0 || out == trips.count else { continue }
        let runs = out == trips.count ? 0 : (trips.count - out + largest - 1) / largest
        let pairs = pairs(of: sizes, without: out, largest)
        least = min(least, left + runs * perMinute * drive(stream) + pairs * weight(.vehiclesSplit))
      }
      return sum + least
    }
  }

  /// The least (group, run) pairs of groups of these sizes when so many people stay out: a group left out whole saves
  /// its pairs, small ones are the cheapest to leave; every other person saves one pair at most.
  private func pairs(of sizes: [Int], without out: Int, _ largest: Int) -> Int {
    guard largest > 0 else { return 0 }
    return max(0, sizes.reduce(0) { $0 + ($1 + largest - 1) / largest } - out)
  }
}
