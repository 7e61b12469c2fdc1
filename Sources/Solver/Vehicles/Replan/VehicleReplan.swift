import Assembly
import IntegerProgramming

/// The runs nearest to those of the plan that is out.
///
/// Numbers are given to vehicles so that as many as can be ride as they were told; a spare vehicle takes over the number and
/// the runs of one that is gone. Everybody else is carried as cheaply as can be, moves counted.
struct VehicleReplan {
  private(set) var roster: Roster<Batch>
  /// The number that each vehicle in use shows.
  private(set) var numberOfVehicle: [Int: Int] = [:]
  /// How many rides are made otherwise in every plan that carries all of them, and what these weigh.
  private(set) var least = (count: 0, weight: 0)

  private let problem: VehicleProblem
  private let earlier: EarlierRides
  private let lines: [Line]
  private let interruption: Interruption?

  /// What is to be ridden still of all that a number was shown for.
  private struct Line {
    let number: Int
    /// The vehicle that showed it, if it is there.
    let vehicle: Int?
    /// In the order of departure.
    var runs: [Run]

    struct Run {
      let departure: Int
      /// Trips of one stream that may leave at that minute, the heaviest first.
      var trips: [Int]
      /// Those of every stream.
      var all: [Int] = []
    }
  }

  /// Rounds of local search, and how often trips that move are freed of their minute.
  private static let rounds = (search: 4, freeing: 3)

  init(_ problem: VehicleProblem, from earlier: EarlierRides, interruption: Interruption?) {
    self.problem = problem
    self.earlier = earlier
    self.interruption = interruption
    var rides: [Int: KeptRides.Ride] = [:]
    let placeOfName = Dictionary(problem.places.enumerated().map { ($1, $0) }) { first, _ in first }
    for (index, trip) in problem.trips.enumerated() {
      guard let run = earlier.run(of: trip.person, for: problem.streams[trip.stream].purpose) else {
        continue
      }
      rides[index] = KeptRides.Ride(
        number: earlier.runs[run].number, from: placeOfName[earlier.runs[run].from] ?? -1,
        departure: earlier.runs[run].depart.minutesSince1970, weight: problem.event.weightOfMove(trip.person))
    }
    var kept = KeptRides(rides: rides, weight: problem.weight(.vehiclesMoved))
    lines = Self.lines(problem, earlier, rides)
    roster = Roster<Batch>(problem)
    countLeast(rides)
    let staying = assignNumbers()
    kept.numberOfVehicle = numberOfVehicle
    kept.pinned = Set(staying.values.joined().flatMap(\.trips))
    roster = Roster<Batch>(problem.keeping(kept))
    kept.pinned = roster.problem.kept?.pinned ?? []
    for (vehicle, runs) in staying.sorted(by: { $0.key < $1.key }) {
      let batches = runs.compactMap { Batch(roster.problem, $0.trips) }
      if let duty = Duty(roster.problem, vehicle: vehicle, batches) { roster.set(duty) }
    }
    carryOthers()
    search()
    freeMovers(&kept)
  }

  // MARK: Lines

  /// Of the riders of a run those stay together who still have one way and may leave at its minute.
  private static func lines(
    _ problem: VehicleProblem, _ earlier: EarlierRides, _ rides: [Int: KeptRides.Ride]
  ) -> [Line] {
    var tripsOfRun: [Int: [Int]] = [:]
    for (index, trip) in problem.trips.enumerated() where !problem.forgone.contains(index) {
      let stream = problem.streams[trip.stream]
      guard let run = earlier.run(of: trip.person, for: stream.purpose), let ride = rides[index],
        ride.from == stream.from, trip.window.contains(ride.departure)
      else { continue }
      tripsOfRun[run, default: []].append(index)
    }
    var lines: [Int: Line] = [:]
    for (index, run) in earlier.runs.enumerated() {
      var line = lines[run.number] ?? Line(number: run.number, vehicle: run.vehicle, runs: [])
      let streams = Dictionary(grouping: tripsOfRun[index] ?? []) { problem.trips[$0].stream }
      let heaviest = streams.max { one, other in
        let weights = [one, other].map { $0.value.reduce(0) { $0 + rides[$1]!.weight } }
        return (weights[0], -one.key) < (weights[1], -other.key)
      }
      if let trips = heaviest?.value {
        func byWeight(_ trips: [Int]) -> [Int] {
          trips.sorted { (-rides[$0]!.weight, $0) < (-rides[$1]!.weight, $1) }
        }
        line.runs.append(
          Line.Run(
            departure: run.depart.minutesSince1970, trips: byWeight(trips), all: byWeight(tripsOfRun[index]!))
        )
      }
      lines[run.number] = line
    }
    return lines.values.map { line in
      var line = line
      line.runs.sort { $0.departure < $1.departure }
      return line
    }.sorted { $0.number < $1.number }
  }

  private func weight(_ trips: some Sequence<Int>) -> Int {
    trips.reduce(0) { $0 + problem.event.weightOfMove(problem.trips[$1].person) }
  }

  // MARK: Numbers

  /// Whether a vehicle may show a number: the table may say which one does.
  private func mayShow(_ number: Int, _ vehicle: Int) -> Bool {
    if let given = problem.fleet.vehicles[vehicle].number { return given == number }
    return !problem.fleet.vehicles.contains { $0.number == number }
  }

  /// Those who could ride as they were told if a vehicle showed their number, run by run: where they are too many for its
  /// seats, the heaviest.
  private func staying(_ trips: [Int], at departure: Int, in vehicle: Int) -> [Int] {
    let data = problem.vehicles[vehicle]
    return Array(
      trips.filter { trip in
        let trip = problem.trips[trip]
        let slot = data.departures(
          in: departure...departure, ready: .min, empty: 0, loaded: problem.drive(trip.stream))
        return slot != nil && (data.isAccessible || !trip.needsAccessibleVehicle)
          && (trip.vehicle == nil || trip.vehicle == data.namedAs)
      }.prefix(data.capacity))
  }

  /// Counts whom no choice of numbers and no plan lets ride as they were told: each number is shown by one vehicle at most.
  private mutating func countLeast(_ rides: [Int: KeptRides.Ride]) {
    let fleet = problem.vehicles.count
    func most(_ value: ([Int]) -> Int) -> Int {
      guard !lines.isEmpty, fleet > 0 else { return 0 }
      let values = lines.map { line in
        (0..<fleet).map { vehicle in
          mayShow(line.number, vehicle)
            ? line.runs.reduce(0) { $0 + value(staying($1.all, at: $1.departure, in: vehicle)) } : 0
        }
      }
      // Columns beyond the fleet stand for numbers that nobody shows.
      let assignment = Assignment(rows: lines.count, columns: fleet + lines.count) { row, column in
        column < fleet ? -values[row][column] : 0
      }
      return assignment.columnOfRow.enumerated().reduce(0) { sum, entry in
        entry.element < fleet ? sum + values[entry.offset][entry.element] : sum
      }
    }
    let asked = rides.keys.filter { !problem.forgone.contains($0) }
    least = (asked.count - most(\.count), weight(asked) - most { weight($0) })
  }

  /// Gives numbers to vehicles, at the least cost of moves, then of duties.
  ///
  /// - Returns: by vehicle the runs that stay as they were.
  private mutating func assignNumbers() -> [Int: [Line.Run]] {
    let fleet = problem.vehicles.count
    guard !lines.isEmpty else { return [:] }
    let owner = Dictionary(lines.compactMap { line in line.vehicle.map { ($0, line.number) } }) { first, _ in
      first
    }
    var choices: [[(runs: [Line.Run], cost: Int)]] = []
    for line in lines {
      let all = weight(line.runs.flatMap(\.trips))
      let own = line.vehicle.map { kept(line, in: $0) }
      let isWhole = own.map { own in weight(own.runs.flatMap(\.trips)) == all } ?? false
      choices.append(
        (0..<fleet).map { vehicle in
          if vehicle == line.vehicle, let own { return own }
          // Whoever keeps the own vehicle looks no farther than at those that show nothing.
          if isWhole, owner[vehicle] != nil || line.runs.isEmpty { return ([], lost(all)) }
          return kept(line, in: vehicle)
        })
    }
    let assignment = Assignment(rows: lines.count, columns: fleet + lines.count) { row, column in
      guard column < fleet else { return 2 * lost(weight(lines[row].runs.flatMap(\.trips))) + 1 }
      let isOwn = lines[row].vehicle == column
      return 2 * choices[row][column].cost + (isOwn ? 0 : 1)
    }
    var staying: [Int: [Line.Run]] = [:]
    for (row, column) in assignment.columnOfRow.enumerated() where column < fleet {
      guard !choices[row][column].runs.isEmpty || lines[row].vehicle == column else { continue }
      guard mayShow(lines[row].number, column) else { continue }
      numberOfVehicle[column] = lines[row].number
      staying[column] = choices[row][column].runs
    }
    return staying
  }

  /// Moves weigh more than any duty costs.
  private func lost(_ weight: Int) -> Int { weight << 32 }

  /// The runs that a vehicle can make as they were told, one after another, and what it costs with the moves of all others.
  private func kept(_ line: Line, in vehicle: Int) -> (runs: [Line.Run], cost: Int) {
    let all = weight(line.runs.flatMap(\.trips))
    guard mayShow(line.number, vehicle) else { return ([], lost(all)) }
    var runs: [Line.Run] = []
    var duty = Duty<Batch>(vehicle: vehicle)
    for run in line.runs {
      let trips = staying(run.trips, at: run.departure, in: vehicle)
      guard let batch = together(trips, at: run.departure),
        let longer = Duty(problem, vehicle: vehicle, duty.loads + [batch])
      else { continue }
      runs.append(Line.Run(departure: run.departure, trips: batch.trips))
      duty = longer
    }
    return (runs, duty.cost + lost(all - weight(runs.flatMap(\.trips))))
  }

  /// Trips that depart together at a minute, as many as may.
  private func together(_ trips: [Int], at departure: Int) -> Batch? {
    if let all = Batch(problem, trips)?.departing(problem, at: departure) { return all }
    var some: Batch?
    for trip in trips {
      if let more = Batch(problem, (some?.trips ?? []) + [trip])?.departing(problem, at: departure) {
        some = more
      }
    }
    return some
  }

  // MARK: All others

  private mutating func carryOthers() {
    let problem = roster.problem
    let carried = Set(roster.duties.flatMap { $0.loads.flatMap(\.trips) })
    let loose = problem.wanted.filter { !carried.contains($0) }
    let (batches, stranded) = IntervalBatching(problem).solve(loose)
    for batch in batches { roster.settle(batch) }
    for trip in stranded { if let batch = Batch(problem, [trip]) { roster.leave(batch) } }
  }

  /// Nothing is searched for where everybody rides as told.
  private mutating func search() {
    guard isAnybodyElsewhere else { return }
    roster = roster.improved(rounds: Self.rounds.search, interruption)
  }

  private var isAnybodyElsewhere: Bool {
    let pinned = roster.problem.kept?.pinned ?? []
    return !roster.waiting.isEmpty || roster.problem.wanted.contains { !pinned.contains($0) }
  }

  /// Whoever moves anyway need not depart at the old minute.
  private mutating func freeMovers(_ kept: inout KeptRides) {
    for _ in 0..<Self.rounds.freeing {
      var moved = Set(roster.waiting.flatMap(\.trips))
      for duty in roster.duties {
        for trip in duty.loads.flatMap(\.trips)
        where kept.rides[trip].map({ $0.number != numberOfVehicle[duty.vehicle] }) ?? false {
          moved.insert(trip)
        }
      }
      guard !moved.isDisjoint(with: kept.pinned) else { return }
      kept.pinned.subtract(moved)
      let freed = problem.keeping(kept)
      var other = Roster<Batch>(freed)
      for duty in roster.duties where !duty.loads.isEmpty {
        let batches = duty.loads.compactMap { Batch(freed, $0.trips) }
        guard batches.count == duty.loads.count, let same = Duty(freed, vehicle: duty.vehicle, batches)
        else { return }
        other.set(same)
      }
      for batch in roster.waiting { if let same = Batch(freed, batch.trips) { other.leave(same) } }
      roster = other
      search()
    }
  }

  // MARK: The plan

  /// The plan with its numbers, the names of runs and who counts heads, all of them kept where they can be.
  var plan: VehiclePlan {
    var plan = problem.plan(of: roster)
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

/// What a run is to those who are told of it.
private struct RunName: Hashable {
  let number: Int
  let purpose: RunPurpose
  let from: String
  let depart: Moment
}
