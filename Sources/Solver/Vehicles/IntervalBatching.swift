import Assembly

/// Batches of each stream as intervals of its travellers, in order of readiness and then of group.
///
/// A start for the search: the best intervals need not be the best batches. What a run costs its vehicle is guessed:
/// the drive there and back, and a fifth of its fixed cost.
struct IntervalBatching {
  private let problem: VehicleProblem

  init(_ problem: VehicleProblem) {
    self.problem = problem
  }

  /// Batches that carry every one of these trips that some vehicle can carry at all, those first that must leave first, and
  /// the trips that none can.
  ///
  /// - Parameter trips: indices of trips, sorted.
  /// - Complexity: O(trips × largest capacity).
  func solve(_ trips: [Int]) -> (batches: [Batch], stranded: [Int]) {
    var batches: [Batch] = []
    var stranded: [Int] = []
    let tripsOfStream = Dictionary(grouping: trips) { problem.trips[$0].stream }
    for (stream, trips) in tripsOfStream.sorted(by: { $0.key < $1.key }) {
      let menu = ClassMenu(problem, stream: stream)
      var left = trips.filter { trip in
        let isPossible = menu.price(of: [problem.trips[trip]]) != nil
        if !isPossible { stranded.append(trip) }
        return isPossible
      }
      batches += companies(&left, menu)
      batches += intervals(left, menu)
    }
    batches.sort { ($0.window.upperBound, $0.stream) < ($1.window.upperBound, $1.stream) }
    return (batches, stranded)
  }

  /// Who has a vehicle of their own, with whoever may ride along.
  private func companies(_ left: inout [Int], _ menu: ClassMenu) -> [Batch] {
    var batches: [Batch] = []
    for alone in left where problem.trips[alone].isAlone {
      guard left.contains(alone) else { continue }
      var batch = Batch(problem, [alone])!
      for other in left where other != alone && problem.isParticular[alone] {
        guard problem.event.people[problem.trips[other].person].beside.contains(problem.trips[alone].person),
          let larger = Batch(problem, batch.trips + [other]),
          menu.price(of: larger.trips.map { problem.trips[$0] }) != nil
        else { continue }
        batch = larger
      }
      left.removeAll { batch.trips.contains($0) }
      batches.append(batch)
    }
    return batches
  }

  private func intervals(_ trips: [Int], _ menu: ClassMenu) -> [Batch] {
    let trips = trips.sorted { order($0) < order($1) }
    guard let stream = trips.first.map({ problem.streams[problem.trips[$0].stream] }) else { return [] }
    var least = [Int](repeating: .max, count: trips.count + 1)
    var start = [Int](repeating: 0, count: trips.count + 1)
    least[0] = 0
    for first in trips.indices {
      var interval = Interval(problem, stream, trips[first])
      for last in first..<trips.count {
        if last > first, !interval.extend(by: trips[last]) { break }
        guard let run = menu.price(count: interval.count, interval.needsAccessibleVehicle, interval.vehicle)
        else {
          if interval.count >= menu.largest { break }
          continue
        }
        let cost = least[first] + run + interval.cost
        if cost < least[last + 1] { (least[last + 1], start[last + 1]) = (cost, first) }
      }
    }
    var batches: [Batch] = []
    var end = trips.count
    while end > 0 {
      batches.append(Batch(problem, Array(trips[start[end]..<end]))!)
      end = start[end]
    }
    return batches.reversed()
  }

  private func order(_ index: Int) -> (Int, Int, Int) {
    let trip = problem.trips[index]
    return switch problem.streams[trip.stream].purpose {
    case .pickup: (trip.window.lowerBound, trip.group, index)
    case .dropoff: (trip.window.upperBound, trip.group, index)
    case .transfer: (0, trip.group, index)
    }
  }
}

/// A growing interval of travellers.
private struct Interval {
  private let problem: VehicleProblem
  private let sign: Int
  private var lower: Int
  private var upper: Int
  private var groups: Set<Int>
  private var members: [Int]
  private var sum = 0
  private(set) var needsAccessibleVehicle: Bool
  private(set) var vehicle: Int?

  var count: Int { members.count }

  init(_ problem: VehicleProblem, _ stream: Stream, _ index: Int) {
    self.problem = problem
    sign = stream.waitingSlope
    let trip = problem.trips[index]
    (lower, upper) = (trip.slot.lowerBound, trip.slot.upperBound)
    groups = [trip.group]
    members = [index]
    needsAccessibleVehicle = trip.needsAccessibleVehicle
    vehicle = trip.vehicle
    sum = sign > 0 ? trip.window.lowerBound : trip.window.upperBound
  }

  /// Takes one more traveller; false when they cannot ride together.
  mutating func extend(by index: Int) -> Bool {
    let trip = problem.trips[index]
    lower = max(lower, trip.slot.lowerBound)
    upper = min(upper, trip.slot.upperBound)
    if let named = trip.vehicle {
      guard vehicle == nil || vehicle == named else { return false }
      vehicle = named
    }
    guard lower <= upper else { return false }
    if problem.isParticular[index] {
      guard members.allSatisfy({ problem.mayShareRun(problem.trips[$0], trip) }) else { return false }
    }
    groups.insert(trip.group)
    members.append(index)
    sum += sign > 0 ? trip.window.lowerBound : trip.window.upperBound
    needsAccessibleVehicle = needsAccessibleVehicle || trip.needsAccessibleVehicle
    return true
  }

  /// Waiting and splitting, weighted.
  var cost: Int {
    let waiting = sign > 0 ? count * lower - sum : sign < 0 ? sum - count * upper : 0
    return problem.weight(.vehiclesWaiting) * waiting + problem.weight(.vehiclesSplit) * groups.count
  }
}

/// The cheapest class of vehicle for a run of a stream by what its riders need.
private struct ClassMenu {
  let largest: Int
  private let prices: [Bool: [Int?]]
  private let priceOfNamed: [Int: (capacity: Int, isAccessible: Bool, price: Int)]

  init(_ problem: VehicleProblem, stream: Int) {
    let vehicles = problem.classes.map { problem.vehicles[$0[0]] }
    let largest = vehicles.map(\.capacity).max() ?? 0
    func price(_ vehicle: FleetVehicle) -> Int {
      2 * vehicle.perMinute * problem.drive(stream) + vehicle.fixed / 5
    }
    var prices: [Bool: [Int?]] = [:]
    for isAccessible in [false, true] {
      prices[isAccessible] = (0...largest).map { count in
        vehicles.filter { $0.capacity >= count && (!isAccessible || $0.isAccessible) }.map(price).min()
      }
    }
    self.largest = largest
    self.prices = prices
    priceOfNamed = Dictionary(
      uniqueKeysWithValues: vehicles.compactMap { vehicle in
        vehicle.namedAs.map { ($0, (vehicle.capacity, vehicle.isAccessible, price(vehicle))) }
      })
  }

  func price(count: Int, _ needsAccessibleVehicle: Bool, _ vehicle: Int?) -> Int? {
    guard count <= largest else { return nil }
    guard let vehicle else { return prices[needsAccessibleVehicle]![count] }
    guard let named = priceOfNamed[vehicle], named.capacity >= count,
      named.isAccessible || !needsAccessibleVehicle
    else { return nil }
    return named.price
  }

  func price(of trips: [Trip]) -> Int? {
    price(
      count: trips.count, trips.contains(where: \.needsAccessibleVehicle),
      trips.lazy.compactMap(\.vehicle).first)
  }
}
