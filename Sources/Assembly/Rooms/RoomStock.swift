/// The nights that a person stays: check-in … check-out − 1.
public struct Stay: Sendable, Hashable {
  /// The first night.
  public let checkIn: Day
  /// The day after the last night, later than ``checkIn``.
  public let checkOut: Day

  /// A stay of at least one night.
  public init(checkIn: Day, checkOut: Day) {
    precondition(checkIn < checkOut, "a stay has a night")
    self.checkIn = checkIn
    self.checkOut = checkOut
  }

  /// The nights by their day numbers.
  public var nights: Range<Int> { checkIn.number..<checkOut.number }

  /// Whether both stays share a night.
  public func overlaps(_ other: Stay) -> Bool { nights.overlaps(other.nights) }
}

/// The room that the list gives to a person by name; indices in ``RoomStock``.
public struct RoomWish: Sendable, Hashable {
  /// Index in ``RoomStock/hotels``.
  public let hotel: Int
  /// Index in ``RoomStock/rooms``; nothing: any room of the hotel.
  public let room: Int?

  /// A wish for a hotel, or for one of its rooms.
  public init(hotel: Int, room: Int?) {
    self.hotel = hotel
    self.room = room
  }
}

/// The hotels of an event, their floors and rooms.
public struct RoomStock: Sendable, Hashable {
  /// A floor of a hotel.
  public struct Floor: Sendable, Hashable {
    /// Index in ``RoomStock/hotels``.
    public let hotel: Int
    /// As printed.
    public let name: String
    /// Its rooms in listed order; indices in ``RoomStock/rooms``.
    public let rooms: [Int]
  }

  /// Names, in the order in which the table first speaks of them.
  public let hotels: [String]
  /// Floors, hotel by hotel; inside a hotel in the order in which the table first speaks of them.
  public let floors: [Floor]
  /// In listed order.
  public let rooms: [Room]
  /// The floor of each room; indices in ``floors``.
  public let floorOfRoom: [Int]
  /// Whether the table tells which rooms are accessible.
  public let offersAccessibleRooms: Bool

  /// The lodging of a table `rooms`.
  ///
  /// - Parameters:
  ///   - rooms: the lines of the table; (hotel, number) unique.
  ///   - offersAccessibleRooms: whether the table has the column `accessible`.
  /// - Complexity: O(rooms).
  public init(rooms: [Room], offersAccessibleRooms: Bool) {
    self.rooms = rooms
    self.offersAccessibleRooms = offersAccessibleRooms
    var indexOfHotel: [String: Int] = [:]
    var floorNames: [[String]] = []
    var members: [[String: [Int]]] = []
    for (index, room) in rooms.enumerated() {
      let hotel = indexOfHotel[room.hotel] ?? indexOfHotel.count
      if hotel == indexOfHotel.count {
        indexOfHotel[room.hotel] = hotel
        floorNames.append([])
        members.append([:])
      }
      if members[hotel][room.floor] == nil { floorNames[hotel].append(room.floor) }
      members[hotel][room.floor, default: []].append(index)
    }
    hotels = indexOfHotel.sorted { $0.value < $1.value }.map(\.key)
    let floors = floorNames.enumerated().flatMap { hotel, names in
      names.map { Floor(hotel: hotel, name: $0, rooms: members[hotel][$0]!) }
    }
    var floorOfRoom = [Int](repeating: 0, count: rooms.count)
    for (index, floor) in floors.enumerated() {
      for room in floor.rooms { floorOfRoom[room] = index }
    }
    self.floors = floors
    self.floorOfRoom = floorOfRoom
  }

  /// The hotel of a room; index in ``hotels``.
  public func hotel(ofRoom room: Int) -> Int {
    floors[floorOfRoom[room]].hotel
  }
}
