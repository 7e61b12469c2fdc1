/// How a plan differs from an earlier one, for the people who must be told.
///
/// Both plans are of events of their own: people are those of ``Event/people(named:)``, places are the same when they are
/// printed alike.
public struct PlanComparison: Sendable, Hashable {
  /// A place as it is told to people.
  public enum Place: Sendable, Hashable {
    case rostrum(row: Int, seat: Int)
    case hall(section: String, row: PrintedName, seat: PrintedName)
    case room(hotel: String, room: String)
    /// A ride: the number that the vehicle shows, where it is boarded, and when it leaves.
    case ride(number: Int, from: String, depart: Moment)

    /// When a ride leaves; nothing for any other place.
    var departure: Moment? { if case .ride(_, _, let depart) = self { depart } else { nil } }
  }

  /// What a place is for: one module, or one purpose of rides.
  public enum Use: Sendable, Hashable {
    case seat
    case room
    /// A transfer by its id.
    case transfer(String)
    case pickup
    case dropoff

    /// Whether it is a ride.
    public var isRide: Bool { self != .seat && self != .room }

    /// The module that gives such places; of seats that of the place.
    func module(_ place: Place?) -> Module {
      switch self {
      case .seat: if case .rostrum = place { .rostrum } else { .hall }
      case .room: .rooms
      case .transfer, .pickup, .dropoff: .vehicles
      }
    }
  }

  /// Why somebody is elsewhere.
  public enum Cause: Sendable, Hashable {
    /// They are absent now.
    case absent
    /// They are no longer on the list.
    case removed
    /// They are new on the list.
    case new
    /// They had no place before.
    case placed
    /// There is no place for them any more.
    case unplaced
    /// The table gives them the new place.
    case pinned
    /// Their place is no longer there.
    case placeGone
    /// Somebody else has their place: index in the new event's people.
    case takenBy(Int)
    /// They took the place of somebody who is gone: index in the earlier event's people.
    case inPlaceOf(Int)
    /// They travel at another time, or between other places.
    case journeyChanged
    /// The vehicle that showed their number is no longer there.
    case vehicleGone
    /// None of these: places of others were changed.
    case rearranged
  }

  /// Somebody who is elsewhere, new or gone.
  public struct Change: Sendable, Hashable {
    /// Index in the new event's people; nothing for who is no longer there.
    public let person: Int?
    /// Index in the earlier event's people; nothing for who was not there.
    public let earlierPerson: Int?
    /// What the place is for.
    public let use: Use
    /// The module that gives the place.
    public let module: Module
    /// Nothing for who had none.
    public let from: Place?
    /// Nothing for who has none.
    public let to: Place?
    /// Why.
    public internal(set) var cause: Cause
    /// Changes of one chain follow from one another, each into the place of another; counted from 1.
    public internal(set) var chain: Int

    /// Whether they had a place and have another one.
    public var isMove: Bool { from != nil && to != nil }
  }

  /// In the order of modules, then of people, rides as they leave.
  public private(set) var changes: [Change] = []
  private let usesBefore: Set<Use>
  /// Those of whom any ride changed, and whether they have any ride in either plan.
  public var changedRiders: [(rodeBefore: Bool, ridesNow: Bool)] { riders.map { ($0.before, $0.now) } }
  private var riders: [Rider] = []

  private struct Rider: Sendable, Hashable {
    let before: Bool
    let now: Bool
  }

  /// Whether the earlier plan gives anything for a use.
  public func had(_ use: Use) -> Bool { usesBefore.contains(use) }

  /// Whether anybody rides by the earlier plan.
  public var hadRides: Bool { !usesBefore.isSubset(of: [.seat, .room]) }

  private struct Key: Hashable {
    let person: Int
    let use: Use
  }

  /// Compares two plans.
  ///
  /// - Complexity: O(people + places + rides).
  public init(from earlier: (event: Event, plan: EventPlan), to now: (event: Event, plan: EventPlan)) {
    let names = earlier.event.people.map { PersonName(id: $0.id, name: $0.name, group: $0.groupName ?? "") }
    let personNow = now.event.people(named: names)
    var personBefore = [Int?](repeating: nil, count: now.event.people.count)
    for (before, person) in personNow.enumerated() { if let person { personBefore[person] = before } }
    let (old, new) = (Self.places(earlier.plan, earlier.event), Self.places(now.plan, now.event))
    usesBefore = Set(old.keys.map(\.use))
    var changes: [Change] = []
    for (key, place) in new {
      let before = personBefore[key.person]
      let from = before.flatMap { old[Key(person: $0, use: key.use)] }
      guard from != place else { continue }
      changes.append(
        Change(
          person: key.person, earlierPerson: before, use: key.use, module: key.use.module(place), from: from,
          to: place, cause: .rearranged, chain: 0))
    }
    for (key, place) in old {
      let person = personNow[key.person]
      guard person.map({ new[Key(person: $0, use: key.use)] == nil }) ?? true else { continue }
      changes.append(
        Change(
          person: person, earlierPerson: key.person, use: key.use, module: key.use.module(place), from: place,
          to: nil, cause: .removed, chain: 0))
    }
    // Modules that one of the plans has not are not compared.
    changes = changes.filter { change in
      change.use == .seat
        || earlier.plan[change.module] != nil && now.plan[change.module] != nil
    }
    let modules = Module.allCases
    self.changes = changes.sorted { one, other in
      func key(_ change: Change) -> (Int, Int, Int, String) {
        (
          modules.firstIndex(of: change.module)!, change.person ?? .max, change.earlierPerson ?? .max,
          "\((change.to ?? change.from)?.departure?.description ?? "") \(change.use)"
        )
      }
      return key(one) < key(other)
    }
    explain(earlier, now.event, old, new)
    let rodeBefore = Set(old.keys.filter { $0.use.isRide }.map(\.person))
    let rideNow = Set(new.keys.filter { $0.use.isRide }.map(\.person))
    var known: Set<[Int?]> = []
    for change in self.changes
    where change.use.isRide && known.insert([change.person, change.earlierPerson]).inserted {
      riders.append(
        Rider(
          before: change.earlierPerson.map(rodeBefore.contains) ?? false,
          now: change.person.map(rideNow.contains) ?? false))
    }
  }

  // MARK: Places

  private static func places(_ plan: EventPlan, _ event: Event) -> [Key: Place] {
    var places: [Key: Place] = [:]
    for entry in plan.rostrum?.assignments ?? [] {
      places[Key(person: entry.person, use: .seat)] = .rostrum(row: entry.seat.row, seat: entry.seat.seat)
    }
    if let hall = event.hall {
      for entry in plan.hall?.assignments ?? [] {
        let seat = hall.seats[entry.seat]
        places[Key(person: entry.person, use: .seat)] = .hall(
          section: hall.sections[seat.section], row: seat.rowName, seat: seat.number)
      }
    }
    if let stock = event.roomStock {
      for entry in plan.rooms?.assignments ?? [] {
        let room = stock.rooms[entry.room]
        places[Key(person: entry.person, use: .room)] = .room(hotel: room.hotel, room: room.number)
      }
    }
    if let plan = plan.vehicles, let fleet = event.fleet {
      let numbers = plan.numbers(in: event)
      for run in plan.runs {
        let use: Use =
          switch run.purpose {
          case .pickup: .pickup
          case .dropoff: .dropoff
          case .transfer(let index): .transfer(fleet.transfers[index].id)
          }
        for rider in run.riders {
          places[Key(person: rider, use: use)] = .ride(
            number: numbers[run.vehicle] ?? 0, from: run.from, depart: run.depart)
        }
      }
    }
    return places
  }

  // MARK: Causes

  private mutating func explain(
    _ earlier: (event: Event, plan: EventPlan), _ now: Event, _ old: [Key: Place], _ new: [Key: Place]
  ) {
    // Seats are taken from one another; of a room only who is new there counts.
    var holderNow: [Place: Int] = [:]
    for (key, place) in new where key.use == .seat { holderNow[place] = key.person }
    for change in changes.reversed() where change.use == .room {
      if let to = change.to, let person = change.person { holderNow[to] = person }
    }
    var holderBefore: [Place: Int] = [:]
    for (key, place) in old where key.use == .seat { holderBefore[place] = key.person }
    let placesNow = Self.allPlaces(now)
    let goneNumbers = Self.goneNumbers(earlier.plan, earlier.event, now)
    for index in changes.indices {
      let change = changes[index]
      changes[index].cause =
        change.module == .vehicles
        ? causeOfRide(change, earlier.event, now, goneNumbers)
        : cause(of: change, now, holderNow, holderBefore, placesNow)
    }
    chain()
  }

  private func cause(
    of change: Change, _ now: Event, _ holderNow: [Place: Int], _ holderBefore: [Place: Int],
    _ placesNow: Set<Place>
  ) -> Cause {
    guard let person = change.person else { return .removed }
    guard let to = change.to else { return now.people[person].isAbsent ? .absent : .unplaced }
    guard let from = change.from else { return change.earlierPerson == nil ? .new : .placed }
    if isPinned(person, change, now) { return .pinned }
    if !placesNow.contains(from) { return .placeGone }
    if let taker = holderNow[from], taker != person { return .takenBy(taker) }
    return holderBefore[to].map(Cause.inPlaceOf) ?? .rearranged
  }

  private func causeOfRide(_ change: Change, _ earlier: Event, _ now: Event, _ gone: Set<Int>) -> Cause {
    guard let person = change.person else { return .removed }
    guard change.to != nil else { return now.people[person].isAbsent ? .absent : .unplaced }
    guard case .ride(let number, _, _)? = change.from, let before = change.earlierPerson else {
      return change.earlierPerson == nil ? .new : .placed
    }
    let isSameJourney =
      switch change.use {
      case .pickup: earlier.people[before].arrival == now.people[person].arrival
      case .dropoff: earlier.people[before].departure == now.people[person].departure
      case .transfer, .seat, .room: true
      }
    if !isSameJourney { return .journeyChanged }
    if isPinned(person, change, now) { return .pinned }
    return gone.contains(number) ? .vehicleGone : .rearranged
  }

  /// Numbers whose vehicle is no longer there.
  private static func goneNumbers(_ plan: EventPlan, _ earlier: Event, _ now: Event) -> Set<Int> {
    guard let plan = plan.vehicles, let fleet = earlier.fleet else { return [] }
    let ids = Set((now.fleet?.vehicles ?? []).map(\.id))
    return Set(plan.numbers(in: earlier).filter { !ids.contains(fleet.vehicles[$0.key].id) }.values)
  }

  private func isPinned(_ person: Int, _ change: Change, _ now: Event) -> Bool {
    switch change.use {
    case .seat: now.people[person].seat != nil
    case .room: now.people[person].roomWish?.room != nil
    case .transfer, .pickup, .dropoff: now.people[person].vehicle != nil
    }
  }

  /// Every seat and room of an event.
  private static func allPlaces(_ event: Event) -> Set<Place> {
    var places: Set<Place> = []
    for row in event.rostrum?.rows ?? [] where row.seats > 0 {
      for seat in 1...row.seats { places.insert(.rostrum(row: row.number, seat: seat)) }
    }
    if let hall = event.hall {
      for seat in hall.seats {
        places.insert(.hall(section: hall.sections[seat.section], row: seat.rowName, seat: seat.number))
      }
    }
    for room in event.roomStock?.rooms ?? [] { places.insert(.room(hotel: room.hotel, room: room.number)) }
    return places
  }

  /// Numbers the chains: whoever has the old place of somebody is of that one's chain.
  private mutating func chain() {
    var next = 1
    var indexOfPlace: [Place: Int] = [:]
    for (index, change) in changes.enumerated() where change.use == .seat {
      if let to = change.to { indexOfPlace[to] = index }
    }
    for start in changes.indices where changes[start].chain == 0 {
      var members = [start]
      changes[start].chain = next
      // Forward to who has the old place; other ends join when they are met.
      while let from = changes[members.last!].from, let follower = indexOfPlace[from] {
        guard changes[follower].chain == 0 else {
          let known = changes[follower].chain
          if known != next { for member in members { changes[member].chain = known } }
          break
        }
        changes[follower].chain = next
        members.append(follower)
      }
      if changes[start].chain == next { next += 1 }
    }
  }
}
