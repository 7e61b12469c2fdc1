import Assembly
import IntegerProgramming

extension VehicleProblem {
  /// An irreducible set of rows that cannot hold together however many seats there were, if there is one.
  ///
  /// Only people bound to a vehicle by name can be in one: it cannot be in two places at once, nor carry people who are
  /// kept apart in one run, nor drive outside its hours. Too few seats or vehicles is a shortage.
  func conflict() -> Conflict? {
    let named = Set(trips.compactMap(\.vehicle)).sorted()
    for vehicle in named {
      let bound = trips.indices.filter { trips[$0].vehicle == vehicle }
      let rows = rows(of: vehicle, bound)
      if let conflict = irreducibleSubset(of: rows, isInfeasible: { cannotHold($0, vehicle: vehicle, bound) })
      {
        return Conflict(rows: conflict)
      }
    }
    return nil
  }

  private func rows(of vehicle: Int, _ bound: [Int]) -> [TableRow] {
    let people = Set(bound.map { trips[$0].person }).sorted()
    return people.map { TableRow(.people, event.people[$0].row) }
      + [TableRow(.vehicles, fleet.vehicles[vehicle].row)]
      + fleet.transfers.indices.compactMap { index in
        bound.contains { streams[trips[$0].stream].purpose == .transfer(index) }
          ? TableRow(.transfers, fleet.transfers[index].row) : nil
      }
  }

  private func cannotHold(_ rows: [TableRow], vehicle: Int, _ bound: [Int]) -> Bool {
    let rows = Set(rows)
    let active = bound.filter { index in
      let trip = trips[index]
      if case .transfer(let transfer) = streams[trip.stream].purpose {
        let row = TableRow(.transfers, fleet.transfers[transfer].row)
        if !rows.contains(row) { return false }
      }
      return rows.contains(TableRow(.people, event.people[trip.person].row))
    }
    let isHeld = rows.contains(TableRow(.vehicles, fleet.vehicles[vehicle].row))
    var service = BoundService(problem: self, vehicle: isHeld ? vehicles[vehicle] : nil)
    return !service.canCarry(active)
  }
}

/// Whether one vehicle with seats for everybody can carry all these trips: depth-first over its next run.
private struct BoundService {
  /// More steps than any real case takes; beyond them nobody claims a conflict.
  private static let largestSearch = 20_000
  /// More ways to keep people apart than any real case has.
  private static let mostCompanies = 64

  let problem: VehicleProblem
  /// The vehicle with its hours and base; nothing: one that is everywhere at any time.
  let vehicle: FleetVehicle?
  private var steps = 0

  init(problem: VehicleProblem, vehicle: FleetVehicle?) {
    self.problem = problem
    self.vehicle = vehicle
  }

  mutating func canCarry(_ trips: [Int]) -> Bool {
    if let vehicle, !vehicle.isAccessible, trips.contains(where: { problem.trips[$0].needsAccessibleVehicle })
    {
      return false
    }
    return carry(trips.sorted { upper($0) < upper($1) }, place: vehicle?.base, free: vehicle?.from)
  }

  /// The earliest departure from an origin; nothing where the vehicle may be anywhere at any time.
  private func readiness(at origin: Int, place: Int?, free: Int?) -> Int? {
    guard let place, let free else { return nil }
    return free + problem.drive(place, origin) + VehicleProblem.loading
  }

  private func upper(_ trip: Int) -> Int { problem.trips[trip].window.upperBound }

  private mutating func carry(_ left: [Int], place: Int?, free: Int?) -> Bool {
    if left.isEmpty { return true }
    steps += 1
    if steps > BoundService.largestSearch { return true }
    var tried: Set<Int> = []
    for trip in left {
      let stream = problem.trips[trip].stream
      guard tried.insert(stream).inserted else { continue }
      let way = problem.streams[stream]
      let ready = readiness(at: way.from, place: place, free: free)
      let members = left.filter { problem.trips[$0].stream == stream }
      guard ready ?? Int.min <= upper(members.last!) else { continue }
      for departure in departures(of: members, from: ready) {
        let eligible = members.filter { problem.trips[$0].window.contains(departure) }
        let arrival = departure + problem.drive(stream) + VehicleProblem.unloading
        if let vehicle, arrival > vehicle.to { continue }
        for riders in companies(of: eligible).map(Set.init) {
          if carry(left.filter { !riders.contains($0) }, place: way.to, free: arrival) { return true }
        }
      }
    }
    return false
  }

  /// Minutes at which more may ride than a minute before, the first possible one among them.
  private func departures(of members: [Int], from ready: Int?) -> [Int] {
    let openings = members.map { max(ready ?? .min, problem.trips[$0].window.lowerBound) }
    let last = upper(members.last!)
    return Set(openings.filter { $0 <= last }).sorted()
  }

  /// The largest sets of trips that may share a run.
  private mutating func companies(of trips: [Int]) -> [[Int]] {
    guard trips.contains(where: { problem.isParticular[$0] }) else { return [trips] }
    var companies: [[Int]] = [[]]
    for trip in trips {
      var next: [[Int]] = []
      for company in companies {
        let strangers = company.filter { !problem.mayShareRun(problem.trips[$0], problem.trips[trip]) }
        if strangers.isEmpty {
          next.append(company + [trip])
        } else {
          next += [company, company.filter { !strangers.contains($0) } + [trip]]
        }
      }
      guard next.count <= BoundService.mostCompanies else {
        steps = BoundService.largestSearch
        return companies
      }
      companies = next
    }
    return companies
  }
}
