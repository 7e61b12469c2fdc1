import Assembly

/// A group as the pricing sees it.
struct PricedGroup {
  let size: Int
  let priority: Double
  /// Whether the group may lie in the strip that is priced.
  var isAllowed = true
}

/// What the master pays for a group: whole, or for a piece and each of its seats.
struct GroupPrice {
  var whole: Double
  var piece: Double
  var seat: Double
}

/// What a seating costs by the relaxed rules under which the bound is computed.
struct PieceCosts {
  let part: Double
  let run: Double
  let precedence: Double
}

/// Whole groups on whole lines of one strip, laid one after another.
struct Block: Hashable {
  /// Index of the strip.
  let strip: Int
  /// Lines of the strip that the block occupies.
  let lines: Range<Int>
  /// What lies there, in protocol order.
  let items: [Item]
  /// Whether its pieces reach into the strip on the other side of the centre.
  var isAcross = false

  /// A group, or a piece of it.
  struct Item: Hashable {
    let group: Int
    let seats: Int
    let isPiece: Bool
  }
}

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
  private let costs: PieceCosts
  /// Runs that begin with the lines up to a position: the cost of line ends inside a stretch is a difference of it.
  private let runCost: [Double]
  private let depthCost: [Double]
  private var groups: [PricedGroup] = []
  private var prices: [GroupPrice] = []
  private var partCost = 0.0
  private var plain: PricingLayer
  private var across: PricingLayer?
  /// Least cost to stand at the start of each line with all blocks closed.
  private var closed: [Double] = []

  init(_ strip: Strip, costs: PieceCosts) {
    self.strip = strip
    self.costs = costs
    runCost = (0...strip.capacity).map { p in
      Double(p < strip.capacity ? strip.lineOfPosition[p] : strip.lines.count) * costs.run
    }
    depthCost = strip.depthSum.map { Double($0) * costs.precedence }
    plain = PricingLayer(width: strip.capacity + 1)
  }

  /// Solves against these prices of whole groups.
  ///
  /// - Parameter withPieces: whether groups may be cut, as the bound demands.
  /// - Returns: the least cost, 0 at most.
  func solve(_ groups: [PricedGroup], prices: [GroupPrice], partCost: Double, withPieces: Bool, withAcross: Bool) -> Double {
    self.groups = groups
    self.prices = prices
    self.partCost = partCost
    closed = [0]
    plain.reset(groups.count, pieceCost: withPieces ? costs.run + partCost : nil)
    across = nil
    if withAcross, strip.reachesAcrossCentre {
      // A part on both sides of the centre counts half on each, and so does the run that its block saves.
      across = PricingLayer(width: strip.capacity + 1, beginsAtCentre: true)
      across?.reset(groups.count, pieceCost: costs.run + partCost / 2)
    }
    for line in strip.lines.indices {
      extend(&plain, over: line, entry: closed[line])
      var least = min(closed[line], plain.least(in: strip.lineStart[line]..<strip.lineStart[line + 1]))
      if across != nil {
        extend(&across!, over: line, entry: line == 0 ? 0 : .infinity)
        least = min(least, across!.least(in: strip.lineStart[line]..<strip.lineStart[line + 1]))
      }
      closed.append(least)
      plain.closeLine(at: strip.lineStart[line + 1])
      across?.closeLine(at: strip.lineStart[line + 1])
    }
    return closed[strip.lines.count]
  }

  /// Fills the positions of one line for all groups in order; `entry` is the cost of a block that begins with it.
  private func extend(_ layer: inout PricingLayer, over line: Int, entry: Double) {
    let start = strip.lineStart[line]
    let ends = start + 1..<strip.lineStart[line + 1] + 1
    layer.enter(at: start, cost: entry)
    for g in groups.indices {
      layer.pass(g, start: start, ends: ends)
      guard groups[g].isAllowed else { continue }
      layer.layGroup(
        g, size: groups[g].size, priority: groups[g].priority, cost: partCost + costs.run - prices[g].whole, ends: ends,
        depthCost: depthCost, runCost: runCost)
      layer.layPieces(
        g, priority: groups[g].priority, price: prices[g], ends: ends,
        depthCost: depthCost, runCost: runCost)
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
        if column[groups.count] == closed[line] { return block(endingAt: p, column, in: layer, before: line, index) }
      }
    }
    preconditionFailure("A closed line has a block that ends in it.")
  }

  private func block(
    endingAt end: Int, _ costs: [Double], in layer: PricingLayer, before line: Int, _ index: Int
  ) -> Block {
    var p = end
    var column = costs
    var g = groups.count
    var items: [Block.Item] = []
    repeat {
      while column[g] == column[g - 1] { g -= 1 }
      g -= 1
      let item = lastItem(g, endingAt: p, costing: column[g + 1], in: layer)
      items.append(item)
      p -= item.seats
      column = layer.column(at: p)
      // At the start of a line it costs nothing to let the block begin there.
    } while layer.beginsAtCentre ? p > 0 : strip.lineStart[strip.lineOfPosition[p]] != p
    return Block(
      strip: index, lines: strip.lineOfPosition[p]..<line, items: items.reversed(), isAcross: layer.beginsAtCentre)
  }

  private func lastItem(_ g: Int, endingAt p: Int, costing value: Double, in layer: PricingLayer) -> Block.Item {
    func costBefore(_ q: Int) -> Double {
      layer[g, q] + groups[g].priority * (depthCost[p] - depthCost[q]) + runCost[p - 1] - runCost[q]
    }
    let size = groups[g].size
    var nearest = Block.Item(group: g, seats: size, isPiece: false)
    var least = p >= size ? abs(costBefore(p - size) + partCost + costs.run - prices[g].whole - value) : .infinity
    guard let pieceCost = layer.pieceCost, least > 1e-6 else { return nearest }
    for q in stride(from: p - 1, through: 0, by: -1) {
      let cost = costBefore(q) + pieceCost - prices[g].piece - Double(p - q) * prices[g].seat
      if abs(cost - value) < least {
        least = abs(cost - value)
        nearest = Block.Item(group: g, seats: p - q, isPiece: true)
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
    _ g: Int, size: Int, priority: Double, cost fixed: Double, ends: Range<Int>, depthCost: [Double], runCost: [Double]
  ) {
    let here = (g + 1) * width
    let before = g * width
    let first = max(ends.lowerBound, size)
    guard first < ends.upperBound else { return }
    cost.withUnsafeMutableBufferPointer { cost in
      depthCost.withUnsafeBufferPointer { depth in
        runCost.withUnsafeBufferPointer { run in
          for p in first..<ends.upperBound {
            let q = p - size
            let value = cost[before + q] + fixed + priority * (depth[p] - depth[q]) + (run[p - 1] - run[q])
            cost[here + p] = min(cost[here + p], value)
          }
        }
      }
    }
  }

  /// Ends pieces of group `g` at each of these positions.
  mutating func layPieces(
    _ g: Int, priority: Double, price: GroupPrice, ends: Range<Int>, depthCost: [Double], runCost: [Double]
  ) {
    guard let pieceCost else { return }
    let perSeat = price.seat
    let fixed = pieceCost - price.piece
    let here = (g + 1) * width
    let before = g * width
    var least = piece[g]
    cost.withUnsafeMutableBufferPointer { cost in
      depthCost.withUnsafeBufferPointer { depth in
        runCost.withUnsafeBufferPointer { run in
          for p in ends {
            let q = p - 1
            let begun = cost[before + q] + fixed - priority * depth[q] + Double(q) * perSeat - run[q]
            least = min(least, begun)
            let value = least + priority * depth[p] - Double(p) * perSeat + run[p - 1]
            cost[here + p] = min(cost[here + p], value)
          }
        }
      }
    }
    piece[g] = least
  }
}
