import Assembly
import SolverShared

/// Seats that are decided before the groups are poured: pins, people linked by `beside`, wheelchair places, and those
/// whose `apart` did not hold by itself. They lie as near as can be to where their groups will be.
struct GivenSeats {
  /// Seat by person.
  private(set) var seats: [Int: Int] = [:]
  /// People for whom there was no such seat.
  private(set) var left: [Int] = []

  /// Where people are expected to sit.
  struct Expectation {
    /// Seats of each group; none where nothing is known.
    let ofGroup: [Set<Int>]
    /// Seats of single people.
    let ofPerson: [Int: Int]
  }

  private let problem: HallProblem
  private let wishes: HallWishes
  private let expectation: Expectation
  private let rolesWithLines: Set<Role>
  /// Decides the seats of everybody bound by a wish and of `others`.
  init(_ problem: HallProblem, wishes: HallWishes, others: [Int], expectation: Expectation) {
    self.problem = problem
    self.wishes = wishes
    self.expectation = expectation
    rolesWithLines = Set(problem.hall.seats.compactMap(\.role))
    place(chains: wishes.chains + others.filter { !wishes.people.contains($0) }.map { [$0] })
  }

  /// The seats of everybody in these chains, where they are decided already.
  init(_ problem: HallProblem, wishes: HallWishes, chains: [[Int]], seats: [Int: Int]) {
    self.problem = problem
    self.wishes = wishes
    expectation = Expectation(ofGroup: [], ofPerson: seats)
    rolesWithLines = []
    self.seats = seats
    left = chains.flatMap { $0 }.filter { seats[$0] == nil }
  }

  private mutating func place(chains: [[Int]]) {
    let placements = chains.map { cheapestPlacements(of: $0, among: chains) }
    guard
      let chosen = choice(of: placements, for: chains)
        ?? choice(of: shortened(placements, chains), for: chains)
    else { preconditionFailure("People with pins were found to hold together.") }
    for (chain, placement) in zip(chains, chosen) {
      let placed = placement?.seats ?? [:]
      seats.merge(placed) { first, _ in first }
      left += chain.filter { placed[$0] == nil }
    }
  }

  /// The cheapest choice of a placement for each chain; leaving people out costs more than any seats, and of those who are
  /// alike the last in precedence stay out.
  private func choice(
    of placements: [[PlacementModel.Placement]], for chains: [[Int]]
  ) -> [PlacementModel.Placement?]? {
    let dearest = placements.reduce(0) { $0 + ($1.map(\.cost).max() ?? 0) }
    let rank = precedence(of: chains)
    let companies = chains.indices.map { index in
      func omission(of people: Int) -> Int {
        people == 0 ? 0 : (1 + dearest) * (people * (chains.count + 1) + chains.count - rank[index])
      }
      return PlacementModel.Company(
        placements: placements[index].map { placement in
          PlacementModel.Placement(
            seats: placement.seats,
            cost: placement.cost + omission(of: chains[index].count - placement.seats.count))
        },
        omission: isPinned(chains[index]) ? nil : omission(of: chains[index].count))
    }
    var model = PlacementModel(companies: companies, apart: wishes.apart, neighbours: problem.hall.neighbours)
    if problem.isStrict { model.areCompatible = { problem.keepOrder($0.seats, $1.seats) } }
    return model.solve()
  }

  /// The placements, and for chains with a pin also those of some of their people alone.
  private func shortened(
    _ placements: [[PlacementModel.Placement]], _ chains: [[Int]]
  ) -> [[PlacementModel.Placement]] {
    zip(placements, chains).map { placements, chain in
      guard isPinned(chain), chain.count > 1 else { return placements }
      return wishes.shortenedLayings(of: chain).map {
        PlacementModel.Placement(seats: $0, cost: cost(of: $0))
      }
    }
  }

  private func isPinned(_ chain: [Int]) -> Bool {
    chain.contains { wishes.pins[$0] != nil }
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
    let usable = isPinned(chain) || (permitted.isEmpty && length > 1) ? all : permitted
    let ranked = usable.enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
    return ranked.prefix(blockedByOthers + blockedByApart + 1).map(\.element)
  }

  /// How far from their groups people would sit, and who would miss an aisle.
  private func cost(of seats: [Int: Int]) -> Int {
    seats.reduce(0) { sum, place in
      let (person, seat) = place
      let needsAisle = problem.event.people[person].needs.contains(.aisle)
      return sum + 2 * distance(of: person, at: seat) + (needsAisle && !problem.hall.isAtAisle(seat) ? 1 : 0)
        + (isOfAnother(person, seat, among: seats) ? 100_000 : 0)
    }
  }

  /// Whether a seat is kept for others, or the person should rather use a line kept for their role.
  private func isOfAnother(_ person: Int, _ seat: Int, among seats: [Int: Int]) -> Bool {
    let place = problem.hall.seats[seat]
    guard wishes.pins[person] == nil else { return false }
    if place.isWheelchairPlace, !problem.needsWheelchairPlace(person) {
      let companions = seats.filter { abs($0.value - seat) == 1 && problem.needsWheelchairPlace($0.key) }
      if !companions.contains(where: { wishes.areBeside($0.key, person) }) { return true }
    }
    let role = problem.event.people[person].role
    return seats.count == 1 && place.role == nil && rolesWithLines.contains(role)
  }

  /// How far a seat is from where the person is expected, in seat widths and row pitches; seats outside of the person's
  /// group are dear, for they cut it.
  private func distance(of person: Int, at seat: Int) -> Int {
    let own = expectation.ofGroup[problem.groupOfPerson[person]!]
    let outside = 1_000
    let seats = problem.hall.seats
    if let expected = expectation.ofPerson[person] {
      // Of seats as near, those of other rows: beside the row that is left the group hangs together.
      let isBeside = seat != expected && seats[seat].y == seats[expected].y
      return 2 * steps(seats[expected].x, seats[expected].y, to: seat) + (isBeside ? 1 : 0)
        + (own.contains(seat) ? 0 : 2 * outside)
    }
    guard !own.isEmpty, !own.contains(seat) else { return 0 }
    let count = Double(own.count)
    let x = own.sorted().reduce(0) { $0 + seats[$1].x } / count
    let y = own.sorted().reduce(0) { $0 + seats[$1].y } / count
    return 2 * (steps(x, y, to: seat) + outside)
  }

  private func steps(_ x: Double, _ y: Double, to seat: Int) -> Int {
    let place = problem.hall.seats[seat]
    return Int(min(abs(place.x - x) + abs(place.y - y), 10_000).rounded(.up))
  }

  /// With `strict`, whether these seats leave the groups before and after where they are expected.
  private func isWithinOrder(_ seats: [Int: Int]) -> Bool {
    guard problem.isStrict else { return true }
    return seats.allSatisfy { person, seat in
      let depths = expectation.ofGroup[problem.groupOfPerson[person]!].map { problem.depths[$0] }
      guard !problem.isExempt[person], let first = depths.min(), let last = depths.max() else { return true }
      return (first...last).contains(problem.depths[seat])
    }
  }
}
