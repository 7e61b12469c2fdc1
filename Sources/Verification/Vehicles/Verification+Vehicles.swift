public import Assembly

extension Verification {
  /// Everything that is wrong with a plan of vehicles; with its figures, what is wrong with those too.
  ///
  /// Readings of what objectives.md leaves open:
  /// * A run has riders; one that carries nobody is no run.
  /// * `own` of two people in one run asks that `beside` of each names the other.
  /// * `hotel:` of a transfer means the plan of rooms; where there is none, the hotels that the lists give.
  /// * Hotels are the places at which the tables let people sleep, but for the venue, to which all go. Who sleeps at
  ///   either end of a transfer between two of them rides.
  /// * A vehicle moves in its shifts only: the drive to an origin, loading, the run and unloading lie within one. It
  ///   stays where its last run ended from one shift to the next, and costs `fixed` once.
  /// * Somebody who gets out at the minute at which another run departs is not on two runs at once.
  ///
  /// - Parameters:
  ///   - plan: who rides when in which vehicle.
  ///   - rooms: who sleeps where; without it people sleep where the lists say.
  ///   - figures: what the plan is told to cost; without them it is judged by its rules alone.
  /// - Complexity: O(people × transfers + runs log runs + Σ pairs of riders who are kept apart).
  public func violations(of plan: VehiclePlan, rooms: RoomPlan?, figures: Figures? = nil) -> [Violation] {
    guard let fleet = event.fleet else { return [.tableMissing(.vehicles)] }
    return violations(of: plan, ExpectedTrips(of: event, fleet, rooms: rooms), figures: figures)
  }

  /// The same for trips that are known.
  package func violations(
    of plan: VehiclePlan, _ trips: ExpectedTrips, figures: Figures? = nil
  ) -> [Violation] {
    guard let fleet = event.fleet else { return [.tableMissing(.vehicles)] }
    let check = VehicleCheck(event, fleet, plan, trips)
    guard let figures else { return check.violations }
    var terms = check.terms
    let moves = earlier?.vehicles.map { movesOfRides(plan, since: $0) }
    terms[.vehiclesMoved] = moves.map { weighted(event.settings.weights[.vehiclesMoved], $0.weight) }
    let numbers = earlier?.vehicles.map { numbersPassedOn(plan, fleet, since: $0) } ?? []
    return check.violations + numbers + violations(of: figures, module: .vehicles, terms: terms)
      + violations(of: figures, module: .vehicles, moves: moves?.count)
  }
}

extension Verification {
  /// Numbers that do not stay with their vehicles, where the table does not say which one shows them.
  private func numbersPassedOn(
    _ plan: VehiclePlan, _ fleet: Fleet, since earlier: EarlierRides
  ) -> [Violation] {
    let given = Set(fleet.vehicles.compactMap(\.number))
    var numberBefore: [Int: Int] = [:]
    for run in earlier.runs where !given.contains(run.number) {
      if let vehicle = run.vehicle, fleet.vehicles[vehicle].number == nil {
        numberBefore[vehicle] = run.number
      }
    }
    return plan.numbers(in: event).sorted { $0.key < $1.key }.compactMap { vehicle, number in
      if let before = numberBefore[vehicle] {
        return before == number ? nil : .numberNotKept(vehicle: vehicle, number: number, before: before)
      }
      let owners = numberBefore.filter { $0.value == number }.keys
      return owners.min().map { .numberOfAnother(vehicle: vehicle, number: number, owner: $0) }
    }
  }

  /// Trips that are made in both plans, and in a vehicle that shows another number, from elsewhere or at another time.
  private func movesOfRides(_ plan: VehiclePlan, since earlier: EarlierRides) -> (count: Int, weight: Int) {
    let numbers = plan.numbers(in: event)
    var before: [ExpectedTrips.Key: EarlierRides.Run] = [:]
    for run in earlier.runs.reversed() {
      for rider in run.riders { before[.init(person: rider, purpose: run.purpose)] = run }
    }
    var moves = (count: 0, weight: 0)
    for run in plan.runs {
      for rider in run.riders where event.people.indices.contains(rider) {
        guard let old = before[.init(person: rider, purpose: run.purpose)],
          (old.number, old.from, old.depart) != (numbers[run.vehicle] ?? 0, run.from, run.depart)
        else { continue }
        moves.count += 1
        moves.weight += event.people[rider].rank == nil ? 1 : 5
      }
    }
    return moves
  }
}

/// The terms of the objective of vehicles in yuan, computed from who rides when (objectives.md §4).
func vehicleTerms(of plan: VehiclePlan, rooms: RoomPlan?, in event: Event) -> [Term: Int] {
  guard let fleet = event.fleet else { return [:] }
  return VehicleCheck(event, fleet, plan, ExpectedTrips(of: event, fleet, rooms: rooms)).terms
}

/// One look at a plan of vehicles.
private struct VehicleCheck {
  /// Minutes to get in, and to get out.
  private static let boarding = 5

  let event: Event
  let fleet: Fleet
  let plan: VehiclePlan
  let trips: ExpectedTrips
  /// The runs of each vehicle in the order of departure.
  let duties: [Int: [VehicleRun]]

  init(_ event: Event, _ fleet: Fleet, _ plan: VehiclePlan, _ trips: ExpectedTrips) {
    self.event = event
    self.fleet = fleet
    self.plan = plan
    self.trips = trips
    let known = plan.runs.filter { fleet.vehicles.indices.contains($0.vehicle) }
    duties = Dictionary(grouping: known, by: \.vehicle).mapValues { runs in
      runs.sorted { ($0.depart, $0.arrive) < ($1.depart, $1.arrive) }
    }
  }

  var terms: [Term: Int] { vehicleTerms(of: duties, trips, in: event, fleet) }

  var violations: [Violation] {
    plan.runs.flatMap { run in
      fleet.vehicles.indices.contains(run.vehicle)
        ? way(of: run) + seats(of: run) + riders(of: run) : [.noSuchVehicle(run)]
    } + duties.sorted { $0.key < $1.key }.flatMap { duty(of: $0.key, $0.value) } + simultaneous + attendance
  }

  // MARK: One run

  /// Origin, destination and times.
  private func way(of run: VehicleRun) -> [Violation] {
    var violations: [Violation] = []
    if let minutes = fleet.minutes(from: run.from, to: run.to) {
      let arrival = run.depart.minutesSince1970 + minutes
      if run.arrive.minutesSince1970 != arrival {
        violations.append(.wrongArrival(run, actual: Moment(minutesSince1970: arrival)))
      }
    } else {
      violations.append(.noRoute(run, from: run.from, to: run.to))
    }
    return violations
  }

  /// Seats and what the vehicle must offer.
  private func seats(of run: VehicleRun) -> [Violation] {
    let vehicle = fleet.vehicles[run.vehicle]
    var violations: [Violation] = run.riders.isEmpty ? [.nobodyRides(run)] : []
    let usable = vehicle.usableSeats(in: event)
    if run.riders.count > usable { violations.append(.moreThanSeats(run, usable: usable)) }
    for rider in run.riders where event.people.indices.contains(rider) {
      let person = event.people[rider]
      if fleet.offersAccessibleVehicles, person.needs.contains(.wheelchair), !vehicle.isAccessible {
        violations.append(.noAccessibleVehicle(person: rider, run))
      }
      if let wish = person.vehicle, wish != Vehicle.own, wish != vehicle.id {
        violations.append(.vehicleWishNotKept(person: rider, run))
      }
    }
    return violations
  }

  /// Who rides, when, and with whom.
  private func riders(of run: VehicleRun) -> [Violation] {
    var violations: [Violation] = []
    let aboard = Set(run.riders)
    for rider in run.riders {
      guard event.people.indices.contains(rider) else {
        violations.append(.unknownPerson(index: rider, .vehicles))
        continue
      }
      guard let trip = trips.trips[.init(person: rider, purpose: run.purpose)] else {
        violations.append(.notToRide(person: rider, run))
        continue
      }
      if trip.from != run.from || trip.to != run.to {
        violations.append(.wrongWay(person: rider, run, from: trip.from, to: trip.to))
      } else if !trip.departures.contains(run.depart.minutesSince1970) {
        violations.append(
          .wrongTime(
            person: rider, run, earliest: Moment(minutesSince1970: trip.departures.lowerBound),
            latest: Moment(minutesSince1970: trip.departures.upperBound)))
      }
      let person = event.people[rider]
      if person.vehicle == Vehicle.own {
        violations += aboard.sorted().filter { other in
          other != rider && event.people.indices.contains(other)
            && !event.people[other].beside.contains(rider)
        }.map { .sharesOwnVehicle(person: $0, of: rider, run) }
      }
      // A pair that both name is told once.
      violations += person.apart.filter { other in
        aboard.contains(other) && (rider < other || !event.people[other].apart.contains(rider))
      }.map { .notApart(min(rider, $0), max(rider, $0), .vehicles) }
    }
    return violations
  }

  // MARK: One vehicle

  /// Whether the vehicle can be wherever it is to be.
  private func duty(of index: Int, _ runs: [VehicleRun]) -> [Violation] {
    let vehicle = fleet.vehicles[index]
    var violations: [Violation] = []
    var place = fleet.base(of: index, in: event)
    var free: Int?
    for run in runs {
      let unloaded = run.arrive.minutesSince1970 + Self.boarding
      let shift = shift(of: vehicle, around: run)
      if let drive = fleet.minutes(from: place, to: run.from) {
        let ready = [free, shift?.from?.minutesSince1970].compactMap(\.self).max().map {
          $0 + drive + Self.boarding
        }
        if let ready, run.depart.minutesSince1970 < ready {
          violations.append(.cannotBeThere(run, before: Moment(minutesSince1970: ready)))
        }
      } else {
        violations.append(.noRoute(run, from: place, to: run.from))
      }
      place = run.to
      free = unloaded
      if let end = shift?.to, unloaded > end.minutesSince1970 {
        violations.append(.unloadsTooLate(run, end: end))
      }
    }
    return violations
  }

  /// The last shift that has begun when a run departs, else the first; nothing for a vehicle that is always there.
  private func shift(of vehicle: Vehicle, around run: VehicleRun) -> Shift? {
    vehicle.shifts.last { $0.from.map { $0 <= run.depart } ?? true } ?? vehicle.shifts.first
  }

  // MARK: One person

  /// Nobody is on two runs at once.
  private var simultaneous: [Violation] {
    var runsOfPerson: [Int: [VehicleRun]] = [:]
    for run in plan.runs { for rider in Set(run.riders) { runsOfPerson[rider, default: []].append(run) } }
    return runsOfPerson.sorted { $0.key < $1.key }.flatMap { person, runs in
      let runs = runs.sorted { ($0.depart, $0.arrive) < ($1.depart, $1.arrive) }
      return zip(runs, runs.dropFirst()).filter { $1.depart < $0.arrive }
        .map { Violation.onTwoRuns(person: person, $0, $1) }
    }
  }

  // MARK: Everybody

  /// Each trip is carried once, or told not to be.
  private var attendance: [Violation] {
    var violations: [Violation] = []
    var carried: [ExpectedTrips.Key: Int] = [:]
    for run in plan.runs {
      for rider in run.riders { carried[.init(person: rider, purpose: run.purpose), default: 0] += 1 }
    }
    var missing = [Int](repeating: 0, count: event.people.count)
    var told = missing
    var twice: Set<Int> = []
    for key in trips.trips.keys {
      switch carried[key] ?? 0 {
      case 0: missing[key.person] += 1
      case 1: break
      default: twice.insert(key.person)
      }
    }
    for entry in plan.unplaced {
      if !event.people.indices.contains(entry.person) {
        violations.append(.unknownPerson(index: entry.person, .vehicles))
      } else if entry.module != .vehicles {
        violations.append(.entryOfOtherModule(person: entry.person, entry.module, in: .vehicles))
      } else {
        told[entry.person] += 1
      }
    }
    violations += twice.sorted().map { .carriedTwice(person: $0) }
    return violations
      + event.people.indices.filter { missing[$0] != told[$0] }.map {
        .uncarriedTripsDiffer(person: $0, told: told[$0], actual: missing[$0])
      }
  }
}
