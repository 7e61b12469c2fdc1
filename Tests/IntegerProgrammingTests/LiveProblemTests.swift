import IntegerProgramming
import SeededRandomness
import Testing

/// The fewest rolls of 100 that 97, 610, 395 and 211 pieces of 45, 36, 31 and 14 can be cut from: 453 by Gilmore and
/// Gomory's column generation, with a relaxation of 452.25.
private struct CuttingStock {
  let length = 100
  let pieces: [(length: Int, demand: Double)] = [(45, 97), (36, 610), (31, 395), (14, 211)]

  /// The pattern of greatest worth on one roll, by dynamic programming over the length used.
  func bestPattern(_ worth: [Double]) -> (worth: Double, counts: [Int]) {
    var best = [(worth: 0.0, counts: [Int](repeating: 0, count: pieces.count))]
    for used in 1...length {
      var choice = best[used - 1]
      for (kind, piece) in pieces.enumerated() where piece.length <= used {
        let rest = best[used - piece.length]
        if rest.worth + worth[kind] > choice.worth {
          choice = (rest.worth + worth[kind], rest.counts)
          choice.counts[kind] += 1
        }
      }
      best.append(choice)
    }
    return best[length]
  }
}

@Suite struct LiveProblemTests {
  @Test func `Column generation cuts a stock into 453 rolls`() throws {
    let stock = CuttingStock()
    var start = Model(name: "cutting stock")
    let rolls = stock.pieces.map { start.addVariable("roll of \($0.length)", kind: .integer, objective: 1) }
    let demands = zip(rolls, stock.pieces).map { roll, piece in
      start.addConstraint(
        "demand of \(piece.length)", [Double(stock.length / piece.length) * roll], .atLeast(piece.demand))
    }
    let solution = start.withLiveProblem { problem in
      while true {
        let relaxation = problem.solve()
        let pattern = stock.bestPattern(demands.map(relaxation.dual))
        if pattern.worth <= 1 + 1e-9 {
          #expect(abs(relaxation.objective - 452.25) < 1e-9)
          return problem.solveInteger()
        }
        let column = problem.addVariable(
          "pattern \(pattern.counts)", kind: .integer, objective: 1,
          column: zip(demands, pattern.counts).map { ($0, Double($1)) })
        let next = problem.solve()
        #expect(next.objective <= relaxation.objective + 1e-9)
        #expect(next.reducedCost(of: column) > -1e-9)
      }
    }
    #expect(solution.objective == 453)
    #expect(try #require(solution.values).allSatisfy { $0 == $0.rounded() })
  }

  @Test func `Rows added to a live problem find the shortest tour through Ulysses' towns`() throws {
    let towns = ulysses16.indices
    var start = Model(name: "tour")
    var edge: [[Int]: Variable] = [:]
    for (i, j) in towns.flatMap({ i in (0..<i).map { (i, $0) } }) {
      let x = start.addBinary("x[\(i),\(j)]", objective: ulysses16[i][j])
      (edge[[i, j]], edge[[j, i]]) = (x, x)
    }
    for i in towns {
      start.addConstraint("two[\(i)]", towns.compactMap { edge[[i, $0]] }.map { 1 * $0 }, .equal(2))
    }
    let tour = start.withLiveProblem { problem in
      while true {
        let solution = problem.solveInteger()
        var reached = [0]
        var next = 0
        while next < reached.count {
          let town = reached[next]
          next += 1
          reached += towns.filter { other in
            !reached.contains(other) && edge[[town, other]].map { solution[$0] == 1 } ?? false
          }
        }
        if reached.count == towns.count { return solution }
        let outside = towns.filter { !reached.contains($0) }
        let crossing = reached.flatMap { i in outside.map { 1 * edge[[i, $0]]! } }
        problem.addConstraint("leave \(reached.sorted())", crossing, .atLeast(2))
      }
    }
    #expect(tour.objective == 6859)
  }

  @Test(arguments: 0..<25)
  func `A problem edited in any order solves as one built at once`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var model = Model(name: "grown", sense: seed.isMultiple(of: 2) ? .minimize : .maximize)
    for index in 0..<4 {
      model.addVariable("x[\(index)]", in: .between(-3...3), objective: random.whole(-5...5))
    }
    model.addConstraint("first", model.variables.map { random.whole(-3...3) * $0 }, .between(-9...9))
    model.withLiveProblem { problem in
      for step in 0..<12 {
        switch Int(random.whole(0...4)) {
        case 0:
          let objective = random.whole(-5...5)
          let column = model.constraints.map { ($0, random.whole(-3...3)) }
          let bounds = Bounds.between(-1...random.whole(0...4))
          problem.addVariable("new", in: bounds, objective: objective, column: column)
          model = model.adding(column, in: bounds, objective: objective)
        case 1:
          let terms = model.variables.map { random.whole(-2...2) * $0 }
          let bounds = Bounds.atMost(random.whole(-1...8))
          problem.addConstraint("row \(step)", terms, bounds)
          model.addConstraint("row \(step)", terms, bounds)
        case 2:
          let variable = model.variables.randomElement(using: &random)!
          let bounds = Bounds.between(-2...random.whole(-2...2))
          problem.setBounds(of: variable, to: bounds)
          model.setBounds(of: variable, to: bounds)
        case 3:
          let constraint = model.constraints.randomElement(using: &random)!
          let bounds = Bounds.atLeast(random.whole(-9...(-1)))
          problem.setBounds(of: constraint, to: bounds)
          model.setBounds(of: constraint, to: bounds)
        default:
          let variable = model.variables.randomElement(using: &random)!
          let objective = random.whole(-5...5)
          problem.setObjective(of: variable, to: objective)
          model.setObjective(of: variable, to: objective)
        }
        let edited = problem.solve()
        let fresh = model.solveRelaxation()
        #expect(edited.termination.reason == fresh.termination.reason)
        #expect(edited.objective == fresh.objective || abs(edited.objective - fresh.objective) < 1e-6)
      }
    }
  }

  @Test func `A warm start takes fewer iterations than a cold one`() {
    let model = KnownModel.all[4].model
    model.withLiveProblem { problem in
      let cold = problem.solve()
      #expect(cold.iterations > 20)
      #expect(problem.solve().iterations == 0)
      problem.setBounds(of: model.constraints.last!, to: .equal(4))
      problem.setBounds(of: model.constraints[model.constraints.count - 2], to: .equal(11))
      let warm = problem.solve()
      #expect(warm.termination.isOptimal)
      #expect(warm.iterations < cold.iterations / 2)
    }
  }

  @Test func `A search leaves the live problem as it was`() {
    var model = Model(name: "halves", sense: .maximize)
    let x = (0..<3).map { model.addBinary("x[\($0)]", objective: 1) }
    for (one, other) in [(0, 1), (1, 2), (0, 2)] {
      model.addConstraint("pair", [1 * x[one], 1 * x[other]], .atMost(1))
    }
    model.withLiveProblem { problem in
      #expect(problem.solve().objective == 1.5)
      #expect(problem.solveInteger().objective == 1)
      let again = problem.solve()
      #expect(again.objective == 1.5)
      #expect(again.iterations == 0)
    }
  }

  @Test func `An error thrown inside passes through and frees the problem`() {
    struct Stop: Error {}
    #expect(throws: Stop.self) { try Model(name: "stop").withLiveProblem { _ in throw Stop() } }
  }
}

extension Model {
  /// This model with one more variable, of the given coefficients.
  fileprivate func adding(_ column: [(Constraint, Double)], in bounds: Bounds, objective: Double) -> Model {
    var grown = Model(name: name, sense: sense)
    for variable in variables {
      grown.addVariable(
        name(of: variable), in: self.bounds(of: variable), objective: self.objective(of: variable))
    }
    let new = grown.addVariable("new", in: bounds, objective: objective)
    for constraint in constraints {
      let added = column.filter { $0.0 == constraint }.map { $0.1 * new }
      grown.addConstraint(name(of: constraint), terms(of: constraint) + added, self.bounds(of: constraint))
    }
    return grown
  }
}
