import Assembly

/// The trips of an event, alike ones together, as a search over riders sees them.
final class RiderLots: RosterDemand {
  /// Travellers who are alike to a run.
  struct Lot: Sendable {
    let kind: TripKind
    /// Whether they cannot ride with just anybody.
    let isParticular: Bool
    /// Indices of trips.
    var trips: [Int]
  }

  let problem: VehicleProblem
  let lots: [Lot]
  /// Index in ``lots`` of each trip; −1 for one that is forgone.
  let lotOfTrip: [Int]

  init(_ problem: VehicleProblem) {
    self.problem = problem
    let people = problem.event.people
    let company = Set(problem.trips.filter(\.isAlone).map(\.person))
    var lots: [Lot] = []
    var lotOfKind: [TripKind: Int] = [:]
    var lotOfTrip: [Int] = []
    for index in problem.trips.indices {
      let trip = problem.trips[index]
      guard !problem.forgone.contains(index) else {
        lotOfTrip.append(-1)
        continue
      }
      // Who is named by somebody's `beside`, or names somebody alone, is like nobody else.
      let isOwn = problem.isParticular[index] || people[trip.person].beside.contains(where: company.contains)
      if !isOwn, let known = lotOfKind[TripKind(trip)] {
        lots[known].trips.append(index)
        lotOfTrip.append(known)
        continue
      }
      if !isOwn { lotOfKind[TripKind(trip)] = lots.count }
      lots.append(
        Lot(kind: TripKind(trip), isParticular: problem.isParticular[index], trips: [index]))
      lotOfTrip.append(lots.count - 1)
    }
    self.lots = lots
    self.lotOfTrip = lotOfTrip
  }

  /// Whether travellers of two lots may ride in one run, as far as `own` and `apart` tell.
  func mayShareRun(_ one: Int, _ other: Int) -> Bool {
    guard one != other, lots[one].isParticular || lots[other].isParticular else { return true }
    return problem.mayShareRun(problem.trips[lots[one].trips[0]], problem.trips[lots[other].trips[0]])
  }
}

/// Travellers who ride together, by number and lot: a batch that is quick to change.
struct Ride: RunLoad {
  /// Travellers of one lot.
  struct Share {
    let lot: Int
    var count: Int
  }

  let stream: Int
  private(set) var shares: [Share]
  private(set) var riders: Int
  /// Minutes at which all may depart.
  private(set) var lower: Int
  private(set) var upper: Int
  private(set) var waitingAtZero: Int
  private(set) var groups: Int
  private(set) var needsAccessibleVehicle: Bool
  private(set) var vehicle: Int?

  /// Some travellers of a lot.
  init(_ lots: RiderLots, lot: Int, count: Int) {
    let entry = lots.lots[lot].kind
    stream = entry.stream
    shares = [Share(lot: lot, count: count)]
    riders = count
    (lower, upper) = (entry.slot.lowerBound, entry.slot.upperBound)
    waitingAtZero = Ride.waitingAtZero(lots, entry) * count
    groups = 1
    needsAccessibleVehicle = entry.needsAccessibleVehicle
    vehicle = entry.vehicle
  }

  /// The riders of some shares, which may ride together.
  init?(_ lots: RiderLots, _ shares: some Collection<Share>) {
    guard let first = shares.first else { return nil }
    self.init(lots, lot: first.lot, count: first.count)
    for share in shares.dropFirst() { add(Ride(lots, lot: share.lot, count: share.count), lots) }
  }

  private static func waitingAtZero(_ lots: RiderLots, _ lot: TripKind) -> Int {
    let slope = lots.problem.streams[lot.stream].waitingSlope
    let minute = slope > 0 ? -lot.window.lowerBound : slope < 0 ? lot.window.upperBound : 0
    return minute * lots.problem.weight(.vehiclesWaiting)
  }

  /// Whether these may ride with others at some minute, seats aside.
  func mayJoin(_ other: Ride, _ lots: RiderLots) -> Bool {
    guard stream == other.stream, lower <= other.upper, other.lower <= upper,
      vehicle == nil || other.vehicle == nil || vehicle == other.vehicle
    else { return false }
    for share in shares {
      for stranger in other.shares where !lots.mayShareRun(share.lot, stranger.lot) { return false }
    }
    return true
  }

  /// How many groups of others are not in this ride.
  func strangers(in other: Ride, _ lots: RiderLots) -> Int {
    var count = 0
    for (index, share) in other.shares.enumerated() {
      let group = lots.lots[share.lot].kind.group
      let isKnown =
        shares.contains { lots.lots[$0.lot].kind.group == group }
        || other.shares[..<index].contains { lots.lots[$0.lot].kind.group == group }
      if !isKnown { count += 1 }
    }
    return count
  }

  /// Takes others in.
  mutating func add(_ other: Ride, _ lots: RiderLots) {
    groups += strangers(in: other, lots)
    for share in other.shares {
      if let known = shares.firstIndex(where: { $0.lot == share.lot }) {
        shares[known].count += share.count
      } else {
        shares.append(share)
      }
    }
    riders += other.riders
    (lower, upper) = (max(lower, other.lower), min(upper, other.upper))
    waitingAtZero += other.waitingAtZero
    needsAccessibleVehicle = needsAccessibleVehicle || other.needsAccessibleVehicle
    vehicle = vehicle ?? other.vehicle
  }

  var window: ClosedRange<Int> { lower...upper }

  func suits(_ other: FleetVehicle) -> Bool {
    (!needsAccessibleVehicle || other.isAccessible) && (vehicle == nil || vehicle == other.namedAs)
  }

  func penalty(_ demand: RiderLots) -> Int {
    shares.reduce(0) { $0 + $1.count * demand.lots[$1.lot].kind.penalty }
  }

  /// Nothing: travellers of a lot are alike, and those who were told a departure are not.
  func moves(_ problem: VehicleProblem, at departure: Int, in vehicle: Int) -> Int { 0 }
}
