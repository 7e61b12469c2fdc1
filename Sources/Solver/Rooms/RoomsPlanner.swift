public import Assembly
import IntegerProgramming
public import SolverShared

/// Lodges the people of an event in its hotels, with a bound that holds for every plan.
///
/// Groups lodged one by one at prices of scarce rooms bound the objective. Groups are packed into hotels and floors, and
/// parts of them are laid anew, over and over; at last rooms are handed out among people alike. Formulation.md has the models.
public struct RoomsPlanner: ModulePlanner {
  let problem: RoomProblem

  /// The allocation of the rooms of an event as the solver sees it.
  public init(_ problem: RoomProblem) {
    self.problem = problem
  }

  /// The allocation of an event's rooms; nothing when it has no hotel.
  public init?(_ event: Event, beside context: PlanningContext) {
    guard let problem = RoomProblem(event) else { return nil }
    self.init(problem)
  }

  /// Plans the rooms.
  public func solve(_ options: SolverOptions, from earlier: EarlierPlan?) -> Outcome<RoomPlan> {
    if let conflict = problem.conflict() { return .conflict(conflict) }
    if let places = earlier?.rooms { return replanned(from: places, options) }
    var work: [String: Int] = [:]
    let lagrangian = RoomBound(problem, interruption: options.interruption?.part(0.5))
    var bound = wholeBound(lagrangian.bound)
    work["bound iterations"] = lagrangian.iterations
    var laying = RoomLaying(problem, options)
    laying.layEverybody()
    let leftOut = findBeds(&laying, &work, options.interruption)
    if leftOut > 0 {
      let lagrangian = RoomBound(problem, leftOut: leftOut, interruption: options.interruption)
      bound = max(bound, wholeBound(lagrangian.bound))
    }
    let sharing = SharingBound(
      leftOut > 0 ? problem.weighingWithout(problem.weightOfLodging) : problem,
      interruption: options.interruption?.part(0.3))
    bound = max(bound, wholeBound(problem.counting(leftOut, in: sharing.bound ?? 0)))
    work["sharing nodes"] = sharing.nodes
    options.watch?.proved(bound)
    let target = Int(Double(bound) / max(1 - options.gap, 1e-9))
    work["rounds"] = better(&laying, to: target, options)
    if laying.objective > target, let floors = sharing.floorsOfGroup {
      var other = RoomLaying(problem.keeping(toFloors: floors), options)
      other.layEverybody()
      work["rounds"]! += better(&other, to: target, options)
      laying.takeWhereBetter(other.arrangement.roomOfLodger)
    }
    return outcome(of: laying, bound: bound, leftOut: leftOut, options, work)
  }

  /// Betters an arrangement, once boldly and once warily, until it costs no more than is wanted.
  ///
  /// - Returns: the rounds of ruin and recreate.
  private func better(_ laying: inout RoomLaying, to target: Int, _ options: SolverOptions) -> Int {
    var rounds = 0
    laying.exchangeRooms()
    for (share, heat) in [(0.6, 1.0), (0.4, 0.3)] where laying.objective > target {
      let renewal = RoomRenewal(laying, to: target, share: share, heat: heat, options)
      rounds += renewal.rounds
      laying = renewal.laying
      laying.exchangeRooms()
    }
    return rounds
  }

  /// Looks for beds for those who have none.
  ///
  /// - Returns: how many stay out in every plan, those with a rank counted twice.
  private func findBeds(
    _ laying: inout RoomLaying, _ work: inout [String: Int], _ interruption: Interruption?
  ) -> Int {
    guard laying.weightWithout > 0 else { return 0 }
    let lodging = LodgingClasses(problem)
    let leftOut = LeftOutBound(lodging, enough: laying.weightWithout, interruption: interruption)
    work["room fillings"] = leftOut.iterations
    let parties = problem.parties.count
    for attempt in 0..<RoomsPlanner.bedSearches where laying.weightWithout > leftOut.weight {
      var rooms = laying.arrangement.roomOfLodger
      if attempt == 1 {
        let dive = LodgingDive(
          lodging, wanted: lodging.weight + lodging.impossible - leftOut.weight, lodgers: rooms.count,
          interruption: interruption)
        work["lodging fillings"] = dive.fillings
        if let dived = dive.roomOfLodger {
          for lodger in rooms.indices where problem.lodgers[lodger].room == nil {
            rooms[lodger] = dived[lodger]
          }
        }
      }
      laying.findBeds(
        from: rooms, least: leftOut.weight - leftOut.impossible,
        work: min(2_000 * parties * parties, RoomsPlanner.bedTrials), attempt: attempt)
    }
    guard laying.weightWithout > leftOut.weight else { return leftOut.weight }
    let exact = ExactLodging(problem, fewerThan: laying.weightWithout)
    if let rooms = exact.roomOfLodger { laying.takeWhereBetter(rooms) }
    return max(leftOut.weight, exact.least ?? 0)
  }

  /// Searches for beds that are begun at most, each with other random numbers.
  private static let bedSearches = 3
  /// How often parties are tried in rooms at most by one of them.
  private static let bedTrials = 4_000_000

  private func outcome(
    of laying: RoomLaying, bound: Int, leftOut: Int, _ options: SolverOptions, _ work: [String: Int]
  ) -> Outcome<RoomPlan> {
    let rooms = RoomHandout(problem, laying.arrangement.roomOfLodger).roomOfLodger
    var figures = Figures(status: .feasible, terms: problem.terms(rooms), bound: bound)
    figures.work = work
    figures.status = options.status(of: figures)
    return .plan(plan(of: rooms, isProven: laying.weightWithout == leftOut), figures)
  }

  /// The plan of a lodging.
  ///
  /// - Parameters:
  ///   - rooms: the room of each lodger, −1 for none.
  ///   - isProven: whether no plan leaves fewer people out.
  func plan(of rooms: [Int], isProven: Bool) -> RoomPlan {
    RoomPlan(
      assignments: problem.lodgers.indices.filter { rooms[$0] >= 0 }.map {
        RoomAssignment(person: problem.lodgers[$0].person, room: rooms[$0])
      },
      unplaced: problem.unplaced(rooms, isProven: isProven))
  }
}
