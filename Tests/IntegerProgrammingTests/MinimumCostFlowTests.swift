import IntegerProgramming
import SeededRandomness
import Testing

@Suite struct `Flows of least cost` {
  @Test func `take the cheaper of two ways`() throws {
    var network = MinimumCostFlow(vertexCount: 3)
    network.setSupply(4, at: 0)
    network.setSupply(-4, at: 2)
    network.addArc(from: 0, to: 2, cost: 9)
    network.addArc(from: 0, to: 1, cost: 3)
    network.addArc(from: 1, to: 2, cost: 5)
    let solution = try #require(network.solve())
    #expect(solution.flows == [0, 4, 4])
    #expect(solution.potentials == [0, 3, 8])
  }

  @Test func `do not exist where nothing leads to who needs it`() {
    var network = MinimumCostFlow(vertexCount: 3)
    network.setSupply(1, at: 0)
    network.setSupply(-1, at: 2)
    network.addArc(from: 0, to: 1, cost: 1)
    #expect(network.solve() == nil)
  }

  @Test func `are proven by their potentials on random networks`() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<100 {
      let count = Int.random(in: 2...12, using: &random)
      var network = MinimumCostFlow(vertexCount: count)
      var arcs: [(from: Int, to: Int, cost: Int)] = []
      for vertex in 1..<count { arcs.append((0, vertex, Int.random(in: 10...40, using: &random))) }
      for _ in 0..<2 * count {
        let ends = (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
        if ends.0 != ends.1 { arcs.append((ends.0, ends.1, Int.random(in: 0...20, using: &random))) }
      }
      var needs = (0..<count).map { _ in Int.random(in: 0...9, using: &random) }
      needs[0] = 0
      network.setSupply(needs.reduce(0, +), at: 0)
      for vertex in 1..<count { network.setSupply(-needs[vertex], at: vertex) }
      for arc in arcs { network.addArc(from: arc.from, to: arc.to, cost: arc.cost) }
      let solution = try #require(network.solve())
      var left = needs.map { -$0 }
      left[0] = needs.reduce(0, +)
      for (arc, flow) in zip(arcs, solution.flows) {
        let reduced = arc.cost + solution.potentials[arc.from] - solution.potentials[arc.to]
        #expect(flow >= 0 && reduced >= 0 && (flow == 0 || reduced == 0))
        left[arc.from] -= flow
        left[arc.to] += flow
      }
      #expect(left.allSatisfy { $0 == 0 })
    }
  }
}
