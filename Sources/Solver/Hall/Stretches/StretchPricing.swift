import Assembly

/// The cheapest seats of one group against prices of the stretches: a shortest path along all stretches, by how many of the
/// group sit already and how it touches the seats before.
///
/// Counts of its cost are each the least that the seats could have: a run for each stretch in use that does not continue the one
/// before, a lone seat for each such run of one, a part wherever a line of a connected set is in use and the line before is not.
struct StretchPricing {
  /// How many seats of which stretches.
  typealias Shares = [Int: Int]

  private let stretches: [Stretch]
  private let costs: HallCosts
  private let size: Int
  private let priority: Int
  /// The most that the group may have of each stretch, and the least.
  private let most: [Int]
  private let least: [Int]

  /// How a group touches the seats before: whether it sits in the line before, in this line, and in the run that goes on.
  private struct Touch {
    static let count = 12
    let inPreviousLine: Bool
    let inThisLine: Bool
    /// 0: no run goes on, 1: one of one seat, 2: one of several.
    let run: Int

    var index: Int { (inPreviousLine ? 6 : 0) + (inThisLine ? 3 : 0) + run }

    init(inPreviousLine: Bool, inThisLine: Bool, run: Int) {
      self.inPreviousLine = inPreviousLine
      self.inThisLine = inThisLine
      self.run = run
    }

    init(index: Int) {
      self.init(inPreviousLine: index >= 6, inThisLine: index % 6 >= 3, run: index % 3)
    }
  }

  init(_ stretches: [Stretch], group: Int, of problem: HallProblem) {
    self.stretches = stretches
    costs = problem.costs
    let seated = problem.groups[group]
    size = seated.members.count
    priority = seated.priority
    most = stretches.map { stretch in
      let isAllowed =
        stretch.pinned.map { $0 == group }
        ?? (seated.sections.isEmpty || seated.sections.contains(stretch.section))
      return isAllowed ? min(stretch.seats, seated.members.count) : 0
    }
    least = stretches.map { $0.pinned == group ? 1 : 0 }
  }

  /// What the shares cost at least, without prices.
  func cost(of shares: Shares) -> Double {
    var touch = Touch(inPreviousLine: false, inThisLine: false, run: 0)
    var sum = 0.0
    for place in stretches.indices {
      touch = entering(place, touch)
      let (cost, next) = taking(shares[place] ?? 0, at: place, touch)
      sum += cost
      touch = next
    }
    return sum
  }

  /// The shares of all of the group that cost least, less what the seats are worth.
  ///
  /// - Parameter worth: what a seat of each stretch is worth to others; 0 or more, to be paid.
  /// - Returns: nothing where the stretches do not hold the group.
  /// - Complexity: O(people × seats).
  func cheapest(_ worth: [Double]) -> (cost: Double, shares: Shares)? {
    let width = (size + 1) * Touch.count
    var value = [Double](repeating: .infinity, count: width)
    value[0] = 0
    // Where each state came from: people in the stretch, and the touch before it.
    var taken = [UInt16](repeating: 0, count: width * stretches.count)
    var before = [UInt8](repeating: 0, count: width * stretches.count)
    for place in stretches.indices {
      var next = [Double](repeating: .infinity, count: width)
      for from in 0..<Touch.count {
        let touch = entering(place, Touch(index: from))
        for people in least[place]...max(least[place], most[place]) {
          let (cost, reached) = taking(people, at: place, touch)
          let step = cost + Double(people) * worth[place]
          let index = reached.index
          for seated in 0...size where seated + people <= size {
            let sum = value[seated * Touch.count + from] + step
            let state = (seated + people) * Touch.count + index
            if sum < next[state] {
              next[state] = sum
              taken[place * width + state] = UInt16(people)
              before[place * width + state] = UInt8(from)
            }
          }
        }
      }
      value = next
    }
    let ends = size * Touch.count..<width
    guard let best = ends.min(by: { (value[$0], $0) < (value[$1], $1) }), value[best].isFinite else {
      return nil
    }
    var shares: Shares = [:]
    var state = best
    for place in stretches.indices.reversed() {
      let people = Int(taken[place * width + state])
      if people > 0 { shares[place] = people }
      state = (state / Touch.count - people) * Touch.count + Int(before[place * width + state])
    }
    return (value[best], shares)
  }

  /// How the group touches the seats before a stretch, seen from it.
  private func entering(_ place: Int, _ touch: Touch) -> Touch {
    let stretch = stretches[place]
    let isNewLine = place == 0 || stretches[place - 1].line != stretch.line
    return Touch(
      inPreviousLine: isNewLine ? touch.inThisLine && !stretch.beginsComponent : touch.inPreviousLine,
      inThisLine: !isNewLine && touch.inThisLine, run: stretch.joinsPrevious ? touch.run : 0)
  }

  /// What it costs to take so many seats of a stretch, and how the group touches what comes behind.
  private func taking(_ people: Int, at place: Int, _ touch: Touch) -> (cost: Double, touch: Touch) {
    guard people > 0 else {
      return (0, Touch(inPreviousLine: touch.inPreviousLine, inThisLine: touch.inThisLine, run: 0))
    }
    var cost = costs.precedence * priority * stretches[place].depthSum[people]
    if !touch.inThisLine, !touch.inPreviousLine { cost += costs.part }
    let lone = size > 1 ? costs.lone : 0
    switch touch.run {
    case 0: cost += costs.run + (people == 1 ? lone : 0)
    case 1: cost -= lone
    default: break
    }
    return (
      Double(cost),
      Touch(
        inPreviousLine: touch.inPreviousLine, inThisLine: true,
        run: touch.run == 0 && people == 1 ? 1 : 2)
    )
  }
}
