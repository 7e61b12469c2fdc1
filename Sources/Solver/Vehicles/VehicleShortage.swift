import Assembly

extension VehicleProblem {
  /// Why trips are not carried, and what would be enough for all that are left of one stream at one time.
  ///
  /// - Parameter left: indices of trips.
  func unplaced(_ left: [Int]) -> [Unplaced] {
    var unplaced: [Unplaced] = []
    for (_, members) in Dictionary(grouping: left, by: { ShortageKey(trips[$0]) }).sorted(by: {
      $0.key < $1.key
    }) {
      for cluster in clusters(members) {
        let reason = reason(of: cluster)
        unplaced += cluster.map { Unplaced(person: trips[$0].person, module: .vehicles, reason: reason) }
      }
    }
    return unplaced
  }

  /// Trips that one departure serves, as many together as can be.
  private func clusters(_ members: [Int]) -> [[Int]] {
    var clusters: [[Int]] = []
    var end = Int.min
    for trip in members.sorted(by: { (trips[$0].window.upperBound, $0) < (trips[$1].window.upperBound, $1) })
    {
      if trips[trip].window.lowerBound > end {
        clusters.append([])
        end = trips[trip].window.upperBound
      }
      clusters[clusters.count - 1].append(trip)
    }
    return clusters
  }

  private func reason(of cluster: [Int]) -> Unplaced.Reason {
    let first = trips[cluster[0]]
    if let vehicle = first.givenVehicle { return .vehicleTaken(fleet.vehicles[vehicle].id) }
    let fitting = vehicles.indices.filter {
      vehicles[$0].capacity > 0 && (vehicles[$0].isAccessible || !first.needsAccessibleVehicle)
    }
    guard let kind = smallest(of: fitting, for: cluster.count) else {
      return .noVehicleFits(needsAccessible: first.needsAccessibleVehicle)
    }
    let capacity = first.isAlone ? 1 : vehicles[kind].capacity
    let lower = cluster.map { trips[$0].window.lowerBound }.max()!
    return .vehiclesShort(
      missing: (cluster.count + capacity - 1) / capacity, kind: fleet.vehicles[kind].kind,
      seats: fleet.vehicles[kind].seats,
      from: Moment(minutesSince1970: lower - VehicleProblem.loading),
      until: Moment(minutesSince1970: lower + drive(first.stream) + VehicleProblem.unloading),
      place: places[streams[first.stream].from])
  }

  /// The smallest vehicle with so many seats, else the largest.
  private func smallest(of fitting: [Int], for riders: Int) -> Int? {
    let byCapacity = fitting.sorted { (vehicles[$0].capacity, $0) < (vehicles[$1].capacity, $1) }
    return byCapacity.first { vehicles[$0].capacity >= riders } ?? byCapacity.last
  }
}

/// Trips that one vehicle more would serve together.
private struct ShortageKey: Hashable, Comparable {
  let stream: Int
  let vehicle: Int
  let needsAccessibleVehicle: Bool
  let alone: Int

  init(_ trip: Trip) {
    stream = trip.stream
    vehicle = trip.givenVehicle ?? -1
    needsAccessibleVehicle = trip.needsAccessibleVehicle
    alone = trip.isAlone ? trip.person : -1
  }

  static func < (left: ShortageKey, right: ShortageKey) -> Bool {
    (left.stream, left.vehicle, left.needsAccessibleVehicle ? 1 : 0, left.alone)
      < (right.stream, right.vehicle, right.needsAccessibleVehicle ? 1 : 0, right.alone)
  }
}
