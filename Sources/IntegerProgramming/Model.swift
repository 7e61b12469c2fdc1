/// A linear or mixed-integer linear program: variables, constraints and an objective.
///
/// ```swift
/// var model = Model(name: "diet", sense: .minimize)
/// let bread = model.addVariable("bread", objective: 2)
/// let milk = model.addVariable("milk", objective: 3)
/// model.addConstraint("energy", [4 * bread, 6 * milk], .atLeast(12))
/// let plan = model.solve()
/// ```
///
/// A model is a value: it belongs to no thread, and solving leaves it as it was. All numbers must be finite.
public struct Model: Sendable {
  struct Column: Sendable {
    var name: String
    var bounds: Bounds
    var kind: VariableKind
    var objective: Double
  }

  struct Row: Sendable {
    var name: String
    var terms: [LinearTerm]
    var bounds: Bounds
  }

  /// A name for people who read an export.
  public let name: String
  /// Which end of the objective is sought.
  public let sense: Sense
  /// What the objective is worth when every variable is 0.
  public var objectiveConstant = 0.0 {
    didSet { require(objectiveConstant.isFinite, "The objective constant must be finite.") }
  }

  var columns: [Column] = []
  var rows: [Row] = []

  /// A model without variables and constraints.
  public init(name: String, sense: Sense = .minimize) {
    self.name = name
    self.sense = sense
  }

  /// The variables in the order they were added.
  public var variables: [Variable] { columns.indices.map(Variable.init) }
  /// The constraints in the order they were added.
  public var constraints: [Constraint] { rows.indices.map(Constraint.init) }

  /// Adds a variable.
  ///
  /// - Parameters:
  ///   - name: for exports; need not be unique.
  ///   - bounds: of an integer variable: rounded inwards to whole numbers before anything is solved.
  ///   - kind: whether it must be whole.
  ///   - objective: the coefficient in the objective.
  @discardableResult
  public mutating func addVariable(
    _ name: String, in bounds: Bounds = .atLeast(0), kind: VariableKind = .continuous, objective: Double = 0
  ) -> Variable {
    require(objective.isFinite, "The objective coefficient of \(name) must be finite.")
    _ = Interval(bounds)
    columns.append(Column(name: name, bounds: bounds, kind: kind, objective: objective))
    return Variable(index: columns.count - 1)
  }

  /// Adds a decision: an integer variable that is 0 or 1.
  @discardableResult
  public mutating func addBinary(_ name: String, objective: Double = 0) -> Variable {
    addVariable(name, in: .between(0...1), kind: .integer, objective: objective)
  }

  /// Adds a constraint: the sum of `terms` lies in `bounds`.
  ///
  /// Terms of one variable are summed.
  /// - Complexity: O(*t* log *t*) for *t* terms.
  @discardableResult
  public mutating func addConstraint(_ name: String, _ terms: [LinearTerm], _ bounds: Bounds) -> Constraint {
    _ = Interval(bounds)
    for term in terms { requireMember(term.variable) }
    rows.append(Row(name: name, terms: summed(terms), bounds: bounds))
    return Constraint(index: rows.count - 1)
  }

  /// Replaces the bounds of a variable.
  public mutating func setBounds(of variable: Variable, to bounds: Bounds) {
    requireMember(variable)
    _ = Interval(bounds)
    columns[variable.index].bounds = bounds
  }

  /// Replaces the bounds of a constraint; `.free` switches it off.
  public mutating func setBounds(of constraint: Constraint, to bounds: Bounds) {
    requireMember(constraint)
    _ = Interval(bounds)
    rows[constraint.index].bounds = bounds
  }

  /// Replaces the coefficient of a variable in the objective.
  public mutating func setObjective(of variable: Variable, to coefficient: Double) {
    requireMember(variable)
    require(coefficient.isFinite, "An objective coefficient must be finite.")
    columns[variable.index].objective = coefficient
  }

  /// The name a variable was added under.
  public func name(of variable: Variable) -> String {
    requireMember(variable)
    return columns[variable.index].name
  }

  /// The name a constraint was added under.
  public func name(of constraint: Constraint) -> String {
    requireMember(constraint)
    return rows[constraint.index].name
  }

  /// The bounds of a variable as they were given.
  public func bounds(of variable: Variable) -> Bounds {
    requireMember(variable)
    return columns[variable.index].bounds
  }

  /// The bounds of a constraint.
  public func bounds(of constraint: Constraint) -> Bounds {
    requireMember(constraint)
    return rows[constraint.index].bounds
  }

  /// The coefficient of a variable in the objective.
  public func objective(of variable: Variable) -> Double {
    requireMember(variable)
    return columns[variable.index].objective
  }

  /// The terms of a constraint, each variable once, in the order of variables.
  public func terms(of constraint: Constraint) -> [LinearTerm] {
    requireMember(constraint)
    return rows[constraint.index].terms
  }

  /// The objective at a point, one value per variable.
  public func objective(at values: [Double]) -> Double {
    requireValueForEachVariable(values)
    return zip(columns, values).reduce(objectiveConstant) { $0 + $1.0.objective * $1.1 }
  }

  /// Solves the linear relaxation: the same model without the demand for whole numbers.
  ///
  /// - Returns: a value in every case; infeasible and unbounded are reasons of its termination.
  public func solveRelaxation(limits: Limits = Limits()) -> LinearSolution {
    withLiveProblem { $0.solve(limits) }
  }

  /// Solves the model with whole numbers where they are demanded.
  ///
  /// - Returns: a value in every case. A search that was cut short keeps its best solution and its bound.
  public func solve(_ options: SearchOptions = SearchOptions()) -> IntegerSolution {
    withLiveProblem { $0.solveInteger(options) }
  }

  func requireMember(_ variable: Variable) {
    require(
      columns.indices.contains(variable.index),
      "Variable \(variable.index) is of another model; this one has \(columns.count).")
  }

  func requireMember(_ constraint: Constraint) {
    require(
      rows.indices.contains(constraint.index),
      "Constraint \(constraint.index) is of another model; this one has \(rows.count).")
  }

  func requireValueForEachVariable(_ values: [Double]) {
    require(
      values.count == columns.count, "\(values.count) values were given for \(columns.count) variables.")
  }
}

/// Which end of an objective is sought.
public enum Sense: Hashable, Sendable {
  /// The least value.
  case minimize
  /// The greatest value.
  case maximize
}

/// What numbers a variable may take inside its bounds.
public enum VariableKind: Hashable, Sendable {
  /// Any number.
  case continuous
  /// Whole numbers.
  case integer
}

/// A variable of a model, by its place among the variables.
public struct Variable: Hashable, Sendable {
  /// Its place, counted from 0.
  public let index: Int

  /// A term as it is written on paper: `3 * x`.
  public static func * (coefficient: Double, variable: Variable) -> LinearTerm {
    LinearTerm(coefficient, variable)
  }
}

/// A constraint of a model, by its place among the constraints.
public struct Constraint: Hashable, Sendable {
  /// Its place, counted from 0.
  public let index: Int
}

/// A coefficient times a variable.
public struct LinearTerm: Hashable, Sendable {
  /// The factor.
  public var coefficient: Double
  /// The variable it belongs to.
  public var variable: Variable

  /// `coefficient` times `variable`.
  public init(_ coefficient: Double, _ variable: Variable) {
    self.coefficient = coefficient
    self.variable = variable
  }
}

/// `terms` in order of variables, each variable once: GLPK aborts the process on a duplicate.
func summed(_ terms: [LinearTerm]) -> [LinearTerm] {
  var sums: [LinearTerm] = []
  for term in terms.sorted(by: { $0.variable.index < $1.variable.index }) {
    if sums.last?.variable == term.variable {
      sums[sums.count - 1].coefficient += term.coefficient
    } else {
      sums.append(term)
    }
  }
  require(sums.allSatisfy(\.coefficient.isFinite), "Coefficients, and their sums, must be finite.")
  return sums.filter { $0.coefficient != 0 }
}
