/// Where the people of an event are by the plan that is out, as far as that still means anything in the event as it is
/// now: people are those of the event, and so are places.
public struct EarlierPlan: Sendable, Hashable {
  /// Seats of the rostrum; nothing where the plan has none, so that it is planned anew.
  public var rostrum: EarlierPlaces<RostrumSeat>?
  /// Indices of ``Hall/seats``.
  public var hall: EarlierPlaces<Int>?
  /// Indices of ``RoomStock/rooms``.
  public var rooms: EarlierPlaces<Int>?
  /// The runs of the vehicles.
  public var vehicles: EarlierRides?

  /// A plan that speaks of no module.
  public init() {}

  /// The plan without some modules.
  public func without(_ modules: Set<Module>) -> EarlierPlan {
    var plan = self
    if modules.contains(.rostrum) { plan.rostrum = nil }
    if modules.contains(.hall) { plan.hall = nil }
    if modules.contains(.rooms) { plan.rooms = nil }
    if modules.contains(.vehicles) { plan.vehicles = nil }
    return plan
  }

  /// The places of a plan of the same event.
  public init(_ plan: EventPlan, of event: Event) {
    rostrum = plan.rostrum.map { plan in
      EarlierPlaces(plan.assignments.map { ($0.person, $0.seat) })
    }
    hall = plan.hall.map { plan in EarlierPlaces(plan.assignments.map { ($0.person, $0.seat) }) }
    rooms = plan.rooms.map { plan in EarlierPlaces(plan.assignments.map { ($0.person, $0.room) }) }
    vehicles = plan.vehicles.map { EarlierRides($0, in: event) }
  }
}

/// Where people are in one module by the plan that is out.
public struct EarlierPlaces<Place: Sendable & Hashable>: Sendable, Hashable {
  /// By person: indices in ``Event/people``.
  public private(set) var places: [Int: Place]
  /// People whose place is no longer there.
  public private(set) var gone: Set<Int>

  /// - Parameters:
  ///   - places: each person's place; of two the first counts.
  ///   - gone: people whose place is no longer there.
  public init(_ places: some Sequence<(Int, Place)>, gone: Set<Int> = []) {
    self.places = Dictionary(places.map { ($0.0, $0.1) }) { first, _ in first }
    self.gone = gone
  }

  /// Where a person was; nothing for somebody new, and where the place is no longer there.
  public subscript(person: Int) -> Place? { places[person] }

  /// Whether somebody had a place.
  public func had(_ person: Int) -> Bool { places[person] != nil || gone.contains(person) }

  /// Whether somebody who had a place has another one now.
  public func hasMoved(_ person: Int, to place: Place) -> Bool { had(person) && places[person] != place }
}

extension Event {
  /// How much it counts that somebody moves: the more, where they have a rank.
  public func weightOfMove(_ person: Int) -> Int { people[person].rank == nil ? 1 : 5 }
}
