/// A person's seat on the rostrum.
public struct RostrumAssignment: Sendable, Hashable {
  /// Index in ``Event/people``.
  public let person: Int
  /// The seat as printed.
  public let seat: RostrumSeat
  /// Protocol place of the seat, 1 the highest.
  public let place: Int

  /// Seats `person`.
  public init(person: Int, seat: RostrumSeat, place: Int) {
    self.person = person
    self.seat = seat
    self.place = place
  }
}

/// Who sits where on the rostrum.
public struct RostrumPlan: Sendable, Hashable {
  /// In the order of people.
  public var assignments: [RostrumAssignment]
  /// Who has no seat; in the order of people.
  public var unplaced: [Unplaced]

  /// A plan; assignments are put into the order of people.
  public init(assignments: [RostrumAssignment], unplaced: [Unplaced] = []) {
    self.assignments = assignments.sorted { ($0.person, $0.seat) < ($1.person, $1.seat) }
    self.unplaced = unplaced.sorted { $0.person < $1.person }
  }
}

/// A person's seat in the hall.
public struct HallAssignment: Sendable, Hashable {
  /// Index in ``Event/people``.
  public let person: Int
  /// Index in ``Hall/seats``.
  public let seat: Int

  /// Seats `person`.
  public init(person: Int, seat: Int) {
    self.person = person
    self.seat = seat
  }
}

/// Who sits where in the hall.
public struct HallPlan: Sendable, Hashable {
  /// In the order of people.
  public var assignments: [HallAssignment]
  /// Who has no seat; in the order of people.
  public var unplaced: [Unplaced]
  /// People whose wish for an aisle seat could not be granted; indices of people.
  public var withoutAisle: [Int]

  /// A plan; assignments are put into the order of people.
  public init(assignments: [HallAssignment], unplaced: [Unplaced] = [], withoutAisle: [Int] = []) {
    self.assignments = assignments.sorted { ($0.person, $0.seat) < ($1.person, $1.seat) }
    self.unplaced = unplaced.sorted { $0.person < $1.person }
    self.withoutAisle = withoutAisle.sorted()
  }
}

/// A person for whom a module has no place.
public struct Unplaced: Sendable, Hashable {
  /// Index in ``Event/people``.
  public let person: Int
  /// The module that has no place.
  public let module: Module
  /// Why there is none.
  public let reason: Reason

  /// Leaves `person` without a place in `module`.
  public init(person: Int, module: Module, reason: Reason) {
    self.person = person
    self.module = module
    self.reason = reason
  }

  /// Why there is no place.
  public enum Reason: Sendable, Hashable {
    /// More people are due on the rostrum than it has seats.
    case rostrumFull(seats: Int, due: Int)
    /// More people are due in the hall than it has free seats.
    case hallFull(seats: Int, due: Int)
    /// More people need a wheelchair place than there are.
    case wheelchairPlacesFull(places: Int, due: Int)
    /// The sections that bind the group are full.
    case sectionsFull([String])
    /// With `strict` every remaining seat would break the order of groups.
    case orderKeepsOut
    /// All vehicles are elsewhere or full; so many more of this kind at this place and time would be enough.
    case vehiclesShort(
      missing: Int, kind: String, seats: Int, from: Moment, until: Moment, place: String)
    /// The person rides in another run at that time.
    case ridesElsewhere
    /// The vehicle that the list gives by name is full or elsewhere.
    case vehicleTaken(String)
    /// No vehicle has what the person needs.
    case noVehicleFits(needsAccessible: Bool)
    /// The hotels have too few rooms of the kind that is due.
    case roomsFull(RoomShortage)
    /// So many people are to share one room, and none that they may have is for so many.
    case roomTooSmall(people: Int, beds: Int)
    /// The tables at which the person may sit are full.
    case tablesFull(TableShortage)
    /// The discussion groups of these people, told by their number, have no room in these sessions, though there are rooms for
    /// them, which others have, or since there are none.
    case noDiscussionRoom(sessions: [String], people: Int, areTaken: Bool)
    /// The search was stopped before it knew whether the wishes hold together.
    case searchStopped
    /// The reason as a file tells it.
    case told(String)
  }
}

/// Rows of the event's tables that cannot hold together; each is needed for the conflict.
public struct Conflict: Sendable, Hashable {
  /// Rows in the order of their tables.
  public let rows: [TableRow]

  /// A conflict of these rows.
  public init(rows: [TableRow]) {
    self.rows = rows.sorted()
  }
}

/// How the planning of one module ended.
public enum Outcome<Plan: Sendable & Hashable>: Sendable, Hashable {
  case plan(Plan, Figures)
  case conflict(Conflict)
}
