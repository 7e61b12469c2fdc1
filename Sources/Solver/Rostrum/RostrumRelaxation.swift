import IntegerProgramming

/// The linear relaxation of the rostrum over all placements, solved by column generation; rows of `apart` come in
/// when they are violated.
struct RostrumRelaxation: Sendable {
  /// The prices with the strongest bound that was met.
  private(set) var prices: RostrumPrices
  /// A lower bound of the displacement of every plan.
  private(set) var bound = -Double.infinity
  private(set) var columns = 0
  private(set) var iterations = 0
  /// Why it ended early, nil when the linear program was solved.
  private(set) var stop: Termination.Reason?

  /// How many of the cheapest placements of a chain join the linear program in one round. More make fewer rounds
  /// and larger programs.
  private static let placementsPerRound = 4
  /// The placements of each chain that the first linear program has, those of least displacement.
  private static let firstPlacements = 6

  /// Solves the relaxation.
  ///
  /// - Parameter plan: placements of one plan, so that the first linear program has a solution.
  init(_ formulation: RostrumFormulation, from plan: [RostrumPlacement], limits: Limits) {
    prices = RostrumPrices(formulation)
    formulation.emptyModel.withLiveProblem { problem in
      var master = RestrictedMaster(formulation, problem)
      master.add(plan)
      for chain in formulation.chains.indices {
        master.add(
          prices.cheapest(RostrumRelaxation.firstPlacements, of: chain).map(\.placement))
      }
      repeat {
        solve(&master, limits)
      } while stop == nil && master.addViolatedApartRows()
      columns = master.columnCount
    }
  }

  /// Solves the linear program with the rows it has.
  private mutating func solve(_ master: inout RestrictedMaster, _ limits: Limits) {
    while stop == nil {
      let solution = master.solve(limits.less(iterations: iterations, nodes: 0))
      iterations += solution.iterations
      guard solution.termination.isOptimal else {
        stop = solution.termination.reason
        return
      }
      let found = master.prices(in: solution)
      var least: [Double] = []
      var improving: [RostrumPlacement] = []
      for chain in master.formulation.chains.indices {
        let cheapest = found.cheapest(RostrumRelaxation.placementsPerRound, of: chain)
        let dual = master.dual(ofChain: chain, in: solution)
        least.append(cheapest[0].cost)
        improving += cheapest.filter { $0.cost < dual - 1e-6 * max(1, abs(dual)) }.map(\.placement)
      }
      let proven = found.bound(leastCosts: least)
      if proven > bound { (bound, prices) = (proven, found) }
      if !master.add(improving) { return }
    }
  }
}

extension RostrumFormulation {
  /// The rows of chains and places without a column.
  fileprivate var emptyModel: Model {
    var model = Model(name: "rostrum")
    for chain in chains.indices { model.addConstraint(chainLabel(chain), [], .equal(1)) }
    for seat in problem.placeOfSeat.indices { model.addConstraint(placeLabel(seat), [], .atMost(1)) }
    return model
  }
}

/// The linear program over the placements found so far.
private struct RestrictedMaster {
  let formulation: RostrumFormulation
  private let problem: LinearProblem
  private let rows: [Constraint]
  private var variables: [RostrumPlacement: Variable] = [:]
  private var apartRows: [RostrumFormulation.ApartRow: Constraint] = [:]
  private var solution: LinearSolution?

  init(_ formulation: RostrumFormulation, _ problem: LinearProblem) {
    self.formulation = formulation
    self.problem = problem
    rows = formulation.emptyModel.constraints
  }

  var columnCount: Int { variables.count }

  /// Adds those placements that are new; false when none is.
  @discardableResult
  mutating func add(_ placements: [RostrumPlacement]) -> Bool {
    let new = placements.filter { variables[$0] == nil }
    for placement in new {
      let places = formulation.seats(of: placement).map { placeRow($0.seat) }
      let apart = formulation.apartRows(of: placement).compactMap { apartRows[$0] }
      variables[placement] = problem.addVariable(
        formulation.placementLabel(placement), objective: Double(formulation.displacement(of: placement)),
        column: ([rows[placement.chain]] + places + apart).map { ($0, 1) })
    }
    return !new.isEmpty
  }

  mutating func solve(_ limits: Limits) -> LinearSolution {
    let solution = problem.solve(limits)
    self.solution = solution
    return solution
  }

  func dual(ofChain chain: Int, in solution: LinearSolution) -> Double {
    solution.dual(of: rows[chain])
  }

  /// A price is what a seat less would cost.
  func prices(in solution: LinearSolution) -> RostrumPrices {
    RostrumPrices(
      formulation, ofSeats: formulation.problem.placeOfSeat.indices.map { -solution.dual(of: placeRow($0)) },
      ofApart: apartRows.sorted { $0.key < $1.key }.map { ($0.key, -solution.dual(of: $0.value)) })
  }

  /// Adds the rows of `apart` that the last solution violates; false when there is none.
  mutating func addViolatedApartRows() -> Bool {
    guard let solution, !formulation.apart.isEmpty else { return false }
    var terms: [RostrumFormulation.ApartRow: [LinearTerm]] = [:]
    for (placement, variable) in variables.sorted(by: { $0.value.index < $1.value.index }) {
      for row in formulation.apartRows(of: placement) where apartRows[row] == nil {
        terms[row, default: []].append(1 * variable)
      }
    }
    let violated = terms.filter { row in
      row.value.reduce(0) { $0 + $1.coefficient * solution[$1.variable] } > 1 + 1e-6
    }
    for (row, terms) in violated.sorted(by: { $0.key < $1.key }) {
      apartRows[row] = problem.addConstraint(row.label, terms, .atMost(1))
    }
    return !violated.isEmpty
  }

  private func placeRow(_ seat: Int) -> Constraint {
    rows[formulation.chains.count + seat]
  }
}
