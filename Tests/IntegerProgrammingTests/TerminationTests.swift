import IntegerProgramming
import Testing

/// One variable from 0, above `lower` and below `upper` by constraints, so that no bound shows the conflict.
private func squeezed(_ lower: Double, _ upper: Double, kind: VariableKind = .continuous) -> Model {
  var model = Model(name: "squeezed")
  let x = model.addVariable("x", kind: kind, objective: 1)
  let y = model.addVariable("y", kind: kind)
  model.addConstraint("above", [1 * x, 1 * y], .atLeast(lower))
  model.addConstraint("below", [1 * x, 1 * y], .atMost(upper))
  return model
}

@Suite struct TerminationTests {
  @Test func `An infeasible program is a value, with an infinitely bad bound`() {
    let model = squeezed(2, 1)
    #expect(model.solveRelaxation().termination.reason == .infeasible)
    #expect(model.solveRelaxation().objective == .infinity)
    let solution = model.solve()
    #expect(solution.termination.reason == .infeasible)
    #expect(solution.values == nil && solution.objective == nil && solution.gap == nil)
    #expect(solution.bound == .infinity)
  }

  @Test(arguments: [true, false])
  func `An unbounded program is a value, with and without presolving`(presolve: Bool) {
    var model = Model(name: "unbounded", sense: .maximize)
    let x = model.addVariable("x", kind: .integer, objective: 1)
    let y = model.addVariable("y", kind: .integer)
    model.addConstraint("c", [1 * x, -1 * y], .atMost(3))
    var options = SearchOptions()
    options.presolve = presolve
    #expect(model.solve(options).termination.reason == .unbounded)
    #expect(model.solve(options).bound == .infinity)
    #expect(model.solveRelaxation().termination.reason == .unbounded)
    #expect(model.solveRelaxation().objective == .infinity)
  }

  @Test(arguments: [true, false])
  func `A program both unbounded in direction and infeasible is called infeasible`(presolve: Bool) {
    var model = squeezed(2, 1, kind: .integer)
    let z = model.addVariable("z", in: .free, kind: .integer, objective: -1)
    model.addConstraint("z", [1 * z, 1 * model.variables[0]], .atLeast(0))
    var options = SearchOptions()
    options.presolve = presolve
    #expect(model.solve(options).termination.reason == .infeasible)
    #expect(model.solveRelaxation().termination.reason == .infeasible)
  }

  @Test func `An integer variable between two whole numbers makes a program infeasible`() {
    var model = Model(name: "no whole number")
    model.addVariable("x", in: .between(0.2...0.8), kind: .integer)
    #expect(model.solve().termination.reason == .infeasible)
  }

  @Test func `Fractional bounds of an integer variable are rounded inwards`() {
    var model = Model(name: "rounding", sense: .maximize)
    let x = model.addVariable("x", in: .atMost(3.5), kind: .integer, objective: 1)
    let y = model.addVariable("y", in: .between(-0.5...(3 - 1e-12)), kind: .integer, objective: 1)
    let solution = model.solve()
    #expect(solution.termination.isOptimal)
    #expect(solution[x] == 3)
    #expect(solution[y] == 3, "an end that misses a whole number by rounding error is that number")
  }

  @Test func `A fraction left by the constraints is infeasible for integers only`() {
    var model = Model(name: "parity")
    let x = model.addVariable("x", in: .between(0...9), kind: .integer)
    let y = model.addVariable("y", in: .between(0...9), kind: .integer)
    model.addConstraint("odd", [2 * x, 2 * y], .equal(7))
    #expect(model.solveRelaxation().termination.isOptimal)
    #expect(model.solve().termination.reason == .infeasible)
  }

  @Test func `Models without constraints, or without variables, are solved`() {
    var model = Model(name: "bare")
    model.objectiveConstant = 5
    #expect(model.solve().objective == 5)
    #expect(model.solveRelaxation().objective == 5)
    model.addVariable("x", in: .between(2.5...4), kind: .integer, objective: 2)
    #expect(model.solve().objective == 11)
    #expect(model.solveRelaxation().objective == 11)
    model.addConstraint("empty", [], .atLeast(1))
    #expect(model.solve().termination.reason == .infeasible)
    #expect(model.solveRelaxation().termination.reason == .infeasible)
  }

  @Test func `Terms of one variable are summed`() {
    var model = Model(name: "twice")
    let x = model.addVariable("x", objective: 1)
    model.addConstraint("c", [1 * x, 2 * x, -1 * x], .atLeast(4))
    #expect(model.solveRelaxation().objective == 2)
  }

  @Test func `Equal, crossed by a hair, and infinite ends are the bounds they mean`() {
    var model = Model(name: "ends")
    let fixed = model.addVariable("fixed", in: .between(2...2), objective: 1)
    let low = model.addVariable("low", in: .between(3...(.infinity)), objective: 1)
    let high = model.addVariable("high", in: .between(-.infinity...4), objective: -1)
    let free = model.addVariable("free", in: .atLeast(-.infinity))
    model.addConstraint("any", [1 * free], .between(-.infinity ... .infinity))
    model.addConstraint("fixed", [1 * free, 1 * fixed], .between(7...7))
    let solution = model.solveRelaxation()
    #expect([fixed, low, high, free].map { solution[$0] } == [2, 3, 4, 5])
  }
}
