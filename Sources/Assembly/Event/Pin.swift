/// A place that is given to a person beside what the event's tables say; it takes the place of what they give.
public struct Pin: Sendable, Hashable {
  /// The place.
  public enum Place: Sendable, Hashable {
    /// A seat of the rostrum or the hall, or none at all.
    case seat(SeatWish)
    /// A hotel or a room.
    case room(RoomWish)
    /// A vehicle by its id, or ``Vehicle/own``.
    case vehicle(String)
  }

  /// Index in ``Event/people``.
  public let person: Int
  /// What the person is given.
  public let place: Place

  /// Gives `place` to `person`.
  public init(_ person: Int, _ place: Place) {
    self.person = person
    self.place = place
  }
}

extension Event {
  /// The event in which these places are given, each as if the table of people gave it. Of two for one person and
  /// module the last counts.
  ///
  /// The seats, rooms and vehicles must be those of the event, and the person due there.
  ///
  /// - Complexity: O(pins); O(people) where there are any.
  public func pinned(_ pins: [Pin]) -> Event {
    var event = self
    for pin in pins {
      switch pin.place {
      case .seat(let seat): event.people[pin.person].entry.seat = seat
      case .room(let room): event.people[pin.person].roomWish = room
      case .vehicle(let vehicle): event.people[pin.person].entry.vehicle = vehicle
      }
    }
    return event
  }
}
