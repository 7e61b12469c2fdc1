import Assembly
import IntegerProgramming

/// The runs nearest to those of the plan that is out.
///
/// A number stays with its vehicle; a spare vehicle takes over the number and the runs of one that is gone. Everybody else is
/// carried as cheaply as can be, moves counted.
struct VehicleReplan {
  private(set) var roster: Roster<Batch>
  /// How many rides are made otherwise in every plan that carries all of them, and what these weigh.
  let least: (count: Int, weight: Int)
  /// Whether everybody rides as told and the tables ask for nothing else than they did.
  let isAsTold: Bool

  private let problem: VehicleProblem
  private let earlier: EarlierRides
  /// The number that each vehicle shows of those of the plan that is out.
  private let numberOfVehicle: [Int: Int]
  /// How trips were made; those that are pinned stay as they were.
  private let kept: KeptRides
  private let interruption: Interruption?

  /// Rounds of local search, and how often trips that move are freed of their minute.
  private static let rounds = (search: 4, freeing: 3)

  /// Everybody who can rides as told, the others where they find a place.
  init(_ all: VehicleProblem, from earlier: EarlierRides, interruption: Interruption?) {
    self.earlier = earlier
    self.interruption = interruption
    var kept = KeptRides(all, earlier)
    let chosen = all.choosing(nearestTo: kept)
    let possible = EarlierLines(all, earlier, kept.rides, among: all.trips.indices)
    let weight = kept.rides.values.reduce(0) { $0 + $1.weight }
    least = (
      kept.rides.count - possible.most(\.count),
      weight - possible.most { trips in trips.reduce(0) { [rides = kept.rides] in $0 + rides[$1]!.weight } }
    )
    let (numbers, runs) = EarlierLines(chosen, earlier, kept.rides, among: chosen.wanted).numbers()
    numberOfVehicle = numbers
    kept.numberOfVehicle = numbers
    var staying = runs
    if chosen.coupledTrips.isEmpty {
      problem = chosen
    } else {
      let vehicles = KeptVehicles(chosen, staying: staying, kept)
      problem = chosen.bound(to: vehicles.vehicleOfPerson)
      staying = vehicles.staying
    }
    kept.pinned = Set(staying.values.joined().flatMap(\.trips))
    let near = problem.keeping(kept)
    kept.pinned = near.kept?.pinned ?? []
    self.kept = kept
    var roster = Roster<Batch>(near)
    for (vehicle, runs) in staying.sorted(by: { $0.key < $1.key }) {
      let batches = runs.compactMap { Batch(near, $0.trips) }
      if let duty = Duty(near, vehicle: vehicle, batches) { roster.set(duty) }
    }
    let riding = Set(roster.duties.flatMap { $0.loads.flatMap(\.trips) })
    isAsTold = earlier.isOfSameTables && riding == kept.pinned && kept.rides.keys.allSatisfy(riding.contains)
    let loose = Set(problem.wanted).subtracting(riding).sorted()
    let (batches, stranded) = isAsTold ? ([], loose) : IntervalBatching(near).solve(loose)
    for batch in batches { roster.settle(batch) }
    for trip in stranded { if let batch = Batch(near, [trip]) { roster.leave(batch) } }
    self.roster = roster
  }

  // MARK: Search

  /// The roster after a search; nothing is searched for where everybody rides as told.
  func searched() -> Roster<Batch> { searched(roster, kept, in: problem) }

  private func searched(_ start: Roster<Batch>, _ kept: KeptRides, in base: VehicleProblem) -> Roster<Batch> {
    func improved(_ roster: Roster<Batch>) -> Roster<Batch> {
      let pinned = roster.problem.kept?.pinned ?? []
      let isAnybodyElsewhere =
        !roster.waiting.isEmpty || roster.problem.wanted.contains { !pinned.contains($0) }
      return isAnybodyElsewhere ? roster.improved(rounds: Self.rounds.search, interruption) : roster
    }
    var (roster, kept) = (improved(start), kept)
    // Whoever moves anyway need not depart at the old minute.
    for _ in 0..<Self.rounds.freeing {
      var moved = Set(roster.waiting.flatMap(\.trips))
      for duty in roster.duties {
        for trip in duty.loads.flatMap(\.trips)
        where kept.rides[trip].map({ $0.number != numberOfVehicle[duty.vehicle] }) ?? false {
          moved.insert(trip)
        }
      }
      guard !moved.isDisjoint(with: kept.pinned) else { break }
      kept.pinned.subtract(moved)
      guard let freed = roster.asked(of: base.keeping(kept)) else { break }
      roster = improved(freed)
    }
    return roster.reconsidered(interruption).withRidersAsTold()
  }

  // MARK: From a roster made anew

  /// Rosters near to the plan that is out, of one that is not: its duties in the vehicles whose numbers let most people ride
  /// as told, and the same after a search that counts moves.
  func rosters(from anew: Roster<Batch>) -> [Roster<Batch>] {
    let handed = handedOut(anew).boundToVehicles()
    let base = handed.problem
    var kept = kept
    kept.pinned = []
    for duty in handed.duties where !duty.loads.isEmpty {
      var batches = duty.loads
      let stays = batches.indices.compactMap { place in
        stay(batches[place], in: duty.vehicle).map { (place: place, stay: $0) }
      }
      for (place, stay) in stays.sorted(by: { (-$0.stay.weight, $0.place) < (-$1.stay.weight, $1.place) }) {
        guard batches[place].trips.allSatisfy({ base.trips[$0].slot.contains(stay.minute) }),
          let bound = batches[place].departing(base, at: stay.minute)
        else { continue }
        var trial = batches
        trial[place] = bound
        guard Duty(base, vehicle: duty.vehicle, trial) != nil else { continue }
        batches = trial
        kept.pinned.formUnion(stay.trips)
      }
    }
    guard let near = handed.asked(of: base.keeping(kept)) else { return [handed] }
    return [handed, near, searched(near, kept, in: base)]
  }

  /// The duties of a roster in other vehicles, so that as many as can be see the number that they were told.
  private func handedOut(_ anew: Roster<Batch>) -> Roster<Batch> {
    let base = anew.problem
    let duties = anew.duties.filter { !$0.loads.isEmpty }
    let impossible = 1 << 50
    let weight = max(1, kept.weight)
    let costs = duties.map { duty in
      let ofClass = base.classes.map { vehicles in
        Duty(base, vehicle: vehicles[0], duty.loads)?.cost
      }
      return base.vehicles.indices.map { vehicle in
        guard let cost = ofClass[base.classOfVehicle[vehicle]] else { return impossible }
        let stays = duty.loads.reduce(0) { $0 + (stay($1, in: vehicle)?.weight ?? 0) }
        return cost - weight * stays
      }
    }
    let assignment = Assignment(rows: duties.count, columns: base.vehicles.count) { costs[$0][$1] }
    var roster = Roster<Batch>(base)
    for (duty, vehicle) in zip(duties, assignment.columnOfRow) {
      guard let same = Duty(base, vehicle: vehicle, duty.loads) else { return anew }
      roster.set(same)
    }
    for batch in anew.waiting { roster.leave(batch) }
    return roster
  }

  /// Who of a batch rides as told in a vehicle, if it departs at the right minute; nothing where nobody does.
  private func stay(_ batch: Batch, in vehicle: Int) -> (minute: Int, weight: Int, trips: [Int])? {
    guard let number = numberOfVehicle[vehicle] else { return nil }
    let from = problem.streams[batch.stream].from
    let possible = batch.trips.filter { trip in
      kept.rides[trip].map { $0.number == number && $0.from == from && batch.window.contains($0.departure) }
        ?? false
    }
    let minutes = Dictionary(grouping: possible) { kept.rides[$0]!.departure }
    return minutes.map { minute, trips in
      (minute: minute, weight: trips.reduce(0) { $0 + kept.rides[$1]!.weight }, trips: trips)
    }.max { ($0.weight, -$0.minute) < ($1.weight, -$1.minute) }
  }

  // MARK: The plan

  /// The plan of a roster with its numbers, the names of runs and who counts heads, all of them kept where they can be.
  func plan(of roster: Roster<Batch>) -> VehiclePlan {
    var plan = roster.problem.plan(of: roster)
    plan.numbersShown = numberOfVehicle.filter { entry in plan.runs.contains { $0.vehicle == entry.key } }
    var taken = Set(earlier.runs.map(\.number)).union(problem.fleet.vehicles.compactMap(\.number))
    for vehicle in Set(plan.runs.map(\.vehicle)).sorted() where plan.numbersShown[vehicle] == nil {
      let number = problem.fleet.vehicles[vehicle].number ?? (1...).first { !taken.contains($0) }!
      taken.insert(number)
      plan.numbersShown[vehicle] = number
    }
    var known: [RunName: [Int]] = [:]
    for (index, run) in earlier.runs.enumerated().reversed() where run.id != nil {
      known[
        RunName(number: run.number, purpose: run.purpose, from: run.from, depart: run.depart), default: []
      ]
      .append(index)
    }
    var next = (earlier.runs.compactMap(\.id).max() ?? 0) + 1
    for (index, run) in plan.runs.enumerated() {
      let name = RunName(
        number: plan.numbersShown[run.vehicle]!, purpose: run.purpose, from: run.from, depart: run.depart)
      guard let same = known[name]?.popLast() else {
        plan.runs[index].id = next
        next += 1
        continue
      }
      plan.runs[index].id = earlier.runs[same].id
      if let leader = earlier.runs[same].leader, run.riders.contains(leader) {
        plan.runs[index].keptLeader = leader
      }
    }
    return plan
  }
}

extension Roster where Load == Batch {
  /// The same duties, of a problem whose trips may depart at other minutes; nothing where they cannot be made so.
  fileprivate func asked(of problem: VehicleProblem) -> Roster<Batch>? {
    var roster = Roster<Batch>(problem)
    for duty in duties where !duty.loads.isEmpty {
      let batches = duty.loads.compactMap { Batch(problem, $0.trips) }
      guard batches.count == duty.loads.count,
        let same = Duty(problem, vehicle: duty.vehicle, batches)
      else { return nil }
      roster.set(same)
    }
    for batch in waiting {
      guard let same = Batch(problem, batch.trips) else { return nil }
      roster.leave(same)
    }
    return roster
  }
}

/// What a run is to those who are told of it.
private struct RunName: Hashable {
  let number: Int
  let purpose: RunPurpose
  let from: String
  let depart: Moment
}
