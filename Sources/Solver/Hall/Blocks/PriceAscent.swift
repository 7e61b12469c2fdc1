/// Raises the Lagrangian bound over prices of whole items by the volume algorithm.
///
/// The bound of prices y is Σ y and the cheapest relaxed seating of every strip against them, concave in y; where an item
/// is laid too seldom its price should rise. Steps follow 1 − the mean of how often items were laid in the last passes,
/// each about as long as the gap to `target` deserves (Polyak's step).
struct PriceAscent {
  private let completions: [StripCompletion]
  /// Prices of the best bound.
  private(set) var prices: [Double]
  /// No plan of whole groups costs less.
  private(set) var bound: Double
  private(set) var passes = 1
  /// Mean of how often each item was laid.
  private var mean: [Double]
  /// Share of Polyak's step that is gone.
  private var boldness = 0.1

  /// The ascent from these prices, which are evaluated at once.
  init(_ completions: [StripCompletion], prices: [Double]) {
    self.completions = completions
    self.prices = prices
    (bound, mean) = completions.evaluate(prices)
  }

  /// Takes steps, `limit` at most, toward what a plan costs.
  mutating func climb(toward target: Double, limit: Int, isStopped: () -> Bool) {
    var failures = 0
    for _ in 0..<limit {
      let excess = mean.map { 1 - $0 }
      let norm = excess.reduce(0) { $0 + $1 * $1 }
      guard norm > 1e-9, target > bound, !isStopped() else { return }
      let step = boldness * (target - bound) / norm
      let point = zip(prices, excess).map { max(0, $0 + step * $1) }
      let (value, counts) = completions.evaluate(point)
      passes += 1
      let agrees = zip(excess, counts).reduce(0) { $0 + $1.0 * (1 - $1.1) } >= 0
      blend(counts)
      if value > bound {
        (bound, prices) = (value, point)
        failures = 0
        if agrees { boldness = min(2, boldness * 1.1) }
      } else {
        failures += 1
        if failures.isMultiple(of: 10) { boldness = max(5e-4, boldness * 0.66) }
      }
    }
  }

  /// Moves the mean toward the last pass so that what is left of the excess is least, a tenth of the way at most.
  private mutating func blend(_ counts: [Double]) {
    let difference = zip(counts, mean).map { $0 - $1 }
    let square = difference.reduce(0) { $0 + $1 * $1 }
    let best = square > 0 ? zip(difference, mean).reduce(0) { $0 + $1.0 * (1 - $1.1) } / square : 1
    let share = best < 0 ? 0.01 : min(best, 0.1)
    for i in mean.indices { mean[i] += share * difference[i] }
  }
}

extension [StripCompletion] {
  /// The Lagrangian bound of these prices, and how often each item lies in the cheapest seating of the strips.
  func evaluate(_ prices: [Double]) -> (bound: Double, counts: [Double]) {
    var counts = [Double](repeating: 0, count: prices.count)
    var bound = prices.reduce(0, +)
    for completion in self {
      bound += completion.solve(prices)
      completion.count(into: &counts)
    }
    return (bound, counts)
  }
}
