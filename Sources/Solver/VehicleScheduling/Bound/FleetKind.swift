import Assembly

/// Vehicles that are alike but for where and when they may start: what the bound tells apart.
///
/// It lets a duty start at any base of the kind, as often as it likes and until the last vehicle of the kind must be
/// back: that makes more duties possible and none impossible.
struct FleetKind {
  let capacity: Int
  let fixed: Int
  let perMinute: Int
  let isAccessible: Bool
  let namedAs: Int?
  /// Bases, and from when on a vehicle is there.
  let starts: [(place: Int, from: Int)]
  /// When the last vehicle must be empty.
  let to: Int

  private struct Key: Hashable {
    let capacity: Int
    let fixed: Int
    let perMinute: Int
    let isAccessible: Bool
    let namedAs: Int?
  }

  /// The kinds of a fleet, in the order of their first vehicle, and the kind of each vehicle.
  static func kinds(of problem: VehicleProblem) -> (kinds: [FleetKind], kindOfVehicle: [Int]) {
    var members: [[FleetVehicle]] = []
    var kindOfKey: [Key: Int] = [:]
    let kindOfVehicle = problem.vehicles.map { vehicle in
      let key = Key(
        capacity: vehicle.capacity, fixed: vehicle.fixed, perMinute: vehicle.perMinute,
        isAccessible: vehicle.isAccessible, namedAs: vehicle.namedAs)
      let kind = kindOfKey[key] ?? members.count
      if kind == members.count {
        kindOfKey[key] = kind
        members.append([])
      }
      members[kind].append(vehicle)
      return kind
    }
    return (members.map(FleetKind.init), kindOfVehicle)
  }

  private init(_ members: [FleetVehicle]) {
    let first = members[0]
    (capacity, fixed, perMinute) = (first.capacity, first.fixed, first.perMinute)
    (isAccessible, namedAs) = (first.isAccessible, first.namedAs)
    starts = Dictionary(grouping: members, by: \.base).map { ($0.key, $0.value.map(\.from).min()!) }
      .sorted { $0.0 < $1.0 }
    to = members.map(\.to).max()!
  }
}
