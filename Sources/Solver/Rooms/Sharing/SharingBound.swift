import Assembly
import IntegerProgramming

/// A lower bound for small events: an integer program of who shares with whom, in all groups and hotels at once. Where all are there
/// in one period, so that no bed serves two, it knows pairs of stays, and in one hotel which groups share which floors.
///
/// Formulation.md says why no plan costs less.
struct SharingBound {
  /// No plan costs less; nothing where the program would be large.
  private(set) var bound: Double?
  /// Nodes of all searches.
  private(set) var nodes = 0
  /// For each group whether it may be on each floor, in the partition of floors that may cost least; nothing where any other
  /// plan might cost as little.
  private(set) var floorsOfGroup: [[Bool]]?

  private let problem: RoomProblem
  private let interruption: Interruption?

  private static let mostVariables = 3_000
  private static let mostNodes = 2_000
  private static let mostNodesWithCuts = 60
  /// Iterations of the simplex in one search, times rows and columns.
  private static let mostWork = 10_000_000

  /// - Parameter interruption: stops the searches; what they have proven by then holds.
  init(_ problem: RoomProblem, interruption: Interruption?) {
    self.problem = problem
    self.interruption = interruption
    guard var program = SharingProgram(problem, atMost: SharingBound.mostVariables) else { return }
    guard program.hasCore, let floors = FloorSharing(problem) else {
      bound = solve(program)
      return
    }
    guard let partitions = floors.partitions else {
      program.require(pairs: floors.leastPairs)
      bound = solve(program)
      return
    }
    program.require(pairs: floors.leastPairs + 1)
    let others = solve(program)
    let best = cheapest(partitions, of: floors, below: others)
    bound = best?.cost ?? others
    floorsOfGroup = best.map { self.floors(of: $0.parts, floors.groups) }
  }

  /// Fees decide most, and so are split on first. Gomory's cuts, which take long, prove more where that does not end.
  private mutating func solve(_ program: SharingProgram) -> Double {
    let size = program.model.variables.count + program.model.constraints.count
    var options = SearchOptions(
      limits: Limits(
        iterations: SharingBound.mostWork / max(1, size), nodes: SharingBound.mostNodes,
        interruption: interruption))
    options.absoluteGap = 0.5
    options.branching = .dearest
    let solution = program.model.solve(options)
    nodes += solution.nodes
    guard [.nodeLimit, .iterationLimit].contains(solution.termination.reason) else { return solution.bound }
    options.cuts.insert(.gomory)
    options.limits.nodes = SharingBound.mostNodesWithCuts
    options.limits.iterations! /= 2
    let other = program.model.solve(options)
    nodes += other.nodes
    return max(solution.bound, other.bound)
  }

  // MARK: Parts of a hotel

  /// The partition of least cost, if it costs less than other plans: what each part costs by itself, its pairs, and the hotel.
  private mutating func cheapest(
    _ partitions: [[FloorSharing.Part]], of floors: FloorSharing, below others: Double
  ) -> (cost: Double, parts: [FloorSharing.Part])? {
    let fees = Double(
      problem.weight(.roomsHotel) * floors.groups.count + problem.weight(.roomsFloor) * floors.leastPairs)
    var relaxed: [FloorSharing.Part: Double] = [:]
    var exact: [FloorSharing.Part: Double] = [:]
    for part in partitions.joined() where relaxed[part] == nil {
      relaxed[part] = relaxation(of: part, floors.groups)
    }
    let sums = partitions.map { parts in parts.reduce(fees) { $0 + relaxed[$1]! } }
    var best: (cost: Double, parts: [FloorSharing.Part])?
    for place in sums.indices.sorted(by: { (sums[$0], $0) < (sums[$1], $1) }) {
      let limit = best?.cost ?? others
      var cost = sums[place]
      for part in partitions[place] where cost < limit {
        if exact[part] == nil {
          exact[part] = self.program(of: part, floors.groups).map { solve($0) } ?? 0
        }
        cost += max(0, exact[part]! - relaxed[part]!)
      }
      if cost < limit { best = (cost, partitions[place]) }
    }
    return best
  }

  private func relaxation(of part: FloorSharing.Part, _ groups: [Int]) -> Double {
    guard let program = program(of: part, groups) else { return 0 }
    let solution = program.model.solveRelaxation(
      limits: Limits(interruption: interruption))
    switch solution.termination.reason {
    case .optimal: return solution.objective
    case .infeasible: return .infinity
    default: return 0
    }
  }

  private func program(of part: FloorSharing.Part, _ groups: [Int]) -> SharingProgram? {
    SharingProgram(
      problem, groups: Set(groups.indices.filter { part.groups >> $0 & 1 == 1 }.map { groups[$0] }),
      floors: Set(problem.roomStock.floors.indices.filter { part.floors >> $0 & 1 == 1 }),
      atMost: SharingBound.mostVariables)
  }

  private func floors(of parts: [FloorSharing.Part], _ groups: [Int]) -> [[Bool]] {
    var isOpen = [[Bool]](
      repeating: Array(repeating: true, count: problem.roomStock.floors.count),
      count: problem.event.groups.count)
    for part in parts {
      for (place, group) in groups.enumerated() where part.groups >> place & 1 == 1 {
        isOpen[group] = isOpen[group].indices.map { part.floors >> $0 & 1 == 1 }
      }
    }
    return isOpen
  }
}
