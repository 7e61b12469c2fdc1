import IntegerProgramming

/// Prices ≥ 0 of seats and of `apart` rows: the multipliers of a Lagrangian relaxation, in which every chain takes
/// the placement that is cheapest for it, prices paid.
///
/// For any prices the sum of these minima, less the prices themselves, is a bound for every plan (weak duality):
/// the linear program only finds prices that make it strong.
struct RostrumPrices: Sendable {
  let formulation: RostrumFormulation
  private let priceOfSeat: [Double]
  /// What `apart` adds by seat; only for people who are to be apart from somebody.
  private var priceOfPerson: [Int: [Double]] = [:]
  private var sum: Double

  /// No prices: every chain looks at its own displacement alone.
  init(_ formulation: RostrumFormulation) {
    self.init(formulation, ofSeats: Array(repeating: 0, count: formulation.problem.seatCount), ofApart: [])
  }

  /// The prices that a linear program found; what rounding errors made negative counts as 0.
  init(
    _ formulation: RostrumFormulation, ofSeats: [Double],
    ofApart: [(row: RostrumFormulation.ApartRow, price: Double)]
  ) {
    self.formulation = formulation
    priceOfSeat = ofSeats.map { max(0, $0) }
    sum = priceOfSeat.reduce(0, +)
    let free = Array(repeating: 0.0, count: priceOfSeat.count)
    for (row, price) in ofApart where price > 0 {
      sum += price
      for person in [row.pair.first, row.pair.second] {
        priceOfPerson[person, default: free][row.seat] += price
        priceOfPerson[person, default: free][row.seat + 1] += price
      }
    }
  }

  /// A placement with its displacement and all it pays.
  typealias Priced = (placement: RostrumPlacement, cost: Double)

  /// The cheapest `count` placements of a chain, the cheapest first.
  ///
  /// - Complexity: O(seats × (length of the chain + count)).
  func cheapest(_ count: Int, of chain: Int) -> [Priced] {
    var found: [Priced] = []
    forEachPlacement(of: chain) { placement, cost in
      if found.count == count, cost >= found[count - 1].cost { return }
      let place = found.firstIndex { cost < $0.cost } ?? found.count
      found.insert((placement, cost), at: place)
      if found.count > count { found.removeLast() }
    }
    return found
  }

  /// The placements of a chain that cost at most `slack` more than its cheapest one.
  func placements(of chain: Int, within slack: Double) -> [RostrumPlacement] {
    let highest = cheapest(1, of: chain)[0].cost + slack
    var found: [RostrumPlacement] = []
    forEachPlacement(of: chain) { placement, cost in
      if cost <= highest { found.append(placement) }
    }
    return found
  }

  /// A lower bound of the displacement of every plan.
  func bound(leastCosts: [Double]) -> Double {
    leastCosts.reduce(-sum, +)
  }

  /// Every placement of a chain with its cost. This is the inner loop of pricing: it makes no arrays.
  private func forEachPlacement(of chain: Int, _ body: (RostrumPlacement, Double) -> Void) {
    let people = formulation.chains[chain]
    let pins = people.map(formulation.pin)
    let ownPrices = people.map { priceOfPerson[$0] }
    let problem = formulation.problem
    func cost(from start: Int, isReversed: Bool) -> Double? {
      var cost = 0.0
      for offset in people.indices {
        let seat = start + (isReversed ? people.count - 1 - offset : offset)
        if let pin = pins[offset], pin != seat { return nil }
        cost += Double(problem.displacement(of: people[offset], at: seat)) + priceOfSeat[seat]
        if let own = ownPrices[offset] { cost += own[seat] }
      }
      return cost
    }
    for run in problem.runs where run.count >= people.count {
      for start in run.lowerBound...run.upperBound - people.count {
        for isReversed in people.count == 1 ? [false] : [false, true] {
          if let cost = cost(from: start, isReversed: isReversed) {
            body(RostrumPlacement(chain: chain, start: start, isReversed: isReversed), cost)
          }
        }
      }
    }
  }
}
