/// What a block across the centre of a section costs at least against prices for whole items, and all that lies behind it:
/// a shortest path, backward.
///
/// Such a block occupies the innermost lines on either side, i of one strip and j of the other. The *chain* has the lines of
/// both strips in order of depth; the lines of every such block are a stretch from its beginning and then, from
/// a *turn* on, lines of one strip alone. M(g, p) is the least cost less prices of all that follows position p of the chain
/// when the block goes on with items from g on:
///
///     M(g, p) = min( M(g + 1, p),  cost of g on p ..< p + n_g − y_g + M(g + 1, p + n_g),
///                    cost of g on p ..< turn and beyond it − y_g + B(g + 1, its end in one strip) + E(other strip) )
///
/// with B and E those of ``StripCompletion``. A block of k lines and m items has k + m − 1 runs, also where an item ends with
/// a line of the chain.
///
/// - Complexity: O(items × capacity × lines of an item) time, O(items × capacity) memory.
final class CentreCompletion {
  /// The strips on either side, as indices and with their completions.
  private let sides: [(index: Int, completion: StripCompletion)]
  private let chain: Chain
  private let costs: StripCosts
  private let partCost: Double
  private let runCost: Double
  private let width: Int
  private var fixedCost: [Double] = []
  /// M, a row of positions for each item; never closed before both sides are reached.
  private var table: [Double]

  init(
    _ sides: [(index: Int, completion: StripCompletion)], items: [BlockItem], of problem: HallProblem
  ) {
    self.sides = sides
    chain = Chain(sides.map(\.completion.strip), of: problem)
    costs = StripCosts(chain.strip, items: items, of: problem)
    partCost = Double(problem.costs.part)
    runCost = Double(problem.costs.run)
    width = chain.strip.capacity + 1
    table = Array(repeating: .infinity, count: (items.count + 1) * width)
  }

  /// What both sides cost without a block across the centre.
  var closed: Double { sides[0].completion.closed[0] + sides[1].completion.closed[0] }

  /// Solves against the prices that both sides were solved against.
  ///
  /// - Returns: the least cost of both sides together with a block across the centre; infinite where none fits.
  func solve(_ prices: [Double]) -> Double {
    fixedCost = zip(costs.items, prices).map { partCost + $0.firstRun - $1 }
    let strip = chain.strip
    for p in (0...strip.capacity).reversed() {
      var least = close(at: p)
      table[costs.items.count * width + p] = least
      for g in costs.items.indices.reversed() {
        if p < strip.capacity, costs.items[g].isAllowed { least = min(least, laid(g, at: p).cost) }
        table[g * width + p] = least
      }
    }
    return table[0]
  }

  /// The cheapest block across the centre, after ``solve(_:)`` found one.
  func block() -> Block {
    var shares: [Block.Share] = []
    var p = 0
    var g = 0
    while true {
      let value = table[g * width + p]
      if value >= close(at: p) {
        return block(of: shares, lines: chain.taken[chain.lineCount(upTo: p)])
      }
      while table[(g + 1) * width + p] == value { g += 1 }
      let laid = laid(g, at: p)
      shares.append(Block.Share(item: g, seats: costs.items[g].size, isPiece: false))
      g += 1
      if let turn = laid.turn { return block(of: shares, turning: turn) }
      p += costs.items[g - 1].size
    }
  }

  // MARK: Closing

  /// What both sides cost behind the lines of the chain that are begun before a position; not to be had before both sides
  /// are reached.
  private func close(at p: Int) -> Double {
    let taken = chain.taken[chain.lineCount(upTo: p)]
    guard !taken.contains(0) else { return .infinity }
    return sides[0].completion.closed[taken[0]] + sides[1].completion.closed[taken[1]]
  }

  // MARK: Laying

  /// Where an item leaves the chain: the line of the chain that is not begun, the side it goes on in, and where it ends there.
  private struct Turn {
    let line: Int
    let side: Int
    let end: Int
  }

  /// The cheapest way to lay an item at a position of the chain, and all that follows.
  private func laid(_ g: Int, at p: Int) -> (cost: Double, turn: Turn?) {
    let item = costs.items[g]
    let strip = chain.strip
    let fixed = fixedCost[g] - entry(p) - item.priority * costs.depth[p]
    let q = p + item.size
    var best: (cost: Double, turn: Turn?) = (.infinity, nil)
    if q < width {
      best.cost =
        fixed + item.priority * costs.depth[q] + costs.exit[q] + table[(g + 1) * width + q]
    }
    var line = strip.lineOfPosition[p] + 1
    while line < strip.lines.count, strip.lineStart[line] < q {
      let start = strip.lineStart[line]
      let spent = fixed + item.priority * costs.depth[start] + costs.exit[start] + runCost
      for side in sides.indices {
        guard let turn = self.turn(before: line, into: side, seats: q - start) else { continue }
        let cost = spent + costBeyond(turn, g)
        if cost < best.cost { best = (cost, turn) }
      }
      line += 1
    }
    return best
  }

  private func turn(before line: Int, into side: Int, seats: Int) -> Turn? {
    let strip = sides[side].completion.strip
    let taken = chain.taken[line]
    guard taken[1 - side] > 0, taken[side] < strip.lines.count else { return nil }
    let end = strip.lineStart[taken[side]] + seats
    return end <= strip.capacity ? Turn(line: line, side: side, end: end) : nil
  }

  /// What the rest of the item costs on one side, and all that follows on both.
  private func costBeyond(_ turn: Turn, _ g: Int) -> Double {
    let completion = sides[turn.side].completion
    let taken = chain.taken[turn.line]
    let start = completion.strip.lineStart[taken[turn.side]]
    return costs.items[g].priority * (completion.costs.depth[turn.end] - completion.costs.depth[start])
      + completion.costs.exit[turn.end] - completion.costs.entry[start]
      + completion.rest(g + 1, from: turn.end) + sides[1 - turn.side].completion.closed[taken[1 - turn.side]]
  }

  /// The entry of a position; who begins with a line other than the first pays the run that ties it to the block.
  private func entry(_ p: Int) -> Double {
    costs.entry[p] - (p > 0 && chain.strip.isLineStart(p) ? runCost : 0)
  }

  // MARK: Reading off

  /// Follows the items on one side beyond the turn, to where the block ends.
  private func block(of shares: [Block.Share], turning turn: Turn) -> Block {
    var shares = shares
    let completion = sides[turn.side].completion
    var end = turn.end
    var next = shares[shares.count - 1].item + 1
    while !completion.strip.isLineStart(end) {
      let value = completion.rest(next, from: end)
      guard
        let g = (next..<costs.items.count).first(where: { completion.costThrough($0, from: end) <= value })
      else { break }
      shares.append(Block.Share(item: g, seats: costs.items[g].size, isPiece: false))
      end += costs.items[g].size
      next = g + 1
    }
    var lines = chain.taken[turn.line]
    lines[turn.side] = completion.strip.lineOfPosition[end - 1] + 1
    return block(of: shares, lines: lines)
  }

  private func block(of shares: [Block.Share], lines: [Int]) -> Block {
    Block(
      strip: sides[0].index, lines: 0..<lines[0], shares: shares,
      opposite: Block.Opposite(strip: sides[1].index, lines: 0..<lines[1]))
  }
}

/// The lines of two strips in order of depth, those of each strip in its own order.
private struct Chain {
  let strip: Strip
  /// Lines of either side among the first lines of the chain, by their number.
  let taken: [[Int]]

  init(_ sides: [Strip], of problem: HallProblem) {
    var taken = [[0, 0]]
    var lines: [[Int]] = []
    while let last = taken.last, zip(sides, last).contains(where: { $0.lines.count > $1 }) {
      let depths = zip(sides, last).map { $1 < $0.lines.count ? $0.depth(ofLine: $1) : .max }
      let side = last[0] < sides[0].lines.count && depths[0] <= depths[1] ? 0 : 1
      lines.append(sides[side].lines[last[side]])
      taken.append([last[0] + 1 - side, last[1] + side])
    }
    self.taken = taken
    strip = Strip(
      section: sides[0].section, lines: lines, reachesAcrossCentre: true, depths: problem.depths)
  }

  /// Lines that are begun before a position.
  func lineCount(upTo p: Int) -> Int { p == 0 ? 0 : strip.lineOfPosition[p - 1] + 1 }
}
