import SolverShared

/// A search for blocks that fit together, guided by reduced costs.
///
/// Items are laid one after another behind what lies in the strips already, mostly in the strip whose front is shallowest.
/// What is laid costs the bound of the prices and the reduced costs so far; an item not laid yet will add at least its
/// least reduced cost behind the fronts. States with equally many items are ranked by both together, and the best of them
/// are kept: a beam search whose guide is a lower bound on what a state can become.
///
/// - Complexity: O(items × width × (window × strips)) time for beams of `width` states.
struct BeamSearch {
  /// Where an item is laid; no strip when it is left out.
  struct Move {
    let strip: Int
    let start: Int
    let item: Int
    /// Seats in the next strip, on the other side of the centre, when the item begins with the first lines of both.
    var opposite = 0
  }

  /// Of the items not laid yet only the first so many in protocol order are tried.
  static let window = 40
  /// Lines at whose start a block may begin in one step.
  private static let startLines = 8
  /// Strips that may be closed for good in one step, beside those in which nothing can lie.
  private static let closedStrips = 2

  private let completions: [StripCompletion]
  private let width: Int
  private let sizes: [Int]
  /// What it costs to leave an item out, less its price.
  private let absence: [Double]
  /// What each person costs for whom no seat is left.
  private let shortageCost: Double
  /// What items are expected to cost beyond the relaxed cost, by strip; nothing where a bound is sought, for other orders
  /// may avoid it.
  private let extras: [ExpectedExtras?]
  /// By strip, then item and line: the least reduced cost from the line on.
  private let leastReduced: [[[Double]]]
  private let bound: Double
  private let upperBound: Double
  private let itemKeys: [UInt64]
  /// Whether keys tell any two states apart.
  private let isExact: Bool
  /// Strips that meet the next one at the centre; none where a bound is sought, for it is that of whole strips.
  private let centres: [Int]
  /// A part less its price, by item.
  private let partLessPrice: [Double]

  /// A search at prices that the completions were solved against.
  ///
  /// - Parameters:
  ///   - bound: that of the prices.
  ///   - upperBound: what can only become dearer is dropped.
  ///   - isProof: whether a bound is sought: then what other orders may avoid does not count.
  init(
    _ completions: [StripCompletion], items: [BlockItem], prices: [Double], bound: Double, upperBound: Double,
    width: Int, isProof: Bool, of problem: HallProblem
  ) {
    self.completions = completions
    self.bound = bound
    self.width = width
    sizes = items.map(\.size)
    absence = zip(items, prices).map { max(0, Double(problem.costOfAbsence($0.size, of: $0.group)) - $1) }
    shortageCost = Double(problem.costs.unseated)
    partLessPrice = prices.map { Double(problem.costs.part) - $0 }
    centres = isProof ? [] : completions.map(\.strip).centres
    self.upperBound = upperBound
    let extras = completions.map { isProof ? nil : ExpectedExtras(in: $0.strip, items: items, of: problem) }
    self.extras = extras
    leastReduced = zip(completions, extras).map { $0.leastReducedCosts(with: $1) }
    var random = SplitMix64(seed: 0)
    // With few items and strips a key is the state itself, and no two states share one; else it is a hash.
    var states: UInt64? = items.count <= UInt64.bitWidth ? 1 : nil
    for completion in completions {
      let (product, overflow) = (states ?? 0).multipliedReportingOverflow(
        by: UInt64((completion.strip.capacity + 1) * (items.count + 2)))
      states = states == nil || overflow ? nil : product
    }
    isExact = states != nil
    itemKeys = items.indices.map { [isExact] in isExact ? 1 << UInt64($0) : random.next() }
  }

  /// What a search gave.
  struct Result {
    /// The best ways to lay all items that were found, the best first.
    let plans: [[Move]]
    /// No plan of whole groups costs less, if this was sought: nothing that was dropped could become cheaper.
    let bound: Double
  }

  /// Searches; nothing comes of it when it is stopped.
  func run(limit: Int, isStopped: () -> Bool) -> Result {
    var beam = Beam(
      fronts: completions.map { _ in Front() }, itemCount: sizes.count, people: sizes.reduce(0, +),
      bound: bound)
    var levels: [[Step]] = []
    var dropped = upperBound
    for _ in sizes.indices {
      if isStopped() { return Result(plans: [], bound: bound) }
      let (chosen, least) = successors(of: beam, isFirst: levels.isEmpty)
      dropped = min(dropped, least)
      levels.append(chosen.map { Step(parent: $0.parent, move: $0.move) })
      beam = advance(beam, by: chosen)
    }
    let plans = (0..<min(limit, beam.count)).map { last in
      var state = last
      var moves: [Move] = []
      for steps in levels.reversed() {
        moves.append(steps[state].move)
        state = steps[state].parent
      }
      return Array(moves.reversed())
    }
    // Two states that a hash takes for one would leave a plan out: no proof then.
    let isComplete = sizes.count <= BeamSearch.window && isExact
    return Result(
      plans: plans, bound: isComplete ? max(bound, min(dropped, beam.cost.min() ?? .infinity)) : bound)
  }

  private struct Step {
    let parent: Int
    let move: Move
  }

  /// What tells states apart: the items that are laid, and how far each strip is filled.
  private struct StateKey: Hashable, Comparable {
    let items: UInt64
    let fronts: UInt64

    static func < (left: StateKey, right: StateKey) -> Bool {
      (left.items, left.fronts) < (right.items, right.fronts)
    }
  }

  private struct Candidate {
    /// A lower bound on what the state can become.
    let estimate: Double
    /// The bound and the reduced costs of all that is laid.
    let cost: Double
    /// Equal for states with the same items laid up to the same fronts.
    let key: StateKey
    let parent: Int
    let move: Move
    /// How many strips before the move's, in order of their fronts, get nothing more.
    let closedStrips: Int
  }

  // MARK: Expanding

  /// The best states with one item more.
  ///
  /// - Returns: the states, and what any other could become at least.
  private func successors(of beam: Beam, isFirst: Bool) -> ([Candidate], dropped: Double) {
    var pool = CandidatePool(width: width, cutoff: upperBound)
    for state in 0..<beam.count { expand(state, of: beam, into: &pool) }
    if isFirst { layAcrossCentres(beam, into: &pool) }
    return (pool.best(), pool.dropped)
  }

  private func expand(_ state: Int, of beam: Beam, into pool: inout CandidatePool) {
    let unused = beam.unused(of: state, limit: BeamSearch.window)
    var fronts = beam.fronts(of: state)
    leaveOut(unused[0], state, beam, unused, fronts, into: &pool)
    var closed = 0
    var cost = beam.cost[state]
    var fruitful = 0
    for s in order(of: fronts) {
      let completion = completions[s]
      let front = fronts[s]
      let here = completion.rest(front.next ?? 0, from: front.position)
      let expected = expectation(of: unused, fronts, without: s)
      let room = room(behind: fronts)
      let count = pool.count
      for (start, least) in starts(of: front, in: completion, from: cost - here, into: &pool) {
        for (k, item) in unused.enumerated() where item >= least {
          let through = completion.costThrough(item, from: start)
          guard cost + through - here < pool.cutoff else { continue }
          let end = start + sizes[item]
          let newCost =
            cost + through - here + (extras[s]?.cost(of: item, on: start..<end) ?? 0)
          let line = completion.lineBehind(end)
          let shortage = max(0, beam.people[state] - sizes[item] - (room - (end - front.position)))
          let estimate =
            newCost + shortageCost * Double(shortage) + expected.sum(line, leastReduced[s])
            - expected.share(of: k, line, leastReduced[s])
          guard estimate < pool.cutoff else { continue }
          let after = self.front(at: end, in: s, next: item + 1)
          pool.add(
            Candidate(
              estimate: estimate, cost: newCost,
              key: StateKey(
                items: beam.usedKey[state] ^ itemKeys[item], fronts: key(of: fronts, replacing: s, by: after)),
              parent: state, move: Move(strip: s, start: start, item: item), closedStrips: closed))
        }
      }
      if pool.count > count { fruitful += 1 }
      cost -= here
      if fruitful > BeamSearch.closedStrips { return pool.drop(cost) }
      // Nothing more comes into this strip.
      closed += 1
      fronts[s] = Front(position: completion.strip.capacity)
    }
  }

  /// Lays each of the first items across the centre, with as many seats on either side as it may have.
  private func layAcrossCentres(_ beam: Beam, into pool: inout CandidatePool) {
    let unused = beam.unused(of: 0, limit: BeamSearch.window)
    for s in centres {
      let closed = completions[s].closed[0] + completions[s + 1].closed[0]
      for (k, item) in unused.enumerated() {
        // One seat alone on a side would be a lone one.
        for here in stride(from: 2, through: sizes[item] - 2, by: 1) {
          let there = sizes[item] - here
          let reduced =
            completions[s].costOfEnding(item, with: here) + completions[s + 1].costOfEnding(item, with: there)
            + partLessPrice[item] - closed
          let cost = beam.cost[0] + reduced
          guard cost < pool.cutoff else { continue }
          var fronts = beam.fronts(of: 0)
          fronts[s] = front(at: here, in: s, next: 0)
          fronts[s + 1] = front(at: there, in: s + 1, next: 0)
          var rest = unused
          rest.remove(at: k)
          let estimate = cost + expectation(of: rest, fronts, without: nil).base
          guard estimate < pool.cutoff else { continue }
          pool.add(
            Candidate(
              estimate: estimate, cost: cost,
              key: StateKey(items: itemKeys[item], fronts: key(of: fronts, replacing: nil, by: Front())),
              parent: 0,
              move: Move(strip: s, start: 0, item: item, opposite: there), closedStrips: 0))
        }
      }
    }
  }

  private func leaveOut(
    _ item: Int, _ state: Int, _ beam: Beam, _ unused: [Int], _ fronts: [Front],
    into pool: inout CandidatePool
  ) {
    let cost = beam.cost[state] + absence[item]
    guard cost < pool.cutoff else { return }
    let expected = expectation(of: Array(unused.dropFirst()), fronts, without: nil)
    pool.add(
      Candidate(
        estimate: cost + expected.base, cost: cost,
        key: StateKey(
          items: beam.usedKey[state] ^ itemKeys[item], fronts: key(of: fronts, replacing: nil, by: Front())),
        parent: state, move: Move(strip: -1, start: 0, item: item), closedStrips: 0))
  }

  /// Strips with seats left, the shallowest front first.
  private func order(of fronts: [Front]) -> [Int] {
    fronts.indices.filter { fronts[$0].position < completions[$0].strip.capacity }.sorted {
      let (one, other) = (completions[$0].strip, completions[$1].strip)
      return (one.depth(at: fronts[$0].position), $0) < (other.depth(at: fronts[$1].position), $1)
    }
  }

  /// Where the next item may begin, and the first item that may lie there: behind the last one of an open block, or at
  /// the start of a line; `base` is what the state costs without this strip.
  private func starts(
    of front: Front, in completion: StripCompletion, from base: Double, into pool: inout CandidatePool
  ) -> [(position: Int, least: Int)] {
    let strip = completion.strip
    var starts = front.next.map { [(front.position, $0)] } ?? []
    var line = strip.lineOfPosition[front.position] + (front.next == nil ? 0 : 1)
    let stop = min(strip.lines.count, line + BeamSearch.startLines)
    while line < stop, base + completion.closed[line] < pool.cutoff {
      if strip.lineStart[line] < strip.capacity { starts.append((strip.lineStart[line], 0)) }
      line += 1
    }
    if line < strip.lines.count { pool.drop(base + completion.closed[line]) }
    return starts
  }

  private func room(behind fronts: [Front]) -> Int {
    zip(completions, fronts).reduce(0) { $0 + $1.0.strip.capacity - $1.1.position }
  }

  private func key(of fronts: [Front], replacing strip: Int?, by front: Front) -> UInt64 {
    var key: UInt64 = 0
    for s in fronts.indices {
      let front = s == strip ? front : fronts[s]
      guard !isExact else {
        key *= UInt64((completions[s].strip.capacity + 1) * (sizes.count + 2))
        key += UInt64(front.position * (sizes.count + 2) + (front.next.map { $0 + 1 } ?? 0))
        continue
      }
      key = (key ^ UInt64(front.position << 20 | (front.next.map { $0 + 1 } ?? 0))) &* 0x9E37_79B9_7F4A_7C15
      key ^= key >> 29
    }
    return key
  }

  /// The front of a strip that is filled up to a position, where the next item is `next` at least if the block goes on.
  private func front(at position: Int, in strip: Int, next: Int) -> Front {
    Front(position: position, next: completions[strip].strip.isLineStart(position) ? nil : next)
  }

  // MARK: Expecting

  /// What unused items will add in all strips but one.
  private func expectation(of unused: [Int], _ fronts: [Front], without strip: Int?) -> Expectation {
    var elsewhere = unused.map { absence[$0] }
    for s in fronts.indices where s != strip {
      let line = completions[s].lineBehind(fronts[s].position)
      for (k, item) in unused.enumerated() { elsewhere[k] = min(elsewhere[k], leastReduced[s][item][line]) }
    }
    return Expectation(unused: unused, elsewhere: elsewhere)
  }

  private final class Expectation {
    private let unused: [Int]
    private let elsewhere: [Double]
    private var sums: [(line: Int, sum: Double)] = []

    init(unused: [Int], elsewhere: [Double]) {
      self.unused = unused
      self.elsewhere = elsewhere
    }

    var base: Double { elsewhere.reduce(0, +) }

    /// What the k-th unused item adds at least with the front at this line.
    func share(of k: Int, _ line: Int, _ reduced: [[Double]]) -> Double {
      min(elsewhere[k], reduced[unused[k]][line])
    }

    func sum(_ line: Int, _ reduced: [[Double]]) -> Double {
      if let known = sums.first(where: { $0.line == line }) { return known.sum }
      let sum = unused.indices.reduce(0) { $0 + share(of: $1, line, reduced) }
      sums.append((line, sum))
      return sum
    }
  }

  // MARK: Advancing

  private func advance(_ beam: Beam, by chosen: [Candidate]) -> Beam {
    var next = beam.emptied(capacity: chosen.count)
    for candidate in chosen {
      var fronts = beam.fronts(of: candidate.parent)
      let move = candidate.move
      if move.strip >= 0 {
        for s in order(of: fronts).prefix(candidate.closedStrips) {
          fronts[s] = Front(position: completions[s].strip.capacity)
        }
        let end = move.start + sizes[move.item] - move.opposite
        fronts[move.strip] = front(at: end, in: move.strip, next: move.opposite > 0 ? 0 : move.item + 1)
        if move.opposite > 0 {
          fronts[move.strip + 1] = front(at: move.opposite, in: move.strip + 1, next: 0)
        }
      }
      next.append(
        from: beam, candidate.parent, fronts: fronts, laying: move.item, size: sizes[move.item],
        key: itemKeys[move.item], cost: candidate.cost)
    }
    return next
  }

  private struct CandidatePool {
    let width: Int
    /// No candidate that is worse can be among the best.
    private(set) var cutoff: Double
    private var candidates: [Candidate] = []
    /// The least estimate of all that is left out, duplicates apart.
    private(set) var dropped = Double.infinity
    /// How many were added in all.
    private(set) var count = 0

    init(width: Int, cutoff: Double) {
      self.width = width
      self.cutoff = cutoff
    }

    mutating func add(_ candidate: Candidate) {
      candidates.append(candidate)
      count += 1
      if candidates.count >= 16 * width { prune() }
    }

    /// Leaves out what can become no cheaper than this.
    mutating func drop(_ estimate: Double) {
      dropped = min(dropped, estimate)
    }

    mutating func best() -> [Candidate] {
      prune()
      return candidates
    }

    /// Keeps the best, each state once.
    private mutating func prune() {
      candidates.sort {
        $0.estimate != $1.estimate
          ? $0.estimate < $1.estimate : ($0.key, $0.parent) < ($1.key, $1.parent)
      }
      var seen = Set<StateKey>()
      candidates.removeAll { seen.count == width || !seen.insert($0.key).inserted }
      if candidates.count == width {
        cutoff = candidates[width - 1].estimate
        drop(cutoff)
      }
    }
  }
}
