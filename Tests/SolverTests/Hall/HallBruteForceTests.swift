import Assembly
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import HallSolver

/// Tries every way to give the seats of a small hall to its groups.
struct HallBruteForce {
  let problem: HallProblem
  private(set) var least = Int.max
  private var groupOfSeat: [Int]
  private var left: [Int]

  init(_ problem: HallProblem) {
    self.problem = problem
    groupOfSeat = Array(repeating: -1, count: problem.hall.seats.count)
    left = problem.groups.map(\.members.count)
    let empty = max(0, problem.hall.seats.count - problem.dueCount)
    search(seat: 0, empty: empty)
  }

  /// Leaves `empty` seats free; nobody stays out while a seat is.
  private mutating func search(seat: Int, empty: Int) {
    guard seat < groupOfSeat.count else {
      guard keepsOrder else { return }
      least = min(least, problem.terms(groupOfSeat).values.reduce(0, +))
      return
    }
    if empty > 0 {
      groupOfSeat[seat] = -1
      search(seat: seat + 1, empty: empty - 1)
    }
    for group in left.indices where left[group] > 0 {
      groupOfSeat[seat] = group
      left[group] -= 1
      search(seat: seat + 1, empty: empty)
      left[group] += 1
    }
    groupOfSeat[seat] = -1
  }

  private var keepsOrder: Bool {
    guard problem.event.settings.hallOrder == .strict else { return true }
    return groupOfSeat.indices.allSatisfy { one in
      groupOfSeat.indices.allSatisfy { other in
        let (first, second) = (groupOfSeat[one], groupOfSeat[other])
        return first < 0 || second < 0 || first >= second || problem.depths[one] <= problem.depths[other] + 1
      }
    }
  }
}

@Suite struct `Small halls tried in every way` {
  @Test func `never beat the bound, nor the plan when it is proven`() throws {
    var random = SeededGenerator(seed: 7)
    for trial in 0..<cases(150, full: 480) {
      let sections = Int.random(in: 1...2, using: &random)
      let rows = Int.random(in: 1...3, using: &random)
      var seats = 0
      let hall = HallExamples.lines(
        (0..<sections).map { section in
          (
            "S\(section)",
            (0..<rows).map { _ in
              let width = Int.random(in: 1...3, using: &random)
              seats += width
              return width
            }
          )
        })
      guard seats <= 8 else { continue }
      var sizes: [Int] = []
      var people = 0
      while sizes.count < 4, people < seats + 1 {
        sizes.append(Int.random(in: 1...3, using: &random))
        people += sizes[sizes.count - 1]
      }
      let method = HallMethod.allCases[trial % 3]
      let order = HallOrder.allCases[trial / 3 % 3]
      let event = try Event(HallExamples.draft(groups: sizes, hall: hall, method: method, order: order))
      let problem = try #require(HallProblem(event))
      let best = HallBruteForce(problem).least
      guard case .plan(let plan, let figures) = HallPlanner(problem, names: PlainOrder()).solve() else {
        Issue.record("no wish, no conflict")
        continue
      }
      let name: Comment = "sizes \(sizes), hall \(hall.map(\.last)), \(method), \(order)"
      #expect(figures.bound <= best, name)
      #expect(figures.objective >= best, name)
      #expect(figures.status != .optimal || figures.objective == best, name)
      #expect(hallTerms(of: plan.assignments, in: event) == figures.terms, name)
    }
  }
}
