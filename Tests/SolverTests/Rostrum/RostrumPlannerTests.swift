import Assembly
import IntegerProgramming
import RostrumSolver
import SeededRandomness
import SolverShared
import Testing
import Verification

@Suite struct RostrumTests {
  // MARK: Without wishes

  @Test func `Without wishes everybody has the place of their rank`() throws {
    let event = try rostrumEvent(rows: [12, 12, 14, 14], people: 52)
    let (plan, figures) = try rostrumPlan(event)
    #expect(plan.assignments.map(\.place) == Array(1...52))
    #expect(figures.status == .optimal && figures.objective == 0)
  }

  @Test func `With more seats than people the ends stay empty`() throws {
    let event = try rostrumEvent(rows: [9], people: 8)
    #expect(try audienceView(rostrumPlan(event).plan, of: event) == ["_ 7 5 3 1 2 4 6 8"])
  }

  @Test func `Seven people under equal heads leave the centre and one end empty`() throws {
    let event = try rostrumEvent(rows: [9], people: 7) { $0.equalHeads = true }
    #expect(try audienceView(rostrumPlan(event).plan, of: event) == ["_ 6 4 2 _ 1 3 5 7"])
  }

  @Test func `A guest of rank two and a half is third of five hosts`() throws {
    let event = try rostrumEvent(rows: [6], people: 6) { _ in
    } wishes: { list in
      for host in 1...5 { list[host].rank = Double(host) }
      list[6].rank = 2.5
      list[6].id = "G"
    }
    #expect(try audienceView(rostrumPlan(event).plan, of: event) == ["4 G 1 2 3 5"])
  }

  @Test func `A host pinned to the end of the front row leaves the order of the others`() throws {
    let event = try rostrumEvent(rows: [9], people: 9) { _ in
    } wishes: {
      $0.pin(4, seat: 9)
    }
    #expect(try audienceView(rostrumPlan(event).plan, of: event) == ["9 8 6 3 1 2 5 7 4"])
  }

  @Test func `Who is absent leaves no empty chair when the plan is made anew`() throws {
    let event = try rostrumEvent(rows: [8], people: 9) { _ in
    } wishes: {
      $0[4].isAbsent = true
    }
    #expect(try audienceView(rostrumPlan(event).plan, of: event) == ["8 6 3 1 2 5 7 9"])
  }

  @Test func `Who is absent leaves the end empty when the chairs stay`() throws {
    let event = try rostrumEvent(rows: [9], people: 9) { _ in
    } wishes: {
      $0[4].isAbsent = true
    }
    #expect(try audienceView(rostrumPlan(event).plan, of: event) == ["_ 8 6 3 1 2 5 7 9"])
  }

  @Test func `People without a rank follow in listed order`() throws {
    let event = try rostrumEvent(rows: [4], people: 4) { _ in
    } wishes: {
      $0[3].rank = 2
      $0[4].rank = 1
    }
    #expect(try audienceView(rostrumPlan(event).plan, of: event) == ["1 4 3 2"])
  }

  @Test func `An event without a rostrum has no seating`() throws {
    #expect(
      RostrumPlanner(try Event(EventDraft(settings: Settings(name: "会议"), people: RostrumList(1).entries)))
        == nil)
  }

  // MARK: More people than seats

  @Test func `The lowest without a pin stay unplaced`() throws {
    let event = try rostrumEvent(rows: [3], people: 5) { _ in
    } wishes: {
      $0.pin(5, seat: 3)
    }
    let (plan, _) = try rostrumPlan(event)
    #expect(audienceView(plan, of: event) == ["2 1 5"])
    #expect(plan.unplaced.map(\.person) == [2, 3])
    #expect(plan.unplaced.allSatisfy { $0.reason == .rostrumFull(seats: 3, due: 5) })
  }

  @Test func `A wish to sit beside somebody unplaced binds nothing`() throws {
    let event = try rostrumEvent(rows: [3], people: 4) { _ in
    } wishes: {
      $0.seat(1, beside: 4)
    }
    #expect(try audienceView(rostrumPlan(event).plan, of: event) == ["3 1 2"])
  }

  // MARK: Wishes

  @Test func `Two who wish to sit together move as little as they can`() throws {
    let event = try rostrumEvent(rows: [5], people: 5) { _ in
    } wishes: {
      $0.seat(1, beside: 4)
    }
    let (plan, figures) = try rostrumPlan(event)
    #expect(audienceView(plan, of: event) == ["5 4 1 2 3"])
    #expect(figures.objective == 2)
  }

  @Test func `Of two plans equally near to the order the one that serves the highest is taken`() throws {
    // 1 2 3 on places 2 3 1 would do as well as 2 3 4 on places 4 2 3.
    let event = try rostrumEvent(rows: [5], people: 5) { _ in
    } wishes: {
      $0.keep(1, apartFrom: 2)
    }
    let (plan, figures) = try rostrumPlan(event)
    #expect(audienceView(plan, of: event) == ["5 4 1 3 2"])
    #expect(figures.objective == 6)
  }

  @Test func `Seats on both sides of an empty centre are no neighbours`() throws {
    let event = try rostrumEvent(rows: [5], people: 4) {
      $0.equalHeads = true
    } wishes: {
      $0.seat(1, beside: 2)
    }
    #expect(try audienceView(rostrumPlan(event).plan, of: event) == ["4 3 _ 1 2"])
  }

  @Test func `The weight multiplies displacement and bound`() throws {
    let event = try rostrumEvent(rows: [5], people: 5) {
      $0.weights[.rostrumDisplacement] = 7
    } wishes: {
      $0.seat(1, beside: 4)
    }
    let (_, figures) = try rostrumPlan(event)
    #expect(figures.objective == 14 && figures.bound == 14)
  }

  @Test func `A stopped search returns a plan that keeps every wish, and a true bound`() throws {
    let event = try wishful(people: 60, seats: [20, 20, 20], seed: 1)
    let interruption = Interruption()
    interruption.interrupt()
    let (best, figures) = try rostrumPlan(event)
    guard
      case .plan(let plan, let stopped) = try seating(event).solve(
        SolverOptions(interruption: interruption))
    else { throw UnexpectedConflict() }
    examine(plan, stopped, of: event)
    #expect(plan.assignments.count == best.assignments.count)
    #expect(stopped.status == .stopped)
    #expect(stopped.bound <= figures.objective && figures.objective <= stopped.objective)
  }

  @Test func `A search that may end at a gap returns a plan within it, and the bound stays true`() throws {
    var endedEarly = 0
    for seed in 1...6 {
      let event = try wishful(people: 36, seats: [12, 12, 12], seed: seed)
      let (_, best) = try rostrumPlan(event)
      for gap in [0.05, 0.5, 0.99] {
        let planner = try #require(RostrumPlanner(event))
        guard case .plan(let plan, let figures) = planner.solve(SolverOptions(gap: gap)) else {
          throw UnexpectedConflict()
        }
        examine(plan, figures, of: event)
        let verification = Verification(of: event, names: event.nameOrdering().order)
        #expect(verification.violations(of: plan, figures: figures).isEmpty)
        #expect(figures.gap <= gap)
        #expect(figures.bound <= best.objective && best.objective <= figures.objective)
        if figures.status == .feasible { endedEarly += 1 }
      }
    }
    #expect(endedEarly > 0)
  }

  @Test func `A search stopped before it knows whether wishes hold together seats nobody`() throws {
    let event = try rostrumEvent(rows: [3, 3, 3], people: 9) { _ in
    } wishes: { list in
      for person in [1, 3, 5, 7] { list.seat(person, beside: person + 1) }
    }
    let interruption = Interruption()
    interruption.interrupt()
    guard
      case .plan(let plan, let figures) = try seating(event).solve(
        SolverOptions(interruption: interruption))
    else { throw UnexpectedConflict() }
    #expect(plan.assignments.isEmpty && plan.unplaced.count == 9)
    #expect(plan.unplaced.allSatisfy { $0.reason == .searchStopped })
    #expect(figures.status == .stopped)
  }

  @Test func `A rostrum without a single place seats nobody`() throws {
    let event = try rostrumEvent(rows: [1], people: 2) { $0.equalHeads = true }
    let (plan, figures) = try rostrumPlan(event)
    #expect(plan.assignments.isEmpty && plan.unplaced.count == 2)
    #expect(figures.status == .optimal)
  }

  @Test func `The same event gives the same plan`() throws {
    let event = try wishful(people: 60, seats: [20, 20, 20], seed: 2)
    let (first, firstFigures) = try rostrumPlan(event)
    let (second, secondFigures) = try rostrumPlan(event)
    #expect(first == second && firstFigures == secondFigures)
  }

  // MARK: The integer program

  @Test(arguments: 0..<6)
  func `The exported model, solved whole, has the same optimum as column generation`(seed: Int) throws {
    let event = try wishful(people: 29 + seed % 2, seats: [10, 12, 8], seed: seed)
    let model = try #require(seating(event).model())
    let solution = model.solve()
    #expect(solution.termination.isOptimal)
    let objective = try #require(solution.objective)
    #expect(try Int(objective.rounded()) == rostrumPlan(event).figures.objective)
  }

  @Test func `The model names its constraints as its formulation does`() throws {
    let event = try rostrumEvent(rows: [3, 2], people: 4) { _ in
    } wishes: {
      $0.seat(1, beside: 3)
      $0.keep(2, apartFrom: 4)
    }
    let model = try #require(seating(event).model())
    #expect(
      model.constraints.map(model.name(of:)) == [
        "chain(1)", "chain(2)", "chain(4)", "place(1)", "place(2)", "place(3)", "place(4)", "place(5)",
        "apart(2,4,1)", "apart(2,4,2)", "apart(2,4,4)",
      ])
    #expect(model.variables.map(model.name(of:)).contains("sit(1@1,3@3)"))
  }

  @Test func `Five hundred seats with thirty wishes are proven optimal in little work`() throws {
    let event = try wishful(people: 500, seats: Array(repeating: 50, count: 10), seed: 3, wishes: 30)
    let (plan, figures) = try rostrumPlan(event)
    #expect(plan.assignments.count == 500)
    #expect(figures.status == .optimal && figures.objective > 0)
    #expect(figures.work["iterations"]! < 20_000 && figures.work["nodes"]! < 500)
  }
}

/// An event with ten wishes that hold together for certain: pairs of its pins are drawn from a plan.
func wishful(people count: Int, seats rows: [Int], seed: Int, wishes: Int = 10) throws -> Event {
  var generator = SeededGenerator(seed: seed)
  let event = try rostrumEvent(rows: rows, people: count)
  let places = ProtocolPlaces(event.rostrum!, event.settings)
  // A plan with everybody near their own place; what is true in it is wished.
  var people = Array(0..<count)
  for index in people.indices {
    people.swapAt(index, Int.random(in: max(0, index - 20)...min(count - 1, index + 20), using: &generator))
  }
  let personOfSeat = Dictionary(
    uniqueKeysWithValues: people.enumerated().map { (places.seat(of: $0 + 1)!, $1 + 1) })
  return try rostrumEvent(rows: rows, people: count) { _ in
  } wishes: { list in
    for number in 0..<wishes {
      let (seat, person) = personOfSeat.sorted { $0.key < $1.key }.randomElement(using: &generator)!
      switch number % 3 {
      case 0: list.pin(person, row: seat.row, seat: seat.seat)
      case 1:
        if let other = personOfSeat[RostrumSeat(row: seat.row, seat: seat.seat + 1)] {
          list.seat(person, beside: other)
        }
      default:
        let near = [person - 2, person - 1, person + 1, person + 2].filter { (1...count).contains($0) }
        let other = near.randomElement(using: &generator)!
        let itsSeat = personOfSeat.first { $0.value == other }!.key
        if !areNeighbours(seat, itsSeat) { list.keep(person, apartFrom: other) }
      }
    }
  }
}
