import IntegerProgramming
import Testing

@Test(arguments: KnownModel.all)
func `A known model is solved to its known optimum`(known: KnownModel) throws {
  let solution = known.model.solve()
  #expect(solution.termination.isOptimal)
  #expect(abs(try #require(solution.objective) - known.optimum) < 1e-6)
  #expect(solution.bound == solution.objective)
  #expect(known.model.violations(at: try #require(solution.values)).isEmpty)
}
