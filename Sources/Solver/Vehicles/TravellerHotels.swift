import Assembly

/// Where each traveller sleeps.
struct TravellerHotels {
  private let event: Event
  private let hotelInPlan: [Int: String]
  private let hasPlan: Bool

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
  }

  /// The hotel in the plan of rooms; without it that of `room`, then of `groups`; else the venue.
  func hotel(of index: Int) -> String {
    hotelInPlan[index] ?? event.people[index].givenHotel ?? event.settings.place
  }

  /// Whether a transfer carries a person.
  func isSelected(_ index: Int, by conditions: [RiderCondition]) -> Bool {
    let person = event.people[index]
    guard !person.isAbsent else { return false }
    return conditions.allSatisfy { condition in
      switch condition {
      case .all: true
      case .groups(let names): person.groupName.map(names.contains) == true
      case .roles(let roles): roles.contains(person.role)
      case .hotels(let names): names.contains(hasPlan ? hotelInPlan[index] ?? "" : hotel(of: index))
      }
    }
  }
}
