import Assembly

/// All that each number was shown for, as far as it is still to be ridden, and who may show it now.
///
/// A number stays with its vehicle as long as that is there and the table gives it no other one. Only a vehicle that was
/// not in use, an *heir*, may take the number of one that is gone.
struct EarlierLines {
  /// What is to be ridden still of all that a number was shown for.
  struct Line {
    let number: Int
    /// The vehicle that keeps it; nothing where that is gone.
    let owner: Int?
    /// In the order of departure.
    var runs: [Run]
    /// What it counts that nobody of them rides as told.
    var weight = 0
  }

  struct Run {
    let departure: Int
    /// Trips of one stream that may leave at that minute, the heaviest first.
    var trips: [Int]
    /// Those of every stream.
    var all: [Int] = []
  }

  private let problem: VehicleProblem
  private let rides: [Int: KeptRides.Ride]
  private let lines: [Line]
  /// Vehicles that were not in use.
  private let heirs: [Int]

  /// The lines of some trips of a problem; of the riders of a run those stay together who still have one way and may leave
  /// at its minute.
  init(
    _ problem: VehicleProblem, _ earlier: EarlierRides, _ rides: [Int: KeptRides.Ride],
    among trips: some Sequence<Int>
  ) {
    self.problem = problem
    self.rides = rides
    var tripsOfRun: [Int: [Int]] = [:]
    for index in trips {
      let trip = problem.trips[index]
      let stream = problem.streams[trip.stream]
      guard let run = earlier.run(of: trip.person, for: stream.purpose), let ride = rides[index],
        ride.from == stream.from, trip.window.contains(ride.departure)
      else { continue }
      tripsOfRun[run, default: []].append(index)
    }
    func byWeight(_ trips: [Int]) -> [Int] {
      trips.sorted { (-rides[$0]!.weight, $0) < (-rides[$1]!.weight, $1) }
    }
    var lines: [Int: Line] = [:]
    for (index, run) in earlier.runs.enumerated() {
      let owner = run.vehicle.flatMap { Self.mayShow(run.number, $0, problem) ? $0 : nil }
      var line = lines[run.number] ?? Line(number: run.number, owner: owner, runs: [])
      let streams = Dictionary(grouping: tripsOfRun[index] ?? []) { problem.trips[$0].stream }
      let heaviest = streams.max { one, other in
        let weights = [one, other].map { $0.value.reduce(0) { $0 + rides[$1]!.weight } }
        return (weights[0], -one.key) < (weights[1], -other.key)
      }
      if let trips = heaviest?.value {
        line.runs.append(
          Run(
            departure: run.depart.minutesSince1970, trips: byWeight(trips), all: byWeight(tripsOfRun[index]!))
        )
      }
      lines[run.number] = line
    }
    self.lines = lines.values.map { line in
      var line = line
      line.runs.sort { $0.departure < $1.departure }
      line.weight = line.runs.flatMap(\.trips).reduce(0) { $0 + rides[$1]!.weight }
      return line
    }.sorted { $0.number < $1.number }
    let used = Set(earlier.runs.compactMap(\.vehicle))
    heirs = problem.vehicles.indices.filter { !used.contains($0) }
  }

  /// Whether a vehicle may show a number: the table may say which one does.
  private static func mayShow(_ number: Int, _ vehicle: Int, _ problem: VehicleProblem) -> Bool {
    if let given = problem.fleet.vehicles[vehicle].number { return given == number }
    return !problem.fleet.vehicles.contains { $0.number == number }
  }

  private func weight(_ trips: some Sequence<Int>) -> Int {
    trips.reduce(0) { $0 + rides[$1]!.weight }
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

  // MARK: The fewest moves

  /// How many can ride as they were told in any plan at most, or what they weigh.
  ///
  /// - Parameter value: what riders count.
  /// - Complexity: O(numbers² · vehicles) for the numbers of vehicles that are gone.
  func most(_ value: ([Int]) -> Int) -> Int {
    func total(_ line: Line, in vehicle: Int) -> Int {
      line.runs.reduce(0) { $0 + value(staying($1.all, at: $1.departure, in: vehicle)) }
    }
    let owned = lines.reduce(0) { sum, line in sum + (line.owner.map { total(line, in: $0) } ?? 0) }
    let orphans = lines.filter { $0.owner == nil }
    let values = orphans.map { line in
      heirs.map { Self.mayShow(line.number, $0, problem) ? total(line, in: $0) : 0 }
    }
    return owned
      + inheritance(of: orphans) { -values[$0][$1] }.reduce(0) { sum, pair in
        sum + values[pair.row][pair.heir]
      }
  }

  /// Gives numbers whose vehicle is gone to heirs, each to another one, at the least cost.
  ///
  /// - Parameter cost: of row `row` of the orphans with an heir, by its place among ``heirs``; to nobody costs 0.
  private func inheritance(
    of orphans: [Line], cost: (_ row: Int, _ heir: Int) -> Int
  ) -> [(row: Int, heir: Int)] {
    guard !orphans.isEmpty, !heirs.isEmpty else { return [] }
    // Columns beyond the heirs stand for numbers that nobody shows.
    let assignment = Assignment(rows: orphans.count, columns: heirs.count + orphans.count) { row, column in
      column < heirs.count ? cost(row, column) : 0
    }
    return assignment.columnOfRow.enumerated().compactMap { row, column in
      column < heirs.count ? (row, column) : nil
    }
  }

  // MARK: Numbers

  /// The number of each vehicle that shows one of those of the plan that is out, and its runs that stay as they were: numbers
  /// of vehicles that are gone go to heirs at the least cost of moves, then of duties.
  func numbers() -> (numberOfVehicle: [Int: Int], staying: [Int: [Run]]) {
    var numbers: [Int: Int] = [:]
    var staying: [Int: [Run]] = [:]
    for line in lines {
      guard let owner = line.owner else { continue }
      numbers[owner] = line.number
      staying[owner] = kept(line, in: owner).runs
    }
    let orphans = lines.filter { $0.owner == nil && !$0.runs.isEmpty }
    let choices = orphans.map { line in heirs.map { kept(line, in: $0) } }
    let taken = inheritance(of: orphans) { row, heir in
      choices[row][heir].runs.isEmpty ? 0 : choices[row][heir].cost - moved(by: orphans[row])
    }
    for (row, heir) in taken where !choices[row][heir].runs.isEmpty {
      numbers[heirs[heir]] = orphans[row].number
      staying[heirs[heir]] = choices[row][heir].runs
    }
    return (numbers, staying)
  }

  /// What it costs that nobody of a line rides as told: moves weigh more than any duty costs.
  private func moved(by line: Line) -> Int { line.weight << 32 }

  /// The runs that a vehicle can make as they were told, one after another, and what it costs with the moves of all others.
  private func kept(_ line: Line, in vehicle: Int) -> (runs: [Run], cost: Int) {
    guard Self.mayShow(line.number, vehicle, problem) else { return ([], moved(by: line)) }
    var runs: [Run] = []
    var duty = Duty<Batch>(vehicle: vehicle)
    for run in line.runs {
      let trips = staying(run.trips, at: run.departure, in: vehicle)
      guard let batch = together(trips, at: run.departure),
        let longer = Duty(problem, vehicle: vehicle, duty.loads + [batch])
      else { continue }
      runs.append(Run(departure: run.departure, trips: batch.trips))
      duty = longer
    }
    return (runs, duty.cost + moved(by: line) - weight(runs.flatMap(\.trips)) << 32)
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
}
