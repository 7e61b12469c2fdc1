import CGLPK

/// GLPK's simplex method, run in blocks of iterations so that it can be stopped.
enum Simplex {
  enum Method {
    case primal
    case dual
  }

  /// What GLPK's return code and its two status words mean together.
  private enum Answer {
    case final(Termination.Reason)
    /// The block of iterations, or its time, is used up.
    case unfinished
    /// The dual simplex found no dual feasible point: unbounded or infeasible, the primal one decides.
    case undecided
    /// The basis is not one, or rounding errors spoilt it.
    case lostBasis
  }

  /// Iterations between two looks at the interruption. The number is part of the path the method takes, so it
  /// is a constant. Large programs take some milliseconds for one iteration; blocks of this size cost no more
  /// iterations than one run.
  private static let block = 1_000

  /// Scales the problem and gives it a first basis.
  static func prepare(_ problem: OpaquePointer, verbose: Bool) {
    glp_term_out(verbose ? GLP_ON : GLP_OFF)
    glp_scale_prob(problem, GLP_SF_AUTO)
    glp_adv_basis(problem, 0)
    glp_term_out(GLP_ON)
  }

  /// Solves from the basis that the problem has.
  ///
  /// - Returns: why it ended, and the number of iterations, which also stands in the problem.
  static func solve(
    _ problem: OpaquePointer, by method: Method, limits: Limits
  ) -> (reason: Termination.Reason, iterations: Int) {
    var parameters = glp_smcp()
    glp_init_smcp(&parameters)
    parameters.msg_lev = limits.verbose ? GLP_MSG_ALL : GLP_MSG_ERR
    parameters.meth = method == .dual ? GLP_DUALP : GLP_PRIMAL
    // On a partition of 200 rows and 20,000 columns the dual simplex took 110,876 iterations with Harris' ratio
    // test, 2,420 with long steps.
    parameters.r_test = method == .dual ? GLP_RT_FLIP : GLP_RT_HAR
    glp_set_it_cnt(problem, 0)
    var isRestarted = false
    while true {
      let iterations = Int(glp_get_it_cnt(problem))
      if let reason = limits.interruption?.reason { return (Termination.Reason(reason), iterations) }
      let allowed = min(block, limits.iterations.map { $0 - iterations } ?? block)
      if allowed <= 0 { return (.iterationLimit, iterations) }
      parameters.it_lim = Int32(allowed)
      if let remaining = limits.interruption?.remaining { parameters.tm_lim = remaining.wholeMilliseconds }
      switch answer(glp_simplex(problem, &parameters), problem) {
      case .final(let reason): return (reason, Int(glp_get_it_cnt(problem)))
      case .unfinished: break
      case .undecided where parameters.meth != GLP_PRIMAL: parameters.usePrimalSimplex()
      case .lostBasis where !isRestarted:
        isRestarted = true
        glp_std_basis(problem)
        parameters.usePrimalSimplex()
      case .undecided, .lostBasis: return (.numericalFailure, Int(glp_get_it_cnt(problem)))
      }
    }
  }

  private static func answer(_ code: Int32, _ problem: OpaquePointer) -> Answer {
    switch code {
    case 0:
      switch (glp_get_prim_stat(problem), glp_get_dual_stat(problem)) {
      case (GLP_FEAS, GLP_FEAS): .final(.optimal)
      case (GLP_NOFEAS, _): .final(.infeasible)
      case (GLP_FEAS, GLP_NOFEAS): .final(.unbounded)
      default: .undecided
      }
    case GLP_EITLIM, GLP_ETMLIM: .unfinished
    case GLP_EBADB, GLP_ESING, GLP_ECOND, GLP_EFAIL: .lostBasis
    default: .final(.numericalFailure)
    }
  }
}

extension glp_smcp {
  fileprivate mutating func usePrimalSimplex() {
    meth = GLP_PRIMAL
    r_test = GLP_RT_HAR
  }
}

extension Duration {
  /// This duration for GLPK: milliseconds, rounded up.
  var wholeMilliseconds: Int32 {
    let (seconds, attoseconds) = components
    guard seconds < Int64(Int32.max / 1000) else { return .max }
    return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
