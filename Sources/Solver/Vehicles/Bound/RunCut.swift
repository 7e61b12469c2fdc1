import Assembly

/// An inequality that whole runs keep and parts of runs may break: travellers who must all depart within an interval need
/// so many runs in it, each counted by its seats.
///
/// Seats suffice: Σ seats · runs + left ≥ n. Mixed integer rounding by q, with r = n − q (⌈n/q⌉ − 1), makes of it
///
///     Σ (r ⌊seats/q⌋ + min(r, seats mod q)) · runs + left ≥ r ⌈n/q⌉
///
/// H. Marchand, L. A. Wolsey, "Aggregation and Mixed Integer Rounding to Solve MIPs", Operations Research 49 (2001),
/// 363–371. It looks at a run's minute and kind alone, so runs are priced as before.
struct RunCut: Hashable {
  /// Indices of departures.
  let departures: ClosedRange<Int>
  /// Lots that depart within, and no one else may.
  let lots: [Int]
  /// What a run counts, by kind.
  let weights: [Double]
  let least: Double

  /// Whether a run is counted.
  func counts(_ departure: Int) -> Bool { departures.contains(departure) }
}

/// Finds cuts that a fractional solution breaks.
struct RunCuts {
  /// Travellers who depart in an interval, of all that depart there alone.
  private struct Window {
    let departures: ClosedRange<Int>
    let lots: [Int]
    let travellers: Int
  }

  private let windows: [Window]
  private let capacities: [Int]

  /// The most windows that are looked at.
  private static let mostWindows = 2_000
  /// How far a cut is broken at least, as a share of its right side.
  private static let violation = 0.01

  init(_ lots: StreamLots, capacities: [Int]) {
    self.capacities = capacities
    var places: [Int: Int] = [:]
    for (place, departure) in lots.departures.enumerated() { places[departure.minute] = place }
    let ranges = lots.lots.map(\.trip.window)
    var windows: [Window] = []
    let first = Set(ranges.map(\.lowerBound)).sorted()
    let last = Set(ranges.map(\.upperBound)).sorted()
    var seen: Set<[Int]> = []
    // Short ones first: who departs in a long one alone makes no rounding worth it.
    for lower in first {
      for upper in last where upper > lower || first == last {
        let members = ranges.indices.filter {
          ranges[$0].lowerBound >= lower && ranges[$0].upperBound <= upper
        }
        guard !members.isEmpty, seen.insert(members).inserted else { continue }
        let start = members.map { ranges[$0].lowerBound }.min()!
        let end = members.map { ranges[$0].upperBound }.max()!
        let travellers = members.reduce(0) { $0 + lots.lots[$1].count }
        guard travellers <= 4 * (capacities.max() ?? 0) else { break }
        windows.append(
          Window(departures: places[start]!...places[end]!, lots: members, travellers: travellers))
        if windows.count >= RunCuts.mostWindows { break }
      }
    }
    self.windows = windows
  }

  /// The most broken cuts, at most so many; each window gives one at most.
  ///
  /// - Parameter usage: how often runs of each kind depart, by kind and departure.
  func broken(by usage: [[Double]], most: Int) -> [RunCut] {
    let sums = usage.map { kind in kind.reduce(into: [0.0]) { $0.append($0[$0.count - 1] + $1) } }
    var found: [(share: Double, cut: RunCut)] = []
    for window in windows {
      let runs = sums.map { $0[window.departures.upperBound + 1] - $0[window.departures.lowerBound] }
      var best: (share: Double, cut: RunCut)?
      // In order: of cuts that are broken alike the first is taken.
      for divisor in Set(capacities).union([window.travellers]).sorted() where divisor > 0 {
        let cut = cut(window, divisor)
        let share = 1 - zip(cut.weights, runs).reduce(0) { $0 + $1.0 * $1.1 } / cut.least
        if share > best?.share ?? RunCuts.violation { best = (share, cut) }
      }
      if let best { found.append(best) }
    }
    return found.sorted { $0.share > $1.share }.prefix(most).map(\.cut)
  }

  private func cut(_ window: Window, _ divisor: Int) -> RunCut {
    let whole = (window.travellers + divisor - 1) / divisor
    let rest = window.travellers - divisor * (whole - 1)
    return RunCut(
      departures: window.departures, lots: window.lots,
      weights: capacities.map { Double($0 / divisor * rest + min(rest, $0 % divisor)) },
      least: Double(rest * whole))
  }
}
