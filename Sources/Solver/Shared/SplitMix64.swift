/// Repeatable random numbers: SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA
/// 2014). Inlined into the solvers' modules, where searches draw millions of them.
package struct SplitMix64: RandomNumberGenerator {
  @usableFromInline var state: UInt64

  @inlinable package init(seed: UInt64) {
    state = seed
  }

  /// The numbers of one search among several: each draws from a stream of its own, and every seed of the user gives
  /// each of them another one. Seed 0 is the stream itself.
  @inlinable package init(stream: UInt64, seed: Int) {
    state = stream ^ Self.mixed(UInt64(bitPattern: Int64(seed)))
  }

  @inlinable package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  @inlinable static func mixed(_ state: UInt64) -> UInt64 {
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but not including 1.
  @inlinable package mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number from 0 up to but not including `count`.
  @inlinable package mutating func below(_ count: Int) -> Int {
    Int(next() % UInt64(count))
  }

  /// One of these; nothing when there is none.
  @inlinable package mutating func choice<Element>(of elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }

  /// These in another order.
  @inlinable package mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var elements = elements
    for index in elements.indices.reversed() where index > 0 {
      elements.swapAt(index, below(index + 1))
    }
    return elements
  }
}
