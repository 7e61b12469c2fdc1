import Assembly
import Localization
import SolverShared
import Testing
import Verification

@testable import HallSolver

@Suite struct `Wishes in the hall` {
  @Test func `who is beside somebody is short of a seat, and no conflict, where the next one is held`() throws
  {
    var hall = HallExamples.lines([("S", [2, 2])])
    for line in hall.indices { hall[line].reservation = .seats([.range(1...1)]) }
    var draft = HallExamples.draft(groups: [2, 1], hall: hall)
    draft.change("g1m1") { $0.besideNames = ["g1m2"] }
    let seated = try Seated(draft)
    #expect(seated.plan.unplaced.map { seated.event.people[$0.person].name } == ["g1m2"])
    #expect(seated.violations.isEmpty)
  }

  @Test func `a pinned person sits without the one beside them where the next seat is held`() throws {
    var hall = HallExamples.lines([("S", [3])])
    hall[0].reservation = .seats([.range(2...2)])
    var draft = HallExamples.draft(groups: [2], hall: hall)
    draft.change("g1m1") {
      $0.seat = .hall(section: "S", row: 1, seat: 1)
      $0.besideNames = ["g1m2"]
    }
    let seated = try Seated(draft)
    #expect(seated.chart == ["g1m1 _ _"])
    #expect(seated.violations.isEmpty)
  }

  @Test func `members of shifted rows take one file from the front, whichever way it is shifted`() throws {
    var hall = [
      HallLine(tableRow: 2, section: "S", row: 4, first: 1, last: 5),
      HallLine(tableRow: 3, section: "S", row: 5, first: 1, last: 5),
    ]
    hall[1].x = -1.25
    let seated = try Seated(HallExamples.draft(groups: [2], hall: hall, method: .outward))
    #expect(seated.chart == ["_ _ g1m1 _ _", "_ g1m2 _ _ _"])
    #expect(seated.violations.isEmpty)
  }

  @Test func `two who are a group and kept apart sit one behind the other, in one part`() throws {
    var draft = HallExamples.draft(groups: [3, 2, 3], hall: HallExamples.lines([("S", [4, 4, 4])]))
    draft.change("g2m1") { $0.apartNames = ["6"] }
    let seated = try Seated(draft)
    #expect(seated.violations.isEmpty)
    #expect(seated.figures.terms[.hallPart] == 30_000)
  }

  // MARK: Aisles

  @Test func `people beside each other leave the seat at the aisle to who needs it`() throws {
    var draft = HallExamples.draft(groups: [3], hall: HallExamples.lines([("S", [3])]))
    draft.change("g1m1") { $0.besideNames = ["g1m2"] }
    draft.change("g1m3") { $0.needs = [.aisle] }
    let seated = try Seated(draft)
    #expect(seated.plan.withoutAisle.isEmpty)
    #expect(seated.violations.isEmpty)
  }

  @Test func `chains and people alone share the aisles so that most needs are met`() throws {
    // Two aisle seats: the chain must turn round for its one, and leave the other.
    var draft = HallExamples.draft(groups: [4], hall: HallExamples.lines([("S", [4])]))
    draft.change("g1m1") { $0.besideNames = ["g1m2"] }
    draft.change("g1m2") { $0.needs = [.aisle] }
    draft.change("g1m4") { $0.needs = [.aisle] }
    let seated = try Seated(draft)
    #expect(seated.plan.withoutAisle.isEmpty)
    #expect(seated.violations.isEmpty)
  }

  // MARK: Seats that are kept

  @Test func `a line kept for a role is used by it first`() throws {
    var hall = HallExamples.lines([("S", [6, 6, 6])])
    hall[2].reservation = .role(.press)
    var draft = HallExamples.draft(groups: [5, 4], hall: hall)
    for member in 1...4 { draft.change("g1m\(member)") { $0.role = .press } }
    let seated = try Seated(draft)
    #expect(seated.seats(inRow: 3) == 4)
    #expect(seated.violations.isEmpty)
  }

  @Test func `of more people than the line takes whole groups sit there, the others elsewhere`() throws {
    var hall = HallExamples.lines([("S", [6, 6, 3])])
    hall[2].reservation = .role(.press)
    var draft = HallExamples.draft(groups: [2, 3, 4], hall: hall)
    for name in ["g1m1", "g1m2", "g2m1", "g2m2", "g2m3"] { draft.change(name) { $0.role = .press } }
    let seated = try Seated(draft)
    #expect(seated.row(3) == ["g2m1", "g2m2", "g2m3"])
    #expect(seated.violations.isEmpty)
  }

  @Test func `a wheelchair place stays empty while there is room elsewhere`() throws {
    var hall = HallExamples.lines([("S", [3, 3])])
    hall[0].wheelchair = [.range(2...2)]
    let seated = try Seated(HallExamples.draft(groups: [3], hall: hall))
    #expect(seated.chart == ["_ _ _", "g1m2 g1m1 g1m3"])
    #expect(seated.violations.isEmpty)
  }

  @Test func `wheelchair places are for others only as far as somebody would stand`() throws {
    var hall = HallExamples.lines([("S", [3, 3])])
    hall[0].wheelchair = [.range(1...2)]
    let seated = try Seated(HallExamples.draft(groups: [3, 2], hall: hall))
    #expect(seated.plan.unplaced.isEmpty)
    #expect(seated.row(1).count == 2)
    #expect(seated.violations.isEmpty)
  }

  @Test
  func `people of one section make room for a group that is bound to it before a wheelchair place is used`()
    throws
  {
    var hall = HallExamples.lines([("A", [3]), ("B", [3])])
    hall[0].wheelchair = [.range(1...1)]
    var draft = HallExamples.draft(groups: [2, 2], hall: hall)
    draft.groups = [GroupEntry(row: 2, name: "g2", order: 2)]
    draft.groups[0].sectionNames = ["A"]
    let seated = try Seated(draft)
    #expect(seated.plan.unplaced.isEmpty)
    #expect(seated.violations.isEmpty)
  }

  // MARK: Strict order

  @Test func `nobody stands for a wheelchair place of another depth when the order is strict`() throws {
    var hall = [
      HallLine(tableRow: 2, section: "left", row: 1, first: 1, last: 5, step: 2),
      HallLine(tableRow: 3, section: "centre", row: 1, first: 4, last: 2, step: -2),
    ]
    hall[1].y = 1.5
    hall[1].wheelchair = [.range(2...2)]
    var draft = HallExamples.draft(groups: [3, 1], hall: hall, order: .strict)
    for member in 1...3 { draft.change("g1m\(member)") { $0.groupName = nil } }
    draft.change("g1m2") { $0.needs = [.wheelchair, .aisle] }
    let seated = try Seated(draft)
    #expect(seated.plan.unplaced.isEmpty)
    #expect(seated.violations.isEmpty)
  }

  @Test func `pins, wheelchairs and lines for a role do not count for the strict order`() throws {
    var hall = HallExamples.lines([("S", [4, 4, 4, 4, 4])])
    hall[0].reservation = .role(.press)
    hall[1].wheelchair = [.range(1...1)]
    var draft = HallExamples.draft(groups: [4, 4, 5], hall: hall, order: .strict)
    draft.change("g1m1") { $0.seat = .hall(section: "S", row: 5, seat: 4) }
    draft.change("g3m1") { $0.role = .press }
    draft.change("g3m2") { $0.needs = [.wheelchair] }
    let seated = try Seated(draft)
    #expect(seated.plan.unplaced.isEmpty)
    #expect(seated.row(1) == ["g3m1"])
    #expect(seated.violations.isEmpty)
    #expect(seated.figures.bound <= seated.figures.objective)
  }

  @Test func `groups bound to sections all sit in strict order where that can be had`() throws {
    var draft = HallExamples.draft(
      groups: [3, 4, 3, 2], hall: HallExamples.lines([("A", [3, 3, 3]), ("B", [2, 2, 2])]), order: .strict)
    draft.groups = [GroupEntry(row: 2, name: "g1", order: 1), GroupEntry(row: 3, name: "g3", order: 3)]
    draft.groups[0].sectionNames = ["A"]
    draft.groups[1].sectionNames = ["A"]
    let seated = try Seated(draft)
    #expect(seated.plan.unplaced.isEmpty)
    #expect(seated.violations.isEmpty)
  }
}

/// An event with a plan of its hall.
private struct Seated {
  let event: Event
  let plan: HallPlan
  let figures: Figures
  private let hall: Hall

  init(_ draft: EventDraft) throws {
    event = try Event(draft)
    hall = try #require(event.hall)
    let planner = HallPlanner(try #require(HallProblem(event)), names: PlainOrder())
    guard case .plan(let plan, let figures) = planner.solve() else { throw WishesConflict() }
    (self.plan, self.figures) = (plan, figures)
  }

  struct WishesConflict: Error {}

  var violations: [String] {
    Verification(of: event, names: PlainOrder()).violations(of: plan, figures: figures)
      .map { $0.phrase(in: event).english }
  }

  private var personOf: [Int: Int] {
    Dictionary(uniqueKeysWithValues: plan.assignments.map { ($0.seat, $0.person) })
  }

  /// Who sits in each line of the table, from the audience's left.
  var chart: [String] {
    hall.runs.map { run in
      run.map { personOf[$0].map { event.people[$0].name } ?? "_" }.joined(separator: " ")
    }
  }

  func seats(inRow row: Int) -> Int {
    self.row(row).count
  }

  /// Who sits in a row, in listed order.
  func row(_ row: Int) -> [String] {
    plan.assignments.filter { hall.seats[$0.seat].row == row }.map(\.person).sorted().map {
      event.people[$0].name
    }
  }
}
