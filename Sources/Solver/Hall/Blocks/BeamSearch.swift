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

  private let guides: [StripGuide]
  private let width: Int
  private let sizes: [Int]
  /// What it costs to leave an item out, less its price.
  private let absence: [Double]
  /// What each person costs for whom no seat is left.
  private let shortageCost: Double
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
    self.bound = bound
    self.width = width
    sizes = items.map(\.size)
    absence = zip(items, prices).map { max(0, Double(problem.costOfAbsence($0.size, of: $0.group)) - $1) }
    shortageCost = Double(problem.costs.unseated)
    partLessPrice = prices.map { Double(problem.costs.part) - $0 }
    centres = isProof ? [] : completions.map(\.strip).centres
    self.upperBound = upperBound
    // Nothing is expected beyond the relaxed cost where a bound is sought, for other orders may avoid it.
    guides = completions.map {
      StripGuide($0, extras: isProof ? nil : ExpectedExtras(in: $0.strip, items: items, of: problem))
    }
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
      fronts: guides.map { _ in Front() }, itemCount: sizes.count, people: sizes.reduce(0, +),
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
    let order = order(of: fronts)
    let expected = Expectation(of: unused, absence: absence, fronts, of: guides, order)
    leaveOut(unused[0], state, beam, expected, fronts, into: &pool)
    var cost = beam.cost[state]
    var fruitful = 0
    for (closed, s) in order.enumerated() {
      let guide = guides[s]
      let front = fronts[s]
      let here = guide.completion.rest(front.next ?? 0, from: front.position)
      let room = room(behind: fronts)
      let count = pool.count
      var elsewhere = expected.without(place: closed, guide)
      for start in starts(of: front, in: guide, from: cost - here, into: &pool) {
        for (k, item) in unused.enumerated() where item >= start.least {
          let relaxed = cost + guide.costThrough(item, from: start) - here
          guard relaxed < pool.cutoff else { continue }
          let end = start.position + sizes[item]
          let line = guide.line(behind: end)
          let shortage = max(0, beam.people[state] - sizes[item] - (room - (end - front.position)))
          let lack = shortageCost * Double(shortage)
          // Extras are looked up where the item might do without.
          guard elsewhere.add(allBut: k, line, to: relaxed + lack) < pool.cutoff else { continue }
          let newCost = relaxed + guide.extraCost(of: item, from: start, to: end)
          let estimate = elsewhere.add(allBut: k, line, to: newCost + lack)
          guard estimate < pool.cutoff else { continue }
          let after = self.front(at: end, in: s, next: item + 1)
          pool.add(
            Candidate(
              estimate: estimate, cost: newCost,
              key: StateKey(
                items: beam.usedKey[state] ^ itemKeys[item], fronts: key(of: fronts, replacing: s, by: after)),
              parent: state, move: Move(strip: s, start: start.position, item: item), closedStrips: closed))
        }
      }
      if pool.count > count { fruitful += 1 }
      cost -= here
      if fruitful > BeamSearch.closedStrips { return pool.drop(cost) }
      // Nothing more comes into this strip.
      fronts[s] = Front(position: guide.strip.capacity)
    }
  }

  /// Lays each of the first items across the centre, with as many seats on either side as it may have.
  private func layAcrossCentres(_ beam: Beam, into pool: inout CandidatePool) {
    let unused = beam.unused(of: 0, limit: BeamSearch.window)
    for s in centres {
      let sides = (guides[s].completion, guides[s + 1].completion)
      let closed = sides.0.closed[0] + sides.1.closed[0]
      for (k, item) in unused.enumerated() {
        // One seat alone on a side would be a lone one.
        for here in stride(from: 2, through: sizes[item] - 2, by: 1) {
          let there = sizes[item] - here
          let reduced =
            sides.0.costOfEnding(item, with: here) + sides.1.costOfEnding(item, with: there)
            + partLessPrice[item] - closed
          let cost = beam.cost[0] + reduced
          guard cost < pool.cutoff else { continue }
          var fronts = beam.fronts(of: 0)
          fronts[s] = front(at: here, in: s, next: 0)
          fronts[s + 1] = front(at: there, in: s + 1, next: 0)
          var rest = unused
          rest.remove(at: k)
          let expected = Expectation(of: rest, absence: absence, fronts, of: guides, Array(guides.indices))
          let estimate = cost + expected.sum()
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
    _ item: Int, _ state: Int, _ beam: Beam, _ expected: Expectation, _ fronts: [Front],
    into pool: inout CandidatePool
  ) {
    let cost = beam.cost[state] + absence[item]
    guard cost < pool.cutoff else { return }
    pool.add(
      Candidate(
        estimate: cost + expected.sum(allBut: 1), cost: cost,
        key: StateKey(
          items: beam.usedKey[state] ^ itemKeys[item], fronts: key(of: fronts, replacing: nil, by: Front())),
        parent: state, move: Move(strip: -1, start: 0, item: item), closedStrips: 0))
  }

  /// Strips with seats left, the shallowest front first.
  private func order(of fronts: [Front]) -> [Int] {
    fronts.indices.compactMap { s in
      let (strip, position) = (guides[s].strip, fronts[s].position)
      return position < strip.capacity ? (depth: strip.depth(at: position), strip: s) : nil
    }.sorted { ($0.depth, $0.strip) < ($1.depth, $1.strip) }.map(\.strip)
  }

  /// Where the next item may begin: behind the last one of an open block, or at the start of a line; `base` is what the state costs
  /// without this strip.
  private func starts(
    of front: Front, in guide: StripGuide, from base: Double, into pool: inout CandidatePool
  ) -> [StripGuide.Start] {
    let strip = guide.strip
    var starts = front.next.map { [StripGuide.Start(position: front.position, least: $0)] } ?? []
    var line = strip.lineOfPosition[front.position] + (front.next == nil ? 0 : 1)
    let stop = min(strip.lines.count, line + BeamSearch.startLines)
    while line < stop, base + guide.completion.closed[line] < pool.cutoff {
      if strip.lineStart[line] < strip.capacity {
        starts.append(StripGuide.Start(position: strip.lineStart[line], line: line, least: 0))
      }
      line += 1
    }
    if line < strip.lines.count { pool.drop(base + guide.completion.closed[line]) }
    return starts
  }

  private func room(behind fronts: [Front]) -> Int {
    zip(guides, fronts).reduce(0) { $0 + $1.0.strip.capacity - $1.1.position }
  }

  private func key(of fronts: [Front], replacing strip: Int?, by front: Front) -> UInt64 {
    var key: UInt64 = 0
    for s in fronts.indices {
      let front = s == strip ? front : fronts[s]
      guard !isExact else {
        key *= UInt64((guides[s].strip.capacity + 1) * (sizes.count + 2))
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
    Front(position: position, next: guides[strip].strip.isLineStart(position) ? nil : next)
  }

  // MARK: Expecting

  /// What unused items will add at least behind the fronts of strips, whose order is that in which they may be closed.
  private struct Expectation {
    private let unused: [Int]
    /// For each place in the order, and behind it, by unused item: the least that it adds in the strips from there on, or absent.
    private var least: [Double]

    init(of unused: [Int], absence: [Double], _ fronts: [Front], of guides: [StripGuide], _ order: [Int]) {
      self.unused = unused
      let count = unused.count
      least = Array(repeating: 0, count: (order.count + 1) * count)
      for (k, item) in unused.enumerated() { least[order.count * count + k] = absence[item] }
      for (place, s) in order.enumerated().reversed() {
        let guide = guides[s]
        let line = guide.line(behind: fronts[s].position)
        for (k, item) in unused.enumerated() {
          least[place * count + k] =
            min(least[(place + 1) * count + k], guide.leastReduced(item, from: line))
        }
      }
    }

    /// What the items will add in all, but for some of the first.
    func sum(allBut first: Int = 0) -> Double {
      least[min(first, unused.count)..<unused.count].reduce(0, +)
    }

    /// The same for one strip apart, those before it in the order being closed.
    func without(place: Int, _ guide: StripGuide) -> Elsewhere {
      let start = (place + 1) * unused.count
      return Elsewhere(unused: unused, least: least[start..<start + unused.count], guide: guide)
    }
  }

  /// What unused items will add in other strips, or in this one.
  private struct Elsewhere {
    let unused: [Int]
    let least: ArraySlice<Double>
    let guide: StripGuide
    private var sums: [(line: Int, sum: Double)] = []

    init(unused: [Int], least: ArraySlice<Double>, guide: StripGuide) {
      self.unused = unused
      self.least = least
      self.guide = guide
    }

    /// Adds what all but the k-th will add at least with the front of the strip at this line.
    mutating func add(allBut k: Int, _ line: Int, to cost: Double) -> Double {
      cost + sum(line) - share(of: k, line)
    }

    private func share(of k: Int, _ line: Int) -> Double {
      min(least[least.startIndex + k], guide.leastReduced(unused[k], from: line))
    }

    private mutating func sum(_ line: Int) -> Double {
      if let known = sums.first(where: { $0.line == line }) { return known.sum }
      let sum = unused.indices.reduce(0) { $0 + share(of: $1, line) }
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
          fronts[s] = Front(position: guides[s].strip.capacity)
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
