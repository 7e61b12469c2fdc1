import Assembly
import SeededRandomness
import Testing

@testable import VehiclesSolver

@Suite struct `Parts of many groups` {
  /// Fixed transfers of one hotel, whose buses are of three sizes and wait there.
  private func packing(groups sizes: [Int]) throws -> TransferPacking {
    var draft = VehicleExamples.draft(
      vehicles: [6, 9, 13].enumerated().map { VehicleExamples.coach("B\($0)", row: $0 + 2, seats: $1) },
      routes: [("酒店", "会场", 20)])
    for (group, size) in sizes.enumerated() {
      for _ in 0..<size { draft.addPerson(of: "g\(group)", hotel: "酒店") { _ in } }
    }
    var transfer = Transfer(
      row: 2, id: "T", from: "酒店", to: "会场", earliest: VehicleExamples.at(8), latest: VehicleExamples.at(9),
      who: [.all])
    transfer.isFixed = true
    draft.transfers = [transfer]
    draft.settings.place = "会场"
    let problem = try #require(VehicleProblem(try Event(draft), rooms: nil))
    let fleet = FleetKind.kinds(of: problem).kinds
    let lots = StreamLots(problem, stream: 0, trips: Array(problem.trips.indices))
    return try #require(TransferPacking(problem, lots, fleet: fleet))
  }

  @Test func `cost no less than the bound, and the bound of whole parts is what the best cost`() throws {
    var lifted = 0
    for seed in 0..<cases(40, full: 2_000) {
      var random = SeededGenerator(seed: seed)
      let sizes = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        Int.random(in: 1...15, using: &random)
      }
      var packing = try packing(groups: sizes)
      let prices = [0, 0, 0].map { _ in Double.random(in: 100...1_500, using: &random) }
      let covers = TransferPacking.Covers(packing, prices)
      // Of few groups a table of all sets tells the best.
      let best = packing.solve(prices).cost
      var program = PartProgram(packing)
      let relaxed = program.solve(covers, isExact: false, nil)
      let exact = program.solve(covers, isExact: true, nil)
      #expect(relaxed.cost <= best + 1e-6, "seed \(seed)")
      #expect(exact.cost <= best + 1e-6, "seed \(seed)")
      #expect(exact.cost > best - 1, "seed \(seed)")
      let demand = PartDemand(packing)
      #expect(abs(demand.cost(of: exact.pieces.map(\.groups), covers) - best) < 1, "seed \(seed)")
      #expect(exact.pieces.flatMap(\.groups).sorted() == Array(sizes.indices), "seed \(seed)")
      if relaxed.cost < best - 1 { lifted += 1 }
    }
    #expect(lifted > 0, "the linear program alone would do")
  }

  @Test func `are listed below a limit, each once and none forgotten`() throws {
    var random = SeededGenerator(seed: 7)
    let sizes = (0..<8).map { _ in Int.random(in: 1...15, using: &random) }
    let packing = try packing(groups: sizes)
    let demand = PartDemand(packing)
    let covers = TransferPacking.Covers(packing, [900, 1_000, 1_400])
    let paid = sizes.map { Double(100 * $0) }
    let prices = PartPrices(demand, covers, paid)
    let all = (1..<1 << sizes.count).map { set in sizes.indices.filter { set >> $0 & 1 == 1 } }
    let reduced = all.map { part in demand.cost(of: part, covers) - part.reduce(0) { $0 + paid[$1] } }
    #expect(abs(prices.least - reduced.min()!) < 1e-6)
    let limit = reduced.sorted()[40]
    let near = zip(all, reduced).filter { $0.1 < limit }.map(\.0)
    #expect(Set(try #require(prices.parts(below: limit, most: 200))) == Set(near))
    #expect(prices.parts(below: limit, most: near.count - 1) == nil)
    #expect(
      prices.first(1, below: limit).map { demand.cost(of: $0, covers) - $0.reduce(0) { $0 + paid[$1] } }
        == [reduced.min()!])
  }
}
