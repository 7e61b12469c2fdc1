/// A person's room.
public struct RoomAssignment: Sendable, Hashable {
  /// Index in ``Event/people``.
  public let person: Int
  /// Index in ``RoomStock/rooms``.
  public let room: Int

  /// Lodges `person`, for all nights of the stay.
  public init(person: Int, room: Int) {
    self.person = person
    self.room = room
  }
}

/// Who sleeps where.
public struct RoomPlan: Sendable, Hashable {
  /// In the order of people.
  public var assignments: [RoomAssignment]
  /// Who has no bed; in the order of people.
  public var unplaced: [Unplaced]

  /// A plan; assignments are put into the order of people.
  public init(assignments: [RoomAssignment], unplaced: [Unplaced] = []) {
    self.assignments = assignments.sorted { ($0.person, $0.room) < ($1.person, $1.room) }
    self.unplaced = unplaced.sorted { $0.person < $1.person }
  }
}

/// Rooms that would be enough for everybody left without a bed who is like one person: of the same entitlement and
/// gender, bound to the same hotels.
public struct RoomShortage: Sendable, Hashable {
  /// How many more rooms would be enough; nothing where it is not proven that beds are lacking.
  public let rooms: Int?
  /// The kind of room.
  public let entitlement: Entitlement
  /// Who shares them; nothing where a room holds one person.
  public let gender: Gender?
  /// Whether they must be accessible.
  public let isAccessible: Bool
  /// The hotels in which they would have to be; empty means anywhere.
  public let hotels: [String]
  /// The night on which most of these people lack a bed.
  public let night: Day
  /// Rooms that are kept spare in which the person could sleep.
  public let spare: Int

  /// A shortage of rooms.
  public init(
    rooms: Int?, entitlement: Entitlement, gender: Gender?, isAccessible: Bool, hotels: [String], night: Day,
    spare: Int = 0
  ) {
    self.spare = spare
    self.rooms = rooms
    self.entitlement = entitlement
    self.gender = gender
    self.isAccessible = isAccessible
    self.hotels = hotels
    self.night = night
  }
}
