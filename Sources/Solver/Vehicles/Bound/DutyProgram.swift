import Assembly
import IntegerProgramming

/// The linear program over runs and duties together, on the runs that the streams have found so far.
///
/// A duty is a path: from a base to the origin of its first run, along the run to its destination, from there to an
/// origin again. Vertices stand where runs of it begin and end, no others. Labels: `lot[s,i]`, `pairs[s,g]`, `runs[s]`
/// as in `StreamRelaxation`; `ready[k,o,b]` and `rest[k,q,b]`, vehicles of kind k at an origin or a destination at a minute;
/// `fleet[f]`, the vehicles used of a family; `pattern[s]` and `count[s,k]`, the whole runs of a transfer and those of each
/// kind. Columns `run`, `left`, `pattern`, `start`, `drive`, `wait`.
struct DutyProgram {
  /// What vehicles cost, as far as runs in the program tell.
  struct Prices {
    /// What a run costs, its loaded minutes included.
    var runs: [StreamMinute: Double] = [:]
    /// What a vehicle costs beside its fixed cost, because there are too few or too many of its kind.
    var toll = 0.0
    /// What it costs to be ready, by origin, in the order of time.
    var readiness: [Int: [(minute: Int, value: Double)]] = [:]
  }

  /// A run, or a transfer's whole runs, as a variable.
  struct Choice {
    enum Content {
      /// A run of the stream of a relaxation, by its index.
      case column(StreamRelaxation.Column, Int)
      /// A run of a transfer, by its index.
      case run(kind: Int, minute: Int, Int)
      case pattern(TransferPacking.Pattern, Int)
    }

    let variable: Variable
    let content: Content
  }

  /// What a vehicle costs that is not there: whole runs of a dive may ask for it.
  private static let lackingVehicle = 1e5

  private let problem: VehicleProblem
  private let fleet: [FleetKind]
  private let timetable: RideTimes
  let live: LinearProblem
  /// Runs and patterns.
  private(set) var choices: [Choice] = []
  private var rows: [StreamRows]
  private let patternRows: [Constraint]
  /// Transfers that are joined with others: their whole runs are none of a single stream.
  private let isJoined: [Bool]
  /// By transfer, stream of it and kind.
  private let countRows: [[[Constraint]]]
  private let fleetRows: [Constraint]
  private var networks: [Network]
  private var columns: [Set<StreamRelaxation.Column>]
  private var patterns: [Set<TransferPacking.Pattern>]
  /// By family.
  private var starts: [[Variable]]

  /// The program without runs.
  init(
    _ problem: VehicleProblem, _ relaxations: [StreamRelaxation], _ packings: [TransferPacking],
    fleet: [FleetKind], timetable: RideTimes, live: LinearProblem
  ) {
    self.problem = problem
    self.fleet = fleet
    self.timetable = timetable
    self.live = live
    rows = relaxations.map { $0.addRows(to: live) }
    isJoined = packings.map { $0.streams.count > 1 }
    patternRows = packings.map { _ in live.addConstraint("pattern", [], .atLeast(1)) }
    countRows = packings.map { packing in
      packing.streams.map { _ in fleet.map { _ in live.addConstraint("count", [], .atLeast(0)) } }
    }
    let families = (fleet.map(\.family).max() ?? -1) + 1
    fleetRows = (0..<families).map { _ in live.addConstraint("fleet", [], .atLeast(0)) }
    for row in fleetRows {
      live.addVariable("lacking", objective: DutyProgram.lackingVehicle, column: [(row, -1)])
    }
    networks = fleet.map { _ in Network() }
    columns = Array(repeating: [], count: relaxations.count)
    patterns = Array(repeating: [], count: packings.count)
    starts = fleetRows.map { _ in [] }
  }

  /// Whether a choice is one of transfers that are joined.
  func isOfJoined(_ choice: Choice) -> Bool {
    switch choice.content {
    case .column: false
    case .run(_, _, let index), .pattern(_, let index): isJoined[index]
    }
  }

  var kindCount: Int { fleet.count }
  var transferCount: Int { patternRows.count }

  /// Asks for no fewer and no more vehicles of each family than these.
  func limit(_ vehicles: [ClosedRange<Int>]) {
    for (row, range) in zip(fleetRows, vehicles) {
      live.setBounds(of: row, to: .between(Double(range.lowerBound)...Double(range.upperBound)))
    }
  }

  /// Adds a run of the stream of a relaxation.
  ///
  /// - Parameter index: among the relaxations.
  mutating func add(_ column: StreamRelaxation.Column, of relaxation: StreamRelaxation, _ index: Int) {
    guard columns[index].insert(column).inserted else { return }
    let variable = addRun(
      column.kind, stream: relaxation.lots.stream, at: relaxation.lots.departures[column.departure].minute,
      cost: relaxation.riderCost(of: column), rows: rows[index].column(column))
    choices.append(Choice(variable: variable, content: .column(column, index)))
  }

  /// Adds a cut of the stream of a relaxation.
  mutating func add(_ cut: RunCut, _ index: Int) {
    rows[index].add(cut, runs: runs(of: index).map { ($0.column, $0.variable) }, in: live)
  }

  /// How much a solution uses the runs of the stream of a relaxation.
  func usage(of index: Int, at solution: LinearSolution) -> [(column: StreamRelaxation.Column, usage: Double)]
  {
    runs(of: index).map { ($0.column, solution[$0.variable]) }.filter { $0.1 > 1e-9 }
  }

  private func runs(of index: Int) -> [(column: StreamRelaxation.Column, variable: Variable)] {
    choices.compactMap { choice in
      if case .column(let column, index) = choice.content { (column, choice.variable) } else { nil }
    }
  }

  /// Adds whole runs of a transfer.
  mutating func add(_ pattern: TransferPacking.Pattern, of packing: TransferPacking, _ index: Int) {
    guard patterns[index].insert(pattern).inserted else { return }
    let runs = packing.runs(of: pattern, kinds: fleet.count)
    let counts = countRows[index].flatMap { rows in zip(rows, runs).map { ($0, -Double($1)) } }
    let variable = live.addVariable(
      "pattern", objective: Double(pattern.cost),
      column: [(patternRows[index], 1)] + counts.filter { $0.1 != 0 })
    choices.append(Choice(variable: variable, content: .pattern(pattern, index)))
  }

  /// Adds a run of a transfer, for whichever of its riders.
  ///
  /// - Parameter place: of its stream among those of the packing.
  mutating func addRun(
    _ kind: Int, at minute: Int, of packing: TransferPacking, _ index: Int, stream place: Int
  ) {
    let run = StreamMinute(stream: packing.streams[place].stream, minute: timetable.index(of: minute))
    guard !networks[kind].runs.contains(run) else { return }
    let variable = addRun(
      kind, stream: run.stream, at: minute, cost: 0, rows: [(countRows[index][place][kind], 1)])
    choices.append(Choice(variable: variable, content: .run(kind: kind, minute: minute, index)))
  }

  private mutating func addRun(
    _ kind: Int, stream: Int, at minute: Int, cost: Double, rows: [(Constraint, Double)]
  ) -> Variable {
    let way = problem.streams[stream]
    let minute = timetable.index(of: minute)
    let origin = ready(kind, at: way.from, minute)
    let end = rest(kind, at: way.to, minute + problem.turnaround(stream))
    let minutes = Double(fleet[kind].perMinute * problem.drive(stream))
    networks[kind].runs.insert(StreamMinute(stream: stream, minute: minute))
    return live.addVariable("run", objective: minutes + cost, column: rows + [(origin, -1), (end, 1)])
  }

  /// Solves; nothing when the limit of iterations was met before an optimum.
  ///
  func solve(_ limits: Limits) -> LinearSolution? {
    let solution = live.solve(limits)
    return solution.termination.isOptimal ? solution : nil
  }

  /// What vehicles of each kind cost at a solution.
  func prices(at solution: LinearSolution) -> [Prices] {
    fleet.indices.map { kind in
      var prices = Prices()
      for run in networks[kind].runs {
        let way = problem.streams[run.stream]
        let end = Point(place: way.to, minute: run.minute + problem.turnaround(run.stream))
        prices.runs[run] =
          solution.dual(of: networks[kind].origins.rows[Point(place: way.from, minute: run.minute)]!)
          - solution.dual(of: networks[kind].ends.rows[end]!)
          + Double(fleet[kind].perMinute * problem.drive(run.stream))
      }
      for (point, row) in networks[kind].origins.rows {
        prices.readiness[point.place, default: []].append((point.minute, solution.dual(of: row)))
      }
      for place in prices.readiness.keys { prices.readiness[place]!.sort { $0.minute < $1.minute } }
      prices.toll = max(-solution.dual(of: fleetRows[fleet[kind].family]), -Double(fleet[kind].fixed))
      return prices
    }
  }

  /// How many vehicles of each family a solution uses.
  func vehicles(at solution: LinearSolution) -> [Double] {
    starts.map { $0.reduce(0) { $0 + solution[$1] } }
  }

  // MARK: The network of a kind

  /// A place in a minute of time.
  private struct Point: Hashable {
    let place: Int
    let minute: Int
  }

  private struct Network {
    var origins = Points()
    var ends = Points()
    var runs: Set<StreamMinute> = []
  }

  /// Vertices of a network, those of a place in the order of time.
  private struct Points {
    private(set) var rows: [Point: Constraint] = [:]
    private(set) var places: [Int] = []
    private var minutes: [Int: [Int]] = [:]

    /// Adds a vertex.
    ///
    /// - Returns: its neighbours in time.
    mutating func insert(_ point: Point, _ row: Constraint) -> (before: Point?, after: Point?) {
      rows[point] = row
      if minutes[point.place] == nil { places.append(point.place) }
      let before = last(at: point.place, by: point.minute)
      let after = first(at: point.place, from: point.minute)
      let position = minutes[point.place, default: []].firstIndex { $0 > point.minute }
      minutes[point.place, default: []].insert(point.minute, at: position ?? minutes[point.place]?.count ?? 0)
      return (before, after)
    }

    /// The first vertex of a place in a minute or later.
    func first(at place: Int, from minute: Int) -> Point? {
      minutes[place]?.first { $0 >= minute }.map { Point(place: place, minute: $0) }
    }

    /// The last vertex of a place in a minute or earlier.
    func last(at place: Int, by minute: Int) -> Point? {
      minutes[place]?.last { $0 <= minute }.map { Point(place: place, minute: $0) }
    }
  }

  /// Vehicles of a kind that wait at an origin, ready to depart.
  private mutating func ready(_ kind: Int, at place: Int, _ minute: Int) -> Constraint {
    let point = Point(place: place, minute: minute)
    if let known = networks[kind].origins.rows[point] { return known }
    let row = live.addConstraint("ready", [], .atLeast(0))
    let (before, after) = networks[kind].origins.insert(point, row)
    let rows = networks[kind].origins.rows
    if let before { wait(from: rows[before]!, to: row) }
    if let after { wait(from: row, to: rows[after]!) }
    let isNext = { (earliest: Int) in before.map { $0.minute < earliest } ?? true }
    for place in networks[kind].ends.places {
      let minutes = problem.drive(place, point.place)
      if let end = networks[kind].ends.last(at: place, by: minute - minutes), isNext(end.minute + minutes) {
        drive(kind, from: end, to: point)
      }
    }
    for start in fleet[kind].starts {
      let minutes = problem.drive(start.place, place)
      let earliest = timetable.index(of: start.from + VehicleProblem.loading) + minutes
      guard earliest <= minute, isNext(earliest) else { continue }
      let cost = fleet[kind].fixed + fleet[kind].perMinute * problem.drive(start.place, place)
      let family = fleet[kind].family
      starts[family].append(
        live.addVariable("start", objective: Double(cost), column: [(row, 1), (fleetRows[family], 1)]))
    }
    return row
  }

  /// Vehicles of a kind that wait at a destination, empty.
  private mutating func rest(_ kind: Int, at place: Int, _ minute: Int) -> Constraint {
    let point = Point(place: place, minute: minute)
    if let known = networks[kind].ends.rows[point] { return known }
    let row = live.addConstraint("rest", [], .atLeast(0))
    let (before, after) = networks[kind].ends.insert(point, row)
    let rows = networks[kind].ends.rows
    if let before { wait(from: rows[before]!, to: row) }
    if let after { wait(from: row, to: rows[after]!) }
    for origin in networks[kind].origins.places {
      let minutes = problem.drive(place, origin)
      guard let next = networks[kind].origins.first(at: origin, from: minute + minutes),
        after.map({ $0.minute > next.minute - minutes }) ?? true
      else { continue }
      drive(kind, from: point, to: next)
    }
    return row
  }

  private func wait(from: Constraint, to: Constraint) {
    live.addVariable("wait", column: [(from, -1), (to, 1)])
  }

  private func drive(_ kind: Int, from end: Point, to origin: Point) {
    live.addVariable(
      "drive", objective: Double(fleet[kind].perMinute * problem.drive(end.place, origin.place)),
      column: [(networks[kind].ends.rows[end]!, -1), (networks[kind].origins.rows[origin]!, 1)])
  }
}
