public import Assembly
public import Localization
import Verification

extension TablePlan: ExplainedPlan {
  /// The table of one person.
  public static var title: Phrase { Wording.diningTable }
  /// No seat.
  public static var nothing: Phrase { Wording.noSeatAtTable }
  /// A section for each meal.
  public static func sections(of person: Int, _ judged: JudgedPlan) -> [Explanation.Section]? {
    TableReasons.sections(of: person, judged)
  }
}

/// Why somebody has their table.
struct TableReasons {
  private let person: Int
  private let table: Int
  private let judged: JudgedPlan
  private let plan: TablePlan
  private let hall: DiningHall
  private let evaluation: TableEvaluation
  /// Who sits at each table.
  private let guests: [[Int]]

  private var event: Event { judged.event }

  /// What there is to say of each meal; nothing where there is no plan of tables.
  static func sections(of person: Int, _ judged: JudgedPlan) -> [Explanation.Section]? {
    let event = judged.event
    guard let plan = judged.plan.tables, let hall = event.diningHall,
      let evaluation = TableEvaluation(event)
    else { return nil }
    guard event.people[person].isDueAtTable else {
      return [Explanation.Section(title: TablePlan.title, sentences: [Wording.doesNotDine])]
    }
    let unplaced = plan.unplaced.filter { $0.person == person }
    let guests = plan.people(of: hall)
    let own = plan.assignments.filter { $0.person == person }
    return own.map { assignment in
      let reasons = TableReasons(
        person: person, table: assignment.table, judged: judged, plan: plan, hall: hall,
        evaluation: evaluation, guests: guests)
      return Explanation.Section(
        title: Wording.title(ofMeal: hall.tables[assignment.table].meal), sentences: reasons.sentences)
    } + (unplaced.isEmpty ? [] : [Explanation.Section(unplaced: unplaced, in: .tables)])
  }

  private var sentences: [Phrase] {
    let entry = event.people[person]
    let seat = hall.tables[table]
    var sentences = [Wording.dines(at: seat, with: guests[table].count)]
    if hall.mainTables[hall.mealOfTable[table]] == table, entry.rank != nil {
      sentences.append(Wording.atMainTableByRank)
    }
    if seat.audience != nil { sentences.append(Wording.tableIsForThem) }
    let own = [Diet.halal, .vegetarian].first { entry.diets.contains($0) }
    if let own, seat.isFor(own) {
      sentences.append(Wording.dietApart(own))
    } else if !seat.serves(entry.diets) {
      sentences.append(Wording.dietNotServed(cost: event.settings.weights[.tablesDiet]))
    }
    let counts = { (index: Int) in event.people[index].isDueAtTable }
    let companions = event.companions(of: person, counts: counts)
    sentences += companions.beside.map { Wording.atOneTable(event.people[$0]) }
    sentences += companions.apart.map { Wording.notAtOneTable(event.people[$0]) }
    return sentences + [tablesOfGroup, nextBest]
  }

  private var tablesOfGroup: Phrase {
    let group = event.people[person].group
    let meal = hall.mealOfTable[table]
    let tables = hall.tablesOfMeal[meal].compactMap { table -> (DiningTable, Int)? in
      let people = guests[table].count { event.people[$0].group == group }
      return people == 0 ? nil : (hall.tables[table], people)
    }
    return Wording.tablesOfGroup(tables)
  }

  // MARK: The next best

  /// Another table: one with a free seat, or that of somebody who takes theirs.
  private enum Change {
    case move(Int)
    case exchange(Int, at: Int)

    var table: Int {
      switch self {
      case .move(let table), .exchange(_, let table): table
      }
    }
  }

  private var nextBest: Phrase {
    let others = hall.tablesOfMeal[hall.mealOfTable[table]].filter {
      $0 != table && hall.admits(event.people[person].diets, at: $0)
    }
    let moves = others.filter { guests[$0].count < hall.tables[$0].seats }.map { Change.move($0) }
    let exchanges = others.flatMap { other in guests[other].map { Change.exchange($0, at: other) } }
    let alternatives = (moves + exchanges).map { change in
      let concerned = [table, change.table].flatMap { table in
        guests[table].map { TableAssignment(person: $0, table: table) }
      }
      return Alternative(
        change, from: evaluation.terms(of: concerned), to: evaluation.terms(of: changed(concerned, change)))
    }
    let best = NextBest(of: alternatives) { change in
      let changed = TablePlan(assignments: changed(plan.assignments, change), unplaced: plan.unplaced)
      return judged.new(judged.verification.violations(of: changed, rooms: judged.plan.rooms)).isEmpty
    }
    return Wording.nextBest(best, in: .tables, judged) { change in
      let partner: Person? = if case .exchange(let guest, _) = change { event.people[guest] } else { nil }
      return Wording.change(to: hall.tables[change.table], exchangingWith: partner)
    }
  }

  private func changed(_ assignments: [TableAssignment], _ change: Change) -> [TableAssignment] {
    assignments.map { assignment in
      if assignment.person == person, assignment.table == table {
        return TableAssignment(person: person, table: change.table)
      }
      if case .exchange(assignment.person, assignment.table) = change {
        return TableAssignment(person: assignment.person, table: table)
      }
      return assignment
    }
  }
}
