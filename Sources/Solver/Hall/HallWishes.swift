import Assembly
import SolverShared

/// The wishes that bind seats in the hall, restricted to some rows of the event's tables.
///
/// Rows are what an organizer can change: a person's row with all its wishes, a group's row that binds it to sections,
/// a line of the hall kept for one role. Leaving rows out tells which of them conflict.
struct HallWishes {
  let problem: HallProblem
  /// People named in a wish of these rows, or who need a wheelchair place.
  let people: [Int]
  /// Seat by person.
  let pins: [Int: Int]
  /// People linked by `beside`, and single people, each chain from one end to the other.
  let chains: [[Int]]
  /// People whose `beside` no row of seats can hold.
  let knots: [[Int]]
  let beside: [(Int, Int)]
  let apart: [(Int, Int)]
  private let isActive: (TableRow) -> Bool

  init(_ problem: HallProblem, isActive: @escaping (TableRow) -> Bool = { _ in true }) {
    self.problem = problem
    self.isActive = isActive
    let event = problem.event
    var pins: [Int: Int] = [:]
    var links: [(Int, Int)] = []
    var apart: [(Int, Int)] = []
    var people: Set<Int> = []
    for (index, person) in event.people.enumerated() {
      guard person.isDueInHall, isActive(TableRow(.people, person.row)) else { continue }
      pins[index] = problem.pins[index]
      if pins[index] != nil || problem.needsWheelchairPlace(index) { people.insert(index) }
      links += person.beside.filter { event.people[$0].isDueInHall }.map { (index, $0) }
      apart += person.apart.filter { event.people[$0].isDueInHall }.map { (index, $0) }
    }
    for (first, second) in links { people.formUnion([first, second]) }
    self.pins = pins
    beside = links
    self.apart = apart
    self.people = people.sorted()
    let components = BesideChains(of: self.people, beside: links)
    chains = components.chains
    knots = components.knots
  }

  /// Whether a seat suits a person as far as the active rows say.
  ///
  /// A held seat is for people pinned to it; they bring their own right to sit there.
  func suits(_ person: Int, _ seat: Int) -> Bool {
    let place = problem.hall.seats[seat]
    let entry = problem.event.people[person]
    if let pin = pins[person] {
      guard pin == seat else { return false }
    } else if place.isHeld {
      return false
    }
    if let role = place.role, role != entry.role,
      isActive(TableRow(.hall, problem.hall.tableRowOfRun[place.run]))
    {
      return false
    }
    if problem.needsWheelchairPlace(person), !place.isWheelchairPlace, isActive(TableRow(.people, entry.row))
    {
      return false
    }
    let group = problem.event.groups[entry.group]
    if !group.sections.isEmpty, !group.sections.contains(place.section), let row = group.row,
      isActive(TableRow(.groups, row))
    {
      return false
    }
    return true
  }

  /// Every way to seat a chain as far as its own people's wishes allow, in order of seats.
  func layings(of chain: [Int]) -> [[Int: Int]] {
    var result: [[Int: Int]] = []
    for order in chain.count == 1 ? [chain] : [chain, chain.reversed()] {
      for start in starts(of: order) {
        let seats = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, start + $0) })
        if order.allSatisfy({ suits($0, seats[$0]!) }), keepsApart(seats), problem.keepOrder(seats, seats) {
          result.append(seats)
        }
      }
    }
    return result
  }

  /// Seats where the first of `order` may sit so that all of them fit into one run.
  private func starts(of order: [Int]) -> [Int] {
    let hall = problem.hall
    func fits(_ start: Int) -> Bool {
      hall.seats.indices.contains(start) && hall.runs[hall.seats[start].run].contains(start + order.count - 1)
    }
    if let position = order.firstIndex(where: { pins[$0] != nil }) {
      let start = pins[order[position]]! - position
      return fits(start) && hall.seats[start].run == hall.seats[pins[order[position]]!].run ? [start] : []
    }
    return hall.seats.indices.filter(fits)
  }

  private func keepsApart(_ seats: [Int: Int]) -> Bool {
    !apart.contains { first, second in
      guard let one = seats[first], let other = seats[second] else { return false }
      return problem.hall.neighbours(of: one).contains(other)
    }
  }
}
