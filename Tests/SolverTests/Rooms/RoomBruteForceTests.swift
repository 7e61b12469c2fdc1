import Assembly
import Localization
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import RoomsSolver

/// Tries every way to lodge a few people that the verifier allows.
struct RoomBruteForce {
  private let verification: Verification
  private let people: [Int]
  private var rooms: [Int?]
  private(set) var least = Int.max

  init(_ event: Event) {
    verification = Verification(of: event, names: PlainOrder())
    people = event.people.indices.filter { event.people[$0].stay != nil }
    rooms = Array(repeating: nil, count: people.count)
    search(0)
  }

  private mutating func search(_ place: Int) {
    let plan = RoomPlan(
      assignments: (0..<place).compactMap { index in
        rooms[index].map { RoomAssignment(person: people[index], room: $0) }
      },
      unplaced: people.indices.filter { $0 >= place || rooms[$0] == nil }.map {
        Unplaced(person: people[$0], module: .rooms, reason: .told("full"))
      })
    let violations = verification.violations(of: plan).filter {
      if case .withoutBedBeforeLower = $0 { false } else { true }
    }
    guard violations.isEmpty else { return }
    guard place < people.count else {
      least = min(least, roomTerms(of: plan.assignments, in: verification.event).values.reduce(0, +))
      return
    }
    for room in 0..<(verification.event.roomStock?.rooms.count ?? 0) {
      rooms[place] = room
      search(place + 1)
    }
    rooms[place] = nil
    search(place + 1)
  }
}

@Suite struct `Small hotels tried in every way` {
  @Test(arguments: [false, true])
  func `never beat the bound, nor the plan when it is proven`(wishes: Bool) throws {
    let proven = try compare(0..<cases(50, full: 160)) { seed in
      RandomRooms.draft(seed: seed, people: 2 + seed % 3, rooms: 1 + seed % 3, wishes: wishes)
    }
    #expect(proven > 5)
  }

  @Test func `of few rooms for many never beat the bound`() throws {
    _ = try compare(7_000..<7_000 + cases(60, full: 1_000)) { seed in
      var draft = RandomRooms.draft(seed: seed, people: 4, rooms: 1 + seed % 2, wishes: seed % 2 == 0)
      if seed % 3 == 0 { draft.rooms![0].type = .double }
      return draft
    }
  }

  @Test func `never beat the bound, whatever the weights`() throws {
    _ = try compare(5_000..<5_000 + cases(50, full: 160)) { seed in
      var draft = RandomRooms.draft(seed: seed, people: 3, rooms: 3, wishes: seed % 3 == 0)
      RandomRooms.weaken(&draft, seed: seed)
      return draft
    }
  }

  /// Compares plans and bounds with the best of all plans.
  ///
  /// - Returns: how many plans were proven.
  private func compare(_ seeds: Range<Int>, draft: (Int) -> EventDraft) throws -> Int {
    var proven = 0
    for seed in seeds {
      guard let event = try? Event(draft(seed)) else { continue }
      let problem = try #require(RoomProblem(event))
      guard case .plan(let plan, let figures) = RoomsPlanner(problem).solve() else { continue }
      let best = RoomBruteForce(event).least
      #expect(figures.bound <= best, "seed \(seed)")
      let weight = event.settings.weights[.without]
      if weight == 1_000_000, problem.parties.allSatisfy({ $0.count == 1 }) {
        #expect(figures.terms[.without]! / weight == best / weight, "seed \(seed): somebody is left out")
      }
      #expect(figures.objective >= best, "seed \(seed)")
      #expect(figures.status != .optimal || figures.objective == best, "seed \(seed)")
      if figures.status == .optimal { proven += 1 }
      let violations = Verification(of: event, names: PlainOrder()).violations(of: plan, figures: figures)
      #expect(violations.isEmpty, "seed \(seed): \(violations.map { $0.phrase(in: event).english })")
    }
    return proven
  }
}
