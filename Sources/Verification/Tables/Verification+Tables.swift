public import Assembly

extension TablePlan: VerifiablePlan {
  /// By the rules and terms of tables, some of which are for those who sleep at a hotel.
  public func violations(
    by verification: Verification, beside others: EventPlan, figures: Figures?
  ) -> [Violation] {
    verification.violations(of: self, rooms: others.rooms, figures: figures)
  }

  /// Computed from who has which place.
  public func terms(in event: Event, beside others: EventPlan) -> [Term: Int] {
    TableEvaluation(event)?.terms(of: assignments) ?? [:]
  }
}

/// Computes the terms of seatings at tables, from who sits where alone.
package struct TableEvaluation {
  private let event: Event
  private let hall: DiningHall
  private let priorities: [Int]
  /// Seats that are due: one for each diner and meal.
  private let due: Int

  /// Nothing for an event without tables.
  package init?(_ event: Event) {
    guard let hall = event.diningHall else { return nil }
    self.event = event
    self.hall = hall
    priorities = event.prioritiesAtTable
    due = event.people.count { $0.isDueAtTable } * hall.meals.count
  }

  /// The terms, nobody having moved; those of a part of a seating differ from one another as the whole ones do, where
  /// nothing but the part changes and it has everybody at every table that changes.
  package func terms(of assignments: [TableAssignment]) -> [Term: Int] {
    struct Pair: Hashable {
      let group: Int
      let table: Int
    }
    var pairs: Set<Pair> = []
    var seated: Set<[Int]> = []
    var (diet, precedence) = (0, 0)
    for assignment in assignments
    where event.people.indices.contains(assignment.person) && hall.tables.indices.contains(assignment.table) {
      let person = event.people[assignment.person]
      guard person.isDueAtTable,
        seated.insert([hall.mealOfTable[assignment.table], assignment.person]).inserted
      else { continue }
      pairs.insert(Pair(group: person.group, table: assignment.table))
      if !hall.tables[assignment.table].serves(person.diets) { diet += 1 }
      precedence += priorities[person.group] * hall.placeOfTable[assignment.table]
    }
    let weights = event.settings.weights
    return [
      .tablesUnseated: weighted(weights[.tablesUnseated], due - seated.count),
      .tablesSplit: weighted(weights[.tablesSplit], pairs.count),
      .tablesDiet: weighted(weights[.tablesDiet], diet),
      .tablesPrecedence: weighted(weights[.tablesPrecedence], precedence),
    ]
  }
}

extension Verification {
  /// Everything that is wrong with a plan of tables; with its figures, what is wrong with those too.
  ///
  /// Readings of what objectives.md leaves open:
  /// * Lines of one meal are planned by themselves, and so are those of no meal: its plan is that of all other meals.
  /// * The main table is the first of the least order; where no table has an order there is none.
  /// * People with a rank come to the main table in that order, each with those whom `beside` binds to them; who is not
  ///   admitted there, does not fit with them or must sit apart from somebody there is passed over.
  /// * A table with `for` is full when nobody for whom it is, with those bound to them, would have a seat there and sits
  ///   elsewhere.
  /// * `beside` binds those who have a seat.
  ///
  /// - Parameters:
  ///   - plan: who sits at which table.
  ///   - rooms: who sleeps where.
  ///   - figures: what is claimed of the plan, where that is to be judged too.
  /// - Complexity: O(people × tables with `for` + people log people), and for each person who has no seat those of the group.
  public func violations(of plan: TablePlan, rooms: RoomPlan?, figures: Figures? = nil) -> [Violation] {
    guard let hall = event.diningHall else { return [.tableMissing(.tables)] }
    var violations: [Violation] = []
    var moves: (count: Int, weight: Int)?
    let hotels = event.hotels(by: rooms)
    for assignment in plan.assignments where !hall.tables.indices.contains(assignment.table) {
      violations.append(.noSuchTable(person: assignment.person, table: assignment.table))
    }
    for meal in hall.meals.indices {
      let seats = plan.assignments.filter {
        hall.tables.indices.contains($0.table) && hall.mealOfTable[$0.table] == meal
      }
      let check = earlier?.tables.flatMap { tables -> EarlierCheck<Int>? in
        let places = tables.meals.indices.contains(meal) ? tables.meals[meal] : EarlierPlaces([])
        return EarlierCheck(places, seats.map { ($0.person, $0.table) }, in: event)
      }
      if let check {
        moves = ((moves?.count ?? 0) + check.moves, (moves?.weight ?? 0) + check.weightOfMoves)
      }
      violations += MealCheck(event, hall, meal, seats, hotels, stay: check?.stay ?? []).violations
    }
    violations += attendance(plan, hall)
    guard let figures else { return violations }
    var terms = TableEvaluation(event)?.terms(of: plan.assignments) ?? [:]
    terms[.tablesMoved] = moves.map { weighted(event.settings.weights[.tablesMoved], $0.weight) }
    return violations + self.violations(of: figures, module: .tables, terms: terms)
      + self.violations(of: figures, module: .tables, moves: moves?.count)
  }

  /// Everybody who dines has one table at each meal, or is told to be without as often as there is none.
  private func attendance(_ plan: TablePlan, _ hall: DiningHall) -> [Violation] {
    var violations: [Violation] = []
    var meals = event.people.map { _ in [Int]() }
    var without = event.people.map { _ in 0 }
    for assignment in plan.assignments {
      guard event.people.indices.contains(assignment.person) else {
        violations.append(.unknownPerson(index: assignment.person, .tables))
        continue
      }
      guard hall.tables.indices.contains(assignment.table) else { continue }
      meals[assignment.person].append(hall.mealOfTable[assignment.table])
    }
    for entry in plan.unplaced {
      if entry.module != .tables {
        violations.append(.entryOfOtherModule(person: entry.person, entry.module, in: .tables))
      } else if event.people.indices.contains(entry.person) {
        without[entry.person] += 1
      } else {
        violations.append(.unknownPerson(index: entry.person, .tables))
      }
    }
    for (index, person) in event.people.enumerated() {
      let seated = Set(meals[index]).count
      if seated < meals[index].count { violations.append(.namedTwice(person: index, .tables)) }
      if !person.isDueAtTable {
        if seated + without[index] > 0 { violations.append(.notDue(person: index, .tables)) }
      } else if seated + without[index] < hall.meals.count {
        violations.append(.forgotten(person: index, .tables))
      } else if seated + without[index] > hall.meals.count {
        violations.append(
          seated > 0 ? .seatedAndUnplaced(person: index, .tables) : .namedTwice(person: index, .tables))
      }
    }
    return violations
  }
}
