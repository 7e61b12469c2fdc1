import Assembly

/// A plan of rooms, seen from its people and from its rooms.
struct Occupancy: Sendable {
  let event: Event
  let roomStock: RoomStock
  /// Who sleeps in each room: those who come first before the others, then in protocol order.
  let guests: [[Int]]
  /// Who has no bed; in the order of people.
  let unplaced: [Int]
  /// The nights on which anybody sleeps at the event's hotels, or would if there were a bed.
  let nights: [Int]
  private let roomOfPerson: [Int?]

  /// Nothing for an event without hotels.
  init?(_ event: Event, _ plan: RoomPlan) {
    guard let roomStock = event.roomStock else { return nil }
    self.event = event
    self.roomStock = roomStock
    unplaced = plan.unplaced.map(\.person)
    nights = Set(event.people.flatMap { $0.stay.map { Array($0.nights) } ?? [] }).sorted()
    var roomOfPerson = [Int?](repeating: nil, count: event.people.count)
    var guests = [[Int]](repeating: [], count: roomStock.rooms.count)
    for assignment in plan.assignments { roomOfPerson[assignment.person] = assignment.room }
    for person in event.inProtocolOrder(event.people.indices.filter { event.people[$0].stay != nil }) {
      if let room = roomOfPerson[person] { guests[room].append(person) }
    }
    self.roomOfPerson = roomOfPerson
    self.guests = guests.map { people in
      people.enumerated().sorted { one, other in
        (event.people[one.element].stay!.checkIn, one.offset)
          < (event.people[other.element].stay!.checkIn, other.offset)
      }.map(\.element)
    }
  }

  func room(of person: Int) -> Int? { roomOfPerson[person] }

  /// Hotel and room of a person.
  func roomName(of person: Int) -> String? {
    room(of: person).map { "\(roomStock.rooms[$0].hotel) \(roomStock.rooms[$0].number)".printable }
  }

  func stay(of person: Int) -> Stay { event.people[person].stay! }

  /// How many people sleep in a room on a night.
  func guests(in room: Int, on night: Int) -> Int {
    guests[room].count { stay(of: $0).nights.contains(night) }
  }

  /// The nights on which a room has somebody.
  func nights(of room: Int) -> Set<Int> {
    Set(guests[room].flatMap { stay(of: $0).nights })
  }

  /// Beds of a room that nobody has on any night. Who has a suite or a single has all of it.
  func idleBeds(of room: Int) -> Int {
    guard !guests[room].isEmpty else { return roomStock.rooms[room].beds }
    guard case .shared = roomStock.rooms[room].type else { return 0 }
    // Somebody comes on the night on which there are most.
    let most = guests[room].map { guests(in: room, on: stay(of: $0).nights.lowerBound) }.max() ?? 0
    return max(0, roomStock.rooms[room].beds - most)
  }
}
