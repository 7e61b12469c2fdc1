import Assembly
import Localization
import Testing
import Verification

/// One group of two on a row of two: a part and a run, 10,200.
@Suite struct FiguresTests {
  private let plan = hallPlan([0, 1])

  private func event() throws -> Event {
    try hallEvent([line(1, 1, 2)], groups: [2])
  }

  private func figures(_ status: Status, bound: Int, part: Int = 10_000) -> Figures {
    Figures(status: status, terms: [.hallPart: part, .hallRun: 200], bound: bound)
  }

  @Test func `Figures that agree are silent`() throws {
    #expect(try violations(plan, event(), figures(.optimal, bound: 10_200)) == [])
    #expect(try violations(plan, event(), figures(.feasible, bound: 10_199)) == [])
    #expect(try violations(plan, event(), figures(.stopped, bound: 0)) == [])
  }

  @Test func `A term that differs is told with both values`() throws {
    #expect(
      try violations(plan, event(), figures(.feasible, bound: 0, part: 9_000)) == [
        .termDiffers(.hallPart, told: 9_000, actual: 10_000)
      ])
  }

  @Test func `A term of another module is told`() throws {
    var figures = figures(.feasible, bound: 0)
    figures.terms[.roomsPrice] = 5
    #expect(try violations(plan, event(), figures) == [.termDiffers(.roomsPrice, told: 5, actual: 0)])
  }

  @Test func `A bound above the objective is told`() throws {
    #expect(
      try violations(plan, event(), figures(.feasible, bound: 10_201)) == [
        .boundAboveObjective(.hall, bound: 10_201, objective: 10_200)
      ])
  }

  @Test func `Optimal means a gap of 0`() throws {
    #expect(
      try violations(plan, event(), figures(.optimal, bound: 10_000)) == [
        .optimalWithGap(.hall, bound: 10_000, objective: 10_200)
      ])
    #expect(
      try violations(plan, event(), figures(.stopped, bound: 10_200)) == [
        .gapClosedButNotOptimal(.hall, .stopped)
      ])
  }

  @Test func `Where wishes conflict there is no plan`() throws {
    #expect(try violations(plan, event(), figures(.infeasible, bound: 0)) == [.planDespiteConflict(.hall)])
  }

  @Test func `Figures beyond all bounds are told, not crashed on`() throws {
    let wild = Figures(status: .feasible, terms: [.hallPart: .max, .hallRun: .max], bound: .min)
    #expect(try violations(plan, event(), wild).contains(.termDiffers(.hallPart, told: .max, actual: 10_000)))
  }

  @Test func `A violation tells people by row and id, not by name`() throws {
    let phrase = Violation.pinNotKept(person: 1, pinned: .hall(0), .hall(1)).phrase(in: try event())
    #expect(phrase[.english] == "row 3 of people (id p1) is pinned to 中-1-1 but sits at 中-1-2")
    #expect(phrase[.chinese] == "名单第 3 行（编号 p1）指定座位为中-1-1，却在中-1-2")
    let wild = Violation.noSuchSeat(person: 99, .hall(-5)).phrase(in: try event())
    #expect(wild[.english] == "somebody unknown has seat #-5, which does not exist")
  }
}
