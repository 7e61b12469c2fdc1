/// What is left to pay in a strip from each position on, against prices for whole items: a shortest path, backward.
///
/// B(g, p) is the least cost less prices of all that follows position p while the current block goes on with items from
/// g on, E(i) that from the start of line i on, where any block may begin:
///
///     B(g, p) = min( B(g + 1, p),  cost of g on p ..< p + n_g − y_g + B(g + 1, p + n_g) )
///     B(G, p) = E(line behind p)        B(g, start of line i) = E(i) = min( E(i + 1), B(0, start of line i) )
///
/// What laying an item at p costs, less its price, plus B behind it, less B at p, is its reduced cost there: the costs of
/// a plan are the bound and the reduced costs of all it lays.
///
/// - Complexity: O(items × capacity) time and memory.
final class StripCompletion {
  let strip: Strip
  let costs: StripCosts
  private let partCost: Double
  private let runCost: Double
  private let width: Int
  /// What each item pays wherever it lies: a part and its first run, less its price.
  private var fixedCost: [Double] = []
  /// B, a row of positions for each item.
  private var table: [Double]
  /// E, by line.
  private(set) var closed: [Double]

  init(_ strip: Strip, items: [BlockItem], of problem: HallProblem) {
    self.strip = strip
    costs = StripCosts(strip, items: items, of: problem)
    partCost = Double(problem.costs.part)
    runCost = Double(problem.costs.run)
    width = strip.capacity + 1
    table = Array(repeating: 0, count: (items.count + 1) * width)
    closed = Array(repeating: 0, count: strip.lines.count + 1)
  }

  private var itemCount: Int { costs.items.count }

  /// Solves against these prices.
  ///
  /// - Returns: the least cost of the strip, 0 at most.
  func solve(_ prices: [Double]) -> Double {
    fixedCost = zip(costs.items, prices).map { partCost + $0.firstRun - $1 }
    for g in 0...itemCount { table[g * width + strip.capacity] = 0 }
    for line in strip.lines.indices.reversed() {
      let positions = strip.lineStart[line]..<strip.lineStart[line + 1]
      closed[line] = closed[line + 1]
      guard let start = positions.first else { continue }
      for p in positions { table[itemCount * width + p] = closed[line + 1] }
      for g in costs.items.indices.reversed() { extend(to: g, positions) }
      closed[line] = min(closed[line + 1], table[start])
      for g in 0...itemCount { table[g * width + start] = closed[line] }
    }
    return closed[0]
  }

  /// Fills the row of item `g` over the positions of one line.
  private func extend(to g: Int, _ positions: Range<Int>) {
    let item = costs.items[g]
    let here = g * width
    let behind = here + width
    let fixed = fixedCost[g]
    let end = item.isAllowed ? max(positions.lowerBound, min(positions.upperBound, width - item.size)) : 0
    table.withUnsafeMutableBufferPointer { table in
      costs.depth.withUnsafeBufferPointer { depth in
        costs.entry.withUnsafeBufferPointer { entry in
          costs.exit.withUnsafeBufferPointer { exit in
            for p in positions.lowerBound..<max(end, positions.lowerBound) {
              let q = p + item.size
              let laid =
                table[behind + q] + fixed + item.priority * (depth[q] - depth[p]) + (exit[q] - entry[p])
              table[here + p] = min(table[behind + p], laid)
            }
          }
        }
      }
      for p in max(end, positions.lowerBound)..<positions.upperBound { table[here + p] = table[behind + p] }
    }
  }

  /// B(g, p): the least cost of what follows position p when the current block goes on with items from g on.
  func rest(_ g: Int, from p: Int) -> Double { table[g * width + p] }

  /// What it costs to lay an item at a position and all that follows, less prices; infinite where it may not lie.
  func costThrough(_ g: Int, from p: Int) -> Double {
    let item = costs.items[g]
    let q = p + item.size
    guard item.isAllowed, q < width else { return .infinity }
    return rest(g + 1, from: q) + fixedCost[g] + item.priority * (costs.depth[q] - costs.depth[p])
      + (costs.exit[q] - costs.entry[p])
  }

  /// What it costs that an item has so many seats from the strip's beginning, itself begun elsewhere, and all that
  /// follows, less prices; infinite where it may not lie.
  func costOfEnding(_ g: Int, with seats: Int) -> Double {
    let item = costs.items[g]
    guard item.isAllowed, seats < width else { return .infinity }
    return rest(0, from: seats) + item.priority * (costs.depth[seats] - costs.depth[0]) + runCost
      + (costs.exit[seats] - costs.entry[0])
  }

  /// The line of a position; behind the last one at the end of the strip.
  func lineBehind(_ p: Int) -> Int {
    p == strip.capacity ? strip.lines.count : strip.lineOfPosition[p]
  }

  /// The cheapest blocks that begin at each line where any is worth its prices.
  func blocks(strip index: Int) -> [Block] {
    strip.lines.indices.compactMap { line in
      closed[line] < closed[line + 1] ? block(from: line, strip: index) : nil
    }
  }

  /// How often each item lies on the cheapest way through the strip.
  func count(into counts: inout [Double]) {
    var line = 0
    while line < strip.lines.count {
      guard closed[line] < closed[line + 1] else {
        line += 1
        continue
      }
      let block = block(from: line, strip: 0)
      for share in block.shares { counts[share.item] += 1 }
      line = block.lines.upperBound
    }
  }

  private func block(from line: Int, strip index: Int) -> Block {
    var p = strip.lineStart[line]
    var next = 0
    var shares: [Block.Share] = []
    repeat {
      // No item costs that little where the block ends.
      let value = shares.isEmpty ? closed[line] : rest(next, from: p)
      guard let g = (next..<itemCount).first(where: { costThrough($0, from: p) <= value }) else { break }
      shares.append(Block.Share(item: g, seats: costs.items[g].size, isPiece: false))
      p += costs.items[g].size
      next = g + 1
    } while !strip.isLineStart(p)
    return Block(strip: index, lines: line..<strip.lineOfPosition[p - 1] + 1, shares: shares)
  }

  /// For each line, one behind the last too, and each item: the least reduced cost of laying the item in that line or behind it, with
  /// the extras that are expected there, if any are.
  ///
  /// - Complexity: O(items × capacity).
  func leastReducedCosts(with extras: ExpectedExtras?) -> [Double] {
    var least = [Double](repeating: .infinity, count: itemCount * (strip.lines.count + 1))
    for g in costs.items.indices {
      let size = costs.items[g].size
      let extras = extras?.mayCostMore(g) == true ? extras : nil
      var leastSoFar = Double.infinity
      for line in strip.lines.indices.reversed() {
        for p in strip.lineStart[line]..<strip.lineStart[line + 1] {
          var cost = max(0, costThrough(g, from: p) - rest(g, from: p))
          if let extras, cost < .infinity { cost += extras.cost(of: g, on: p..<p + size) }
          leastSoFar = min(leastSoFar, cost)
        }
        least[line * itemCount + g] = leastSoFar
      }
    }
    return least
  }
}
