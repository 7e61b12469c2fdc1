import Assembly
import IntegerProgramming

/// Bounds from counting alone, each term by itself.
///
/// *Unseated*: a maximum flow of people into the seats that they may have. *Parts*: ``LeastParts``. *Runs*: a group with a
/// seat has at least as many as its people fill longest lines. *Precedence*: people in order of priority take the seats in
/// order of depth, which by the rearrangement inequality no plan beats; who has no seat counts with depth D.
struct HallCount {
  /// People who must stay out, however the seats are given.
  let absent: Int
  /// Parts at least when everybody sits.
  let parts: Int
  /// No plan in which everybody sits costs less; Int.max when there is none.
  let everybodySits: Int
  /// No plan in which somebody has no seat costs less.
  let withAbsence: Int

  /// No plan costs less.
  var everyPlan: Int { min(everybodySits, withAbsence) }

  /// - Complexity: O(seats log seats) and one flow.
  init(_ problem: HallProblem, _ parts: LeastParts) {
    let open = problem.openSeats
    let precedence = problem.precedenceBound(open) * problem.weight(.hallPrecedence)
    absent = problem.leastAbsent
    self.parts = parts.count
    withAbsence = problem.piecesWithAbsence(of: max(1, absent)) + precedence
    everybodySits =
      absent > 0
      ? .max
      : problem.weight(.hallPart) * parts.count + problem.runsWhenAllSit * problem.weight(.hallRun)
        + precedence
  }
}

extension HallProblem {
  /// People beyond a maximum flow of people into seats: by sections, roles, wheelchair places and pins.
  var leastAbsent: Int {
    struct Supply: Hashable {
      let section: Int
      let role: Role?
      let isWheelchairPlace: Bool
      /// The seat, where somebody is pinned to it.
      let pinned: Int?
    }
    struct Demand: Hashable {
      let sections: [Int]
      let role: Role
      let needsWheelchairPlace: Bool
      let pin: Int?
    }
    let pinnedSeats = Set(pins.values)
    func supply(_ seat: Int) -> Supply {
      let place = hall.seats[seat]
      return Supply(
        section: place.section, role: place.role, isWheelchairPlace: place.isWheelchairPlace,
        pinned: pinnedSeats.contains(seat) ? seat : nil)
    }
    func demand(_ person: Int, of group: SeatedGroup) -> Demand {
      Demand(
        sections: group.sections, role: event.people[person].role,
        needsWheelchairPlace: needsWheelchairPlace(person), pin: pins[person])
    }
    let supplies = Dictionary(grouping: openSeats, by: supply).sorted { $0.value[0] < $1.value[0] }
    let demands = Dictionary(
      grouping: groups.flatMap { group in group.members.map { (person: $0, demand: demand($0, of: group)) } },
      by: \.demand
    ).sorted { $0.value[0].person < $1.value[0].person }
    func suits(_ supply: Supply, _ demand: Demand) -> Bool {
      if let pin = demand.pin { return supply.pinned == pin }
      return supply.pinned == nil && supply.role ?? demand.role == demand.role
        && (demand.sections.isEmpty || demand.sections.contains(supply.section))
        && (supply.isWheelchairPlace || !demand.needsWheelchairPlace)
    }
    let flow = CapacityGuard(
      demand: demands.map(\.value.count), supply: supplies.map(\.value.count),
      allowed: demands.map { demand in supplies.indices.filter { suits(supplies[$0].key, demand.key) } })
    return dueCount - demands.indices.reduce(0) { $0 + flow.promises(to: $1) }
  }

  func precedenceBound(_ seats: [Int]) -> Int {
    let available = seats.map { depths[$0] }.sorted()
    var next = 0
    var sum = 0
    for group in groups {
      for _ in group.members {
        sum += group.priority * (next < available.count ? available[next] : depthCount)
        next += 1
      }
    }
    return sum
  }

  /// Each group has as few runs as its size allows.
  fileprivate var runsWhenAllSit: Int {
    let method = event.settings.hallMethod
    let longest =
      (method == .horizontal ? hall.runs.map(\.count) : hall.lines(for: method).values.map(\.count)).max()
      ?? 1
    return groups.reduce(0) { $0 + ($1.members.count + longest - 1) / longest }
  }

  /// Absence, parts and runs when so many people at least have no seat: k whole groups, the smallest, may be missing.
  func piecesWithAbsence(of absent: Int) -> Int {
    let sizes = groups.map(\.members.count).sorted()
    var least = Int.max
    var missing = 0
    for k in 0...sizes.count {
      let unseated = max(absent, missing)
      least = min(
        least, weight(.hallUnseated) * unseated + (weight(.hallPart) + weight(.hallRun)) * (sizes.count - k))
      if k < sizes.count { missing += sizes[k] }
    }
    return least
  }
}
