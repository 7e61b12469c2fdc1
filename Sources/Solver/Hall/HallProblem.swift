public import Assembly

/// The hall of an event as its solver sees it: who is due there, in which groups, and how the seats lie.
///
/// Valid by construction; making it takes O(seats log seats).
public struct HallProblem: Sendable {
  /// The event, valid as it is.
  public let event: Event
  /// The hall of the event.
  public private(set) var hall: Hall
  /// Groups of which somebody is due, in order.
  public let groups: [SeatedGroup]
  /// Index in ``groups`` of each person's group; nothing for who is not due.
  public let groupOfPerson: [Int?]
  /// The seats that the list gives to people by name: seat by person.
  public private(set) var pins: [Int: Int]
  /// Whether a person does not count for the order of groups that `strict` asks for, wherever they sit.
  let isExempt: [Bool]
  /// Whether a line is kept for the role of a person, or of somebody beside them.
  private let mayUseKeptLine: [Bool]
  /// Depth of each seat, an index among the distinct depths of the hall.
  public let depths: [Int]
  /// D, the number of distinct depths; somebody without a seat counts with it.
  public let depthCount: Int

  /// A group of which somebody is due in the hall.
  public struct SeatedGroup: Sendable {
    /// Index in `Event.groups`.
    public let group: Int
    /// People due in the hall, in listed order.
    public let members: [Int]
    /// Indices of the sections that bind it, sorted; nothing binds it when empty.
    public let sections: [Int]
    /// G − 1 − index.
    public let priority: Int
  }

  /// The hall problem of an event; nothing when it has no hall.
  public init?(_ event: Event) {
    guard let hall = event.hall else { return nil }
    self.event = event
    self.hall = hall
    let due = event.groups.enumerated().compactMap { index, group in
      let members = group.members.filter { event.people[$0].isDueInHall }
      return members.isEmpty ? nil : (index, members, group.sections.sorted())
    }
    groups = due.enumerated().map { index, group in
      SeatedGroup(group: group.0, members: group.1, sections: group.2, priority: due.count - 1 - index)
    }
    var groupOfPerson = [Int?](repeating: nil, count: event.people.count)
    for (index, group) in groups.enumerated() {
      for person in group.members { groupOfPerson[person] = index }
    }
    self.groupOfPerson = groupOfPerson
    let directory = SeatDirectory(hall)
    var pins: [Int: Int] = [:]
    for (index, person) in event.people.enumerated() where person.isDueInHall {
      guard case .hall(let section, let row, let number) = person.seat else { continue }
      pins[index] = directory.seat(section: section, row: row, number: number)
    }
    self.pins = pins
    let offersWheelchairPlaces = hall.offersWheelchairPlaces
    isExempt = event.withThoseBeside { person in
      pins[person] != nil
        || (offersWheelchairPlaces && event.people[person].needs.contains(.wheelchair)
          && event.people[person].isDueInHall)
    }
    let rolesWithLines = Set(hall.seats.compactMap(\.role))
    mayUseKeptLine = event.withThoseBeside { rolesWithLines.contains(event.people[$0].role) }
    (depths, depthCount) = hall.depths(for: event.settings.hallMethod)
  }

  /// The people who are to sit in the hall.
  public var dueCount: Int {
    groups.reduce(0) { $0 + $1.members.count }
  }

  /// Whether no seat of a group may be deeper by more than 1 than any seat of a later group.
  var isStrict: Bool { event.settings.hallOrder == .strict }

  /// The weight of a term; `free` does not count precedence.
  public func weight(_ term: Term) -> Int {
    term == .hallPrecedence && event.settings.hallOrder == .free ? 0 : event.settings.weights[term]
  }

  /// How many of these people (indices) each group has.
  func sizes(of people: [Int]) -> [Int] {
    people.reduce(into: Array(repeating: 0, count: groups.count)) { $0[groupOfPerson[$1]!] += 1 }
  }

  /// The same problem with these seats held for those who have them already.
  func holding(_ seats: some Sequence<Int>) -> HallProblem {
    var problem = self
    problem.hall = hall.holding(seats)
    return problem
  }

  /// The same problem with all these seats given by name: seat by person.
  func pinning(_ given: [Int: Int]) -> HallProblem {
    var problem = self
    problem.pins = given
    return problem
  }

  /// Whether a person on a seat counts for the order of groups: nobody does in a line kept for their role.
  func countsForOrder(_ person: Int, _ seat: Int) -> Bool {
    isStrict && !isExempt[person] && hall.seats[seat].role == nil
  }

  /// Whether a person counts for the order of groups on whatever seat they may have.
  func countsForOrderAnywhere(_ person: Int) -> Bool {
    isStrict && !isExempt[person] && !mayUseKeptLine[person]
  }

  /// Whether anybody may have a seat: it is neither held nor kept for a role nor among those given.
  func isOpenToAll(_ seat: Int, given: Set<Int>) -> Bool {
    !hall.seats[seat].isHeld && hall.seats[seat].role == nil && !given.contains(seat)
  }

  /// Whether a person needs a wheelchair place and the hall offers any.
  public func needsWheelchairPlace(_ person: Int) -> Bool {
    // The person first: few ask, and the hall looks over all its seats to answer.
    event.people[person].needs.contains(.wheelchair) && hall.offersWheelchairPlaces
  }
}

extension Event {
  /// For each person whether they are chosen, or somebody chosen whom they are beside by a wish.
  fileprivate func withThoseBeside(_ isChosen: (Int) -> Bool) -> [Bool] {
    let chosen = people.indices.map(isChosen)
    var all = chosen
    for (index, person) in people.enumerated() {
      for other in person.beside {
        if chosen[index] { all[other] = true }
        if chosen[other] { all[index] = true }
      }
    }
    return all
  }
}
