import IntegerProgramming
import Testing

@Test func `A small diet is solved to its known optimum`() {
  var model = Model(name: "diet")
  let bread = model.addVariable("bread", objective: 2)
  let milk = model.addVariable("milk", objective: 3)
  let energy = model.addConstraint("energy", [4 * bread, 6 * milk], .atLeast(12))
  let protein = model.addConstraint("protein", [1 * bread, 3 * milk], .atLeast(6))
  let plan = model.solveRelaxation()
  #expect(plan.termination.isOptimal)
  #expect(abs(plan.objective - 6) < 1e-9)
  #expect(abs(plan.dual(of: energy) * 12 + plan.dual(of: protein) * 6 - 6) < 1e-9)
}
