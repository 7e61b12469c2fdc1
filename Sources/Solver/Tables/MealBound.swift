import Assembly
import IntegerProgramming

/// What every seating of a meal costs at least. Formulation.md has the argument.
struct MealBound {
  private let problem: MealProblem
  /// People of each source who do not sit at the main table by rank.
  private let supplies: [Int]
  /// Seats that are left to them.
  private let capacities: [Int]
  /// Whether a source may sit at tables of a kind in any plan.
  private var admits: [[Bool]]
  private var isKindFull: [Bool]
  private(set) var iterations = 0
  /// A seating of those who do not sit at the main table by rank, found beside the bound of small meals.
  private(set) var counts: [SeatedCount]?

  init(_ problem: MealProblem) {
    self.problem = problem
    var supplies = problem.sources.map(\.people.count)
    var capacities = problem.seats
    for person in problem.atMainTable { supplies[problem.sourceOfPerson[person]] -= 1 }
    if let main = problem.mainTable { capacities[main] -= problem.atMainTable.count }
    self.supplies = supplies
    self.capacities = capacities
    admits = problem.sources.map { problem.admissions[$0.admission].admits }
    isKindFull = problem.isKindForSome.map { _ in false }
    keepTablesForSome()
  }

  /// Those for whom tables of a kind are sit there in every plan, as long as these have seats: if they all have one there,
  /// they sit nowhere else; if they have not, these tables are full. It is seen only of people who are bound to nobody.
  private mutating func keepTablesForSome() {
    var isBound = problem.sources.map { _ in false }
    for company in problem.companies { for entry in company.sources { isBound[entry.index] = true } }
    for kind in problem.isKindForSome.indices where problem.isKindForSome[kind] {
      let members = problem.sources.indices.filter {
        supplies[$0] > 0 && problem.admissions[problem.sources[$0].admission].isFor[kind]
      }
      let isSimple = members.allSatisfy { source in
        !isBound[source]
          && problem.admissions[problem.sources[source].admission].isFor.count { $0 } == 1
      }
      guard isSimple else { continue }
      let people = members.reduce(0) { $0 + supplies[$1] }
      let seats = problem.tables.indices.reduce(0) {
        $0 + (problem.kindOfTable[$1] == kind ? capacities[$1] : 0)
      }
      if people > seats {
        isKindFull[kind] = true
      } else {
        for source in members {
          for other in admits[source].indices where other != kind { admits[source][other] = false }
        }
      }
    }
  }

  // MARK: The objective

  /// No seating costs less.
  mutating func objective(_ interruption: Interruption?) -> Int {
    var relief = supplies.map { _ in 0 }
    for pool in pools {
      for source in pool.members { relief[source] = pool.relief }
    }
    let sinks = sinks()
    var transport = transport(
      sinks, unseated: supplies.indices.map { problem.weightUnseated - relief[$0] }, cost: problem.cost)
    let bound = transport.best(interruption)
    iterations += transport.iterations
    return bound + pools.reduce(0) { $0 + problem.weightOfSplit * $1.pairs } + costAtMainTable
  }

  /// No seating costs less: by what each table may hold as a whole, and where few groups sit at few tables by which of them
  /// sit where; nothing where people and tables are too many for both.
  ///
  /// - Parameters:
  ///   - seating: a good one, whose tables are filled first.
  ///   - enough: a bound that need not be bettered.
  mutating func objective(
    byTables seating: MealSeating, upTo enough: Int, _ interruption: Interruption?
  ) -> Int? {
    guard supplies.count + pools.count + problem.tables.count <= Self.mostRowsOfFillings else { return nil }
    var fillings = FillingBound(
      problem, supplies: supplies, capacities: capacities, admits: admits, pools: pools)
    let beside = costAtMainTable
    var bound = fillings.best(from: seating, upTo: enough - beside, interruption)
    iterations += fillings.iterations
    if bound ?? .min < enough - beside, pools.count * problem.tables.count <= PairProgram.mostPairs {
      var program = PairProgram(
        problem, supplies: supplies, capacities: capacities, admits: admits, pools: pools)
      if let exact = program.bound(interruption) { bound = max(bound ?? exact, exact) }
      // The program knows of no companies, and not who sits at a table for some that is full.
      if problem.companies.isEmpty, !isKindFull.contains(true) { counts = program.seating }
      iterations += program.iterations
    }
    return bound.map { $0 + beside }
  }

  /// More rows would be worth less than they take: many tables part few groups.
  private static let mostRowsOfFillings = 300

  /// So many people move at least in every plan that leaves no more people out.
  ///
  /// - Parameters:
  ///   - leavingOut: how many have no seat.
  ///   - enough: a bound that need not be bettered.
  mutating func moves(
    leavingOut: Int, upTo enough: Int, _ interruption: Interruption?
  ) -> Int {
    func isMove(_ source: Int, _ table: Int) -> Int {
      let home = problem.sources[source].home
      return home != -1 && home != table ? 1 : 0
    }
    let much = supplies.reduce(1, +)
    let sinks = sinks()
    var transport = transport(sinks, unseated: supplies.map { _ in much }, cost: isMove)
    let atMain =
      problem.mainTable.map { main in
        problem.atMainTable.reduce(0) { $0 + isMove(problem.sourceOfPerson[$1], main) }
      } ?? 0
    func told(_ bound: Int) -> Int { max(0, bound - much * leavingOut) + atMain }
    // Mostly those alone move whose table is gone, or holds too few for all who sat there.
    let simple = told(transport.value(at: pricesOfFullTables(sinks)))
    if simple >= enough { return simple }
    let bound = transport.best(interruption)
    iterations += transport.iterations
    return max(simple, told(bound))
  }

  /// A price of one move for a seat at each table that has fewer than people who sat there.
  private func pricesOfFullTables(_ sinks: Sinks) -> [Int] {
    var stay = [Int](repeating: 0, count: problem.tables.count)
    for (source, supply) in supplies.enumerated() {
      let home = problem.sources[source].home
      if home >= 0, admits[source][problem.kindOfTable[home]] { stay[home] += supply }
    }
    return sinks.example.map { stay[$0] > max(0, capacities[$0]) ? -1 : 0 }
  }

  /// What those cost who sit at the main table by rank, with the pairs of their groups.
  private var costAtMainTable: Int {
    guard let main = problem.mainTable else { return 0 }
    let groups = Set(problem.atMainTable.map { problem.sources[problem.sourceOfPerson[$0]].group })
    return problem.atMainTable.reduce(problem.weightOfSplit * groups.count) {
      $0 + problem.cost(problem.sourceOfPerson[$1], at: main)
    }
  }

  // MARK: Transport

  /// Tables that cost everybody the same, told by one of them.
  private struct Sinks {
    var example: [Int] = []
    var ofTable: [Int] = []
  }

  private func sinks() -> Sinks {
    let tellsHomes = problem.sources.contains { $0.home >= 0 }
    var sinks = Sinks()
    var index: [[Int]: Int] = [:]
    for table in problem.tables.indices {
      let key = tellsHomes ? [table] : [problem.place[table], problem.kindOfTable[table]]
      if index[key] == nil {
        index[key] = sinks.example.count
        sinks.example.append(table)
      }
      sinks.ofTable.append(index[key]!)
    }
    return sinks
  }

  private func transport(
    _ sinks: Sinks, unseated: [Int], cost: (Int, Int) -> Int
  ) -> TransportBound {
    var seats = sinks.example.map { _ in 0 }
    for (table, sink) in sinks.ofTable.enumerated() { seats[sink] += max(0, capacities[table]) }
    return TransportBound(
      supplies: supplies, capacities: seats,
      isFull: sinks.example.map { isKindFull[problem.kindOfTable[$0]] },
      costs: supplies.indices.map { source in
        sinks.example.indices.map { sink in
          let table = sinks.example[sink]
          return seats[sink] > 0 && admits[source][problem.kindOfTable[table]]
            ? cost(source, table) : TransportBound.closed
        }
      }, unseated: unseated)
  }

  // MARK: Groups at tables

  /// People of a group who may meet at a table, and no others of it may.
  struct Pool {
    let group: Int
    /// Indices in ``MealProblem/sources``.
    let members: [Int]
    /// Kinds of tables that admit any of them.
    let kinds: [Bool]
    /// Whether some of the group sit at the main table by rank: who joins them there makes no pair.
    let isAtMainTable: Bool
    /// Pairs that every seating needs beside that.
    let pairs: Int
    /// What one person without a seat may save of the cost of these pairs at most, rounded up.
    let relief: Int
  }

  /// Each pool sits at as many tables as its people fill, the largest taken first.
  private lazy var pools: [Pool] = {
    let atMain = Set(problem.atMainTable.map { problem.sources[problem.sourceOfPerson[$0]].group })
    var seatsOfKinds: [[Bool]: [Int]] = [:]
    let byGroup = Dictionary(grouping: supplies.indices.filter { supplies[$0] > 0 }) {
      problem.sources[$0].group
    }
    return byGroup.sorted { $0.key < $1.key }.flatMap { group, sources in
      meetings(sources).map { members, kinds in
        var people = members.reduce(0) { $0 + supplies[$1] }
        var seats =
          seatsOfKinds[kinds]
          ?? problem.tables.indices.filter { kinds[problem.kindOfTable[$0]] }
          .map { max(0, capacities[$0]) }.filter { $0 > 0 }.sorted(by: >)
        seatsOfKinds[kinds] = seats
        let isAtMain =
          atMain.contains(group) && problem.mainTable.map { kinds[problem.kindOfTable[$0]] } ?? false
        if isAtMain, let main = problem.mainTable {
          people = max(0, people - max(0, capacities[main]))
          if let place = seats.firstIndex(of: max(0, capacities[main])) { seats.remove(at: place) }
        }
        let tables = LeastTables(people: people, seats: seats)
        return Pool(
          group: group, members: members, kinds: kinds, isAtMainTable: isAtMain, pairs: tables.count,
          relief: tables.mostSaved(people: people, weight: problem.weightOfSplit))
      }
    }
  }()

  /// Sources of a group that may meet at a table, with the kinds of tables that admit any of them.
  private func meetings(_ sources: [Int]) -> [(members: [Int], kinds: [Bool])] {
    var pools: [(members: [Int], kinds: [Bool])] = []
    for source in sources {
      var pool = (members: [source], kinds: admits[source])
      pools.removeAll { other in
        guard zip(other.kinds, pool.kinds).contains(where: { $0 && $1 }) else { return false }
        pool = (other.members + pool.members, zip(other.kinds, pool.kinds).map { $0 || $1 })
        return true
      }
      pools.append(pool)
    }
    return pools
  }
}

/// The fewest tables that hold so many people.
private struct LeastTables {
  /// People whom the largest tables hold, by their number.
  private var held = [0]
  let count: Int

  init(people: Int, seats: [Int]) {
    for seats in seats {
      if held[held.count - 1] >= people { break }
      held.append(held[held.count - 1] + seats)
    }
    count = held.count - 1
  }

  /// What one person who stays out saves at most in the mean, rounded up.
  func mostSaved(people: Int, weight: Int) -> Int {
    var saved = 0
    for fewer in 1..<max(count + 1, 1) {
      // So many must stay out for so many tables fewer.
      let out = people - held[count - fewer]
      if out > 0 { saved = max(saved, (weight * fewer + out - 1) / out) }
    }
    return saved
  }
}
