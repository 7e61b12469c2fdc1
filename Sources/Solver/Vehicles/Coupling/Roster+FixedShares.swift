import Assembly

extension Roster where Load == Batch {
  /// Those who ride a vehicle for several fixed transfers.
  func shares(in vehicle: Int, _ riders: FixedRiders) -> [FixedShare] {
    var seen: Set<Int> = []
    var people: [Int: [Int]] = [:]
    for batch in duties[vehicle].loads {
      for trip in batch.trips where demand.problem.isCoupled(trip) {
        let person = demand.problem.trips[trip].person
        guard seen.insert(person).inserted else { continue }
        people[riders.kindOfPerson[person]!, default: []].append(person)
      }
    }
    return people.sorted { $0.key < $1.key }.map { FixedShare(kind: $0.key, people: $0.value.sorted()) }
  }

  /// What it is to take some people of a share into a vehicle for all of their fixed transfers.
  struct Boarding {
    let duty: Duty<Batch>
    /// How many of the share, the first ones.
    let count: Int
    /// Trips that the vehicle does not make for them.
    let left: [Batch]
    /// How much dearer the plan becomes for each of them, against nobody asking for their trips.
    let increase: Double
  }

  /// The cheapest vehicle for people of a share by head, in its runs or in runs of their own.
  ///
  /// - Parameter isSkipped: whether a vehicle is to be overlooked, by whether it makes a run of one of their transfers or
  ///   stands for all that are not used; so a search does not repeat itself, and has time for more.
  func bestBoarding(
    of share: FixedShare, _ riders: FixedRiders, isSkipped: (Bool) -> Bool = { _ in false }
  ) -> Boarding? {
    let kind = riders.kinds[share.kind]
    var best: Boarding?
    var least = Double(kind.penalty)
    for vehicle in candidates {
      let entry = demand.problem.vehicles[vehicle]
      guard entry.capacity > 0, kind.suits(entry) else { continue }
      let loads = duties[vehicle].loads
      let isNear = loads.isEmpty || loads.contains { kind.streams.contains($0.stream) }
      guard !isSkipped(isNear) else { continue }
      let most = min(share.people.count, entry.capacity)
      let free = seats(for: kind, in: vehicle)
      for count in Set([most, min(most, free)]).sorted() where count > 0 {
        guard let found = boarding(share.people.prefix(count), in: vehicle, below: least) else { continue }
        best = found
        least = found.increase
      }
    }
    return best
  }

  /// Free seats in the runs that a vehicle makes for the transfers of a kind.
  private func seats(for kind: FixedRiders.Kind, in vehicle: Int) -> Int {
    let capacity = demand.problem.vehicles[vehicle].capacity
    return kind.streams.reduce(capacity) { seats, stream in
      let hosts = duties[vehicle].loads.filter { $0.stream == stream }
      return min(seats, hosts.map { capacity - $0.riders }.max() ?? capacity)
    }
  }

  /// Takes alike people into a vehicle, trip by trip: into a run with seats, into a run of their own, or not at all.
  ///
  /// - Returns: nothing where that costs as much as the limit by head, or carries nobody.
  func boarding(_ people: ArraySlice<Int>, in vehicle: Int, below limit: Double) -> Boarding? {
    let problem = demand.problem
    let most = limit * Double(people.count)
    var duty = duties[vehicle]
    var left: [Batch] = []
    var increase = 0
    let count = problem.coupledTrips[people.first!]!.count
    for place in 0..<count {
      guard let batch = Batch(problem, people.map { problem.coupledTrips[$0]![place] }) else { return nil }
      let penalty = batch.penalty(demand)
      var least = penalty
      var best: Duty<Batch>?
      if let joined = joining(batch, in: duty, below: least) {
        least = joined.cost - duty.cost
        best = joined
      }
      if let own = insertion(of: batch, in: duty, below: least), batch.fits(problem.vehicles[vehicle]) {
        least = own.increase
        best = own.duty
      }
      increase += least
      guard Double(increase) < most else { return nil }
      if let best { duty = best } else { left.append(batch) }
    }
    guard left.count < count else { return nil }
    return Boarding(
      duty: duty, count: people.count, left: left, increase: Double(increase) / Double(people.count))
  }

  /// The duty in which a batch joins the run in which it is cheapest.
  private func joining(_ batch: Batch, in duty: Duty<Batch>, below limit: Int) -> Duty<Batch>? {
    let problem = demand.problem
    let capacity = problem.vehicles[duty.vehicle].capacity
    var best: Duty<Batch>?
    var least = limit
    for (place, host) in duty.loads.enumerated()
    where host.stream == batch.stream && host.riders + batch.riders <= capacity
      && host.window.overlaps(batch.window)
    {
      guard problem.weight(.vehiclesSplit) * strangers(of: batch, in: host) < least,
        let union = Batch(problem, host.trips + batch.trips)
      else { continue }
      var loads = duty.loads
      loads[place] = union
      guard let fuller = Duty(problem, vehicle: duty.vehicle, loads), fuller.cost - duty.cost < least
      else { continue }
      least = fuller.cost - duty.cost
      best = fuller
    }
    return best
  }

  /// How many groups of a batch of alike people are not in a run yet.
  private func strangers(of batch: Batch, in host: Batch) -> Int {
    let trips = demand.problem.trips
    let group = trips[batch.trips[0]].group
    return host.trips.contains { trips[$0].group == group } ? 0 : 1
  }

  /// Takes people of a share in.
  mutating func take(_ boarding: Boarding) {
    set(boarding.duty)
    for batch in boarding.left { leave(batch) }
  }

  /// The same runs with the trips of another view of the problem.
  func moved(to problem: VehicleProblem) -> Roster<Batch> {
    var roster = Roster<Batch>(problem)
    for duty in duties where !duty.loads.isEmpty {
      roster.set(Duty(problem, vehicle: duty.vehicle, duty.loads.map { Batch(problem, $0.trips)! })!)
    }
    for batch in waiting {
      // Bound to several vehicles now, they do not wait for one run.
      if let same = Batch(problem, batch.trips) {
        roster.leave(same)
      } else {
        for trip in batch.trips { roster.leave(Batch(problem, [trip])!) }
      }
    }
    return roster
  }
}
