import IntegerProgramming
import SolverShared

/// The integer program of groups at tables, of small meals: which groups sit at which tables is whole, how many of them need
/// not be. Labels: `people[a]`, `pairs[g]`, `seats[t]`, `there[g,t]`; see Formulation.md.
struct PairProgram {
  private var model = Model(name: "pairs")
  private var seated: [(source: Int, table: Int, variable: Variable)] = []
  private(set) var iterations = 0
  /// People of each source at each table in the best seating that was found; nothing where none is whole.
  private(set) var seating: [SeatedCount]?

  /// More groups × tables than this are not decided one by one.
  static let mostPairs = 200
  private static let mostNodes = 20_000
  /// Simplex iterations × the size of the program.
  private static let mostWork = 20_000_000

  init(
    _ problem: MealProblem, supplies: [Int], capacities: [Int], admits: [[Bool]], pools: [MealBound.Pool]
  ) {
    var atTable = problem.tables.map { _ in [LinearTerm]() }
    for (number, pool) in pools.enumerated() {
      var pairs: [LinearTerm] = []
      var ofTable = problem.tables.map { _ in [LinearTerm]() }
      for source in pool.members {
        let out = model.addVariable("unseated[\(source)]", objective: Double(problem.weightUnseated))
        var people = [1 * out]
        for table in problem.tables.indices
        where capacities[table] > 0 && admits[source][problem.kindOfTable[table]] {
          let seated = model.addVariable(
            "x[\(source),\(table)]", objective: Double(problem.cost(source, at: table)))
          people.append(1 * seated)
          ofTable[table].append(1 * seated)
          atTable[table].append(1 * seated)
          self.seated.append((source, table, seated))
        }
        model.addConstraint("people[\(source)]", people, .equal(Double(supplies[source])))
        if problem.weightOfSplit > 0 {
          pairs.append((Double(pool.relief) / Double(problem.weightOfSplit)) * out)
        }
      }
      let size = pool.members.reduce(0) { $0 + supplies[$1] }
      for table in problem.tables.indices
      where !ofTable[table].isEmpty && !(table == problem.mainTable && pool.isAtMainTable) {
        let pair = model.addBinary("pair[\(number),\(table)]", objective: Double(problem.weightOfSplit))
        let most = Double(min(size, capacities[table]))
        model.addConstraint("there[\(number),\(table)]", ofTable[table] + [-most * pair], .atMost(0))
        pairs.append(1 * pair)
      }
      model.addConstraint("pairs[\(number)]", pairs, .atLeast(Double(pool.pairs)))
    }
    for table in problem.tables.indices where !atTable[table].isEmpty {
      model.addConstraint("seats[\(table)]", atTable[table], .atMost(Double(capacities[table])))
    }
  }

  /// No seating of those who do not sit at the main table by rank costs less.
  mutating func bound(_ interruption: Interruption?) -> Int? {
    let size = model.variables.count + model.constraints.count
    var options = SearchOptions(
      limits: Limits(
        iterations: Self.mostWork / max(1, size), nodes: Self.mostNodes, interruption: interruption))
    options.absoluteGap = 0.5
    let solution = model.solve(options)
    iterations += solution.iterations
    seating = solution.values.flatMap(whole)
    guard solution.bound.isFinite else { return nil }
    return wholeBound(solution.bound, atLeast: FillingBound.least)
  }

  /// With pairs that are whole the rest is a transportation problem, of which vertices are whole; elsewhere nothing.
  private func whole(_ values: [Double]) -> [SeatedCount]? {
    var seating: [SeatedCount] = []
    for (source, table, variable) in seated {
      let count = values[variable.index].rounded()
      guard abs(values[variable.index] - count) < 1e-6 else { return nil }
      if count > 0 { seating.append(SeatedCount(source: source, table: table, count: Int(count))) }
    }
    return seating
  }
}

/// So many people of a source at a table.
struct SeatedCount {
  let source: Int
  let table: Int
  let count: Int
}
