import IntegerProgramming

/// The search for the plan of least displacement: linear relaxation, then integer programs over the placements
/// that a better plan could still use.
struct RostrumSearch: Sendable {
  let formulation: RostrumFormulation
  let limits: Limits
  /// The best plan so far.
  private(set) var plan: [RostrumPlacement]
  /// No plan is displaced less.
  private(set) var bound = 0
  private(set) var work: [String: Int] = [:]

  /// Searches from a plan, within limits that hold for the linear program and for each integer program.
  init(_ formulation: RostrumFormulation, from plan: [RostrumPlacement], limits: Limits) {
    self.formulation = formulation
    self.limits = limits
    self.plan = plan
    if displacement == 0 { return }
    let relaxation = RostrumRelaxation(formulation, from: plan, limits: limits)
    work = ["columns": relaxation.columns, "iterations": relaxation.iterations, "nodes": 0]
    raiseBound(to: relaxation.bound)
    if relaxation.stop != nil { return }
    search(relaxation)
    if isOptimal { breakTies(relaxation) }
  }

  /// Σ (place − place of the person)² of the plan.
  var displacement: Int {
    plan.reduce(0) { $0 + formulation.displacement(of: $1) }
  }

  /// Whether no plan is better.
  var isOptimal: Bool { bound == displacement }

  /// A placement whose reduced cost exceeds a slack is part of no plan nearer to the bound than this slack. So the
  /// integer program over the others proves its optimum for all, once the slack covers the distance.
  private mutating func search(_ relaxation: RostrumRelaxation) {
    var slack = 0.0
    while !isOptimal {
      let gap = Double(displacement) - relaxation.bound
      slack = min(slack, gap)
      let candidates = formulation.chains.indices.flatMap {
        relaxation.prices.placements(of: $0, within: slack + RostrumSearch.tolerance)
      }
      let model = formulation.model(of: candidates)
      let solution = model.model.solve(SearchOptions(limits: limits))
      count(solution)
      if let values = solution.values { improve(model.chosen(by: values)) }
      raiseBound(to: min(relaxation.bound + slack, solution.bound))
      guard solution.termination.isConclusive else { return }
      if slack >= Double(displacement) - relaxation.bound {
        bound = displacement
      }
      slack = solution.values == nil ? max(2, 4 * slack) : Double(displacement) - relaxation.bound
    }
  }

  private mutating func breakTies(_ relaxation: RostrumRelaxation) {
    let slack = max(0, Double(displacement) - relaxation.bound) + RostrumSearch.tolerance
    let candidates = formulation.chains.indices.flatMap { relaxation.prices.placements(of: $0, within: slack) }
    var ties = RostrumTies(formulation, candidates, plan: plan, limits: limits)
    ties.search()
    plan = ties.plan
    work["iterations", default: 0] += ties.iterations
    work["nodes", default: 0] += ties.nodes
  }

  private mutating func improve(_ found: [RostrumPlacement]) {
    let best = plan
    let before = displacement
    plan = found
    if displacement > before { plan = best }
  }

  private mutating func count(_ solution: IntegerSolution) {
    work["iterations", default: 0] += solution.iterations
    work["nodes", default: 0] += solution.nodes
  }

  /// Room for rounding errors of the linear program, far below the step of the objective.
  private static let tolerance = 1e-4

  /// Displacements are whole, so a bound moves up to the next whole number. When every seat is taken, all plans
  /// have Σ (place − person) in common, and with it the parity of Σ (place − person)².
  private mutating func raiseBound(to lower: Double) {
    guard lower.isFinite else { return }
    let whole = Int((lower - RostrumSearch.tolerance).rounded(.up))
    let step = formulation.problem.isFull ? 2 : 1
    let distance = max(0, displacement - whole)
    bound = max(bound, displacement - distance / step * step)
  }
}
