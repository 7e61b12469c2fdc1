import Assembly
import Localization
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import RoomsSolver

/// Tries every way to lodge a few people that the verifier allows.
///
/// The verifier is asked about each one and each two of them first, so that it need not be asked about every plan.
struct RoomBruteForce {
  private let verification: Verification
  private let evaluation: RoomEvaluation
  private let people: [Int]
  /// Rooms, the last of which is no room.
  private let choices: Int
  /// Whether two people may have two rooms, or one person twice the same one.
  private var agree: [Bool] = []
  private var rooms: [Int] = []
  /// The least objective of all plans, by how many people with a room by name have no bed.
  private var leasts: [Int]
  private var leastsInOrder: [Int] = []
  private let earlier: EarlierPlaces<Int>?
  /// The fewest moves of all plans, by how many people with a room by name have no bed, then by how many people have one.
  private var moves: [[Int: Int]] = []

  /// - Parameter earlier: where people slept, where plans are to move few.
  init(_ event: Event, from earlier: EarlierPlaces<Int>? = nil) {
    self.earlier = earlier
    var plan = EarlierPlan()
    plan.rooms = earlier
    verification = Verification(of: event, names: PlainOrder(), earlier: earlier == nil ? nil : plan)
    evaluation = RoomEvaluation(event)!
    people = event.people.indices.filter { event.people[$0].stay != nil }
    choices = event.roomStock!.rooms.count + 1
    leasts = Array(repeating: .max, count: people.count + 1)
    leastsInOrder = leasts
    moves = Array(repeating: [:], count: people.count + 1)
    for first in people.indices {
      for room in 0..<choices {
        for second in people.indices {
          for other in 0..<choices {
            let isAsked = first < second || first == second && room == other
            agree.append(isAsked && isAllowed([(first, room), (second, other)]))
          }
        }
      }
    }
    search()
  }

  /// The least objective of all plans.
  var least: Int { leasts.min()! }

  /// The least objective of the plans that keep as many rooms given by name as can be kept.
  var leastKeepingRooms: Int { leasts.first { $0 < .max } ?? .max }

  /// The fewest moves of any plan that keeps as many rooms given by name as can be kept, and in which as many people have a
  /// bed.
  func fewestMoves(of people: Int) -> Int? {
    moves.first { !$0.isEmpty }?.filter { $0.key >= people }.values.min()
  }

  /// The least objective of those plans in which of people alike the lowest stay out, as long as nobody keeps an old room.
  var leastInOrder: Int { leastsInOrder.first { $0 < .max } ?? .max }

  private mutating func search() {
    guard rooms.count < people.count else { return judge() }
    for room in 0..<choices {
      let place = rooms.count
      rooms.append(room)
      if rooms.enumerated().allSatisfy({ agree[index($0, $1, place, room)] }) { search() }
      rooms.removeLast()
    }
  }

  private mutating func judge() {
    let lodged = Array(rooms.enumerated())
    let assignments = assignments(lodged)
    let moved = assignments.filter { earlier?.hasMoved($0.person, to: $0.room) ?? false }.map(\.person)
    let event = verification.event
    let objective =
      evaluation.terms(of: assignments).values.reduce(0, +)
      + moved.reduce(0) { $0 + (event.people[$1].rank == nil ? 1 : 5) } * event.settings.weights[.roomsMoved]
    let lost = lodged.count { place, room in
      room == choices - 1 && verification.event.people[people[place]].roomWish?.room != nil
    }
    let isFewer = earlier != nil && moved.count < moves[lost][assignments.count] ?? .max
    guard objective < leasts[lost] || isFewer || earlier != nil && objective < leastsInOrder[lost],
      isAllowed(lodged)
    else { return }
    leasts[lost] = min(leasts[lost], objective)
    if earlier != nil, objective < leastsInOrder[lost], isAllowed(lodged, inOrder: true) {
      leastsInOrder[lost] = objective
    }
    moves[lost][assignments.count] = min(moves[lost][assignments.count] ?? .max, moved.count)
  }

  private func index(_ first: Int, _ room: Int, _ second: Int, _ other: Int) -> Int {
    ((first * choices + room) * people.count + second) * choices + other
  }

  private func assignments(_ lodged: [(Int, Int)]) -> [RoomAssignment] {
    lodged.filter { $1 < choices - 1 }.map { RoomAssignment(person: people[$0], room: $1) }
  }

  /// Whether the verifier has nothing against some people in some rooms, the others without a bed.
  private func isAllowed(_ lodged: [(Int, Int)], inOrder: Bool = false) -> Bool {
    var assignments = assignments(lodged)
    if assignments.count == 2, assignments[0] == assignments[1] { assignments.removeLast() }
    let withBed = Set(assignments.map(\.person))
    let plan = RoomPlan(
      assignments: assignments,
      unplaced: people.filter { !withBed.contains($0) }.map {
        Unplaced(person: $0, module: .rooms, reason: .told("full"))
      })
    return verification.violations(of: plan).allSatisfy {
      if case .withoutBedBeforeLower = $0 { !inOrder } else { false }
    }
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
    // In the last one somebody takes the bed of a family of two groups one of whom stays out.
    _ = try compare(Array(7_000..<7_000 + cases(60, full: 1_000)) + [7_178]) { seed in
      var draft = RandomRooms.draft(seed: seed, people: 4, rooms: 1 + seed % 2, wishes: seed % 2 == 0)
      if seed % 3 == 0 { draft.rooms![0].type = .double }
      return draft
    }
  }

  @Test func `of one hotel with several floors never beat the bound`() throws {
    _ = try compare(9_000..<9_000 + cases(40, full: 1_000)) { seed in
      var draft = RandomRooms.draft(seed: seed, people: 4, rooms: 4, wishes: seed % 3 == 0)
      for index in draft.rooms!.indices {
        draft.rooms![index].hotel = "X"
        draft.rooms![index].floor = "\(1 + (index + seed) % 3)"
      }
      if seed % 5 == 0 { (draft.rooms![0].type, draft.rooms![0].beds) = (.triple, 3) }
      if seed % 2 == 0 { RandomRooms.weaken(&draft, seed: seed) }
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
  private func compare(_ seeds: some Sequence<Int>, draft: (Int) -> EventDraft) throws -> Int {
    var proven = 0
    for seed in seeds {
      guard let event = try? Event(draft(seed)) else { continue }
      let problem = try #require(RoomProblem(event))
      guard case .plan(let plan, let figures) = RoomsPlanner(problem).solve() else { continue }
      let bruteForce = RoomBruteForce(event)
      let best = bruteForce.leastKeepingRooms
      #expect(figures.bound <= bruteForce.least, "seed \(seed)")
      let weight = event.settings.weights[.roomsWithout]
      if weight == 1_000_000, problem.parties.allSatisfy({ $0.count == 1 }) {
        #expect(figures.terms[.roomsWithout]! / weight == best / weight, "seed \(seed): somebody is left out")
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
