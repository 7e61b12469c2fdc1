import Assembly

/// Who takes which of the seats that a seating gives to people of a kind: the higher ranked, then those listed first, sit
/// at the tables that come first, and the others stay out where seats are short.
struct MealHandout {
  /// By person, −1 for none; tables by their place in ``MealProblem/tables``.
  private(set) var tableOfPerson: [Int]
  private let problem: MealProblem
  private var room: [Int]

  init(_ problem: MealProblem, _ dining: DiningProblem, _ seating: MealSeating) {
    self.problem = problem
    tableOfPerson = problem.event.people.map { _ in -1 }
    room = Array(seating.room.dropLast())
    for person in problem.atMainTable { tableOfPerson[person] = problem.mainTable! }
    for company in problem.companies.indices where seating.tableOfCompany[company] != seating.nowhere {
      for person in problem.companies[company].people {
        tableOfPerson[person] = seating.tableOfCompany[company]
      }
    }
    let order = problem.tables.indices.sorted { (problem.place[$0], $0) < (problem.place[$1], $1) }
    var next = problem.free.map { _ in 0 }
    for table in order {
      for cell in seating.cells[table] {
        for _ in 0..<cell.count {
          tableOfPerson[problem.free[cell.index][next[cell.index]]] = table
          next[cell.index] += 1
        }
      }
    }
    for company in seating.companiesAt[seating.nowhere] { seatSome(of: company, seating, dining) }
    keepOrder()
  }

  /// Of a company for which no table has room, those who come first sit where most of them can, at home if they may choose.
  private mutating func seatSome(of company: Int, _ seating: MealSeating, _ dining: DiningProblem) {
    let people = problem.event.inProtocolOrder(problem.companies[company].people)
    let piece = MealSeating.Piece(source: -1, company: company, count: people.count)
    var best: (table: Int, people: [Int], worth: Int)?
    for table in problem.tables.indices where room[table] > 0 {
      guard seating.admits(piece, at: table) || !problem.admits(company: company, at: table) else { continue }
      let others = people.indices.filter { index in
        problem.admits(problem.sourceOfPerson[people[index]], at: table)
      }.map { people[$0] }
      let there = tableOfPerson.indices.filter { tableOfPerson[$0] == table }
      guard
        !people.contains(where: { person in there.contains { dining.apart[person]?.contains($0) ?? false } })
      else { continue }
      let some = Array(others.prefix(room[table]))
      let atHome = some.count { problem.sources[problem.sourceOfPerson[$0]].home == table }
      let worth = some.count * (people.count + 1) + atHome
      if worth > best?.worth ?? 0 { best = (table, some, worth) }
    }
    guard let best else { return }
    for person in best.people { tableOfPerson[person] = best.table }
    room[best.table] -= best.people.count
  }

  /// Of people alike the lower stay out: who is higher takes the seat of a lower one who would move anyway.
  private mutating func keepOrder() {
    struct Likeness: Hashable {
      let group: Int
      let admission: Int
    }
    var free: [Likeness: [Int]] = [:]
    for (source, people) in problem.free.enumerated() {
      let who = problem.sources[source]
      free[Likeness(group: who.group, admission: who.admission), default: []] += people
    }
    for people in free.values {
      guard people.contains(where: { tableOfPerson[$0] < 0 }) else { continue }
      let order = problem.event.inProtocolOrder(people)
      func stays(_ person: Int) -> Bool {
        problem.sources[problem.sourceOfPerson[person]].home == tableOfPerson[person]
      }
      var givers = order.filter { tableOfPerson[$0] >= 0 && !stays($0) }
      for person in order where tableOfPerson[person] < 0 {
        guard let last = givers.last, isLower(last, than: person) else { break }
        tableOfPerson[person] = tableOfPerson[last]
        tableOfPerson[last] = -1
        givers.removeLast()
      }
    }
  }

  private func isLower(_ person: Int, than other: Int) -> Bool {
    problem.event.inProtocolOrder([person, other])[0] == other
  }
}
