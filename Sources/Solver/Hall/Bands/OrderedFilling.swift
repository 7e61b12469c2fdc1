import Assembly
import IntegerProgramming

/// As many people as can be seated in strict order around seats that are given: an integer program over how many people of
/// each group sit in each row of each section.
///
/// Labels: `cell[d,s]` the seats of a section at a depth, `group[g]` its people, `reach[g,d]` nobody of g sits at depth d
/// unless the groups up to g may reach it, `behind[g,d]` nor when an earlier group reaches d + 2, `deeper`, `later`: what is
/// reached is reached by later groups and at lesser depths too.
struct OrderedFilling {
  /// Seats of each group.
  private(set) var seatsOfGroup: [[Int]]
  /// People of each group without a seat.
  private(set) var left: [Int]
  /// Whether it is proven that no strict seating around these seats leaves fewer out.
  let isProven: Bool

  private struct Cell: Hashable, Comparable {
    let depth: Int
    let section: Int

    static func < (left: Cell, right: Cell) -> Bool {
      (left.depth, left.section) < (right.depth, right.section)
    }
  }

  /// Variables beyond which it is not tried.
  private static let largest = 20_000
  private static let limits = Limits(iterations: 200_000, nodes: 2_000)
  /// What a person without a seat costs, in depths of those who sit.
  private static let omission = 1_000.0

  /// Seats `people` (indices) around the seats that `given` lists by person.
  init?(_ problem: HallProblem, people: [Int], given: [Int: Int], interruption: Interruption?) {
    let taken = Set(given.values)
    let open = problem.pouringOrder.filter { problem.isOpenToAll($0, given: taken) }
    let seatsOfCell = Dictionary(grouping: open) {
      Cell(depth: problem.depths[$0], section: problem.hall.seats[$0].section)
    }
    let cells = seatsOfCell.keys.sorted()
    let sizes = problem.sizes(of: people)
    let groups = problem.groups.indices
    let depths = problem.depthCount
    guard groups.count * (cells.count + depths) <= OrderedFilling.largest else { return nil }
    var model = Model(name: "strict order")
    // reached[g][d]: whether a group up to g may sit at depth d.
    let reached = groups.map { g in (0..<depths).map { model.addBinary("z[\(g),\($0)]") } }
    let missing = groups.map { g in
      model.addVariable(
        "missing[\(g)]", in: .between(0...Double(sizes[g])), kind: .integer,
        objective: OrderedFilling.omission + Double(groups.count - g))
    }
    let seated = groups.map { g in
      cells.map { cell -> Variable? in
        let sections = problem.groups[g].sections
        guard sizes[g] > 0, sections.isEmpty || sections.contains(cell.section) else { return nil }
        let most = min(sizes[g], seatsOfCell[cell]!.count)
        return model.addVariable(
          "f[\(g),\(cell.depth),\(cell.section)]", in: .between(0...Double(most)), kind: .integer,
          objective: Double(cell.depth) / Double(depths))
      }
    }
    for (c, cell) in cells.enumerated() {
      model.addConstraint(
        "cell[\(cell.depth),\(cell.section)]", groups.compactMap { g in seated[g][c].map { 1 * $0 } },
        .atMost(Double(seatsOfCell[cell]!.count)))
    }
    for g in groups {
      model.addConstraint(
        "group[\(g)]", seated[g].compactMap { $0.map { 1 * $0 } } + [1 * missing[g]], .equal(Double(sizes[g]))
      )
      for (c, cell) in cells.enumerated() {
        guard let variable = seated[g][c] else { continue }
        let most = Double(min(sizes[g], seatsOfCell[cell]!.count))
        model.addConstraint(
          "reach[\(g),\(cell.depth),\(cell.section)]", [1 * variable, -most * reached[g][cell.depth]],
          .atMost(0))
        if g > 0, cell.depth + 2 < depths {
          model.addConstraint(
            "behind[\(g),\(cell.depth),\(cell.section)]",
            [1 * variable, most * reached[g - 1][cell.depth + 2]],
            .atMost(most))
        }
      }
      for d in 0..<depths {
        if d > 0 {
          model.addConstraint("deeper[\(g),\(d)]", [1 * reached[g][d], -1 * reached[g][d - 1]], .atMost(0))
        }
        if g > 0 {
          model.addConstraint("later[\(g),\(d)]", [1 * reached[g - 1][d], -1 * reached[g][d]], .atMost(0))
        }
      }
    }
    for (person, seat) in given where problem.countsForOrder(person, seat) {
      let (g, d) = (problem.groupOfPerson[person]!, problem.depths[seat])
      model.setBounds(of: reached[g][d], to: .equal(1))
      if g > 0, d + 2 < depths { model.setBounds(of: reached[g - 1][d + 2], to: .equal(0)) }
    }
    var limits = OrderedFilling.limits
    limits.interruption = interruption
    let solution = model.solve(SearchOptions(limits: limits))
    guard solution.values != nil else { return nil }
    isProven = solution.termination.isConclusive
    left = missing.map { Int(solution[$0].rounded()) }
    seatsOfGroup = groups.map { _ in [] }
    for (c, cell) in cells.enumerated() {
      var rest = seatsOfCell[cell]![...]
      for g in groups {
        let count = seated[g][c].map { Int(solution[$0].rounded()) } ?? 0
        seatsOfGroup[g] += rest.prefix(count)
        rest = rest.dropFirst(count)
      }
    }
  }
}
