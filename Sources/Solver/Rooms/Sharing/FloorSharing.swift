import Assembly

/// In how few (group, floor) pairs the groups of one hotel can be, if everybody has a bed and nobody sleeps below the
/// entitlement, and all ways to come to so few.
///
/// Groups and the floors they are on make a bipartite graph. A connected part of it has no fewer pairs than groups and floors
/// together less one, and holds all of its groups on its floors. So the pairs are at least the least of this over all
/// partitions into parts that fit, by dynamic programming over sets of groups and floors.
struct FloorSharing {
  /// Some groups that share some floors, which no others do; as bits of ``groups`` and of the floors.
  struct Part: Hashable {
    let groups, floors: Int
  }

  /// The groups, by index in the event.
  let groups: [Int]
  /// No such plan has fewer pairs.
  let leastPairs: Int
  /// All partitions with so few; nothing when there are many.
  private(set) var partitions: [[Part]]? = []

  /// Groups and floors together, and floors, of which all sets are looked at.
  private static let most = 15
  private static let mostFloors = 8
  private static let mostPartitions = 300

  /// - Returns: nothing for several hotels, for too many groups and floors, and where no partition fits.
  /// - Complexity: O(3ᵍ · 2ᶠ · floors that are just enough) for g groups and f floors.
  init?(_ problem: RoomProblem) {
    let groups = Set(problem.lodgers.map(\.group)).sorted()
    self.groups = groups
    let floors = problem.roomStock.floors.count
    guard problem.roomStock.hotels.count == 1, floors <= FloorSharing.mostFloors,
      groups.count + floors <= FloorSharing.most
    else { return nil }
    let capacities = (0..<1 << floors).map { Capacity(problem, floors: $0) }
    var needs = [Need()]
    for group in groups {
      let own = Need(problem, group)
      needs += needs.map { $0 + own }
    }
    let fitting = needs.map { need in capacities.indices.filter { capacities[$0].holds(need) } }
    var search = Search(floors: floors, fitting: fitting)
    search.fill()
    guard let least = search.least(needs.count - 1, capacities.count - 1) else { return nil }
    leastPairs = least
    search.collect(
      needs.count - 1, capacities.count - 1, least, [], atMost: FloorSharing.mostPartitions,
      into: &partitions
    )
  }

  /// Rooms and beds that groups need when nobody sleeps below the entitlement; families, and those who share with nobody,
  /// are thought to need none in twins.
  private struct Need {
    var suites = 0
    var singles = 0
    var women = 0
    var men = 0

    init() {}

    init(_ problem: RoomProblem, _ group: Int) {
      for lodger in problem.lodgers where lodger.family == nil && lodger.group == group {
        switch (lodger.level, lodger.gender) {
        case (3, _): suites += 1
        case (2, _): singles += 1
        case (_, .female): women += 1
        case (_, .male): men += 1
        default: break
        }
      }
    }

    static func + (one: Need, other: Need) -> Need {
      var sum = one
      sum.suites += other.suites
      sum.singles += other.singles
      sum.women += other.women
      sum.men += other.men
      return sum
    }
  }

  /// What some floors hold.
  private struct Capacity {
    private var suites = 0
    private var singles = 0
    /// The fewest beds, of no fewer than so many, that some rooms for several have together.
    private var enough: [Int]

    init(_ problem: RoomProblem, floors set: Int) {
      var sums = [true]
      for chamber in problem.chambers where set >> chamber.floor & 1 == 1 {
        switch chamber.level {
        case 3: suites += 1
        case 2: singles += 1
        default:
          let before = sums
          sums += [Bool](repeating: false, count: chamber.beds)
          for (sum, isReached) in before.enumerated() where isReached {
            sums[sum + chamber.beds] = true
          }
        }
      }
      enough = Array(sums.indices)
      for sum in sums.indices.dropLast().reversed() where !sums[sum] {
        enough[sum] = enough[sum + 1]
      }
    }

    /// Whether rooms for several can be shared out among the two genders, after all others have theirs.
    func holds(_ need: Need) -> Bool {
      let free = suites + singles - need.suites - need.singles
      guard need.suites <= suites, free >= 0 else { return false }
      return (0...free).contains { women in
        let (others, men) = (max(0, need.women - women), max(0, need.men - (free - women)))
        return others < enough.count && enough.count - 1 - enough[others] >= men
      }
    }
  }

  /// The least pairs of each set of groups on each set of floors.
  private struct Search {
    let floors: Int
    /// Floors that hold each set of groups.
    let fitting: [[Int]]
    private var pairs: [Int8]
    private static let none = Int8.max

    init(floors: Int, fitting: [[Int]]) {
      self.floors = floors
      self.fitting = fitting
      pairs = Array(repeating: Search.none, count: fitting.count << floors)
    }

    func least(_ groups: Int, _ floors: Int) -> Int? {
      let found = pairs[groups << self.floors | floors]
      return found == Search.none ? nil : Int(found)
    }

    mutating func fill() {
      // Of floors that are enough those matter that would not be enough with one fewer.
      let just = fitting.map { sets in
        let all = Set(sets)
        return sets.filter { set in
          !(0..<floors).contains { set >> $0 & 1 == 1 && all.contains(set & ~(1 << $0)) }
        }
      }
      for set in 0..<1 << floors { pairs[set] = 0 }
      for groups in 1..<max(1, fitting.count) {
        Search.forEachPart(of: groups) { part in
          for enough in just[part] {
            let own = Int8(part.nonzeroBitCount + enough.nonzeroBitCount - 1)
            for set in 0..<1 << floors where enough & ~set == 0 {
              let rest = pairs[(groups & ~part) << floors | set & ~enough]
              if rest != Search.none, rest + own < pairs[groups << floors | set] {
                pairs[groups << floors | set] = rest + own
              }
            }
          }
        }
      }
    }

    /// All partitions of some groups on some floors with so few pairs.
    func collect(
      _ groups: Int, _ floors: Int, _ left: Int, _ parts: [Part], atMost limit: Int,
      into found: inout [[Part]]?
    ) {
      guard let count = found?.count else { return }
      if groups == 0 {
        found = count < limit ? found! + [parts] : nil
        return
      }
      Search.forEachPart(of: groups) { part in
        for set in fitting[part] where set & ~floors == 0 {
          let rest = left - (part.nonzeroBitCount + set.nonzeroBitCount - 1)
          guard let least = least(groups & ~part, floors & ~set), least <= rest else { continue }
          collect(
            groups & ~part, floors & ~set, rest, parts + [Part(groups: part, floors: set)],
            atMost: limit,
            into: &found)
        }
      }
    }

    /// All subsets that have the first of some groups.
    private static func forEachPart(of groups: Int, _ body: (Int) -> Void) {
      let first = groups & -groups
      let others = groups ^ first
      var some = others
      while true {
        body(first | some)
        if some == 0 { return }
        some = (some - 1) & others
      }
    }
  }
}
