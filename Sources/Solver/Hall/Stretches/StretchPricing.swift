import Assembly

/// The cheapest seats of one group against prices of the stretches: a shortest path through ``StretchGraph``, by how many of the
/// group sit already.
struct StretchPricing {
  /// How many seats of which stretches a group has, in order of stretches.
  struct Column: Hashable {
    let group: Int
    /// Which of the steps of the group it belongs to.
    let step: Int
    let shares: [Share]
    let parts: Int
    /// What the seats cost at least, without prices.
    let cost: Int

    struct Share: Hashable {
      let stretch: Int
      let people: Int
    }

    /// What it costs, less what its seats are worth.
    func cost(against prices: StretchBound.Prices) -> Double {
      shares.reduce(Double(cost) - prices.part * Double(parts)) {
        $0 + prices.worth[$1.stretch] * Double($1.people)
      }
    }
  }

  /// What a group may have of each stretch, and must.
  struct Choice: Equatable {
    var least: [Int]
    var most: [Int]
    /// Components of which it must use a seat.
    var required: Set<Int> = []

    func allows(_ people: Int32, of stretch: Int) -> Bool {
      least[stretch] <= Int(people) && Int(people) <= most[stretch]
    }

    func contains(_ column: Column, in stretches: [Stretch]) -> Bool {
      var missing = required
      var next = 0
      for stretch in least.indices {
        var people = 0
        if next < column.shares.count, column.shares[next].stretch == stretch {
          people = column.shares[next].people
          missing.remove(stretches[stretch].component)
          next += 1
        }
        guard least[stretch] <= people, people <= most[stretch] else { return false }
      }
      return missing.isEmpty
    }
  }

  /// A use of a stretch by the group, at what it costs without prices.
  private struct Edge {
    let from: Int32
    let to: Int32
    let people: Int32
    let parts: Int32
    let cost: Double
  }

  /// What the group may have anyway.
  let choice: Choice

  private let stretches: [Stretch]
  private let group: Int
  private let step: Int
  let size: Int
  /// Nodes of the graph that the group reaches, before each stretch and behind the last.
  private var nodes: [Int]
  /// Behind the last stretch of a component, the node of who has used none of its stretches.
  private var unused: [Int?]
  /// Over each stretch, in order of the nodes that they leave.
  private var edges: [[Edge]]
  /// Steps of a pass.
  var work: Int { (size + 1) * edges.reduce(0) { $0 + $1.count } }

  /// - Parameter step: the step of the group, among its others.
  init(
    _ stretches: [Stretch], _ graph: StretchGraph, group: Int, step: (number: Int, most: [Int]),
    of problem: HallProblem
  ) {
    self.stretches = stretches
    self.group = group
    self.step = step.number
    let costs = problem.costs
    let seated = problem.groups[group]
    size = seated.members.count
    let lone = size > 1 ? costs.lone : 0
    choice = Choice(least: stretches.map { $0.pinned == group ? 1 : 0 }, most: step.most)
    nodes = [1]
    unused = []
    edges = []
    // New numbers of the nodes that are reached, in the order of the graph.
    var numbers: [Int32] = [0]
    for place in stretches.indices {
      var next = [Int32](repeating: -1, count: graph.nodes[place + 1])
      var count: Int32 = 0
      var layer: [Edge] = []
      for edge in graph.edges[place] where edge.people <= step.most[place] && numbers[Int(edge.from)] >= 0 {
        if next[Int(edge.to)] < 0 {
          next[Int(edge.to)] = count
          count += 1
        }
        let pieces = costs.part * Int(edge.parts) + costs.run * Int(edge.runs) + lone * Int(edge.lone)
        let depths = costs.precedence * seated.priority * stretches[place].depthSum[Int(edge.people)]
        layer.append(
          Edge(
            from: numbers[Int(edge.from)], to: next[Int(edge.to)], people: edge.people,
            parts: Int32(edge.parts), cost: Double(pieces + depths)))
      }
      nodes.append(Int(count))
      unused.append(graph.unused[place].flatMap { next[$0] < 0 ? nil : Int(next[$0]) })
      edges.append(layer)
      numbers = next
    }
  }

  /// The seats of all of the group that cost least, less what they are worth.
  ///
  /// - Parameters:
  ///   - prices: what a seat of each stretch is worth to others, 0 or more, to be paid; what is paid for each part, to be taken off
  ///     its cost.
  ///   - choice: what the group may have and must.
  /// - Returns: nothing where the stretches do not hold the group.
  /// - Complexity: O(people × edges).
  func cheapest(_ prices: StretchBound.Prices, within choice: Choice) -> (cost: Double, column: Column)? {
    let values = leastBefore(prices, choice)
    guard let last = values.last, let end = leastEnd(last) else { return nil }
    return (last[end], column(to: end, values, prices, choice))
  }

  /// Leaves out what no column has that costs at most so much, less what its seats are worth.
  ///
  /// - Complexity: O(people × edges).
  mutating func narrow(to most: Double, _ prices: StretchBound.Prices, within choice: Choice) {
    let width = size + 1
    let before = leastBefore(prices, choice)
    // Rounding must not leave out what costs just as much.
    let most = most + 1e-6 * max(1, abs(most))
    var behind = [Double](repeating: .infinity, count: width * nodes[stretches.count])
    for node in 0..<nodes[stretches.count] { behind[node * width + size] = 0 }
    for place in stretches.indices.reversed() {
      close(place, choice, &behind)
      var next = [Double](repeating: .infinity, count: width * nodes[place])
      edges[place] = edges[place].filter { edge in
        guard choice.allows(edge.people, of: place) else { return false }
        let step = cost(of: edge, place, prices)
        let (from, people) = (Int(edge.from) * width, Int(edge.people))
        let to = Int(edge.to) * width + people
        return before[place].withUnsafeBufferPointer { before in
          behind.withUnsafeBufferPointer { behind in
            next.withUnsafeMutableBufferPointer { next in
              var least = Double.infinity
              for seated in 0..<max(0, width - people) {
                let rest = step + behind[to + seated]
                next[from + seated] = min(next[from + seated], rest)
                least = min(least, before[from + seated] + rest)
              }
              return least <= most
            }
          }
        }
      }
      behind = next
    }
  }

  /// For each node before each stretch and behind the last, and each number of people, what these cost at least so far.
  private func leastBefore(_ prices: StretchBound.Prices, _ choice: Choice) -> [[Double]] {
    let width = size + 1
    var value = [Double](repeating: .infinity, count: width)
    value[0] = 0
    var values = [value]
    for place in stretches.indices {
      var next = [Double](repeating: .infinity, count: width * nodes[place + 1])
      value.withUnsafeBufferPointer { value in
        next.withUnsafeMutableBufferPointer { next in
          var node: Int32 = -1
          var isDead = false
          for edge in edges[place] where choice.allows(edge.people, of: place) {
            if edge.from != node {
              node = edge.from
              let first = Int(node) * width
              isDead = !(first..<first + width).contains { value[$0] < .infinity }
            }
            guard !isDead else { continue }
            let step = cost(of: edge, place, prices)
            let from = value.baseAddress! + Int(edge.from) * width
            let to = next.baseAddress! + Int(edge.to) * width + Int(edge.people)
            // The compiler turns it into vector instructions.
            for seated in 0..<max(0, width - Int(edge.people)) {
              to[seated] = min(to[seated], from[seated] + step)
            }
          }
        }
      }
      close(place, choice, &next)
      values.append(next)
      value = next
    }
    return values
  }

  private func cost(of edge: Edge, _ place: Int, _ prices: StretchBound.Prices) -> Double {
    edge.cost - prices.part * Double(edge.parts) + prices.worth[place] * Double(edge.people)
  }

  /// Behind a component that must be used: closes the node of who has not.
  private func close(_ place: Int, _ choice: Choice, _ value: inout [Double]) {
    guard let unused = unused[place], choice.required.contains(stretches[place].component) else {
      return
    }
    for state in unused * (size + 1)..<(unused + 1) * (size + 1) { value[state] = .infinity }
  }

  /// The state of all people that costs least behind the last stretch.
  private func leastEnd(_ value: [Double]) -> Int? {
    let ends = (0..<nodes[stretches.count]).map { $0 * (size + 1) + size }
    let best = ends.min { (value[$0], $0) < (value[$1], $1) }
    return best.flatMap { value[$0].isFinite ? $0 : nil }
  }

  private func column(
    to end: Int, _ values: [[Double]], _ prices: StretchBound.Prices, _ choice: Choice
  ) -> Column {
    let width = size + 1
    var state = end
    var shares: [Column.Share] = []
    var (parts, cost) = (0, 0)
    for place in stretches.indices.reversed() {
      let (to, seated) = (state / width, state % width)
      let edge = edges[place].first { edge in
        guard Int(edge.to) == to, edge.people <= seated, choice.allows(edge.people, of: place) else {
          return false
        }
        let before = values[place][Int(edge.from) * width + seated - Int(edge.people)]
        return before + self.cost(of: edge, place, prices) == values[place + 1][state]
      }
      guard let edge else { preconditionFailure("A state was reached by an edge.") }
      if edge.people > 0 { shares.append(Column.Share(stretch: place, people: Int(edge.people))) }
      parts += Int(edge.parts)
      cost += Int(edge.cost)
      state = Int(edge.from) * width + seated - Int(edge.people)
    }
    return Column(group: group, step: step, shares: shares.reversed(), parts: parts, cost: cost)
  }
}
