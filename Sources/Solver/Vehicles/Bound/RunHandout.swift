import Assembly

/// Hands out riders to whole runs that a linear program has chosen.
struct RunHandout {
  private let problem: VehicleProblem
  private let relaxations: [StreamRelaxation]
  private let packings: [TransferPacking]
  /// Trips of each lot that have no run yet, by relaxation.
  private var waiting: [[ArraySlice<Int>]]
  private var patterns: [TransferPacking.Pattern?]
  /// Departures of a transfer's runs, by transfer and kind.
  private var departures: [[Int: [Int]]]
  /// Runs with riders.
  private(set) var runs: [(kind: Int, run: PlannedRun)] = []
  /// Batches that have no run.
  private(set) var open: [Batch] = []

  init(_ problem: VehicleProblem, _ relaxations: [StreamRelaxation], _ packings: [TransferPacking]) {
    self.problem = problem
    self.relaxations = relaxations
    self.packings = packings
    waiting = relaxations.map { $0.lots.lots.map { ArraySlice($0.trips) } }
    patterns = packings.map { _ in nil }
    departures = packings.map { _ in [:] }
  }

  /// Takes what the program has chosen so many times.
  mutating func take(_ choice: DutyProgram.Choice.Content, _ count: Int) {
    switch choice {
    case .column(let column, let index):
      for _ in 0..<count {
        var trips: [Int] = []
        for (lot, riders) in zip(column.lots, column.counts) {
          trips += waiting[index][lot].prefix(riders)
          waiting[index][lot] = waiting[index][lot].dropFirst(riders)
        }
        add(column.kind, relaxations[index].lots.departures[column.departure].minute, trips)
      }
    case .run(let kind, let minute, let index):
      departures[index][kind, default: []] += Array(repeating: minute, count: count)
    case .pattern(let pattern, let index): patterns[index] = pattern
    }
  }

  /// Fills the runs of transfers, and opens what is left; who rides joined ones is given a vehicle elsewhere.
  mutating func finish() {
    for (index, packing) in packings.enumerated() where packing.streams.count == 1 {
      var left = Set(packing.lots.lots.flatMap(\.trips))
      if let pattern = patterns[index] {
        for (part, trips) in riders(of: pattern, packing) {
          let minutes = departures[index][part, default: []]
          let minute = minutes.first ?? packing.lots.departures[0].minute
          departures[index][part] = Array(minutes.dropFirst())
          left.subtract(trips)
          add(part, minute, trips)
        }
      }
      open += left.sorted().compactMap { Batch(problem, [$0]) }
    }
    open += Set(problem.contests.flatMap(\.trips)).subtracting(problem.forgone).sorted()
      .compactMap { Batch(problem, [$0]) }
    for lot in waiting.flatMap({ $0 }) where !lot.isEmpty {
      open += Batch(problem, Array(lot)).map { [$0] } ?? lot.compactMap { Batch(problem, [$0]) }
    }
  }

  /// Adds a run with as many of these riders as may share it.
  private mutating func add(_ kind: Int, _ minute: Int, _ trips: [Int]) {
    var together: Batch?
    for trip in trips where Batch(problem, trips) == nil {
      if let larger = Batch(problem, (together?.trips ?? []) + [trip]) {
        together = larger
      } else {
        open.append(Batch(problem, [trip])!)
      }
    }
    guard let batch = together ?? Batch(problem, trips) else { return }
    let departure = min(max(minute, batch.window.lowerBound), batch.window.upperBound)
    runs.append((kind, PlannedRun(batch: batch, departure: departure)))
  }

  private func riders(of pattern: TransferPacking.Pattern, _ packing: TransferPacking) -> [(Int, [Int])] {
    var runs = pattern.parts.flatMap { RunHandout.riders(of: $0, packing, problem) }
    for (kind, alone) in zip(pattern.alone, packing.alone) {
      let company = alone.company.flatMap { packing.lots.lots[$0].trips }
      let trips = packing.lots.lots[alone.lot].trips + company.prefix(packing.seats(of: kind) - 1)
      runs.append((kind, trips))
    }
    return runs
  }

  /// Trips of each run of a part, its carrier before them: groups fill them one after another; wheelchairs first, in an
  /// accessible vehicle.
  static func riders(of part: TransferPacking.Part, _ packing: TransferPacking, _ problem: VehicleProblem)
    -> [(
      Int, [Int]
    )]
  {
    func needsAccess(_ trip: Int) -> Bool { problem.trips[trip].needsAccessibleVehicle }
    let groups = part.groups.sorted { packing.needsAccess[$0] && !packing.needsAccess[$1] }
    var free = packing.seats(of: part)
    for group in groups { free -= packing.groups[group].count }
    var trips = groups.flatMap { group in
      var own = packing.groups[group]
      // Followers of a group sit with it as long as there are seats.
      if packing.followers[group].count <= free {
        own += packing.followers[group]
        free -= packing.followers[group].count
      }
      return own.filter(needsAccess) + own.filter { !needsAccess($0) }
    }[...]
    var runs: [(Int, [Int])] = []
    for kind in part.kinds.sorted(by: { packing.isAccessible($0) && !packing.isAccessible($1) }) {
      let riders = trips.prefix(packing.seats(of: kind))
      trips = trips.dropFirst(riders.count)
      if !riders.isEmpty { runs.append((kind, Array(riders))) }
    }
    return runs
  }
}
