import Testing

@testable import SolverShared

@Suite struct BesideChainsTests {
  @Test func `People without a wish are chains of one`() {
    #expect(BesideChains(of: [4, 2], beside: []).chains == [[2], [4]])
  }

  @Test func `Wishes join people into chains from the end of the lower index`() {
    let chains = BesideChains(of: 0..<6, beside: [(5, 1), (3, 5), (0, 4), (4, 0)])
    #expect(chains.chains == [[0, 4], [1, 5, 3], [2]])
    #expect(chains.knots.isEmpty)
  }

  @Test func `A circle is no chain`() {
    let chains = BesideChains(of: 0..<5, beside: [(1, 2), (2, 3), (3, 1)])
    #expect(chains.chains == [[0], [4]])
    #expect(chains.knots == [[1, 2, 3]])
  }

  @Test func `Three neighbours of one person are no chain`() {
    #expect(BesideChains(of: 0..<4, beside: [(0, 1), (0, 2), (0, 3)]).knots == [[0, 1, 2, 3]])
  }

  @Test func `A long chain keeps its order`() {
    let people = (0..<2_000).map { ($0 * 7) % 2_000 }
    let chains = BesideChains(of: 0..<2_000, beside: zip(people, people.dropFirst())).chains
    #expect(chains == [people] || chains == [people.reversed()])
  }
}
