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
    let left = roster.waiting.flatMap(\.trips).sorted()
    let busy = forgone.sorted().map {
      Unplaced(person: trips[$0].person, module: .vehicles, reason: .ridesElsewhere)
    }
    return VehiclePlan(runs: runs, unplaced: unplaced(left) + busy)
  }

  /// The weighted terms of a plan of this problem.
  func terms(of plan: VehiclePlan) -> [Term: Int] {
    let placeIndex = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    var tripOfRider: [RiderKey: Trip] = [:]
    for trip in trips {
      tripOfRider[RiderKey(person: trip.person, purpose: streams[trip.stream].purpose)] = trip
    }
    var terms: [Term: Int] = [.fixed: 0, .minutes: 0, .waiting: 0, .split: 0]
    var uncarried = trips.reduce(0) { $0 + $1.penalty }
    var place: [Int: Int] = [:]
    for run in plan.runs {
      let vehicle = vehicles[run.vehicle]
      if place[run.vehicle] == nil { terms[.fixed]! += vehicle.fixed }
      let (from, to) = (placeIndex[run.from]!, placeIndex[run.to]!)
      terms[.minutes]! +=
        vehicle.perMinute * (drive(place[run.vehicle] ?? vehicle.base, from) + drive(from, to))
      place[run.vehicle] = to
      terms[.split]! += weight(.split) * Set(run.riders.map { event.people[$0].group }).count
      for rider in run.riders {
        let trip = tripOfRider[RiderKey(person: rider, purpose: run.purpose)]!
        uncarried -= trip.penalty
        let departure = run.depart.minutesSince1970
        switch run.purpose {
        case .pickup: terms[.waiting]! += weight(.waiting) * (departure - trip.window.lowerBound)
        case .dropoff: terms[.waiting]! += weight(.waiting) * (trip.window.upperBound - departure)
        case .transfer: break
        }
      }
    }
    terms[.notCarried] = uncarried
    return terms
  }
}

/// A person has one trip for each purpose.
private struct RiderKey: Hashable {
  let person: Int
  let purpose: RunPurpose
}
