/// A seat of the hall. Seats are known by their index in ``Hall/seats``.
public struct HallSeat: Sendable, Hashable {
  /// Index in ``Hall/sections``.
  public let section: Int
  /// Number of the row: rows of a section follow each other when these do.
  public let row: Int
  /// What is printed on the row.
  public let rowName: PrintedName
  /// What is printed on the seat.
  public let number: PrintedName
  /// Position in seat widths from the middle of the hall, growing to the audience's right.
  public let x: Double
  /// Distance from the stage in row pitches.
  public let y: Double
  /// Floor of the house.
  public let floor: Int
  /// Index in ``Hall/runs``.
  public let run: Int
  /// Empty but for a person pinned there.
  public internal(set) var isHeld: Bool
  /// Kept for people of this role.
  public let role: Role?
  /// Whether a wheelchair can stand here.
  public let isWheelchairPlace: Bool
}

/// The hall: its seats with their printed numbers and their places in the room.
public struct Hall: Sendable, Hashable {
  /// Names of the sections, in listed order.
  public let sections: [String]
  /// All seats, in the order of the table, in a run from the audience's left to right.
  public internal(set) var seats: [HallSeat]
  /// Unbroken runs of seats: indices of ``seats``; two seats of a run are next to each other when their indices are.
  public let runs: [Range<Int>]
  /// Row of the table `hall` that each run stands in.
  public let tableRowOfRun: [Int]

  /// Whether some seat is a wheelchair place: only then the need binds.
  public var offersWheelchairPlaces: Bool {
    seats.contains { $0.isWheelchairPlace }
  }

  /// The same hall with these seats held as well.
  package func holding(_ held: some Sequence<Int>) -> Hall {
    var hall = self
    for seat in held { hall.seats[seat].isHeld = true }
    return hall
  }
}
