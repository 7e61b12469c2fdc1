import Assembly

extension Fleet {
  /// Where a vehicle starts.
  func base(of vehicle: Int, in event: Event) -> String {
    vehicles[vehicle].base ?? event.settings.place
  }
}

extension Vehicle {
  /// Seats less the share kept free, which is rounded up, but for what is only the error of a decimal fraction.
  package func usableSeats(in event: Event) -> Int {
    let kept = Double(seats) * event.settings.vehicleSpare
    let whole = kept.rounded()
    return seats - Int(abs(kept - whole) < 1e-9 ? whole : kept.rounded(.up))
  }
}

/// The terms of the objective of vehicles in yuan, computed from who rides when (objectives.md §4).
///
/// - Parameter duties: the runs of each vehicle in the order of departure.
/// - Complexity: O(riders + trips).
package func vehicleTerms(
  of duties: [Int: [VehicleRun]], _ trips: ExpectedTrips, in event: Event, _ fleet: Fleet
) -> [Term: Int] {
  var (fixed, driving, waiting, split) = (0, 0, 0, 0)
  var carried: Set<ExpectedTrips.Key> = []
  for (vehicle, runs) in duties {
    fixed += fleet.vehicles[vehicle].fixed
    var place = fleet.base(of: vehicle, in: event)
    var minutes = 0
    for run in runs {
      minutes += fleet.minutes(from: place, to: run.from) ?? 0
      minutes += fleet.minutes(from: run.from, to: run.to) ?? 0
      place = run.to
      let riders = run.riders.filter(event.people.indices.contains)
      split += Set(riders.map { event.people[$0].group }).count
      for rider in riders {
        let key = ExpectedTrips.Key(person: rider, purpose: run.purpose)
        guard let trip = trips.trips[key], carried.insert(key).inserted else { continue }
        waiting += trip.waiting(run.purpose, leaving: run.depart.minutesSince1970)
      }
    }
    driving += weighted(fleet.vehicles[vehicle].perMinute, minutes)
  }
  let shares = carried.reduce(trips.shares) { $0 - trips.sharesOfTrip(of: $1.person) }
  let weights = event.settings.weights
  return [
    .vehiclesFixed: weighted(weights[.vehiclesFixed], fixed),
    .vehiclesMinutes: weighted(weights[.vehiclesMinutes], driving),
    .vehiclesWaiting: weighted(weights[.vehiclesWaiting], waiting),
    .vehiclesSplit: weighted(weights[.vehiclesSplit], split),
    .vehiclesNotCarried: weighted(weights[.vehiclesNotCarried], shares),
  ]
}
