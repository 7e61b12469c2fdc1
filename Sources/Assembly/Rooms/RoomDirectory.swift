/// Finds hotels and rooms by their printed names. Building it takes O(rooms), a look-up O(length of the name).
public struct RoomDirectory: Sendable {
  /// What a name stands for.
  public enum Finding: Sendable, Hashable {
    /// A hotel; index in ``RoomStock/hotels``.
    case hotel(Int)
    /// A room; index in ``RoomStock/rooms``.
    case room(Int)
    /// The hotel is there and has no such room.
    case unknownRoom
    /// There is no such hotel.
    case unknownHotel
  }

  private struct Address: Hashable {
    let hotel: Int
    let number: String
  }

  private let hotels: [String: Int]
  private let rooms: [Address: Int]

  /// The directory of the hotels of an event.
  public init(_ roomStock: RoomStock) {
    hotels = Dictionary(roomStock.hotels.enumerated().map { ($1, $0) }) { first, _ in first }
    rooms = Dictionary(
      roomStock.rooms.enumerated().map {
        (Address(hotel: roomStock.hotel(ofRoom: $0), number: $1.number), $0)
      }
    ) { first, _ in first }
  }

  /// Index of the hotel of this name, if there is one.
  public func hotel(_ name: String) -> Int? { hotels[name] }

  /// Index of the room with this number, if its hotel has it.
  public func room(hotel: String, number: String) -> Int? {
    hotels[hotel].flatMap { rooms[Address(hotel: $0, number: number)] }
  }

  /// What `HOTEL` or `HOTEL-ROOM` stands for.
  ///
  /// Hotels and rooms may have hyphens in their names: the whole is taken for a hotel first, then the last hyphen
  /// parts for which there is such a room.
  public func find(_ name: String) -> Finding {
    if let hotel = hotels[name] { return .hotel(hotel) }
    var knowsHotel = false
    for hyphen in name.indices.reversed() where "-－‐‑–—−".contains(name[hyphen]) {
      let hotel = withoutBlanks(name[..<hyphen])
      if let room = room(hotel: hotel, number: withoutBlanks(name[name.index(after: hyphen)...])) {
        return .room(room)
      }
      knowsHotel = knowsHotel || hotels[hotel] != nil
    }
    return knowsHotel ? .unknownRoom : .unknownHotel
  }

  /// The text without the blanks around it.
  private func withoutBlanks(_ text: Substring) -> String {
    guard let last = text.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(text[...last].drop(while: \.isWhitespace))
  }
}
