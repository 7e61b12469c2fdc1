import IntegerProgramming
import SeededRandomness
import Testing

@testable import TablesSolver

@Suite struct `The bound of seats` {
  @Test func `is what those without a seat cost, where others have all of them`() {
    var bound = TransportBound(
      supplies: [3, 2], capacities: [2, 1], isFull: [false, false],
      costs: [[1, 4], [2, TransportBound.closed]],
      unseated: [10, 20])
    // Two of the second kind at the first table, one of the first at the second, two without a seat.
    #expect(bound.best(nil) == 2 * 2 + 4 + 2 * 10)
  }

  @Test(arguments: 0..<cases(200, full: 5_000))
  func `is the optimum of the linear program`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let (kinds, sinks) = (Int.random(in: 1...8, using: &random), Int.random(in: 1...6, using: &random))
    let dearest = [2, 9, 1_000].randomElement(using: &random)!
    let supplies = (0..<kinds).map { _ in Int.random(in: 0...6, using: &random) }
    let capacities = (0..<sinks).map { _ in Int.random(in: 0...8, using: &random) }
    let costs = (0..<kinds).map { _ in
      capacities.map { seats in
        seats == 0 || Int.random(in: 0..<5, using: &random) == 0
          ? TransportBound.closed : Int.random(in: 0...dearest, using: &random)
      }
    }
    let unseated = (0..<kinds).map { _ in Int.random(in: dearest...3 * dearest, using: &random) }
    // One table may have to be full, if so many may sit there.
    let due = zip(supplies, costs).reduce(0) { $1.1[0] == TransportBound.closed ? $0 : $0 + $1.0 }
    let isFull = capacities.indices.map { $0 == 0 && due >= capacities[0] && Bool.random(using: &random) }

    var model = Model(name: "seats")
    var seated = capacities.map { _ in [LinearTerm]() }
    for kind in 0..<kinds {
      var people = [1 * model.addVariable("unseated", objective: Double(unseated[kind]))]
      for sink in 0..<sinks where costs[kind][sink] != TransportBound.closed {
        let variable = model.addVariable("seated", objective: Double(costs[kind][sink]))
        people.append(1 * variable)
        seated[sink].append(1 * variable)
      }
      model.addConstraint("people", people, .equal(Double(supplies[kind])))
    }
    for sink in 0..<sinks {
      let seats = Double(capacities[sink])
      model.addConstraint("seats", seated[sink], isFull[sink] ? .equal(seats) : .atMost(seats))
    }
    let solution = model.withLiveProblem { $0.solve() }
    try #require(solution.termination.isOptimal)
    var bound = TransportBound(
      supplies: supplies, capacities: capacities, isFull: isFull, costs: costs, unseated: unseated)
    #expect(bound.best(nil) == Int(solution.objective.rounded()))
  }
}
