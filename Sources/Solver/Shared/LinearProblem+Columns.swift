package import IntegerProgramming

extension LinearProblem {
  /// Column generation: solves the linear program again and again, each time with the columns that its duals ask for.
  ///
  /// - Parameters:
  ///   - rounds: solves at most.
  ///   - mostIterations: iterations of the simplex method at most, in all of them.
  ///   - price: adds columns to the program by the duals of an optimal solution; returns whether to go on.
  /// - Returns: the iterations that it took.
  package func generateColumns(
    rounds: Int, iterations mostIterations: Int, _ interruption: Interruption?,
    price: (LinearSolution) -> Bool
  ) -> Int {
    var iterations = 0
    for _ in 0..<rounds where interruption?.isInterrupted != true && iterations < mostIterations {
      let solution = solve(Limits(iterations: mostIterations - iterations, interruption: interruption))
      iterations += solution.iterations
      guard solution.termination.isOptimal, price(solution) else { break }
    }
    return iterations
  }
}
