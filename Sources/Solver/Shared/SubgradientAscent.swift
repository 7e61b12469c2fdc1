/// The subgradient method, by which prices are found that make a Lagrangian bound high: M. Held, P. Wolfe, H. Crowder,
/// "Validation of subgradient optimization", Mathematical Programming 6 (1974), 62–88.
///
/// Each step goes along the subgradient, as far as the best plan known is away; after some steps without a better bound it
/// returns to the best prices with half of the length.
package struct SubgradientAscent {
  /// The prices whose bound is to be found next.
  package private(set) var prices: [Double]
  /// The best bound so far.
  package private(set) var bestValue = -Double.infinity
  /// The prices of the best bound.
  package private(set) var bestPrices: [Double]
  private var length = 1.0
  private var sinceBetter = 0
  private let range: ClosedRange<Double>
  private let patience: Int

  /// - Parameters:
  ///   - prices: the first prices.
  ///   - range: what prices may be.
  ///   - patience: steps without a better bound after which steps are halved.
  package init(from prices: [Double], in range: ClosedRange<Double>, patience: Int) {
    self.prices = prices
    bestPrices = prices
    self.range = range
    self.patience = patience
  }

  /// Takes the bound of the prices and goes to the next ones.
  ///
  /// - Parameters:
  ///   - value: the bound.
  ///   - lack: the subgradient: how much what a price is for is wanting, or is too much where it is negative.
  ///   - target: what the best plan counts.
  /// - Returns: whether there are next prices; none when steps have become too short, or nothing is wanting.
  /// - Complexity: O(prices).
  package mutating func step(_ value: Double, _ lack: [Double], to target: Int) -> Bool {
    if value > bestValue + 1e-6 {
      (bestValue, bestPrices, sinceBetter) = (value, prices, 0)
    } else {
      sinceBetter += 1
      if sinceBetter == patience {
        length /= 2
        (prices, sinceBetter) = (bestPrices, 0)
        if length < 0.004 { return false }
      }
    }
    var norm = 0.0
    for (price, lack) in zip(prices, lack)
    where lack < 0 ? price > range.lowerBound : price < range.upperBound {
      norm += lack * lack
    }
    guard norm != 0 else { return false }
    let step = length * max(1, Double(target) - value) / norm
    for index in prices.indices {
      prices[index] = min(range.upperBound, max(range.lowerBound, prices[index] + step * lack[index]))
    }
    return true
  }
}
