import Assembly
import SolverShared

/// The tables of one meal as the solver sees them: who may sit where, who must sit together, and what a seat costs.
///
/// People who cannot be told apart by any rule or term are one *source*: of one group, admitted at the same kinds of
/// tables, and in a late change with the same table before.
struct MealProblem {
  /// People of whom only the number at each table matters.
  struct Source {
    /// Index in ``Event/groups``.
    let group: Int
    /// Which tables admit them, by kind of table.
    let admission: Int
    /// Their table by the plan that is out; −1 where they had none, −2 where it is no longer there.
    let home: Int
    /// What a move of one of them counts.
    let weightOfMove: Int
    /// In protocol order; indices in ``Event/people``.
    var people: [Int] = []
  }

  /// People who sit at one table or at none: linked by `beside`, or one who must not sit with somebody.
  struct Company {
    let people: [Int]
    /// How many of each source.
    let sources: [Count]
    /// How many of each group.
    let groups: [Count]
    /// Companies that must not be at the same table.
    let apart: [Int]
  }

  /// A number of people of a source, or of a group.
  struct Count {
    let index: Int
    var count: Int
  }

  /// What tables of one kind are to one kind of people.
  struct Admission: Hashable {
    /// Whether they may sit there, by kind of table.
    var admits: [Bool]
    /// Whether their diet is served there.
    var serves: [Bool]
    /// Whether the tables are for them by name.
    var isFor: [Bool]
  }

  let event: Event
  /// Index in ``DiningHall/meals``.
  let meal: Int
  /// Indices in ``DiningHall/tables``; the solver counts tables by their place in this list.
  let tables: [Int]
  let seats: [Int]
  /// Place in the order of tables.
  let place: [Int]
  let kindOfTable: [Int]
  /// Whether tables of a kind are for some people alone.
  let isKindForSome: [Bool]
  let admissions: [Admission]
  /// Everybody who dines, those of ``companies`` and ``atMainTable`` too.
  let sources: [Source]
  let sourceOfPerson: [Int]
  let companies: [Company]
  /// Those who fill the main table by rank, and who come with them.
  let atMainTable: [Int]
  let mainTable: Int?
  /// Those of each source who are neither in a company nor at the main table by rank, in protocol order.
  let free: [[Int]]

  let priority: [Int]
  let weightOfPrecedence: Int
  let weightOfSplit: Int
  let weightOfDiet: Int
  let weightUnseated: Int
  let weightOfMove: Int

  init(_ problem: DiningProblem, meal: Int, from earlier: EarlierPlaces<Int>?) {
    let (event, hall) = (problem.event, problem.hall)
    self.event = event
    self.meal = meal
    tables = hall.tablesOfMeal[meal]
    seats = tables.map { hall.tables[$0].seats }
    place = tables.map { hall.placeOfTable[$0] }
    priority = problem.priority
    let weights = event.settings.weights
    weightOfPrecedence = weights[.tablesPrecedence]
    weightOfSplit = weights[.tablesSplit]
    weightOfDiet = weights[.tablesDiet]
    weightUnseated = weights[.tablesUnseated]
    weightOfMove = earlier == nil ? 0 : weights[.tablesMoved]

    var kinds = TableKinds(tables, hall)
    kindOfTable = kinds.kindOfTable
    isKindForSome = kinds.isForSome
    var localTable: [Int: Int] = [:]
    for (index, table) in tables.enumerated() { localTable[table] = index }
    var sources: [Source] = []
    var indexOfKey: [SourceKey: Int] = [:]
    var sourceOfPerson = [Int](repeating: -1, count: event.people.count)
    for person in event.inProtocolOrder(problem.diners) {
      let admission = kinds.admission(of: event.people[person], sleepingAt: problem.hotels[person])
      let home =
        earlier.map { earlier in earlier[person].flatMap { localTable[$0] } ?? (earlier.had(person) ? -2 : -1)
        }
        ?? -1
      let weight = earlier == nil ? 0 : event.weightOfMove(person)
      let key = SourceKey(group: event.people[person].group, admission: admission, home: home, weight: weight)
      let source = indexOfKey[key] ?? sources.count
      if source == sources.count {
        indexOfKey[key] = source
        sources.append(
          Source(group: key.group, admission: admission, home: home, weightOfMove: weight))
      }
      sources[source].people.append(person)
      sourceOfPerson[person] = source
    }
    admissions = kinds.admissions
    self.sourceOfPerson = sourceOfPerson
    mainTable = hall.mainTables[meal].flatMap { localTable[$0] }
    let (admissions, kindOfTable, seats) = (admissions, kindOfTable, seats)
    let byRank = mainTable.map { table in
      problem.fillMainTable(seats: seats[table]) { person in
        admissions[sources[sourceOfPerson[person]].admission].admits[kindOfTable[table]]
      }
    }
    atMainTable = byRank ?? []
    let isAtMain = Set(atMainTable)
    var isBound = isAtMain
    var numberOfCompany: [Int: Int] = [:]
    let kept = problem.companies.indices.filter { company in
      !isAtMain.contains(problem.companies[company].people[0])
    }
    for (number, company) in kept.enumerated() { numberOfCompany[company] = number }
    companies = kept.map { index in
      let people = problem.companies[index].people
      isBound.formUnion(people)
      return Company(
        people: people, sources: Self.counts(people.map { sourceOfPerson[$0] }),
        groups: Self.counts(people.map { event.people[$0].group }),
        apart: problem.companies[index].apart.compactMap { numberOfCompany[$0] })
    }
    free = sources.map { $0.people.filter { !isBound.contains($0) } }
    self.sources = sources
  }

  private static func counts(_ indices: [Int]) -> [Count] {
    Dictionary(grouping: indices) { $0 }.sorted { $0.key < $1.key }.map {
      Count(index: $0.key, count: $0.value.count)
    }
  }

  // MARK: Costs and rules

  /// What a seat at a table costs somebody of a source, groups apart.
  func cost(_ source: Int, at table: Int) -> Int {
    let who = sources[source]
    var cost = weightOfPrecedence * priority[who.group] * place[table]
    if !admissions[who.admission].serves[kindOfTable[table]] { cost += weightOfDiet }
    if who.home != -1, who.home != table { cost += weightOfMove * who.weightOfMove }
    return cost
  }

  func admits(_ source: Int, at table: Int) -> Bool {
    admissions[sources[source].admission].admits[kindOfTable[table]]
  }

  /// Whether a table is for people of a source by name.
  func isFor(_ source: Int, _ table: Int) -> Bool {
    admissions[sources[source].admission].isFor[kindOfTable[table]]
  }

  func isForSome(_ table: Int) -> Bool { isKindForSome[kindOfTable[table]] }

  func admits(company: Int, at table: Int) -> Bool {
    companies[company].sources.allSatisfy { admits($0.index, at: table) }
  }

  /// Whether a table is for everybody of a company by name.
  func isFor(company: Int, _ table: Int) -> Bool {
    companies[company].sources.allSatisfy { isFor($0.index, table) }
  }

  func size(ofCompany company: Int) -> Int { companies[company].people.count }

  /// Whether people who sit at the main table by rank keep a company away.
  func isKeptFromMainTable(_ company: Int, _ problem: DiningProblem) -> Bool {
    let main = Set(atMainTable)
    return companies[company].people.contains { person in
      problem.apart[person, default: []].contains(where: main.contains)
    }
  }
}

private struct SourceKey: Hashable {
  let group: Int
  let admission: Int
  let home: Int
  let weight: Int
}

/// Tables that admit and serve the same people.
private struct TableKinds {
  private struct Kind: Hashable {
    let diets: [Diet]
    let audience: Audience?
  }

  let kindOfTable: [Int]
  let isForSome: [Bool]
  private(set) var admissions: [MealProblem.Admission] = []
  private let hall: DiningHall
  /// A table of each kind; indices in `DiningHall.tables`.
  private let examples: [Int]
  private var indexOfAdmission: [MealProblem.Admission: Int] = [:]
  private var ofDiet: [[Diet]: (admits: [Bool], serves: [Bool])] = [:]

  init(_ tables: [Int], _ hall: DiningHall) {
    self.hall = hall
    var indexOfKind: [Kind: Int] = [:]
    var examples: [Int] = []
    kindOfTable = tables.map { table in
      let kind = Kind(diets: hall.tables[table].diets, audience: hall.tables[table].audience)
      if let known = indexOfKind[kind] { return known }
      indexOfKind[kind] = examples.count
      examples.append(table)
      return examples.count - 1
    }
    self.examples = examples
    isForSome = examples.map { hall.tables[$0].audience != nil }
  }

  mutating func admission(of person: Person, sleepingAt hotel: String) -> Int {
    if ofDiet[person.diets] == nil {
      ofDiet[person.diets] = (
        examples.map { hall.admits(person.diets, at: $0) },
        examples.map { hall.tables[$0].serves(person.diets) }
      )
    }
    var (admits, serves) = ofDiet[person.diets]!
    var isFor = admits.map { _ in false }
    for (kind, table) in examples.enumerated() {
      guard let audience = hall.tables[table].audience else { continue }
      let isMember = audience.includes(person, sleepingAt: hotel)
      isFor[kind] = isMember && admits[kind]
      admits[kind] = isFor[kind]
    }
    let admission = MealProblem.Admission(admits: admits, serves: serves, isFor: isFor)
    if let known = indexOfAdmission[admission] { return known }
    indexOfAdmission[admission] = admissions.count
    admissions.append(admission)
    return admissions.count - 1
  }
}
