import Assembly
import SolverShared

/// Random changes of a seating that keep how many seats each group has, and every seat that is fixed.
struct SeatMoves {
  private let graph: SeatGraph
  private let nobody: Int
  private let isFree: [Bool]
  let isWheelchairPlace: [Bool]
  /// Whether a group may sit in a section, by group and section.
  private let isAllowed: [[Bool]]
  private let section: [Int]
  /// Groups that have a seat that may change hands.
  private let groups: [Int]
  private let isMovable: [Bool]
  /// Ranks of the seats along each pattern of ways over the hall.
  private let patterns: [[Int32]]
  /// The seats along each pattern.
  private let ways: [[Int]]
  /// Seats of a new laying, and the groups that are laid, kept between moves for their memory.
  private var pool: [Int] = []
  private var chosen: [Int] = []
  private var counts: [Int] = []
  private var given: [Int] = []
  private var isPooled: [Bool]

  var canMove: Bool { !groups.isEmpty }

  /// Seats that may change hands.
  let freeCount: Int

  init(_ problem: HallProblem, _ seating: Seating, isFixed: (Int) -> Bool) {
    graph = seating.graph
    nobody = seating.nobody
    let hall = problem.hall
    // A line kept for a role stays with whom it was given to.
    isFree = hall.seats.indices.map { !isFixed($0) && !hall.seats[$0].isHeld && hall.seats[$0].role == nil }
    freeCount = isFree.count { $0 }
    isWheelchairPlace = hall.seats.map(\.isWheelchairPlace)
    isAllowed =
      problem.groups.map { group in
        hall.sections.indices.map { group.sections.isEmpty || group.sections.contains($0) }
      } + [hall.sections.map { _ in true }]
    section = hall.seats.map(\.section)
    isPooled = Array(repeating: false, count: hall.seats.count)
    patterns = (0..<16).map { Pattern(bits: $0).ranks(seating.graph, sections: hall.seats.map(\.section)) }
    ways = patterns.map { ranks in ranks.indices.sorted { ranks[$0] < ranks[$1] } }
    isMovable = (0...seating.nobody).map { [isFree] in seating.seats(of: $0).contains { isFree[$0] } }
    groups = problem.groups.indices.filter { [isMovable] in isMovable[$0] }
  }

  /// Makes a change; false when it came to nothing and is to be taken back.
  mutating func propose(on seating: inout Seating, _ random: inout SplitMix64) -> Bool {
    switch random.below(100) {
    case ..<70: chain(&seating, &random)
    case ..<92: relay(&seating, &random)
    default: jump(&seating, &random)
    }
  }

  /// Whether a seat may change hands: an empty wheelchair place is kept for who comes in a wheelchair.
  func mayMove(_ seat: Int, _ seating: Seating) -> Bool {
    isFree[seat] && !(isWheelchairPlace[seat] && seating.holder[seat] == nobody)
  }

  /// Whether a group, or nobody, may have a seat of this section.
  func maySit(_ group: Int, inSectionOf seat: Int) -> Bool { isAllowed[group][section[seat]] }

  private func mayHold(_ group: Int, _ seat: Int, _ seating: Seating) -> Bool {
    mayMove(seat, seating) && maySit(group, inSectionOf: seat)
  }

  // MARK: Ejection chains

  /// A group takes a seat beside its own, or several; who loses them takes as many in turn; the last one takes what the first
  /// group gives up, or empty seats.
  private mutating func chain(_ seating: inout Seating, _ random: inout SplitMix64) -> Bool {
    let first = group(seating, &random)
    chooseGiven(by: first, seating, &random)
    guard !given.isEmpty else { return false }
    var taker = first
    for length in 1...4 {
      var loser = -1
      for _ in given.indices {
        guard let seat = seatBeside(taker, heldBy: loser, seating, &random) else { return false }
        loser = seating.holder[seat]
        seating.give(seat, to: taker)
      }
      if loser == nobody || (length > 1 || random.below(4) > 0) && mayClose(loser, length, seating, &random) {
        for seat in given { seating.give(seat, to: loser) }
        return true
      }
      taker = loser
    }
    return false
  }

  /// A group at random; mostly one that lies in several parts, where there is any.
  private func group(_ seating: Seating, _ random: inout SplitMix64) -> Int {
    var group = groups[random.below(groups.count)]
    for _ in 0..<random.below(6) where seating.parts[group] < 2 { group = groups[random.below(groups.count)] }
    return group
  }

  /// What a group gives up: a seat, or one of its parts.
  private mutating func chooseGiven(by group: Int, _ seating: Seating, _ random: inout SplitMix64) {
    given.removeAll(keepingCapacity: true)
    let seat = seating.seat(random.below(seating.count[group]), of: group)
    guard isFree[seat] else { return }
    given.append(seat)
    guard seating.parts[group] > 1, random.below(2) == 0 else { return }
    var next = 0
    while next < given.count {
      for other in graph.reached(from: given[next])
      where seating.holder[other] == group && isFree[other] && !given.contains(other) {
        given.append(other)
        guard given.count < 8, 2 * given.count <= seating.count[group] else {
          return given.removeLast(given.count - 1)
        }
      }
      next += 1
    }
  }

  /// A seat that the group reaches from one of its own, of somebody else or of this one, or empty.
  private func seatBeside(
    _ group: Int, heldBy wanted: Int, _ seating: Seating, _ random: inout SplitMix64
  ) -> Int? {
    guard seating.count[group] > 0 else { return nil }
    for _ in 0..<(wanted < 0 ? 6 : 20) {
      let own = seating.seat(random.below(seating.count[group]), of: group)
      guard !given.contains(own), let seat = graph.seatReached(from: own, &random) else { continue }
      let holder = seating.holder[seat]
      if holder != group, wanted < 0 || holder == wanted, !given.contains(seat),
        mayHold(group, seat, seating)
      {
        return seat
      }
    }
    return nil
  }

  /// Whether a group that lost seats takes those that are given up.
  private func mayClose(
    _ group: Int, _ length: Int, _ seating: Seating, _ random: inout SplitMix64
  ) -> Bool {
    guard given.allSatisfy({ isAllowed[group][section[$0]] }) else { return false }
    return length == 4 || random.below(3) == 0
      || given.contains { graph.reached(from: $0).contains { seating.holder[$0] == group } }
  }

  // MARK: Laying anew

  /// Lays two to four groups that touch each other anew over their seats, sometimes with the empty seats about them.
  private mutating func relay(_ seating: inout Seating, _ random: inout SplitMix64) -> Bool {
    choose(2 + min(random.below(4), random.below(3)), seating, &random)
    guard chosen.count > 1 else { return false }
    for group in chosen {
      for seat in seating.seats(of: group) where isFree[seat] { add(seat) }
    }
    if random.below(2) == 0 {
      for index in pool.indices {
        for other in graph.reached(from: pool[index]) where mayTake(other, seating) { add(other) }
      }
    }
    return lay(&seating, &random)
  }

  /// Chooses a group at random, and others that touch those chosen.
  private mutating func choose(_ wanted: Int, _ seating: Seating, _ random: inout SplitMix64) {
    chosen.removeAll(keepingCapacity: true)
    chosen.append(group(seating, &random))
    for _ in 0..<8 where chosen.count < wanted {
      let group = chosen[random.below(chosen.count)]
      let seat = seating.seat(random.below(seating.count[group]), of: group)
      guard let other = graph.seatReached(from: seat, &random).map({ seating.holder[$0] }) else { continue }
      if other != nobody, isMovable[other], !chosen.contains(other) { chosen.append(other) }
    }
  }

  /// Lays a group anew on empty seats somewhere else and its own.
  private mutating func jump(_ seating: inout Seating, _ random: inout SplitMix64) -> Bool {
    guard seating.count[nobody] > 0 else { return false }
    let group = groups[random.below(groups.count)]
    let start = seating.seat(random.below(seating.count[nobody]), of: nobody)
    guard mayTake(start, seating) else { return false }
    let wanted = 2 * seating.count[group]
    add(start)
    var next = 0
    while next < pool.count, pool.count < wanted {
      for other in graph.reached(from: pool[next])
      where mayTake(other, seating) || (seating.holder[other] == group && isFree[other]) { add(other) }
      next += 1
    }
    for seat in seating.seats(of: group) where isFree[seat] { add(seat) }
    chosen.removeAll(keepingCapacity: true)
    chosen.append(group)
    return lay(&seating, &random)
  }

  private func mayTake(_ seat: Int, _ seating: Seating) -> Bool {
    seating.holder[seat] == nobody && isFree[seat] && !isWheelchairPlace[seat]
  }

  private mutating func add(_ seat: Int) {
    guard !isPooled[seat] else { return }
    isPooled[seat] = true
    pool.append(seat)
  }

  /// Lays the chosen groups one after another, in random order, along the seats of the pool, in a random pattern; the empty
  /// seats lie before, behind or between them.
  private mutating func lay(_ seating: inout Seating, _ random: inout SplitMix64) -> Bool {
    defer {
      for seat in pool { isPooled[seat] = false }
      pool.removeAll(keepingCapacity: true)
    }
    for index in chosen.indices.reversed() where index > 0 { chosen.swapAt(index, random.below(index + 1)) }
    counts.removeAll(keepingCapacity: true)
    var spare = pool.count
    for group in chosen {
      counts.append(seating.seats(of: group).reduce(0) { $0 + (isFree[$1] ? 1 : 0) })
      spare -= counts[counts.count - 1]
    }
    order(along: random.below(patterns.count))
    let gap = random.below(chosen.count + 1)
    var next = 0
    for (index, group) in chosen.enumerated() {
      if index == gap { next = leaveEmpty(next, spare, &seating) }
      for seat in pool[next..<next + counts[index]] {
        guard isAllowed[group][section[seat]] else { return false }
        seating.give(seat, to: group)
      }
      next += counts[index]
    }
    if gap == chosen.count { next = leaveEmpty(next, spare, &seating) }
    return true
  }

  /// Puts the seats of the pool in order of a pattern.
  private mutating func order(along pattern: Int) {
    if 8 * pool.count > isPooled.count {
      pool.removeAll(keepingCapacity: true)
      for seat in ways[pattern] where isPooled[seat] { pool.append(seat) }
    } else {
      let ranks = patterns[pattern]
      pool.sort { ranks[$0] < ranks[$1] }
    }
  }

  private func leaveEmpty(_ start: Int, _ count: Int, _ seating: inout Seating) -> Int {
    for seat in pool[start..<start + count] { seating.give(seat, to: nobody) }
    return start + count
  }

  /// A way over the seats of a hall: line by line or across the lines, from any corner, in alternating or equal directions.
  private struct Pattern {
    let isAcross: Bool
    let isBackward: Bool
    let isMirrored: Bool
    let alternates: Bool

    init(bits: Int) {
      isAcross = bits & 1 != 0
      isBackward = bits & 2 != 0
      isMirrored = bits & 4 != 0
      alternates = bits & 8 != 0
    }

    func ranks(_ graph: SeatGraph, sections: [Int]) -> [Int32] {
      let keys = sections.indices.map { seat -> (Int, Int, Double, Int) in
        let column = Int(graph.along[seat].rounded(.down))
        let (major, minor) =
          isAcross ? (column, Double(graph.line[seat])) : (graph.line[seat], graph.along[seat])
        let isTurned = (alternates && major & 1 != 0) != isMirrored
        return (sections[seat], isBackward ? -major : major, isTurned ? -minor : minor, seat)
      }
      var ranks = [Int32](repeating: 0, count: keys.count)
      for (rank, key) in keys.sorted(by: <).enumerated() { ranks[key.3] = Int32(rank) }
      return ranks
    }
  }
}
