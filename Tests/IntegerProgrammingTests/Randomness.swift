import SeededRandomness

extension SeededGenerator {
  /// A whole number as a coefficient.
  mutating func whole(_ range: ClosedRange<Int>) -> Double { Double(Int.random(in: range, using: &self)) }
}
