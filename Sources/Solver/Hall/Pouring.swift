import Assembly

/// Seats the groups one after another in the pouring order, as a secretary would, around seats that are already given.
///
/// Depth never falls along that order, so no seat of a group is deeper than a seat of a later one by more than the
/// line on which both lie, and `strict` holds. Seats given beforehand bend the order only as far as `strict` allows.
///
/// - Complexity: O(groups × seats) when many groups are bound to sections, O(seats) when none is.
struct Pouring {
  let problem: HallProblem
  /// Index of the group that holds each seat, −1 for an empty one.
  private(set) var groupOfSeat: [Int]
  /// Seats poured for each group, in pouring order; without those given beforehand.
  private(set) var seatsOfGroup: [[Int]]
  /// How many people of each role of each group found no seat, and whether only the order kept them out.
  private(set) var shortage: [Shortage] = []

  struct Shortage {
    let group: Int
    let role: Role
    let people: Int
    let isByOrder: Bool
  }

  /// A demand class: people of one group and role have the same seats to choose from.
  private struct Class {
    let group: Int
    let role: Role
    var people: Int
  }

  private let order: [Int]
  private var classes: [Class] = []
  private var classesOfGroup: [[Int]]
  private let supplyClass: [Int]
  private var capacity: CapacityGuard
  private var depthRange: DepthRange

  /// Pours `people` (indices) around the seats that `given` lists by person.
  init(_ problem: HallProblem, people: [Int], given: [Int: Int] = [:]) {
    self.problem = problem
    order = problem.pouringOrder
    groupOfSeat = Array(repeating: -1, count: problem.hall.seats.count)
    seatsOfGroup = Array(repeating: [], count: problem.groups.count)
    for (person, seat) in given { groupOfSeat[seat] = problem.groupOfPerson[person]! }
    classes = Pouring.classes(of: people, problem)
    classesOfGroup = Array(repeating: [], count: problem.groups.count)
    for (index, demand) in classes.enumerated() { classesOfGroup[demand.group].append(index) }
    let supply = SupplyClasses(problem.hall, isFree: { [groupOfSeat] in groupOfSeat[$0] < 0 })
    supplyClass = supply.classOfSeat
    capacity = CapacityGuard(
      demand: classes.map(\.people), supply: supply.counts,
      allowed: classes.map { demand in
        supply.usable(by: demand.role, in: problem.groups[demand.group].sections)
      })
    depthRange = DepthRange(problem, given: given)
    pour()
  }

  private static func classes(of people: [Int], _ problem: HallProblem) -> [Class] {
    var classes: [Class] = []
    let byGroup = Dictionary(grouping: people) { problem.groupOfPerson[$0]! }
    for group in byGroup.keys.sorted() {
      let byRole = Dictionary(grouping: byGroup[group]!) { problem.event.people[$0].role }
      for role in Role.allCases {
        if let members = byRole[role] {
          classes.append(Class(group: group, role: role, people: members.count))
        }
      }
    }
    return classes
  }

  private mutating func pour() {
    var firstFree = 0
    for group in problem.groups.indices {
      let range = depthRange.allowed(for: group)
      var position = firstFree
      while position < order.count, classesOfGroup[group].contains(where: { classes[$0].people > 0 }) {
        let seat = order[position]
        position += 1
        if problem.depths[seat] >= range.upperBound { break }
        guard groupOfSeat[seat] < 0, range.contains(problem.depths[seat]) else { continue }
        if take(seat, for: group) { depthRange.extend(group, to: problem.depths[seat]) }
      }
      recordShortage(of: group)
      while firstFree < order.count, groupOfSeat[order[firstFree]] >= 0 || supplyClass[order[firstFree]] < 0 {
        firstFree += 1
      }
    }
  }

  private mutating func take(_ seat: Int, for group: Int) -> Bool {
    guard supplyClass[seat] >= 0 else { return false }
    for index in classesOfGroup[group] where classes[index].people > 0 {
      if capacity.take(supplyClass[seat], for: index) {
        classes[index].people -= 1
        groupOfSeat[seat] = group
        seatsOfGroup[group].append(seat)
        return true
      }
    }
    return false
  }

  private mutating func recordShortage(of group: Int) {
    for index in classesOfGroup[group] where classes[index].people > 0 {
      let promised = capacity.promises(to: index)
      for _ in 0..<promised { capacity.release(index) }
      shortage.append(
        Shortage(
          group: group, role: classes[index].role, people: classes[index].people, isByOrder: promised > 0))
    }
  }
}

/// Classes of seats that are alike for the question who may use them.
private struct SupplyClasses {
  private struct Key: Hashable {
    let section: Int
    let role: Role?
  }

  /// Class of each seat, −1 for one that nobody may be poured into.
  let classOfSeat: [Int]
  let counts: [Int]
  private let keys: [Key]

  init(_ hall: Hall, isFree: (Int) -> Bool) {
    var index: [Key: Int] = [:]
    var keys: [Key] = []
    var counts: [Int] = []
    classOfSeat = hall.seats.enumerated().map { number, seat in
      guard !seat.isHeld, isFree(number) else { return -1 }
      let key = Key(section: seat.section, role: seat.role)
      let position = index[key, default: keys.count]
      if position == keys.count {
        index[key] = position
        keys.append(key)
        counts.append(0)
      }
      counts[position] += 1
      return position
    }
    self.keys = keys
    self.counts = counts
  }

  func usable(by role: Role, in sections: [Int]) -> [Int] {
    keys.indices.filter { index in
      let key = keys[index]
      return (key.role == nil || key.role == role) && (sections.isEmpty || sections.contains(key.section))
    }
  }
}

/// The depths that `strict` leaves to each group, with the seats given so far; every depth for the other policies.
private struct DepthRange {
  private let isStrict: Bool
  private let deepest: Int
  /// Deepest seat of each group, −1 while it has none.
  private var deepestOf: [Int]
  private var shallowestOf: [Int]

  init(_ problem: HallProblem, given: [Int: Int]) {
    isStrict = problem.isStrict
    deepest = problem.depthCount
    deepestOf = Array(repeating: -1, count: problem.groups.count)
    shallowestOf = Array(repeating: problem.depthCount, count: problem.groups.count)
    for (person, seat) in given where problem.countsForOrder(person, seat) {
      extend(problem.groupOfPerson[person]!, to: problem.depths[seat])
    }
  }

  mutating func extend(_ group: Int, to depth: Int) {
    deepestOf[group] = max(deepestOf[group], depth)
    shallowestOf[group] = min(shallowestOf[group], depth)
  }

  /// No seat of a group is deeper by more than 1 than a seat of a later group.
  func allowed(for group: Int) -> Range<Int> {
    guard isStrict else { return 0..<deepest }
    let lower = max(0, (deepestOf[..<group].max() ?? 0) - 1)
    let upper = (shallowestOf[(group + 1)...].min() ?? deepest) + 1
    return lower..<max(lower, upper + 1)
  }
}
