import CGLPK

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A linear program held inside GLPK, so that columns and rows can be added and solved again from the last basis.
///
/// Column generation: solve, price with `LinearSolution.dual(of:)`, add the columns found, solve again.
///
/// GLPK belongs to the thread it was first called on, and aborts the process when another one frees its memory.
/// So a live problem lives inside the closure of `Model.withLiveProblem`; using it later, or on another thread, is
/// a programming error that stops the program with a message.
public final class LinearProblem {
  /// What of the last optimal basis still holds after the edits since.
  struct Kept: OptionSet {
    let rawValue: Int
    static let primalFeasibility = Kept(rawValue: 1)
    static let dualFeasibility = Kept(rawValue: 2)
  }

  private let thread = pthread_self()
  private var handle: OpaquePointer?
  private(set) var hasBasis = false
  private var kept: Kept = []
  let name: String
  private(set) var variableNames: [String] = []
  private(set) var constraintNames: [String] = []
  /// Integer variables whose bounds hold no whole number: GLPK would refuse them, the answer is infeasible.
  private var impossible: Set<Variable> = []

  init(_ model: Model) {
    name = model.name
    handle = glp_create_prob()
    glp_term_out(GLP_OFF)
    glp_set_obj_dir(problem, model.sense == .minimize ? GLP_MIN : GLP_MAX)
    glp_set_obj_coef(problem, 0, model.objectiveConstant)
    addColumns(model.columns)
    addRows(model.rows)
  }

  func close() {
    glp_delete_prob(problem)
    handle = nil
    // GLPK keeps an environment for each thread it ran on. It may go when nothing else on this thread lives in it.
    var liveBlocks: Int32 = 0
    glp_mem_usage(&liveBlocks, nil, nil, nil)
    if liveBlocks == 0 { glp_free_env() }
  }

  /// GLPK's problem, after a check that this is the time and the thread for it.
  var problem: OpaquePointer {
    require(
      pthread_equal(thread, pthread_self()) != 0,
      "A live problem is used on a thread that is not its own; keep it inside withLiveProblem.")
    guard let handle else {
      fatalError("A live problem is used after withLiveProblem returned.")
    }
    return handle
  }

  /// How many constraints there are.
  public var constraintCount: Int { Int(glp_get_num_rows(problem)) }
  private var variableCount: Int { variableNames.count }

  /// Whether no value can satisfy the bounds of some integer variable.
  var isImpossible: Bool { !impossible.isEmpty }

  /// Adds a column: a variable with its coefficients in constraints that exist.
  ///
  /// - Parameters:
  ///   - name: for messages; need not be unique.
  ///   - bounds: of an integer variable: rounded inwards to whole numbers.
  ///   - kind: whether it must be whole.
  ///   - objective: the coefficient in the objective.
  ///   - column: coefficients; those of one constraint are summed.
  @discardableResult
  public func addVariable(
    _ name: String, in bounds: Bounds = .atLeast(0), kind: VariableKind = .continuous, objective: Double = 0,
    column: [(Constraint, Double)] = []
  ) -> Variable {
    require(objective.isFinite, "The objective coefficient of \(name) must be finite.")
    let place = glp_add_cols(problem, 1)
    let variable = Variable(index: variableCount)
    variableNames.append(name)
    glp_set_col_kind(problem, place, kind == .integer ? GLP_IV : GLP_CV)
    glp_set_obj_coef(problem, place, objective)
    setInterval(Interval(bounds, kind: kind), of: variable)
    for (constraint, _) in column { requireMember(constraint) }
    let entries = SparseVector(column.map { (Int32($0.0.index) + 1, $0.1) })
    glp_set_mat_col(problem, place, entries.count, entries.indices, entries.values)
    kept.remove(.dualFeasibility)
    if restingValue(of: place) != 0 { kept.remove(.primalFeasibility) }
    return variable
  }

  /// Adds a row: the sum of `terms` lies in `bounds`. Terms of one variable are summed.
  @discardableResult
  public func addConstraint(_ name: String, _ terms: [LinearTerm], _ bounds: Bounds) -> Constraint {
    let entries = SparseVector(terms.map { (column(of: $0.variable), $0.coefficient) })
    let interval = Interval(bounds)
    let place = glp_add_rows(problem, 1)
    constraintNames.append(name)
    setInterval(interval, ofRow: place)
    glp_set_mat_row(problem, place, entries.count, entries.indices, entries.values)
    kept.remove(.primalFeasibility)
    return Constraint(index: Int(place) - 1)
  }

  /// Replaces the bounds of a variable.
  public func setBounds(of variable: Variable, to bounds: Bounds) {
    let kind: VariableKind =
      glp_get_col_kind(problem, column(of: variable)) == GLP_CV ? .continuous : .integer
    setInterval(Interval(bounds, kind: kind), of: variable)
    kept.remove(.primalFeasibility)
  }

  /// Replaces the bounds of a constraint; `.free` switches it off.
  public func setBounds(of constraint: Constraint, to bounds: Bounds) {
    requireMember(constraint)
    setInterval(Interval(bounds), ofRow: Int32(constraint.index) + 1)
    kept.remove(.primalFeasibility)
  }

  /// Replaces the coefficient of a variable in the objective.
  public func setObjective(of variable: Variable, to coefficient: Double) {
    require(coefficient.isFinite, "An objective coefficient must be finite.")
    glp_set_obj_coef(problem, column(of: variable), coefficient)
    kept.remove(.dualFeasibility)
  }

  /// Solves the linear program, from the last basis if there is one; kinds of variables do not matter.
  ///
  /// After new columns the primal simplex continues, after new rows or bounds the dual one. One that gets no further
  /// gives way to the other, and to another basis. It always ends: without a limit of iterations, by one that grows with
  /// the program.
  public func solve(_ limits: Limits = Limits()) -> LinearSolution {
    if isImpossible { return linearSolution(Termination(.infeasible), iterations: 0) }
    let (run, transcript) = Transcript.capture {
      if !hasBasis { Simplex.prepare(problem, verbose: limits.verbose) }
      glp_set_it_cnt(problem, 0)
      return Simplex(problem, limits: limits).solve(by: simplexMethod)
    }
    hasBasis = true
    kept = run.reason == .optimal ? [.primalFeasibility, .dualFeasibility] : []
    return linearSolution(
      Termination(run.reason, transcript: transcript, verbose: limits.verbose), iterations: run.iterations)
  }

  private var simplexMethod: Simplex.Method {
    hasBasis && kept == .dualFeasibility ? .dual : .primal
  }

  private func linearSolution(_ termination: Termination, iterations: Int) -> LinearSolution {
    let goodDirection = glp_get_obj_dir(problem) == GLP_MIN ? -1.0 : 1.0
    let objective =
      switch termination.reason {
      case .infeasible: -goodDirection * .infinity
      case .unbounded: goodDirection * .infinity
      default: glp_get_obj_val(problem)
      }
    return LinearSolution(
      termination: termination, objective: objective,
      values: (0..<variableCount).map { glp_get_col_prim(problem, Int32($0) + 1) }, iterations: iterations,
      reducedCosts: (0..<variableCount).map { glp_get_col_dual(problem, Int32($0) + 1) },
      duals: (0..<constraintCount).map { glp_get_row_dual(problem, Int32($0) + 1) })
  }
}

@available(*, unavailable, message: "GLPK belongs to one thread")
extension LinearProblem: Sendable {}

// MARK: - Bounds, columns and rows as GLPK has them

extension LinearProblem {
  private func column(of variable: Variable) -> Int32 {
    require(
      (0..<variableCount).contains(variable.index),
      "Variable \(variable.index) is of another model; this one has \(variableCount).")
    return Int32(variable.index) + 1
  }

  private func requireMember(_ constraint: Constraint) {
    require(
      (0..<constraintCount).contains(constraint.index),
      "Constraint \(constraint.index) is of another model; this one has \(constraintCount).")
  }

  private func addColumns(_ added: [Model.Column]) {
    if added.isEmpty { return }
    glp_add_cols(problem, Int32(added.count))
    for (index, column) in added.enumerated() {
      let place = Int32(index) + 1
      variableNames.append(column.name)
      glp_set_col_kind(problem, place, column.kind == .integer ? GLP_IV : GLP_CV)
      glp_set_obj_coef(problem, place, column.objective)
      setInterval(Interval(column.bounds, kind: column.kind), of: Variable(index: index))
    }
  }

  private func addRows(_ added: [Model.Row]) {
    if added.isEmpty { return }
    glp_add_rows(problem, Int32(added.count))
    var rowOfEntry: [Int32] = [0]
    var columnOfEntry: [Int32] = [0]
    var values = [0.0]
    for (index, row) in added.enumerated() {
      let place = Int32(index) + 1
      constraintNames.append(row.name)
      setInterval(Interval(row.bounds), ofRow: place)
      for term in row.terms {
        rowOfEntry.append(place)
        columnOfEntry.append(Int32(term.variable.index) + 1)
        values.append(term.coefficient)
      }
    }
    glp_load_matrix(problem, Int32(values.count - 1), rowOfEntry, columnOfEntry, values)
  }

  private func setInterval(_ interval: Interval, of variable: Variable) {
    let place = Int32(variable.index) + 1
    if interval.isEmpty {
      impossible.insert(variable)
      glp_set_col_bnds(problem, place, GLP_FX, 0, 0)
    } else {
      impossible.remove(variable)
      glp_set_col_bnds(problem, place, interval.type, interval.lower, interval.upper)
    }
  }

  private func setInterval(_ interval: Interval, ofRow place: Int32) {
    glp_set_row_bnds(problem, place, interval.type, interval.lower, interval.upper)
  }

  /// The value a column has outside the basis.
  private func restingValue(of place: Int32) -> Double {
    switch glp_get_col_stat(problem, place) {
    case GLP_NL, GLP_NS: glp_get_col_lb(problem, place)
    case GLP_NU: glp_get_col_ub(problem, place)
    default: 0
    }
  }
}

extension Interval {
  /// GLPK's name for this kind of bounds; two equal ends are a kind of their own there.
  fileprivate var type: Int32 {
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): GLP_FR
    case (true, false): GLP_LO
    case (false, true): GLP_UP
    case (true, true): lower == upper ? GLP_FX : GLP_DB
    }
  }
}

/// Entries of one row or column in GLPK's form: arrays that start at 1, each place once.
struct SparseVector {
  var indices: [Int32] = [0]
  var values = [0.0]

  var count: Int32 { Int32(indices.count - 1) }

  init(_ entries: [(place: Int32, value: Double)]) {
    let terms = entries.map { LinearTerm($0.value, Variable(index: Int($0.place))) }
    for term in summed(terms) {
      indices.append(Int32(term.variable.index))
      values.append(term.coefficient)
    }
  }
}

extension Model {
  /// Gives `body` this model as a live problem, which can be edited and solved again and again.
  ///
  /// - Parameter body: runs at once, on this thread, and must not let the problem out.
  /// - Throws: what `body` throws.
  public func withLiveProblem<Result>(_ body: (LinearProblem) throws -> Result) rethrows -> Result {
    let problem = LinearProblem(self)
    defer { problem.close() }
    return try body(problem)
  }
}
