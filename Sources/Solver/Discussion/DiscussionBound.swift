import IntegerProgramming
import SolverShared

/// What rooms cost at least in any plan, and good plans found on the way. Formulation.md has the argument.
///
/// Prices of rooms part the groups: each takes the cheapest rooms over all sessions by itself, and what the prices bring
/// in too much is given back. Prices are first found by subgradients, then by the linear program over the paths found.
struct DiscussionBound {
  /// No plan costs less.
  private(set) var bound: Int
  private(set) var schedule: RoomSchedule
  private(set) var iterations = 0
  private(set) var columns = 0
  private let problem: DiscussionProblem
  private let pricing: PathPricing
  private let target: (Int) -> Int
  private let interruption: Interruption?

  /// Steps of the subgradient method at most.
  private static let mostSteps = 600
  /// Of the last steps the paths are columns of the first linear program.
  private static let stepsKept = 40
  /// Rounds of pricing at most, and iterations of the simplex method in all of them.
  private static let mostRounds = 120
  private static let mostIterations = 12_000

  /// - Parameter target: the objective that is good enough at a bound.
  init(
    _ problem: DiscussionProblem, _ schedule: RoomSchedule, _ interruption: Interruption?,
    target: @escaping (Int) -> Int
  ) {
    self.problem = problem
    self.schedule = schedule
    self.interruption = interruption
    self.target = target
    pricing = PathPricing(problem)
    // Each session by itself: what changes of rooms cost is not counted.
    let matchings = problem.sessions.map { RoomMatching($0.costs, without: problem.weightWithout) }
    bound = matchings.reduce(0) { $0 + $1.cost }
    guard !isDone else { return }
    let (prices, start) = ascend(from: matchings.map { $0.prices.map(Double.init) })
    guard !isDone else { return }
    self.schedule.take(at: prices, pricing)
    guard !isDone else { return }
    generate(from: start)
  }

  private var isDone: Bool {
    schedule.objective <= target(bound) || interruption?.isInterrupted ?? false
  }

  private typealias Paths = [Set<[Int]>]

  // MARK: Subgradients

  /// Raises the prices of rooms that several groups want, and lowers those of rooms that nobody wants.
  ///
  /// - Parameter start: prices of each session by itself.
  /// - Returns: the best prices, rounded, and the paths of the last ones.
  private mutating func ascend(from start: [[Double]]) -> (prices: [[Int]], paths: Paths) {
    var ascent = SubgradientAscent(from: start.flatMap(\.self), in: 0...(.infinity), patience: 30)
    var recent: [Paths] = []
    func bySession(_ prices: [Double]) -> [[Double]] {
      var rest = prices[...]
      return start.map { rooms in
        defer { rest = rest.dropFirst(rooms.count) }
        return Array(rest.prefix(rooms.count))
      }
    }
    for _ in 0..<Self.mostSteps where !isDone {
      iterations += 1
      let prices = bySession(ascent.prices)
      var usage = prices.map { $0.map { _ in -1.0 } }
      var value = -prices.reduce(0) { $0 + $1.reduce(0, +) }
      var found: Paths = Array(repeating: [], count: problem.groups)
      for group in 0..<problem.groups {
        let path = pricing.cheapest(group, prices)
        value += path.cost
        found[group].insert(path.rooms)
        for (session, room) in path.rooms.enumerated() where room >= 0 { usage[session][room] += 1 }
      }
      recent.append(found)
      if recent.count > Self.stepsKept { recent.removeFirst() }
      let goesOn = ascent.step(value, usage.flatMap(\.self), to: schedule.objective)
      bound = max(bound, wholeBound(ascent.bestValue))
      if !goesOn { break }
    }
    var paths: Paths = Array(repeating: [], count: problem.groups)
    for found in recent { for group in paths.indices { paths[group].formUnion(found[group]) } }
    return (bySession(ascent.bestPrices).map { $0.map { Int($0.rounded()) } }, paths)
  }

  // MARK: Columns

  /// Solves the linear program over paths, which prices improve, and then the integer program over those that were found.
  private mutating func generate(from start: Paths) {
    let problem = problem
    let pricing = pricing
    var model = Model(name: "rooms")
    let ofGroup = (0..<problem.groups).map { model.addConstraint("group[\($0)]", [], .equal(1)) }
    let ofRoom = problem.sessions.enumerated().map { session, rooms in
      rooms.rooms.indices.map { model.addConstraint("room[\(session),\($0)]", [], .atMost(1)) }
    }
    var known = start.map { _ in Set<[Int]>() }
    var chosen: [(group: Int, rooms: [Int], variable: Variable)] = []
    let (interruption, target) = (interruption, target)
    var (bound, iterations) = (bound, iterations)
    var schedule = schedule
    model.withLiveProblem { live in
      func add(_ group: Int, _ rooms: [Int]) {
        guard known[group].insert(rooms).inserted else { return }
        var column = [(ofGroup[group], 1.0)]
        for (session, room) in rooms.enumerated() where room >= 0 {
          column.append((ofRoom[session][room], 1))
        }
        let variable = live.addVariable(
          "path[\(group)]", in: .between(0...1), kind: .integer,
          objective: Double(problem.cost(ofGroup: group, rooms)), column: column)
        chosen.append((group, rooms, variable))
      }
      for group in 0..<problem.groups {
        add(group, schedule.rooms.map { $0[group] })
        add(group, problem.sessions.map { _ in -1 })
        for rooms in start[group].sorted(by: { $0.lexicographicallyPrecedes($1) }) { add(group, rooms) }
      }
      iterations += live.generateColumns(
        rounds: Self.mostRounds, iterations: Self.mostIterations, interruption
      ) { solution in
        let prices = ofRoom.map { $0.map { max(0, -solution.dual(of: $0)) } }
        var value = -prices.reduce(0) { $0 + $1.reduce(0, +) }
        var added = 0
        for group in 0..<problem.groups {
          let path = pricing.cheapest(group, prices)
          value += path.cost
          if path.cost < solution.dual(of: ofGroup[group]) - 1e-6, !known[group].contains(path.rooms) {
            add(group, path.rooms)
            added += 1
          }
        }
        bound = max(bound, wholeBound(value))
        return added > 0 && schedule.objective > target(bound)
      }
      guard schedule.objective > target(bound), interruption?.isInterrupted != true else { return }
      var options = SearchOptions(limits: Limits(iterations: 3_000, nodes: 100, interruption: interruption))
      options.presolve = false
      let whole = live.solveInteger(options)
      if let values = whole.values {
        var rooms = problem.sessions.map { _ in [Int](repeating: -1, count: problem.groups) }
        for column in chosen where values[column.variable.index] > 0.5 {
          for (session, room) in column.rooms.enumerated() { rooms[session][column.group] = room }
        }
        schedule.take(rooms)
      }
    }
    columns = chosen.count
    (self.bound, self.iterations, self.schedule) = (bound, iterations, schedule)
  }
}
