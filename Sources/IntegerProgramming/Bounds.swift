/// The values that a variable, or the left-hand side of a constraint, may take.
///
/// Ends may be infinite on the open side (`.between(-.infinity ... 3)` is `.atMost(3)`); an end that is not a
/// number, or infinite on the wrong side, is a programming error.
public enum Bounds: Hashable, Sendable {
  /// Any value.
  case free
  /// The bound or more.
  case atLeast(Double)
  /// The bound or less.
  case atMost(Double)
  /// Both ends included.
  case between(ClosedRange<Double>)
  /// One value.
  case equal(Double)

  /// The least value, `-infinity` when there is none.
  public var lower: Double {
    switch self {
    case .free, .atMost: -.infinity
    case .atLeast(let bound), .equal(let bound): bound
    case .between(let range): range.lowerBound
    }
  }

  /// The greatest value, `infinity` when there is none.
  public var upper: Double {
    switch self {
    case .free, .atLeast: .infinity
    case .atMost(let bound), .equal(let bound): bound
    case .between(let range): range.upperBound
    }
  }

  /// How far `value` lies outside, 0 when it lies inside.
  public func violation(of value: Double) -> Double {
    max(0, lower - value, value - upper)
  }
}

/// Two ends that may have crossed: rounding to whole numbers can leave nothing between them.
struct Interval: Hashable, Sendable {
  var lower: Double
  var upper: Double

  var isEmpty: Bool { lower > upper }

  init(_ bounds: Bounds) {
    lower = Interval.finiteOrInfinite(bounds.lower)
    upper = Interval.finiteOrInfinite(bounds.upper)
    require(
      lower <= upper && lower < .infinity && upper > -.infinity,
      "Bounds \(bounds) hold no number; give finite ends, lower before upper.")
  }

  /// The whole numbers of `bounds`. An end that misses a whole number by rounding error alone counts as it.
  init(wholeNumbersIn bounds: Bounds) {
    self.init(bounds)
    // Adding 0 makes 0 of −0, which would show in exports.
    lower = (lower - Interval.slack(at: lower)).rounded(.up) + 0
    upper = (upper + Interval.slack(at: upper)).rounded(.down) + 0
  }

  init(_ bounds: Bounds, kind: VariableKind) {
    switch kind {
    case .continuous: self.init(bounds)
    case .integer: self.init(wholeNumbersIn: bounds)
    }
  }

  private static func slack(at end: Double) -> Double {
    end.isFinite ? 1e-9 * max(1, abs(end)) : 0
  }

  /// GLPK takes the greatest finite number for infinity; so does this layer.
  private static func finiteOrInfinite(_ end: Double) -> Double {
    require(!end.isNaN, "A bound is not a number.")
    return abs(end) == .greatestFiniteMagnitude ? (end < 0 ? -.infinity : .infinity) : end
  }
}
