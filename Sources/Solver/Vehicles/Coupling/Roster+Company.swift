import Assembly

extension Roster where Load == Batch {
  /// The roster in which the same people leave first, second and so on with a vehicle that goes more than once for each of
  /// several fixed transfers, wherever that costs nothing: so there is little to tell them, and little to remember.
  ///
  /// - Complexity: O(vehicles × transfers² × trips).
  func inSteadyCompany() -> Roster<Batch> {
    var roster = self
    for duty in duties {
      let repeated = duty.repeatedFixedStreams(problem)
      guard repeated.count > 1 else { continue }
      var best = (duty: duty, changes: duty.changesOfPlace(repeated, problem))
      for model in repeated {
        let steady = duty.following(model, repeated, problem)
        let changes = steady.changesOfPlace(repeated, problem)
        if (changes, steady.cost) < (best.changes, best.duty.cost) { best = (steady, changes) }
      }
      roster.set(best.duty)
    }
    return roster
  }
}

/// The runs that a vehicle makes for one fixed transfer, as they leave; indices of the loads of its duty.
private typealias RepeatedStream = [Int]

extension Duty<Batch> {
  /// Fixed transfers for which the vehicle goes more than once, in the order of their first runs.
  fileprivate func repeatedFixedStreams(_ problem: VehicleProblem) -> [RepeatedStream] {
    let fixed = loads.indices.filter { problem.trips[loads[$0].trips[0]].isFixed }
    return Dictionary(grouping: fixed) { loads[$0].stream }.values.filter { $0.count > 1 }
      .sorted { $0[0] < $1[0] }
  }

  /// The place of everybody among the runs of a transfer.
  private func places(in runs: RepeatedStream, _ problem: VehicleProblem) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for (place, load) in runs.enumerated() {
      for trip in loads[load].trips { places[problem.trips[trip].person] = place }
    }
    return places
  }

  /// How many places more than one people have, all of them together.
  fileprivate func changesOfPlace(_ repeated: [RepeatedStream], _ problem: VehicleProblem) -> Int {
    var placesOfPerson: [Int: Set<Int>] = [:]
    for runs in repeated {
      for (person, place) in places(in: runs, problem) { placesOfPerson[person, default: []].insert(place) }
    }
    return placesOfPerson.values.reduce(0) { $0 + $1.count - 1 }
  }

  /// The duty in which people have the places that they have in one transfer in all those where it costs nothing.
  fileprivate func following(
    _ model: RepeatedStream, _ repeated: [RepeatedStream], _ problem: VehicleProblem
  ) -> Duty<Batch> {
    let places = places(in: model, problem)
    var duty = self
    for runs in repeated where runs != model && runs.count == model.count {
      guard let batches = duty.batches(of: runs, placed: places, problem) else { continue }
      var loads = duty.loads
      for (load, batch) in zip(runs, batches) { loads[load] = batch }
      guard let steady = Duty(problem, vehicle: vehicle, loads), steady.cost <= duty.cost else { continue }
      duty = steady
    }
    return duty
  }

  /// The runs of a transfer with everybody in their place; who has none sits where there are seats, with their group where that
  /// can be. Nothing where a run would be empty or has too few seats.
  private func batches(
    of runs: RepeatedStream, placed places: [Int: Int], _ problem: VehicleProblem
  ) -> [Batch]? {
    let seats = problem.vehicles[vehicle].capacity
    let trips = runs.flatMap { loads[$0].trips }
    var parts = runs.map { _ in [Int]() }
    for trip in trips {
      if let place = places[problem.trips[trip].person] { parts[place].append(trip) }
    }
    for trip in trips where places[problem.trips[trip].person] == nil {
      let group = problem.trips[trip].group
      let free = parts.indices.filter { parts[$0].count < seats }
      let own = free.first { parts[$0].contains { problem.trips[$0].group == group } }
      guard let place = own ?? free.first else { return nil }
      parts[place].append(trip)
    }
    guard parts.allSatisfy({ $0.count <= seats }) else { return nil }
    let batches = parts.compactMap { Batch(problem, $0) }
    return batches.count == parts.count ? batches : nil
  }
}
