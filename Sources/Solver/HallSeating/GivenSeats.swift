import Assembly

/// Seats that are decided before the groups are poured: pins, people linked by `beside`, wheelchair places, and those
/// whose `apart` did not hold by itself. They lie as near as can be to where their groups will be.
struct GivenSeats {
  /// Seat by person.
  private(set) var seats: [Int: Int] = [:]
  /// People for whom there was no such seat.
  private(set) var left: [Int] = []

  /// Where people are expected to sit, in positions of the pouring order.
  struct Expectation {
    /// By group; nothing for a group without seats.
    let ofGroup: [ClosedRange<Int>?]
    /// Of single people, where it is known better.
    let ofPerson: [Int: Int]
  }

  private let problem: HallProblem
  private let wishes: HallWishes
  private let expectation: Expectation
  /// Position of each seat in the pouring order.
  private let position: [Int]

  /// Decides the seats of everybody bound by a wish and of `others`.
  init(_ problem: HallProblem, wishes: HallWishes, others: [Int], expectation: Expectation) {
    self.problem = problem
    self.wishes = wishes
    self.expectation = expectation
    var position = [Int](repeating: 0, count: problem.hall.seats.count)
    for (index, seat) in problem.pouringOrder.enumerated() { position[seat] = index }
    self.position = position
    place(chains: wishes.chains + others.filter { !wishes.people.contains($0) }.map { [$0] })
  }

  private mutating func place(chains: [[Int]]) {
    let placements = chains.map { cheapestPlacements(of: $0, among: chains) }
    let dearest = placements.reduce(0) { $0 + ($1.map(\.cost).max() ?? 0) }
    let rank = precedence(of: chains)
    let companies = chains.indices.map { index in
      let isPinned = chains[index].contains { wishes.pins[$0] != nil }
      // Leaving people out costs more than any seats; of those who are alike the last in precedence stay out.
      let omission = (1 + dearest) * (chains[index].count * (chains.count + 1) + chains.count - rank[index])
      return PlacementModel.Company(placements: placements[index], omission: isPinned ? nil : omission)
    }
    let model = problem.placementModel(of: companies, apart: wishes.apart)
    guard let chosen = model.solve() else { preconditionFailure("The wishes were found to hold together.") }
    for (chain, placement) in zip(chains, chosen) {
      if let placement {
        seats.merge(placement.seats) { first, _ in first }
      } else {
        left += chain
      }
    }
  }

  /// Rank of each chain by the first group that it belongs to, then by protocol.
  private func precedence(of chains: [[Int]]) -> [Int] {
    var protocolOrder: [Int: Int] = [:]
    for (index, person) in problem.event.inProtocolOrder(chains.flatMap { $0 }).enumerated() {
      protocolOrder[person] = index
    }
    let keys = chains.map { chain in
      (chain.map { problem.groupOfPerson[$0]! }.min() ?? 0, chain.map { protocolOrder[$0]! }.min() ?? 0)
    }
    var rank = [Int](repeating: 0, count: chains.count)
    for (position, index) in chains.indices.sorted(by: { keys[$0] < keys[$1] }).enumerated() {
      rank[index] = position
    }
    return rank
  }

  /// The cheapest ways to seat a chain: one more than all other chains together can block, so that the choice among
  /// them is as free as among all.
  private func cheapestPlacements(
    of chain: [Int], among chains: [[Int]]
  ) -> [PlacementModel.Placement] {
    let length = chain.count
    let blockedByOthers = chains.reduce(0) { $0 + 2 * ($1.count + length - 1) }
    let blockedByApart = 4 * wishes.apart.count { chain.contains($0.0) || chain.contains($0.1) }
    let all = wishes.layings(of: chain).map { PlacementModel.Placement(seats: $0, cost: cost(of: $0)) }
    let permitted = all.filter { isWithinOrder($0.seats) }
    let isPinned = chain.contains { wishes.pins[$0] != nil }
    let usable = isPinned || (permitted.isEmpty && length > 1) ? all : permitted
    let ranked = usable.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
    return ranked.prefix(blockedByOthers + blockedByApart + 1).map(\.element)
  }

  /// How far from their groups people would sit, and who would miss an aisle.
  private func cost(of seats: [Int: Int]) -> Int {
    seats.reduce(0) { sum, place in
      let (person, seat) = place
      let needsAisle = problem.event.people[person].needs.contains(.aisle)
      return sum + 4 * distance(of: person, at: seat) + (needsAisle && !problem.hall.isAtAisle(seat) ? 1 : 0)
    }
  }

  private func distance(of person: Int, at seat: Int) -> Int {
    if let expected = expectation.ofPerson[person] { return abs(position[seat] - expected) }
    guard let expected = expectation.ofGroup[problem.groupOfPerson[person]!] else { return 0 }
    return max(0, expected.lowerBound - position[seat], position[seat] - expected.upperBound)
  }

  /// With `strict`, whether these seats leave the groups before and after where they are expected.
  private func isWithinOrder(_ seats: [Int: Int]) -> Bool {
    guard problem.event.settings.hallOrder == .strict else { return true }
    return seats.allSatisfy { person, seat in
      guard wishes.pins[person] == nil, let group = problem.groupOfPerson[person],
        let expected = expectation.ofGroup[group]
      else { return true }
      let order = problem.pouringOrder
      let depths = problem.depths[order[expected.lowerBound]]...problem.depths[order[expected.upperBound]]
      return depths.contains(problem.depths[seat])
    }
  }
}
