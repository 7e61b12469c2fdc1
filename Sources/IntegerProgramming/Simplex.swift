import CGLPK

/// GLPK's simplex method, run in blocks of iterations so that it can be stopped and watched.
///
/// Degenerate programs can keep the method among bases of one point without end; GLPK's primal method with Harris' ratio
/// test does so on masters of set partitioning, its own perturbation notwithstanding. So iterations without progress are
/// counted, and when there are too many the next ``Attempt`` takes over; when none is left, the program is given up.
struct Simplex {
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
  private let block: Int
  /// Iterations without progress after which an attempt is given up: 2,000, or one for each row if that is more. GLPK
  /// perturbs a program after 200 degenerate ones, so longer stalls rarely end by themselves.
  private let patience: Int

  private let problem: OpaquePointer
  private let limits: Limits
  private let iterationLimit: Int
  /// An objective that ends the dual simplex: what passes it is of no use.
  private let cutoff: Double?

  /// A run that begins from the basis that the problem has.
  ///
  /// - Parameter cutoff: the dual simplex ends, as if the program were infeasible, once the objective is no better.
  init(
    _ problem: OpaquePointer, limits: Limits, cutoff: Double? = nil, block: Int = 1_000, patience: Int? = nil
  ) {
    self.problem = problem
    self.limits = limits
    self.cutoff = cutoff
    self.block = block
    self.patience = patience ?? max(2_000, Int(glp_get_num_rows(problem)))
    iterationLimit =
      limits.iterations
      ?? Limits.iterations(rows: Int(glp_get_num_rows(problem)), columns: Int(glp_get_num_cols(problem)))
  }

  /// Scales the problem and gives it a first basis.
  static func prepare(_ problem: OpaquePointer, verbose: Bool) {
    glp_term_out(verbose ? GLP_ON : GLP_OFF)
    glp_scale_prob(problem, GLP_SF_AUTO)
    glp_adv_basis(problem, 0)
    glp_term_out(GLP_ON)
  }

  /// Solves from the basis that the problem has.
  ///
  /// - Returns: why it ended, and the number of iterations.
  func solve(by method: Method) -> (reason: Termination.Reason, iterations: Int) {
    let start = Int(glp_get_it_cnt(problem))
    var iterations: Int { Int(glp_get_it_cnt(problem)) - start }
    var attempts = Attempt.sequence(from: method)[...]
    while true {
      let attempt = attempts.removeFirst()
      attempt.prepareBasis(of: problem)
      let failure: Termination.Reason
      switch run(attempt, iterations: { iterations }) {
      case .final(let reason): return (reason, iterations)
      case .unfinished: failure = .stalled
      case .undecided: failure = .numericalFailure
      case .lostBasis:
        failure = .numericalFailure
        attempts = attempts.drop { $0.basis == .present }
      }
      if attempts.isEmpty { return (failure, iterations) }
    }
  }

  /// Runs one attempt to its end; `unfinished` when it made no progress any more.
  private func run(_ attempt: Attempt, iterations: () -> Int) -> Answer {
    var parameters = attempt.parameters(verbose: limits.verbose)
    if let cutoff { parameters.setCutoff(cutoff, of: problem) }
    var progress = Progress(patience: patience)
    while true {
      if let reason = limits.interruption?.reason { return .final(Termination.Reason(reason)) }
      let allowed = min(block, iterationLimit - iterations())
      if allowed <= 0 { return .final(.iterationLimit) }
      parameters.it_lim = Int32(allowed)
      if let remaining = limits.interruption?.remaining { parameters.tm_lim = remaining.wholeMilliseconds }
      let answer = answer(glp_simplex(problem, &parameters))
      guard case .unfinished = answer else { return answer }
      if progress.isStalled(at: Merit(problem, attempt.method), iterations: iterations()) {
        return .unfinished
      }
    }
  }

  private func answer(_ code: Int32) -> Answer {
    switch code {
    case 0:
      switch (glp_get_prim_stat(problem), glp_get_dual_stat(problem)) {
      case (GLP_FEAS, GLP_FEAS): .final(.optimal)
      case (GLP_NOFEAS, _): .final(.infeasible)
      case (GLP_FEAS, GLP_NOFEAS): .final(.unbounded)
      default: .undecided
      }
    case GLP_EOBJLL, GLP_EOBJUL: .final(.infeasible)
    case GLP_EITLIM, GLP_ETMLIM: .unfinished
    case GLP_EBADB, GLP_ESING, GLP_ECOND, GLP_EFAIL: .lostBasis
    default: .final(.numericalFailure)
    }
  }
}

/// One way to run the simplex method.
private struct Attempt {
  enum Basis {
    case present
    /// GLPK's triangular one.
    case advanced
    /// The rows' own variables.
    case slack
  }

  let method: Simplex.Method
  /// Whether the ratio test allows for tolerances and long steps, or is the one of textbooks.
  let isTextbook: Bool
  let basis: Basis

  /// The ways to try one after another. Where the primal simplex cycles the dual one mostly ends in some hundred
  /// iterations, for a program is seldom degenerate in both; a basis from afar breaks what circles are left.
  static func sequence(from method: Simplex.Method) -> [Attempt] {
    [
      Attempt(method: method, isTextbook: false, basis: .present),
      Attempt(method: method == .primal ? .dual : .primal, isTextbook: false, basis: .present),
      Attempt(method: .primal, isTextbook: false, basis: .advanced),
      Attempt(method: .dual, isTextbook: true, basis: .slack),
      Attempt(method: .primal, isTextbook: true, basis: .present),
    ]
  }

  func prepareBasis(of problem: OpaquePointer) {
    switch basis {
    case .present: break
    case .advanced: glp_adv_basis(problem, 0)
    case .slack: glp_std_basis(problem)
    }
  }

  func parameters(verbose: Bool) -> glp_smcp {
    var parameters = glp_smcp()
    glp_init_smcp(&parameters)
    parameters.msg_lev = verbose ? GLP_MSG_ALL : GLP_MSG_ERR
    parameters.meth = method == .dual ? GLP_DUALP : GLP_PRIMAL
    // On a partition of 200 rows and 20,000 columns the dual simplex took 110,876 iterations with Harris' ratio
    // test, 2,420 with long steps.
    parameters.r_test = isTextbook ? GLP_RT_STD : method == .dual ? GLP_RT_FLIP : GLP_RT_HAR
    return parameters
  }
}

/// How good a basis is to the method that left it: less is better, infeasibility before cost.
private struct Merit {
  let infeasibility: Double
  let cost: Double

  init(_ problem: OpaquePointer, _ method: Simplex.Method) {
    let sign = (glp_get_obj_dir(problem) == GLP_MIN) == (method == .primal) ? 1.0 : -1.0
    cost = sign * glp_get_obj_val(problem)
    let status = method == .primal ? glp_get_prim_stat(problem) : glp_get_dual_stat(problem)
    infeasibility = status == GLP_FEAS ? 0 : Merit.infeasibility(of: problem, method)
  }

  func isBetter(than other: Merit) -> Bool {
    func isLess(_ one: Double, _ other: Double) -> Bool { one < other - 1e-9 * max(1, abs(other)) }
    if isLess(infeasibility, other.infeasibility) { return true }
    return infeasibility <= other.infeasibility && isLess(cost, other.cost)
  }

  /// By how much values, or reduced costs, pass their bounds in all.
  private static func infeasibility(of problem: OpaquePointer, _ method: Simplex.Method) -> Double {
    let rows = 1..<glp_get_num_rows(problem) + 1
    let columns = 1..<glp_get_num_cols(problem) + 1
    if method == .primal {
      return rows.reduce(0) {
        $0
          + max(
            0, glp_get_row_lb(problem, $1) - glp_get_row_prim(problem, $1),
            glp_get_row_prim(problem, $1) - glp_get_row_ub(problem, $1))
      }
        + columns.reduce(0) {
          $0
            + max(
              0, glp_get_col_lb(problem, $1) - glp_get_col_prim(problem, $1),
              glp_get_col_prim(problem, $1) - glp_get_col_ub(problem, $1))
        }
    }
    let sign = glp_get_obj_dir(problem) == GLP_MIN ? 1.0 : -1.0
    func excess(_ reducedCost: Double, _ status: Int32) -> Double {
      switch status {
      case GLP_NL: max(0, -sign * reducedCost)
      case GLP_NU: max(0, sign * reducedCost)
      case GLP_NF: abs(reducedCost)
      default: 0
      }
    }
    return rows.reduce(0) { $0 + excess(glp_get_row_dual(problem, $1), glp_get_row_stat(problem, $1)) }
      + columns.reduce(0) { $0 + excess(glp_get_col_dual(problem, $1), glp_get_col_stat(problem, $1)) }
  }
}

/// Counts iterations since the best basis so far.
private struct Progress {
  let patience: Int
  private var best: (merit: Merit, iterations: Int)?

  init(patience: Int) {
    self.patience = patience
  }

  /// Whether no basis was better for too long.
  mutating func isStalled(at merit: Merit, iterations: Int) -> Bool {
    guard let best, !merit.isBetter(than: best.merit) else {
      best = (merit, iterations)
      return false
    }
    return iterations - best.iterations >= patience
  }
}

extension glp_smcp {
  /// Ends the dual simplex where the objective is no better than `cutoff`.
  fileprivate mutating func setCutoff(_ cutoff: Double, of problem: OpaquePointer) {
    if glp_get_obj_dir(problem) == GLP_MIN { obj_ul = cutoff } else { obj_ll = cutoff }
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
