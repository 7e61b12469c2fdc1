import Assembly
import IntegerProgramming

/// Searches a plan of blocks: column generation over the whole hall, rounding, then the same again and again over a few
/// blocks that lie at about the same depth, as long as plans get better.
struct BlockSearch {
  let problem: HallProblem
  let strips: [Strip]
  let items: [BlockItem]
  private(set) var plan: [LaidBlock] = []
  /// Windows that were planned anew.
  private(set) var windows = 0
  let layouts: BlockLayouts
  private let interruption: Interruption?

  init(_ problem: HallProblem, strips: [Strip], items: [BlockItem], interruption: Interruption?) {
    self.problem = problem
    self.strips = strips
    self.items = items
    self.interruption = interruption
    layouts = BlockLayouts(problem: problem, strips: strips, items: items)
  }

  /// What the plan costs, with the items that it leaves out.
  var cost: Int {
    plan.reduce(0) { $0 + $1.cost }
      + missing.reduce(0) { $0 + problem.costOfAbsence(items[$1].size, of: items[$1].group) }
  }

  /// Items that lie nowhere.
  var missing: [Int] {
    let laid = Set(plan.flatMap(\.items))
    return items.indices.filter { !laid.contains($0) }
  }

  /// Begins with blocks that fit together.
  mutating func begin(with chosen: [(block: Block, layout: BlockLayout)]) {
    plan = chosen.map { block, layout in
      LaidBlock(
        strip: block.strip, lines: block.lines, items: block.shares.map(\.item), seats: layout.seats,
        cost: layout.cost)
    }
  }

  /// Betters the plan window by window until a whole round finds nothing, or it costs no more than `goodEnough`.
  mutating func improve(to goodEnough: Int, largestWindow: Int, roundLimit: Int) {
    var round = 0
    var improved = true
    while improved, round < roundLimit {
      round += 1
      improved = false
      var anchor = 0
      while anchor < plan.count {
        guard cost > goodEnough, interruption?.isInterrupted != true else { return }
        let ordered = plan.indices.sorted { depth(plan[$0]) < depth(plan[$1]) }
        if better(window(around: ordered[anchor], largest: largestWindow)) { improved = true }
        anchor += max(1, largestWindow / 6)
      }
    }
  }

  /// Mean depth of a block's lines, in lines of its strip's share of the hall.
  private func depth(_ block: LaidBlock) -> Double {
    let strip = strips[block.strip]
    let (start, end) = (strip.lineStart[block.lines.lowerBound], strip.lineStart[block.lines.upperBound])
    return Double(strip.depthSum[end] - strip.depthSum[start]) / Double(max(1, end - start))
  }

  /// Blocks nearest in depth, of about so many items, the missing ones included.
  private func window(around anchor: Int, largest: Int) -> [Int] {
    let center = depth(plan[anchor])
    var window: [Int] = []
    var count = min(missing.count, largest / 2)
    for index in plan.indices.sorted(by: { abs(depth(plan[$0]) - center) < abs(depth(plan[$1]) - center) }) {
      guard count + plan[index].items.count <= largest || window.isEmpty else { break }
      window.append(index)
      count += plan[index].items.count
    }
    return window
  }

  /// Plans the blocks of a window anew; whether that is better.
  private mutating func better(_ window: [Int]) -> Bool {
    windows += 1
    let part = WindowTask(problem, strips, plan, window, missing, items)
    let before = part.cost(plan, window, items, problem)
    let generation = BlockGeneration(
      problem, strips: part.strips, items: part.items, branch: .whole, interruption: interruption)
    let partLayouts = BlockLayouts(problem: problem, strips: part.strips, items: part.items)
    let dived = generation.run(iterationLimit: 100, diving: partLayouts)
    guard Double(before) - generation.bound > 0.5 else { return false }
    let rounding = BlockRounding(generation: generation, layouts: partLayouts, items: part.items)
    var chosen = dived
    if part.cost(of: dived, problem) > Int(generation.bound.rounded(.up)) {
      let searched = rounding.choose(
        slack: Double(before) - generation.bound, nodeLimit: 300, interruption: interruption)
      if part.cost(of: searched, problem) < part.cost(of: dived, problem) { chosen = searched }
    }
    guard part.cost(of: chosen, problem) < before else { return false }
    let removed = Set(window)
    plan = plan.indices.filter { !removed.contains($0) }.map { plan[$0] }
    plan += chosen.map { block, layout in
      let offset = part.firstLine[block.strip]
      return LaidBlock(
        strip: part.stripOfHall[block.strip],
        lines: block.lines.lowerBound + offset..<block.lines.upperBound + offset,
        items: block.shares.map { part.itemOfHall[$0.item] }, seats: layout.seats, cost: layout.cost)
    }
    return true
  }
}

/// Some blocks of a plan, the lines that they and their empty neighbours occupy, and the items that lie nowhere.
private struct WindowTask {
  private(set) var strips: [Strip] = []
  private(set) var stripOfHall: [Int] = []
  private(set) var firstLine: [Int] = []
  let items: [BlockItem]
  let itemOfHall: [Int]

  init(
    _ problem: HallProblem, _ hallStrips: [Strip], _ plan: [LaidBlock], _ window: [Int], _ missing: [Int],
    _ hallItems: [BlockItem]
  ) {
    // Items stay in protocol order.
    itemOfHall = (window.flatMap { plan[$0].items } + missing).sorted()
    items = itemOfHall.map { hallItems[$0] }
    let chosen = Set(window)
    for (s, strip) in hallStrips.enumerated() {
      var isTaken = [Bool](repeating: false, count: strip.lines.count)
      var isInWindow = isTaken
      for (index, block) in plan.enumerated() where block.strip == s {
        for line in block.lines {
          isTaken[line] = !chosen.contains(index)
          isInWindow[line] = chosen.contains(index)
        }
      }
      let ofWindow = isInWindow.indices.filter { isInWindow[$0] }
      var line = 0
      while line < strip.lines.count {
        var end = line
        while end < strip.lines.count, !isTaken[end] { end += 1 }
        // Empty lines count where they touch a block of the window, or when somebody has no seat.
        if end > line, !missing.isEmpty || ofWindow.contains(where: { (line..<end).contains($0) }) {
          add(strip.part(line..<end, problem), of: s, from: line)
        }
        line = max(end, line + 1)
      }
    }
  }

  private mutating func add(_ strip: Strip, of hallStrip: Int, from line: Int) {
    strips.append(strip)
    stripOfHall.append(hallStrip)
    firstLine.append(line)
  }

  func cost(of chosen: [(block: Block, layout: BlockLayout)], _ problem: HallProblem) -> Int {
    let covered = Set(chosen.flatMap { $0.block.shares.map(\.item) })
    return chosen.reduce(0) { $0 + $1.layout.cost }
      + items.indices.filter { !covered.contains($0) }.reduce(0) {
        $0 + problem.costOfAbsence(items[$1].size, of: items[$1].group)
      }
  }

  func cost(_ plan: [LaidBlock], _ window: [Int], _ hallItems: [BlockItem], _ problem: HallProblem) -> Int {
    let covered = Set(window.flatMap { plan[$0].items })
    return window.reduce(0) { $0 + plan[$1].cost }
      + itemOfHall.filter { !covered.contains($0) }.reduce(0) {
        $0 + problem.costOfAbsence(hallItems[$1].size, of: hallItems[$1].group)
      }
  }
}

extension Strip {
  /// Some of the strip's lines as a strip of their own.
  func part(_ lines: Range<Int>, _ problem: HallProblem) -> Strip {
    Strip(
      section: section, lines: Array(self.lines[lines]), reachesAcrossCentre: false, depths: problem.depths)
  }
}
