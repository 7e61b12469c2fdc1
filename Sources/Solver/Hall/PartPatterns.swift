import IntegerProgramming

/// Whether groups can be shared out over components with so few parts, each cut group by itself: a *pattern* of a class k is a set S
/// of components of which such a group uses each.
///
///     min  Σ whole[k,c] + Σ |S| cut[k,S]            at most so many
///     s.t. class[k]      Σ_c whole[k,c] + Σ_S cut[k,S] = m_k
///          amount[k,S]   Σ_c∈S people[k,S,c] = n_k cut[k,S]
///          holds[k,S,c]  cut[k,S] ≤ people[k,S,c] ≤ min(n_k − 1, seats of c) cut[k,S]
///          seats[c]      Σ_k n_k whole[k,c] + Σ people[k,S,c] ≤ seats of c
///
/// Of two that are cut alike the people can be told apart whatever their sum, so the model is exact. A group has no more parts than
/// these beyond its fewest, so patterns are small where few parts are to spare.
struct PartPatterns {
  /// Whether there is no way.
  let isImpossible: Bool
  /// The components of each group, class after class, where a way was found.
  private(set) var packing: [Set<Int>]?

  private static let mostPatterns = 250
  private static let nodes = 300

  /// Nothing where there are too many patterns.
  init?(_ classes: [LeastParts.Class], _ room: [Int], most: Int, _ interruption: Interruption?) {
    let spare = most - classes.reduce(0) { $0 + $1.count * $1.fewestParts }
    guard spare > 0 else { return nil }
    var patterns: [[[Int]]] = []
    for kind in classes {
      guard
        let sets = PartPatterns.sets(
          of: kind, room, sizes: 2...max(2, kind.fewestParts + spare),
          limit: PartPatterns.mostPatterns - patterns.reduce(0) { $0 + $1.count })
      else { return nil }
      patterns.append(sets)
    }
    var model = Model(name: "patterns")
    var inComponent = [[LinearTerm]](repeating: [], count: room.count)
    var parts: [LinearTerm] = []
    var choices: [(class: Int, components: [Int], variable: Variable)] = []
    for (k, kind) in classes.enumerated() {
      let count = Double(kind.count)
      var groups: [LinearTerm] = []
      for c in kind.usable where kind.mayBeWhole(in: c) && room[c] >= kind.size {
        let whole = model.addVariable(
          "whole[\(k),\(c)]", in: .between(0...min(count, Double(room[c] / kind.size))), kind: .integer,
          objective: 1)
        choices.append((k, [c], whole))
        groups.append(1 * whole)
        parts.append(1 * whole)
        inComponent[c].append(Double(kind.size) * whole)
      }
      for (number, set) in patterns[k].enumerated() {
        let cut = model.addVariable(
          "cut[\(k),\(number)]", in: .between(0...count), kind: .integer, objective: Double(set.count))
        choices.append((k, set, cut))
        groups.append(1 * cut)
        parts.append(Double(set.count) * cut)
        var people: [LinearTerm] = []
        for c in set {
          let most = Double(min(kind.size - 1, room[c]))
          let held = model.addVariable("people[\(k),\(number),\(c)]", in: .between(0...most * count))
          model.addConstraint("most[\(k),\(number),\(c)]", [1 * held, -most * cut], .atMost(0))
          model.addConstraint("least[\(k),\(number),\(c)]", [1 * held, -1 * cut], .atLeast(0))
          people.append(1 * held)
          inComponent[c].append(1 * held)
        }
        model.addConstraint("amount[\(k),\(number)]", people + [-Double(kind.size) * cut], .equal(0))
      }
      model.addConstraint("class[\(k)]", groups, .equal(count))
    }
    for (c, held) in inComponent.enumerated() {
      model.addConstraint("seats[\(c)]", held, .atMost(Double(room[c])))
    }
    model.addConstraint("parts", parts, .atMost(Double(most)))
    var options = SearchOptions(limits: Limits(nodes: PartPatterns.nodes, interruption: interruption))
    options.absoluteGap = 0.9
    let solution = model.solve(options)
    isImpossible = solution.termination.reason == .infeasible
    guard solution.values != nil else { return }
    packing = classes.indices.flatMap { k in
      choices.filter { $0.class == k }.flatMap {
        Array(repeating: Set($0.components), count: Int(solution[$0.variable].rounded()))
      }
    }
  }

  /// Sets of the components that a group may use; nothing beyond a limit.
  private static func sets(of kind: LeastParts.Class, _ room: [Int], sizes: ClosedRange<Int>, limit: Int)
    -> [[Int]]?
  {
    guard kind.size > 1 else { return [] }
    var sets: [[Int]] = []
    var started: [[Int]] = [[]]
    for size in 1...min(sizes.upperBound, kind.usable.count, kind.size) {
      started = started.flatMap { set in
        kind.usable.filter { $0 > set.last ?? -1 }.map { set + [$0] }
      }
      guard started.count <= 20 * limit + 100 else { return nil }
      guard size >= 2 else { continue }
      sets += started.filter { set in
        kind.pinned.isSubset(of: set) && set.reduce(0) { $0 + room[$1] } >= kind.size
      }
      guard sets.count <= limit else { return nil }
    }
    return sets
  }
}
