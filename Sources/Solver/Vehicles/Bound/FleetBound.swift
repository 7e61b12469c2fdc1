import Assembly
import IntegerProgramming

/// A bound on every plan: streams at the prices of a potential of each class of vehicles.
///
/// Whatever the potential, the runs of a duty pay no more than the duty costs; so all runs at these prices, carried as
/// cheaply as each stream can be, cost no more than any plan (Formulation.md).
struct FleetBound {
  /// Rounds of column generation before branching.
  private static let rounds = 60
  /// Rounds of column generation times rows of the program, before branching.
  private static let work = 150_000
  private static let roundsOfBranch = 16
  /// Cuts of each stream that a round adds at most.
  private static let cutsARound = 4
  /// Rounds in which the bound has to grow.
  private static let patience = 12
  /// Halvings times rows of the program.
  private static let workOfBranches = 16_000
  /// Programs with fewer rows are branched on, and dived into more than once.
  private static let smallProgram = 2_000
  /// Steps of a dive at most; the largest events of our own take a third of them.
  private static let stepsOfDive = 200
  /// Dives of a small program.
  private static let dives = 2
  /// Prices that differ less are alike.
  private static let alike = 1e-3

  private let problem: VehicleProblem
  private let interruption: Interruption?
  private let timetable: RideTimes
  private let fleet: [FleetKind]
  private let kindOfVehicle: [Int]
  private let streams: [StreamLots]
  /// Fixed transfers that the same people ride.
  private let fixed: JoinedTransfers
  /// What trips cost at least that no stream sees.
  private let penaltyOfContested: Double
  private var relaxations: [StreamRelaxation] = []
  private var packings: [TransferPacking] = []
  private var potentials: [FleetPotential] = []
  /// Those of the best bound before branching.
  private var bestPotentials: [FleetPotential] = []
  /// Whole runs near the optimum of the program, one set a dive.
  private var chosen: [[(choice: DutyProgram.Choice.Content, count: Int)]] = []
  /// No plan costs less.
  private(set) var value: Int
  private(set) var iterations = 0

  /// - Parameter joined: fixed transfers that the same people ride and that are bounded together; no whole runs for
  ///   everybody are found so.
  init(_ problem: VehicleProblem, joined: [TransferPacking] = [], interruption: Interruption?) {
    self.problem = problem
    self.interruption = interruption
    let (fleet, kindOfVehicle) = FleetKind.kinds(of: problem)
    (self.fleet, self.kindOfVehicle) = (fleet, kindOfVehicle)
    var tripsOfStream = problem.streams.map { _ in [Int]() }
    let (seen, penalty) = problem.uncontested
    penaltyOfContested = Double(penalty)
    for index in seen { tripsOfStream[problem.trips[index].stream].append(index) }
    streams = tripsOfStream.enumerated().map { StreamLots(problem, stream: $0, trips: $1) }
    timetable = RideTimes(problem, streams)
    fixed = JoinedTransfers(problem, streams, fleet: fleet)
    packings = joined + fixed.whole
    let isJoined = Set(packings.flatMap { $0.streams.map(\.stream) })
    for lots in streams where !isJoined.contains(lots.stream) {
      if let packing = TransferPacking(problem, lots, fleet: fleet) {
        packings.append(packing)
      } else {
        relaxations.append(StreamRelaxation(problem, lots, fleet: fleet))
      }
    }
    value = problem.countingBound()
  }

  /// Vehicles used of each family, and what no plan that uses so many costs less than.
  private struct Branch {
    var vehicles: [ClosedRange<Int>]
    var bound: Int
    /// What the linear program uses.
    var used: [Double] = []

    /// The two halves of the branch around a part of a vehicle that the program uses, nearest to one half; nothing when
    /// it uses whole vehicles, or more than there are.
    var halves: [Branch]? {
      let distances = zip(used, vehicles).map { used, range in
        used > Double(range.upperBound) ? 0 : abs(used - used.rounded())
      }
      guard let family = distances.indices.max(by: { distances[$0] < distances[$1] }),
        distances[family] > 1e-4
      else { return nil }
      let least = Int(used[family].rounded(.up))
      guard vehicles[family].lowerBound < least else { return nil }
      return [vehicles[family].lowerBound...least - 1, least...vehicles[family].upperBound].map { part in
        var half = self
        half.vehicles[family] = part
        return half
      }
    }
  }

  /// Improves the bound by column generation: the streams choose runs at the prices of the fleet, the linear program
  /// over runs and duties sets prices for the runs chosen so far. Then by branching on how many vehicles of a family are
  /// used. Dives from the best branches to whole runs.
  ///
  /// Whatever the prices of the program are, they are made a potential before the streams see them, so every round gives
  /// a bound.
  ///
  /// - Parameters:
  ///   - enough: a bound that needs no betterment.
  ///   - isDived: whether whole runs are wanted as well.
  mutating func improve(enough: Int, isDived: Bool = true) {
    Model(name: "duties").withLiveProblem { live in
      var program = DutyProgram(
        problem, relaxations, packings, fleet: fleet, timetable: timetable, live: live)
      setPrices(fleet.map { _ in DutyProgram.Prices() })
      for index in packings.indices { addRoundTrips(of: index, to: &program) }
      let families = (fleet.map(\.family).max() ?? -1) + 1
      var stocks = [Int](repeating: 0, count: families)
      for kind in fleet { stocks[kind.family] += kind.stock }
      var root = Branch(vehicles: stocks.map { 0...$0 }, bound: value)
      (root.bound, _) = evaluate(&program, root.vehicles)
      value = max(value, root.bound)
      bestPotentials = potentials
      solve(&root, &program, rounds: FleetBound.rounds, enough: enough)
      value = max(value, root.bound)
      if value < enough, packings.contains(where: { $0.program != nil }), !isInterrupted {
        potentials = bestPotentials
        value = max(value, evaluate(&program, root.vehicles, isExact: true).bound)
      }
      guard value < enough, !isInterrupted else { return }
      let isSmall = isSmall(program)
      let branches = isSmall ? branched(root, &program, enough: enough) : [root]
      for dive in 0..<(!isDived ? 0 : isSmall ? FleetBound.dives : 1) where value < enough && !isInterrupted {
        let branch = branches[dive % min(2, branches.count)]
        self.dive(&program, branch.vehicles, share: dive == 0 ? 6 : 16)
      }
    }
  }

  private var isInterrupted: Bool { interruption?.isInterrupted == true }

  private func isSmall(_ program: DutyProgram) -> Bool {
    program.live.constraintCount < FleetBound.smallProgram
  }

  /// Solves the program of a branch until its bound hardly grows.
  private mutating func solve(
    _ branch: inout Branch, _ program: inout DutyProgram, rounds: Int, enough: Int
  ) {
    program.limit(branch.vehicles)
    var bounds: [Int] = []
    var work = FleetBound.work
    for _ in 0..<rounds where work > 0 && !isInterrupted {
      work -= program.live.constraintCount
      guard let solution = program.solve(Limits(interruption: interruption)) else { return }
      branch.used = program.vehicles(at: solution)
      setPrices(program.prices(at: solution))
      let hasCuts = addCuts(brokenBy: solution, to: &program)
      let (bound, hasRuns) = evaluate(&program, branch.vehicles)
      let isNew = hasCuts || hasRuns
      if bound > max(branch.bound, value) { bestPotentials = potentials }
      branch.bound = max(branch.bound, bound)
      bounds.append(branch.bound)
      let before = bounds.count > FleetBound.patience ? bounds[bounds.count - FleetBound.patience - 1] : 0
      if !isNew || branch.bound >= enough || Double(branch.bound - before) < 5e-5 * Double(branch.bound) {
        return
      }
    }
  }

  /// Adds cuts of whole runs that a solution breaks.
  private mutating func addCuts(brokenBy solution: LinearSolution, to program: inout DutyProgram) -> Bool {
    var isNew = false
    for index in relaxations.indices {
      for cut in relaxations[index].addCuts(
        brokenBy: program.usage(of: index, at: solution), most: FleetBound.cutsARound)
      {
        program.add(cut, index)
        isNew = true
      }
    }
    return isNew
  }

  /// Branches that hold every plan, the least bound first.
  private mutating func branched(_ root: Branch, _ program: inout DutyProgram, enough: Int) -> [Branch] {
    var open = [root]
    var work = FleetBound.workOfBranches
    while work > 0, !isInterrupted, open[0].bound < enough, let halves = open[0].halves {
      open.removeFirst()
      for var half in halves {
        solve(&half, &program, rounds: FleetBound.roundsOfBranch, enough: enough)
        open.append(half)
      }
      work -= program.live.constraintCount
      open.sort { ($0.bound, $0.vehicles.description) < ($1.bound, $1.vehicles.description) }
      value = max(value, open[0].bound)
    }
    return open
  }

  private mutating func setPrices(_ prices: [DutyProgram.Prices]) {
    potentials = fleet.indices.map { kind in
      FleetPotential(problem, fleet[kind], timetable, guesses: prices[kind])
    }
  }

  /// Dives from the optimum of the program to whole runs; streams price those who have no whole run yet anew.
  private mutating func dive(_ program: inout DutyProgram, _ vehicles: [ClosedRange<Int>], share: Int) {
    program.limit(vehicles)
    var fixed: [Int] = []
    for _ in 0..<FleetBound.stepsOfDive where !isInterrupted {
      guard var solution = program.solve(Limits(interruption: interruption)),
        program.dive(&fixed, at: solution, share: share)
      else { break }
      // What is fixed leaves a large program to the dual simplex, which needs far less than the primal one would after
      // new runs as well.
      if !isSmall(program), let fixed = program.solve(Limits(interruption: interruption)) { solution = fixed }
      setPrices(program.prices(at: solution))
      var carried = relaxations.map { $0.lots.lots.map { _ in 0 } }
      for (choice, count) in zip(program.choices, fixed) where count > 0 {
        guard case .column(let column, let index) = choice.content else { continue }
        for (lot, riders) in zip(column.lots, column.counts) { carried[index][lot] += count * riders }
      }
      for index in relaxations.indices {
        relaxations[index].solve(
          prices(of: relaxations[index].lots), carried: carried[index], interruption: interruption)
        addUsed(of: index, to: &program)
      }
      for index in packings.indices { _ = addCheapest(of: index, to: &program) }
    }
    chosen.append(zip(program.choices, fixed).filter { $0.1 > 0 }.map { ($0.0.content, $0.1) })
    program.release(fixed)
  }

  /// Lets the streams choose at the prices of the fleet.
  ///
  /// - Parameter isExact: whether many groups are to be bounded by whole parts.
  /// - Returns: what no plan with so many vehicles undercuts, and whether the program learned a run.
  private mutating func evaluate(
    _ program: inout DutyProgram, _ vehicles: [ClosedRange<Int>], isExact: Bool = false
  ) -> (bound: Int, isNew: Bool) {
    let before = program.choices.count
    var sum = penaltyOfContested
    for (family, range) in vehicles.enumerated() {
      // All kinds of a family have the same toll.
      let toll = potentials[fleet.firstIndex { $0.family == family }!].toll
      sum -= toll * Double(toll > 0 ? range.upperBound : range.lowerBound)
    }
    for index in relaxations.indices {
      relaxations[index].solve(prices(of: relaxations[index].lots), interruption: interruption)
      sum += relaxations[index].bound
      addUsed(of: index, to: &program)
    }
    for index in packings.indices { sum += addCheapest(of: index, to: &program, isExact: isExact) }
    iterations += 1
    let bound = Int((sum - 1e-3 - 1e-9 * abs(sum)).rounded(.up))
    return (bound, program.choices.count > before)
  }

  /// Adds the runs that the last solve of a relaxation uses.
  private func addUsed(of index: Int, to program: inout DutyProgram) {
    let relaxation = relaxations[index]
    for (column, usage) in zip(relaxation.columns, relaxation.usage) where usage > 0 {
      program.add(column, of: relaxation, index)
    }
  }

  /// Adds runs at which a vehicle may make one round trip after another.
  private func addRoundTrips(of index: Int, to program: inout DutyProgram) {
    let packing = packings[index]
    program.add(packing.nothing, of: packing, index)
    for (place, lots) in packing.streams.enumerated() {
      guard let first = lots.departures.first?.minute, let last = lots.departures.last?.minute else {
        continue
      }
      let way = problem.streams[lots.stream]
      let roundTrip = problem.turnaround(lots.stream) + problem.drive(way.to, way.from)
      for minute in stride(from: first, through: last, by: roundTrip) {
        for kind in fleet.indices where potentials[kind].price(of: lots.stream, at: minute).isFinite {
          program.addRun(kind, at: minute, of: packing, index, stream: place)
        }
      }
    }
  }

  /// Adds the cheapest whole runs of a transfer, and the cheapest minute for a run of each kind.
  ///
  /// - Returns: what they cost.
  private mutating func addCheapest(
    of index: Int, to program: inout DutyProgram, isExact: Bool = false
  ) -> Double {
    let prices = packings[index].streams.map { self.prices(of: $0) }
    let least = prices.map { $0.map { $0.min() ?? .infinity } }
    let (cost, pattern) = packings[index].solve(
      packings[index].prices(ofCarriers: least), isExact: isExact, interruption)
    let packing = packings[index]
    program.add(pattern, of: packing, index)
    for (place, lots) in packing.streams.enumerated() {
      for kind in fleet.indices where least[place][kind].isFinite {
        let prices = prices[place][kind]
        for (departure, price) in prices.enumerated()
        where price < least[place][kind] + FleetBound.alike
          && (departure == 0 || prices[departure - 1] > price + FleetBound.alike)
        {
          program.addRun(kind, at: lots.departures[departure].minute, of: packing, index, stream: place)
        }
      }
    }
    return cost
  }

  /// Fixed transfers that cost more when they are packed together than each by itself, at the best prices found.
  func joinedTransfers() -> [TransferPacking] {
    var other = self
    other.potentials = bestPotentials
    return fixed.packings.filter { joined in
      var joined = joined
      let together = joined.solve(joined.prices(ofCarriers: joined.streams.map(other.leastPrices))).cost
      let apart = joined.streams.reduce(0) { $0 + other.cost(of: $1.stream) }
      return together > apart
    }
  }

  /// What a stream costs at least at the prices of the fleet.
  private mutating func cost(of stream: Int) -> Double {
    if let index = packings.firstIndex(where: { $0.streams.map(\.stream) == [stream] }) {
      let prices = packings[index].prices(ofCarriers: packings[index].streams.map(leastPrices))
      return packings[index].solve(prices).cost
    }
    guard let index = relaxations.firstIndex(where: { $0.lots.stream == stream }) else { return 0 }
    relaxations[index].solve(prices(of: relaxations[index].lots), interruption: interruption)
    return relaxations[index].bound
  }

  /// The least prices of runs by kind of vehicle.
  private func leastPrices(of lots: StreamLots) -> [Double] {
    prices(of: lots).map { $0.min() ?? .infinity }
  }

  /// Prices of runs by kind of vehicle and departure.
  private func prices(of lots: StreamLots) -> [[Double]] {
    potentials.map { potential in lots.departures.map { potential.price(of: lots.stream, at: $0.minute) } }
  }

  /// Rosters of whole runs near the optimum of the linear program.
  func rosters() -> [Roster<Batch>] { chosen.map(roster) }

  private func roster(_ chosen: [(choice: DutyProgram.Choice.Content, count: Int)]) -> Roster<Batch> {
    var roster = Roster<Batch>(problem)
    var handout = RunHandout(problem, relaxations, packings)
    for (choice, count) in chosen { handout.take(choice, count) }
    handout.finish()
    var open = handout.open
    for kind in fleet.indices {
      let vehicles = problem.vehicles.indices.filter { kindOfVehicle[$0] == kind }
      open += roster.chain(
        handout.runs.filter { $0.kind == kind }.map(\.run).sorted { $0.departure < $1.departure },
        among: vehicles)
    }
    open.sort {
      ($1.trips.count, $0.window.upperBound, $0.trips[0]) < (
        $0.trips.count, $1.window.upperBound, $1.trips[0]
      )
    }
    for batch in open { roster.settle(batch) }
    return roster
  }
}

extension FleetBound {
  /// Who is to ride together in which vehicles in all transfers that are joined.
  func offers() -> [PartyOffer] {
    guard !fixed.parties.isEmpty else { return [] }
    return JointParts(problem, fixed.parties, fleet: fleet, kindOfVehicle: kindOfVehicle, interruption)
      .offers()
  }
}
