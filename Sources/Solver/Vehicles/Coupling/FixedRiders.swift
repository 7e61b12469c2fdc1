import Assembly

/// Everybody who rides several fixed transfers, or any, alike people together: whom vehicles are chosen for once, for all of
/// these transfers.
struct FixedRiders: Sendable {
  /// People who are alike to every vehicle.
  struct Kind: Sendable {
    /// By person, in the order of people.
    let people: [Int]
    /// The streams of their trips, in the order of time.
    let streams: [Int]
    let needsAccessibleVehicle: Bool
    /// The vehicle given by name.
    let vehicle: Int?
    /// What it costs to carry one of them nowhere.
    let penalty: Int
    /// Whether they cannot ride with just anybody.
    let isParticular: Bool

    func suits(_ other: FleetVehicle) -> Bool {
      (!needsAccessibleVehicle || other.isAccessible) && (vehicle == nil || vehicle == other.namedAs)
    }
  }

  let kinds: [Kind]
  /// Index in ``kinds`` by person.
  let kindOfPerson: [Int: Int]
  private let tripsOfPerson: [Int: [Int]]

  /// - Parameter areAll: whether people of a single fixed transfer are among them.
  init(_ problem: VehicleProblem, areAll: Bool = false) {
    let people = problem.event.people
    let alone = Set(problem.trips.filter(\.isAlone).map(\.person))
    var members: [[Int]] = []
    var known: [[TripKind]: Int] = [:]
    tripsOfPerson = areAll ? problem.fixedTrips : problem.coupledTrips
    for (person, trips) in tripsOfPerson.sorted(by: { $0.key < $1.key }) {
      // Who is named by somebody's `beside`, or names somebody alone, is like nobody else.
      let isParticular =
        trips.contains { problem.isParticular[$0] } || people[person].beside.contains(where: alone.contains)
      let key = trips.map { TripKind(problem.trips[$0]) }
      if !isParticular, let kind = known[key] {
        members[kind].append(person)
        continue
      }
      if !isParticular { known[key] = members.count }
      members.append([person])
    }
    let tripsOfPerson = tripsOfPerson
    kinds = members.map { people in
      let own = tripsOfPerson[people[0]]!
      let trips = own.map { problem.trips[$0] }
      return Kind(
        people: people, streams: trips.map(\.stream),
        needsAccessibleVehicle: trips[0].needsAccessibleVehicle, vehicle: trips[0].vehicle,
        penalty: trips.reduce(0) { $0 + $1.penalty },
        isParticular: own.contains { problem.isParticular[$0] })
    }
    kindOfPerson = Dictionary(
      uniqueKeysWithValues: members.enumerated().flatMap { kind, people in people.map { ($0, kind) } })
  }

  /// Trips of a person, in the order of time.
  func trips(of person: Int) -> [Int] { tripsOfPerson[person]! }
}

/// Some people of a kind, who ride one vehicle together.
struct FixedShare: Sendable {
  /// Index in ``FixedRiders/kinds``.
  let kind: Int
  var people: [Int]
}
