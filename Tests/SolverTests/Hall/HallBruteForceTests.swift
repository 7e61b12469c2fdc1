import Assembly
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import HallSolver

/// Tries every way to give the seats of a small hall to its groups; pinned people have theirs and do not count for the order.
struct HallBruteForce {
  let problem: HallProblem
  private(set) var least = Int.max
  private var groupOfSeat: [Int]
  private var left: [Int]
  private let groupOfPin: [Int: Int]

  init(_ problem: HallProblem) {
    self.problem = problem
    groupOfSeat = Array(repeating: -1, count: problem.hall.seats.count)
    left = problem.groups.map(\.members.count)
    groupOfPin = problem.pins.reduce(into: [:]) { $0[$1.value] = problem.groupOfPerson[$1.key]! }
    let open = problem.hall.seats.count { !$0.isHeld }
    let empty = max(0, open - problem.dueCount)
    search(seat: 0, empty: empty)
  }

  /// Leaves `empty` seats free; nobody stays out while a seat is.
  private mutating func search(seat: Int, empty: Int) {
    guard seat < groupOfSeat.count else {
      guard keepsOrder else { return }
      least = min(least, problem.terms(groupOfSeat).values.reduce(0, +))
      return
    }
    guard !problem.hall.seats[seat].isHeld else { return search(seat: seat + 1, empty: empty) }
    if empty > 0, groupOfPin[seat] == nil {
      groupOfSeat[seat] = -1
      search(seat: seat + 1, empty: empty - 1)
    }
    for group in left.indices where left[group] > 0 && groupOfPin[seat] ?? group == group {
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
        return first < 0 || second < 0 || first >= second || groupOfPin[one] != nil
          || groupOfPin[other] != nil
          || problem.depths[one] <= problem.depths[other] + 1
      }
    }
  }
}

@Suite struct `Small halls tried in every way` {
  @Test func `never beat the bound, nor the plan when it is proven`() throws {
    var random = SeededGenerator(seed: 7)
    for trial in 0..<cases(90, full: 3_000) {
      let method = HallMethod.allCases[trial % 3]
      let order = HallOrder.allCases[trial / 3 % 3]
      let lines = hall(using: &random)
      let seats = lines.reduce(0) { $0 + $1.last - $1.first + 1 }
      guard seats <= 8 else { continue }
      var draft = HallExamples.draft(
        groups: sizes(seats: seats, using: &random), hall: lines, method: method, order: order)
      if trial % 2 == 1 { weigh(&draft.settings, using: &random) }
      let event = try Event(draft)
      let problem = try #require(HallProblem(event))
      let best = HallBruteForce(problem).least
      let planner = HallPlanner(problem, names: PlainOrder())
      guard case .plan(let plan, let figures) = planner.solve(SolverOptions()) else {
        Issue.record("no wish, no conflict")
        continue
      }
      let name: Comment =
        "trial \(trial): \(lines.map { ($0.row, $0.first, $0.last, $0.x) }), \(method), \(order)"
      #expect(figures.bound <= best, name)
      #expect(figures.objective >= best, name)
      #expect(figures.status != .optimal || figures.objective == best, name)
      // What few seats can hold the search finds, whatever their shape.
      if plan.unplaced.isEmpty { #expect(figures.objective == best, name) }
      #expect(hallTerms(of: plan.assignments, in: event) == figures.terms, name)
    }
  }

  /// One or two sections of up to three rows, now and then with an aisle, a pillar or a held seat in a row.
  private func hall(using random: inout SeededGenerator) -> [HallLine] {
    var lines: [HallLine] = []
    for section in 0..<Int.random(in: 1...2, using: &random) {
      let aisle = Int.random(in: 0..<3, using: &random) == 0
      for row in 1...Int.random(in: 1...3, using: &random) {
        var x = Double(section * 20 - 10) + Double(Int.random(in: 0...1, using: &random)) / 2
        var first = 1
        for _ in 0..<(aisle || Int.random(in: 0..<6, using: &random) == 0 ? 2 : 1) {
          let last = first + Int.random(in: 0...2, using: &random)
          var line = HallLine(
            tableRow: lines.count + 2, section: "S\(section)", row: .number(row), first: first, last: last)
          line.x = x
          if Int.random(in: 0..<10, using: &random) == 0 {
            line.reservation = .seats([.range(first...first)])
          }
          lines.append(line)
          x += Double(last - first + 1 + Int.random(in: 1...2, using: &random))
          first = last + 1
        }
      }
    }
    return lines
  }

  /// Groups for all the seats and one more at most.
  private func sizes(seats: Int, using random: inout SeededGenerator) -> [Int] {
    var sizes: [Int] = []
    while sizes.count < 4, sizes.reduce(0, +) < seats - 1 {
      sizes.append(min(Int.random(in: 1...4, using: &random), seats + 1 - sizes.reduce(0, +)))
    }
    return sizes.isEmpty ? [1] : sizes
  }

  /// Weights of every kind: some nothing, some out of proportion.
  private func weigh(_ settings: inout Settings, using random: inout SeededGenerator) {
    for term in [Term.hallPart, .hallRun, .hallLone, .hallHole, .hallPrecedence] {
      settings.weights[term] = [0, 1, 7, 200, 10_000].randomElement(using: &random)!
    }
    settings.weights[.hallUnseated] = [100, 10_000_000].randomElement(using: &random)!
  }
}
