import Assembly
import SolverShared
import Testing
import Verification

@testable import HallSolver

@Suite struct `The hall` {
  @Test func `bends the order of groups where that saves a lone seat`() throws {
    let draft = HallExamples.draft(groups: [4, 3, 3], hall: HallExamples.lines([("A", [5, 5])]))
    let (_, _, figures) = try solved(draft)
    #expect(figures.objective == 30_804)
    #expect(try chart(of: draft) == ["g2 g2 g2 g1 g1", "g3 g3 g3 g1 g1"])
  }

  @Test func `fills rows from the front, each in the other direction, when the order is strict`() throws {
    let lines = HallExamples.lines([("A", [5, 5])])
    let chart = try chart(of: HallExamples.draft(groups: [3, 4, 3], hall: lines, order: .strict))
    #expect(chart == ["g1 g1 g1 g2 g2", "g3 g3 g3 g2 g2"])
  }

  @Test func `fills files from the left, up and down`() throws {
    let lines = HallExamples.lines([("A", [4, 4, 4])])
    let chart = try chart(of: HallExamples.draft(groups: [4, 5, 3], hall: lines, method: .vertical))
    #expect(chart == ["g1 g2 g2 g3", "g1 g2 g2 g3", "g1 g1 g2 g3"])
  }

  @Test func `seats the members of a group from the centre of the hall outward, its head first`() throws {
    var draft = HallExamples.draft(groups: [5], hall: HallExamples.lines([("A", [5])]))
    draft.change("g1m4") { $0.rank = 1 }
    let (event, plan, _) = try solved(draft)
    #expect(names(event, plan) == ["g1m3 g1m1 g1m4 g1m2 g1m5"])
  }

  @Test func `keeps held seats empty but for the person pinned there`() throws {
    var hall = HallExamples.lines([("A", [5])])
    hall[0].reservation = .seats([.range(2...3)])
    var draft = HallExamples.draft(groups: [3], hall: hall)
    draft.change("g1m3") { $0.seat = .hall(section: "A", row: 1, seat: 3) }
    let (event, plan, _) = try solved(draft)
    #expect(names(event, plan) == ["_ _ g1m3 g1m1 g1m2"])
  }

  @Test func `keeps a line for its role, and the sections of a group for the group`() throws {
    var hall = HallExamples.lines([("A", [3, 3]), ("B", [3, 3])])
    hall[0].reservation = .role(.press)
    var draft = HallExamples.draft(groups: [3, 5], hall: hall)
    for member in 1...3 { draft.change("g1m\(member)") { $0.role = .press } }
    draft.groups = [GroupEntry(row: 2, name: "g2", order: 1)]
    draft.groups[0].sectionNames = ["B"]
    let (event, plan, figures) = try solved(draft)
    #expect(plan.unplaced.isEmpty)
    #expect(Verification(of: event, names: PlainOrder()).violations(of: plan, figures: figures).isEmpty)
    #expect(try chart(of: draft) == ["g1 g1 g1", "g2 g2 g2", "_ _ _", "g2 g2 _"])
  }

  @Test func `cuts a group larger than any section into the fewest parts`() throws {
    let hall = HallExamples.lines([("A", [5, 5]), ("B", [5, 5]), ("C", [5, 5])])
    let (event, plan, figures) = try solved(HallExamples.draft(groups: [13, 4, 9], hall: hall))
    #expect(plan.unplaced.isEmpty)
    #expect(figures.terms[.hallPart] == 4 * event.settings.weights[.hallPart])
    #expect(Verification(of: event, names: PlainOrder()).violations(of: plan, figures: figures).isEmpty)
  }

  @Test func `leaves the last out when the hall is too small, and says why`() throws {
    let (event, plan, figures) = try solved(
      HallExamples.draft(groups: [3, 3], hall: HallExamples.lines([("A", [4])])))
    #expect(plan.unplaced.map { event.people[$0.person].name } == ["g2m2", "g2m3"])
    #expect(plan.unplaced.allSatisfy { $0.reason == .hallFull(seats: 4, due: 6) })
    #expect(figures.terms[.hallUnseated] == 20_000_000)
  }

  @Test func `counts only the seats that are open to who has none`() throws {
    var hall = HallExamples.lines([("A", [3, 3])])
    hall[1].reservation = .role(.press)
    var draft = HallExamples.draft(groups: [4, 1], hall: hall)
    draft.change("g2m1") { $0.role = .press }
    let (_, plan, _) = try solved(draft)
    // Of six seats three are kept for the press, who need one of them.
    #expect(plan.unplaced.map(\.reason) == [.hallFull(seats: 3, due: 4)])
  }

  @Test func `seats who needs a wheelchair place there, and only as many as there are places`() throws {
    var hall = HallExamples.lines([("A", [4, 4])])
    hall[1].wheelchair = [.range(4...4)]
    var draft = HallExamples.draft(groups: [4, 3], hall: hall)
    draft.change("g1m1") { $0.needs = [.wheelchair] }
    draft.change("g2m1") { $0.needs = [.wheelchair] }
    let (event, plan, _) = try solved(draft)
    let hallOfEvent = try #require(event.hall)
    let first = try #require(plan.assignments.first { event.people[$0.person].name == "g1m1" })
    #expect(hallOfEvent.seats[first.seat].isWheelchairPlace)
    #expect(plan.unplaced.map { event.people[$0.person].name } == ["g2m1"])
    #expect(plan.unplaced[0].reason == .wheelchairPlacesFull(places: 1, due: 2))
  }

  @Test func `seats who needs a wheelchair place there, whatever the strict order`() throws {
    var hall = HallExamples.lines([("A", [4, 4, 4, 4])])
    hall[0].wheelchair = [.range(1...1)]
    var draft = HallExamples.draft(groups: [4, 4, 4, 3], hall: hall, order: .strict)
    draft.change("g4m1") { $0.needs = [.wheelchair] }
    let (event, plan, figures) = try solved(draft)
    #expect(plan.unplaced.isEmpty)
    #expect(Verification(of: event, names: PlainOrder()).violations(of: plan, figures: figures).isEmpty)
  }

  @Test func `looks for no better plan once the gap is good enough`() throws {
    let draft = HallExamples.draft(
      groups: [9, 7, 12, 5, 8, 11, 6, 10, 7],
      hall: HallExamples.lines([("A", [5, 5, 6, 6, 7, 7]), ("B", [7, 8, 8, 9, 9, 9])]), method: .outward)
    let (_, _, best) = try solved(draft)
    let (_, _, enough) = try solved(draft, gap: 0.5)
    #expect(best.work["columns"]! > 0)
    #expect(enough.work["columns"] == 0)
    #expect(enough.gap <= 0.5)
    #expect(best.objective <= enough.objective)
  }

  @Test func `betters the real plan of a university congress, which is poured`() throws {
    // rules.md H4: unit 1 has row 2 whole and six seats at the end of row 3.
    let widths = [(8, 10, 8), (9, 11, 9), (10, 12, 10), (11, 13, 11), (12, 14, 12), (13, 15, 13)]
    let lines = HallExamples.lines([
      ("left", widths.map(\.0)), ("centre", widths.map(\.1)), ("right", widths.map(\.2)),
    ])
    let draft = HallExamples.draft(
      groups: [32, 23, 23, 15, 9, 17, 17, 18, 13], hall: lines, order: .strict)
    let (event, plan, figures) = try solved(draft)
    #expect(plan.unplaced.isEmpty)
    #expect(Verification(of: event, names: PlainOrder()).violations(of: plan, figures: figures).isEmpty)
    let problem = try #require(HallProblem(event))
    let poured = Pouring(problem, people: problem.groups.flatMap(\.members))
    let rows = poured.seatsOfGroup[0].map { problem.hall.seats[$0].row }
    #expect(rows.count { $0 == 1 } == 26)
    #expect(rows.count { $0 == 2 } == 6)
    #expect(problem.terms(poured.groupOfSeat)[.hallPart] == 190_000)
    #expect(figures.terms[.hallPart] == 90_000)
  }

  @Test(arguments: HallMethod.allCases)
  func `keeps the strict order by every method`(method: HallMethod) throws {
    let lines = HallExamples.lines([("A", [5, 6, 7]), ("B", [8, 9, 10]), ("C", [5, 6, 7])])
    let draft = HallExamples.draft(groups: [9, 4, 17, 1, 12, 8], hall: lines, method: method, order: .strict)
    let (event, plan, figures) = try solved(draft)
    #expect(plan.unplaced.isEmpty)
    #expect(Verification(of: event, names: PlainOrder()).violations(of: plan, figures: figures).isEmpty)
  }

  // MARK: Wishes

  @Test func `seats people beside each other, and apart, inside and across groups`() throws {
    var draft = HallExamples.draft(groups: [6, 6], hall: HallExamples.lines([("A", [7, 7])]))
    draft.change("g1m1") { $0.besideNames = ["g2m6"] }
    draft.change("g1m2") { $0.apartNames = ["g1m3", "g1m4"] }
    let (event, plan, figures) = try solved(draft)
    #expect(plan.unplaced.isEmpty)
    #expect(Verification(of: event, names: PlainOrder()).violations(of: plan, figures: figures).isEmpty)
  }

  @Test func `names two people pinned to one seat as the conflict`() throws {
    var draft = HallExamples.draft(groups: [6], hall: HallExamples.lines([("A", [7])]))
    draft.change("g1m2") { $0.seat = .hall(section: "A", row: 1, seat: 3) }
    draft.change("g1m4") { $0.besideNames = ["g1m5"] }
    draft.change("g1m6") { $0.seat = .hall(section: "A", row: 1, seat: 3) }
    #expect(try conflict(of: draft) == [TableRow(.people, 3), TableRow(.people, 7)])
  }

  @Test func `names a pin outside the sections of its group together with the row that binds the group`()
    throws
  {
    var draft = HallExamples.draft(groups: [2], hall: HallExamples.lines([("A", [4]), ("B", [4])]))
    draft.groups = [GroupEntry(row: 2, name: "g1")]
    draft.groups[0].sectionNames = ["B"]
    draft.change("g1m1") { $0.seat = .hall(section: "A", row: 1, seat: 1) }
    #expect(try conflict(of: draft) == [TableRow(.groups, 2), TableRow(.people, 2)])
  }

  @Test func `names everybody who takes the seats next to a pinned pair`() throws {
    var draft = HallExamples.draft(groups: [5], hall: HallExamples.lines([("A", [5])]))
    draft.change("g1m1") {
      $0.seat = .hall(section: "A", row: 1, seat: 3)
      $0.besideNames = ["g1m5"]
    }
    draft.change("g1m2") { $0.seat = .hall(section: "A", row: 1, seat: 2) }
    draft.change("g1m3") { $0.seat = .hall(section: "A", row: 1, seat: 4) }
    draft.change("g1m4") { $0.seat = .hall(section: "A", row: 1, seat: 1) }
    #expect(try conflict(of: draft) == [2, 3, 4].map { TableRow(.people, $0) })
  }

  // MARK: Reading a plan

  private func solved(_ draft: EventDraft, gap: Double = 0) throws -> (Event, HallPlan, Figures) {
    let event = try Event(draft)
    let problem = try #require(HallProblem(event))
    let seating = HallPlanner(problem, names: PlainOrder())
    guard case .plan(let plan, let figures) = seating.solve(SolverOptions(gap: gap)) else { throw NoPlan() }
    return (event, plan, figures)
  }

  private func conflict(of draft: EventDraft) throws -> [TableRow] {
    let problem = try #require(HallProblem(try Event(draft)))
    guard case .conflict(let conflict) = HallPlanner(problem, names: PlainOrder()).solve() else { return [] }
    return conflict.rows
  }

  /// The groups of each line of the table, from the audience's left.
  private func chart(of draft: EventDraft) throws -> [String] {
    let (event, plan, _) = try solved(draft)
    return lines(event, plan) { event.people[$0].groupName ?? "?" }
  }

  private func names(_ event: Event, _ plan: HallPlan) -> [String] {
    lines(event, plan) { event.people[$0].name }
  }

  private func lines(_ event: Event, _ plan: HallPlan, _ label: (Int) -> String) -> [String] {
    let person = Dictionary(uniqueKeysWithValues: plan.assignments.map { ($0.seat, $0.person) })
    return (event.hall?.runs ?? []).map { run in
      run.map { person[$0].map(label) ?? "_" }.joined(separator: " ")
    }
  }
}

private struct NoPlan: Error {}
