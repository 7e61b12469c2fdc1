/// A person's room.
public struct RoomAssignment: Sendable, Hashable {
  /// Index in ``Event/people``.
  public let person: Int
  /// Index in ``Lodging/rooms``.
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
