import Assembly

/// Where each traveller sleeps.
struct TravellerHotels {
  private let event: Event
  private let hotelInPlan: [Int: String]
  private let hasPlan: Bool
  /// Places at which people sleep, the venue left out.
  private let hotels: Set<String>

  init(_ event: Event, rooms: RoomPlan?) {
    self.event = event
    hasPlan = rooms != nil
    var hotels: [Int: String] = [:]
    if let rooms, let roomStock = event.roomStock {
      for assignment in rooms.assignments {
        hotels[assignment.person] = roomStock.hotels[roomStock.hotel(ofRoom: assignment.room)]
      }
    }
    hotelInPlan = hotels
    self.hotels = event.hotels
  }

  /// The hotel in the plan of rooms; without it that of `room`, then of `groups`; else the venue.
  func hotel(of index: Int) -> String {
    hotelInPlan[index] ?? event.people[index].givenHotel ?? event.settings.place
  }

  /// Whether a transfer carries a person: one that begins or ends at a hotel only those who sleep there.
  func isSelected(_ index: Int, by transfer: Transfer) -> Bool {
    let person = event.people[index]
    guard !person.isAbsent else { return false }
    let ends = [transfer.from, transfer.to].filter(hotels.contains)
    guard ends.isEmpty || ends.contains(lodging(of: index)) else { return false }
    return transfer.who.allSatisfy { condition in
      switch condition {
      case .all: true
      case .groups(let names): person.groupName.map(names.contains) == true
      case .roles(let roles): roles.contains(person.role)
      case .hotels(let names): names.contains(lodging(of: index))
      }
    }
  }

  /// Where somebody sleeps; with a plan of rooms, nowhere who has no room in it.
  private func lodging(of index: Int) -> String {
    hasPlan ? hotelInPlan[index] ?? "" : hotel(of: index)
  }
}
