import Assembly

/// Vehicles that are alike but for where and when they may start: what the bound tells apart.
///
/// It lets a duty start at any base of the kind, and until the last vehicle of the kind must be
/// back: that makes more duties possible and none impossible.
struct FleetKind {
  let capacity: Int
  let fixed: Int
  let perMinute: Int
  let isAccessible: Bool
  let namedAs: Int?
  /// Bases, and from when on a vehicle is there.
  let starts: [(place: Int, from: Int)]
  /// Vehicles of the kind.
  let stock: Int
  /// When the last vehicle must be empty.
  let to: Int
  /// Kinds that differ in access alone are one family; its index.
  let family: Int

  private struct Key: Hashable {
    let capacity: Int
    let fixed: Int
    let perMinute: Int
    let isAccessible: Bool
    let namedAs: Int?

    init(_ vehicle: FleetVehicle, isAccessible: Bool) {
      (capacity, fixed, perMinute) = (vehicle.capacity, vehicle.fixed, vehicle.perMinute)
      (self.isAccessible, namedAs) = (isAccessible, vehicle.namedAs)
    }
  }

  /// The kinds of a fleet, in the order of their first vehicle, and the kind of each vehicle.
  static func kinds(of problem: VehicleProblem) -> (kinds: [FleetKind], kindOfVehicle: [Int]) {
    var members: [[FleetVehicle]] = []
    var kindOfKey: [Key: Int] = [:]
    let isAccessAsked = problem.trips.contains(where: \.needsAccessibleVehicle)
    let kindOfVehicle = problem.vehicles.map { vehicle in
      let key = Key(vehicle, isAccessible: isAccessAsked && vehicle.isAccessible)
      let kind = kindOfKey[key] ?? members.count
      if kind == members.count {
        kindOfKey[key] = kind
        members.append([])
      }
      members[kind].append(vehicle)
      return kind
    }
    var families: [Key: Int] = [:]
    let kinds = members.map { vehicles in
      let family = Key(vehicles[0], isAccessible: false)
      families[family] = families[family] ?? families.count
      return FleetKind(vehicles, family: families[family]!)
    }
    return (kinds, kindOfVehicle)
  }

  private init(_ members: [FleetVehicle], family: Int) {
    let first = members[0]
    (capacity, fixed, perMinute) = (first.capacity, first.fixed, first.perMinute)
    (isAccessible, namedAs) = (first.isAccessible, first.namedAs)
    starts = Dictionary(grouping: members, by: \.base).map { ($0.key, $0.value.map(\.from).min()!) }
      .sorted { $0.0 < $1.0 }
    stock = members.count
    to = members.map(\.to).max()!
    self.family = family
  }
}
