import Assembly

/// Something that is laid in one piece: a group, or a share of a group that is too large for any strip.
struct BlockItem: Hashable {
  /// Index in ``HallProblem/groups``.
  let group: Int
  let size: Int
  /// Seats that its people must have: wheelchair places by number, and single seats by index.
  var claims = Claims()

  /// What a group's seats should hold, so that no person has to sit apart from it.
  struct Claims: Hashable {
    var wheelchairPlaces = 0
    var seats: [Int] = []
  }
}

/// What the master pays for an item: whole, or for a piece and each of its seats.
struct ItemPrice {
  var whole: Double
  var piece = 0.0
  var seat = 0.0
}

/// Which plans a relaxation covers; together the branches cover all that seat everybody.
enum Branch {
  /// Every group in one part, inside one strip.
  case whole
  /// Every group in one part, which may reach across the centre.
  case across
  /// At least one group in more parts than one.
  case cut
}

/// Items on whole lines of one strip, laid one after another.
struct Block: Hashable {
  /// Index of the strip.
  let strip: Int
  /// Lines of the strip that the block occupies.
  let lines: Range<Int>
  /// What lies there, in protocol order.
  let shares: [Share]
  /// Whether its pieces reach into the strip on the other side of the centre.
  var isAcross = false

  /// An item or a piece of it.
  struct Share: Hashable {
    /// Index of the item.
    let item: Int
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
  private let costs: HallCosts
  private let items: [PricedItem]
  /// What the lines before a position cost, that of the position apart: a stretch costs its exit less its entry.
  private let entryCost: [Double]
  /// What the lines before a position cost, the one that ends there included.
  private let exitCost: [Double]
  private let depthCost: [Double]
  private var prices: [ItemPrice] = []
  private var partCost = 0.0
  private var plain: PricingLayer
  private var across: PricingLayer?
  /// Least cost to stand at the start of each line with all blocks closed.
  private var closed: [Double] = []

  /// An item as the pricing sees it.
  private struct PricedItem {
    let size: Int
    let priority: Double
    let isAllowed: Bool
    let isSingle: Bool
  }

  /// The pricing of a strip for items in protocol order.
  init(_ strip: Strip, items: [BlockItem], of problem: HallProblem) {
    self.strip = strip
    costs = problem.costs
    self.items = items.map { item in
      let group = problem.groups[item.group]
      return PricedItem(
        size: item.size, priority: Double(group.priority),
        isAllowed: group.sections.isEmpty || group.sections.contains(strip.section),
        isSingle: group.members.count == 1)
    }
    entryCost = strip.lineOfPosition.map { line in
      Double(problem.costs.run * line + problem.costs.lone * strip.singleSeatLines[line])
    }
    exitCost =
      [0]
      + strip.lineOfPosition.map { line in
        Double(problem.costs.run * line + problem.costs.lone * strip.singleSeatLines[line + 1])
      }
    depthCost = strip.depthSum.map { Double($0 * problem.costs.precedence) }
    plain = PricingLayer(width: strip.capacity + 1)
  }

  /// Solves against these prices.
  ///
  /// - Parameters:
  ///   - partCost: what a part costs, less what the master pays for parts.
  ///   - branch: whether items may be cut.
  ///   - isTaken: lines that are not to be had; no block reaches across them.
  /// - Returns: the least cost, 0 at most.
  func solve(_ prices: [ItemPrice], partCost: Double, branch: Branch, isTaken: [Bool]) -> Double {
    self.prices = prices
    self.partCost = partCost
    let run = Double(costs.run)
    closed = [0]
    plain.reset(items.count, pieceCost: branch == .cut ? run + partCost : nil)
    across = nil
    if branch != .whole, strip.reachesAcrossCentre {
      // A part on both sides of the centre counts half on each.
      across = PricingLayer(width: strip.capacity + 1, beginsAtCentre: true)
      across?.reset(items.count, pieceCost: run + partCost / 2)
    }
    var first = 0
    for line in strip.lines.indices {
      guard !isTaken[line] else {
        closed.append(closed[line])
        plain.closeLine(at: strip.lineStart[line + 1])
        across?.closeLine(at: strip.lineStart[line + 1])
        plain.forgetPieces()
        first = strip.lineStart[line + 1]
        continue
      }
      extend(&plain, over: line, entry: closed[line], from: first)
      var least = min(closed[line], plain.least(in: strip.lineStart[line]..<strip.lineStart[line + 1]))
      if across != nil {
        extend(&across!, over: line, entry: line == 0 ? 0 : .infinity, from: first)
        least = min(least, across!.least(in: strip.lineStart[line]..<strip.lineStart[line + 1]))
      }
      closed.append(least)
      plain.closeLine(at: strip.lineStart[line + 1])
      across?.closeLine(at: strip.lineStart[line + 1])
    }
    return closed[strip.lines.count]
  }

  /// Fills the positions of one line for all items in order; `entry` is the cost of a block that begins with it, `first`
  /// the first position from which the lines can be had without a break.
  private func extend(_ layer: inout PricingLayer, over line: Int, entry: Double, from first: Int) {
    let start = strip.lineStart[line]
    let ends = start + 1..<strip.lineStart[line + 1] + 1
    layer.enter(at: start, cost: entry)
    for g in items.indices {
      layer.pass(g, start: start, ends: ends)
      guard items[g].isAllowed else { continue }
      layer.layGroup(
        g, size: items[g].size, priority: items[g].priority, cost: wholeCost(g), from: first, ends: ends,
        depthCost: depthCost, entryCost: entryCost, exitCost: exitCost)
      layer.layPieces(
        g, priority: items[g].priority, price: prices[g], ends: ends,
        depthCost: depthCost, entryCost: entryCost, exitCost: exitCost)
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
        if column[items.count] == closed[line] {
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
    var g = items.count
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

  /// What an item costs whole, wherever it lies, less its price. A group of one sits alone in any line without cost.
  private func wholeCost(_ g: Int) -> Double {
    let rebate = items[g].isSingle && strip.singleSeatLines.last! > 0 ? costs.lone : 0
    return partCost + Double(costs.run - rebate) - prices[g].whole
  }

  private func lastShare(_ g: Int, endingAt p: Int, costing value: Double, in layer: PricingLayer)
    -> Block.Share
  {
    func costBefore(_ q: Int) -> Double {
      layer[g, q] + items[g].priority * (depthCost[p] - depthCost[q]) + exitCost[p] - entryCost[q]
    }
    let size = items[g].size
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

  /// Ends all pieces: no part reaches across a line that is not to be had.
  mutating func forgetPieces() {
    for g in piece.indices { piece[g] = .infinity }
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
    _ g: Int, size: Int, priority: Double, cost fixed: Double, from start: Int, ends: Range<Int>,
    depthCost: [Double],
    entryCost: [Double], exitCost: [Double]
  ) {
    let here = (g + 1) * width
    let before = g * width
    let first = max(ends.lowerBound, start + size)
    guard first < ends.upperBound else { return }
    cost.withUnsafeMutableBufferPointer { cost in
      depthCost.withUnsafeBufferPointer { depth in
        entryCost.withUnsafeBufferPointer { entry in
          exitCost.withUnsafeBufferPointer { exit in
            for p in first..<ends.upperBound {
              let q = p - size
              let value = cost[before + q] + fixed + priority * (depth[p] - depth[q]) + (exit[p] - entry[q])
              cost[here + p] = min(cost[here + p], value)
            }
          }
        }
      }
    }
  }

  /// Ends pieces of group `g` at each of these positions.
  mutating func layPieces(
    _ g: Int, priority: Double, price: ItemPrice, ends: Range<Int>, depthCost: [Double],
    entryCost: [Double], exitCost: [Double]
  ) {
    guard let pieceCost else { return }
    let perSeat = price.seat
    let fixed = pieceCost - price.piece
    let here = (g + 1) * width
    let before = g * width
    var least = piece[g]
    cost.withUnsafeMutableBufferPointer { cost in
      depthCost.withUnsafeBufferPointer { depth in
        entryCost.withUnsafeBufferPointer { entry in
          exitCost.withUnsafeBufferPointer { exit in
            for p in ends {
              let q = p - 1
              let begun = cost[before + q] + fixed - priority * depth[q] + Double(q) * perSeat - entry[q]
              least = min(least, begun)
              let value = least + priority * depth[p] - Double(p) * perSeat + exit[p]
              cost[here + p] = min(cost[here + p], value)
            }
          }
        }
      }
    }
    piece[g] = least
  }
}
