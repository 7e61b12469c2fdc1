import Assembly
import IntegerProgramming
import SolverShared

extension HallPlanner {
  /// Plans the hall near to an earlier plan; where moves weigh so little that they may pay, anew as well, and the better
  /// plan is taken.
  func replanned(
    _ wishes: HallWishes, from earlier: EarlierPlaces<Int>, _ options: SolverOptions
  ) -> Outcome<HallPlan> {
    let replan = nearest(wishes, from: earlier, options)
    let least = LeastMoves(problem, replan)
    var (plan, figures) = (plan(of: replan), problem.figures(of: replan.seats, from: earlier))
    var bound = least.bound
    if problem.event.settings.weights[.hallMoved] < HallPlanner.dearestPart * problem.weight(.hallPart),
      case .plan(let anew, let found) = solve(options)
    {
      if planningAnewBindsNobodyElse { bound = max(bound, found.bound) }
      let seats = Dictionary(anew.assignments.map { ($0.person, $0.seat) }) { first, _ in first }
      let other = problem.figures(of: seats, from: earlier)
      if other.objective < figures.objective { (plan, figures) = (anew, other) }
    }
    figures.bound = bound
    figures.moves?.least = least.count
    figures.status =
      figures.bound == figures.objective
      ? .optimal : options.interruption?.isInterrupted == true ? .stopped : .feasible
    return .plan(plan, figures)
  }

  /// The nearest seating: where somebody moved who could have stayed, and others have no seat all the same, also those in which
  /// fewer rise for them.
  private func nearest(
    _ wishes: HallWishes, from earlier: EarlierPlaces<Int>, _ options: SolverOptions
  ) -> HallReplan {
    func replan(_ freedom: HallReplan.Freedom) -> HallReplan {
      HallReplan(problem, wishes, from: earlier, names: names, freedom, options)
    }
    func cost(_ replan: HallReplan) -> Int { problem.figures(of: replan.seats, from: earlier).objective }
    let freest = replan(HallReplan.Freedom())
    guard freest.seats.count < problem.dueCount, freest.movesSomebodyElse else { return freest }
    var others = [
      HallReplan.Freedom(forCompanions: false), HallReplan.Freedom(givingUp: 0, forCompanions: false),
    ]
    if freest.givenUp > 1 { others.append(HallReplan.Freedom(givingUp: freest.givenUp - 1)) }
    return others.map(replan).reduce(freest) { cost($1) < cost($0) ? $1 : $0 }
  }

  /// Whether every plan near to an earlier one is a plan made anew as well, so that a bound of those holds for it: the
  /// strict order, seats kept for a role and wheelchair places bind nobody who stays.
  private var planningAnewBindsNobodyElse: Bool {
    !problem.isStrict && !problem.hall.seats.contains { $0.role != nil || $0.isWheelchairPlace }
  }

  /// A move joins so few parts of groups that it pays only where it weighs less than so many.
  private static let dearestPart = 10

  private func plan(of replan: HallReplan) -> HallPlan {
    let reasons = ShortageReasons(problem, [])
    let event = problem.event
    return HallPlan(
      assignments: replan.seats.map { HallAssignment(person: $0, seat: $1) },
      unplaced: problem.groups.flatMap(\.members).filter { replan.seats[$0] == nil }.map {
        Unplaced(
          person: $0, module: .hall,
          reason: problem.isStrict && replan.keptOut.contains($0) ? .orderKeepsOut : reasons.reason(of: $0))
      },
      withoutAisle: replan.seats.compactMap { person, seat in
        event.people[person].needs.contains(.aisle) && !problem.hall.isAtAisle(seat) ? person : nil
      })
  }
}

extension HallProblem {
  /// What a seating costs, its moves included.
  fileprivate func figures(of seats: [Int: Int], from earlier: EarlierPlaces<Int>) -> Figures {
    var groupOfSeat = [Int](repeating: -1, count: hall.seats.count)
    for (person, seat) in seats { groupOfSeat[seat] = groupOfPerson[person]! }
    let moved = seats.filter { earlier.hasMoved($0.key, to: $0.value) }
    var terms = terms(groupOfSeat)
    terms[.hallMoved] =
      event.settings.weights[.hallMoved] * moved.reduce(0) { $0 + event.weightOfMove($1.key) }
    var figures = Figures(status: .feasible, terms: terms, bound: 0)
    figures.moves = Moves(count: moved.count, least: 0)
    return figures
  }
}

/// How many must move at least, and what every seating costs at least with its moves.
///
/// Who must move: people whose seat is gone, held, or somebody's by a pin, or no longer theirs by section, line or
/// wheelchair place; of each of the disjoint pairs that are now to sit beside each other or apart, and did not, one; and
/// of all others so many as more people can be seated in all than could if these stayed: each who gives up a seat makes
/// room for one at most.
private struct LeastMoves {
  let count: Int
  /// No seating costs less, moves included.
  let bound: Int

  init(_ problem: HallProblem, _ replan: HallReplan) {
    let event = problem.event
    let counted = HallCount(problem, LeastParts(problem, nil))
    let weight = event.settings.weights[.hallMoved]
    let shortage = problem.shortage(besides: replan)
    let forced = replan.forced.map(event.weightOfMove).sorted()
    let pairs = replan.forcedPairs.map { min(event.weightOfMove($0), event.weightOfMove($1)) }.sorted()
    // Some of those who must move may be among those who have no seat at all.
    func moves(absent: Int) -> (count: Int, weighted: Int) {
      let (forced, pairs) = (forced.dropLast(absent), pairs.dropLast(absent))
      let given = max(0, shortage - absent)
      return (forced.count + max(given, pairs.count), forced.reduce(0, +) + max(given, pairs.reduce(0, +)))
    }
    // Each seat that is closed up takes somebody who moves.
    let closings = replan.closings.count
    count = moves(absent: problem.dueCount - replan.seats.count).count + closings
    let precedence = problem.precedenceBound(problem.openSeats) * problem.weight(.hallPrecedence)
    func cost(absent people: Int) -> Int {
      people == 0 ? counted.everybodySits : problem.piecesWithAbsence(of: people) + precedence
    }
    // Whoever more has no seat need not move; so many are enough that nobody is left who must.
    var bound = Int.max
    for absent in counted.absent... {
      let cost = cost(absent: absent)
      let weighted = moves(absent: absent).weighted + max(0, closings - absent)
      guard cost < bound else { break }
      bound = min(bound, cost.addingReportingOverflow(weight * weighted).partialValue)
      if weighted == 0 { break }
    }
    self.bound = bound
  }
}

extension HallProblem {
  /// How many find no seat while all stay who may: people beyond a maximum flow into the seats that are left.
  fileprivate func shortage(besides replan: HallReplan) -> Int {
    struct Supply: Hashable {
      let section: Int
      let role: Role?
      let isWheelchairPlace: Bool
    }
    struct Demand: Hashable {
      let sections: [Int]
      let role: Role
      let needsWheelchairPlace: Bool
    }
    let pinned = Set(pins.values)
    let kept = groups.flatMap(\.members).filter {
      pins[$0] == nil && replan.earlier[$0] != nil && !replan.forced.contains($0)
    }
    let taken = pinned.union(kept.map { replan.earlier[$0]! })
    let stays = Set(kept)
    var supplies: [Supply: Int] = [:]
    for (index, seat) in hall.seats.enumerated() where !seat.isHeld && !taken.contains(index) {
      let kind = Supply(section: seat.section, role: seat.role, isWheelchairPlace: seat.isWheelchairPlace)
      supplies[kind, default: 0] += 1
    }
    var demands: [Demand: Int] = [:]
    for group in groups {
      for person in group.members where pins[person] == nil && !stays.contains(person) {
        let kind = Demand(
          sections: group.sections, role: event.people[person].role,
          needsWheelchairPlace: needsWheelchairPlace(person))
        demands[kind, default: 0] += 1
      }
    }
    let (needs, offers) = (Array(demands), Array(supplies))
    func suits(_ supply: Supply, _ demand: Demand) -> Bool {
      supply.role ?? demand.role == demand.role
        && (demand.sections.isEmpty || demand.sections.contains(supply.section))
        && (supply.isWheelchairPlace || !demand.needsWheelchairPlace)
    }
    let flow = CapacityGuard(
      demand: needs.map(\.value), supply: offers.map(\.value),
      allowed: needs.map { need in offers.indices.filter { suits(offers[$0].key, need.key) } })
    return needs.indices.reduce(0) { $0 + needs[$1].value - flow.promises(to: $1) }
  }
}
