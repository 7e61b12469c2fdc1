import Assembly
import RostrumSolver
import SeededRandomness
import SolverShared
import Testing
import Verification

@Suite struct RostrumReplanTests {
  /// Seats by what a chart shows, people called by their ids: `9 7 5 3 1 2 4 6 8 _`.
  private func places(_ chart: String, of event: Event) -> EarlierPlaces<RostrumSeat> {
    let indices = Dictionary(uniqueKeysWithValues: event.people.enumerated().map { ($1.id, $0) })
    let ids = chart.split(separator: " ").map(String.init)
    return EarlierPlaces(
      ids.enumerated().compactMap { offset, id in
        indices[id].map { ($0, RostrumSeat(row: 1, seat: offset + 1)) }
      }, isOfAll: ids.allSatisfy { $0 == "_" || indices[$0] != nil })
  }

  private func replanned(_ event: Event, from chart: String) throws -> (chart: String, figures: Figures) {
    var earlier = EarlierPlan()
    earlier.rostrum = places(chart, of: event)
    let outcome = RostrumPlanner(event)!.solve(SolverOptions(), from: earlier)
    guard case .plan(let plan, let figures) = outcome else { throw NoPlan() }
    let verification = Verification(of: event, names: PlainOrder(), earlier: earlier)
    #expect(verification.violations(of: plan, figures: figures) == [])
    return (audienceView(plan, of: event)[0], figures)
  }

  private struct NoPlan: Error {}

  @Test func `the absence of the fourth of nine moves only those of his side inward`() throws {
    let event = try rostrumEvent(rows: [9], people: 9, wishes: { $0[4].isAbsent = true })
    let (chart, figures) = try replanned(event, from: "9 7 5 3 1 2 4 6 8")
    #expect(chart == "9 7 5 3 1 2 6 8 _")
    #expect(figures.moves == Moves(count: 2, least: 2))
    #expect(figures.status == .optimal)
  }

  @Test func `a newcomer who is third moves the three of the shorter side`() throws {
    let event = try rostrumEvent(
      rows: [10], people: 10,
      wishes: { list in
        for number in 1...9 { list[number].rank = Double(number) }
        list[10].rank = 2.5
        list[10].id = "N"
      })
    let (chart, figures) = try replanned(event, from: "9 7 5 3 1 2 4 6 8 _")
    #expect(chart == "9 7 5 3 1 2 N 4 6 8")
    #expect(figures.moves == Moves(count: 3, least: 3))
    #expect(figures.terms[.rostrumMoved] == 3 * 5 * 100_000)
    #expect(figures.status == .optimal)
  }

  @Test func `a chair that keeps two apart stays empty, and one that somebody left for good is closed`()
    throws
  {
    let apart = try rostrumEvent(rows: [6], people: 4, wishes: { $0.keep(1, apartFrom: 2) })
    let same = try replanned(apart, from: "_ 3 1 _ 2 4")
    #expect(same.chart == "_ 3 1 _ 2 4")
    #expect(same.figures.moves == Moves(count: 0, least: 0))
    // X is no longer on the list.
    let left = try replanned(try rostrumEvent(rows: [9], people: 8), from: "8 6 4 3 1 2 X 5 7")
    #expect(left.chart == "8 6 4 3 1 2 5 7 _")
    #expect(left.figures.moves == Moves(count: 2, least: 2))
  }

  @Test func `the same people keep their chairs`() throws {
    let event = try rostrumEvent(rows: [9], people: 9)
    #expect(try replanned(event, from: "9 7 5 3 1 2 4 6 8").figures.moves == Moves(count: 0, least: 0))
  }

  @Test(arguments: 0..<cases(90, full: 2_000))
  func `no seating that keeps the wishes and the rules costs less`(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let seats = Int.random(in: 3...6, using: &random)
    let count = Int.random(in: 1...seats, using: &random)
    let event = try rostrumEvent(
      rows: [seats], people: count,
      settings: { settings in
        settings.evenRule = EvenRule.allCases.randomElement(using: &random)!
        settings.highSide = Side.allCases.randomElement(using: &random)!
        settings.weights[.rostrumMoved] = [0, 1, 3, 100_000].randomElement(using: &random)!
      }
    ) { list in
      for number in 1...count where Bool.random(using: &random) { list[number].rank = Double(number) }
      if Int.random(in: 0..<3, using: &random) == 0 {
        list.pin(Int.random(in: 1...count, using: &random), seat: Int.random(in: 1...seats, using: &random))
      }
      for _ in 0..<Int.random(in: 0...2, using: &random) where count > 1 {
        let pair = Array((1...count).shuffled(using: &random).prefix(2))
        if Bool.random(using: &random) {
          list.seat(pair[0], beside: pair[1])
        } else {
          list.keep(pair[0], apartFrom: pair[1])
        }
      }
    }
    let chairs = (1...seats).shuffled(using: &random).prefix(count)
    var earlier = EarlierPlan()
    earlier.rostrum = EarlierPlaces(
      zip(0..<count, chairs).filter { _ in Int.random(in: 0..<5, using: &random) > 0 }.map {
        ($0, RostrumSeat(row: 1, seat: $1))
      })
    guard case .plan(let plan, let figures) = RostrumPlanner(event)!.solve(SolverOptions(), from: earlier)
    else { return }
    let verification = Verification(of: event, names: PlainOrder(), earlier: earlier)
    let places = ProtocolPlaces(event.rostrum!, event.settings)
    var least = Int.max
    var fewest = Int.max
    func visit(_ taken: [Int]) {
      guard taken.count == count else {
        for seat in 1...seats where !taken.contains(seat) { visit(taken + [seat]) }
        return
      }
      let plan = RostrumPlan(
        assignments: taken.enumerated().map { person, seat in
          let seat = RostrumSeat(row: 1, seat: seat)
          return RostrumAssignment(person: person, seat: seat, place: places.place(of: seat)!)
        })
      guard verification.violations(of: plan).isEmpty else { return }
      let check = plan.assignments.filter { earlier.rostrum!.hasMoved($0.person, to: $0.seat) }
      let moved = check.reduce(0) { $0 + (event.people[$1.person].rank == nil ? 1 : 5) }
      let cost = rostrumTerms(of: plan.assignments, in: event)[.rostrumDisplacement]!
      least = min(least, cost + moved * event.settings.weights[.rostrumMoved])
      fewest = min(fewest, check.count)
    }
    visit([])
    guard figures.moves != nil else {
      #expect(least == .max, "planned anew, and a seating near the earlier one keeps all")
      let anew = Verification(of: event, names: PlainOrder())
      #expect(anew.violations(of: plan, figures: figures) == [])
      return
    }
    #expect(verification.violations(of: plan, figures: figures) == [])
    #expect(figures.status == .optimal)
    #expect(figures.objective == least)
    #expect(figures.moves?.least == fewest)
  }
}
