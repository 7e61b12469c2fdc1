import Assembly
import RostrumSolver
import SeededRandomness
import SolverShared
import Testing

/// Small rostrums, each compared with all of its plans.
@Suite struct RostrumSmallTests {
  @Test(arguments: 0..<10)
  func `Small rostrums have the plan that trying all plans finds, or a conflict without a spare row`(
    batch: Int
  ) throws {
    for seed in batch * 100..<batch * 100 + cases(40, full: 100) {
      // A pin on the centre that equal heads leave empty makes no event.
      guard let event = try? smallEvent(seed: seed) else { continue }
      let bruteForce = RostrumBruteForce(event)
      switch try seating(event).solve() {
      case .plan(let plan, let figures):
        examine(plan, figures, of: event)
        let best = bruteForce.best()
        #expect(figures.status == .optimal, "seed \(seed)")
        let weight = event.settings.weights[.rostrumDisplacement]
        #expect(figures.objective == best.map { weight * $0.displacement }, "seed \(seed)")
        let placeOfPerson = Dictionary(uniqueKeysWithValues: plan.assignments.map { ($0.person, $0.place) })
        #expect(bruteForce.seated.map { placeOfPerson[$0] } == best?.places, "seed \(seed)")
      case .conflict(let conflict):
        let people = Set(conflict.rows.map { $0.row - 2 })
        #expect(!bruteForce.canHold(wishesOf: people), "seed \(seed)")
        for person in people {
          #expect(bruteForce.canHold(wishesOf: people.subtracting([person])), "seed \(seed)")
        }
      }
    }
  }
}
