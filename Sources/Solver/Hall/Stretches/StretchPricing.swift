import Assembly

/// The cheapest seats of one group against prices of the stretches: a shortest path through ``StretchGraph``, by how many of the
/// group sit already.
struct StretchPricing {
  /// How many seats of which stretches a group has, in order of stretches.
  struct Column: Hashable {
    let group: Int
    let shares: [Share]
    let parts: Int
    /// What the seats cost at least, without prices.
    let cost: Int

    struct Share: Hashable {
      let stretch: Int
      let people: Int
    }
  }

  /// What a group may have of each stretch, and must.
  struct Choice: Equatable {
    var least: [Int]
    var most: [Int]
    /// Components of which it must use a seat.
    var required: Set<Int> = []

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

  /// What the group may have anyway.
  let choice: Choice

  private let stretches: [Stretch]
  private let graph: StretchGraph
  private let costs: HallCosts
  private let group: Int
  let size: Int
  private let priority: Int

  init(_ stretches: [Stretch], _ graph: StretchGraph, group: Int, of problem: HallProblem) {
    self.stretches = stretches
    self.graph = graph
    self.group = group
    costs = problem.costs
    let seated = problem.groups[group]
    size = seated.members.count
    priority = seated.priority
    choice = Choice(
      least: stretches.map { $0.pinned == group ? 1 : 0 },
      most: stretches.map { stretch in
        let isAllowed =
          stretch.pinned.map { $0 == group }
          ?? (seated.sections.isEmpty || seated.sections.contains(stretch.section))
        return isAllowed ? min(stretch.seats, seated.members.count) : 0
      })
  }

  /// The seats of all of the group that cost least, less what they are worth.
  ///
  /// - Parameters:
  ///   - worth: what a seat of each stretch is worth to others; 0 or more, to be paid.
  ///   - part: what is paid for each part, to be taken off its cost.
  ///   - choice: what the group may have and must.
  /// - Returns: nothing where the stretches do not hold the group.
  /// - Complexity: O(people × edges).
  func cheapest(_ worth: [Double], part: Double, within choice: Choice) -> (cost: Double, column: Column)? {
    let width = size + 1
    let lone = size > 1 ? costs.lone : 0
    var value = [Double](repeating: .infinity, count: width)
    value[0] = 0
    // The edge by which each state was reached, layer by layer.
    var reachedBy: [[Int32]] = []
    var ends = graph.components.makeIterator()
    var component = ends.next()
    for place in stretches.indices {
      let edges = graph.edges[place]
      let (least, most) = (Int32(choice.least[place]), Int32(choice.most[place]))
      var next = [Double](repeating: .infinity, count: width * graph.nodes[place + 1])
      var reached = [Int32](repeating: -1, count: next.count)
      value.withUnsafeBufferPointer { value in
        next.withUnsafeMutableBufferPointer { next in
          reached.withUnsafeMutableBufferPointer { reached in
            var node: Int32 = -1
            var isDead = false
            for (index, edge) in edges.enumerated() where least <= edge.people && edge.people <= most {
              if edge.from != node {
                node = edge.from
                let first = Int(node) * width
                isDead = !(first..<first + width).contains { value[$0] < .infinity }
              }
              guard !isDead else { continue }
              let people = Int(edge.people)
              let step =
                Double(
                  cost(of: edge, lone: lone) + costs.precedence * priority * stretches[place].depthSum[people]
                )
                - part * Double(edge.parts) + worth[place] * Double(people)
              let (from, to) = (Int(edge.from) * width, Int(edge.to) * width + people)
              for seated in 0..<max(0, width - people) {
                let sum = value[from + seated] + step
                if sum < next[to + seated] {
                  next[to + seated] = sum
                  reached[to + seated] = Int32(index)
                }
              }
            }
          }
        }
      }
      if let current = component, current.stretches.upperBound == place + 1 {
        if choice.required.contains(stretches[place].component), current.unused >= 0 {
          for state in current.unused * width..<(current.unused + 1) * width { next[state] = .infinity }
        }
        component = ends.next()
      }
      reachedBy.append(reached)
      value = next
    }
    let last = (0..<graph.nodes[stretches.count]).map { $0 * width + size }
    guard let best = last.min(by: { (value[$0], $0) < (value[$1], $1) }), value[best].isFinite else {
      return nil
    }
    return (value[best], column(to: best, reachedBy, lone: lone))
  }

  private func cost(of edge: StretchGraph.Edge, lone: Int) -> Int {
    costs.part * Int(edge.parts) + costs.run * Int(edge.runs) + lone * Int(edge.lone)
  }

  private func column(to end: Int, _ reachedBy: [[Int32]], lone: Int) -> Column {
    var state = end
    var shares: [Column.Share] = []
    var (parts, cost) = (0, 0)
    for place in stretches.indices.reversed() {
      let edge = graph.edges[place][Int(reachedBy[place][state])]
      let people = Int(edge.people)
      if people > 0 { shares.append(Column.Share(stretch: place, people: people)) }
      parts += Int(edge.parts)
      cost +=
        self.cost(of: edge, lone: lone) + costs.precedence * priority * stretches[place].depthSum[people]
      state = Int(edge.from) * (size + 1) + state % (size + 1) - people
    }
    return Column(group: group, shares: shares.reversed(), parts: parts, cost: cost)
  }
}
