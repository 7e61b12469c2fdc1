import Assembly

extension VehicleProblem {
  /// The plan of a roster; alike travellers of alike runs need no more rule than their order.
  func plan(of roster: Roster<Batch>) -> VehiclePlan {
    let runs = roster.duties.flatMap { duty in
      zip(duty.loads, duty.departures).map { batch, departure in
        let stream = streams[batch.stream]
        return VehicleRun(
          vehicle: duty.vehicle, purpose: stream.purpose, from: places[stream.from], to: places[stream.to],
          depart: Moment(minutesSince1970: departure),
          arrive: Moment(minutesSince1970: departure + drive(batch.stream)),
          riders: batch.trips.map { trips[$0].person })
      }
    }
    let carried = Dictionary(grouping: roster.duties.flatMap { $0.loads.flatMap(\.trips) }) {
      trips[$0].person
    }
    let busy = forgone.filter { forgone in
      carried[trips[forgone].person, default: []].contains { contend($0, forgone) }
    }
    let left = (roster.waiting.flatMap(\.trips) + forgone.subtracting(busy)).sorted()
    return VehiclePlan(
      runs: runs,
      unplaced: unplaced(left)
        + busy.sorted().map {
          Unplaced(person: trips[$0].person, module: .vehicles, reason: .ridesElsewhere)
        })
  }

  /// Whether two trips may take place at the same time.
  private func contend(_ one: Int, _ other: Int) -> Bool {
    let (one, other) = (trips[one], trips[other])
    return one.window.lowerBound < other.window.upperBound + max(1, drive(other.stream))
      && other.window.lowerBound < one.window.upperBound + max(1, drive(one.stream))
  }

  /// The weighted terms of a plan of this problem.
  func terms(of plan: VehiclePlan) -> [Term: Int] {
    let placeIndex = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    var tripOfRider: [RiderKey: Trip] = [:]
    for trip in trips {
      tripOfRider[RiderKey(person: trip.person, purpose: streams[trip.stream].purpose)] = trip
    }
    var terms: [Term: Int] = [.vehiclesFixed: 0, .vehiclesMinutes: 0, .vehiclesWaiting: 0, .vehiclesSplit: 0]
    var uncarried = trips.reduce(0) { $0 + $1.penalty }
    var place: [Int: Int] = [:]
    for run in plan.runs {
      let vehicle = vehicles[run.vehicle]
      if place[run.vehicle] == nil { terms[.vehiclesFixed]! += vehicle.fixed }
      let (from, to) = (placeIndex[run.from]!, placeIndex[run.to]!)
      terms[.vehiclesMinutes]! +=
        vehicle.perMinute * (drive(place[run.vehicle] ?? vehicle.base, from) + drive(from, to))
      place[run.vehicle] = to
      terms[.vehiclesSplit]! += weight(.vehiclesSplit) * Set(run.riders.map { event.people[$0].group }).count
      for rider in run.riders {
        let trip = tripOfRider[RiderKey(person: rider, purpose: run.purpose)]!
        uncarried -= trip.penalty
        let departure = run.depart.minutesSince1970
        switch run.purpose {
        case .pickup:
          terms[.vehiclesWaiting]! += weight(.vehiclesWaiting) * (departure - trip.window.lowerBound)
        case .dropoff:
          terms[.vehiclesWaiting]! += weight(.vehiclesWaiting) * (trip.window.upperBound - departure)
        case .transfer: break
        }
      }
    }
    terms[.vehiclesNotCarried] = uncarried
    return terms
  }
}

/// A person has one trip for each purpose.
private struct RiderKey: Hashable {
  let person: Int
  let purpose: RunPurpose
}
