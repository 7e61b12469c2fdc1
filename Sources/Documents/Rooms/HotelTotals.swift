import Assembly

/// What a hotel's rooms come to: by type, by night, by group.
struct HotelTotals {
  /// The rooms of one type.
  struct OfType {
    let type: RoomType
    var rooms = 0
    var used = 0
    var beds = 0
    var people = 0
    var cost = 0
  }

  /// One night of the hotel.
  struct OfNight {
    let day: Day
    var people = 0
    var rooms = 0
    /// Rooms that can be used and are empty.
    var freeRooms = 0
    /// Beds that somebody could still have; a suite or a single in use has none.
    var freeBeds = 0
  }

  /// The people of a group.
  struct OfGroup {
    let group: Int
    var people = 0
    /// Names of the floors they are on, in listed order.
    var floors: [String] = []
  }

  private(set) var types: [OfType] = []
  /// The nights on which anybody of the event sleeps at its hotels.
  private(set) var nights: [OfNight] = []
  private(set) var groups: [OfGroup] = []

  var rooms: Int { types.reduce(0) { $0 + $1.rooms } }
  var used: Int { types.reduce(0) { $0 + $1.used } }
  var people: Int { types.reduce(0) { $0 + $1.people } }
  /// Yuan, for all nights on which rooms have somebody.
  var cost: Int { types.reduce(0) { $0 + $1.cost } }

  init(_ occupancy: Occupancy, hotel: Int) {
    let roomStock = occupancy.roomStock
    let floors = roomStock.floors.filter { $0.hotel == hotel }
    for room in floors.flatMap(\.rooms).sorted() { count(room, occupancy) }
    types.sort { $0.type.level > $1.type.level }
    countNights(floors.flatMap(\.rooms), occupancy)
    countGroups(floors, occupancy)
  }

  private mutating func count(_ room: Int, _ occupancy: Occupancy) {
    let place = types.firstIndex { $0.type == occupancy.roomStock.rooms[room].type } ?? types.count
    if place == types.count { types.append(OfType(type: occupancy.roomStock.rooms[room].type)) }
    types[place].rooms += 1
    types[place].beds += occupancy.roomStock.rooms[room].beds
    types[place].used += occupancy.guests[room].isEmpty ? 0 : 1
    types[place].people += occupancy.guests[room].count
    types[place].cost += occupancy.roomStock.rooms[room].price * occupancy.nights(of: room).count
  }

  private mutating func countNights(_ rooms: [Int], _ occupancy: Occupancy) {
    nights = occupancy.nights.map { OfNight(day: Day(number: $0)) }
    let place = Dictionary(uniqueKeysWithValues: occupancy.nights.enumerated().map { ($1, $0) })
    for index in rooms {
      let room = occupancy.roomStock.rooms[index]
      var people = [Int](repeating: 0, count: nights.count)
      for guest in occupancy.guests[index] {
        for night in occupancy.stay(of: guest).nights { people[place[night]!] += 1 }
      }
      for (place, people) in people.enumerated() {
        nights[place].people += people
        if people > 0 {
          nights[place].rooms += 1
          if case .shared = room.type { nights[place].freeBeds += max(0, room.beds - people) }
        } else if room.isOpen(on: nights[place].day) {
          nights[place].freeRooms += 1
          nights[place].freeBeds += room.beds
        }
      }
    }
  }

  private mutating func countGroups(_ floors: [RoomStock.Floor], _ occupancy: Occupancy) {
    var ofGroup: [Int: OfGroup] = [:]
    for floor in floors {
      for guest in floor.rooms.flatMap({ occupancy.guests[$0] }) {
        let group = occupancy.event.people[guest].group
        ofGroup[group, default: OfGroup(group: group)].people += 1
        if ofGroup[group]!.floors.last != floor.name { ofGroup[group]!.floors.append(floor.name) }
      }
    }
    groups = ofGroup.values.sorted { $0.group < $1.group }
  }
}

extension Room {
  fileprivate func isOpen(on day: Day) -> Bool {
    (from ?? day) <= day && (to.map { day < $0 } ?? true)
  }
}
