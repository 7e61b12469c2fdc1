import Assembly

extension HallProblem {
  /// A lower bound on the objective of every plan, from counting alone.
  ///
  /// Each term is bounded by itself, so their sum is a bound. *Unseated*: people beyond the open seats. *Parts, runs*: a
  /// group with a seat has at least one part, and at least as many runs as its people fill longest lines; groups may
  /// also stay out whole, at the cost of their people. *Precedence*: people in order of priority take the seats in
  /// order of depth, which by the rearrangement inequality no plan beats; who has no seat counts with depth D.
  ///
  /// - Complexity: O(seats log seats).
  func countingBound() -> Int {
    let pinned = Set(pins.values)
    // A held seat counts only for the person pinned to it.
    let open = hall.seats.indices.filter { !hall.seats[$0].isHeld || pinned.contains($0) }
    return piecesBound(openSeats: open.count) + precedenceBound(open) * weight(.precedence)
  }

  private func precedenceBound(_ seats: [Int]) -> Int {
    let available = seats.map { depths[$0] }.sorted()
    var next = 0
    var sum = 0
    for group in groups {
      for _ in group.members {
        sum += group.priority * (next < available.count ? available[next] : depthCount)
        next += 1
      }
    }
    return sum
  }

  private func piecesBound(openSeats: Int) -> Int {
    let longest = hall.lines(for: event.settings.hallMethod).values.map(\.count).max() ?? 1
    let sizes = groups.map(\.members.count).sorted()
    let shortage = max(0, dueCount - openSeats)
    let whole = weight(.part) + weight(.run)
    // Everybody seated: each group as few runs as its size allows. Somebody unseated: k whole groups may be missing.
    var least =
      shortage > 0
      ? Int.max
      : sizes.reduce(0) { $0 + weight(.part) + weight(.run) * (($1 + longest - 1) / longest) }
    var missing = 0
    for k in 0...sizes.count {
      let unseated = max(shortage, missing, 1)
      least = min(least, weight(.unseated) * unseated + whole * (sizes.count - k))
      if k < sizes.count { missing += sizes[k] }
    }
    return least
  }
}
