import SolverShared
import Testing

@Suite struct WholeBoundTests {
  @Test func `A bound between whole numbers proves the next one`() {
    #expect(wholeBound(6.5) == 7)
    #expect(wholeBound(7) == 7)
    #expect(wholeBound(-3.5, atLeast: -10) == -3)
  }

  @Test func `What the arithmetic may have added to a whole number proves nothing`() {
    #expect(wholeBound(7.004) == 7)
    #expect(wholeBound(3_000_000.5) == 3_000_001)
    #expect(wholeBound(3_000_000_000) == 2_999_999_997)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, -2, 0])
  func `What is no bound proves no more than is known`(_ bound: Double) {
    #expect(wholeBound(bound) == 0)
  }
}

@Suite struct SubgradientAscentTests {
  /// Two buyers who pay up to 5 and 3 for one thing: any price from 3 to 5 parts them, and none is worth more than 5.
  @Test func `Prices rise until they part those who want the same`() {
    var ascent = SubgradientAscent(from: [0], in: 0...10, patience: 3)
    var steps = 0
    while steps < 200 {
      steps += 1
      let price = ascent.prices[0]
      let wants = [5.0, 3.0].filter { $0 > price }
      let value = -price - wants.reduce(0) { $0 + $1 - price }
      #expect((0...10).contains(price))
      if !ascent.step(value, [Double(wants.count) - 1], to: -5) { break }
    }
    #expect(abs(ascent.bestValue + 5) < 1e-6)
    #expect(steps < 200)
  }
}
