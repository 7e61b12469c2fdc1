import Assembly

/// The duties of all vehicles by rides: a roster that is quick to change.
struct RideRoster {
  let lots: RiderLots
  /// One a vehicle, in the order of vehicles.
  private(set) var duties: [RideDuty]
  /// Rides that no vehicle makes.
  private(set) var waiting: [Ride] = []
  /// Weighted objective.
  private(set) var cost = 0

  init(_ roster: Roster, _ lots: RiderLots) {
    self.lots = lots
    duties = roster.duties.indices.map { RideDuty(vehicle: $0) }
    for duty in roster.duties where !duty.batches.isEmpty {
      set(RideDuty(lots, vehicle: duty.vehicle, duty.batches.map { RideRoster.ride(of: $0, lots) })!)
    }
    for batch in roster.waiting { leave(RideRoster.ride(of: batch, lots)) }
  }

  private static func ride(of batch: Batch, _ lots: RiderLots) -> Ride {
    var counts: [Int: Int] = [:]
    for trip in batch.trips { counts[lots.lotOfTrip[trip], default: 0] += 1 }
    return Ride(lots, counts.sorted { $0.key < $1.key }.map { Ride.Load(lot: $0.key, count: $0.value) })!
  }

  /// The roster with a name for each rider.
  func roster() -> Roster {
    let problem = lots.problem
    var left = lots.lots.map { ArraySlice($0.trips) }
    func batch(_ ride: Ride) -> Batch {
      var trips: [Int] = []
      for load in ride.loads {
        trips += left[load.lot].prefix(load.count)
        left[load.lot] = left[load.lot].dropFirst(load.count)
      }
      return Batch(problem, trips)!
    }
    var roster = Roster(problem)
    for duty in duties where !duty.rides.isEmpty {
      roster.set(Duty(problem, vehicle: duty.vehicle, duty.rides.map(batch))!)
    }
    for ride in waiting { roster.leave(batch(ride)) }
    assert(roster.cost == cost, "A roster of rides costs \(cost), of batches \(roster.cost).")
    return roster
  }

  mutating func set(_ duty: RideDuty) {
    cost += duty.cost - duties[duty.vehicle].cost
    duties[duty.vehicle] = duty
  }

  mutating func leave(_ ride: Ride) {
    waiting.append(ride)
    cost += penalty(of: ride)
  }

  /// Takes back the rides without a vehicle.
  mutating func takeWaiting() -> [Ride] {
    defer { waiting = [] }
    for ride in waiting { cost -= penalty(of: ride) }
    return waiting
  }

  func penalty(of ride: Ride) -> Int {
    ride.loads.reduce(0) { $0 + $1.count * lots.lots[$1.lot].kind.penalty }
  }

  /// Where a ride may go.
  var candidates: [Int] { lots.problem.candidates { !duties[$0].rides.isEmpty } }

  /// A place for a ride, or for as many of its riders as there are seats.
  struct Place {
    let duty: RideDuty
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
    var least = Double(penalty(of: ride)) / Double(ride.riders)
    for vehicle in candidates {
      let entry = lots.problem.vehicles[vehicle]
      guard ride.suits(entry), entry.capacity > 0 else { continue }
      let duty = duties[vehicle]
      for (place, host) in duty.rides.enumerated() where host.stream == ride.stream {
        guard host.riders < entry.capacity, host.lower <= ride.upper, ride.lower <= host.upper,
          let part = part(of: ride, seats: entry.capacity - host.riders), host.mayJoin(part, lots)
        else { continue }
        let floor = floor(ofJoining: part, to: host, at: place, in: duty)
        guard floor < least * Double(part.riders), !isSkipped() else { continue }
        var union = host
        union.add(part, lots)
        consider(part, .replace(union, at: place), in: duty, &best, &least)
      }
      guard let part = part(of: ride, seats: entry.capacity) else { continue }
      for place in 0...duty.rides.count {
        let floor = floor(ofInserting: part, at: place, in: duty, entry)
        guard floor < least * Double(part.riders), !isSkipped() else { continue }
        consider(part, .insert(part, at: place), in: duty, &best, &least)
      }
    }
    return best
  }

  private func consider(
    _ part: Ride, _ change: RideDuty.Change, in duty: RideDuty, _ best: inout Place?, _ least: inout Double
  ) {
    guard let longer = duty.changed(change, lots) else { return }
    let increase = Double(longer.cost - duty.cost) / Double(part.riders)
    guard increase < least else { return }
    least = increase
    best = Place(duty: longer, count: part.riders, increase: increase)
  }

  /// As many riders as there are seats; only riders of one lot part.
  private func part(of ride: Ride, seats: Int) -> Ride? {
    if ride.riders <= seats { return ride }
    guard ride.loads.count == 1, seats > 0 else { return nil }
    return Ride(lots, lot: ride.loads[0].lot, count: seats)
  }

  /// What joining costs at least; infinite when it is too late for it.
  private func floor(ofJoining part: Ride, to host: Ride, at place: Int, in duty: RideDuty) -> Double {
    let (first, last) = (max(duty.earliest[place], part.lower), min(duty.latest[place], part.upper))
    guard first <= last else { return .infinity }
    let split = lots.problem.weight(.split) * host.strangers(in: part, lots)
    return Double(split + waiting(of: part, first, last))
  }

  private func waiting(of ride: Ride, _ first: Int, _ last: Int) -> Int {
    let slope = lots.problem.streams[ride.stream].waitingSlope
    let minute = slope < 0 ? last : first
    return ride.waitingAtZero + slope * ride.riders * lots.problem.weight(.waiting) * minute
  }

  /// What a run of its own costs at least; infinite when there is no time for it.
  private func floor(ofInserting ride: Ride, at place: Int, in duty: RideDuty, _ vehicle: FleetVehicle)
    -> Double
  {
    let problem = lots.problem
    let way = problem.streams[ride.stream]
    let drive = problem.drive(ride.stream)
    var first = ride.lower
    var last = min(ride.upper, vehicle.to - VehicleProblem.unloading - drive)
    var origin = vehicle.base
    if place > 0 {
      let before = duty.rides[place - 1]
      origin = problem.streams[before.stream].to
      first = max(
        first,
        duty.earliest[place - 1] + problem.turnaround(before.stream) + problem.drive(origin, way.from))
    } else {
      first = max(first, vehicle.from + problem.drive(origin, way.from) + VehicleProblem.loading)
    }
    var minutes = problem.drive(origin, way.from) + drive
    if place < duty.rides.count {
      let next = problem.streams[duty.rides[place].stream].from
      last = min(last, duty.latest[place] - problem.turnaround(ride.stream) - problem.drive(way.to, next))
      minutes += problem.drive(way.to, next) - problem.drive(origin, next)
    }
    guard first <= last else { return .infinity }
    let fixed = duty.rides.isEmpty ? vehicle.fixed : 0
    return Double(
      fixed + vehicle.perMinute * minutes + problem.weight(.split) * ride.groups
        + waiting(of: ride, first, last))
  }
}
