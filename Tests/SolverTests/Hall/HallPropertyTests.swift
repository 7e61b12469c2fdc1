import Assembly
import IntegerProgramming
import Localization
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import HallSolver

@Suite struct `Plans of random halls` {
  @Test(arguments: [0, 1, 2, 3])
  func `keep every rule and count their figures right`(block: Int) throws {
    for seed in block * 300..<block * 300 + cases(30, full: 300) {
      var draft = RandomHalls.draft(seed: seed)
      if seed.isMultiple(of: 2) { weigh(&draft.settings, seed: seed) }
      let event = try Event(draft)
      guard let problem = HallProblem(event) else { continue }
      let names = event.nameOrdering().order
      let options = SolverOptions(limits: Limits(iterations: 2_000))
      guard case .plan(let plan, let figures) = HallPlanner(problem, names: names).solve(options) else {
        continue
      }
      let violations = Verification(of: event, names: names).violations(of: plan, figures: figures)
      #expect(violations.isEmpty, "seed \(seed): \(violations.map { $0.phrase(in: event).english })")
    }
  }

  @Test func `give the line for a role to whoever was given a seat elsewhere`() throws {
    var draft = RandomHalls.draft(seed: 184)
    weigh(&draft.settings, seed: 184)
    let event = try Event(draft)
    let names = event.nameOrdering().order
    let planner = HallPlanner(try #require(HallProblem(event)), names: names)
    guard case .plan(let plan, let figures) = planner.solve(SolverOptions(limits: Limits(iterations: 2_000)))
    else {
      Issue.record("There is a plan.")
      return
    }
    #expect(Verification(of: event, names: names).violations(of: plan, figures: figures) == [])
  }

  /// Weights of every kind: some nothing, some out of proportion.
  private func weigh(_ settings: inout Settings, seed: Int) {
    var random = SeededGenerator(seed: seed)
    for term in [Term.hallPart, .hallRun, .hallLone, .hallHole, .hallPrecedence] {
      settings.weights[term] = [0, 1, 30, 200, 10_000].randomElement(using: &random)!
    }
  }

  @Test func `are conflicts only when no row can be dropped`() throws {
    var conflicts = 0
    for seed in 0..<cases(200, full: 600) {
      let event = try Event(RandomHalls.draft(seed: seed))
      guard let problem = HallProblem(event), let conflict = problem.conflict() else { continue }
      conflicts += 1
      for row in conflict.rows {
        let rest = conflict.rows.filter { $0 != row }
        #expect(!problem.cannotHold(rest), "seed \(seed): \(row) can be dropped")
      }
    }
    #expect(conflicts > 5)
  }
}
