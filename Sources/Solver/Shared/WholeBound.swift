/// The least whole number that a bound in floating point proves, for an objective that takes whole numbers only.
///
/// A bound is a sum of prices times amounts, each addition of which errs by at most 2⁻⁵³ of the sum so far: 10⁻⁹ of the
/// bound is more than a million additions of sums of its size err. One hundredth covers what the simplex method takes for
/// zero, 10⁻⁷ a row, at prices up to 10⁵. What lies within the margin above a whole number counts as that number, so that
/// a bound is never too high; it is too low only where the true one lies there.
///
/// - Parameters:
///   - bound: no plan counts less, but for the arithmetic.
///   - least: what no plan is below whatever the bound, as for a bound that is no number.
package func wholeBound(_ bound: Double, atLeast least: Int = 0) -> Int {
  guard bound.isFinite, bound > Double(least) else { return least }
  return max(least, Int(min(bound - 1e-2 - 1e-9 * abs(bound), 4e18).rounded(.up)))
}
