import Assembly
import IntegerProgramming
import SeededRandomness
import SolverShared
import Testing

@testable import HallSolver

/// The textbook model of a hall whose parts cost nothing: seats by group, starts of runs, lone seats.
private struct TextbookModel {
  private(set) var model = Model(name: "textbook")

  init(_ problem: HallProblem) {
    let method = problem.event.settings.hallMethod
    var before: [Int: Int] = [:]
    for line in problem.hall.lines(for: method).values {
      for (left, right) in zip(line, line.dropFirst()) where problem.hall.areNeighbours(left, right, method) {
        before[right] = left
      }
    }
    let behind = Dictionary(uniqueKeysWithValues: before.map { ($1, $0) })
    let seats = problem.hall.seats.indices
    var ofSeat = [[LinearTerm]](repeating: [], count: seats.count)
    for group in problem.groups {
      let holds = seats.map { seat in
        model.addBinary(
          "holds", objective: Double(group.priority * problem.depths[seat] * problem.costs.precedence))
      }
      for seat in seats {
        ofSeat[seat].append(1 * holds[seat])
        let left = before[seat].map { -1 * holds[$0] }
        let right = behind[seat].map { -1 * holds[$0] }
        let start = model.addVariable("start", objective: Double(problem.costs.run))
        model.addConstraint("run", [1 * start, -1 * holds[seat]] + opposite(left), .atLeast(0))
        guard group.members.count > 1 else { continue }
        let lone = model.addVariable("lone", objective: Double(problem.costs.lone))
        model.addConstraint(
          "lone", [1 * lone, -1 * holds[seat]] + opposite(left) + opposite(right), .atLeast(0))
      }
      model.addConstraint("size", holds.map { 1 * $0 }, .equal(Double(group.members.count)))
    }
    for terms in ofSeat { model.addConstraint("seat", terms, .atMost(1)) }
  }

  private func opposite(_ term: LinearTerm?) -> [LinearTerm] {
    term.map { [-$0.coefficient * $0.variable] } ?? []
  }
}

/// What the solver reports; nothing for a conflict.
private func reported(of problem: HallProblem) -> Figures? {
  guard case .plan(_, let figures) = HallPlanner(problem, names: PlainOrder()).solve() else { return nil }
  return figures
}

@Suite struct `Small halls beside the textbook model` {
  @Test(arguments: HallMethod.allCases)
  func `have its optimum between bound and plan, and meet it when proven`(method: HallMethod) throws {
    var random = SeededGenerator(seed: 11)
    var proven = 0
    for _ in 0..<cases(12, full: 25) {
      let hall = HallExamples.lines([
        ("A", (0..<Int.random(in: 1...3, using: &random)).map { _ in Int.random(in: 2...4, using: &random) }),
        ("B", [Int.random(in: 2...4, using: &random)]),
      ])
      let seats = hall.reduce(0) { $0 + $1.last }
      var sizes: [Int] = []
      while sizes.reduce(0, +) < seats - 3 {
        sizes.append(min(Int.random(in: 1...4, using: &random), seats - sizes.reduce(0, +)))
      }
      var draft = HallExamples.draft(groups: sizes, hall: hall, method: method)
      draft.settings.weights[.hallPart] = 0
      let problem = try #require(HallProblem(try Event(draft)))
      let textbook = TextbookModel(problem).model.solve()
      try #require(textbook.termination.isOptimal)
      let best = Int(try #require(textbook.objective).rounded())
      let figures = try #require(reported(of: problem))
      let name: Comment = "sizes \(sizes), hall \(hall.map(\.last))"
      #expect(figures.bound <= best && best <= figures.objective, name)
      #expect(figures.status != .optimal || figures.objective == best, name)
      if figures.status == .optimal { proven += 1 }
    }
    #expect(proven > 0)
  }
}

@Suite struct `Proven plans` {
  /// The objective of a plan that is proven best; nothing when it is not proven.
  private func proven(_ draft: EventDraft) throws -> Int? {
    let problem = try #require(HallProblem(try Event(draft)))
    let figures = try #require(reported(of: problem))
    return figures.status == .optimal ? figures.objective : nil
  }

  private func hall(using random: inout SeededGenerator) -> [HallLine] {
    HallExamples.lines([
      ("A", (0..<3).map { _ in Int.random(in: 2...6, using: &random) }),
      ("B", (0..<3).map { _ in Int.random(in: 2...6, using: &random) }),
    ])
  }

  private func sizes(upTo seats: Int, using random: inout SeededGenerator) -> [Int] {
    var sizes: [Int] = []
    while sizes.reduce(0, +) < seats * 4 / 5 {
      sizes.append(min(Int.random(in: 1...6, using: &random), seats - sizes.reduce(0, +)))
    }
    return sizes
  }

  @Test func `cost no more under a looser order`() throws {
    var random = SeededGenerator(seed: 5)
    var compared = 0
    for trial in 0..<cases(18, full: 60) {
      let hall = hall(using: &random)
      let sizes = sizes(upTo: hall.reduce(0) { $0 + $1.last }, using: &random)
      let objectives = try [HallOrder.free, .near, .strict].map {
        try proven(
          HallExamples.draft(groups: sizes, hall: hall, method: HallMethod.allCases[trial % 3], order: $0))
      }
      for (looser, tighter) in zip(objectives, objectives.dropFirst()) {
        guard let looser, let tighter else { continue }
        #expect(looser <= tighter, "sizes \(sizes), hall \(hall.map(\.last))")
        compared += 1
      }
    }
    #expect(compared > 3)
  }

  @Test func `cost no more when a run gets another seat in a row and a column that exist`() throws {
    var random = SeededGenerator(seed: 6)
    var compared = 0
    for trial in 0..<cases(18, full: 60) {
      // Runs of equal x begin at the same column; the longest one has every column.
      var hall = hall(using: &random)
      for index in hall.indices { hall[index].x = hall[index].section == "A" ? 0 : 10 }
      let longest = Dictionary(grouping: hall, by: \.section).mapValues { $0.map(\.last).max()! }
      guard let short = hall.firstIndex(where: { $0.last < longest[$0.section]! }) else { continue }
      let sizes = sizes(upTo: hall.reduce(0) { $0 + $1.last }, using: &random)
      let method = HallMethod.allCases[trial % 3]
      let before = try proven(HallExamples.draft(groups: sizes, hall: hall, method: method))
      hall[short].last += 1
      let after = try proven(HallExamples.draft(groups: sizes, hall: hall, method: method))
      guard let before, let after else { continue }
      #expect(after <= before, "sizes \(sizes), hall \(hall.map(\.last)), \(method)")
      compared += 1
    }
    #expect(compared > 3)
  }
}
