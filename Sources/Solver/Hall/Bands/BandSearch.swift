import Assembly

/// A search for a strict plan: groups in order fill bands of one or two depths.
///
/// A group takes seats of the band that is open, of one segment if it fits there; what does not fit goes on behind it,
/// over whole lines of some sections, and opens another band where it ends. What is left of the old band, and of other
/// sections before the new one, stays empty. States with equally many groups seated are ranked by what they cost so far
/// and by the precedence of all who follow if these take the seats left in order of depth, a lower bound; the best are
/// kept.
struct BandSearch {
  /// A group that is seated around what is given.
  struct Item {
    let group: Int
    let size: Int
    let priority: Int
    let isSingle: Bool
    /// Sections that bind it; nothing binds it when empty.
    let sections: [Int]

    func maySit(in section: Int) -> Bool { sections.isEmpty || sections.contains(section) }
  }

  private let hall: DepthLines
  private let items: [Item]
  private let bands: Bands
  private let width: Int
  private let costs: HallCosts
  /// By item and seats lost: the precedence of it and all later ones on the seats behind.
  private let precedence: [[Int]]
  private let peopleBefore: [Int]
  /// The most seats that may be lost: those that nobody needs, or as many as the table of precedence has.
  private let slack: Int

  /// Entries of the table of precedence.
  private static let largestTable = 20_000_000

  /// Sections or segments up to which all sets of them are tried.
  private static let fewEnough = 3

  init(_ hall: DepthLines, items: [Item], costs: HallCosts, width: Int) {
    self.hall = hall
    self.items = items
    self.width = width
    bands = Bands(hall)
    self.costs = costs
    peopleBefore = items.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.size) }
    slack = min(
      hall.seatCount - peopleBefore[items.count], BandSearch.largestTable / max(1, items.count))
    precedence = BandSearch.precedence(of: items, peopleBefore, hall, slack: slack, weight: costs.precedence)
  }

  private static func precedence(
    of items: [Item], _ peopleBefore: [Int], _ hall: DepthLines, slack: Int, weight: Int
  ) -> [[Int]] {
    guard slack >= 0 else { return [] }
    let depthSum = hall.depthSum
    var rest = [[Int]](repeating: Array(repeating: 0, count: slack + 1), count: items.count + 1)
    for (i, item) in items.enumerated().reversed() {
      for lost in 0...slack {
        let first = peopleBefore[i] + lost
        rest[i][lost] =
          rest[i + 1][lost] + weight * item.priority * (depthSum[first + item.size] - depthSum[first])
      }
    }
    return rest
  }

  // MARK: States

  private struct State {
    let estimate: Int
    let cost: Int
    /// The band that is open, and how many seats of each of its segments are taken.
    let band: Band?
    let taken: [Int]
    /// Seats given up for good.
    let lost: Int
    let parent: Int
    let stretches: [DepthLines.Stretch]

    /// Equal for states that leave the same seats to later groups.
    var key: Key { Key(band: band.map(ObjectIdentifier.init), taken: taken) }
  }

  private struct Key: Hashable {
    let band: ObjectIdentifier?
    let taken: [Int]
  }

  /// Searches.
  ///
  /// - Returns: the stretches of each item in the best plan found, and how many states were kept; nothing when no plan was
  ///   found, or when stopped.
  func run(isStopped: () -> Bool) -> (stretches: [[DepthLines.Stretch]], states: Int)? {
    guard slack >= 0 else { return nil }
    var levels: [[State]] = []
    var states = [State(estimate: 0, cost: 0, band: nil, taken: [], lost: 0, parent: 0, stretches: [])]
    for index in items.indices {
      if isStopped() { return nil }
      var pool = Pool(width: width)
      for (parent, state) in states.enumerated() {
        expand(Step(state: state, parent: parent, index: index, item: items[index]), into: &pool)
      }
      states = pool.best()
      levels.append(states)
    }
    guard !states.isEmpty else { return nil }
    var stretches: [[DepthLines.Stretch]] = []
    var state = 0
    for level in levels.reversed() {
      stretches.append(level[state].stretches)
      state = level[state].parent
    }
    return (stretches.reversed(), levels.reduce(0) { $0 + $1.count })
  }

  private struct Pool {
    let width: Int
    private var states: [State] = []
    /// No state that is worse can be among the best.
    private(set) var cutoff = Int.max

    init(width: Int) { self.width = width }

    mutating func add(_ state: State) {
      states.append(state)
      if states.count >= 2 * width { prune() }
    }

    mutating func best() -> [State] {
      prune()
      return states
    }

    private mutating func prune() {
      let order = states.indices.sorted { (states[$0].estimate, $0) < (states[$1].estimate, $1) }
      var seen = Set<Key>()
      var kept: [State] = []
      for index in order where kept.count < width {
        if seen.insert(states[index].key).inserted { kept.append(states[index]) }
      }
      states = kept
      if kept.count == width { cutoff = kept[width - 1].estimate }
    }
  }

  // MARK: Expanding

  /// Seats of a segment of the open band that are left.
  private struct Rest {
    let segment: Int
    let section: Int
    let seats: Int
  }

  /// A state and the item that it seats next.
  private struct Step {
    let state: State
    let parent: Int
    let index: Int
    let item: Item
  }

  private func expand(_ step: Step, into pool: inout Pool) {
    let rests = rests(of: step)
    if rests.contains(where: { $0.seats >= step.item.size }) {
      for rest in rests where rest.seats >= step.item.size { fill([rest], of: step, into: &pool) }
      return
    }
    for set in sets(of: rests) {
      if set.reduce(0, { $0 + $1.seats }) >= step.item.size {
        fill(set, of: step, into: &pool)
      } else {
        goOn(behind: set, of: step, into: &pool)
      }
    }
  }

  private func rests(of step: Step) -> [Rest] {
    guard let band = step.state.band else { return [] }
    return band.segments.indices.compactMap { s in
      let segment = band.segments[s]
      let seats = segment.seatCount - step.state.taken[s]
      guard seats > 0, step.item.maySit(in: segment.section) else { return nil }
      return Rest(segment: s, section: segment.section, seats: seats)
    }
  }

  /// Sets of these rests; where there are many, single ones and the largest ones together.
  private func sets(of rests: [Rest]) -> [[Rest]] {
    if rests.count <= BandSearch.fewEnough { return rests.subsets }
    let falling = rests.sorted { ($1.seats, $0.segment) < ($0.seats, $1.segment) }
    return (0...falling.count).map { Array(falling.prefix($0)) } + falling.dropFirst().map { [$0] }
  }

  /// Seats the item in the open band: all of these rests, and the last of them as far as it needs.
  private func fill(_ rests: [Rest], of step: Step, into pool: inout Pool) {
    let seats = rests.reduce(0) { $0 + $1.seats }
    for last in rests where seats - last.seats < step.item.size {
      var taken = step.state.taken
      var stretches: [DepthLines.Stretch] = []
      for rest in rests {
        let first = taken[rest.segment]
        taken[rest.segment] +=
          rest.segment == last.segment ? step.item.size - (seats - last.seats) : rest.seats
        stretches += step.state.band!.stretches(of: rest.segment, first..<taken[rest.segment])
      }
      add(step, stretches, step.state.band!, taken, lost: step.state.lost, into: &pool)
    }
  }

  /// Empties these rests, fills whole lines of some sections behind the band, and opens another band for the end of the
  /// item.
  private func goOn(behind rests: [Rest], of step: Step, into pool: inout Pool) {
    let emptied = rests.flatMap { rest in
      step.state.band!.stretches(
        of: rest.segment, step.state.taken[rest.segment]..<step.state.taken[rest.segment] + rest.seats)
    }
    let first = step.state.band?.depths.upperBound ?? 0
    for sections in sections(from: first, for: step.item) {
      let parts = Set(rests.map(\.section)).union(sections).count
      var stretches = emptied
      var left = step.item.size - rests.reduce(0) { $0 + $1.seats }
      for depth in first..<hall.depthCount {
        let lines = hall.linesOfDepth[depth].filter { sections.contains(hall.lines[$0].section) }
        let seats = lines.reduce(0) { $0 + hall.lines[$1].seats.count }
        let least =
          step.state.cost + costs.part * parts + costs.run * stretches.count
          + step.item.priority * costs.precedence
          * (stretches.reduce(0) { $0 + hall.lines[$1.line].depth * $1.seats.count } + depth * left)
        for end in [depth + 1, depth + 2] where end <= hall.depthCount {
          open(depth..<end, for: left, in: sections, behind: stretches, of: step, atLeast: least, into: &pool)
        }
        guard left > seats else { break }
        left -= seats
        stretches += lines.map { DepthLines.Stretch(line: $0, seats: hall.lines[$0].seats) }
      }
    }
  }

  /// Sets of sections that an item may go on in, of those with lines at the next depths.
  private func sections(from depth: Int, for item: Item) -> [[Int]] {
    let lines = hall.linesOfDepth[depth..<min(depth + 2, hall.depthCount)].joined()
    let sections = Set(lines.map { hall.lines[$0].section }.filter(item.maySit)).sorted()
    if sections.count <= BandSearch.fewEnough { return sections.subsets.filter { !$0.isEmpty } }
    return sections.map { [$0] } + [sections]
  }

  /// Opens a band where an item ends that has so many seats left to take there.
  private func open(
    _ depths: Range<Int>, for left: Int, in sections: [Int], behind stretches: [DepthLines.Stretch],
    of step: Step, atLeast least: Int, into pool: inout Pool
  ) {
    let lost = hall.seatsBefore[depths.lowerBound] - (peopleBefore[step.index + 1] - left)
    guard lost <= slack, least + precedence[step.index + 1][lost] < pool.cutoff else { return }
    for style in depths.count == 1 ? Band.Style.ofOneLine : Band.Style.all {
      let band = bands.band(depths, style)
      let segments = band.segments.indices.filter { sections.contains(band.segments[$0].section) }
        .sorted { (band.segments[$1].seatCount, $0) < (band.segments[$0].seatCount, $1) }
      let alone = segments.filter { band.segments[$0].seatCount >= left }
      // The item ends in one of the segments and fills others before.
      for last in segments where alone.isEmpty || alone.contains(last) {
        var taken = [Int](repeating: 0, count: band.segments.count)
        var rest = left
        for segment in (alone.isEmpty ? segments.filter { $0 != last } : []) + [last] {
          taken[segment] = min(rest, band.segments[segment].seatCount)
          rest -= taken[segment]
        }
        guard rest == 0, taken[last] > 0 else { continue }
        let ending = segments.flatMap { band.stretches(of: $0, 0..<taken[$0]) }
        add(step, stretches + ending, band, taken, lost: lost, into: &pool)
      }
    }
  }

  private func add(
    _ step: Step, _ stretches: [DepthLines.Stretch], _ band: Band, _ taken: [Int], lost: Int,
    into pool: inout Pool
  ) {
    let cost =
      step.state.cost + hall.cost(of: stretches, priority: step.item.priority, isSingle: step.item.isSingle)
    let estimate = cost + precedence[step.index + 1][lost]
    guard estimate < pool.cutoff else { return }
    pool.add(
      State(
        estimate: estimate, cost: cost, band: band, taken: taken, lost: lost, parent: step.parent,
        stretches: stretches))
  }
}

extension Array {
  /// All sets of its elements, in their order.
  fileprivate var subsets: [[Element]] {
    reduce(into: [[]]) { sets, element in sets += sets.map { $0 + [element] } }
  }
}

/// Bands of a hall, each made once, when it is first asked for.
private final class Bands {
  private let hall: DepthLines
  private var known: [Key: Band] = [:]

  private struct Key: Hashable {
    let depths: Range<Int>
    let style: Band.Style
  }

  init(_ hall: DepthLines) { self.hall = hall }

  func band(_ depths: Range<Int>, _ style: Band.Style) -> Band {
    let key = Key(depths: depths, style: style)
    if let band = known[key] { return band }
    let band = Band(depths, style: style, of: hall)
    known[key] = band
    return band
  }
}
