import CGLPK

/// Watches a search from inside GLPK's callback: counts nodes, keeps the bound, and stops at a limit. A Swift
/// error cannot cross a C frame, so it leaves a reason behind and asks GLPK to terminate; the incumbent stays.
///
/// The linear program of each node is solved here, before GLPK does, which would let it run without end; GLPK then starts
/// from the optimal basis. It allows no solve of its own problem in the callback, so this is one of a copy.
final class SearchMonitor {
  private(set) var nodes = 0
  /// The strongest bound known for the whole tree.
  private(set) var bound: Double
  /// Why the search was told to stop, nil when it was not.
  private(set) var stopReason: Termination.Reason?

  private let options: SearchOptions
  private let limits: Limits
  private let lattice: ObjectiveLattice?
  private let sense: Sense

  /// - Parameter limits: with counts, in place of those of `options`.
  init(
    _ options: SearchOptions, limits: Limits, lattice: ObjectiveLattice?, sense: Sense, rootBound: Double
  ) {
    self.options = options
    self.limits = limits
    self.lattice = lattice
    self.sense = sense
    bound = lattice?.rounded(rootBound, toward: sense) ?? rootBound
  }

  func observe(_ tree: OpaquePointer) {
    guard stopReason == nil else { return }
    guard let reason = reasonToStop(tree) else {
      if options.branching == .dearest, glp_ios_reason(tree) == GLP_IBRANCH { branchOnDearest(tree) }
      return
    }
    strengthenBound(tree)
    stopReason = reason
    glp_ios_terminate(tree)
  }

  private func reasonToStop(_ tree: OpaquePointer) -> Termination.Reason? {
    let problem = glp_ios_get_prob(tree)
    if glp_ios_reason(tree) == GLP_ISELECT {
      if let reason = gapReason(tree) { return reason }
      if let limit = limits.nodes, nodes >= limit { return .nodeLimit }
      nodes += 1
    }
    if let limit = limits.iterations, glp_get_it_cnt(problem) >= limit { return .iterationLimit }
    if let reason = limits.interruption?.reason { return Termination.Reason(reason) }
    return glp_ios_reason(tree) == GLP_IPREPRO ? solveNode(problem!) : nil
  }

  /// Solves the linear program of a node.
  ///
  /// - Returns: why the search cannot go on, nil when it can.
  private func solveNode(_ problem: OpaquePointer) -> Termination.Reason? {
    let copy = glp_create_prob()!
    defer { glp_delete_prob(copy) }
    glp_copy_prob(copy, problem, GLP_OFF)
    let iterations = Int(glp_get_it_cnt(problem))
    var rest = limits
    rest.iterations = limits.iterations.map { $0 - iterations }
    let incumbent = glp_mip_status(problem) == GLP_FEAS ? glp_mip_obj_val(problem) : nil
    let end = Simplex(copy, limits: rest, cutoff: incumbent).solve(by: .dual)
    glp_set_it_cnt(problem, Int32(iterations + end.iterations))
    for row in 1..<glp_get_num_rows(problem) + 1 {
      glp_set_row_stat(problem, row, glp_get_row_stat(copy, row))
    }
    for column in 1..<glp_get_num_cols(problem) + 1 {
      glp_set_col_stat(problem, column, glp_get_col_stat(copy, column))
    }
    switch end.reason {
    case .stalled, .iterationLimit, .timeLimit, .interrupted: return end.reason
    default: return nil
    }
  }

  /// Splits a node on the dearest fractional variable.
  private func branchOnDearest(_ tree: OpaquePointer) {
    let problem = glp_ios_get_prob(tree)
    func rank(_ column: Int32) -> (cost: Double, nearness: Double) {
      let value = glp_get_col_prim(problem, column)
      return (abs(glp_get_obj_coef(problem, column)), -abs(value - value.rounded(.down) - 0.5))
    }
    let fractional = (1..<glp_get_num_cols(problem) + 1).filter { glp_ios_can_branch(tree, $0) != 0 }
    guard let dearest = fractional.max(by: { rank($0) < rank($1) }) else { return }
    glp_ios_branch_upon(tree, dearest, GLP_NO_BRNCH)
  }

  /// Whether incumbent and bound are near enough. GLPK's own gap option stops without a last callback, and knows
  /// no step of the objective.
  private func gapReason(_ tree: OpaquePointer) -> Termination.Reason? {
    let problem = glp_ios_get_prob(tree)
    guard glp_mip_status(problem) == GLP_FEAS else { return nil }
    strengthenBound(tree)
    let objective = glp_mip_obj_val(problem)
    let distance = sense == .minimize ? objective - bound : bound - objective
    if let lattice, distance < lattice.step / 2 { return .optimal }
    let isNear =
      distance <= options.absoluteGap
      || relativeGap(objective: objective, bound: bound) <= options.relativeGap
    return isNear && (options.absoluteGap > 0 || options.relativeGap > 0) ? .gapReached : nil
  }

  private func strengthenBound(_ tree: OpaquePointer) {
    let best = glp_ios_best_node(tree)
    guard best != 0 else { return }
    let treeBound = glp_ios_node_bound(tree, best)
    guard abs(treeBound) < .greatestFiniteMagnitude else { return }
    bound = sense.worse(bound, lattice?.rounded(treeBound, toward: sense) ?? treeBound)
  }
}

/// The values an objective can have when whole numbers carry all of it: `offset` plus multiples of `step`.
///
/// A bound between two of them moves to the next one.
struct ObjectiveLattice {
  let offset: Double
  let step: Double

  /// The lattice of a problem's objective, nil when a continuous variable or a fraction takes part.
  init?(_ problem: OpaquePointer) {
    var divisor: Int64 = 0
    for column in 1..<(glp_get_num_cols(problem) + 1) {
      let coefficient = glp_get_obj_coef(problem, column)
      if coefficient == 0 { continue }
      guard glp_get_col_kind(problem, column) != GLP_CV, let whole = Int64(exactly: coefficient),
        whole.magnitude < 1 << 53
      else { return nil }
      divisor = greatestCommonDivisor(divisor, abs(whole))
    }
    guard divisor > 0 else { return nil }
    offset = glp_get_obj_coef(problem, 0)
    step = Double(divisor)
  }

  /// The strongest lattice value that `bound` proves, with room for rounding errors.
  func rounded(_ bound: Double, toward sense: Sense) -> Double {
    let steps = (bound - offset) / step
    let slack = max(1e-6, 1e-9 * abs(steps))
    let whole = sense == .minimize ? (steps - slack).rounded(.up) : (steps + slack).rounded(.down)
    return offset + step * whole
  }
}

private func greatestCommonDivisor(_ one: Int64, _ other: Int64) -> Int64 {
  other == 0 ? one : greatestCommonDivisor(other, one % other)
}
