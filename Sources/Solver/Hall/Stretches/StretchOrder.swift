import Assembly

/// What order of groups `strict` leaves: in which depths a group may sit, by the deepest seat of all groups before it.
///
/// Say the groups before one *reach* depth M: the deepest seat of all their people who count for the order. Then no seat of the
/// group before M − 1 is left to it, and if it reaches M′ ≥ M with them, none behind M′. Every plan in strict order goes so from reach
/// to reach, a *step* a group; which reaches there are is bounded by the seats that are lost before them (``BandBound``). Without
/// `strict` there is one reach, and one step from it to itself.
struct StretchOrder {
  struct Step {
    /// Numbers of the reach before the group and of that with it.
    let from: Int
    let to: Int
    /// How many seats of each stretch the group may have.
    let most: [Int]
  }

  /// How many reaches there are before each group, and behind the last.
  private(set) var reaches: [Int]
  /// The steps of each group, the shallowest reach first.
  private(set) var steps: [[Step]]

  init(_ problem: HallProblem, _ stretches: [Stretch]) {
    let groups = problem.groups
    guard problem.isStrict else {
      reaches = Array(repeating: 1, count: groups.count + 1)
      steps = groups.indices.map { group in
        [Step(from: 0, to: 0, most: stretches.map { problem.room(of: group, in: $0) })]
      }
      return
    }
    let seatsOfDepth = problem.openSeats.reduce(into: Array(repeating: 0, count: problem.depthCount)) {
      $0[problem.depths[$1]] += 1
    }
    let seatsBefore = seatsOfDepth.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    let sizes = groups.map { $0.members.count(where: problem.countsForOrderAnywhere) }
    let slack = seatsBefore[problem.depthCount] - sizes.reduce(0, +)
    /// Whether so many people may reach a depth, and no more seats be lost than nobody needs.
    func mayReach(_ depth: Int, _ people: Int) -> Bool {
      seatsBefore[depth + 1] >= people && seatsBefore[max(0, depth - 1)] - people <= slack
    }
    // The reach before anybody who counts is that of the first depth.
    var current = [0]
    var people = 0
    reaches = [1]
    steps = []
    for (group, size) in sizes.enumerated() {
      people += size
      let next = size == 0 ? current : (0..<problem.depthCount).filter { mayReach($0, people) }
      steps.append(
        current.enumerated().flatMap { from, reached in
          next.enumerated().compactMap { to, deeper in
            guard size == 0 ? deeper == reached : deeper >= reached else { return nil }
            let depths = reached - 1...deeper
            let most = stretches.map { stretch in
              problem.room(of: group, in: stretch, within: size == 0 ? nil : depths)
            }
            return Step(from: from, to: to, most: most)
          }
        })
      reaches.append(next.count)
      current = next
    }
  }
}

extension HallProblem {
  /// How many people of a group may sit in a stretch, those who count for the order within some depths.
  fileprivate func room(of group: Int, in stretch: Stretch, within depths: ClosedRange<Int>? = nil) -> Int {
    let seated = groups[group]
    let isAllowed =
      stretch.pinned.map { $0 == group }
      ?? (seated.sections.isEmpty || seated.sections.contains(stretch.section))
    guard isAllowed else { return 0 }
    let most = min(stretch.seats, seated.members.count)
    guard let depths, stretch.pinned == nil else { return most }
    let exempt = seated.members.count { pins[$0] == nil && !countsForOrderAnywhere($0) }
    return min(most, exempt + stretch.places.count { depths.contains(self.depths[$0]) })
  }
}
