import CGLPK

extension LinearProblem {
  /// Solves the problem over the columns present, with whole numbers where their kind demands.
  ///
  /// The live problem keeps its basis: the search works on a copy. In column generation this is the restricted
  /// master, whose bound holds for these columns only.
  public func solveInteger(_ options: SearchOptions = SearchOptions()) -> IntegerSolution {
    if isImpossible {
      return integerSolution(Search.Result(reason: .infeasible), Termination(.infeasible))
    }
    let (result, transcript) = Transcript.capture {
      Search(problem, options, hasBasis: hasBasis).run()
    }
    let termination = Termination(result.reason, transcript: transcript, verbose: options.limits.verbose)
    return integerSolution(result, termination)
  }

  private func integerSolution(_ result: Search.Result, _ termination: Termination) -> IntegerSolution {
    let sense: Sense = glp_get_obj_dir(problem) == GLP_MIN ? .minimize : .maximize
    let objective = result.columnValues.map { found in
      found.enumerated().reduce(glp_get_obj_coef(problem, 0)) { sum, entry in
        sum + glp_get_obj_coef(problem, Int32(entry.offset) + 1) * entry.element
      }
    }
    let bound =
      switch (result.reason, objective) {
      case (.infeasible, _): sense.worst
      case (.optimal, let objective?): objective
      case (_, let objective?): sense.better(result.bound ?? sense.best, objective)
      case (_, nil): result.bound ?? sense.best
      }
    return IntegerSolution(
      termination: termination, objective: objective, bound: bound, values: result.columnValues,
      nodes: result.nodes,
      iterations: result.iterations)
  }
}

extension Sense {
  /// The best value an objective could have.
  var best: Double { self == .minimize ? -.infinity : .infinity }
  /// The worst value an objective could have.
  var worst: Double { -best }
  /// The better of two objectives.
  func better(_ one: Double, _ other: Double) -> Double {
    self == .minimize ? min(one, other) : max(one, other)
  }
  /// The worse of two objectives; of two bounds that both hold, the stronger.
  func worse(_ one: Double, _ other: Double) -> Double {
    self == .minimize ? max(one, other) : min(one, other)
  }
}

/// One run of branch and bound: simplify, solve the root, search, translate back.
struct Search {
  struct Result {
    var reason: Termination.Reason
    var bound: Double?
    /// The best solution, by GLPK's columns from 0.
    var columnValues: [Double]?
    var nodes = 0
    var iterations = 0
  }

  /// A clock for what no count can end: the linear programs with new cuts, which GLPK solves by itself.
  private static let longest = Duration.seconds(600)

  private let original: OpaquePointer
  private let options: SearchOptions
  private let hasBasis: Bool

  init(_ problem: OpaquePointer, _ options: SearchOptions, hasBasis: Bool) {
    original = problem
    self.options = options
    self.hasBasis = hasBasis
  }

  func run() -> Result {
    if options.presolve, glp_get_num_int(original) > 0 {
      switch presolved() {
      case .infeasible: return Result(reason: .infeasible)
      case .simplified(let result): return result
      case .unchanged: break
      }
    }
    let copy = glp_create_prob()!
    defer { glp_delete_prob(copy) }
    glp_copy_prob(copy, original, GLP_OFF)
    return search(copy, isPrepared: hasBasis)
  }

  private enum Presolved {
    case infeasible
    case simplified(Result)
    /// The presolver left nothing to search, or could not say whether infeasible or unbounded.
    case unchanged
  }

  private func presolved() -> Presolved {
    let presolver = glp_npp_alloc_wksp()
    defer { glp_npp_free_wksp(presolver) }
    glp_npp_load_prob(presolver, original, GLP_MIP, GLP_OFF)
    let code = glp_npp_preprocess1(presolver, 1)
    if code == GLP_ENOPFS { return .infeasible }
    if code != 0 { return .unchanged }
    let simplified = glp_create_prob()!
    defer { glp_delete_prob(simplified) }
    glp_npp_build_prob(presolver, simplified)
    if glp_get_num_nz(simplified) == 0 { return .unchanged }
    var result = search(simplified, isPrepared: false)
    if result.columnValues != nil {
      glp_npp_postprocess(presolver, simplified)
      glp_npp_obtain_sol(presolver, original)
      result.columnValues = solution(of: original)
    }
    return .simplified(result)
  }

  private func search(_ problem: OpaquePointer, isPrepared: Bool) -> Result {
    if !isPrepared { Simplex.prepare(problem, verbose: options.limits.verbose) }
    glp_set_it_cnt(problem, 0)
    let root = Simplex(problem, limits: options.limits).solve(by: .primal)
    guard root.reason == .optimal else { return Result(reason: root.reason, iterations: root.iterations) }
    let rootBound = glp_get_obj_val(problem)
    let limits = options.limits.ofSearch(
      rows: Int(glp_get_num_rows(problem)), columns: Int(glp_get_num_cols(problem)))
    let monitor = SearchMonitor(
      options, limits: limits, lattice: ObjectiveLattice(original),
      sense: glp_get_obj_dir(problem) == GLP_MIN ? .minimize : .maximize, rootBound: rootBound)
    var parameters = parameters(watchedBy: monitor)
    // GLPK's cut generators abort the process on a problem without columns.
    if glp_get_num_int(problem) > 0 { addCuts(to: &parameters) }
    let code = withExtendedLifetime(monitor) { glp_intopt(problem, &parameters) }
    let status = glp_mip_status(problem)
    return Result(
      reason: reason(code, status, monitor), bound: monitor.bound,
      columnValues: status == GLP_OPT || status == GLP_FEAS ? solution(of: problem) : nil,
      nodes: monitor.nodes, iterations: Int(glp_get_it_cnt(problem)))
  }

  private func solution(of problem: OpaquePointer) -> [Double] {
    (0..<glp_get_num_cols(problem)).map { glp_mip_col_val(problem, $0 + 1) }
  }

  /// What GLPK's return code and status mean together.
  private func reason(_ code: Int32, _ status: Int32, _ monitor: SearchMonitor) -> Termination.Reason {
    switch (code, status) {
    case (0, GLP_OPT): .optimal
    case (0, GLP_NOFEAS): .infeasible
    case (GLP_ESTOP, _): monitor.stopReason ?? .interrupted
    case (GLP_ETMLIM, _): options.limits.interruption?.deadline == nil ? .stalled : .timeLimit
    default: .numericalFailure
    }
  }

  private func addCuts(to parameters: inout glp_iocp) {
    parameters.gmi_cuts = options.cuts.contains(.gomory) ? GLP_ON : GLP_OFF
    parameters.mir_cuts = options.cuts.contains(.mixedIntegerRounding) ? GLP_ON : GLP_OFF
    parameters.cov_cuts = options.cuts.contains(.cover) ? GLP_ON : GLP_OFF
    parameters.clq_cuts = options.cuts.contains(.clique) ? GLP_ON : GLP_OFF
  }

  private func parameters(watchedBy monitor: SearchMonitor) -> glp_iocp {
    var parameters = glp_iocp()
    glp_init_iocp(&parameters)
    parameters.msg_lev = options.limits.verbose ? GLP_MSG_ALL : GLP_MSG_ERR
    parameters.br_tech = options.branching.code
    parameters.bt_tech = options.backtracking.code
    parameters.tol_int = 1e-6
    // The callback sees every limit first and keeps the bound; this is for what GLPK solves between two callbacks.
    let remaining = options.limits.interruption?.remaining ?? Search.longest
    parameters.tm_lim = (remaining + .seconds(1)).wholeMilliseconds
    parameters.fp_heur = options.feasibilityPump ? GLP_ON : GLP_OFF
    parameters.cb_info = Unmanaged.passUnretained(monitor).toOpaque()
    parameters.cb_func = { tree, context in
      guard let tree, let context else { return }
      Unmanaged<SearchMonitor>.fromOpaque(context).takeUnretainedValue().observe(tree)
    }
    return parameters
  }
}

extension SearchOptions.Branching {
  fileprivate var code: Int32 {
    switch self {
    case .driebeckTomlin: GLP_BR_DTH
    case .pseudocost: GLP_BR_PCH
    case .mostFractional: GLP_BR_MFV
    case .first: GLP_BR_FFV
    case .last: GLP_BR_LFV
    case .dearest: GLP_BR_MFV  // The monitor chooses.
    }
  }
}

extension SearchOptions.Backtracking {
  fileprivate var code: Int32 {
    switch self {
    case .bestBound: GLP_BT_BLB
    case .bestProjection: GLP_BT_BPH
    case .depthFirst: GLP_BT_DFS
    case .breadthFirst: GLP_BT_BFS
    }
  }
}
