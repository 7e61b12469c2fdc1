import Assembly
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import HallSolver

/// A row of a section in runs of these lengths, each with the place of its first seat.
private func row(_ row: Int, _ runs: [(x: Double, seats: Int)], section: String = "S") -> [HallLine] {
  var first = 1
  return runs.map { run in
    var line = HallLine(
      tableRow: row * 10 + first, section: section, row: .number(row), first: first,
      last: first + run.seats - 1)
    line.x = run.x
    first += run.seats
    return line
  }
}

private func solved(_ draft: EventDraft) throws -> (plan: HallPlan, figures: Figures, problem: HallProblem) {
  let event = try Event(draft)
  let problem = try #require(HallProblem(event))
  guard case .plan(let plan, let figures) = HallPlanner(problem, names: PlainOrder()).solve(SolverOptions())
  else {
    throw NoPlan()
  }
  #expect(Verification(of: event, names: PlainOrder()).violations(of: plan, figures: figures).isEmpty)
  return (plan, figures, problem)
}

private struct NoPlan: Error {}

@Suite struct `Halls of other shapes` {
  @Test func `in wings: groups lie inside one, where they fit`() throws {
    let lines = (1...4).flatMap { row($0, [(0, 3), (5, 6), (13, 2)]) }
    let (_, figures, _) = try solved(HallExamples.draft(groups: [10, 11, 9, 7], hall: lines))
    #expect(figures.objective <= 42_575)
    #expect(figures.terms[.hallPart] == 40_000)
    #expect(figures.gap < 0.02)
  }

  @Test func `with pillars in every second row are proven: whoever sits beside a pillar sits alone`() throws {
    let lines = (1...4).flatMap { $0 % 2 == 1 ? row($0, [(0, 5)]) : row($0, [(0, 1), (2, 1), (4, 1)]) }
    let (_, figures, problem) = try solved(HallExamples.draft(groups: [8, 7], hall: lines))
    // One part each; rows 2 and 4 have five people at least, each a run and a lone seat.
    #expect(figures.terms[.hallLone] == 5 * 300)
    #expect(figures.status == .optimal)
    let stretches = try #require(StretchBound(problem, interruption: nil))
    #expect(stretches.value > 22_400)
  }

  @Test func `are bounded over stretches below the plan, whatever pins and weights`() throws {
    var random = SeededGenerator(seed: 71)
    for trial in 0..<cases(30, full: 600) {
      let method = HallMethod.allCases[trial % 3]
      let lines = (1...Int.random(in: 2...5, using: &random)).flatMap { number in
        row(number, [(0, Int.random(in: 1...3, using: &random)), (4, Int.random(in: 1...4, using: &random))])
      }
      let seats = lines.flatMap { line in (line.first...line.last).map { (line.row, $0) } }
      let first = Int.random(in: 1...seats.count - 2, using: &random)
      let second = Int.random(in: 1...seats.count - first, using: &random)
      var draft = HallExamples.draft(groups: [first, second], hall: lines, method: method)
      for (person, seat) in zip(
        draft.people.indices.shuffled(using: &random).prefix(trial % 4), seats.shuffled(using: &random))
      {
        draft.people[person].seat = .hall(section: "S", row: seat.0, seat: .number(seat.1))
      }
      draft.settings.weights[.hallLone] = Int.random(in: 0...2_000, using: &random)
      draft.settings.weights[.hallPart] = Int.random(in: 0...2_000, using: &random)
      let (_, figures, problem) = try solved(draft)
      let stretches = try #require(StretchBound(problem, interruption: nil))
      #expect(stretches.value <= Double(figures.objective) + 1e-6, "trial \(trial)")
      // Whatever no plan below some more has is left out, but not this plan.
      stretches.raise(to: Double(figures.objective + Int.random(in: 1...3_000, using: &random)), nil)
      #expect(stretches.value <= Double(figures.objective) + 1e-6, "trial \(trial)")
    }
  }

  @Test func `full to the last seat: a dive has a column for each group, which laying keeps`() throws {
    var found = 0
    for seed in 0..<cases(4, full: 60) {
      let problem = try #require(HallProblem(try Event(chamber(seed: seed))))
      let stretches = try #require(StretchBound(problem, interruption: nil))
      stretches.raise(to: 1.02 * stretches.value, nil)
      let dives = (0..<20).lazy.compactMap { stretches.dive(below: 1.2 * stretches.value, attempt: $0, nil) }
      guard let columns = dives.first else { continue }
      found += 1
      let people = columns.sorted { $0.group < $1.group }.map { $0.shares.reduce(0) { $0 + $1.people } }
      #expect(people == problem.groups.map(\.members.count), "seed \(seed)")
      let laid = StretchLaying(columns, over: stretches.stretches, problem)
        .seating(of: problem.hall.seats.count)
      for column in columns {
        for share in column.shares {
          let seats = stretches.stretches[share.stretch].places.count { laid[$0] == column.group }
          #expect(seats == share.people, "seed \(seed)")
        }
      }
    }
    #expect(found > 0)
  }

  @Test func `cost after a change what was said, and no less than was said first`() throws {
    for seed in 0..<cases(3, full: 60) {
      let problem = try #require(HallProblem(try Event(chamber(seed: seed))))
      var random = SeededGenerator(seed: seed)
      let exempt: Set<Int>? = seed == 0 ? nil : [0, 5]
      var seating = Seating(problem, Array(repeating: -1, count: problem.hall.seats.count), exempt: exempt)
      for _ in 0..<200 {
        let before = seating.cost
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let seat = Int.random(in: problem.hall.seats.indices, using: &random)
          let group = Int.random(in: 0...seating.nobody, using: &random)
          guard group == seating.nobody || seating.count[group] < problem.groups[group].members.count else {
            continue
          }
          seating.give(seat, to: group)
        }
        let least = seating.leastGrowth()
        let growth = seating.settle().cost
        #expect(least <= growth, "seed \(seed)")
        #expect(seating.cost == before + growth, "seed \(seed)")
        #expect(seating.cost == Seating(problem, seating.groupOfSeat, exempt: exempt).cost, "seed \(seed)")
        if Bool.random(using: &random) {
          seating.keep()
        } else {
          seating.takeBack()
          #expect(seating.cost == before, "seed \(seed)")
        }
      }
    }
  }

  @Test func `tell of one seat more what settling it tells`() throws {
    for seed in 0..<cases(15, full: 300) {
      guard let problem = HallProblem(try Event(RandomHalls.draft(seed: seed))) else { continue }
      var random = SeededGenerator(seed: seed)
      var seating = seated(problem, using: &random)
      func hasRoom(_ group: Int) -> Bool { seating.count[group] < problem.groups[group].members.count }
      for group in 0..<seating.nobody where hasRoom(group) {
        var told: [Int: (cost: Int, offCentre: Int)] = [:]
        seating.forEachGrowth(of: group, at: Array(problem.hall.seats.indices)) { told[$0] = ($1, $2) }
        #expect(told.count == seating.count[seating.nobody], "seed \(seed)")
        for (seat, growth) in told {
          seating.give(seat, to: group)
          let settled = seating.settle()
          seating.takeBack()
          #expect(growth == settled, "seed \(seed), group \(group), seat \(seat)")
        }
      }
    }
  }

  @Test func `grow a group by the seat that costs least of all that it may have`() throws {
    for seed in 0..<cases(15, full: 300) {
      guard let problem = HallProblem(try Event(RandomHalls.draft(seed: seed))) else { continue }
      var random = SeededGenerator(seed: seed)
      var seating = seated(problem, using: &random)
      let group = Int.random(in: 0..<seating.nobody, using: &random)
      let free = Array(seating.seats(of: seating.nobody)).filter { _ in
        Int.random(in: 0..<5, using: &random) > 0
      }
      let vacated = Set(free.filter { _ in Bool.random(using: &random) })
      var growth = GroupGrowth(of: group, on: free, vacated: vacated, in: &seating)
      while seating.count[group] < problem.groups[group].members.count {
        let allowed = Set(free.filter { _ in Int.random(in: 0..<5, using: &random) > 0 })
        var costs: [(Int, Int, Int, seat: Int)] = []
        seating.forEachGrowth(of: group, at: allowed.sorted()) { seat, cost, offCentre in
          costs.append((cost, vacated.contains(seat) ? 0 : 1, offCentre, seat))
        }
        let cheapest = growth.cheapest(in: &seating, isAllowed: allowed.contains)
        #expect(cheapest == costs.min(by: <)?.seat, "seed \(seed)")
        guard let seat = cheapest else { break }
        seating.give(seat, to: group)
        _ = seating.settle()
        seating.keep()
        growth.take(seat, in: seating)
      }
    }
  }

  /// A seating in which some people of each group have any seats.
  private func seated(_ problem: HallProblem, using random: inout SeededGenerator) -> Seating {
    var seating = Seating(problem, Array(repeating: -1, count: problem.hall.seats.count))
    for seat in problem.hall.seats.indices where Bool.random(using: &random) {
      let group = Int.random(in: 0..<seating.nobody, using: &random)
      if seating.count[group] < problem.groups[group].members.count { seating.give(seat, to: group) }
    }
    _ = seating.settle()
    seating.keep()
    return seating
  }

  @Test func `a few people in a row of three runs sit in the middle one`() throws {
    for method in [HallMethod.horizontal, .vertical, .outward] {
      var draft = HallExamples.draft(
        groups: [3], hall: row(1, [(-10, 4), (-3.5, 8), (7, 4)]), method: method)
      draft.settings.hallOrder = .free
      let (plan, _, problem) = try solved(draft)
      #expect(plan.assignments.allSatisfy { abs(problem.hall.seats[$0.seat].x) < 4 }, "\(method)")
    }
  }

  @Test func `outward is vertical where the whole hall lies on one side of the centre`() throws {
    let lines = (1...5).flatMap { row($0, [(1, 6), (9, 5)]) }
    var figures: [Figures] = []
    for method in [HallMethod.vertical, .outward] {
      figures.append(
        try solved(HallExamples.draft(groups: [9, 7, 6, 11, 8, 5], hall: lines, method: method)).figures)
    }
    #expect(figures[0].terms == figures[1].terms)
    #expect(figures[0].bound == figures[1].bound)
  }

  @Test func `files are filled from the front, so that no seat before somebody is empty`() throws {
    let lines = (1...6).flatMap { row($0, [(1, 5)]) }
    for method in [HallMethod.vertical, .outward] {
      let (_, figures, _) = try solved(HallExamples.draft(groups: [5, 4, 7, 6], hall: lines, method: method))
      #expect(figures.terms[.hallHole] == 0, "\(method)")
    }
  }

  @Test func `a group larger than any section lies in as few parts as sections allow`() throws {
    let lines = (1...4).flatMap { row($0, [(0, 6)], section: "A") + row($0, [(10, 6)], section: "B") }
    let (_, figures, _) = try solved(HallExamples.draft(groups: [30, 1, 1, 9], hall: lines))
    #expect(figures.terms[.hallPart] == 50_000)
    #expect(figures.gap < 0.02)
  }

  @Test func `have as many parts at least as groups that are shared out over rows without links must have`()
    throws
  {
    var random = SeededGenerator(seed: 3)
    for trial in 0..<cases(40, full: 2_000) {
      let room = (0..<Int.random(in: 1...4, using: &random)).map { _ in Int.random(in: 1...7, using: &random)
      }
      var sizes: [Int] = []
      while sizes.reduce(0, +) < room.reduce(0, +) { sizes.append(Int.random(in: 2...5, using: &random)) }
      sizes.removeLast()
      guard !sizes.isEmpty else { continue }
      let least = try leastParts(sizes, in: room)
      #expect(least.count == fewestPairs(sizes[...], room), "trial \(trial): \(sizes) \(room)")
    }
  }

  @Test
  func `have as many parts at least as groups that are alike must have, each of which is cut by itself`()
    throws
  {
    // Two of them take 3 + 2 seats each; the third is left 3 + 1 + 1.
    #expect(try leastParts([5, 5, 5], in: [3, 3, 3, 3, 3]).count == 7)
    var random = SeededGenerator(seed: 5)
    for trial in 0..<cases(8, full: 1_000) {
      let room = (0..<Int.random(in: 3...5, using: &random)).map { _ in Int.random(in: 2...5, using: &random)
      }
      let size = Int.random(in: 4...6, using: &random)
      let sizes = Array(repeating: size, count: room.reduce(0, +) / size).prefix(3)
      guard !sizes.isEmpty else { continue }
      let (fewest, least) = (fewestPairs(sizes, room), try leastParts(Array(sizes), in: room))
      #expect(least.count == fewest, "trial \(trial): \(sizes) \(room)")
      if let packing = least.packing {
        #expect(packing.reduce(0) { $0 + $1.count } == fewest, "trial \(trial): \(sizes) \(room)")
      }
    }
  }

  private func leastParts(_ sizes: [Int], in room: [Int]) throws -> LeastParts {
    let draft = HallExamples.draft(
      groups: sizes, hall: HallExamples.lines(room.enumerated().map { ("S\($0)", [$1]) }))
    return LeastParts(try #require(HallProblem(try Event(draft))), nil)
  }

  /// How many pairs of a group and a room it uses there are at least, of all ways to share the groups out.
  private func fewestPairs(_ sizes: ArraySlice<Int>, _ room: [Int]) -> Int {
    guard let size = sizes.first else { return 0 }
    func share(_ left: Int, from index: Int, _ room: [Int]) -> Int {
      guard left > 0 else { return fewestPairs(sizes.dropFirst(), room) }
      guard index < room.count else { return 1_000 }
      return (0...min(left, room[index])).map { people in
        var rest = room
        rest[index] -= people
        return (people > 0 ? 1 : 0) + share(left - people, from: index + 1, rest)
      }.min()!
    }
    return share(size, from: 0, room)
  }

  @Test func `pins too far from each other are a part more in the bound as well`() throws {
    var draft = HallExamples.draft(groups: [4, 9, 8], hall: (1...3).flatMap { row($0, [(0, 8)]) })
    draft.change("g1m1") { $0.seat = .hall(section: "S", row: 1, seat: 1) }
    draft.change("g1m2") { $0.seat = .hall(section: "S", row: 1, seat: 8) }
    let (_, figures, _) = try solved(draft)
    #expect(figures.terms[.hallPart] == 40_000)
    #expect(figures.bound >= 40_000)
  }

  @Test func `tight chambers are within two per cent of their bound`() throws {
    for seed in 0..<cases(2, full: 40) {
      let (_, figures, _) = try solved(chamber(seed: seed))
      #expect(figures.gap < 0.02, "seed \(seed): \(figures.objective), \(figures.bound)")
    }
  }

  /// Rows of unequal length, all but full, with held seats.
  private func chamber(seed: Int) -> EventDraft {
    var random = SeededGenerator(seed: seed)
    var lines: [HallLine] = []
    var seats = 0
    for number in 1...Int.random(in: 4...6, using: &random) {
      let width = 8 + Int.random(in: 0...4, using: &random)
      var line = row(number, [(-Double(width) / 2, width)])[0]
      if Bool.random(using: &random) {
        line.reservation = .seats([.range(3...3)])
        seats -= 1
      }
      lines.append(line)
      seats += width
    }
    var sizes: [Int] = []
    while seats - sizes.reduce(0, +) > 8 { sizes.append(Int.random(in: 2...8, using: &random)) }
    return HallExamples.draft(groups: sizes, hall: lines)
  }
}

extension Seating {
  fileprivate var groupOfSeat: [Int] { holder.map { $0 == nobody ? -1 : $0 } }
}
