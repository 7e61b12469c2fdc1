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
    guard mayUse(person, lineOf: seat), mayUse(person, section: place.section) else { return false }
    if problem.needsWheelchairPlace(person), !place.isWheelchairPlace, isActive(TableRow(.people, entry.row))
    {
      return false
    }
    return true
  }

  /// Whether the line of a seat is not kept for another role.
  func mayUse(_ person: Int, lineOf seat: Int) -> Bool {
    let place = problem.hall.seats[seat]
    guard let role = place.role, role != problem.event.people[person].role else { return true }
    return !isActive(TableRow(.hall, problem.hall.tableRowOfRun[place.run]))
  }

  /// Whether the person's group may sit in a section.
  func mayUse(_ person: Int, section: Int) -> Bool {
    let group = problem.event.groups[problem.event.people[person].group]
    guard !group.sections.isEmpty, !group.sections.contains(section), let row = group.row else { return true }
    return !isActive(TableRow(.groups, row))
  }

  /// Whether one of two people wishes to sit beside the other.
  func areBeside(_ one: Int, _ other: Int) -> Bool {
    beside.contains { ($0 == one && $1 == other) || ($0 == other && $1 == one) }
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

  /// People who are not to sit next to somebody, in no chain.
  var apartFromAnybody: [Int] {
    Set(apart.flatMap { [$0.0, $0.1] }).subtracting(people).sorted()
  }

  /// Every way to seat a chain, or some people of it who hang together.
  func placements(of chain: [Int]) -> [[Int: Int]] {
    guard !chain.contains(where: { pins[$0] != nil }) else { return shortenedLayings(of: chain) }
    return chain.indices.flatMap { first in
      (first..<chain.count).flatMap { layings(of: Array(chain[first...$0])) }
    }
  }

  /// Ways to seat some people of a chain that has a pin when not all of them find seats: everybody pinned, and others who
  /// hang together with one of them.
  func shortenedLayings(of chain: [Int]) -> [[Int: Int]] {
    let free = chain.filter { pins[$0] == nil }.prefix(HallWishes.longestChoice)
    return (0..<(1 << free.count)).flatMap { choice -> [[Int: Int]] in
      let chosen = Set(free.enumerated().filter { choice & (1 << $0.offset) != 0 }.map(\.element))
      let pieces = chain.split { pins[$0] == nil && !chosen.contains($0) }.map(Array.init)
      guard pieces.allSatisfy({ $0.contains { pins[$0] != nil } }) else { return [] }
      return pieces.reduce(into: [[:]]) { ways, piece in
        let layings = layings(of: piece)
        ways = ways.flatMap { way in
          layings.filter { Set($0.values).isDisjoint(with: way.values) }.map { way.merging($0) { $1 } }
        }
      }
    }
    .filter { keepsApart($0) }
  }

  /// People of one chain of whom every choice is tried.
  private static let longestChoice = 8

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
