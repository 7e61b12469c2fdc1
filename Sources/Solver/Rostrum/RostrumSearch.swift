import IntegerProgramming

/// The search for the plan of least displacement: linear relaxation, then integer programs over the placements
/// that a better plan could still use.
struct RostrumSearch: Sendable {
  let formulation: RostrumFormulation
  let limits: Limits
  private let gap: Double
  /// The best plan so far.
  private(set) var plan: [RostrumPlacement]
  /// No plan is displaced less.
  private(set) var bound = 0
  private(set) var columns = 0
  private(set) var iterations = 0
  private(set) var nodes = 0

  /// Searches from a plan.
  ///
  /// - Parameters:
  ///   - gap: the share of the displacement by which a better plan is not looked for any more.
  ///   - limits: for all linear and integer programs together.
  init(_ formulation: RostrumFormulation, from plan: [RostrumPlacement], gap: Double, limits: Limits) {
    self.formulation = formulation
    self.gap = gap
    self.limits = limits
    self.plan = plan
    if displacement == 0 { return }
    let relaxation = RostrumRelaxation(formulation, from: plan, limits: limits)
    columns = relaxation.columns
    iterations = relaxation.iterations
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

  /// Whether a better plan is not looked for any more.
  private var isGoodEnough: Bool {
    Double(displacement - bound) <= gap * Double(max(1, displacement))
  }

  /// A placement whose reduced cost exceeds a slack is part of no plan nearer to the bound than this slack. So the
  /// integer program over the others proves its optimum for all, once the slack covers the distance.
  private mutating func search(_ relaxation: RostrumRelaxation) {
    var slack = 0.0
    while !isGoodEnough {
      slack = min(slack, Double(displacement) - relaxation.bound)
      let model = formulation.model(of: candidates(relaxation, within: slack))
      let solution = model.model.solve(SearchOptions(limits: remainingLimits))
      iterations += solution.iterations
      nodes += solution.nodes
      if let values = solution.values { improve(model.chosen(by: values)) }
      raiseBound(to: min(relaxation.bound + slack, solution.bound))
      guard solution.termination.isConclusive else { return }
      if slack >= Double(displacement) - relaxation.bound {
        bound = displacement
      }
      slack = solution.values == nil ? max(2, 4 * slack) : Double(displacement) - relaxation.bound
    }
  }

  /// The placements whose reduced cost is at most `slack`.
  private func candidates(_ relaxation: RostrumRelaxation, within slack: Double) -> [RostrumPlacement] {
    formulation.chains.indices.flatMap {
      relaxation.prices.placements(of: $0, within: slack + RostrumSearch.tolerance)
    }
  }

  private mutating func breakTies(_ relaxation: RostrumRelaxation) {
    let usable = candidates(relaxation, within: max(0, Double(displacement) - relaxation.bound))
    var ties = RostrumTies(formulation, usable, plan: plan, limits: remainingLimits)
    ties.search()
    plan = ties.plan
    iterations += ties.iterations
    nodes += ties.nodes
  }

  private mutating func improve(_ found: [RostrumPlacement]) {
    let former = (plan: plan, displacement: displacement)
    plan = inProtocolOrder(found)
    if displacement > former.displacement { plan = former.plan }
  }

  /// The people without wishes take their seats in the order of protocol, which displaces them least: a plan that is
  /// not the best may have them crossed.
  private func inProtocolOrder(_ found: [RostrumPlacement]) -> [RostrumPlacement] {
    let free = found.indices.filter { formulation.isFree(found[$0].chain) }
    let seats = free.map { found[$0].start }.sorted {
      formulation.problem.placeOfSeat[$0] < formulation.problem.placeOfSeat[$1]
    }
    var ordered = found
    let people = free.sorted {
      formulation.chains[found[$0].chain][0] < formulation.chains[found[$1].chain][0]
    }
    for (index, seat) in zip(people, seats) {
      ordered[index] = RostrumPlacement(chain: found[index].chain, start: seat, isReversed: false)
    }
    return ordered
  }

  private var remainingLimits: Limits { limits.less(iterations: iterations, nodes: nodes) }

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

extension Limits {
  /// What is left of the limits after some work.
  func less(iterations done: Int, nodes looked: Int) -> Limits {
    var rest = self
    rest.iterations = iterations.map { max(0, $0 - done) }
    rest.nodes = nodes.map { max(0, $0 - looked) }
    return rest
  }
}
