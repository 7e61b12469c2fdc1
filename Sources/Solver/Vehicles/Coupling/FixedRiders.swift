import Assembly

/// Everybody who rides several fixed transfers, alike people together: whom vehicles are chosen for once, for all of these
/// transfers.
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

    func suits(_ other: FleetVehicle) -> Bool {
      (!needsAccessibleVehicle || other.isAccessible) && (vehicle == nil || vehicle == other.namedAs)
    }
  }

  let kinds: [Kind]
  /// Index in ``kinds`` by person.
  let kindOfPerson: [Int: Int]

  init(_ problem: VehicleProblem) {
    let people = problem.event.people
    let alone = Set(problem.trips.filter(\.isAlone).map(\.person))
    var members: [[Int]] = []
    var known: [[TripKind]: Int] = [:]
    for (person, trips) in problem.coupledTrips.sorted(by: { $0.key < $1.key }) {
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
    kinds = members.map { people in
      let trips = problem.coupledTrips[people[0]]!.map { problem.trips[$0] }
      return Kind(
        people: people, streams: trips.map(\.stream),
        needsAccessibleVehicle: trips[0].needsAccessibleVehicle, vehicle: trips[0].vehicle,
        penalty: trips.reduce(0) { $0 + $1.penalty })
    }
    kindOfPerson = Dictionary(
      uniqueKeysWithValues: members.enumerated().flatMap { kind, people in people.map { ($0, kind) } })
  }
}

/// Some people of a kind, who ride one vehicle together.
struct FixedShare: Sendable {
  /// Index in ``FixedRiders/kinds``.
  let kind: Int
  var people: [Int]
}
