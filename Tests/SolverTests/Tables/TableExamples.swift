import Assembly
import Localization
import SeededRandomness
import SolverShared
import TablesSolver
import Testing
import Verification

/// Small events with dining tables, written down in a line.
enum TableExamples {
  /// Groups A, B, C … of these sizes, without wishes, at tables of these numbers of seats in their order.
  static func draft(groups sizes: [Int], tables: [Int], ordered: Bool = true) -> EventDraft {
    var draft = EventDraft(settings: Settings(name: "example"))
    for (group, size) in sizes.enumerated() {
      for _ in 0..<size { draft.addDiner(of: "G\(group)") }
    }
    draft.tables = tables.enumerated().map { index, seats in
      DiningTable(
        row: index + 2, number: String(index + 1), seats: seats, order: ordered ? Double(index + 1) : nil)
    }
    return draft
  }

  /// Any event of so many people and tables, with wishes of every kind.
  static func random(seed: Int, people: Int, tables: Int, meals: Int = 1) -> EventDraft {
    var random = SeededGenerator(seed: seed)
    func often(_ share: Int) -> Bool { Int.random(in: 0..<100, using: &random) < share }
    var draft = EventDraft(settings: Settings(name: "random"))
    let groups = Int.random(in: 1...max(1, people / 2), using: &random)
    for _ in 0..<people {
      draft.addDiner(of: often(90) ? "G\(Int.random(in: 0..<groups, using: &random))" : nil)
      let last = draft.people.count - 1
      if often(25) { draft.people[last].rank = Double(Int.random(in: 1...9, using: &random)) }
      if often(20) { draft.people[last].diets = [often(60) ? .halal : .vegetarian] }
      if often(5) { draft.people[last].diets.append(.other("soft")) }
      draft.people[last].dines = !often(4)
      draft.people[last].isAbsent = often(4)
      if often(15) {
        draft.people[last].role = [.guest, .press, .staff][Int.random(in: 0...2, using: &random)]
      }
      if last > 0, often(12) {
        let other = draft.people[Int.random(in: 0..<last, using: &random)]
        // Whose diets differ could be kept from one table.
        if other.diets == draft.people[last].diets { draft.people[last].besideNames = [other.id] }
      }
      if last > 0, often(12) {
        let other = draft.people[Int.random(in: 0..<last, using: &random)].id
        if draft.people[last].besideNames != [other] { draft.people[last].apartNames = [other] }
      }
    }
    let hasDiets = often(50)
    let hasAudience = often(40)
    draft.tables = (0..<(tables * meals)).map { index in
      var table = DiningTable(
        row: index + 2, number: String(index % tables + 1), seats: Int.random(in: 1...4, using: &random))
      table.order = often(80) ? Double(Int.random(in: 1...tables, using: &random)) : nil
      table.meal = meals == 1 ? "" : "meal \(index / tables)"
      if hasDiets, often(30) { table.diets = [often(70) ? .halal : .vegetarian] }
      if hasAudience, often(30) {
        table.audience = often(50) ? Audience(ranks: [1...5]) : Audience(conditions: [.groups(["G0"])])
      }
      return table
    }
    if often(30) {
      for term in [Term.tablesUnseated, .tablesSplit, .tablesDiet, .tablesPrecedence] {
        draft.settings.weights[term] = Int.random(in: 0...300, using: &random)
      }
    }
    return draft
  }

  /// The plan of an event that is sound and has no conflict.
  static func plan(_ draft: EventDraft) throws -> (event: Event, plan: TablePlan, figures: Figures) {
    let event = try Event(draft)
    let context = PlanningContext(names: PlainOrder())
    let planner = try #require(TablesPlanner(event, beside: context))
    guard case .plan(let plan, let figures) = planner.solve() else {
      throw Unsolved()
    }
    let verification = Verification(of: event, names: PlainOrder())
    #expect(
      verification.violations(of: plan, rooms: nil, figures: figures).map { $0.phrase(in: event).english }
        == [])
    return (event, plan, figures)
  }

  struct Unsolved: Error {}
}

extension EventDraft {
  /// Adds somebody who dines.
  mutating func addDiner(of group: String?) {
    let id = "P\(people.count + 1)"
    var person = PersonEntry(row: people.count + 2, id: id, name: id)
    person.groupName = group
    people.append(person)
  }
}

/// Tries every seating of a few people at one meal that the verifier allows.
struct TableBruteForce {
  private let verification: Verification
  private let evaluation: TableEvaluation
  private let people: [Int]
  private let event: Event
  private let earlier: EarlierPlaces<Int>?
  private var seats: [Int] = []
  /// The least objective of all plans.
  private(set) var least = Int.max
  /// The fewest moves of plans that seat so many people.
  private(set) var fewestMoves: [Int: Int] = [:]

  /// - Parameter earlier: where people sat, where plans are to move few.
  init(_ event: Event, from earlier: EarlierPlaces<Int>? = nil) {
    self.event = event
    self.earlier = earlier
    var plan = EarlierPlan()
    if let earlier { plan.tables = EarlierTables([earlier]) }
    verification = Verification(of: event, names: PlainOrder(), earlier: earlier == nil ? nil : plan)
    evaluation = TableEvaluation(event)!
    people = event.people.indices.filter { event.people[$0].isDueAtTable }
    search()
  }

  private mutating func search() {
    guard seats.count < people.count else { return judge() }
    let tables = event.diningHall!.tables
    for table in 0...tables.count {
      guard table == tables.count || seats.count(where: { $0 == table }) < tables[table].seats else {
        continue
      }
      seats.append(table)
      search()
      seats.removeLast()
    }
  }

  private mutating func judge() {
    let none = event.diningHall!.tables.count
    let assignments = zip(people, seats).filter { $1 < none }.map { TableAssignment(person: $0, table: $1) }
    let moved = assignments.filter { earlier?.hasMoved($0.person, to: $0.table) ?? false }
    let objective =
      evaluation.terms(of: assignments).values.reduce(0, +)
      + moved.reduce(0) { $0 + event.weightOfMove($1.person) } * event.settings.weights[.tablesMoved]
    guard objective < least || moved.count < fewestMoves[assignments.count] ?? .max else { return }
    let plan = TablePlan(
      assignments: assignments,
      unplaced: zip(people, seats).filter { $1 == none }.map {
        Unplaced(person: $0.0, module: .tables, reason: .told("full"))
      })
    guard verification.violations(of: plan, rooms: nil).isEmpty else { return }
    least = min(least, objective)
    fewestMoves[assignments.count] = min(fewestMoves[assignments.count] ?? .max, moved.count)
  }
}
