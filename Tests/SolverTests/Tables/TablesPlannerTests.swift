import Assembly
import Localization
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import TablesSolver

@Suite struct `Dining tables` {
  /// Tables of people by their numbers, in the order of people.
  private func tables(_ event: Event, _ plan: TablePlan) -> [String] {
    plan.assignments.map { event.diningHall!.tables[$0.table].number }
  }

  @Test func `Two groups that fill two tables have one each`() throws {
    let (event, plan, figures) = try TableExamples.plan(TableExamples.draft(groups: [3, 3], tables: [3, 3]))
    #expect(tables(event, plan) == ["1", "1", "1", "2", "2", "2"])
    #expect(figures.terms[.tablesSplit] == 400 && figures.status == .optimal)
  }

  @Test func `A group is not parted to sit further in front, since a pair weighs more`() throws {
    let (event, plan, figures) = try TableExamples.plan(
      TableExamples.draft(groups: [3, 4], tables: [4, 4]))
    #expect(tables(event, plan) == ["1", "1", "1", "2", "2", "2", "2"])
    #expect(figures.objective == 400 && figures.status == .optimal)
  }

  @Test func `Of three groups that cannot all sit whole one is parted, and that none need be is disproved`()
    throws
  {
    let (_, plan, figures) = try TableExamples.plan(
      TableExamples.draft(groups: [4, 4, 4], tables: [6, 6], ordered: false))
    #expect(plan.unplaced.isEmpty && figures.terms[.tablesSplit] == 800)
    #expect(figures.status == .optimal)
  }

  @Test func `T1: people with a rank fill the main table in order of rank, then sit with their groups`()
    throws
  {
    var draft = TableExamples.draft(groups: [4, 4], tables: [3, 5])
    for (person, rank) in [(7, 1.0), (6, 2), (1, 3), (2, 4)] { draft.people[person].rank = rank }
    let (event, plan, _) = try TableExamples.plan(draft)
    #expect(tables(event, plan) == ["2", "1", "2", "2", "2", "2", "1", "1"])
  }

  @Test func `T1: who eats halal sits at tables for it, and nobody else does`() throws {
    var draft = TableExamples.draft(groups: [3, 3], tables: [4, 2])
    draft.tables![1].diets = [.halal]
    draft.people[1].diets = [.halal]
    draft.people[4].diets = [.halal]
    let (event, plan, figures) = try TableExamples.plan(draft)
    #expect(tables(event, plan) == ["1", "2", "1", "1", "2", "1"])
    #expect(figures.status == .optimal)
  }

  @Test func `Where no table serves halal it costs a thousand and a note, not a seat`() throws {
    var draft = TableExamples.draft(groups: [2], tables: [4])
    draft.people[1].diets = [.halal]
    let (event, plan, figures) = try TableExamples.plan(draft)
    #expect(plan.unplaced.isEmpty && figures.terms[.tablesDiet] == 1_000)
    #expect(event.notes.map(\.fault) == [.dining(.dietNotServed(people: 1))])
  }

  @Test func `A table for some is theirs as long as it has seats`() throws {
    var draft = TableExamples.draft(groups: [3, 2], tables: [6, 2])
    draft.tables![1].audience = Audience(conditions: [.groups(["G0"])])
    let (event, plan, _) = try TableExamples.plan(draft)
    #expect(tables(event, plan).prefix(3).count { $0 == "2" } == 2)
    #expect(tables(event, plan).suffix(2) == ["1", "1"])
  }

  @Test func `Seats that are short leave out the lowest of a group, and say so`() throws {
    var draft = TableExamples.draft(groups: [4], tables: [3], ordered: false)
    draft.people[3].rank = 1
    let (_, plan, _) = try TableExamples.plan(draft)
    #expect(plan.unplaced.map(\.person) == [2])
    #expect(
      plan.unplaced[0].reason == .tablesFull(TableShortage(meal: "", diet: nil, seats: 3, due: 4)))
  }

  @Test func `Each meal is planned by itself`() throws {
    var draft = TableExamples.draft(groups: [2, 2], tables: [2, 2, 4])
    for index in 0..<2 { draft.tables![index].meal = "lunch" }
    draft.tables![2].meal = "dinner"
    let (event, plan, _) = try TableExamples.plan(draft)
    #expect(tables(event, plan) == ["1", "3", "1", "3", "2", "3", "2", "3"])
  }

  @Test func `Beside and apart of one pair are a conflict of their rows`() throws {
    var draft = TableExamples.draft(groups: [4], tables: [4])
    draft.people[0].besideNames = ["P2"]
    draft.people[1].besideNames = ["P3"]
    draft.people[2].apartNames = ["P1"]
    draft.people[3].besideNames = ["P1"]
    let planner = try #require(
      TablesPlanner(try Event(draft), beside: PlanningContext(names: PlainOrder())))
    #expect(
      planner.solve()
        == .conflict(Conflict(rows: [2, 3, 4].map { TableRow(.people, $0) })))
  }

  @Test func `Somebody who eats halal cannot sit beside one who does not, where tables are apart`() throws {
    var draft = TableExamples.draft(groups: [2], tables: [4, 4])
    draft.tables![1].diets = [.halal]
    draft.people[0].diets = [.halal]
    draft.people[1].besideNames = ["P1"]
    let planner = try #require(
      TablesPlanner(try Event(draft), beside: PlanningContext(names: PlainOrder())))
    #expect(planner.solve() == .conflict(Conflict(rows: [TableRow(.people, 3)])))
  }

  @Test func `Seventeen guests of a wedding sit with whom they know`() throws {
    // Couples and friends of the bride's and the groom's families: companies of 2, 3 and 4 at two tables of nine.
    var draft = TableExamples.draft(groups: [9, 8], tables: [9, 9], ordered: false)
    for (one, other) in [(0, 1), (2, 3), (3, 4), (9, 10), (11, 12), (12, 13), (13, 14)] {
      draft.people[one].besideNames = ["P\(other + 1)"]
    }
    draft.people[0].apartNames = ["P10"]
    let (event, plan, figures) = try TableExamples.plan(draft)
    #expect(Set(tables(event, plan).prefix(9)).count == 1 && Set(tables(event, plan).suffix(8)).count == 1)
    #expect(figures.objective == 400 && figures.status == .optimal)
  }

  @Test func `Many groups at many tables are near to what is proven`() throws {
    var draft = TableExamples.draft(
      groups: (0..<30).map { 12 + $0 * 7 % 31 }, tables: Array(repeating: 10, count: 90))
    draft.people[3].rank = 1
    let (_, _, figures) = try TableExamples.plan(draft)
    #expect(figures.gap < 0.01)
  }

  @Test func `With tables in no order groups of any sizes are parted as little as can be`() throws {
    var proven = 0
    for seed in 0..<cases(10, full: 100) {
      var random = SeededGenerator(seed: seed)
      let sizes = (0..<12).map { _ in Int.random(in: 2...23, using: &random) }
      let people = sizes.reduce(0, +)
      let draft = TableExamples.draft(
        groups: sizes, tables: Array(repeating: 10, count: people / 10 + 2), ordered: false)
      let (_, _, figures) = try TableExamples.plan(draft)
      #expect(figures.gap < 0.08, "seed \(seed)")
      proven += figures.status == .optimal ? 1 : 0
    }
    #expect(proven > 5)
  }

  @Test(arguments: 0..<cases(10, full: 200))
  func `At few tables of unequal sizes, all full, it is proven that no plan has two pairs less`(
    seed: Int
  )
    throws
  {
    var random = SeededGenerator(seed: seed)
    let tables = (0..<6).map { _ in Int.random(in: 2...10, using: &random) }
    var (sizes, left) = ([Int](), tables.reduce(0, +))
    while left > 0 {
      sizes.append(min(left, Int.random(in: 1...9, using: &random)))
      left -= sizes.last!
    }
    let (_, _, figures) = try TableExamples.plan(
      TableExamples.draft(groups: sizes, tables: tables, ordered: false))
    #expect(figures.objective - figures.bound <= 200)
  }
}

@Suite struct `Small dining halls tried in every way` {
  @Test func `never beat the bound, nor the plan when it is proven`() throws {
    var proven = 0
    for seed in 0..<cases(60, full: 2_000) {
      let draft = TableExamples.random(seed: seed, people: 3 + seed % 3, tables: 1 + seed % 3)
      guard let event = try? Event(draft),
        let planner = TablesPlanner(event, beside: PlanningContext(names: PlainOrder())),
        case .plan(_, let figures) = planner.solve()
      else { continue }
      let least = TableBruteForce(event).least
      #expect(figures.bound <= least, "seed \(seed)")
      #expect(figures.objective >= least, "seed \(seed)")
      if figures.status == .optimal {
        #expect(figures.objective == least, "seed \(seed)")
        proven += 1
      }
    }
    #expect(proven > 20)
  }

  @Test func `never move fewer than is told after a late change, nor cost less than the bound`() throws {
    var replans = 0
    for seed in 0..<cases(60, full: 2_000) {
      var draft = TableExamples.random(seed: seed, people: 4, tables: 2 + seed % 2)
      if seed % 4 == 0 { draft.settings.weights[.tablesMoved] = seed % 150 }
      guard let earlier = try? Event(draft),
        case .plan(let old, _)? = TablesPlanner(
          earlier, beside: PlanningContext(names: PlainOrder()))?.solve()
      else { continue }
      // Somebody is absent, somebody else is new, and a table has a seat less.
      draft.people[seed % 4].isAbsent.toggle()
      draft.addDiner(of: "G0")
      draft.tables![0].seats = max(1, draft.tables![0].seats - seed % 2)
      guard let event = try? Event(draft) else { continue }
      let places = old.earlier(since: TableChange(from: earlier, to: event))
      var plan = EarlierPlan()
      plan.tables = places
      guard
        case .plan(let new, let figures)? = TablesPlanner(
          event, beside: PlanningContext(names: PlainOrder()))?.solve(SolverOptions(), from: plan)
      else { continue }
      replans += 1
      let verification = Verification(of: event, names: PlainOrder(), earlier: plan)
      let broken = verification.violations(of: new, rooms: nil, figures: figures)
      #expect(broken.map { $0.phrase(in: event).english } == [], "seed \(seed)")
      let search = TableBruteForce(event, from: places.meals[0])
      #expect(figures.bound <= search.least && search.least <= figures.objective, "seed \(seed)")
      let fewest = search.fewestMoves.filter { $0.key >= new.assignments.count }.values.min() ?? 0
      #expect(figures.moves!.least <= fewest, "seed \(seed)")
    }
    #expect(replans > 20)
  }
}

@Suite struct `A late change of dining tables` {
  private func replan(_ earlier: EventDraft, _ change: (inout EventDraft) -> Void) throws -> (
    TablePlan, Figures
  ) {
    let (before, old, _) = try TableExamples.plan(earlier)
    var draft = earlier
    change(&draft)
    let event = try Event(draft)
    var plan = EarlierPlan()
    plan.tables = old.earlier(since: TableChange(from: before, to: event))
    let planner = try #require(TablesPlanner(event, beside: PlanningContext(names: PlainOrder())))
    guard case .plan(let new, let figures) = planner.solve(SolverOptions(), from: plan) else {
      throw TableExamples.Unsolved()
    }
    let verification = Verification(of: event, names: PlainOrder(), earlier: plan)
    #expect(verification.violations(of: new, rooms: nil, figures: figures) == [])
    return (new, figures)
  }

  private let draft = TableExamples.draft(groups: [4, 4, 4], tables: [5, 5, 5])

  @Test func `Two are absent: nobody moves`() throws {
    let (_, figures) = try replan(draft) { for person in [0, 5] { $0.people[person].isAbsent = true } }
    #expect(figures.moves == Moves(count: 0, least: 0))
  }

  @Test func `One more has the free seat, with the own group where it has one`() throws {
    let (plan, figures) = try replan(draft) { $0.addDiner(of: "G1") }
    #expect(figures.moves == Moves(count: 0, least: 0))
    #expect(plan.assignments.last?.table == 1)
  }

  @Test func `A table is lost: its people move, and nobody else`() throws {
    var roomy = draft
    roomy.tables!.append(DiningTable(row: 5, number: "4", seats: 5, order: 4))
    let (_, figures) = try replan(roomy) { $0.tables!.remove(at: 1) }
    #expect(figures.moves == Moves(count: 4, least: 4))
  }

  @Test func `A leader who comes late takes the seat at the main table of the lowest there`() throws {
    var ranked = TableExamples.draft(groups: [4, 4], tables: [3, 6])
    for (person, rank) in [(4, 2.0), (5, 3), (0, 4)] { ranked.people[person].rank = rank }
    let (plan, figures) = try replan(ranked) {
      $0.addDiner(of: "G0")
      $0.people[8].rank = 1
    }
    #expect(plan.assignments.first { $0.person == 8 }?.table == 0)
    #expect(figures.moves == Moves(count: 1, least: 1))
  }
}
