import CGLPK

/// Watches a search from inside GLPK's callback: counts nodes, keeps the bound, and stops at a limit. A Swift
/// error cannot cross a C frame, so it leaves a reason behind and asks GLPK to terminate; the incumbent stays.
final class SearchMonitor {
  private(set) var nodes = 0
  /// The strongest bound known for the whole tree.
  private(set) var bound: Double
  /// Why the search was told to stop, nil when it was not.
  private(set) var stopReason: Termination.Reason?

  private let options: SearchOptions
  private let lattice: ObjectiveLattice?
  private let sense: Sense

  init(_ options: SearchOptions, lattice: ObjectiveLattice?, sense: Sense, rootBound: Double) {
    self.options = options
    self.lattice = lattice
    self.sense = sense
    bound = lattice?.rounded(rootBound, toward: sense) ?? rootBound
  }

  func observe(_ tree: OpaquePointer) {
    guard stopReason == nil, let reason = reasonToStop(tree) else { return }
    strengthenBound(tree)
    stopReason = reason
    glp_ios_terminate(tree)
  }

  private func reasonToStop(_ tree: OpaquePointer) -> Termination.Reason? {
    let problem = glp_ios_get_prob(tree)
    let limits = options.limits
    if glp_ios_reason(tree) == GLP_ISELECT {
      if let reason = gapReason(tree) { return reason }
      if let limit = limits.nodes, nodes >= limit { return .nodeLimit }
      nodes += 1
    }
    if let limit = limits.iterations, glp_get_it_cnt(problem) >= limit { return .iterationLimit }
    return limits.interruption?.reason.map(Termination.Reason.init)
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
