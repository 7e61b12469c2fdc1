import IntegerProgramming
import SolverShared

/// What the staff's work counts at least in any plan, and good plans found on the way. Formulation.md has the argument.
struct StaffBound {
  /// No plan counts less.
  private(set) var bound = 0
  private(set) var roster: StaffRoster
  private(set) var iterations = 0
  private(set) var columns = 0
  private let problem: StaffProblem
  /// What finds the cheapest set of each class.
  private let pricing: [[SetPricing]]
  private let target: (Int) -> Int
  private let interruption: Interruption?
  /// Sets by class.
  private typealias Sets = [Set<[Int]>]

  /// Steps of the subgradient method at most, and cells of tables that they may fill in all.
  private static let mostSteps = 400
  private static let mostCells = 150_000_000
  /// Of the last steps the sets are columns of the first linear program.
  private static let stepsKept = 30
  /// Rounds of pricing at most, and iterations of the simplex method in all of them.
  private static let mostRounds = 100
  private static let mostIterations = 12_000
  /// Slots of which the linear program over sets is solved.
  private static let mostSlots = 400
  /// So many sets are all of them columns.
  private static let mostSets = 4_000

  /// - Parameter target: the objective that is good enough at a bound.
  init(
    _ problem: StaffProblem, _ roster: StaffRoster, _ interruption: Interruption?,
    target: @escaping (Int) -> Int
  ) {
    self.problem = problem
    self.roster = roster
    self.interruption = interruption
    self.target = target
    pricing = Self.pricing(problem)
    let found = ascend()
    guard !isDone else { return }
    if let all = allSets() {
      generate(from: all, areAll: true)
    } else if problem.slots.count <= Self.mostSlots {
      generate(from: found, areAll: false)
    }
  }

  /// Drives are seen where the tables for it are small.
  private static func pricing(_ problem: StaffProblem) -> [[SetPricing]] {
    let inTime = problem.classes.map { SetPricing.all(problem, of: $0[0], seesDrives: false) }
    let cells = inTime.joined().reduce(0) { $0 + $1.size }
    guard cells * problem.slots.count / 2 <= SetPricing.mostWithDrives else { return inTime }
    return problem.classes.map { SetPricing.all(problem, of: $0[0], seesDrives: true) }
  }

  /// The set that somebody of a class finds cheapest, and what it counts less what it is paid.
  private static func cheapest(_ pricing: [SetPricing], _ prices: [Double]) -> (cost: Double, slots: [Int]) {
    pricing.reduce(into: (0, [])) { least, pricing in
      let found = pricing.cheapest(prices)
      if found.cost < least.cost { least = found }
    }
  }

  private var isDone: Bool { roster.objective <= target(bound) || interruption?.isInterrupted ?? false }

  /// What prices prove, and the set that each class finds cheapest.
  private func value(_ prices: [Double]) -> (bound: Double, sets: [[Int]]) {
    var value = Double(problem.costOfMoves)
    for (slot, price) in zip(problem.slots, prices) { value += Double(slot.need) * price }
    var sets: [[Int]] = []
    for (people, pricing) in zip(problem.classes, pricing) {
      let cheapest = Self.cheapest(pricing, prices)
      value += Double(people.count) * cheapest.cost
      sets.append(cheapest.slots)
    }
    return (value, sets)
  }

  // MARK: Subgradients

  /// Prices of loads as even as posts allow: who has a post that is longer than the others' mean load has that alone.
  private func firstPrices() -> [Double] {
    var (work, people) = (problem.slots.reduce(0) { $0 + $1.need * $1.work }, problem.people.count)
    for slot in problem.slots.sorted(by: { $0.work > $1.work }) {
      guard people > slot.need, slot.work * people > work else { break }
      work -= slot.need * slot.work
      people -= slot.need
    }
    let mean = Double(work) / Double(max(1, people))
    let most = Double(problem.weightWithout)
    return problem.slots.enumerated().map { index, slot -> Double in
      guard let least = slot.candidates.map({ problem.costs[$0][index] ?? 0 }).min() else { return most }
      let own = Double(slot.work)
      let square = own > mean ? own * own + mean * mean : 2 * mean * own
      return min(most, Double(problem.weightOfLoad) * square + Double(least))
    }
  }

  /// Raises the prices of slots that few sets have, and lowers those that too many have.
  private mutating func ascend() -> Sets {
    let most = Double(problem.weightWithout)
    let prices = firstPrices()
    var ascent = SubgradientAscent(from: prices, in: -.infinity...most, patience: 20)
    var recent: [[[Int]]] = []
    var cells = 0
    for step in 0..<Self.mostSteps where !isDone && (step < 4 || cells < Self.mostCells) {
      iterations += 1
      cells += pricing.joined().reduce(0) { $0 + $1.cells(at: ascent.prices) }
      let (value, sets) = value(ascent.prices)
      recent.append(sets)
      if recent.count > Self.stepsKept { recent.removeFirst() }
      var lack = problem.slots.map { Double($0.need) }
      for (people, set) in zip(problem.classes, sets) {
        for slot in set { lack[slot] -= Double(people.count) }
      }
      let goesOn = ascent.step(value, lack, to: roster.objective)
      bound = max(bound, wholeBound(ascent.bestValue))
      if !goesOn { break }
    }
    var found: Sets = problem.classes.map { _ in [] }
    for sets in recent { for (place, set) in sets.enumerated() { found[place].insert(set) } }
    return found
  }

  // MARK: Columns

  /// Every set of every class in which nothing clashes; nothing where there are too many.
  private func allSets() -> Sets? {
    var left = Self.mostSets
    var all: Sets = []
    for people in problem.classes {
      let able = problem.slots.indices.filter { problem.costs[people[0]][$0] != nil }
      guard let sets = problem.setsWithoutClash(of: able, atMost: left) else { return nil }
      left -= sets.count
      all.append(Set(sets))
    }
    return all
  }

  /// Solves the linear program over sets, which prices improve, and then the integer program over those that were found.
  ///
  /// - Parameter areAll: whether there are no other sets, so that nothing is to be priced.
  private mutating func generate(from start: Sets, areAll: Bool) {
    let (problem, pricing, interruption, target) = (problem, pricing, interruption, target)
    var model = Model(name: "staff")
    let ofClass = problem.classes.enumerated().map {
      model.addConstraint("class[\($0)]", [], .equal(Double($1.count)))
    }
    let ofSlot = problem.slots.enumerated().map {
      model.addConstraint("post[\($0)]", [], .equal(Double($1.need)))
    }
    var known: Sets = problem.classes.map { _ in [] }
    var chosen: [(place: Int, set: [Int], variable: Variable)] = []
    var (bound, iterations, roster) = (bound, iterations, roster)
    model.withLiveProblem { live in
      func add(_ place: Int, _ set: [Int]) {
        guard known[place].insert(set).inserted else { return }
        let column = [(ofClass[place], 1.0)] + set.map { (ofSlot[$0], 1.0) }
        let people = problem.classes[place]
        let variable = live.addVariable(
          "set[\(place)]", in: .between(0...Double(people.count)), kind: .integer,
          objective: Double(problem.cost(of: people[0], set)), column: column)
        chosen.append((place, set, variable))
      }
      for (slot, row) in zip(problem.slots, ofSlot) {
        _ = live.addVariable(
          "missing", in: .between(0...Double(slot.need)), kind: .integer,
          objective: Double(problem.weightWithout), column: [(row, 1.0)])
      }
      for (place, people) in problem.classes.enumerated() {
        add(place, [])
        for person in people { add(place, roster.slotsOfPerson[person].sorted()) }
        for set in start[place].sorted(by: { $0.lexicographicallyPrecedes($1) }) { add(place, set) }
      }
      iterations += live.generateColumns(
        rounds: Self.mostRounds, iterations: Self.mostIterations, interruption
      ) { solution in
        let prices = ofSlot.map { min(Double(problem.weightWithout), solution.dual(of: $0)) }
        if areAll {
          bound = max(bound, wholeBound(Self.value(of: chosen.map { ($0.place, $0.set) }, problem, prices)))
          return false
        }
        var value = Double(problem.costOfMoves)
        for (slot, price) in zip(problem.slots, prices) { value += Double(slot.need) * price }
        var added = 0
        for (place, people) in problem.classes.enumerated() {
          let cheapest = Self.cheapest(pricing[place], prices)
          value += Double(people.count) * cheapest.cost
          if cheapest.cost < solution.dual(of: ofClass[place]) - 1e-6, !known[place].contains(cheapest.slots)
          {
            add(place, cheapest.slots)
            added += 1
          }
        }
        bound = max(bound, wholeBound(value))
        return added > 0 && roster.objective > target(bound)
      }
      guard roster.objective > target(bound), interruption?.isInterrupted != true else { return }
      // What the bound may have is not what anybody can do.
      for column in chosen where !problem.isPossible(column.set) {
        live.setBounds(of: column.variable, to: .equal(0))
      }
      var options = SearchOptions(
        limits: Limits(
          iterations: areAll ? 20_000 : 4_000, nodes: areAll ? 1_000 : 100, interruption: interruption))
      options.presolve = false
      let whole = live.solveInteger(options)
      iterations += whole.iterations
      if areAll, whole.termination.isOptimal {
        bound = max(bound, wholeBound(whole.bound + Double(problem.costOfMoves)))
      }
      guard let values = whole.values else { return }
      var other = StaffRoster(problem)
      var next = problem.classes.map { _ in 0 }
      for column in chosen {
        for _ in 0..<Int(values[column.variable.index].rounded())
        where next[column.place] < problem.classes[column.place].count {
          let person = problem.classes[column.place][next[column.place]]
          next[column.place] += 1
          for slot in column.set { other.add(slot, to: person) }
        }
      }
      other.better(interruption)
      if other.objective < roster.objective { roster = other }
    }
    columns = chosen.count
    (self.bound, self.iterations, self.roster) = (bound, iterations, roster)
  }

  /// What prices prove where these are all sets.
  private static func value(
    of sets: [(place: Int, set: [Int])], _ problem: StaffProblem, _ prices: [Double]
  ) -> Double {
    var least = problem.classes.map { _ in Double.infinity }
    for (place, set) in sets {
      let cost = Double(problem.cost(of: problem.classes[place][0], set)) - set.reduce(0) { $0 + prices[$1] }
      least[place] = min(least[place], cost)
    }
    var value = Double(problem.costOfMoves)
    for (slot, price) in zip(problem.slots, prices) { value += Double(slot.need) * price }
    for (people, least) in zip(problem.classes, least) { value += Double(people.count) * least }
    return value
  }
}
