import SeededRandomness
import Testing

@testable import IntegerProgramming

/// Programs on which the simplex method of textbooks goes round in a circle.
private let cyclingPrograms: [KnownModel] = [
  // E. M. L. Beale, "Cycling in the dual simplex algorithm", Naval Research Logistics Quarterly 2 (1955), 269–275.
  program(
    "Beale", costs: [-0.75, 20, -0.5, 6],
    [([0.25, -8, -1, 9], 0), ([0.5, -12, -0.5, 3], 0), ([0, 0, 1, 0], 1)], optimum: -1.25),
  // H. W. Kuhn, in M. L. Balinski, A. W. Tucker, "Duality theory of linear programs", SIAM Review 11 (1969), 347–377.
  program(
    "Kuhn", costs: [-2, -3, 1, 12],
    [([-2, -9, 1, 9], 0), ([1.0 / 3, 1, -1.0 / 3, -2], 0), ([2, 3, -1, -12], 2)], optimum: -2),
  // K. T. Marshall, J. W. Suurballe, "A note on cycling in the simplex method", Naval Research Logistics Quarterly 16
  // (1969), 121–137; the second as V. Chvátal, "Linear Programming" (1983), has it.
  program(
    "Marshall–Suurballe", costs: [-0.4, -0.4, 1.8],
    [([0.6, -6.4, 4.8], 0), ([0.2, -1.8, 0.6], 0), ([0.4, -1.6, 0.2], 0), ([0, 1, 0], 1)], optimum: -2),
  program(
    "Chvátal", costs: [-10, 57, 9, 24],
    [([0.5, -5.5, -2.5, 9], 0), ([0.5, -1.5, -0.5, 1], 0), ([1, 0, 0, 0], 1)], optimum: -1),
]

private func program(
  _ name: String, costs: [Double], _ rows: [(coefficients: [Double], most: Double)], optimum: Double
) -> KnownModel {
  var model = Model(name: name)
  let x = costs.map { model.addVariable("x", objective: $0) }
  for row in rows {
    model.addConstraint("row", zip(row.coefficients, x).map { $0 * $1 }, .atMost(row.most))
  }
  return KnownModel(model: model, optimum: optimum)
}

/// Elements to be covered once each, by sets of which many cost alike: the masters of seatings look like this.
private struct Partition {
  let elements: Int
  var sets: [(elements: [Int], cost: Int)] = []

  init(seed: Int, elements: ClosedRange<Int>, setsPerElement: Int) {
    var random = SeededGenerator(seed: seed)
    self.elements = Int.random(in: elements, using: &random)
    let isOfIntervals = Bool.random(using: &random)
    let costsPerElement = Int.random(in: 0...3, using: &random)
    // Alone every element is dear, so that there is a partition, and no good one.
    sets = (0..<self.elements).map { ([$0], 20) }
    for _ in 0..<setsPerElement * self.elements {
      let size = Int.random(in: 2...5, using: &random)
      let first = Int.random(in: 0..<self.elements, using: &random)
      let chosen =
        isOfIntervals
        ? Set(first..<min(self.elements, first + size))
        : Set((0..<size).map { _ in Int.random(in: 0..<self.elements, using: &random) })
      sets.append(
        (chosen.sorted(), 3 + costsPerElement * chosen.count + Int.random(in: 0...1, using: &random)))
    }
  }

  var model: Model {
    var model = Model(name: "partition")
    let x = sets.map { model.addBinary("set", objective: Double($0.cost)) }
    for element in 0..<elements {
      let covering = zip(sets, x).filter { $0.0.elements.contains(element) }.map { 1 * $0.1 }
      model.addConstraint("element", covering, .equal(1))
    }
    return model
  }

  /// The least cost, by dynamic programming over the elements that are covered.
  var leastCost: Int {
    var least = [Int](repeating: .max / 2, count: 1 << elements)
    least[0] = 0
    let masks = sets.map { set in set.elements.reduce(0) { $0 | 1 << $1 } }
    for covered in least.indices where least[covered] < .max / 2 {
      let next = (~covered).trailingZeroBitCount
      for (mask, set) in zip(masks, sets) where mask & 1 << next != 0 && mask & covered == 0 {
        least[covered | mask] = min(least[covered | mask], least[covered] + set.cost)
      }
    }
    return least[least.count - 1]
  }
}

/// Proves an optimum by its duals: values keep the constraints, no set costs less than its elements are priced at, and
/// prices add up to the objective.
private func isProven(_ solution: LinearSolution, _ model: Model) -> Bool {
  let prices = model.constraints.map(solution.dual)
  // A set may be priced above its cost where it is taken whole: its upper bound of 1 is worth the difference.
  let worth = zip(model.variables, solution.values).reduce(0.0) { sum, entry in
    sum + min(0, solution.reducedCost(of: entry.0))
  }
  let broken = model.violations(at: solution.values).filter {
    if case .wholeNumber = $0.subject { false } else { true }
  }
  return solution.termination.isOptimal && broken.isEmpty
    && abs(prices.reduce(0, +) + worth - solution.objective) < 1e-6
}

@Suite struct DegeneracyTests {
  @Test(arguments: cyclingPrograms)
  func `A program known for cycling ends at its optimum`(known: KnownModel) {
    let solution = known.model.solveRelaxation()
    #expect(solution.termination.isOptimal)
    #expect(abs(solution.objective - known.optimum) < 1e-9)
  }

  @Test func `Degenerate partitions are solved to what dynamic programming finds`() {
    for seed in 0..<cases(300, full: 10_000) {
      let partition = Partition(seed: seed, elements: 4...10, setsPerElement: 5)
      let model = partition.model
      #expect(isProven(model.solveRelaxation(), model), "seed \(seed)")
      let solution = model.solve()
      #expect(
        solution.termination.isOptimal && solution.objective == Double(partition.leastCost), "seed \(seed)")
    }
  }

  @Test func `Large degenerate partitions end within a few iterations for each row, proven by their duals`() {
    for seed in 0..<cases(10, full: 200) {
      let model = Partition(seed: seed, elements: 50...150, setsPerElement: 15).model
      let solution = model.solveRelaxation()
      let isProven = isProven(solution, model)
      #expect(isProven, "seed \(seed)")
      #expect(solution.iterations < 20 * model.constraints.count, "seed \(seed)")
    }
  }

  /// Whoever gives up at once is answered by every way to go on, and by none.
  @Test func `A simplex method without patience goes on in another way, and what it calls optimal is so`() {
    var ends: [Termination.Reason: Int] = [:]
    for seed in 0..<60 {
      let model = Partition(seed: seed, elements: 8...20, setsPerElement: 5).model
      let optimum = model.solveRelaxation().objective
      for patience in [0, 1, 3] {
        model.withLiveProblem { live in
          Simplex.prepare(live.problem, verbose: false)
          let simplex = Simplex(live.problem, limits: Limits(), block: 1, patience: patience)
          let reason = simplex.solve(by: .primal).reason
          ends[reason, default: 0] += 1
          if reason == .optimal { #expect(abs(live.solve().objective - optimum) < 1e-6) }
        }
      }
    }
    #expect(Set(ends.keys) == [.optimal, .stalled])
  }

  @Test func `A search whose linear programs may not go on has a bound that holds, or none`() {
    let partition = Partition(seed: 3, elements: 10...10, setsPerElement: 6)
    for iterations in 0..<60 {
      var options = SearchOptions(limits: Limits(iterations: iterations))
      options.presolve = false
      #expect(partition.model.solve(options).bound <= Double(partition.leastCost))
    }
  }

  @Test func `Nothing runs without a limit`() {
    #expect(Limits.iterations(rows: 0, columns: 0) > 0)
    let search = Limits().ofSearch(rows: 10, columns: 10)
    #expect(search.iterations != nil && search.nodes != nil)
    #expect(Limits(iterations: 7, nodes: 3).ofSearch(rows: 10, columns: 10).iterations == 7)
  }
}
