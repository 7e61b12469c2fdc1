import Assembly

/// The weights of the hall's objective.
struct HallCosts {
  let unseated: Int
  let part: Int
  let run: Int
  let lone: Int
  let precedence: Int
}

extension HallProblem {
  var costs: HallCosts {
    HallCosts(
      unseated: weight(.unseated), part: weight(.part), run: weight(.run), lone: weight(.lone),
      precedence: weight(.precedence))
  }
}
