/// Keeps free what later people cannot do without: a flow of people of each demand class into supply classes of seats.
///
/// People of a group bound to one section, or of a role with lines of its own, may sit in few places; others must not
/// take these from them while the hall has room elsewhere. The flow seats as many people as can be seated, classes that
/// come earlier first (a greedy choice that is exact because the sets of people who can be seated together are a
/// matroid), and stays a maximum flow while seats are taken one by one.
///
/// - Complexity: each augmentation O(demand classes × supply classes); their number is about that of the class pairs.
struct CapacityGuard {
  /// Supply classes that each demand class may use.
  private let allowed: [[Int]]
  /// Seats of each supply class that are not taken yet.
  private var supply: [Int]
  /// People of each demand class who are promised a seat in each supply class.
  private var flow: [[Int: Int]]
  /// Demand classes with a promise in each supply class.
  private var promised: [Set<Int>]
  private var promisedCount: [Int]

  init(demand: [Int], supply: [Int], allowed: [[Int]]) {
    self.allowed = allowed
    self.supply = supply
    flow = Array(repeating: [:], count: demand.count)
    promised = Array(repeating: [], count: supply.count)
    promisedCount = Array(repeating: 0, count: supply.count)
    for people in demand.indices {
      var rest = demand[people]
      while rest > 0, let path = pathToSpare(from: people) {
        rest -= push(rest, along: path)
      }
    }
  }

  /// How many people of a class are promised a seat.
  func promises(to people: Int) -> Int {
    flow[people].values.reduce(0, +)
  }

  /// Whether somebody of a class is promised a seat of this supply class.
  func promises(to people: Int, in seats: Int) -> Bool { flow[people][seats, default: 0] > 0 }

  /// Whether a person of this class may take a seat of that class while all other promises can be kept; then takes it.
  mutating func take(_ seats: Int, for people: Int) -> Bool {
    guard allowed[people].contains(seats), promises(to: people) > 0 else { return false }
    if flow[people][seats, default: 0] == 0, !redirectPromise(of: people, to: seats) { return false }
    change(people, seats, by: -1)
    supply[seats] -= 1
    return true
  }

  /// A person of this class stays away: the promise is given back.
  mutating func release(_ people: Int) {
    if let seats = flow[people].keys.min() { change(people, seats, by: -1) }
  }

  /// A way to a supply class with seats to spare: classes of seats in turn, with who moves into each.
  private struct Path {
    var steps: [(people: Int, into: Int, outOf: Int?)]
  }

  private func pathToSpare(from people: Int) -> Path? {
    search(starting: allowed[people].map { (people, $0) }) { supply[$0] > promisedCount[$0] }
  }

  /// Breadth-first search over classes of seats: whoever holds a promise in a full class may move on to another.
  private func search(starting: [(people: Int, seats: Int)], until isGoal: (Int) -> Bool) -> Path? {
    var cameFrom: [Int: (people: Int, outOf: Int?)] = [:]
    var queue: [Int] = []
    for (people, seats) in starting where cameFrom[seats] == nil {
      cameFrom[seats] = (people, nil)
      queue.append(seats)
    }
    var next = 0
    while next < queue.count {
      let seats = queue[next]
      next += 1
      if isGoal(seats) { return path(to: seats, cameFrom) }
      for people in promised[seats].sorted() {
        for other in allowed[people] where cameFrom[other] == nil {
          cameFrom[other] = (people, seats)
          queue.append(other)
        }
      }
    }
    return nil
  }

  private func path(to goal: Int, _ cameFrom: [Int: (people: Int, outOf: Int?)]) -> Path {
    var path = Path(steps: [])
    var seats = goal
    while let step = cameFrom[seats] {
      path.steps.append((step.people, seats, step.outOf))
      guard let outOf = step.outOf else { break }
      seats = outOf
    }
    return path
  }

  private mutating func push(_ wanted: Int, along path: Path) -> Int {
    guard let goal = path.steps.first?.into else { return 0 }
    let movable = path.steps.compactMap { step in step.outOf.map { flow[step.people][$0, default: 0] } }
    let amount = min(wanted, supply[goal] - promisedCount[goal], movable.min() ?? wanted)
    for step in path.steps {
      if let outOf = step.outOf { change(step.people, outOf, by: -amount) }
      change(step.people, step.into, by: amount)
    }
    return amount
  }

  /// Moves one promise of a class into another class of seats, where need be by moving promises of others on.
  private mutating func redirectPromise(of people: Int, to seats: Int) -> Bool {
    guard supply[seats] > 0 else { return false }
    let own = flow[people].keys.sorted()
    guard let goal = own.first else { return false }
    if supply[seats] > promisedCount[seats] {
      change(people, goal, by: -1)
      change(people, seats, by: 1)
      return true
    }
    let path = search(starting: [(people, seats)]) {
      supply[$0] > promisedCount[$0] || flow[people][$0] != nil
    }
    guard let path, let end = path.steps.first?.into else { return false }
    let source = flow[people][end] != nil ? end : goal
    change(people, source, by: -1)
    for step in path.steps {
      if let outOf = step.outOf { change(step.people, outOf, by: -1) }
      change(step.people, step.into, by: 1)
    }
    return true
  }

  private mutating func change(_ people: Int, _ seats: Int, by amount: Int) {
    let value = flow[people][seats, default: 0] + amount
    flow[people][seats] = value == 0 ? nil : value
    if value == 0 { promised[seats].remove(people) } else { promised[seats].insert(people) }
    promisedCount[seats] += amount
  }
}
