import Assembly

/// Which parties each vehicle carries, and who is in none: a plan of all fixed transfers while it is searched for.
struct PartyRoster {
  /// What a vehicle does.
  struct Load {
    var parties: [Party] = []
    /// Of the vehicle and its minutes.
    var driving: Int
  }

  let demand: PartyDemand
  private(set) var loads: [Load]
  /// People in no party, by kind.
  private(set) var left: [Int: Int] = [:]
  /// Weighted objective, as far as fixed transfers and their vehicles have a part in it.
  private(set) var cost = 0
  /// What vehicles cannot do besides without the parties that they carried: the way past a place may be longer than the way
  /// through it.
  private var displaced: [Batch] = []

  /// Nobody is in a party; who rides is still to come.
  init(_ demand: PartyDemand) {
    self.demand = demand
    loads = demand.background.indices.map { Load(driving: demand.cost(of: $0, []) ?? 0) }
    cost = loads.reduce(0) { $0 + $1.driving }
  }

  private var split: Int { demand.problem.weight(.vehiclesSplit) }

  /// Vehicles that carry parties.
  var used: [Int] { loads.indices.filter { !loads[$0].parties.isEmpty } }

  private func runs(of vehicle: Int, without place: Int? = nil, with more: [PartyRun] = []) -> [PartyRun] {
    var runs = more
    for (index, party) in loads[vehicle].parties.enumerated() where index != place { runs += party.runs }
    runs.sort()
    return runs
  }

  private func cost(of share: Party.Share) -> Int { share.count * demand.rides[share.ride].missing }

  private func cost(of party: Party) -> Int {
    split * party.pairs + party.shares.reduce(0) { $0 + cost(of: $1) }
  }

  // MARK: Changes

  /// Takes a party out of its vehicle; false, and nothing done, where the vehicle cannot make its other runs then: the way past a
  /// place may be longer than the way through it.
  mutating func remove(_ place: Int, from vehicle: Int) -> Bool {
    guard let driving = demand.cost(of: vehicle, runs(of: vehicle, without: place)) else { return false }
    let party = loads[vehicle].parties.remove(at: place)
    cost += driving - loads[vehicle].driving - cost(of: party)
    loads[vehicle].driving = driving
    return true
  }

  /// Puts a party into a vehicle that can carry it.
  mutating func add(_ party: Party, to vehicle: Int, driving: Int) {
    cost += driving - loads[vehicle].driving + cost(of: party)
    loads[vehicle].driving = driving
    loads[vehicle].parties.append(party)
  }

  /// Leaves people of a kind out.
  mutating func leave(_ count: Int, of kind: Int) {
    left[kind, default: 0] += count
    cost += count * demand.riders.kinds[kind].penalty
  }

  /// Takes back those who are in no party, or not on all of their trips.
  mutating func takeLeft() -> [Party.Share] {
    var open = left
    for (kind, count) in left { cost -= count * demand.riders.kinds[kind].penalty }
    left = [:]
    for vehicle in loads.indices {
      for place in loads[vehicle].parties.indices.reversed() {
        let party = loads[vehicle].parties[place]
        let isWhole = party.shares.allSatisfy { demand.rides[$0.ride].missing == 0 }
        guard !isWhole, remove(place, from: vehicle) else { continue }
        for share in party.shares { open[demand.rides[share.ride].kind, default: 0] += share.count }
      }
    }
    return open.sorted { $0.key < $1.key }.map { Party.Share(ride: $0.key, count: $0.value) }
  }

  // MARK: Places

  /// A place for some of a share.
  struct Place {
    let vehicle: Int
    /// The party that they join; nothing: one of their own.
    let party: Int?
    let count: Int
    let driving: Int
    /// How much dearer the plan becomes for each of them.
    let increase: Double
  }

  /// Where a party may go: vehicles that do something, and one of each class of the others.
  var candidates: [Int] {
    demand.problem.candidates { !loads[$0].parties.isEmpty || !demand.background[$0].isEmpty }
  }

  /// The cheapest place for people of a ride by head, in a party that there is or in one of their own.
  ///
  /// - Parameters:
  ///   - limit: what it may cost by head.
  ///   - isSkipped: whether to overlook a vehicle, by whether it makes a run of one of their transfers or none at all.
  func bestPlace(
    _ count: Int, of index: Int, among candidates: [Int], below limit: Double,
    isSkipped: (Bool) -> Bool = { _ in false }
  ) -> Place? {
    let ride = demand.rides[index]
    let kind = demand.kind(of: index)
    var best: Place?
    var least = limit - Double(ride.missing)
    func consider(_ vehicle: Int, _ party: Int?, _ count: Int, _ pairs: Int, _ driving: Int) {
      let increase = Double(split * pairs + driving - loads[vehicle].driving) / Double(count)
      guard increase < least else { return }
      least = increase
      best = Place(vehicle: vehicle, party: party, count: count, driving: driving, increase: increase)
    }
    for vehicle in candidates {
      let entry = demand.problem.vehicles[vehicle]
      guard entry.capacity > 0, kind.suits(entry) else { continue }
      let load = loads[vehicle]
      let isNear =
        load.parties.isEmpty
        || load.parties.contains {
          $0.runs.contains { run in ride.runs.contains { $0.stream == run.stream } }
        }
      guard !isSkipped(isNear) else { continue }
      if isNear {
        for (place, party) in load.parties.enumerated() {
          guard let joining = party.joining(count, of: index, seats: entry.capacity, demand),
            Double(split * joining.newPairs) < least * Double(joining.count)
          else { continue }
          if let runs = joining.runs {
            if let driving = demand.cost(of: vehicle, self.runs(of: vehicle, without: place, with: runs)) {
              consider(vehicle, place, joining.count, joining.newPairs, driving)
            }
          } else {
            consider(vehicle, place, joining.count, joining.newPairs, load.driving)
          }
        }
      }
      let most = min(count, entry.capacity)
      guard Double(split * ride.runs.count) < least * Double(most) else { continue }
      if let driving = demand.cost(of: vehicle, runs(of: vehicle, with: ride.runs)) {
        consider(vehicle, nil, most, ride.runs.count, driving)
      }
    }
    return best
  }

  /// Takes people of a ride to a place.
  mutating func take(_ place: Place, of ride: Int) {
    let share = Party.Share(ride: ride, count: place.count)
    guard let index = place.party else {
      return add(Party([share], demand), to: place.vehicle, driving: place.driving)
    }
    var party = loads[place.vehicle].parties[index]
    cost += place.driving - loads[place.vehicle].driving - cost(of: party)
    party.add(share.count, of: ride, demand)
    cost += cost(of: party)
    loads[place.vehicle].parties[index] = party
    loads[place.vehicle].driving = place.driving
  }

  /// The vehicle that a whole party makes least dearer.
  func bestVehicle(for party: Party, among candidates: [Int], isSkipped: () -> Bool) -> (
    vehicle: Int, driving: Int
  )? {
    var best: (vehicle: Int, driving: Int)?
    var least = Int.max
    for vehicle in candidates {
      let entry = demand.problem.vehicles[vehicle]
      guard party.most <= entry.capacity, party.suits(entry, demand), !isSkipped(),
        let driving = demand.cost(of: vehicle, runs(of: vehicle, with: party.runs)),
        driving - loads[vehicle].driving < least
      else { continue }
      least = driving - loads[vehicle].driving
      best = (vehicle, driving)
    }
    return best
  }
}

extension PartyRoster {
  /// Gives people who are open the vehicles that they are offered, as far as there are such.
  ///
  /// - Returns: those who are open still.
  mutating func accept(_ offers: [PartyOffer], _ open: [Party.Share]) -> [Party.Share] {
    var left: [Int: Int] = [:]
    for share in open { left[demand.rides[share.ride].kind, default: 0] += share.count }
    for offer in offers {
      let capacity = demand.problem.vehicles[offer.vehicles[0]].capacity
      var given: Int?
      for people in offer.parties {
        let party = party(of: people, left, seats: capacity)
        guard !party.shares.isEmpty else { continue }
        // All parties of an offer to one vehicle, or one to any, where that cannot be.
        let vehicles = given.map { [$0] } ?? Set(candidates).intersection(offer.vehicles).sorted()
        guard
          let found = bestVehicle(for: party, among: vehicles, isSkipped: { false })
            ?? bestVehicle(for: party, among: candidates, isSkipped: { false })
        else { continue }
        add(party, to: found.vehicle, driving: found.driving)
        given = given ?? found.vehicle
        for share in party.shares { left[demand.rides[share.ride].kind]! -= share.count }
      }
    }
    return left.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { Party.Share(ride: $0.key, count: $0.value) }
  }

  /// As many of these people as are open and may ride together.
  private func party(of people: [Int], _ open: [Int: Int], seats: Int) -> Party {
    var party = Party([], demand)
    for (kind, people) in Dictionary(grouping: people, by: { demand.riders.kindOfPerson[$0]! })
      .sorted(by: { $0.key < $1.key })
    {
      // The first rides are those of all trips of a kind.
      let count = min(people.count, open[kind] ?? 0)
      guard count > 0, let joining = party.joining(count, of: kind, seats: seats, demand) else { continue }
      party.add(joining.count, of: kind, demand)
    }
    return party
  }

  /// The parties of a roster as far as they stay together, everybody else in none; what else the vehicles do stays.
  init(_ roster: Roster<Batch>, _ riders: FixedRiders) {
    let problem = roster.problem
    func isFixed(_ batch: Batch) -> Bool { problem.trips[batch.trips[0]].isFixed }
    var displaced: [Batch] = []
    let background = roster.duties.map { duty -> [Batch] in
      let others = duty.loads.filter { !isFixed($0) }
      guard Duty(problem, vehicle: duty.vehicle, others) == nil else { return others }
      displaced += others
      return []
    }
    let demand = PartyDemand(problem, riders, background: background)
    self.init(demand)
    self.displaced = displaced
    var aboard = [Int](repeating: 0, count: riders.kinds.count)
    for duty in roster.duties where duty.loads.contains(where: isFixed) {
      let parties = parties(of: duty, isFixed)
      guard let driving = demand.cost(of: duty.vehicle, parties.flatMap(\.runs).sorted()) else { continue }
      for party in parties {
        add(party, to: duty.vehicle, driving: driving)
        for share in party.shares { aboard[demand.rides[share.ride].kind] += share.count }
      }
    }
    for (kind, count) in aboard.enumerated() where count < riders.kinds[kind].people.count {
      leave(riders.kinds[kind].people.count - count, of: kind)
    }
  }

  /// Those who ride together in a vehicle wherever they ride.
  private func parties(of duty: Duty<Batch>, _ isFixed: (Batch) -> Bool) -> [Party] {
    let problem = demand.problem
    var placesOfPerson: [Int: [Int: Int]] = [:]
    for (place, batch) in duty.loads.enumerated() where isFixed(batch) {
      for trip in batch.trips { placesOfPerson[problem.trips[trip].person, default: [:]][trip] = place }
    }
    var shares: [[Int]: [Int: Int]] = [:]
    for (person, places) in placesOfPerson.sorted(by: { $0.key < $1.key }) {
      let legs = demand.riders.trips(of: person)
      let ride = demand.ride(
        of: demand.riders.kindOfPerson[person]!, legs: legs.indices.filter { places[legs[$0]] != nil })
      shares[Set(places.values).sorted(), default: [:]][ride, default: 0] += 1
    }
    // Who rides most comes first; others belong to those in whose runs they ride.
    var found: [(places: Set<Int>, party: Party)] = []
    for (places, members) in shares.sorted(by: { (-$0.key.count, $0.key) < (-$1.key.count, $1.key) }) {
      let members = members.sorted { $0.key < $1.key }.map { Party.Share(ride: $0.key, count: $0.value) }
      let host = found.firstIndex { $0.places.isSuperset(of: places) }
      if let host {
        for share in members { found[host].party.add(share.count, of: share.ride, demand) }
      } else {
        found.append((Set(places), Party(members, demand)))
      }
    }
    return found.map(\.party)
  }

  /// The roster of these parties, everybody by name; those who wait for something else still do.
  func named(_ waiting: [Batch]) -> Roster<Batch> {
    let problem = demand.problem
    var roster = Roster<Batch>(problem)
    var people = demand.riders.kinds.map { ArraySlice($0.people) }
    var carried: Set<Int> = []
    for (vehicle, load) in loads.enumerated()
    where !(load.parties.isEmpty && demand.background[vehicle].isEmpty) {
      var batches: [PartyRun: [Batch]] = [:]
      for party in load.parties {
        var trips: [Int: [Int]] = [:]
        for share in party.shares {
          let ride = demand.rides[share.ride]
          for person in people[ride.kind].prefix(share.count) {
            let own = demand.riders.trips(of: person)
            for leg in ride.legs { trips[problem.trips[own[leg]].stream, default: []].append(own[leg]) }
          }
          people[ride.kind] = people[ride.kind].dropFirst(share.count)
        }
        for run in party.runs { batches[run, default: []].append(Batch(problem, trips[run.stream]!)!) }
      }
      let order = demand.duty(of: vehicle, load.parties.flatMap(\.runs).sorted())?.loads ?? []
      let loads = order.map { load -> Batch in
        switch load.content {
        case .party(let run): batches[run]!.removeFirst()
        case .other(let place): demand.background[vehicle][place]
        }
      }
      guard let duty = Duty(problem, vehicle: vehicle, loads) else {
        for batch in demand.background[vehicle] { roster.leave(batch) }
        continue
      }
      roster.set(duty)
      carried.formUnion(loads.flatMap(\.trips))
    }
    for batch in waiting { roster.leave(batch) }
    for batch in displaced { roster.settle(batch) }
    for (_, trips) in problem.fixedTrips.sorted(by: { $0.key < $1.key }) {
      for trip in trips where !carried.contains(trip) { roster.leave(Batch(problem, [trip])!) }
    }
    return roster
  }
}

private func < (one: (Int, [Int]), other: (Int, [Int])) -> Bool {
  one.0 != other.0 ? one.0 < other.0 : one.1.lexicographicallyPrecedes(other.1)
}
