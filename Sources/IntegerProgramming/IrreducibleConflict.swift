/// An irreducible infeasible subset: it is infeasible, and feasible again without any one of its elements.
///
/// ```swift
/// let clash = irreducibleSubset(of: [2, 5, 9, 7]) { $0.reduce(0, +) > 13 }  // [5, 9]
/// ```
///
/// Divide and conquer over halves, U. Junker, "QUICKXPLAIN: Preferred Explanations and Relaxations for
/// Over-Constrained Problems", AAAI 2004, pp. 167–172. Where there is a choice, elements that come last stay out.
///
/// Invariant: background and kept elements together are infeasible, background alone is not.
///
/// - Parameters:
///   - elements: the constraints, or groups of them, to choose from.
///   - isInfeasible: whether these elements, in their given order, have no solution together. It must be monotone:
///     more elements never make a feasible set of an infeasible one. Where it is unknown, answer false; then the
///     subset is infeasible still, but may be reducible.
/// - Returns: the subset in the given order, empty if nothing at all is infeasible already; nil if all of
///   `elements` together are feasible.
/// - Complexity: O(*k* log(*n*/*k*) + *k*) calls for *n* elements and a subset of *k*.
public func irreducibleSubset<Element>(
  of elements: [Element], isInfeasible: ([Element]) throws -> Bool
) rethrows -> [Element]? {
  func fails(_ places: [Int]) throws -> Bool {
    try isInfeasible(places.sorted().map { elements[$0] })
  }
  /// The places among `candidates` that are needed on top of `background`.
  func needed(_ candidates: Range<Int>, background: [Int], hasGrown: Bool) throws -> [Int] {
    if hasGrown, try fails(background) { return [] }
    if candidates.count <= 1 { return Array(candidates) }
    let middle = candidates.lowerBound + candidates.count / 2
    let first = candidates.lowerBound..<middle
    let second = middle..<candidates.upperBound
    let ofSecond = try needed(second, background: background + first, hasGrown: true)
    let ofFirst = try needed(first, background: background + ofSecond, hasGrown: !ofSecond.isEmpty)
    return ofFirst + ofSecond
  }
  guard try fails(Array(elements.indices)) else { return nil }
  return try needed(elements.indices, background: [], hasGrown: true).map { elements[$0] }
}
