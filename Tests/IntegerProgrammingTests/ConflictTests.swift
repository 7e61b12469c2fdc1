import IntegerProgramming
import SeededRandomness
import Testing

@Suite struct ConflictTests {
  @Test(arguments: 0..<40)
  func `Every proper part of a conflict is feasible`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var model = Model(name: "random \(seed)")
    for index in 0..<4 { model.addVariable("x[\(index)]", in: .between(0...3), kind: .integer) }
    for row in 0..<14 {
      let terms = model.variables.map { random.whole(-3...3) * $0 }
      model.addConstraint("row[\(row)]", terms, .atLeast(random.whole(-4...4)))
    }
    func isInfeasible(_ kept: [Constraint]) -> Bool {
      var part = model
      for constraint in model.constraints where !kept.contains(constraint) {
        part.setBounds(of: constraint, to: .free)
      }
      return part.solve().termination.reason == .infeasible
    }
    guard let conflict = irreducibleSubset(of: model.constraints, isInfeasible: isInfeasible) else {
      #expect(!isInfeasible(model.constraints))
      return
    }
    #expect(isInfeasible(conflict))
    for dropped in conflict { #expect(!isInfeasible(conflict.filter { $0 != dropped })) }
  }

  @Test func `A conflict of two among a thousand takes few checks`() throws {
    var checks = 0
    let conflict = irreducibleSubset(of: Array(0..<1000)) { kept in
      checks += 1
      return kept.contains(123) && kept.contains(877)
    }
    #expect(conflict == [123, 877])
    #expect(checks < 50)
  }

  @Test func `Elements that come last stay out where there is a choice`() {
    let conflict = irreducibleSubset(of: [2, 5, 9, 7]) { $0.reduce(0, +) > 13 }
    #expect(conflict == [5, 9])
  }

  @Test func `What is infeasible by itself needs no element, and what is feasible has no conflict`() {
    #expect(irreducibleSubset(of: [1, 2, 3]) { _ in true } == [])
    #expect(irreducibleSubset(of: [1, 2, 3]) { _ in false } == nil)
    #expect(irreducibleSubset(of: [Int]()) { _ in false } == nil)
  }
}
