import IntegerProgramming
import SeededRandomness
import Testing

/// A random linear program that has a solution, because its bounds are drawn around a point, and an optimum,
/// because its variables are bounded.
private func randomProgram(seed: Int) -> Model {
  var random = SeededGenerator(seed: seed)
  var model = Model(name: "random \(seed)", sense: seed.isMultiple(of: 2) ? .minimize : .maximize)
  model.objectiveConstant = random.whole(-9...9)
  let point = (0..<8).map { _ in random.whole(-5...5) }
  for (index, value) in point.enumerated() {
    let bounds: Bounds =
      switch index {
      case 0: .equal(value)
      case 1, 2: .between((value - random.whole(0...3))...(value + random.whole(1...3)))
      default: .between(-10...10)
      }
    model.addVariable("x[\(index)]", in: bounds, objective: random.whole(-9...9))
  }
  for row in 0..<6 {
    let terms = model.variables.filter { _ in random.whole(0...1) == 1 }.map { random.whole(-4...4) * $0 }
    let activity = terms.reduce(0) { $0 + $1.coefficient * point[$1.variable.index] }
    let bounds: Bounds =
      switch random.whole(0...4) {
      case 0: .atLeast(activity - random.whole(0...5))
      case 1: .atMost(activity + random.whole(0...5))
      case 2: .equal(activity)
      case 3: .free
      default: .between((activity - 2)...(activity + random.whole(0...2)))
      }
    model.addConstraint("row[\(row)]", terms, bounds)
  }
  return model
}

/// The objective that duals and reduced costs account for: each times the bound it belongs to.
private func dualObjective(_ solution: LinearSolution, _ model: Model, _ bounds: DualBounds) -> Double {
  let minimizes = model.sense == .minimize
  func part(_ price: Double, _ bounds: Bounds) -> Double {
    if abs(price) < 1e-9 { return 0 }
    return price * ((price > 0) == minimizes ? bounds.lower : bounds.upper)
  }
  return zip(model.variables, bounds.ofVariables).reduce(0) {
    $0 + part(solution.reducedCost(of: $1.0), $1.1)
  }
    + zip(model.constraints, bounds.ofConstraints).reduce(0) { $0 + part(solution.dual(of: $1.0), $1.1) }
    + model.objectiveConstant
}

private struct DualBounds {
  var ofVariables: [Bounds]
  var ofConstraints: [Bounds]
}

@Suite struct DualityTests {
  @Test(arguments: 0..<60)
  func `Duals times bounds give the objective of the optimum, and no price has the wrong sign`(seed: Int) {
    let model = randomProgram(seed: seed)
    let solution = model.solveRelaxation()
    #expect(solution.termination.isOptimal)
    #expect(model.violations(at: solution.values).isEmpty)
    #expect(abs(model.objective(at: solution.values) - solution.objective) < 1e-6)
    let bounds = DualBounds(
      ofVariables: model.variables.map(model.bounds), ofConstraints: model.constraints.map(model.bounds))
    // An infinite sum would mean a price on a bound that is not there.
    #expect(abs(dualObjective(solution, model, bounds) - solution.objective) < 1e-6)
  }

  @Test(arguments: 0..<20)
  func `A reduced cost is the objective coefficient less the priced column`(seed: Int) {
    let model = randomProgram(seed: seed)
    let solution = model.solveRelaxation()
    for variable in model.variables {
      let priced = model.constraints.reduce(0) { sum, constraint in
        let coefficient = model.terms(of: constraint).first { $0.variable == variable }?.coefficient ?? 0
        return sum + coefficient * solution.dual(of: constraint)
      }
      #expect(abs(model.objective(of: variable) - priced - solution.reducedCost(of: variable)) < 1e-7)
    }
  }

  @Test func `A dual tells what one more unit of a bound costs`() {
    func diet(energy: Double) -> (solution: LinearSolution, energy: Constraint) {
      var model = Model(name: "diet")
      let bread = model.addVariable("bread", objective: 2)
      let milk = model.addVariable("milk", objective: 3)
      let need = model.addConstraint("energy", [4 * bread, 1 * milk], .atLeast(energy))
      model.addConstraint("protein", [1 * bread, 5 * milk], .atLeast(6))
      return (model.solveRelaxation(), need)
    }
    let (usual, need) = diet(energy: 12)
    #expect(abs(diet(energy: 13).solution.objective - usual.objective - usual.dual(of: need)) < 1e-9)
    #expect(usual.dual(of: need) > 0)
  }
}
