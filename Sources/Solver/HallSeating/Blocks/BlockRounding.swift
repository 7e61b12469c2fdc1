import Assembly
import IntegerProgramming

/// A block on its seats, as part of a plan.
struct LaidBlock {
  /// Index of the strip of the whole hall.
  let strip: Int
  let lines: Range<Int>
  /// Items of the whole task.
  let items: [Int]
  /// Seats of each item.
  let seats: [[Int]]
  let cost: Int
}

/// Chooses blocks that fit together: an integer program over the generated columns at their real costs, or, where there
/// are many, diving: the surest columns of the relaxation are fixed, and it is solved again.
struct BlockRounding {
  let generation: BlockGeneration
  let layouts: BlockLayouts
  let items: [BlockItem]

  /// Blocks that cover as many items as they can, with their layouts.
  ///
  /// - Parameter slack: columns whose reduced cost is greater are left out.
  func choose(slack: Double, nodeLimit: Int, interruption: Interruption?) -> [(
    block: Block, layout: BlockLayout
  )] {
    let candidates = generation.blocks.indices.filter {
      $0 >= generation.reducedCosts.count || generation.reducedCosts[$0] <= slack
    }
    let blocks = candidates.map { generation.blocks[$0] }
    let laid = blocks.map {
      layouts.layout(of: $0, bound: Int(generation.master.relaxedCost(of: $0).rounded()))
    }
    let model = restricted(blocks, laid)
    let chosen =
      items.count <= 14
      ? search(model, count: blocks.count, nodeLimit, interruption)
      : dive(model, count: blocks.count, interruption)
    return chosen.map { (blocks[$0], laid[$0]) }
  }

  /// The master over these blocks alone, each at its real cost.
  private func restricted(_ blocks: [Block], _ laid: [BlockLayout]) -> Model {
    var model = Model(name: "hall")
    var ofItem = [[IntegerProgramming.Term]](repeating: [], count: items.count)
    var ofLine: [[Int]: [IntegerProgramming.Term]] = [:]
    for (index, block) in blocks.enumerated() {
      let column = model.addBinary("block[\(index)]", objective: Double(laid[index].cost))
      for share in block.shares { ofItem[share.item].append(1 * column) }
      for line in block.lines { ofLine[[block.strip, line], default: []].append(1 * column) }
    }
    for (i, item) in items.enumerated() {
      let missing = model.addBinary(
        "missing[\(i)]", objective: Double(generation.master.problem.costOfAbsence(item.size, of: item.group))
      )
      model.addConstraint("count[\(i)]", ofItem[i] + [1 * missing], .equal(1))
    }
    for (line, terms) in ofLine.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      model.addConstraint("line[\(line[0]),\(line[1])]", terms, .atMost(1))
    }
    return model
  }

  private func search(_ model: Model, count: Int, _ nodeLimit: Int, _ interruption: Interruption?) -> [Int] {
    let options = SearchOptions(limits: Limits(nodes: nodeLimit, interruption: interruption))
    guard let values = model.solve(options).values else { return [] }
    return (0..<count).filter { values[$0] > 0.5 }
  }

  private func dive(_ model: Model, count: Int, _ interruption: Interruption?) -> [Int] {
    model.withLiveProblem { live in
      let columns = model.variables
      var fixed = Set<Int>()
      while true {
        let solution = live.solve()
        let open = (0..<count).filter { !fixed.contains($0) && solution[columns[$0]] > 1e-6 }
        guard !open.isEmpty, interruption?.isInterrupted != true else { break }
        let sorted = open.sorted { solution[columns[$0]] > solution[columns[$1]] }
        for (rank, index) in sorted.enumerated() where rank == 0 || solution[columns[index]] > 0.99 {
          live.setBounds(of: columns[index], to: .equal(1))
          fixed.insert(index)
        }
      }
      return fixed.sorted()
    }
  }
}
