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
  private let priority: [Int: Int]
  /// Group of each person, nothing for who is not due; looked up millions of times, which a person's record would slow.
  private let groupOfDue: [Int?]
  /// The seats of each file from the back to the front; none for rows, whose empty seats cost nothing.
  private let files: [[Int]]
  /// Everybody due, and what they would cost without a seat, by the priority of their groups.
  private let due: (people: Int, precedence: Int)

  /// Nothing for an event without a hall.
  package init?(_ event: Event) {
    guard let hall = event.hall else { return nil }
    self.event = event
    self.hall = hall
    geometry = HallGeometry(hall, method: event.settings.hallMethod)
    let due = event.people.filter(\.isDueInHall)
    let groups = Set(due.map(\.group)).sorted()
    let priority = Dictionary(
      groups.enumerated().map { ($1, groups.count - 1 - $0) }, uniquingKeysWith: { first, _ in first })
    self.groups = groups
    self.priority = priority
    groupOfDue = event.groupOfDue
    files = event.settings.hallMethod == .horizontal ? [] : geometry.files(of: hall)
    let depths = geometry.depthCount
    self.due = (due.count, due.reduce(0) { $0 + (priority[$1.group] ?? 0) * depths })
  }

  /// The terms of a seating; those of a part of one differ from one another as the whole ones do, where nothing but
  /// the part changes and it has all people of every group in it.
  ///
  /// - Parameter others: seats that people beside those of the part hold, where it is one.
  package func terms(of assignments: [HallAssignment], beside others: Set<Int> = []) -> [Term: Int] {
    let seating = HallSeating(assignments, groupOfDue: groupOfDue, seats: hall.seats.count)
    let shape = shape(of: seating)
    let precedence = seating.seatOf.reduce(due.precedence) { sum, assignment in
      let (person, seat) = assignment
      return sum - (priority[groupOfDue[person]!] ?? 0) * (geometry.depthCount - geometry.depth[seat])
    }
    let weights = event.settings.weights
    return [
      .hallUnseated: weighted(weights[.hallUnseated], due.people - seating.seatOf.count),
      .hallPart: weighted(weights[.hallPart], shape.parts),
      .hallRun: weighted(weights[.hallRun], shape.runs),
      .hallLone: weighted(weights[.hallLone], shape.lone),
      .hallHole: weighted(weights[.hallHole], holes { seating.personOf[$0] != nil || others.contains($0) }),
      .hallPrecedence: event.settings.hallOrder == .free ? 0 : weighted(weights[.hallPrecedence], precedence),
    ]
  }

  /// Empty seats, open to all, with somebody behind them in their file. Wheelchair places are not open to all.
  private func holes(isTaken: (Int) -> Bool) -> Int {
    files.reduce(0) { count, file in
      file.drop { !isTaken($0) }.reduce(count) { $0 + (!isTaken($1) && hall.isOpenToAll($1) ? 1 : 0) }
    }
  }

  /// How the seats that hold these people, all of one group, hang together.
  package func shape(of assignments: [HallAssignment]) -> GroupShapes {
    shape(of: HallSeating(assignments, groupOfDue: groupOfDue, seats: hall.seats.count))
  }

  private func shape(of seating: HallSeating) -> GroupShapes {
    GroupShapes(seating.takenSeats, hall, geometry, method: event.settings.hallMethod)
  }
}

extension Hall {
  /// Whether a seat is neither held nor kept for a role nor for wheelchairs.
  fileprivate func isOpenToAll(_ seat: Int) -> Bool {
    !seats[seat].isHeld && seats[seat].role == nil && !seats[seat].isWheelchairPlace
  }
}

extension HallGeometry {
  /// The seats of each line, the farthest from the stage first.
  fileprivate func files(of hall: Hall) -> [[Int]] {
    struct File: Hashable {
      let section: Int
      let line: Double
    }
    return Dictionary(grouping: hall.seats.indices) { File(section: hall.seats[$0].section, line: line[$0]) }
      .values.map { $0.sorted { hall.seats[$0].y > hall.seats[$1].y } }
  }
}

extension Event {
  /// Group of each person, nothing for who is not due in the hall.
  var groupOfDue: [Int?] {
    people.map { $0.isDueInHall ? $0.group : nil }
  }
}

/// Who of those due holds which seat.
struct HallSeating {
  /// Seat of each person; a person's first one.
  let seatOf: [Int: Int]
  /// Who holds each seat that is taken.
  let personOf: [Int: Int]
  /// The seats that are taken, in the order of the hall, each with the group of who holds it.
  let takenSeats: [TakenSeat]

  struct TakenSeat {
    let seat: Int
    /// Index in `Event.groups`.
    let group: Int
  }

  /// - Parameter groupOfDue: group of each person of the event, nothing for who is not due.
  init(_ assignments: [HallAssignment], groupOfDue: [Int?], seats: Int) {
    var seatOf: [Int: Int] = [:]
    var personOf: [Int: Int] = [:]
    seatOf.reserveCapacity(assignments.count)
    personOf.reserveCapacity(assignments.count)
    for assignment in assignments
    where groupOfDue.indices.contains(assignment.person) && 0..<seats ~= assignment.seat {
      guard groupOfDue[assignment.person] != nil, seatOf[assignment.person] == nil else { continue }
      seatOf[assignment.person] = assignment.seat
      personOf[assignment.seat] = assignment.person
    }
    self.seatOf = seatOf
    self.personOf = personOf
    takenSeats = personOf.map { TakenSeat(seat: $0, group: groupOfDue[$1]!) }
      .sorted { $0.seat < $1.seat }
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

  /// - Parameter taken: the seats that people hold, in the order of the hall.
  /// - Complexity: O(taken log taken).
  init(_ taken: [HallSeating.TakenSeat], _ hall: Hall, _ geometry: HallGeometry, method: HallMethod) {
    // Below a seat is known by its index in `taken`.
    let along = taken.map { geometry.along[$0.seat] }
    var strips: [Strip: [Int]] = [:]
    var size: [Int: Int] = [:]
    for (index, (seat, group)) in taken.map({ ($0.seat, $0.group) }).enumerated() {
      size[group, default: 0] += 1
      strips[Strip(group: group, section: hall.seats[seat].section, line: geometry.line[seat]), default: []]
        .append(index)
    }
    strips = strips.mapValues { seats in seats.sorted { (along[$0], $0) < (along[$1], $1) } }
    var sets = DisjointSets(count: taken.count)
    var hasNeighbour = [Bool](repeating: false, count: taken.count)

    var joined = 0
    func join(_ one: Int, _ other: Int) {
      if sets.join(one, other) { joined += 1 }
    }
    func joinNeighbours(_ one: Int, _ other: Int) {
      join(one, other)
      hasNeighbour[one] = true
      hasNeighbour[other] = true
    }
    switch method {
    case .horizontal:
      for (index, (one, other)) in zip(taken, taken.dropFirst()).enumerated()
      where one.group == other.group && one.seat + 1 == other.seat
        && hall.seats[one.seat].run == hall.seats[other.seat].run
      { joinNeighbours(index, index + 1) }
    case .vertical, .outward:
      for seats in strips.values { pair(seats, seats, along, differing: (1, 1), joinNeighbours) }
    }
    runs = taken.count - joined
    lone = taken.indices.count { !hasNeighbour[$0] && size[taken[$0].group]! >= 2 }
    // Positions given with decimals may miss a whole difference by their last bit.
    let reach = 1 + 1e-9
    for (strip, seats) in strips {
      let next = Strip(group: strip.group, section: strip.section, line: strip.line + 1)
      if let others = strips[next] { pair(seats, others, along, differing: (-reach, reach), join) }
    }
    parts = taken.count - joined
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
