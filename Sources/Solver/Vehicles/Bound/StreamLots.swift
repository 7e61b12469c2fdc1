import Assembly

/// The travellers of one stream, alike ones together, and the minutes at which a run of it may be worth departing.
struct StreamLots {
  /// Travellers who are alike to a run.
  struct Lot {
    let trip: Trip
    /// Indices of trips.
    let trips: [Int]

    var count: Int { trips.count }
  }

  /// A minute at which some of the travellers may depart.
  struct Departure {
    let minute: Int
    /// Lots that may ride.
    let lots: [Int]
  }

  /// A kind of vehicle as far as it decides who may ride.
  struct Access: Hashable {
    let isAccessible: Bool
    let namedAs: Int?
  }

  let stream: Int
  let lots: [Lot]
  let departures: [Departure]
  /// For lots of people with a vehicle of their own: those who may ride along.
  let company: [Int: [Int]]

  init(_ problem: VehicleProblem, stream: Int, trips: [Int]) {
    self.stream = stream
    let people = problem.event.people
    let alone = trips.filter { problem.trips[$0].isAlone }
    let named = Set(
      alone.isEmpty
        ? []
        : trips.filter { trip in
          alone.contains { people[problem.trips[trip].person].beside.contains(problem.trips[$0].person) }
        })
    var lots: [Lot] = []
    var lotOfKind: [TripKind: Int] = [:]
    var members: [[Int]] = []
    for trip in trips {
      let kind = TripKind(problem.trips[trip])
      if !problem.trips[trip].isAlone, !named.contains(trip) {
        if let known = lotOfKind[kind] {
          members[known].append(trip)
          continue
        }
        lotOfKind[kind] = members.count
      }
      members.append([trip])
    }
    lots = members.map { Lot(trip: problem.trips[$0[0]], trips: $0) }
    self.lots = lots
    var company: [Int: [Int]] = [:]
    for (index, lot) in lots.enumerated() where lot.trip.isAlone {
      company[index] = lots.indices.filter { $0 != index && problem.mayShareRun(lot.trip, lots[$0].trip) }
    }
    self.company = company
    departures = Set(lots.flatMap(\.trip.window)).sorted().map { minute in
      Departure(minute: minute, lots: lots.indices.filter { lots[$0].trip.window.contains(minute) })
    }
  }
}
