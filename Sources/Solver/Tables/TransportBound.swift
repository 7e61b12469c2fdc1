import IntegerProgramming

/// What people's seats cost at least, groups apart: a transportation problem between kinds of people and tables, bounded
/// from below by prices of seats.
///
/// Whatever prices v ≤ 0 seats have, everybody sits at least as dearly as at the cheapest table by cost − price: no
/// seating costs less than Σ capacity × v + Σ people × that cost. The best prices are those of the simplex method on the
/// network, whole numbers, so that the bound is a whole number without an error.
struct TransportBound {
  /// How many people of each kind there are.
  var supplies: [Int]
  var capacities: [Int]
  /// Whether every seat is taken in every plan, so that its price may be above 0.
  var isFull: [Bool]
  /// What a seat costs, by kind of people and table; ``closed`` where it must not be.
  var costs: [[Int]]
  /// What it costs when one of a kind has no seat.
  var unseated: [Int]
  /// Steps of the simplex method.
  private(set) var iterations = 0

  static let closed = Int.max / 4

  init(supplies: [Int], capacities: [Int], isFull: [Bool], costs: [[Int]], unseated: [Int]) {
    self.supplies = supplies
    self.capacities = capacities
    self.isFull = isFull
    self.costs = costs
    self.unseated = unseated
  }

  /// The bound at prices.
  func value(at prices: [Int]) -> Int {
    var sum = 0
    for (capacity, price) in zip(capacities, prices) { sum += capacity * price }
    for (kind, supply) in supplies.enumerated() { sum += supply * cheapest(kind, prices) }
    return sum
  }

  private func cheapest(_ kind: Int, _ prices: [Int]) -> Int {
    var least = unseated[kind]
    let costs = costs[kind]
    for sink in prices.indices where costs[sink] != Self.closed {
      least = min(least, costs[sink] - prices[sink])
    }
    return least
  }

  /// The best bound.
  mutating func best(_ interruption: Interruption?) -> Int {
    let free = value(at: capacities.map { _ in 0 })
    guard interruption?.isInterrupted != true, !supplies.isEmpty, !capacities.isEmpty else { return free }
    var simplex = TransportSimplex(self)
    let prices = simplex.prices(mostSteps: 20_000 + 40 * (supplies.count + capacities.count)) {
      interruption?.isInterrupted ?? false
    }
    iterations += simplex.steps
    return max(free, value(at: prices))
  }
}
