/// How a plan differs from an earlier one, for the people who must be told.
///
/// Both plans are of events of their own: people are those of ``Event/people(named:)``, places are the same when they are
/// printed alike.
public struct PlanComparison: Sendable, Hashable {
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
    public let use: PlaceUse
    /// The module that gives the place.
    public let module: Module
    /// Nothing for who had none.
    public let from: PrintedPlace?
    /// Nothing for who has none.
    public let to: PrintedPlace?
    /// Why.
    public internal(set) var cause: Cause
    /// Changes of one chain follow from one another, each into the place of another; counted from 1.
    public internal(set) var chain: Int

    /// Whether they had a place and have another one.
    public var isMove: Bool { from != nil && to != nil }
  }

  /// In the order of modules, then of people, rides as they leave.
  public private(set) var changes: [Change] = []
  private let kindsBefore: Set<PlaceUse.Kind>
  /// Those of whom any ride changed, and whether they have any ride in either plan.
  public var changedRiders: [(rodeBefore: Bool, ridesNow: Bool)] { riders.map { ($0.before, $0.now) } }
  private var riders: [Rider] = []

  private struct Rider: Sendable, Hashable {
    let before: Bool
    let now: Bool
  }

  /// Seats whose people are others now, and those that are empty now.
  public var changedSeats: Set<PrintedPlace> {
    Set(changes.filter { $0.use.kind == .seat }.flatMap { [$0.from, $0.to].compactMap(\.self) })
  }

  /// Whether the earlier plan gives anybody a place of a kind.
  public func had(_ kind: PlaceUse.Kind) -> Bool { kindsBefore.contains(kind) }

  private struct Key: Hashable {
    let person: Int
    let use: PlaceUse
  }

  /// A place and the module that gives it.
  private struct Given {
    let place: PrintedPlace
    let module: Module
  }

  /// Compares two plans.
  ///
  /// - Complexity: O(people + places + rides).
  public init(from earlier: (event: Event, plan: EventPlan), to now: (event: Event, plan: EventPlan)) {
    let personNow = TableChange(from: earlier.event, to: now.event).people
    var personBefore = [Int?](repeating: nil, count: now.event.people.count)
    for (before, person) in personNow.enumerated() { if let person { personBefore[person] = before } }
    let (old, new) = (Self.places(earlier.plan, earlier.event), Self.places(now.plan, now.event))
    kindsBefore = Set(old.keys.map(\.use.kind))
    var changes: [Change] = []
    for (key, given) in new {
      let before = personBefore[key.person]
      let from = before.flatMap { old[Key(person: $0, use: key.use)]?.place }
      guard from != given.place else { continue }
      changes.append(
        Change(
          person: key.person, earlierPerson: before, use: key.use, module: given.module, from: from,
          to: given.place, cause: .rearranged, chain: 0))
    }
    for (key, given) in old {
      let person = personNow[key.person]
      guard person.map({ new[Key(person: $0, use: key.use)] == nil }) ?? true else { continue }
      changes.append(
        Change(
          person: person, earlierPerson: key.person, use: key.use, module: given.module, from: given.place,
          to: nil, cause: .removed, chain: 0))
    }
    // Modules that one of the plans has not are not compared.
    changes = changes.filter { change in
      change.use.kind == .seat
        || earlier.plan[change.module] != nil && now.plan[change.module] != nil
    }
    let modules = Module.allCases
    self.changes = changes.sorted { one, other in
      func key(_ change: Change) -> (Int, Int, Int, String) {
        (
          modules.firstIndex(of: change.module)!, change.person ?? .max, change.earlierPerson ?? .max,
          "\((change.to ?? change.from)?.ride?.depart.description ?? "") \(change.use.id)"
        )
      }
      return key(one) < key(other)
    }
    explain(earlier, now.event, old, new)
    let rodeBefore = Set(old.keys.filter { $0.use.kind == .rides }.map(\.person))
    let rideNow = Set(new.keys.filter { $0.use.kind == .rides }.map(\.person))
    var known: Set<[Int?]> = []
    for change in self.changes
    where change.use.kind == .rides && known.insert([change.person, change.earlierPerson]).inserted {
      riders.append(
        Rider(
          before: change.earlierPerson.map(rodeBefore.contains) ?? false,
          now: change.person.map(rideNow.contains) ?? false))
    }
  }

  // MARK: Places

  private static func places(_ plan: EventPlan, _ event: Event) -> [Key: Given] {
    var places: [Key: Given] = [:]
    for case let part as any ComparedPlan in plan.all {
      let module = type(of: part).module
      for placing in part.placings(in: event) {
        places[Key(person: placing.person, use: placing.use)] = Given(place: placing.place, module: module)
      }
    }
    return places
  }

  // MARK: Causes

  private mutating func explain(
    _ earlier: (event: Event, plan: EventPlan), _ now: Event, _ old: [Key: Given], _ new: [Key: Given]
  ) {
    // Seats are taken from one another; of a room only who is new there counts.
    var holderNow: [PrintedPlace: Int] = [:]
    for (key, given) in new where key.use.kind == .seat { holderNow[given.place] = key.person }
    for change in changes.reversed() where change.use.kind == .room {
      if let to = change.to, let person = change.person { holderNow[to] = person }
    }
    var holderBefore: [PrintedPlace: Int] = [:]
    for (key, given) in old where key.use.kind == .seat { holderBefore[given.place] = key.person }
    let placesNow = Module.allCases.reduce(into: Set<PrintedPlace>()) { places, module in
      if let plan = module.compared { places.formUnion(plan.places(of: now)) }
    }
    let goneNumbers = Self.goneNumbers(earlier.plan, earlier.event, now)
    for index in changes.indices {
      let change = changes[index]
      changes[index].cause =
        change.use.kind == .rides
        ? causeOfRide(change, earlier.event, now, goneNumbers)
        : cause(of: change, now, holderNow, holderBefore, placesNow)
    }
    chain()
  }

  private func cause(
    of change: Change, _ now: Event, _ holderNow: [PrintedPlace: Int], _ holderBefore: [PrintedPlace: Int],
    _ placesNow: Set<PrintedPlace>
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
    guard let number = change.from?.ride?.number, let before = change.earlierPerson else {
      return change.earlierPerson == nil ? .new : .placed
    }
    let isSameJourney =
      switch change.use {
      case .pickup: earlier.people[before].arrival == now.people[person].arrival
      case .dropoff: earlier.people[before].departure == now.people[person].departure
      default: true
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
    change.module.compared?.isGiven(to: now.people[person]) ?? false
  }

  /// Numbers the chains: whoever has the old place of somebody is of that one's chain.
  private mutating func chain() {
    var next = 1
    var indexOfPlace: [PrintedPlace: Int] = [:]
    for (index, change) in changes.enumerated() where change.use.kind == .seat {
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
