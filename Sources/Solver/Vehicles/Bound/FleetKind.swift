import Assembly

/// Vehicles that are alike but for where and when they may start: what the bound tells apart.
///
/// It lets a duty start at any base of the kind, and work in the shifts of any vehicle of the kind: that makes more
/// duties possible and none impossible.
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
  /// When some vehicle of the kind is at work, in the order of time.
  private let shifts: [ClosedRange<Int>]
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
    shifts = FleetKind.union(of: members.flatMap(\.shifts))
    self.family = family
  }

  /// Whether some vehicle of the kind may be at work from one minute to another.
  func isAtWork(from first: Int, to last: Int) -> Bool {
    shifts.contains { $0.lowerBound <= first && last <= $0.upperBound }
  }

  private static func union(of shifts: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var union: [ClosedRange<Int>] = []
    for shift in shifts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = union.last, shift.lowerBound <= last.upperBound {
        union[union.count - 1] = last.lowerBound...max(last.upperBound, shift.upperBound)
      } else {
        union.append(shift)
      }
    }
    return union
  }
}
