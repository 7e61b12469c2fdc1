/// The cheapest relaxed seating of one strip against the groups' prices: a shortest path over positions.
///
/// A *block* is a stretch of whole lines whose groups lie one after another without a gap, in protocol order; at the
/// start of a line a new block may begin. Laying a group at positions p ..< q costs a part, a run, one more run for each
/// end of a line strictly inside, and its priority times the depths, less its price. A *piece* of a group pays its share
/// of the price only: a part of a group that is cut. See Formulation.md for why no plan costs less.
///
/// - Complexity: O(groups × capacity) time and memory.
final class StripPricing {
  private let strip: Strip
  private let costs: StripCosts
  private let run: Double
  private var prices: [ItemPrice] = []
  private var partCost = 0.0
  private var plain: PricingLayer
  private var across: PricingLayer?
  /// Least cost to stand at the start of each line with all blocks closed.
  private var closed: [Double] = []

  /// The pricing of a strip for items in protocol order, which may be cut.
  init(_ strip: Strip, items: [BlockItem], of problem: HallProblem) {
    self.strip = strip
    costs = StripCosts(strip, items: items, of: problem)
    run = Double(problem.costs.run)
    plain = PricingLayer(width: strip.capacity + 1)
  }

  /// Solves against these prices.
  ///
  /// - Parameter partCost: what a part costs, less what the master pays for parts.
  /// - Returns: the least cost, 0 at most.
  func solve(_ prices: [ItemPrice], partCost: Double) -> Double {
    self.prices = prices
    self.partCost = partCost
    closed = [0]
    plain.reset(itemCount, pieceCost: run + partCost)
    across = nil
    if strip.reachesAcrossCentre {
      // A part on both sides of the centre counts half on each.
      across = PricingLayer(width: strip.capacity + 1, beginsAtCentre: true)
      across?.reset(itemCount, pieceCost: run + partCost / 2)
    }
    for line in strip.lines.indices {
      let ends = strip.lineStart[line]..<strip.lineStart[line + 1]
      extend(&plain, over: line, entry: closed[line])
      var least = min(closed[line], plain.least(in: ends))
      if across != nil {
        extend(&across!, over: line, entry: line == 0 ? 0 : .infinity)
        least = min(least, across!.least(in: ends))
      }
      closed.append(least)
      plain.closeLine(at: ends.upperBound)
      across?.closeLine(at: ends.upperBound)
    }
    return closed[strip.lines.count]
  }

  private var itemCount: Int { costs.items.count }

  /// Fills the positions of one line for all items in order; `entry` is the cost of a block that begins with it.
  private func extend(_ layer: inout PricingLayer, over line: Int, entry: Double) {
    let start = strip.lineStart[line]
    let ends = start + 1..<strip.lineStart[line + 1] + 1
    layer.enter(at: start, cost: entry)
    for (g, item) in costs.items.enumerated() {
      layer.pass(g, start: start, ends: ends)
      guard item.isAllowed else { continue }
      layer.layGroup(g, item, cost: wholeCost(g), ends: ends, costs)
      layer.layPieces(g, item, price: prices[g], ends: ends, costs)
    }
  }

  /// The last blocks of the cheapest ways to the ends of lines, one for each line where a block ends.
  ///
  /// Only for a solution without pieces.
  func blocks(strip index: Int) -> [Block] {
    strip.lines.indices.compactMap { line in
      guard closed[line + 1] < closed[line] else { return nil }
      return lastBlock(before: line + 1, strip: index)
    }
  }

  /// The blocks of the cheapest way through the whole strip.
  func path(strip index: Int) -> [Block] {
    var blocks: [Block] = []
    var line = strip.lines.count
    while line > 0 {
      if closed[line] == closed[line - 1] {
        line -= 1
      } else {
        let block = lastBlock(before: line, strip: index)
        blocks.append(block)
        line = block.lines.lowerBound
      }
    }
    return blocks.reversed()
  }

  private func lastBlock(before line: Int, strip index: Int) -> Block {
    for layer in [plain, across].compactMap({ $0 }) {
      for p in strip.lineStart[line - 1] + 1..<strip.lineStart[line] + 1 {
        let column = layer.column(at: p, lineEnd: line - 1, of: strip)
        if column[itemCount] == closed[line] {
          return block(endingAt: p, column, in: layer, before: line, index)
        }
      }
    }
    preconditionFailure("A closed line has a block that ends in it.")
  }

  private func block(
    endingAt end: Int, _ costs: [Double], in layer: PricingLayer, before line: Int, _ index: Int
  ) -> Block {
    var p = end
    var column = costs
    var g = itemCount
    var shares: [Block.Share] = []
    repeat {
      while column[g] == column[g - 1] { g -= 1 }
      g -= 1
      let share = lastShare(g, endingAt: p, costing: column[g + 1], in: layer)
      shares.append(share)
      p -= share.seats
      column = layer.column(at: p)
      // At the start of a line it costs nothing to let the block begin there.
    } while layer.beginsAtCentre ? p > 0 : strip.lineStart[strip.lineOfPosition[p]] != p
    return Block(
      strip: index, lines: strip.lineOfPosition[p]..<line, shares: shares.reversed(),
      isAcross: layer.beginsAtCentre)
  }

  /// What an item costs whole, wherever it lies, less its price.
  private func wholeCost(_ g: Int) -> Double {
    partCost + costs.items[g].firstRun - prices[g].whole
  }

  private func lastShare(_ g: Int, endingAt p: Int, costing value: Double, in layer: PricingLayer)
    -> Block.Share
  {
    func costBefore(_ q: Int) -> Double {
      layer[g, q] + costs.items[g].priority * (costs.depth[p] - costs.depth[q]) + costs.exit[p]
        - costs.entry[q]
    }
    let size = costs.items[g].size
    var nearest = Block.Share(item: g, seats: size, isPiece: false)
    var least = p >= size ? abs(costBefore(p - size) + wholeCost(g) - value) : .infinity
    guard let pieceCost = layer.pieceCost, least > 1e-6 else { return nearest }
    for q in stride(from: p - 1, through: 0, by: -1) {
      let cost = costBefore(q) + pieceCost - prices[g].piece - Double(p - q) * prices[g].seat
      if abs(cost - value) < least {
        least = abs(cost - value)
        nearest = Block.Share(item: g, seats: p - q, isPiece: true)
        if least < 1e-6 { break }
      }
    }
    return nearest
  }
}

/// Costs over (groups considered, position) for one way of opening blocks.
private struct PricingLayer {
  private let width: Int
  /// Row g holds the costs where the block uses groups before g only.
  private var cost: [Double] = []
  /// Least start of a piece of each group, while the strip is walked along.
  private var piece: [Double] = []
  private(set) var pieceCost: Double?
  let beginsAtCentre: Bool
  private var atLineEnd: [[Double]] = []
  private var groupCount = 0

  init(width: Int, beginsAtCentre: Bool = false) {
    self.width = width
    self.beginsAtCentre = beginsAtCentre
  }

  mutating func reset(_ groupCount: Int, pieceCost: Double?) {
    self.groupCount = groupCount
    self.pieceCost = pieceCost
    atLineEnd = []
    cost = Array(repeating: .infinity, count: (groupCount + 1) * width)
    piece = Array(repeating: .infinity, count: groupCount)
  }

  subscript(g: Int, p: Int) -> Double {
    cost[g * width + p]
  }

  /// Least cost among the ends in a line of these positions.
  func least(in line: Range<Int>) -> Double {
    line.reduce(.infinity) { min($0, self[groupCount, $1 + 1]) }
  }

  /// The costs at a position by groups considered.
  func column(at p: Int) -> [Double] {
    (0...groupCount).map { self[$0, p] }
  }

  /// The costs at a position in or at the end of a line, before the next line begins at the same position.
  func column(at p: Int, lineEnd line: Int, of strip: Strip) -> [Double] {
    p == strip.lineStart[line + 1] ? atLineEnd[line] : column(at: p)
  }

  /// Keeps the costs at the end of a line, where the next line is about to begin.
  mutating func closeLine(at p: Int) {
    atLineEnd.append(column(at: p))
  }

  mutating func enter(at start: Int, cost entry: Double) {
    cost[start] = entry
  }

  /// Leaves group `g` out.
  mutating func pass(_ g: Int, start: Int, ends: Range<Int>) {
    let here = (g + 1) * width
    let before = g * width
    cost[here + start] = min(cost[here + start], cost[before + start])
    cost.withUnsafeMutableBufferPointer { cost in
      for p in ends { cost[here + p] = cost[before + p] }
    }
  }

  /// Ends group `g` at each of these positions.
  mutating func layGroup(
    _ g: Int, _ item: StripCosts.Item, cost fixed: Double, ends: Range<Int>, _ costs: StripCosts
  ) {
    let here = (g + 1) * width
    let before = g * width
    let first = max(ends.lowerBound, item.size)
    guard first < ends.upperBound else { return }
    cost.withUnsafeMutableBufferPointer { cost in
      costs.depth.withUnsafeBufferPointer { depth in
        costs.entry.withUnsafeBufferPointer { entry in
          costs.exit.withUnsafeBufferPointer { exit in
            for p in first..<ends.upperBound {
              let q = p - item.size
              let value =
                cost[before + q] + fixed + item.priority * (depth[p] - depth[q]) + (exit[p] - entry[q])
              cost[here + p] = min(cost[here + p], value)
            }
          }
        }
      }
    }
  }

  /// Ends pieces of group `g` at each of these positions.
  mutating func layPieces(
    _ g: Int, _ item: StripCosts.Item, price: ItemPrice, ends: Range<Int>, _ costs: StripCosts
  ) {
    guard let pieceCost else { return }
    let fixed = pieceCost - price.piece
    let here = (g + 1) * width
    let before = g * width
    var least = piece[g]
    cost.withUnsafeMutableBufferPointer { cost in
      costs.depth.withUnsafeBufferPointer { depth in
        costs.entry.withUnsafeBufferPointer { entry in
          costs.exit.withUnsafeBufferPointer { exit in
            for p in ends {
              let q = p - 1
              let begun =
                cost[before + q] + fixed - item.priority * depth[q] + Double(q) * price.seat - entry[q]
              least = min(least, begun)
              let value = least + item.priority * depth[p] - Double(p) * price.seat + exit[p]
              cost[here + p] = min(cost[here + p], value)
            }
          }
        }
      }
    }
    piece[g] = least
  }
}
