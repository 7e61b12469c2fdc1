public import Assembly
import IntegerProgramming
public import SolverShared

/// Seats the people of an event at its dining tables, meal by meal, with a bound that holds for every plan.
///
/// Groups are poured into the tables in order and then exchanged between them as long as it pays; prices of seats bound the
/// objective from below. Formulation.md has the models.
public struct TablesPlanner: ModulePlanner {
  private let problem: DiningProblem
  private let rooms: RoomPlan?

  /// The dining tables of an event; nothing when it has none. Tables for those of a hotel ask the plan of rooms in the
  /// context who they are.
  public init?(_ event: Event, beside context: PlanningContext) {
    rooms = context.decided.rooms
    guard let problem = DiningProblem(event, rooms: rooms) else { return nil }
    self.problem = problem
  }

  /// Plans the tables.
  public func solve(_ options: SolverOptions, from earlier: EarlierPlan?) -> Outcome<TablePlan> {
    if let conflict = problem.conflict(rooms: rooms) { return .conflict(conflict) }
    let before = earlier?.tables
    var plan = TablePlan(assignments: [])
    var terms: [Term: Int] = [.tablesUnseated: 0, .tablesSplit: 0, .tablesDiet: 0, .tablesPrecedence: 0]
    if before != nil { terms[.tablesMoved] = 0 }
    var bound = 0
    var moves = Moves(count: 0, least: 0)
    var work: [String: Int] = [:]
    let meals = problem.hall.meals.indices
    for meal in meals {
      let places = before.map { $0.meals.indices.contains(meal) ? $0.meals[meal] : EarlierPlaces([]) }
      let solved = MealSolution(
        problem, meal: meal, from: places, options.part(1 / Double(meals.count - meal)))
      plan.assignments += solved.assignments
      plan.unplaced += solved.unplaced
      terms.merge(solved.terms, uniquingKeysWith: +)
      bound += solved.bound
      moves.count += solved.moves.count
      moves.least += solved.moves.least
      work.merge(solved.work, uniquingKeysWith: +)
    }
    plan = TablePlan(assignments: plan.assignments, unplaced: plan.unplaced)
    var figures = Figures(status: .feasible, terms: terms, bound: bound)
    figures.work = work
    figures.moves = before == nil ? nil : moves
    figures.status = options.status(of: figures)
    options.watch?.found(figures.objective)
    options.watch?.proved(bound)
    return .plan(plan, figures)
  }
}

/// One meal, solved.
private struct MealSolution {
  private(set) var assignments: [TableAssignment] = []
  private(set) var unplaced: [Unplaced] = []
  let terms: [Term: Int]
  let bound: Int
  let moves: Moves
  let work: [String: Int]

  init(_ dining: DiningProblem, meal: Int, from earlier: EarlierPlaces<Int>?, _ options: SolverOptions) {
    let problem = MealProblem(dining, meal: meal, from: earlier)
    let interruption = options.interruption
    var seating = MealSeating(problem, dining)
    if earlier != nil { seating.stayAtHome() }
    seating.pourIntoTablesForSome()
    var starts = [seating]
    if earlier == nil {
      starts = [seating, seating]
      starts[0].pour()
      starts[1].pourWhole()
    }
    for index in starts.indices { starts[index].seatByChains() }
    var bounds = MealBound(problem)
    var bound = bounds.objective(options.interruption?.part(0.5))
    func target() -> Int { Int(Double(bound) / max(1 - options.gap, 1e-9)) }
    var trials = 0
    func bettered(_ start: MealSeating) -> MealSeating {
      var search = SeatingSearch(start, to: target(), interruption)
      search.improve()
      trials += search.trials
      var found = search.seating
      found.seatByChains()
      found.fillTablesForSome()
      return found
    }
    seating = bettered(starts.removeFirst())
    if seating.objective > target(),
      let byTables = bounds.objective(byTables: seating, upTo: seating.objective, interruption)
    {
      bound = max(bound, byTables)
      if earlier == nil, let counts = bounds.counts {
        var counted = MealSeating(problem, dining)
        counted.seat(counts)
        starts.append(counted)
      }
    }
    for start in starts where seating.objective > target() && interruption?.isInterrupted != true {
      let found = bettered(start)
      if found.objective < seating.objective { seating = found }
    }
    let handout = MealHandout(problem, dining, seating)
    let table = handout.tableOfPerson
    terms = problem.terms(table, isReplan: earlier != nil)
    let without = dining.diners.count { table[$0] < 0 }
    var count = Moves(count: 0, least: 0)
    if let earlier {
      count.count = dining.diners.count { person in
        table[person] >= 0 && earlier.hasMoved(person, to: problem.tables[table[person]])
      }
      count.least =
        count.count == 0
        ? 0
        : min(count.count, bounds.moves(leavingOut: without, upTo: count.count, interruption))
    }
    // Nothing costs less than 0, whatever prices say.
    bound = max(0, bound)
    self.bound = bound
    moves = count
    work = ["trials": trials, "simplex iterations": bounds.iterations]
    for person in dining.diners {
      if table[person] >= 0 {
        assignments.append(TableAssignment(person: person, table: problem.tables[table[person]]))
      } else {
        unplaced.append(
          Unplaced(person: person, module: .tables, reason: .tablesFull(problem.shortage(person))))
      }
    }
  }
}

extension MealProblem {
  /// The terms of a seating.
  ///
  /// - Parameter table: by person, −1 for none.
  func terms(_ table: [Int], isReplan: Bool) -> [Term: Int] {
    struct Pair: Hashable {
      let group: Int
      let table: Int
    }
    var pairs: Set<Pair> = []
    var (unseated, diet, precedence, moved) = (0, 0, 0, 0)
    for source in sources {
      for person in source.people {
        let table = table[person]
        guard table >= 0 else {
          unseated += 1
          continue
        }
        pairs.insert(Pair(group: source.group, table: table))
        precedence += priority[source.group] * place[table]
        diet += admissions[source.admission].serves[kindOfTable[table]] ? 0 : 1
        moved += source.home != -1 && source.home != table ? source.weightOfMove : 0
      }
    }
    var terms: [Term: Int] = [
      .tablesUnseated: weightUnseated * unseated, .tablesSplit: weightOfSplit * pairs.count,
      .tablesDiet: weightOfDiet * diet, .tablesPrecedence: weightOfPrecedence * precedence,
    ]
    if isReplan { terms[.tablesMoved] = weightOfMove * moved }
    return terms
  }

  /// What is short for somebody without a seat.
  fileprivate func shortage(_ person: Int) -> TableShortage {
    let hall = event.diningHall!
    let source = sourceOfPerson[person]
    let own = tables.indices.filter { admits(source, at: $0) }
    let kinds = Set(own.map { kindOfTable[$0] })
    let due = sources.reduce(0) { sum, other in
      sum + (kinds.contains { admissions[other.admission].admits[$0] } ? other.people.count : 0)
    }
    let diets = event.people[person].diets
    let diet = [Diet.halal, .vegetarian].first { diets.contains($0) && hall.hasTables(for: $0, meal: meal) }
    return TableShortage(
      meal: hall.meals[meal], diet: diet, seats: own.reduce(0) { $0 + seats[$1] },
      due: max(due, sources[source].people.count))
  }
}
