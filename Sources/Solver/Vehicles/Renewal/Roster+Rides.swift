import Assembly

extension Roster where Load == Ride {
  /// A roster of batches by numbers of riders: quick to change.
  init(_ roster: Roster<Batch>, as lots: RiderLots) {
    self.init(of: lots)
    for duty in roster.duties where !duty.loads.isEmpty {
      set(Duty(lots.problem, vehicle: duty.vehicle, duty.loads.map { Self.ride(of: $0, lots) })!)
    }
    for batch in roster.waiting { leave(Self.ride(of: batch, lots)) }
  }

  private static func ride(of batch: Batch, _ lots: RiderLots) -> Ride {
    var counts: [Int: Int] = [:]
    for trip in batch.trips { counts[lots.lotOfTrip[trip], default: 0] += 1 }
    return Ride(lots, counts.sorted { $0.key < $1.key }.map { Ride.Share(lot: $0.key, count: $0.value) })!
  }

  /// The roster with a name for each rider.
  func named() -> Roster<Batch> {
    var left = demand.lots.map { ArraySlice($0.trips) }
    func batch(_ ride: Ride) -> Batch {
      var trips: [Int] = []
      for share in ride.shares {
        trips += left[share.lot].prefix(share.count)
        left[share.lot] = left[share.lot].dropFirst(share.count)
      }
      return Batch(problem, trips)!
    }
    var roster = Roster<Batch>(problem)
    for duty in duties where !duty.loads.isEmpty {
      roster.set(Duty(problem, vehicle: duty.vehicle, duty.loads.map(batch))!)
    }
    for ride in waiting { roster.leave(batch(ride)) }
    assert(roster.cost == cost, "A roster of rides costs \(cost), of batches \(roster.cost).")
    return roster
  }

  /// A place for a ride, or for as many of its riders as there are seats.
  struct Place {
    let duty: Duty<Ride>
    /// How many of the riders.
    let count: Int
    /// How much dearer the plan becomes for each of them.
    let increase: Double
  }

  /// The cheapest place by head, seats in a run that there is or a run of its own.
  ///
  /// - Parameter isSkipped: places to be overlooked, so that the search does not repeat itself.
  func bestPlace(
    of ride: Ride, among candidates: [Int], isSkipped: () -> Bool
  ) -> Place? {
    var best: Place?
    var least = Double(ride.penalty(demand)) / Double(ride.riders)
    for vehicle in candidates {
      let capacity = demand.problem.vehicles[vehicle].capacity
      guard capacity > 0, ride.suits(demand.problem.vehicles[vehicle]) else { continue }
      let duty = duties[vehicle]
      for (place, host) in duty.loads.enumerated() where host.stream == ride.stream {
        guard host.riders < capacity, host.lower <= ride.upper, ride.lower <= host.upper,
          let part = part(of: ride, seats: capacity - host.riders), host.mayJoin(part, demand)
        else { continue }
        let floor = floor(ofJoining: part, to: host, at: place, in: duty)
        guard floor < least * Double(part.riders), !isSkipped() else { continue }
        var rides = duty.loads
        rides[place].add(part, demand)
        consider(part, rides, inPlaceOf: duty, &best, &least)
      }
      guard let part = part(of: ride, seats: capacity) else { continue }
      for place in 0...duty.loads.count {
        let floor = floor(ofInserting: part, at: place, in: duty)
        guard floor < least * Double(part.riders), !isSkipped() else { continue }
        var rides = duty.loads
        rides.insert(part, at: place)
        consider(part, rides, inPlaceOf: duty, &best, &least)
      }
    }
    return best
  }

  private func consider(
    _ part: Ride, _ rides: [Ride], inPlaceOf duty: Duty<Ride>, _ best: inout Place?, _ least: inout Double
  ) {
    guard let longer = Duty(demand.problem, vehicle: duty.vehicle, rides) else { return }
    let increase = Double(longer.cost - duty.cost) / Double(part.riders)
    guard increase < least else { return }
    least = increase
    best = Place(duty: longer, count: part.riders, increase: increase)
  }

  /// As many riders as there are seats; only riders of one lot part.
  private func part(of ride: Ride, seats: Int) -> Ride? {
    if ride.riders <= seats { return ride }
    guard ride.shares.count == 1, seats > 0 else { return nil }
    return Ride(demand, lot: ride.shares[0].lot, count: seats)
  }

  /// What joining costs at least; infinite when it is too late for it.
  private func floor(ofJoining part: Ride, to host: Ride, at place: Int, in duty: Duty<Ride>) -> Double {
    let (first, last) = (max(duty.earliest[place], part.lower), min(duty.latest[place], part.upper))
    guard first <= last else { return .infinity }
    let split = demand.problem.weight(.vehiclesSplit) * host.strangers(in: part, demand)
    return Double(split + leastWaiting(of: part, first, last))
  }

  private func leastWaiting(of ride: Ride, _ first: Int, _ last: Int) -> Int {
    let slope = ride.slope(demand.problem)
    return ride.waitingAtZero + slope * (slope < 0 ? last : first)
  }

  /// What a run of its own costs at least; infinite when there is no time for it.
  private func floor(ofInserting ride: Ride, at place: Int, in duty: Duty<Ride>) -> Double {
    let vehicle = demand.problem.vehicles[duty.vehicle]
    let to = demand.problem.streams[ride.stream].to
    var first = ride.lower
    var last = min(ride.upper, vehicle.to - VehicleProblem.unloading - demand.problem.drive(ride.stream))
    if place > 0 {
      let before = duty.loads[place - 1]
      first = max(first, duty.earliest[place - 1] + Duty.gap(demand.problem, before, ride))
    } else {
      first = max(first, Duty.start(demand.problem, vehicle, ride))
    }
    if place < duty.loads.count {
      let next = demand.problem.streams[duty.loads[place].stream].from
      last = min(
        last, duty.latest[place] - demand.problem.turnaround(ride.stream) - demand.problem.drive(to, next))
    }
    guard first <= last else { return .infinity }
    return Double(
      drivingIncrease(of: ride, at: place, in: duty) + ride.split(demand.problem)
        + leastWaiting(of: ride, first, last))
  }
}
