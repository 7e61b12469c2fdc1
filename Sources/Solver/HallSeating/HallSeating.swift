public import Assembly

/// Seats the groups of an event in its hall: the poured plan, complete and by protocol, with a bound from counting.
///
/// Seats bound by wishes are decided first, by an integer program; then the groups are poured around them in order, and
/// the people of each group take its seats in member order. See Formulation.md.
public struct HallSeating: Sendable {
  private let problem: HallProblem
  private let names: any NameOrder

  /// The seating of a hall; `names` is the order of names that `member_order` asks for.
  public init(_ problem: HallProblem, names: any NameOrder) {
    self.problem = problem
    self.names = names
  }

  /// Plans the hall.
  ///
  /// - Returns: a plan for as many people as there are seats, or an irreducible set of rows that conflict.
  public func solve() -> Outcome<HallPlan> {
    if let conflict = problem.conflict() { return .conflict(conflict) }
    let wishes = HallWishes(problem)
    var draft = arrange(wishes, [], expectingOfPerson: [:])
    // People kept apart who came to sit together are seated by the placement model, one more pair each time.
    var kept: Set<Int> = []
    while let pair = wishes.apart.first(where: { draft.areNextToEachOther($0.0, $0.1) }) {
      guard kept.insert(pair.0).inserted || kept.insert(pair.1).inserted else { break }
      kept.formUnion([pair.0, pair.1])
      let expected = draft.seats.filter { kept.contains($0.key) }
      draft = arrange(wishes, kept.sorted(), expectingOfPerson: expected)
    }
    return outcome(of: draft)
  }

  private func arrange(
    _ wishes: HallWishes, _ kept: [Int], expectingOfPerson seats: [Int: Int]
  ) -> HallArrangement {
    let given = givenSeats(wishes, kept, expectingOfPerson: seats)
    let decided = Set(given.seats.keys).union(given.left)
    let people = problem.groups.flatMap(\.members).filter { !decided.contains($0) }
    let pouring = Pouring(problem, people: people, given: given.seats)
    var arrangement = HallArrangement(
      problem, wishes: wishes, names: names, given: given.seats, bound: decided,
      poured: pouring.seatsOfGroup, reasons: ShortageReasons(problem, pouring.shortage))
    arrangement.serveClaims()
    return arrangement
  }

  private func givenSeats(_ wishes: HallWishes, _ kept: [Int], expectingOfPerson seats: [Int: Int])
    -> GivenSeats
  {
    guard !wishes.people.isEmpty || !kept.isEmpty else {
      return GivenSeats(problem, wishes: wishes, others: [], expectation: .init(ofGroup: [], ofPerson: [:]))
    }
    let order = problem.pouringOrder
    var position = [Int](repeating: 0, count: order.count)
    for (index, seat) in order.enumerated() { position[seat] = index }
    let rehearsal = Pouring(problem, people: problem.groups.flatMap(\.members))
    let bound = Dictionary(grouping: wishes.people) { problem.groupOfPerson[$0]! }
    let ofGroup = rehearsal.seatsOfGroup.enumerated().map { group, seats -> ClosedRange<Int>? in
      let positions = seats.map { position[$0] }
      guard let first = positions.min(), let last = positions.max() else { return nil }
      // The group will move a little as others are seated beforehand: aim inside.
      let margin = min(bound[group]?.count ?? 0, (last - first) / 2)
      return first + margin...last - margin
    }
    return GivenSeats(
      problem, wishes: wishes, others: kept,
      expectation: .init(ofGroup: ofGroup, ofPerson: seats.mapValues { position[$0] }))
  }

  private func outcome(of draft: HallArrangement) -> Outcome<HallPlan> {
    var groupOfSeat = [Int](repeating: -1, count: problem.hall.seats.count)
    for (person, seat) in draft.seats { groupOfSeat[seat] = problem.groupOfPerson[person]! }
    let plan = HallPlan(
      assignments: draft.seats.map { HallAssignment(person: $0, seat: $1) }, unplaced: draft.unplaced,
      withoutAisle: draft.seats.compactMap { person, seat in
        problem.event.people[person].needs.contains(.aisle) && !problem.hall.isAtAisle(seat) ? person : nil
      })
    var figures = Figures(
      status: .feasible, terms: problem.terms(groupOfSeat), bound: problem.countingBound())
    if figures.bound == figures.objective { figures.status = .optimal }
    return .plan(plan, figures)
  }
}
