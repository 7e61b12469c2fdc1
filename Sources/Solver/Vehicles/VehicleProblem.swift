public import Assembly

/// The vehicles of an event as their solver sees them: which trips are asked for, and what the fleet can do.
///
/// Valid by construction; making it takes O(people × transfers + places²). Times are minutes since 1970-01-01.
public struct VehicleProblem: Sendable {
  /// Minutes between the arrival of a run and the empty drive after it.
  static let unloading = 5
  /// Minutes at the origin before a run departs.
  static let loading = 5
  /// A drive that nobody can make.
  static let unreachable = 1 << 24

  /// The event, valid as it is.
  public let event: Event
  /// Its vehicles, ways and transfers.
  public let fleet: Fleet
  /// Everything that is asked for: transfers first, then pick-ups and drop-offs, each in the order of people.
  var trips: [Trip]
  /// Trips that cannot be made because their person rides in another run at that time; the search leaves them out.
  private(set) var forgone: Set<Int>
  /// Trips of which one at least cannot be made, those of a person together; the bound leaves them all out.
  let contests: [ConcurrentTrips.Contest]
  let streams: [Stream]
  let places: [String]
  /// In the order of `Fleet.vehicles`.
  private(set) var vehicles: [FleetVehicle]
  /// Indices of vehicles, alike ones together; in the order of their first.
  private(set) var classes: [[Int]]
  /// Index in ``classes`` of each vehicle.
  private(set) var classOfVehicle: [Int]
  /// The fixed trips of whoever rides several of them, in the order of time, by person.
  private(set) var coupledTrips: [Int: [Int]]
  /// Minutes of drive by origin and destination.
  private let drives: [[Int]]
  /// Where travellers ride by the plan that is out; nothing where they are planned anew.
  var kept: KeptRides?
  private var weights: Weights
  /// Trips that cannot ride with just anybody: of people with a vehicle of their own, or kept apart from others.
  let isParticular: [Bool]

  /// The vehicle problem of an event; nothing when it has no vehicles.
  ///
  /// - Parameters:
  ///   - event: the event whose vehicles are scheduled.
  ///   - rooms: who sleeps where; without it people sleep where `room` and `groups` say.
  public init?(_ event: Event, rooms: RoomPlan?) {
    guard let fleet = event.fleet else { return nil }
    self.event = event
    self.fleet = fleet
    let weights = event.settings.weights
    self.weights = weights
    var derivation = TripDerivation(event, fleet: fleet, rooms: rooms, weights: weights)
    let bound = Set(derivation.trips.compactMap(\.vehicle))
    vehicles = fleet.vehicles.enumerated().map { index, vehicle in
      FleetVehicle(
        vehicle, base: derivation.place(vehicle.base ?? event.settings.place), settings: event.settings,
        weights: weights, namedAs: bound.contains(index) ? index : nil)
    }
    let streams = derivation.streams
    let places = derivation.places
    let drives = places.map { from in
      places.map { fleet.minutes(from: from, to: $0) ?? VehicleProblem.unreachable }
    }
    let concurrent = ConcurrentTrips(derivation.trips) { trip in
      let drive = drives[streams[trip.stream].from][streams[trip.stream].to]
      return drive < VehicleProblem.unreachable ? drive : 0
    }
    (trips, forgone, contests) = (concurrent.trips, concurrent.forgone, concurrent.contests)
    (self.streams, self.places, self.drives) = (streams, places, drives)
    (classes, classOfVehicle) = VehicleProblem.classes(of: vehicles)
    coupledTrips = VehicleProblem.fixed(trips, without: forgone).filter { $0.value.count > 1 }
    let people = event.people
    let apart = Set(people.indices.flatMap { people[$0].apart.isEmpty ? [] : [$0] + people[$0].apart })
    isParticular = trips.map { $0.isAlone || apart.contains($0.person) }
  }

  private static func classes(of vehicles: [FleetVehicle]) -> (classes: [[Int]], classOfVehicle: [Int]) {
    var classOfKind: [FleetVehicle: Int] = [:]
    var classes: [[Int]] = []
    for (index, vehicle) in vehicles.enumerated() {
      if let known = classOfKind[vehicle] {
        classes[known].append(index)
      } else {
        classOfKind[vehicle] = classes.count
        classes.append([index])
      }
    }
    return (classes, vehicles.map { classOfKind[$0]! })
  }

  private static func fixed(_ trips: [Trip], without forgone: Set<Int>) -> [Int: [Int]] {
    let fixed = trips.indices.filter { trips[$0].isFixed && !forgone.contains($0) }
    return Dictionary(grouping: fixed) { trips[$0].person }.mapValues { own in
      own.sorted { (trips[$0].slot.lowerBound, $0) < (trips[$1].slot.lowerBound, $1) }
    }
  }

  /// The same trips, those of people who ride several fixed transfers bound to a vehicle for each of them.
  func bound(to vehicleOfPerson: [Int: Int]) -> VehicleProblem {
    var problem = self
    for (person, vehicle) in vehicleOfPerson {
      problem.vehicles[vehicle].namedAs = vehicle
      for trip in coupledTrips[person] ?? [] { problem.trips[trip].vehicle = vehicle }
    }
    (problem.classes, problem.classOfVehicle) = VehicleProblem.classes(of: problem.vehicles)
    return problem
  }

  /// The fixed trips of whoever rides any, in the order of time, by person.
  var fixedTrips: [Int: [Int]] { VehicleProblem.fixed(trips, without: forgone) }

  /// Whether a trip is to be made in the same vehicle as others of its person.
  func isCoupled(_ trip: Int) -> Bool { trips[trip].isFixed && coupledTrips[trips[trip].person] != nil }

  /// Trips that the search is to carry.
  var wanted: [Int] { trips.indices.filter { !forgone.contains($0) } }

  /// What the trips cost that are forgone.
  var penaltyOfForgone: Int { forgone.reduce(0) { $0 + trips[$1].penalty } }

  /// Trips that the bound sees, and what those cost at least that it does not see.
  var uncontested: (trips: [Int], penalty: Int) {
    let all = Set(contests.flatMap(\.trips))
    let penalty = contests.reduce(0) { sum, contest in
      sum + contest.fewestOut * (contest.trips.map { trips[$0].penalty }.min() ?? 0)
    }
    return (trips.indices.filter { !all.contains($0) }, penalty)
  }

  /// The same problem in which another choice is made of the trips of a contest.
  func choosing(_ choice: Int, of contest: Int) -> VehicleProblem {
    var problem = self
    let slots = contests[contest].choices[choice]
    for trip in contests[contest].trips {
      problem.trips[trip].slot = slots[trip] ?? trips[trip].window
      if slots[trip] == nil { problem.forgone.insert(trip) } else { problem.forgone.remove(trip) }
    }
    if contests[contest].trips.contains(where: { trips[$0].isFixed }) {
      problem.coupledTrips = problem.fixedTrips.filter { $0.value.count > 1 }
    }
    return problem
  }

  /// Which choice is made of the trips of a contest.
  func choice(of contest: Int) -> Int {
    contests[contest].choices.firstIndex { choice in
      contests[contest].trips.allSatisfy { (choice[$0] == nil) == forgone.contains($0) }
    }!
  }

  /// The weight of a term.
  func weight(_ term: Term) -> Int { weights[term] }

  /// The same trips and vehicles at other weights.
  func weighted(_ change: (inout Weights) -> Void) -> VehicleProblem {
    var problem = self
    change(&problem.weights)
    problem.vehicles = zip(fleet.vehicles, vehicles).map { vehicle, known in
      FleetVehicle(
        vehicle, base: known.base, settings: event.settings, weights: problem.weights, namedAs: known.namedAs)
    }
    (problem.classes, problem.classOfVehicle) = VehicleProblem.classes(of: problem.vehicles)
    for trip in trips.indices {
      problem.trips[trip].penalty = trips[trip].shares * problem.weight(.vehiclesNotCarried)
    }
    return problem
  }

  /// Minutes of drive between two places.
  func drive(_ from: Int, _ to: Int) -> Int { drives[from][to] }

  /// Minutes that a run of a stream takes.
  func drive(_ stream: Int) -> Int { drives[streams[stream].from][streams[stream].to] }

  /// Minutes from the departure of a run of a stream until its vehicle may depart from its destination.
  func turnaround(_ stream: Int) -> Int { drive(stream) + VehicleProblem.unloading + VehicleProblem.loading }

  /// Vehicles that are used, and the first unused one of each class, which stands for all others.
  func candidates(isUsed: (Int) -> Bool) -> [Int] {
    var hasUnused = [Bool](repeating: false, count: classes.count)
    return vehicles.indices.filter { vehicle in
      if isUsed(vehicle) { return true }
      defer { hasUnused[classOfVehicle[vehicle]] = true }
      return !hasUnused[classOfVehicle[vehicle]]
    }
  }

  /// Whether two people may ride in one run.
  func mayShareRun(_ one: Trip, _ other: Trip) -> Bool {
    let (first, second) = (event.people[one.person], event.people[other.person])
    return !(one.isAlone && !second.beside.contains(one.person))
      && !(other.isAlone && !first.beside.contains(other.person))
      && !first.apart.contains(other.person) && !second.apart.contains(one.person)
  }
}
