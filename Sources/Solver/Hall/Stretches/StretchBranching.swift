import IntegerProgramming

/// Parts the plans of a node in two, where its linear program is torn: by how many parts all groups have; by how deep groups
/// reach (``StretchOrder``); by whether a group sits in a connected set of seats, in a stretch; by how many of it sit there. Each plan is in one of the two; the first is the one that
/// agrees better with the program.
extension StretchBound {
  private static let tolerance = 1e-3

  /// Nothing where the program is whole.
  func halves(of node: Node, _ master: StretchMaster, _ solution: LinearSolution) -> [Node] {
    let used = master.columns.compactMap { column, variable in
      solution[variable] > 1e-7 ? (column: column, value: solution[variable]) : nil
    }
    return byParts(node, used) ?? byReach(node, used) ?? byComponent(node, used) ?? byStretch(node, used)
      ?? byPeople(node, used)
      ?? []
  }

  private typealias Used = [(column: StretchPricing.Column, value: Double)]

  private func byParts(_ node: Node, _ used: Used) -> [Node]? {
    let parts = used.reduce(0) { $0 + $1.value * Double($1.column.parts) }
    let floor = Int(parts + StretchBound.tolerance)
    guard parts - Double(floor) > StretchBound.tolerance, floor >= node.leastParts,
      floor < node.mostParts ?? .max
    else { return nil }
    var (fewer, more) = (node, node)
    fewer.mostParts = floor
    more.leastParts = floor + 1
    return parts - Double(floor) < 0.5 ? [fewer, more] : [more, fewer]
  }

  private func byReach(_ node: Node, _ used: Used) -> [Node]? {
    var share = order.reaches.map { Array(repeating: 0.0, count: $0) }
    for (column, value) in used {
      share[column.group + 1][order.steps[column.group][column.step].to] += value
    }
    // What reaches no deeper, by group and depth.
    for place in share.indices {
      for reach in share[place].indices.dropFirst() { share[place][reach] += share[place][reach - 1] }
    }
    guard let (place, reach) = mostTorn(share, weight: { _, _ in 1 }) else { return nil }
    var (shallow, deep) = (node, node)
    func keep(_ node: inout Node, _ isKept: (Int) -> Bool) {
      node.steps[place - 1].removeAll { !isKept($0.to) }
      if place < groupCount { node.steps[place].removeAll { !isKept($0.from) } }
    }
    keep(&shallow) { $0 <= reach }
    keep(&deep) { $0 > reach }
    return share[place][reach] < 0.5 ? [deep, shallow] : [shallow, deep]
  }

  private func byComponent(_ node: Node, _ used: Used) -> [Node]? {
    let share = shares(used) { column in Set(column.shares.map { stretches[$0.stretch].component }).sorted() }
    // The more people, the more depends on it.
    guard let (group, component) = mostTorn(share, weight: { group, _ in Double(sizes[group]) })
    else {
      return nil
    }
    var (without, with) = (node, node)
    for stretch in stretches.indices where stretches[stretch].component == component {
      without.choices[group].most[stretch] = 0
    }
    with.choices[group].required.insert(component)
    return share[group][component] < 0.5 ? [without, with] : [with, without]
  }

  private func byStretch(_ node: Node, _ used: Used) -> [Node]? {
    let share = shares(used) { $0.shares.map(\.stretch) }
    guard let (group, stretch) = mostTorn(share, weight: { Double(stretches[$1].seats) }) else { return nil }
    return parted(node, group, stretch, at: share[group][stretch], above: 0)
  }

  private func byPeople(_ node: Node, _ used: Used) -> [Node]? {
    var people = (0..<groupCount).map { _ in stretches.map { _ in 0.0 } }
    for (column, value) in used {
      for share in column.shares { people[column.group][share.stretch] += value * Double(share.people) }
    }
    let fractions = people.map { $0.map { $0 - $0.rounded(.down) } }
    guard let (group, stretch) = mostTorn(fractions, weight: { _, _ in 1 }) else { return nil }
    return parted(
      node, group, stretch, at: fractions[group][stretch], above: Int(people[group][stretch]))
  }

  private func parted(_ node: Node, _ group: Int, _ stretch: Int, at share: Double, above people: Int)
    -> [Node]
  {
    var (fewer, more) = (node, node)
    fewer.choices[group].most[stretch] = people
    more.choices[group].least[stretch] = people + 1
    return share < 0.5 ? [fewer, more] : [more, fewer]
  }

  /// For each group the value of its columns in each place where they are.
  private func shares(_ used: Used, _ places: (StretchPricing.Column) -> [Int]) -> [[Double]] {
    var share = (0..<groupCount).map { _ in stretches.map { _ in 0.0 } }
    for (column, value) in used {
      for place in places(column) { share[column.group][place] += value }
    }
    return share
  }

  /// The group and place whose number is farthest from whole ones, by weight.
  private func mostTorn(_ share: [[Double]], weight: (Int, Int) -> Double) -> (group: Int, place: Int)? {
    var (best, choice) = (0.0, (group: 0, place: 0))
    for (group, places) in share.enumerated() {
      for (place, value) in places.enumerated() {
        let torn = min(value, 1 - value)
        guard torn > StretchBound.tolerance, torn * weight(group, place) > best else { continue }
        (best, choice) = (torn * weight(group, place), (group, place))
      }
    }
    return best > 0 ? choice : nil
  }
}
