import Assembly
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import HallSolver

/// Tries every way to seat the people of a small hall in strict order, and tells how many can sit at most.
private struct MostSeated {
  private let event: Event
  private let problem: HallProblem
  private let people: [Int]
  private let isExempt: Set<Int>
  private(set) var count = 0
  private var seats: [Int: Int] = [:]

  init(_ event: Event, _ problem: HallProblem) {
    self.event = event
    self.problem = problem
    people = problem.groups.flatMap(\.members)
    let pinned = Set(problem.pins.keys)
    let beside = people.filter { person in
      pinned.contains { event.people[$0].beside.contains(person) || event.people[person].beside.contains($0) }
    }
    isExempt = pinned.union(beside)
    search(from: 0)
  }

  private var most: Int { min(people.count, problem.hall.seats.count { !$0.isHeld }) }

  private mutating func search(from index: Int) {
    count = max(count, seats.count)
    guard index < people.count, count < most, seats.count + people.count - index > count else { return }
    let person = people[index]
    for seat in problem.pins[person].map({ [$0] }) ?? Array(problem.hall.seats.indices)
    where suits(person, seat) {
      seats[person] = seat
      search(from: index + 1)
      seats[person] = nil
    }
    if problem.pins[person] == nil { search(from: index + 1) }
  }

  private func suits(_ person: Int, _ seat: Int) -> Bool {
    guard !problem.hall.seats[seat].isHeld,
      problem.pins[person] == seat || !problem.pins.values.contains(seat)
    else { return false }
    return seats.allSatisfy { other, taken in
      guard taken != seat else { return false }
      let (one, two) = (event.people[person], event.people[other])
      let areNeighbours = problem.hall.neighbours(of: seat).contains(taken)
      if one.beside.contains(other) || two.beside.contains(person) {
        guard areNeighbours else { return false }
      }
      if one.apart.contains(other) || two.apart.contains(person) {
        guard !areNeighbours else { return false }
      }
      guard !isExempt.contains(person), !isExempt.contains(other) else { return true }
      let difference = problem.depths[seat] - problem.depths[taken]
      let (group, another) = (problem.groupOfPerson[person]!, problem.groupOfPerson[other]!)
      return group == another || (group < another ? difference <= 1 : difference >= -1)
    }
  }
}

@Suite struct `Strict order in small halls` {
  @Test func `leaves nobody standing whom any strict seating takes`() throws {
    var random = SeededGenerator(seed: 14)
    var (crowded, bound) = (0, 0)
    for trial in 0..<cases(60, full: 3_000) {
      let draft = draft(trial, using: &random)
      guard let event = try? Event(draft), let problem = HallProblem(event) else { continue }
      guard
        case .plan(let plan, let figures) = HallPlanner(problem, names: PlainOrder()).solve(SolverOptions())
      else { continue }
      let most = MostSeated(event, problem).count
      let wishes = draft.people.map {
        "\($0.id) \($0.groupName!) \($0.besideNames) \($0.apartNames) \($0.seat.map { "\($0)" } ?? "")"
      }
      let name: Comment =
        "trial \(trial): \(draft.settings.hallMethod) \(draft.hall!.map { ($0.section, $0.row, $0.last) }) \(wishes)"
      #expect(plan.assignments.count == most, name)
      let violations = Verification(of: event, names: PlainOrder()).violations(of: plan, figures: figures)
      #expect(violations.isEmpty, name)
      if most < problem.dueCount { crowded += 1 }
      if event.people.contains(where: { !$0.beside.isEmpty }) { bound += 1 }
    }
    #expect(crowded > 5 && bound > 5)
  }

  @Test
  func `is bounded over stretches below the best plan, whatever pins and weights, and found without pins`()
    throws
  {
    var random = SeededGenerator(seed: 15)
    var tried = 0
    for trial in 0..<cases(60, full: 3_000) {
      let rows = (0..<Int.random(in: 2...4, using: &random)).map { _ in Int.random(in: 1...3, using: &random)
      }
      let lines = HallExamples.lines([("S0", rows.dropLast().map { $0 }), ("S1", [rows[rows.count - 1], 1])])
      let seats = lines.flatMap { line in (1...line.last).map { (line.section, line.row, $0) } }
      guard 4...9 ~= seats.count else { continue }
      let people = seats.count - Int.random(in: 0...1, using: &random)
      let first = Int.random(in: 1...people - 2, using: &random)
      let second = Int.random(in: 1...people - first - 1, using: &random)
      var draft = HallExamples.draft(
        groups: [first, second, people - first - second], hall: lines, method: HallMethod.allCases[trial % 3],
        order: .strict)
      for (person, seat) in zip(
        draft.people.indices.shuffled(using: &random).prefix(trial / 3 % 3), seats.shuffled(using: &random))
      {
        draft.people[person].seat = .hall(section: seat.0, row: seat.1, seat: .number(seat.2))
      }
      draft.settings.weights[.hallPart] = Int.random(in: 0...2_000, using: &random)
      draft.settings.weights[.hallPrecedence] = Int.random(in: 0...500, using: &random)
      let problem = try #require(HallProblem(try Event(draft)))
      let best = HallBruteForce(problem).least
      guard best < Int.max else { continue }
      tried += 1
      let stretches = try #require(
        StretchBound(problem, leastParts: { LeastParts(problem, nil) }, interruption: nil))
      #expect(stretches.value <= Double(best) + 1e-6, "trial \(trial)")
      // As if a bad plan were known at first, and then a good one.
      if trial % 2 == 0 { stretches.raise(to: Double(2 * best + 5_000), nil) }
      #expect(stretches.value <= Double(best) + 1e-6, "trial \(trial)")
      stretches.raise(to: Double(best + Int.random(in: 1...3_000, using: &random)), nil)
      #expect(stretches.value <= Double(best) + 1e-6, "trial \(trial)")
      guard case .plan(_, let figures) = HallPlanner(problem, names: PlainOrder()).solve(SolverOptions())
      else { continue }
      #expect(figures.bound <= best && figures.objective >= best, "trial \(trial)")
      // Around pins it begins with a seating in which pinned people count for the order as well.
      if problem.pins.isEmpty { #expect(figures.objective == best, "trial \(trial)") }
    }
    #expect(tried > 10)
  }

  /// Six seats at most in one section or two, and as many people or one more, some of whom wish for a seat or a neighbour.
  private func draft(_ trial: Int, using random: inout SeededGenerator) -> EventDraft {
    var rows = (0..<Int.random(in: 1...2, using: &random)).map { _ in
      (0..<Int.random(in: 1...3, using: &random)).map { _ in Int.random(in: 1...3, using: &random) }
    }
    while rows.flatMap({ $0 }).reduce(0, +) > 6 { rows[rows[0].count > 1 ? 0 : 1].removeLast() }
    let sections = rows.enumerated().map { (name: "S\($0)", rows: $1) }.filter { !$0.rows.isEmpty }
    let lines = HallExamples.lines(sections)
    let people = rows.flatMap { $0 }.reduce(0, +) + Int.random(in: -1...1, using: &random)
    let first = Int.random(in: 0...max(0, people), using: &random)
    let second = Int.random(in: 0...max(0, people - first), using: &random)
    var draft = HallExamples.draft(
      groups: [first, second, people - first - second].map { max(0, $0) }, hall: lines,
      method: HallMethod.allCases[trial % 3], order: .strict)
    let ids = draft.people.map(\.id)
    guard ids.count > 1 else { return draft }
    if Bool.random(using: &random) {
      draft.people[Int.random(in: 1..<ids.count, using: &random)].besideNames = [ids[0]]
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      draft.people[ids.count - 1].apartNames = [ids[Int.random(in: 0..<ids.count - 1, using: &random)]]
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      let line = lines.randomElement(using: &random)!
      draft.people[Int.random(in: 0..<ids.count, using: &random)].seat = .hall(
        section: line.section, row: line.row, seat: .number(1))
    }
    return draft
  }
}
