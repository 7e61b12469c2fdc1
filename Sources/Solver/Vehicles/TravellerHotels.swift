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

  /// Whom a transfer carries: one that begins or ends at a hotel only those who sleep there.
  func selected(by transfer: Transfer) -> [Int] {
    let ends = [transfer.from, transfer.to].filter(hotels.contains)
    return event.people.indices.filter { index in
      !event.people[index].entry.isAbsent && (ends.isEmpty || ends.contains(lodging(of: index)))
        && transfer.who.allSatisfy { meets(index, $0) }
    }
  }

  private func meets(_ index: Int, _ condition: RiderCondition) -> Bool {
    switch condition {
    case .all: true
    case .groups(let names): event.people[index].entry.groupName.map(names.contains) == true
    case .roles(let roles): roles.contains(event.people[index].entry.role)
    case .hotels(let names): names.contains(lodging(of: index))
    }
  }

  /// Where somebody sleeps; with a plan of rooms, nowhere who has no room in it.
  private func lodging(of index: Int) -> String {
    hasPlan ? hotelInPlan[index] ?? "" : hotel(of: index)
  }
}
