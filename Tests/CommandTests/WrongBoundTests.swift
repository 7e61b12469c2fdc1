import Assembly
import EventFiles
import Foundation
import IntegerProgramming
import Testing

@testable import PlenumKit

@Suite("A bound above the plan")
struct WrongBoundTests {
  private let reading = EventReader.read(
    files: [
      "event.csv": "key,value\nname,Annual Assembly\nlanguage,en\n",
      "people.csv": "name,group\nAda,North\nBen,South\nCleo,North\n",
      "hall.csv": "section,row,first,last\nA,1,1,3\n",
    ].mapValues { Data($0.utf8) })

  /// The solution of a solver whose bound is wrong, after its verification.
  private func verified() throws -> (event: Event, solution: Solution) {
    let event = try #require(reading.event)
    let task = PlanningTask(event)
    var solution = task.solve()
    var figures = try #require(solution.figures[.hall])
    figures.bound = figures.objective + 7
    solution.keep(.plan(try #require(solution.plan.hall), figures), seconds: 0, seed: 0)
    let (verified, violations) = task.verified(solution)
    #expect(violations.isEmpty)
    return (event, verified)
  }

  @Test func `It is taken back and told, and the plan stays`() throws {
    let (_, solution) = try verified()
    let figures = try #require(solution.figures[.hall])
    #expect(figures.provenBound == nil && figures.status == .feasible)
    #expect(solution.plan.hall?.assignments.count == 3)
    #expect(
      solution.notes == [.wrongBound(.hall, bound: figures.objective + 7, objective: figures.objective)])
    #expect(solution.status(Interruption()) == .fault)
  }

  @Test
  func `More moves told to be needed than the plan makes are taken back with the bound, and the plan stays`()
    throws
  {
    let event = try #require(reading.event)
    var task = PlanningTask(event)
    let first = task.solve()
    task.earlier = EarlierPlan(first.plan, since: TableChange(in: event))
    var solution = task.solve()
    var figures = try #require(solution.figures[.hall])
    figures.moves?.least = 2
    solution.keep(.plan(try #require(solution.plan.hall), figures), seconds: 0, seed: 0)
    let (verified, violations) = task.verified(solution)
    #expect(violations.isEmpty)
    #expect(verified.figures[.hall]?.moves == Moves(count: 0, least: 0))
    #expect(verified.notes == [.wrongLeastMoves(.hall, least: 2, moves: 0)])
    #expect(verified.status(Interruption()) == .fault)
  }

  @Test func `The report has null in its place, and what is read from it holds`() throws {
    let (event, solution) = try verified()
    let files = PlanFiles(reading, event, planned: [.hall], solution, tool: "plenum")
      .replacement(of: [:]).files
    let report = String(decoding: try #require(files["report.json"]), as: UTF8.self)
    #expect(report.contains("\"bound\" : null") && report.contains("\"gap\" : null"))
    #expect(report.contains("wrong-bound") && report.contains("Please report it"))
    let stored = PlanReader.read(files, of: event)
    #expect(stored.diagnostics.isEmpty)
    #expect(stored.figures[.hall]?.isBoundWithdrawn == true)
  }

  @Test func `A module whose plan near to the earlier one breaks a rule is planned anew`() throws {
    let event = try #require(reading.event)
    var task = PlanningTask(event)
    var solution = task.solve()
    task.earlier = EarlierPlan(solution.plan, since: TableChange(in: event))
    #expect(task.planningAnew(whereRulesBreakIn: task.solve()) == nil)
    var hall = try #require(solution.plan.hall)
    hall.assignments[1] = HallAssignment(person: hall.assignments[1].person, seat: hall.assignments[0].seat)
    solution.keep(.plan(hall, try #require(solution.figures[.hall])), seconds: 0, seed: 0)
    let (anew, modules) = try #require(task.planningAnew(whereRulesBreakIn: solution))
    #expect(modules == [.hall])
    #expect(anew.violations(of: anew.solve()).isEmpty)
  }
}
