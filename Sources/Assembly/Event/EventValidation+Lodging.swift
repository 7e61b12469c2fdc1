extension EventValidation {
  /// Makes the hotels of the table `rooms`.
  mutating func buildLodging() {
    guard let rooms = draft.rooms else { return }
    lodging = Lodging(rooms: rooms, offersAccessibleRooms: draft.offersAccessibleRooms)
  }

  /// The nights of a person who is to sleep at the event's hotels, with the event's days where the list is silent.
  mutating func stay(of person: PersonEntry) -> Stay? {
    let entitlement = person.entitlement ?? (person.checkIn == nil ? .none : .twin)
    guard !person.isAbsent, entitlement != .none else { return nil }
    let checkOut = person.checkOut ?? draft.settings.end.map { Day(number: $0.number + 1) }
    guard let checkIn = person.checkIn ?? draft.settings.start, let checkOut, checkIn < checkOut else {
      return nil
    }
    return Stay(checkIn: checkIn, checkOut: checkOut)
  }

  /// The hotel or room that the list gives to a person.
  mutating func roomWish(of person: PersonEntry) -> RoomWish? {
    guard let lodging, let name = person.room else { return nil }
    if let hotel = lodging.hotels.firstIndex(of: name) { return RoomWish(hotel: hotel, room: nil) }
    let room = lodging.rooms.firstIndex { "\($0.hotel)-\($0.number)" == name }
    return room.map { RoomWish(hotel: lodging.hotel(ofRoom: $0), room: $0) }
  }
}
