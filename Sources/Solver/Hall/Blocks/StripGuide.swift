/// What a beam search asks of a strip again and again, side by side for all items.
///
/// At the starts of lines, where most items are tried, costs are looked up; elsewhere they are those of the completion.
///
/// - Complexity: O(items × capacity) time, O(items × lines) memory.
final class StripGuide {
  /// Where an item may begin.
  struct Start {
    let position: Int
    /// The line that begins there; nothing behind the last item of an open block.
    var line: Int?
    /// The first item that may lie there.
    let least: Int
  }

  let completion: StripCompletion
  var strip: Strip { completion.strip }
  private let extras: ExpectedExtras?
  private let itemCount: Int
  /// By line, then item: the least reduced cost in that line or behind it; behind the last line none.
  private let leastReduced: [Double]
  /// By line, then item: what it costs to begin with the line, and all that follows.
  private let through: [Double]
  /// By line, then item: what is expected to come to that; nothing where nothing ever does.
  private let further: [Double]
  /// The line behind each position.
  private let lineBehind: [Int32]

  /// - Parameter completion: solved against the prices of the search.
  init(_ completion: StripCompletion, extras: ExpectedExtras?) {
    let strip = completion.strip
    let items = completion.costs.items
    self.completion = completion
    self.extras = extras
    itemCount = items.count
    leastReduced = completion.leastReducedCosts(with: extras)
    lineBehind = (0...strip.capacity).map { Int32(completion.lineBehind($0)) }
    let starts = strip.lineStart.prefix(strip.lines.count)
    through = starts.flatMap { start in items.indices.map { completion.costThrough($0, from: start) } }
    further =
      extras.map { extras in
        starts.flatMap { start in
          items.indices.map { item in
            let end = start + items[item].size
            return end <= strip.capacity ? extras.cost(of: item, on: start..<end) : 0
          }
        }
      } ?? []
  }

  func line(behind position: Int) -> Int { Int(lineBehind[position]) }

  /// What it costs to lay an item and all that follows, less prices; infinite where it may not lie.
  func costThrough(_ item: Int, from start: Start) -> Double {
    start.line.map { through[$0 * itemCount + item] } ?? completion.costThrough(item, from: start.position)
  }

  /// What an item that may lie there is expected to cost besides.
  func extraCost(of item: Int, from start: Start, to end: Int) -> Double {
    guard let extras else { return 0 }
    return start.line.map { further[$0 * itemCount + item] }
      ?? extras.cost(of: item, on: start.position..<end)
  }

  /// The least reduced cost of an item from a line on.
  func leastReduced(_ item: Int, from line: Int) -> Double { leastReduced[line * itemCount + item] }
}
