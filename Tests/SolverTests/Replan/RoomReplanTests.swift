import Assembly
import Localization
import SeededRandomness
import SolverShared
import Testing
import Verification

@testable import RoomsSolver

/// Late changes of the hotels; each begins from the plan of the tables before.
@Suite struct RoomReplanTests {
  private struct Result {
    let event: Event
    let earlier: EarlierPlaces<Int>
    let plan: RoomPlan
    let figures: Figures

    /// Who sleeps elsewhere now, by name.
    var moved: [String] {
      plan.assignments.filter { earlier.hasMoved($0.person, to: $0.room) }.map {
        event.people[$0.person].name
      }
    }
  }

  /// Plans a draft, changes it, and replans; the verifier must agree. Nothing where rows conflict.
  private func replan(_ draft: EventDraft, _ change: (inout EventDraft) -> Void) throws -> Result? {
    let event = try Event(draft)
    guard
      case .plan(let first, _)? = RoomsPlanner(event, beside: PlanningContext(names: PlainOrder()))?.solve()
    else { return nil }
    var changed = draft
    change(&changed)
    let now = try Event(changed)
    var earlier = EarlierPlan()
    earlier.rooms = first.earlier(since: TableChange(from: event, to: now))
    let planner = try #require(RoomsPlanner(now, beside: PlanningContext(names: PlainOrder())))
    guard case .plan(let plan, let figures) = planner.solve(SolverOptions(), from: earlier) else {
      return nil
    }
    let verification = Verification(of: now, names: PlainOrder(), earlier: earlier)
    let violations = verification.violations(of: plan, figures: figures)
    #expect(violations == [], "\(violations.map { $0.phrase(in: now).english })")
    return Result(event: now, earlier: earlier.rooms!, plan: plan, figures: figures)
  }

  /// Three floors of twelve twins; so many people, men and women by turns, two of each group by two.
  private func hotel(people: Int) -> EventDraft {
    var draft = EventDraft(settings: Settings(name: "example"))
    draft.rooms = (1...3).flatMap { floor in
      (1...12).map { number in
        Room(
          row: floor * 100 + number, hotel: "H", floor: "\(floor)", number: "\(floor * 100 + number)",
          type: .twin,
          beds: 2, price: 300)
      }
    }
    draft.people = (0..<people).map { index in
      RandomRooms.guest(index, index / 2 % 2 == 0 ? .male : .female, 0..<3, group: "G\(index / 16)")
    }
    return draft
  }

  @Test func `of a floor of twelve rooms that is lost its people move and nobody else`() throws {
    let draft = hotel(people: 46)
    let before = try #require(try replan(draft) { _ in })
    let lost = before.event.roomStock!.rooms[before.plan.assignments[0].room].floor
    let theirs = before.plan.assignments.filter { before.event.roomStock!.rooms[$0.room].floor == lost }
    let result = try #require(
      try replan(draft) { $0.rooms!.removeAll { $0.floor == lost } })
    #expect(result.moved == theirs.map { before.event.people[$0.person].name })
    #expect(result.figures.moves == Moves(count: theirs.count, least: theirs.count))
    #expect(result.plan.unplaced.isEmpty)
  }

  @Test func `a cancelled person's bed is free and the room-mate stays`() throws {
    let result = try #require(
      try replan(hotel(people: 46)) { draft in
        draft.people[0].isAbsent = true
        var late = RandomRooms.guest(99, .male, 0..<3, group: "G0")
        late.entitlement = .twin
        draft.people.append(late)
      })
    #expect(result.moved == [])
    #expect(result.figures.moves == Moves(count: 0, least: 0))
    let rooms = Dictionary(grouping: result.plan.assignments, by: \.room).mapValues { $0.map(\.person) }
    let mate = result.plan.assignments.first { result.event.people[$0.person].name == "n99" }!
    // The newcomer sleeps where somebody slept alone since then: a room more would cost its price.
    #expect(rooms[mate.room]!.count == 2)
  }

  @Test func `somebody who needs a room by name takes it, and who had it goes`() throws {
    let draft = hotel(people: 46)
    let before = try #require(try replan(draft) { _ in })
    let room = before.event.roomStock!.rooms[before.plan.assignments[0].room]
    let other = before.plan.assignments.last!
    let result = try #require(
      try replan(draft) { $0.people[other.person].room = "H-\(room.number)" })
    #expect(result.figures.moves!.count == result.figures.moves!.least)
    #expect(result.plan.unplaced.isEmpty)
  }

  @Test func `a woman more where every room has a bed for a man moves one man`() throws {
    var draft = EventDraft(settings: Settings(name: "example"))
    draft.rooms = (1...3).map {
      Room(row: $0, hotel: "H", floor: "1", number: "\($0)", type: .twin, beds: 2, price: 300)
    }
    draft.people = (0..<6).map { RandomRooms.guest($0, .male, 0..<2, group: "A") }
    let result = try #require(
      try replan(draft) { draft in
        draft.people.remove(at: 5)
        draft.people.remove(at: 2)
        draft.people.append(RandomRooms.guest(9, .female, 0..<2, group: "A"))
      })
    #expect(result.plan.unplaced.isEmpty)
    #expect(result.moved.count <= 1)
    #expect(result.figures.moves == Moves(count: result.moved.count, least: result.moved.count))
  }

  @Test(arguments: 0..<cases(60, full: 2_000))
  func `no lodging of a small hotel costs less or moves fewer`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    var draft = RandomRooms.draft(
      seed: seed, people: 2 + seed % 3, rooms: 1 + seed % 3, wishes: seed % 2 == 0)
    draft.settings.weights[.roomsMoved] = [0, 500, 20_000, 20_000].randomElement(using: &random)!
    guard (try? Event(draft)) != nil else { return }
    let result = try? replan(draft) { draft in
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let person = draft.people.indices.randomElement(using: &random)!
        switch Int.random(in: 0..<6, using: &random) {
        case 0: draft.people[person].isAbsent = true
        case 1 where draft.rooms!.count > 1: draft.rooms!.removeLast()
        case 2: draft.people[person].checkOut = Day(number: RandomRooms.firstNight + 3)
        case 3: draft.people[person].gender = .female
        case 4:
          let room = draft.rooms!.randomElement(using: &random)!
          draft.people[person].room = "\(room.hotel)-\(room.number)"
        default:
          let count = draft.people.count
          draft.people.append(
            RandomRooms.guest(count, [.male, .female].randomElement(using: &random)!, 0..<2, group: "A"))
        }
      }
    }
    guard let result, result.event.people.count < 6 else { return }
    let best = RoomBruteForce(result.event, from: result.earlier)
    #expect(result.figures.bound <= best.least)
    #expect(result.figures.objective >= best.leastInOrder)
    // Who of people alike stays out is seen to afterwards, which may cost something.
    if best.leastInOrder == best.leastKeepingRooms { #expect(result.figures.objective == best.leastInOrder) }
    #expect(result.figures.moves!.least <= best.fewestMoves(of: result.plan.assignments.count)!)
  }

  @Test(arguments: 0..<cases(10, full: 200))
  func `whatever changes in a larger hotel, the rules are kept and the bound holds`(seed: Int) throws {
    var random = SeededGenerator(seed: 900 + seed)
    let draft = RandomRooms.draft(seed: seed, people: 60, rooms: 40, wishes: true)
    _ = try? replan(draft) { draft in
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let person = draft.people.indices.randomElement(using: &random)!
        switch Int.random(in: 0..<4, using: &random) {
        case 0: draft.people[person].isAbsent.toggle()
        case 1: draft.rooms!.remove(at: draft.rooms!.indices.randomElement(using: &random)!)
        case 2: draft.people[person].checkOut = Day(number: RandomRooms.firstNight + 3)
        default:
          draft.people.append(
            RandomRooms.guest(
              draft.people.count, [.male, .female].randomElement(using: &random)!, 0..<2, group: "B"))
        }
      }
    }
  }
}
