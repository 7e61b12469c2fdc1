public import Assembly
import IntegerProgramming
public import SolverShared

/// Shares out the posts of an event among its staff, with a bound that holds for every plan.
///
/// Loads are as even as can be, nobody is in two places at once. Posts change hands until nothing gets better; prices of posts
/// and the sets that people can have of them bound the objective. Formulation.md has the models.
public struct StaffPlanner: ModulePlanner {
  private let event: Event
  private let plans: EventPlan

  /// The staff's work beside plans of the other modules; nothing without the table `duties`.
  public init?(_ event: Event, beside context: PlanningContext) {
    guard event.staffing != nil else { return nil }
    self.event = event
    plans = context.decided
  }

  /// Plans the posts. People who are named have theirs where they can; no wish forbids a plan.
  public func solve(_ options: SolverOptions, from earlier: EarlierPlan?) -> Outcome<StaffPlan> {
    let before = earlier?.staff
    guard let problem = StaffProblem(event, beside: plans, from: before) else {
      return .plan(StaffPlan(assignments: []), Figures(status: .optimal, terms: [:], bound: 0))
    }
    var roster = StaffRoster(problem)
    if let before { roster.keep(before, problem) }
    roster.better(options.interruption)
    let bounds = StaffBound(problem, roster, options.interruption) { bound in
      Int(Double(bound) / max(1 - options.gap, 1e-9))
    }
    let plan = plan(of: bounds.roster, problem)
    var figures = Figures(
      status: .feasible, terms: problem.terms(bounds.roster, plan, from: before), bound: bounds.bound)
    figures.work = ["iterations": bounds.iterations, "columns": bounds.columns]
    if let before {
      let count = plan.moves(since: before, in: event)
      figures.moves = Moves(count: count, least: min(problem.leastMoves, count))
    }
    figures.status = options.status(of: figures)
    options.watch?.found(figures.objective)
    options.watch?.proved(figures.bound)
    return .plan(plan, figures)
  }

  private func plan(of roster: StaffRoster, _ problem: StaffProblem) -> StaffPlan {
    var people = problem.due.map { _ in [Int]() }
    for (person, slots) in roster.slotsOfPerson.enumerated() {
      for slot in slots { people[problem.slots[slot].due].append(problem.people[person]) }
    }
    return StaffPlan(
      assignments: problem.due.indices.map { index in
        let due = problem.due[index]
        return StaffAssignment(
          post: due.post, people: people[index], missing: due.people - people[index].count)
      })
  }
}

extension StaffRoster {
  /// Lets people keep the posts that they had.
  mutating func keep(_ earlier: EarlierStaff, _ problem: StaffProblem) {
    let places = Dictionary(problem.people.enumerated().map { ($1, $0) }) { first, _ in first }
    for (index, slot) in problem.slots.enumerated() {
      for holder in earlier.holders[problem.due[slot.due].post.id] ?? [] where missing[index] > 0 {
        guard let person = places[holder], fits(index, person) else { continue }
        add(index, to: person)
      }
    }
  }
}

extension StaffProblem {
  /// The terms of a roster.
  func terms(_ roster: StaffRoster, _ plan: StaffPlan, from earlier: EarlierStaff?) -> [Term: Int] {
    let weights = event.settings.weights
    let without = weights[.staffWithout] * roster.missing.reduce(0, +)
    let load = weights[.staffLoad] * roster.loads.reduce(0) { $0 + $1 * $1 }
    let floors = weights[.staffFloors] * roster.slotsOfPerson.reduce(0) { $0 + heaps(in: $1) }
    var terms: [Term: Int] = [.staffWithout: without, .staffLoad: load, .staffFloors: floors]
    var moved = 0
    if let earlier {
      for assignment in plan.assignments {
        for person in earlier.moved(since: assignment) { moved += event.weightOfMove(person) }
      }
      terms[.staffMoved] = weights[.staffMoved] * moved
    }
    terms[.staffForeign] = roster.objective - without - load - floors - weights[.staffMoved] * moved
    return terms
  }
}
