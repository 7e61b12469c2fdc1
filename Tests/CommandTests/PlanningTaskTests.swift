import Assembly
import EventFiles
import Foundation
import PlenumKit
import SolverShared
import Testing

@Suite struct `Planning as a function` {
  private func event() throws -> Event {
    let tables = smallEvent(
      people: "id,name,group\nP1,Ada,North\nP2,Ben,South\nP3,Cleo,North\n",
      hall: "section,row,first,last\nA,1,1,2\nA,2,1,2\n")
    return try #require(EventReader.read(files: tables.mapValues { Data($0.utf8) }).event)
  }

  @Test func `The same task has the same plans, figures and notes`() throws {
    let task = PlanningTask(try event(), options: SolverOptions(seed: 3))
    let (one, other) = (task.solve(), task.solve())
    #expect(one.plan == other.plan && one.figures == other.figures && one.notes == other.notes)
    #expect(one.ends.keys.sorted { $0.rawValue < $1.rawValue } == [.hall])
    #expect(one.ends[.hall]?.seed == 3)
    #expect(task.violations(of: one).isEmpty)
  }

  @Test func `A pin of the task binds as one of the tables does, and the event stays as it is`() throws {
    var task = PlanningTask(try event())
    task.pins = [Pin(1, .seat(.hall(section: "A", row: 1, seat: 1)))]
    let solution = task.solve()
    let seat = try #require(solution.plan.hall?.assignments.first { $0.person == 1 }?.seat)
    #expect(task.event.hall?.seats[seat].row == 1 && task.event.hall?.seats[seat].number == 1)
    #expect(task.violations(of: solution).isEmpty)
    #expect(task.event.people[1].seat == nil)
  }

  @Test func `Two pins on one seat conflict`() throws {
    var task = PlanningTask(try event())
    task.pins = [0, 2].map { Pin($0, .seat(.hall(section: "A", row: 1, seat: 1))) }
    guard case .conflict(let conflict) = task.solve().ends[.hall]?.result else {
      Issue.record("There is a plan.")
      return
    }
    #expect(conflict.rows == [TableRow(.people, 2), TableRow(.people, 4)])
  }

  @Test func `What is kept is not planned, and is not judged again`() throws {
    var task = PlanningTask(try event())
    task.kept = task.solve().plan
    task.modules = [.rooms]
    let solution = task.solve()
    #expect(solution.plan.isEmpty && task.violations(of: solution).isEmpty)
  }

  @Test func `Every module is planned, in one order`() {
    #expect(Planner.modules == Module.allCases)
  }
}
