import Assembly
import Testing
import Verification

@Suite struct `A plan of dining tables` {
  /// Four people of two groups, at a main table of two seats and a table of three.
  private func event(_ change: (inout EventDraft) -> Void = { _ in }) throws -> Event {
    var draft = EventDraft(settings: Settings(name: "会议"))
    draft.people = (0..<4).map { number in
      var person = PersonEntry(row: number + 2, id: "p\(number)", name: "人\(number)")
      person.groupName = number < 2 ? "A" : "B"
      return person
    }
    draft.tables = [
      DiningTable(row: 2, number: "1", seats: 2, order: 1),
      DiningTable(row: 3, number: "2", seats: 3, order: 2),
    ]
    change(&draft)
    return try Event(draft)
  }

  /// Person i sits at table `tables[i]`; who has none is told to be without one.
  private func plan(_ tables: [Int?]) -> TablePlan {
    TablePlan(
      assignments: tables.enumerated().compactMap { person, table in
        table.map { TableAssignment(person: person, table: $0) }
      },
      unplaced: tables.indices.filter { tables[$0] == nil }.map {
        Unplaced(person: $0, module: .tables, reason: .told("full"))
      })
  }

  private func violations(
    _ tables: [Int?], _ event: Event, _ figures: Figures? = nil
  ) -> [Violation] {
    Verification(of: event, names: event.nameOrdering().order)
      .violations(of: plan(tables), rooms: nil, figures: figures)
  }

  @Test func `that keeps every rule has nothing against it, and its terms are these`() throws {
    let event = try event()
    // Two pairs; of group A, the first of two, priority 1; table 2 stands at place 1.
    let figures = Figures(
      status: .optimal, terms: [.tablesSplit: 400, .tablesPrecedence: 0, .tablesUnseated: 0, .tablesDiet: 0],
      bound: 400)
    #expect(violations([0, 0, 1, 1], event, figures) == [])
    #expect(
      violations([1, 0, 1, 0], event, figures) == [
        .termDiffers(.tablesSplit, told: 400, actual: 800),
        .termDiffers(.tablesPrecedence, told: 0, actual: 1),
      ])
  }

  @Test func `has no more people at a table than seats`() throws {
    #expect(
      violations([0, 0, 0, 1], try event()) == [.moreThanSeatsAtTable(table: 0, people: 3)])
  }

  @Test func `speaks of everybody once`() throws {
    let event = try event { $0.people[3].dines = false }
    #expect(violations([0, 0, 1, 1], event) == [.notDue(person: 3, .tables)])
    let short = TablePlan(assignments: [TableAssignment(person: 0, table: 0)])
    let verification = Verification(of: event, names: event.nameOrdering().order)
    #expect(
      verification.violations(of: short, rooms: nil)
        == [.forgotten(person: 1, .tables), .forgotten(person: 2, .tables)])
  }

  @Test func `keeps halal people at their tables, and others away`() throws {
    let event = try event {
      $0.people[0].diets = [.halal]
      $0.tables![0].diets = [.halal]
    }
    #expect(violations([0, 1, 1, 1], event) == [])
    #expect(
      violations([1, 1, 1, 0], event).prefix(2) == [
        .otherDietAtTable(person: 0, table: 1), .otherDietAtTable(person: 3, table: 0),
      ])
  }

  @Test func `fills the main table by rank`() throws {
    let event = try event {
      $0.people[3].rank = 1
      $0.people[1].rank = 2
      $0.people[0].rank = 3
    }
    #expect(violations([1, 0, 1, 0], event) == [])
    #expect(violations([0, 1, 1, 0], event) == [.notAtMainTable(person: 1, table: 0)])
  }

  @Test func `leaves no seat empty at a table for somebody who sits elsewhere`() throws {
    let event = try event {
      $0.tables![0].order = 3
      $0.tables![0].audience = Audience(conditions: [.groups(["B"])])
    }
    #expect(violations([1, 1, 0, 0], event) == [])
    #expect(violations([1, 1, 1, 0], event) == [.seatForSomeLeftEmpty(person: 2, table: 0)])
    #expect(violations([1, 0, 1, 0], event).contains(.notMeantByTable(person: 1, table: 0)))
  }

  @Test func `keeps beside and apart`() throws {
    let event = try event {
      $0.people[0].besideNames = ["p2"]
      $0.people[1].apartNames = ["p3"]
    }
    #expect(violations([0, 1, 0, 1], event) == [.notApart(1, 3, .tables)])
    #expect(violations([0, 0, 1, 1], event) == [.notBeside(0, 2, .tables)])
  }

  @Test func `leaves out the lower of two who are alike`() throws {
    let event = try event {
      $0.tables!.removeLast()
      $0.tables![0].order = nil
      $0.people[1].rank = 1
    }
    #expect(violations([nil, 0, 0, nil], event) == [])
    #expect(
      violations([0, nil, 0, nil], event) == [.noSeatAtTableBeforeLower(person: 1, seated: 0)])
  }
}
