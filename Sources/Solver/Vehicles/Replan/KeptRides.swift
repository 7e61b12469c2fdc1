import Assembly

/// Where travellers ride by the plan that is out, as the search sees it.
struct KeptRides: Sendable {
  /// How a trip was made.
  struct Ride: Sendable, Hashable {
    let number: Int
    /// Where it began; index in ``VehicleProblem/places``.
    let from: Int
    let departure: Int
    /// How much it counts that the trip is made otherwise.
    let weight: Int
  }

  /// By trip, of those that are asked for still.
  let rides: [Int: Ride]
  /// The same for each trip; the cost of a run asks for it time and again.
  private let rideOfTrip: [Ride?]
  /// What a move of weight 1 costs.
  let weight: Int
  /// The number that each vehicle shows: a new one shows none of those.
  var numberOfVehicle: [Int: Int] = [:]
  /// Trips that depart when they did.
  var pinned: Set<Int> = []

  /// The rides of a plan that is out.
  init(_ problem: VehicleProblem, _ earlier: EarlierRides) {
    let placeOfName = Dictionary(problem.places.enumerated().map { ($1, $0) }) { first, _ in first }
    var rides: [Int: Ride] = [:]
    for (index, trip) in problem.trips.enumerated() {
      guard let run = earlier.run(of: trip.person, for: problem.streams[trip.stream].purpose) else {
        continue
      }
      rides[index] = Ride(
        number: earlier.runs[run].number, from: placeOfName[earlier.runs[run].from] ?? -1,
        departure: earlier.runs[run].depart.minutesSince1970, weight: problem.event.weightOfMove(trip.person))
    }
    self.rides = rides
    rideOfTrip = problem.trips.indices.map { rides[$0] }
    weight = problem.weight(.vehiclesMoved)
  }

  /// What the moves of the trips of a run cost.
  func cost(_ batch: Batch, from place: Int, at departure: Int, in vehicle: Int) -> Int {
    let number = numberOfVehicle[vehicle]
    return batch.trips.reduce(0) { sum, trip in
      guard let ride = rideOfTrip[trip] else { return sum }
      let stays = ride.number == number && ride.from == place && ride.departure == departure
      return stays ? sum : sum + weight * ride.weight
    }
  }
}

extension VehicleProblem {
  /// The same problem in which people who contend with themselves make those trips, of all choices, that they were told to.
  func choosing(nearestTo kept: KeptRides) -> VehicleProblem {
    var problem = self
    for (index, contest) in contests.enumerated() {
      let told = contest.choices.map { choice in
        choice.keys.reduce(0) { sum, trip in
          guard let ride = kept.rides[trip], ride.from == streams[trips[trip].stream].from,
            trips[trip].window.contains(ride.departure)
          else { return sum }
          return sum + ride.weight
        }
      }
      let most = told.max() ?? 0
      problem = problem.choosing(told.firstIndex(of: most)!, of: index)
    }
    return problem
  }

  /// The same problem near the plan that is out: trips that are pinned depart when they did, and moves cost.
  func keeping(_ rides: KeptRides) -> VehicleProblem {
    var problem = self
    var rides = rides
    let tripsOfPerson = Dictionary(grouping: trips.indices) { trips[$0].person }
    for (_, own) in tripsOfPerson.sorted(by: { $0.key < $1.key }) where own.count > 1 {
      for trip in own { problem.trips[trip].slot = trips[trip].slot }
      guard let slots = slots(of: own, beside: rides) else {
        rides.pinned.subtract(own)
        continue
      }
      for (trip, slot) in slots { problem.trips[trip].slot = slot }
    }
    for trip in rides.pinned {
      let departure = rides.rides[trip]!.departure
      problem.trips[trip].slot = departure...departure
    }
    problem.kept = rides
    return problem
  }

  /// What is left of the slots of a person's trips beside those that are pinned; nothing where they leave a trip no time.
  private func slots(of own: [Int], beside rides: KeptRides) -> [Int: ClosedRange<Int>]? {
    let pinned = own.filter(rides.pinned.contains)
    let busy = pinned.map { trip in
      let departure = rides.rides[trip]!.departure
      return departure...(departure + drive(trips[trip].stream))
    }
    for (place, one) in busy.enumerated() {
      for other in busy[(place + 1)...]
      where one.lowerBound < other.upperBound && other.lowerBound < one.upperBound {
        return nil
      }
    }
    var slots: [Int: ClosedRange<Int>] = [:]
    for trip in own where !rides.pinned.contains(trip) && !forgone.contains(trip) {
      var slot = trips[trip].slot
      let drive = drive(trips[trip].stream)
      for run in busy where slot.lowerBound < run.upperBound && run.lowerBound < slot.upperBound + drive {
        let (before, after) = (run.lowerBound - drive, run.upperBound)
        if before - slot.lowerBound >= slot.upperBound - after {
          guard slot.lowerBound <= before else { return nil }
          slot = slot.lowerBound...min(slot.upperBound, before)
        } else {
          guard after <= slot.upperBound else { return nil }
          slot = max(slot.lowerBound, after)...slot.upperBound
        }
      }
      slots[trip] = slot
    }
    return slots
  }
}
