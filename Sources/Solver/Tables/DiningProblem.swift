import Assembly
import IntegerProgramming
import SolverShared

/// The dining tables of an event as the solver sees them, whatever the meal.
struct DiningProblem {
  /// People linked by `beside`, or one whom `apart` names.
  struct Company {
    /// In the order of people.
    let people: [Int]
    /// Companies with somebody who must not sit at a table with one of these.
    var apart: [Int] = []
  }

  let event: Event
  let hall: DiningHall
  /// In the order of people.
  let diners: [Int]
  /// By group.
  let priority: [Int]
  /// Where each person sleeps.
  let hotels: [String]
  /// In the order of their first people.
  let companies: [Company]
  /// Who must not sit with whom, both ways.
  let apart: [Int: Set<Int>]
  private let companyOfPerson: [Int: Int]

  /// Nothing for an event without tables.
  init?(_ event: Event, rooms: RoomPlan?, keeping isActive: (TableRow) -> Bool = { _ in true }) {
    guard let hall = event.diningHall else { return nil }
    self.event = event
    self.hall = hall
    diners = event.people.indices.filter { event.people[$0].isDueAtTable }
    priority = event.prioritiesAtTable
    hotels = event.hotels(by: rooms)
    var together = DisjointSets(count: event.people.count)
    var apart: [Int: Set<Int>] = [:]
    for person in diners where isActive(TableRow(.people, event.people[person].row)) {
      for other in event.people[person].beside where event.people[other].isDueAtTable {
        together.join(person, other)
      }
      for other in event.people[person].apart where event.people[other].isDueAtTable {
        apart[person, default: []].insert(other)
        apart[other, default: []].insert(person)
      }
    }
    self.apart = apart
    var companies = together.sets.filter { $0.count > 1 || apart[$0[0]] != nil }.map { Company(people: $0) }
    var companyOfPerson: [Int: Int] = [:]
    for (index, company) in companies.enumerated() {
      for person in company.people { companyOfPerson[person] = index }
    }
    for index in companies.indices {
      let others = companies[index].people.flatMap { apart[$0, default: []] }
      companies[index].apart = Set(others.compactMap { companyOfPerson[$0] }).sorted()
    }
    self.companies = companies
    self.companyOfPerson = companyOfPerson
  }

  /// Who sits at the main table by rank: company by company in the order of their best ranks, each that the table admits
  /// and that still fits, and that nobody there must not sit with.
  func fillMainTable(seats: Int, admits: (Int) -> Bool) -> [Int] {
    var seated: [Int] = []
    var known: Set<Int> = []
    for person in event.inProtocolOrder(diners.filter { event.people[$0].rank != nil })
    where seated.count < seats && !known.contains(person) {
      let people = companyOfPerson[person].map { companies[$0].people } ?? [person]
      known.formUnion(people)
      guard seated.count + people.count <= seats, people.allSatisfy(admits) else { continue }
      let keptApart = people.contains { person in seated.contains { apart[person]?.contains($0) ?? false } }
      if !keptApart { seated += people }
    }
    return seated.sorted()
  }

  // MARK: Conflict

  /// An irreducible set of rows whose wishes cannot hold together however many tables there were, if there is one:
  /// people linked by `beside` two of whom are to sit apart, or whose diets never share a table.
  func conflict(rooms: RoomPlan?) -> Conflict? {
    let rows = event.people.filter { $0.isDueAtTable && !($0.beside.isEmpty && $0.apart.isEmpty) }
      .map { TableRow(.people, $0.row) }
    return irreducibleSubset(of: rows) { rows in
      let active = Set(rows)
      return DiningProblem(event, rooms: rooms, keeping: active.contains)?.cannotHold ?? false
    }.map { Conflict(rows: $0) }
  }

  private var cannotHold: Bool {
    companies.enumerated().contains { index, company in
      company.apart.contains(index)
        || hall.meals.indices.contains { meal in !haveCommonTable(company.people, meal) }
    }
  }

  /// Whether the diets of people let them sit at one table, for whomever it is.
  private func haveCommonTable(_ people: [Int], _ meal: Int) -> Bool {
    let diets = Set(people.map { event.people[$0].diets })
    guard diets.count > 1 else { return true }
    return hall.tablesOfMeal[meal].contains { table in diets.allSatisfy { hall.admits($0, at: table) } }
  }
}
