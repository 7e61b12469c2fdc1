public import Assembly

/// The terms of the hall's objective, computed from who sits where (objectives.md §2).
///
/// People who are not due in the hall, seats that do not exist and a person's second seat count nothing; with `free`
/// precedence has weight 0.
///
/// - Complexity: O(seats log seats).
public func hallTerms(of assignments: [HallAssignment], in event: Event) -> [Term: Int] {
  HallEvaluation(event)?.terms(of: assignments) ?? [:]
}

/// Computes terms of many seatings of one hall.
package struct HallEvaluation: Sendable {
  /// Depths of the seats, and what follows from the method.
  package let geometry: HallGeometry
  /// Groups of which somebody is due in the hall, in their order; indices in `Event.groups`.
  package let groups: [Int]
  private let event: Event
  private let hall: Hall
  private let due: [Int]

  /// Nothing for an event without a hall.
  package init?(_ event: Event) {
    guard let hall = event.hall else { return nil }
    self.event = event
    self.hall = hall
    geometry = HallGeometry(hall, method: event.settings.hallMethod)
    due = event.people.indices.filter { event.people[$0].isDueInHall }
    groups = Set(due.map { [event] in event.people[$0].group }).sorted()
  }

  /// The terms of a seating; those of a part of one differ from one another as the whole ones do, where nothing but
  /// the part changes and it has all people of every group in it.
  package func terms(of assignments: [HallAssignment]) -> [Term: Int] {
    let seating = HallSeating(assignments, in: event, hall)
    let shape = GroupShapes(seating, hall, geometry, method: event.settings.hallMethod)
    let priority = Dictionary(
      groups.enumerated().map { ($1, groups.count - 1 - $0) }, uniquingKeysWith: { first, _ in first })
    let precedence = due.reduce(0) { sum, person in
      let depth = seating.seatOf[person].map { geometry.depth[$0] } ?? geometry.depthCount
      return sum + (priority[event.people[person].group] ?? 0) * depth
    }
    let weights = event.settings.weights
    return [
      .unseated: weighted(weights[.unseated], due.count - seating.seatOf.count),
      .part: weighted(weights[.part], shape.parts),
      .run: weighted(weights[.run], shape.runs),
      .lone: weighted(weights[.lone], shape.lone),
      .precedence: event.settings.hallOrder == .free ? 0 : weighted(weights[.precedence], precedence),
    ]
  }

  /// How the seats that hold these people, all of one group, hang together.
  package func shape(of assignments: [HallAssignment]) -> GroupShapes {
    GroupShapes(
      HallSeating(assignments, in: event, hall), hall, geometry, method: event.settings.hallMethod)
  }
}

/// Who of those due holds which seat.
struct HallSeating {
  /// Seat of each person; a person's first one.
  let seatOf: [Int: Int]
  /// Who holds each seat.
  let personOf: [Int?]
  /// Index in `Event.groups` of who holds each seat.
  let groupOf: [Int?]

  init(_ assignments: [HallAssignment], in event: Event, _ hall: Hall) {
    var seatOf: [Int: Int] = [:]
    var personOf = [Int?](repeating: nil, count: hall.seats.count)
    for assignment in assignments
    where event.people.indices.contains(assignment.person) && hall.seats.indices.contains(assignment.seat) {
      guard event.people[assignment.person].isDueInHall, seatOf[assignment.person] == nil else { continue }
      seatOf[assignment.person] = assignment.seat
      personOf[assignment.seat] = assignment.person
    }
    self.seatOf = seatOf
    self.personOf = personOf
    groupOf = personOf.map { $0.map { event.people[$0].group } }
  }
}

/// How the seats of groups hang together.
package struct GroupShapes {
  package private(set) var runs = 0
  package private(set) var lone = 0
  package private(set) var parts = 0

  /// One group's share of a line.
  private struct Strip: Hashable {
    let group: Int
    let section: Int
    let line: Double
  }

  init(_ seating: HallSeating, _ hall: Hall, _ geometry: HallGeometry, method: HallMethod) {
    var strips: [Strip: [Int]] = [:]
    var size: [Int: Int] = [:]
    for (seat, group) in seating.groupOf.enumerated() {
      guard let group else { continue }
      size[group, default: 0] += 1
      strips[Strip(group: group, section: hall.seats[seat].section, line: geometry.line[seat]), default: []]
        .append(seat)
    }
    strips = strips.mapValues { seats in
      seats.sorted { (geometry.along[$0], $0) < (geometry.along[$1], $1) }
    }
    var sets = DisjointSets(count: hall.seats.count)
    var hasNeighbour = [Bool](repeating: false, count: hall.seats.count)
    let taken = size.values.reduce(0, +)

    var joined = 0
    func join(_ one: Int, _ other: Int) {
      if sets.join(one, other) { joined += 1 }
    }
    func joinNeighbours(_ one: Int, _ other: Int) {
      join(one, other)
      hasNeighbour[one] = true
      hasNeighbour[other] = true
    }
    for seats in strips.values {
      switch method {
      case .horizontal:
        for seat in seats where hall.runs[hall.seats[seat].run].contains(seat + 1) {
          if seating.groupOf[seat] == seating.groupOf[seat + 1] { joinNeighbours(seat, seat + 1) }
        }
      case .vertical, .outward:
        pair(seats, seats, geometry.along, differing: (1, 1), joinNeighbours)
      }
    }
    runs = taken - joined
    lone = seating.groupOf.enumerated().count { seat, group in
      group.map { !hasNeighbour[seat] && size[$0]! >= 2 } ?? false
    }
    // Positions given with decimals may miss a whole difference by their last bit.
    let reach = 1 + 1e-9
    for (strip, seats) in strips {
      let next = Strip(group: strip.group, section: strip.section, line: strip.line + 1)
      if let others = strips[next] {
        pair(seats, others, geometry.along, differing: (-reach, reach), join)
      }
    }
    parts = taken - joined
  }
}

/// Pairs seats of two lines sorted by position so that those whose positions differ by a value of `difference` are
/// connected: not every such pair is told, but a chain between its seats, and each seat that has a partner is told
/// with one.
///
/// - Complexity: O(first.count + second.count).
private func pair(
  _ first: [Int], _ second: [Int], _ position: [Double], differing difference: (least: Double, most: Double),
  _ connect: (Int, Int) -> Void
) {
  var start = 0
  var reached = 0
  for seat in first {
    let (least, most) = (position[seat] + difference.least, position[seat] + difference.most)
    func isInWindow(_ other: Int) -> Bool { least <= position[other] && position[other] <= most }
    while start < second.count, position[second[start]] < least { start += 1 }
    // Seats of the window that an earlier seat has reached already hang together: one of them is enough.
    if start < reached, isInWindow(second[start]) { connect(seat, second[start]) }
    reached = max(reached, start)
    while reached < second.count, isInWindow(second[reached]) {
      connect(seat, second[reached])
      reached += 1
    }
  }
}

/// Sets of numbers that are joined step by step, with path halving.
private struct DisjointSets {
  private var parent: [Int]

  init(count: Int) {
    parent = Array(0..<count)
  }

  /// Joins the sets of two numbers; false when they were one set.
  mutating func join(_ one: Int, _ other: Int) -> Bool {
    let (first, second) = (root(one), root(other))
    parent[max(first, second)] = min(first, second)
    return first != second
  }

  private mutating func root(_ number: Int) -> Int {
    var number = number
    while parent[number] != number {
      parent[number] = parent[parent[number]]
      number = parent[number]
    }
    return number
  }
}
