import Assembly

extension Roster where Load == Batch {
  /// The same runs with other riders: whoever was told a run and does not ride in it takes the seat of somebody who was
  /// not, and this one rides or waits where they did, as long as it costs less.
  ///
  /// - Complexity: O(people told elsewhere · seats of a run) duties.
  func withRidersAsTold() -> Roster<Batch> {
    guard let kept = problem.kept else { return self }
    var told: [ToldRun: [Int]] = [:]
    for trip in kept.rides.keys.sorted() where !problem.isCoupled(trip) {
      told[ToldRun(kept.rides[trip]!, problem.trips[trip].stream), default: []].append(trip)
    }
    var roster = self
    for vehicle in problem.vehicles.indices {
      guard let number = kept.numberOfVehicle[vehicle] else { continue }
      for place in duties[vehicle].loads.indices {
        let stream = duties[vehicle].loads[place].stream
        let run = ToldRun(
          number: number, from: problem.streams[stream].from, departure: duties[vehicle].departures[place],
          stream: stream)
        roster.seat(told[run] ?? [], in: vehicle, place, kept)
      }
    }
    return roster
  }

  /// Gives seats of a run to those of these people who do not ride in it, the heaviest first.
  private mutating func seat(_ told: [Int], in vehicle: Int, _ place: Int, _ kept: KeptRides) {
    let belong = Set(told)
    let riding = Set(duties[vehicle].loads[place].trips)
    let others = told.filter { !riding.contains($0) }.sorted {
      (-kept.rides[$0]!.weight, $0) < (-kept.rides[$1]!.weight, $1)
    }
    for trip in others {
      let strangers = duties[vehicle].loads[place].trips.filter {
        !belong.contains($0) && !problem.isCoupled($0)
      }
      guard !strangers.isEmpty, let seat = self.seat(of: trip), seat != .run(vehicle, place) else { continue }
      for stranger in strangers {
        guard let trial = exchanging(trip, at: seat, with: stranger, in: vehicle, place), trial.cost < cost
        else { continue }
        self = trial
        break
      }
    }
  }

  /// Where somebody is who makes a trip: in a run, or among those whom nobody carries.
  private enum Seat: Equatable {
    case run(_ vehicle: Int, _ place: Int)
    case waiting(_ load: Int)
  }

  private func seat(of trip: Int) -> Seat? {
    let stream = problem.trips[trip].stream
    if let load = waiting.firstIndex(where: { $0.stream == stream && $0.trips.contains(trip) }) {
      return .waiting(load)
    }
    for duty in duties {
      if let place = duty.loads.firstIndex(where: { $0.stream == stream && $0.trips.contains(trip) }) {
        return .run(duty.vehicle, place)
      }
    }
    return nil
  }

  /// The roster in which two change their seats; nothing where one of them may not have that of the other.
  private func exchanging(
    _ trip: Int, at seat: Seat, with stranger: Int, in vehicle: Int, _ place: Int
  ) -> Roster<Batch>? {
    func without(_ batch: Batch, _ one: Int, with other: Int) -> Batch? {
      Batch(problem, batch.trips.filter { $0 != one } + [other])
    }
    var roster = self
    var loads = duties[vehicle].loads
    guard let batch = without(loads[place], stranger, with: trip) else { return nil }
    loads[place] = batch
    switch seat {
    case .run(vehicle, let other):
      guard let batch = without(loads[other], trip, with: stranger) else { return nil }
      loads[other] = batch
    case .run(let vehicle, let other):
      var others = duties[vehicle].loads
      guard let batch = without(others[other], trip, with: stranger) else { return nil }
      others[other] = batch
      guard let duty = Duty(problem, vehicle: vehicle, others) else { return nil }
      roster.set(duty)
    case .waiting(let load):
      for (index, batch) in roster.takeWaiting().enumerated() {
        guard index == load else {
          roster.leave(batch)
          continue
        }
        let rest = batch.trips.filter { $0 != trip }
        for trips in [rest, [stranger]] where !trips.isEmpty {
          guard let left = Batch(problem, trips) else { return nil }
          roster.leave(left)
        }
      }
    }
    guard let duty = Duty(problem, vehicle: vehicle, loads) else { return nil }
    roster.set(duty)
    return roster
  }
}

/// A run as its riders were told of it.
private struct ToldRun: Hashable {
  let number: Int
  /// Index in ``VehicleProblem/places``.
  let from: Int
  let departure: Int
  let stream: Int

  init(number: Int, from: Int, departure: Int, stream: Int) {
    (self.number, self.from, self.departure, self.stream) = (number, from, departure, stream)
  }

  init(_ ride: KeptRides.Ride, _ stream: Int) {
    self.init(number: ride.number, from: ride.from, departure: ride.departure, stream: stream)
  }
}
