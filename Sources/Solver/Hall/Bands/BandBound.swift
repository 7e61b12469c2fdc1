import Assembly

/// A lower bound on strict plans in which everybody sits: a shortest path over groups and the deepest seat so far.
///
/// Say the groups before one reach depth M. Then no seat before M − 1 is used any more: what is empty there is *lost*.
/// The group has seats left at M − 1 and M and fresh ones behind, down to M′. It lies in as many parts as it needs
/// sections and in as many runs as it needs lines, the largest of these depths; its people are no shallower than if all
/// seats that are not lost were taken in order of depth. Each holds for every strict plan, and so does the least sum
/// over all ways for M to grow.
///
/// People who do not count for the order (or may not, if they sit in a line kept for their role) may have any seat: lost ones
/// too. They are left aside but for what they cost by themselves; a group of such people alone has a part and a run.
struct BandBound {
  private let hall: DepthLines
  private let costs: HallCosts
  private let depthSum: [Int]
  private let slack: Int
  /// People of each group who count for the order wherever they sit.
  private let sizes: [Int]
  /// What all others cost at least.
  private let aside: Int
  private let longestLine: Int
  /// Whether a file has seats of several depths: outward, one half of a seat left of a column lies a depth farther out.
  private let linesSpanDepths: Bool
  /// Depths tried beyond the one where a group fits into one section, for fewer runs.
  private static let furthest = 8

  init(_ problem: HallProblem, open: [Int]) {
    let open = Set(open)
    hall = DepthLines(problem, isOpen: open.contains)
    costs = problem.costs
    depthSum = hall.depthSum
    let ordered = problem.groups.map { group in
      group.members.filter(problem.countsForOrderAnywhere)
    }
    sizes = ordered.map(\.count)
    slack = hall.seatCount - sizes.reduce(0, +)
    let costs = costs
    let pieces = sizes.count { $0 == 0 } * (costs.part + costs.run)
    aside = problem.pins.reduce(pieces) { sum, pin in
      sum + costs.precedence * problem.groups[problem.groupOfPerson[pin.key]!].priority
        * problem.depths[pin.value]
    }
    let whole = Room(hall, 0..<hall.depthCount).byLine
    longestLine = whole.first ?? 1
    linesSpanDepths = whole.count < hall.lines.count
  }

  /// What is free when so many people sit no deeper than M: at M − 1 and M, and before.
  private func free(after people: Int, reaching deepest: Int) -> (usable: Int, lost: Int)? {
    let free = hall.seatsBefore[deepest + 1] - people
    guard free >= 0 else { return nil }
    let usable = min(free, hall.seatsBefore[deepest + 1] - hall.seatsBefore[max(0, deepest - 1)])
    return (usable, free - usable)
  }

  /// The least cost of a plan of these groups in order; nothing when not all can sit.
  ///
  /// - Complexity: O(groups × (depths + lines)) for each state that is kept, mostly a few.
  func value(of groups: [HallProblem.SeatedGroup]) -> Int? {
    // By the deepest seat so far, −1 at first.
    var least: [Int: Int] = [-1: 0]
    var people = 0
    for (group, size) in zip(groups, sizes) where size > 0 {
      var next: [Int: Int] = [:]
      for (deepest, cost) in least {
        guard let (usable, lost) = free(after: people, reaching: deepest), lost <= slack else { continue }
        extend(group, size, after: people, reaching: deepest, usable, lost) { deeper, more in
          next[deeper] = min(next[deeper] ?? .max, cost + more)
        }
      }
      least = BandBound.undominated(next)
      people += size
    }
    return least.values.min().map { $0 + aside }
  }

  /// Leaves out what another state that is shallower by two at least reaches no dearer: whatever follows from the deeper
  /// one has its seats at depths that are fresh for the shallower one.
  private static func undominated(_ states: [Int: Int]) -> [Int: Int] {
    var kept: [Int: Int] = [:]
    var (least, before) = (Int.max, Int.max)  // of all states two depths before, and of the depth before
    for deepest in (states.keys.min() ?? 0)...(states.keys.max() ?? 0) {
      let cost = states[deepest] ?? .max
      if cost < least { kept[deepest] = cost }
      (least, before) = (min(least, before), cost)
    }
    return kept
  }

  private func extend(
    _ group: HallProblem.SeatedGroup, _ size: Int, after people: Int, reaching deepest: Int, _ usable: Int,
    _ lost: Int,
    found: (Int, Int) -> Void
  ) {
    let first = people + lost
    guard first + size <= hall.seatCount else { return }
    let precedence = costs.precedence * group.priority * (depthSum[first + size] - depthSum[first])
    let old = max(0, deepest - 1)..<deepest + 1
    let usedUp = Room(hall, old.clamped(to: 0..<hall.depthCount))
    var fresh = Room(hall, 0..<0)
    let fewestRuns = (size + longestLine - 1) / longestLine
    var furtherDepths = 0
    for reached in max(0, deepest)..<hall.depthCount {
      if reached > deepest { fresh.add(hall, reached) }
      guard let after = free(after: people + size, reaching: reached) else { continue }
      if after.lost > slack { return }
      guard min(usable, usedUp.seats) + fresh.seats >= size else { continue }
      let parts = fewest(for: size, usedUp.bySection, fresh.bySection, usable)
      let runs =
        linesSpanDepths
        ? fewest(for: size, usedUp.byLine, fresh.byLine, usable)
        : lines(for: size, usedUp.byLine, fresh.byLine, usable)
      found(reached, precedence + costs.part * parts + costs.run * runs)
      guard parts == 1 else { continue }
      furtherDepths += 1
      if runs == fewestRuns || furtherDepths == BandBound.furthest {
        // Nothing costs less than this. Depths behind the next one lead to nothing better either: see undominated.
        let least = precedence + costs.part + costs.run * fewestRuns
        return (reached...min(reached + 1, hall.depthCount - 1)).forEach { found($0, least) }
      }
    }
  }

  /// How many sections, or lines, hold so many people, when the old seats have no more than `usable` left; each may have old
  /// seats and fresh ones.
  private func fewest(for people: Int, _ old: [Int], _ fresh: [Int], _ usable: Int) -> Int {
    var count = 1
    while min(usable, old.prefix(count).reduce(0, +)) + fresh.prefix(count).reduce(0, +) < people {
      count += 1
    }
    return count
  }

  /// How many lines hold so many people, when the old ones have no more than `usable` seats left.
  private func lines(for people: Int, _ old: [Int], _ fresh: [Int], _ usable: Int) -> Int {
    var least = Int.max
    var ofOld = 0
    for oldLines in 0...old.count {
      if oldLines > 0 { ofOld += old[oldLines - 1] }
      var seats = min(usable, ofOld)
      var freshLines = 0
      while seats < people, freshLines < fresh.count {
        seats += fresh[freshLines]
        freshLines += 1
      }
      if seats >= people { least = min(least, oldLines + freshLines) }
      if ofOld >= min(usable, people) { break }
    }
    return least
  }

  /// Seats at some depths by section and by line, the largest first.
  private struct Room {
    private(set) var seats = 0
    private(set) var bySection: [Int] = []
    private(set) var byLine: [Int] = []
    private var sections: [Int: Int] = [:]
    private var lines: [LineName: Int] = [:]

    private struct LineName: Hashable {
      let section, number: Int
    }

    init(_ hall: DepthLines, _ depths: Range<Int>) {
      for depth in depths { add(hall, depth) }
    }

    mutating func add(_ hall: DepthLines, _ depth: Int) {
      for line in hall.linesOfDepth[depth] {
        let count = hall.lines[line].seats.count
        seats += count
        sections[hall.lines[line].section, default: 0] += count
        let name = LineName(section: hall.lines[line].section, number: hall.lines[line].number)
        lines[name, default: 0] += count
      }
      byLine = lines.values.sorted(by: >)
      bySection = sections.values.sorted(by: >)
    }
  }
}
