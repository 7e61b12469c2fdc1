import Assembly
import Localization
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import HallSolver

@Suite struct `Plans of random halls` {
  @Test(arguments: [0, 1, 2, 3])
  func `keep every rule and count their figures right`(block: Int) throws {
    for seed in block * 300..<block * 300 + cases(60, full: 300) {
      let event = try Event(RandomHalls.draft(seed: seed))
      guard let problem = HallProblem(event) else { continue }
      let names = event.nameOrdering().order
      guard case .plan(let plan, let figures) = HallPlanner(problem, names: names).solve() else { continue }
      let violations = Verification(of: event, names: names).violations(of: plan, figures: figures)
      #expect(violations.isEmpty, "seed \(seed): \(violations.map { $0.phrase(in: event).english })")
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
