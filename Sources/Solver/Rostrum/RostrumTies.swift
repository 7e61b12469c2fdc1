import IntegerProgramming
import SolverShared

/// The tie rule among plans of least displacement: the highest person has the best place that any of them gives,
/// then the next, and so on.
///
/// People are taken in blocks. Within a block a person who moves to a better place counts −2ᵏ, to a worse place
/// +2ᵏ, with k falling from person to person: the sum is negative exactly if the first of the block who moves
/// comes to a better place. While the integer program finds a negative sum, its plan replaces the former; then the
/// block's places are final. That the sum cannot be negative is mostly proven by the linear relaxation alone.
struct RostrumTies: Sendable {
  let formulation: RostrumFormulation
  /// The placements that a plan of least displacement can use.
  let candidates: [RostrumPlacement]
  let limits: Limits
  private(set) var plan: [RostrumPlacement]
  private(set) var iterations = 0
  private(set) var nodes = 0

  /// Powers of two up to this stay far apart for the tolerances of the simplex method.
  private static let blockLength = 16

  init(
    _ formulation: RostrumFormulation, _ candidates: [RostrumPlacement], plan: [RostrumPlacement],
    limits: Limits
  ) {
    self.formulation = formulation
    self.candidates = candidates
    self.plan = plan
    self.limits = limits
  }

  /// Improves the plan until the rule holds, or a limit ends the search.
  mutating func search() {
    var columns = formulation.model(of: candidates)
    addLimitOfDisplacement(to: &columns)
    for variable in columns.variables { columns.model.setObjective(of: variable, to: 0) }
    let columnsOfPerson = columnsOfPeople(columns)
    columns.model.withLiveProblem { problem in
      var undecided = columnsOfPerson.filter { Set($0.places.map(\.place)).count > 1 }[...]
      while !undecided.isEmpty {
        let block = undecided.prefix(RostrumTies.blockLength)
        guard settle(Array(block), columns, problem) else { return }
        undecided = undecided.dropFirst(block.count)
      }
    }
  }

  private typealias PersonColumns = (person: Int, places: [(place: Int, variable: Variable)])

  private func columnsOfPeople(_ columns: RostrumFormulation.RostrumModel) -> [PersonColumns] {
    var found: [Int: [(place: Int, variable: Variable)]] = [:]
    for (placement, variable) in zip(columns.placements, columns.variables) {
      for (person, seat) in formulation.seats(of: placement) {
        found[person, default: []].append((formulation.problem.placeOfSeat[seat], variable))
      }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Displacements count from the least of each chain, so that the numbers stay small.
  private func addLimitOfDisplacement(to columns: inout RostrumFormulation.RostrumModel) {
    var least: [Int: Int] = [:]
    for placement in candidates {
      let displacement = formulation.displacement(of: placement)
      least[placement.chain] = min(least[placement.chain] ?? displacement, displacement)
    }
    func excess(_ placement: RostrumPlacement) -> Int {
      formulation.displacement(of: placement) - (least[placement.chain] ?? 0)
    }
    columns.model.addConstraint(
      "displacement", zip(columns.placements, columns.variables).map { Double(excess($0)) * $1 },
      .atMost(Double(plan.reduce(0) { $0 + excess($1) })))
  }

  /// Finds the final places of a block and fixes them; false when a limit ended the search.
  private mutating func settle(
    _ block: [PersonColumns], _ columns: RostrumFormulation.RostrumModel, _ problem: LinearProblem
  ) -> Bool {
    while true {
      let weights = weightsOfMoves(block)
      for (variable, weight) in weights { problem.setObjective(of: variable, to: weight) }
      guard let better = betterPlan(columns, problem) else { return false }
      for variable in weights.keys { problem.setObjective(of: variable, to: 0) }
      if better.isEmpty { break }
      plan = better
    }
    let places = placesOfPeople()
    for person in block {
      for column in person.places where column.place != places[person.person] {
        problem.setBounds(of: column.variable, to: .equal(0))
      }
    }
    return true
  }

  /// What each column adds to the sum of a block; people of one chain share columns.
  private func weightsOfMoves(_ block: [PersonColumns]) -> [Variable: Double] {
    let places = placesOfPeople()
    var weights: [Variable: Double] = [:]
    for (index, person) in block.enumerated() {
      let weight = Double(1 << (block.count - 1 - index))
      for column in person.places {
        let move = column.place - (places[person.person] ?? column.place)
        weights[column.variable, default: 0] += weight * Double(move.signum())
      }
    }
    return weights
  }

  /// A plan with a negative sum, empty when there is none; nil when a limit ended the search.
  private mutating func betterPlan(
    _ columns: RostrumFormulation.RostrumModel, _ problem: LinearProblem
  ) -> [RostrumPlacement]? {
    let relaxation = problem.solve(limits.less(iterations: iterations, nodes: nodes))
    iterations += relaxation.iterations
    guard relaxation.termination.isOptimal else { return nil }
    if relaxation.objective > -1 + 1e-6 { return [] }
    var options = SearchOptions(limits: limits.less(iterations: iterations, nodes: nodes))
    // The basis of the relaxation is worth more: half the time was measured.
    options.presolve = false
    let solution = problem.solveInteger(options)
    iterations += solution.iterations
    nodes += solution.nodes
    guard solution.termination.isConclusive, let values = solution.values, let sum = solution.objective else {
      return nil
    }
    return sum < -0.5 ? columns.chosen(by: values) : []
  }

  private func placesOfPeople() -> [Int: Int] {
    let seats = plan.flatMap { formulation.seats(of: $0) }
    return Dictionary(
      uniqueKeysWithValues: seats.map { ($0.person, formulation.problem.placeOfSeat[$0.seat]) })
  }
}
