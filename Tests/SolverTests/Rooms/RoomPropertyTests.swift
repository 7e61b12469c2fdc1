import Assembly
import Localization
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import RoomsSolver

@Suite struct `Plans of random hotels` {
  @Test func `are conflicts only when no row can be dropped`() throws {
    var conflicts = 0
    for seed in 2_000..<2_000 + cases(100, full: 300) {
      let draft = RandomRooms.draft(seed: seed, people: 6, rooms: 4, wishes: true)
      guard let event = try? Event(draft), let problem = RoomProblem(event),
        let conflict = problem.conflict()
      else { continue }
      conflicts += 1
      for row in conflict.rows {
        let rest = Set(conflict.rows).subtracting([row])
        #expect(
          !RoomProblem(event, problem.roomStock, keeping: rest.contains).cannotHold,
          "seed \(seed): \(row) can be dropped")
      }
    }
    #expect(conflicts > 5)
  }

  @Test func `cost no more with one more room, where they are proven`() throws {
    var compared = 0
    for seed in 3_000..<3_000 + cases(50, full: 150) {
      let draft = RandomRooms.draft(seed: seed, people: 2, rooms: 3, wishes: false)
      var smaller = draft
      smaller.rooms!.removeLast()
      let (more, fewer) = (try figures(draft), try figures(smaller))
      #expect(more.bound <= fewer.objective, "seed \(seed)")
      guard more.status == .optimal, fewer.status == .optimal else { continue }
      compared += 1
      #expect(more.objective <= fewer.objective, "seed \(seed)")
    }
    #expect(compared > 1)
  }

  private func figures(_ draft: EventDraft) throws -> Figures {
    let problem = try #require(RoomProblem(try Event(draft)))
    guard case .plan(_, let figures) = RoomsPlanner(problem).solve() else { throw NoPlan() }
    return figures
  }

  private struct NoPlan: Error {}
}
