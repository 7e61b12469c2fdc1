import Assembly
import IntegerProgramming
import SolverShared

extension RoomsPlanner {
  /// Plans the rooms near to an earlier plan; where moves weigh so little that they may pay, anew as well, and the better
  /// plan is taken.
  func replanned(from places: EarlierPlaces<Int>, _ options: SolverOptions) -> Outcome<RoomPlan> {
    let earlier = EarlierRooms(places, problem)
    let replan = RoomReplan(problem, from: earlier, options)
    var best = lodging(replan.roomOfLodger, earlier)
    var bound = 0
    var least = RoomLeastMoves(problem, from: earlier, keepsPins: true)
    if earlier.weight < Self.dearestMove, case .plan(let anew, let figures) = solve(options) {
      bound = figures.bound
      let rooms = Dictionary(anew.assignments.map { ($0.person, $0.room) }) { first, _ in first }
      let other = lodging(problem.lodgers.map { rooms[$0.person] ?? -1 }, earlier)
      if other.objective < best.objective { best = other }
    }
    let leftOut = LeftOutBound(
      LodgingClasses(problem), enough: best.weightWithout(problem), interruption: options.interruption)
    let keepsPins = best.keepsPins(problem)
    let program = RoomReplanProgram(problem, from: earlier, keepsPins: keepsPins)
    if let program {
      let result = program.least(options.interruption)
      let boundOfAll = keepsPins ? boundWithoutPins(earlier, options) : nil
      bound = max(bound, wholeBound(boundOfAll ?? result.bound))
      if let rooms = result.rooms, problem.keepsRules(rooms) {
        let other = lodging(rooms, earlier)
        if other.objective < best.objective, !keepsPins || other.keepsPins(problem) {
          best = other
        }
      }
    } else {
      bound = max(
        bound, self.bound(RoomLeastMoves(problem, from: earlier), earlier, leftOut: leftOut.weight, options))
    }
    let without = best.rooms.count { $0 < 0 }
    least.leave(out: without)
    if let program, least.count < best.moves {
      let fewest = program.fewestMoves(leavingOut: without, options.interruption)
      least.atLeast(wholeBound(fewest.bound))
    }
    return outcome(
      of: best, bound: bound, least: least.count,
      isProven: leftOut.weight == best.weightWithout(problem), options)
  }

  /// A dearer move pays so seldom that nothing is planned anew for it.
  private static let dearestMove = 5_000

  /// The bound of a small event that holds for plans too in which somebody has not the room that is given by name; nothing
  /// where no room is.
  private func boundWithoutPins(_ earlier: EarlierRooms, _ options: SolverOptions) -> Double? {
    guard problem.lodgers.contains(where: { $0.room != nil }) else { return nil }
    return RoomReplanProgram(problem, from: earlier, keepsPins: false)?.least(options.interruption).bound
  }

  /// A lodging and what it costs, its moves included.
  private struct Lodging {
    var rooms: [Int]
    var terms: [Term: Int]
    var moves: Int

    var objective: Int { terms.values.reduce(0, +) }

    /// How many people have no bed, those with a rank counted twice.
    func weightWithout(_ problem: RoomProblem) -> Int {
      rooms.indices.reduce(0) { sum, lodger in
        let isRanked = problem.event.people[problem.lodgers[lodger].person].rank != nil
        return rooms[lodger] < 0 ? sum + (isRanked ? 2 : 1) : sum
      }
    }

    func keepsPins(_ problem: RoomProblem) -> Bool {
      problem.lodgers.indices.allSatisfy { problem.lodgers[$0].room == nil || rooms[$0] >= 0 }
    }
  }

  /// Of people alike the lowest-ranked of those stay out who have no room of their own yet.
  private func lodging(_ rooms: [Int], _ earlier: EarlierRooms) -> Lodging {
    let stays = rooms.indices.map { rooms[$0] >= 0 && earlier.room(of: $0) == rooms[$0] }
    let rooms = RoomHandout(problem, rooms, keeping: stays).roomOfLodger
    let moves = earlier.moves(rooms)
    return Lodging(
      rooms: rooms, terms: problem.terms(rooms).merging([.roomsMoved: moves.cost]) { $1 }, moves: moves.count)
  }

  /// What every plan costs at least: the bound of a plan made anew, and the moves of those who must.
  ///
  /// Whoever of these is left out does not move. That saves a move of weight 1, or 5 for two shares of the weight of people
  /// without a bed, so that it is counted as a smaller weight of theirs.
  private func bound(
    _ least: RoomLeastMoves, _ earlier: EarlierRooms, leftOut: Int, _ options: SolverOptions
  ) -> Int {
    let without = problem.weight(.roomsWithout) - (5 * earlier.weight + 1) / 2
    var bound = 0
    if without >= 0 {
      let anew = RoomBound(
        problem.weighingWithout(without), rounds: rounds, interruption: options.interruption?.part(0.5))
      bound = wholeBound(anew.bound) + earlier.weight * least.weight
    }
    if leftOut > 0 || without < 0 {
      let anew = RoomBound(problem, leftOut: leftOut, rounds: rounds, interruption: options.interruption)
      bound = max(bound, wholeBound(anew.bound))
    }
    return bound
  }

  /// How often the bound of a plan made anew is bettered: of thousands of people each time takes half a second, and the fewest
  /// moves are known without it.
  private var rounds: Int { min(RoomBound.limit, max(10, 120_000 / max(1, problem.lodgers.count))) }

  private func outcome(
    of lodging: Lodging, bound: Int, least: Int, isProven: Bool, _ options: SolverOptions
  ) -> Outcome<RoomPlan> {
    var figures = Figures(status: .feasible, terms: lodging.terms, bound: bound)
    figures.moves = Moves(count: lodging.moves, least: least)
    figures.status = options.status(of: figures)
    return .plan(plan(of: lodging.rooms, isProven: isProven), figures)
  }
}

extension RoomProblem {
  /// Whether a lodging keeps every hard rule.
  fileprivate func keepsRules(_ rooms: [Int]) -> Bool {
    var arrangement = RoomArrangement(self, familiesShare: true)
    for party in parties {
      // Who is left out leaves the others of the party in one room, or each in their own.
      for (room, members) in Dictionary(grouping: party, by: { rooms[$0] }).sorted(by: { $0.key < $1.key })
      where room >= 0 {
        let unit = RoomUnit(members, self)
        guard let cost = arrangement.cost(of: unit, in: room) else { return false }
        arrangement.place(unit, in: room, cost: cost)
      }
    }
    return true
  }
}
