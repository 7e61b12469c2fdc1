import Assembly
import IntegerProgramming

/// Seats groups in strict order by bands around seats that are given: the optimizing counterpart of ``Pouring``.
struct BandSeating {
  /// Seats of each group for its people, without those given beforehand.
  private(set) var seatsOfGroup: [[Int]]
  /// States that the search kept.
  let states: Int

  /// States of the search, over all groups.
  private static let searchWork = 40_000

  /// Seats `people` (indices); nothing when no plan is found that keeps the order with the seats given.
  init?(_ problem: HallProblem, people: [Int], given: [Int: Int], interruption: Interruption?) {
    let taken = Set(given.values)
    let hall = DepthLines(problem) { problem.isOpenToAll($0, given: taken) }
    let sizes = problem.sizes(of: people)
    let items = problem.groups.indices.filter { sizes[$0] > 0 }.map { group in
      let seated = problem.groups[group]
      return BandSearch.Item(
        group: group, size: sizes[group], priority: seated.priority, isSingle: seated.members.count == 1,
        sections: seated.sections)
    }
    guard !items.isEmpty else { return nil }
    let width = max(20, min(200, BandSeating.searchWork / items.count))
    let search = BandSearch(hall, items: items, costs: problem.costs, width: width)
    guard let plan = search.run(isStopped: { interruption?.isInterrupted == true }) else { return nil }
    states = plan.states
    seatsOfGroup = Array(repeating: [], count: sizes.count)
    for (item, stretches) in zip(items, plan.stretches) {
      seatsOfGroup[item.group] = stretches.flatMap { hall.seats[$0.seats] }
    }
    guard problem.keepsStrictOrder(seatsOfGroup, given) else { return nil }
  }
}

extension HallProblem {
  /// Whether no seat of a group is deeper by more than 1 than a seat of a later group.
  fileprivate func keepsStrictOrder(_ seatsOfGroup: [[Int]], _ given: [Int: Int]) -> Bool {
    var depthsOfGroup = seatsOfGroup.map { $0.map { depths[$0] } }
    for (person, seat) in given where countsForOrder(person, seat) {
      depthsOfGroup[groupOfPerson[person]!].append(depths[seat])
    }
    var deepest = 0
    return depthsOfGroup.allSatisfy { depths in
      defer { deepest = max(deepest, depths.max() ?? 0) }
      return depths.allSatisfy { $0 >= deepest - 1 }
    }
  }
}
