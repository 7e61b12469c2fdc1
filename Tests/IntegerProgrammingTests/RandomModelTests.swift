import IntegerProgramming
import SeededRandomness
import Testing

/// A random integer program over few points, so that all of them can be tried.
private func randomModel(seed: Int) -> Model {
  var random = SeededGenerator(seed: seed)
  var model = Model(name: "random \(seed)", sense: seed.isMultiple(of: 2) ? .minimize : .maximize)
  for index in 0..<5 {
    let least = random.whole(-2...1)
    // Ends that miss whole numbers must be rounded inwards before GLPK sees them.
    let bounds = Bounds.between((least - 0.5)...(least + random.whole(0...3) + 0.5))
    model.addVariable("x[\(index)]", in: bounds, kind: .integer, objective: random.whole(-6...6))
  }
  for row in 0..<4 {
    let terms = model.variables.map { random.whole(-3...3) * $0 }
    let end = random.whole(-6...6)
    let bounds: Bounds =
      switch row {
      case 0: .atMost(end)
      case 1: .atLeast(end)
      case 2: .between(end...(end + random.whole(0...6)))
      default: random.whole(0...2) == 0 ? .equal(end) : .free
      }
    model.addConstraint("row[\(row)]", terms, bounds)
  }
  return model
}

/// The best objective over all whole points, nil if none is feasible.
private func bestByTrying(_ model: Model) -> Double? {
  var best: Double?
  var point: [Double] = []
  func extend() {
    guard point.count < model.variables.count else {
      if !model.violations(at: point).isEmpty { return }
      let objective = model.objective(at: point)
      best = best.map { model.sense == .minimize ? min($0, objective) : max($0, objective) } ?? objective
      return
    }
    let bounds = model.bounds(of: model.variables[point.count])
    for value in stride(from: bounds.lower.rounded(.up), through: bounds.upper, by: 1) {
      point.append(value)
      extend()
      point.removeLast()
    }
  }
  extend()
  return best
}

@Suite struct RandomModelTests {
  private static let cutFamilies: [SearchOptions.Cuts] = [
    [], .gomory, .mixedIntegerRounding, .cover, .clique, [.gomory, .mixedIntegerRounding, .cover, .clique],
  ]

  @Test(arguments: 0..<120)
  func `A search finds what trying all points finds`(seed: Int) {
    let model = randomModel(seed: seed)
    let best = bestByTrying(model)
    var options = SearchOptions()
    options.presolve = !seed.isMultiple(of: 3)
    options.feasibilityPump = seed.isMultiple(of: 5)
    options.cuts = RandomModelTests.cutFamilies[seed % 6]
    options.branching = SearchOptions.Branching.allCases[seed % 5]
    options.backtracking = SearchOptions.Backtracking.allCases[seed % 4]
    let solution = model.solve(options)
    #expect(solution.termination.reason == (best == nil ? .infeasible : .optimal))
    #expect(solution.objective == best)
    #expect(solution.values.map { model.violations(at: $0) } ?? [] == [])
    #expect(solution.bound == best ?? (model.sense == .minimize ? .infinity : -.infinity))
  }

  @Test(arguments: 0..<40)
  func `A search cut short keeps a bound that holds`(seed: Int) throws {
    let model = randomModel(seed: seed)
    guard let best = bestByTrying(model) else { return }
    for nodes in [0, 1, 2, 4] {
      var options = SearchOptions(limits: Limits(nodes: nodes))
      options.cuts = []
      let solution = model.solve(options)
      let isBelow = model.sense == .minimize ? solution.bound <= best : solution.bound >= best
      #expect(isBelow)
      #expect(solution.nodes <= nodes)
      if let values = solution.values { #expect(model.violations(at: values).isEmpty) }
    }
  }

  @Test func `The random models are of both kinds, feasible and not`() {
    let feasible = (0..<120).count { bestByTrying(randomModel(seed: $0)) != nil }
    #expect((30...110).contains(feasible))
  }
}
