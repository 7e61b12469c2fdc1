import Assembly

/// Pairs people of one group and gender so that nights are wasted as little as can be.
///
/// Two with the same nights belong together: by the triangle inequality of nights that only one of two is there, no pairing
/// is cheaper than one that begins so. At most one of each stay is left over, and those few are matched exactly.
struct RoomMates {
  /// What a night of a twin costs, and what somebody pays who shares with somebody of another group.
  let price: Int
  let stranger: Int
  private let problem: RoomProblem

  init(_ problem: RoomProblem) {
    self.problem = problem
    let twins = problem.chambers.filter { $0.level == 1 }
    price = problem.weight(.roomsPrice) * twins.reduce(0) { $0 + $1.price } / max(1, twins.count)
    stranger = problem.weight(.roomsStrangers) / 2
  }

  /// People in pairs, and those who stay by themselves.
  ///
  /// - Complexity: O(2ⁿ n) for n different stays, twelve at a time.
  func paired(_ people: [Int]) -> [[Int]] {
    var waiting: [Range<Int>: Int] = [:]
    var units: [[Int]] = []
    for person in people {
      let stay = problem.lodgers[person].periods
      if let mate = waiting.removeValue(forKey: stay) {
        units.append([mate, person])
      } else {
        waiting[stay] = person
      }
    }
    return units
      + matched(waiting.values.sorted { order($0, $1) }) { one, other in
        // Who stays alone is thought to find a stranger with the same nights.
        guard let other else { return min(price * nights(one) / 2 + stranger, price * nights(one)) }
        return price * nights(one, other)
      }
  }

  /// Pairs people of one gender in one hotel, of whatever groups.
  ///
  /// - Parameter floors: the floors on which the group of somebody is.
  func pairedAcrossGroups(_ people: [Int], floors: (Int) -> Set<Int>) -> [[Int]] {
    matched(people.sorted { order($0, $1) }) { one, other in
      guard let other else { return price * nights(one) }
      let isOneGroup = problem.lodgers[one].group == problem.lodgers[other].group
      let meetsNobody = floors(one).isDisjoint(with: floors(other))
      return price * nights(one, other) + (isOneGroup ? 0 : 2 * stranger)
        + (meetsNobody ? problem.weight(.roomsFloor) : 0)
    }
  }

  private func order(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (problem.lodgers[one].periods, problem.lodgers[other].periods)
    return (first.lowerBound, first.upperBound, one) < (second.lowerBound, second.upperBound, other)
  }

  private func nights(_ person: Int) -> Int { problem.lodgers[person].nights }

  /// Nights on which one of two is there.
  private func nights(_ one: Int, _ other: Int) -> Int {
    problem.nights(of: Set(problem.lodgers[one].periods).union(problem.lodgers[other].periods))
  }

  /// People who are matched exactly; of more, the first so many each time.
  private static let exact = 12

  private func matched(_ people: [Int], cost: (Int, Int?) -> Int) -> [[Int]] {
    stride(from: 0, to: people.count, by: RoomMates.exact).flatMap { first in
      matchedExactly(Array(people[first..<min(first + RoomMates.exact, people.count)]), cost: cost)
    }
  }

  /// The cheapest matching of a few people, by dynamic programming over sets of them.
  private func matchedExactly(_ people: [Int], cost: (Int, Int?) -> Int) -> [[Int]] {
    let count = people.count
    var costs = [Int](repeating: .max, count: 1 << count)
    var choices = [Int](repeating: 0, count: 1 << count)
    costs[0] = 0
    for set in 1..<max(1, 1 << count) {
      let first = set.trailingZeroBitCount
      let rest = set & (set - 1)
      for mate in first..<count where mate == first || rest & (1 << mate) != 0 {
        let before = mate == first ? rest : rest & ~(1 << mate)
        let sum = costs[before] + cost(people[first], mate == first ? nil : people[mate])
        if sum < costs[set] { (costs[set], choices[set]) = (sum, mate) }
      }
    }
    var units: [[Int]] = []
    var set = (1 << count) - 1
    while set != 0 {
      let first = set.trailingZeroBitCount
      let mate = choices[set]
      units.append(mate == first ? [people[first]] : [people[first], people[mate]])
      set &= ~(1 << first | 1 << mate)
    }
    return units
  }
}
