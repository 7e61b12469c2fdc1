/// A seat of the rostrum as printed: rows from the audience, seats from the audience's left.
public struct RostrumSeat: Sendable, Hashable, Comparable {
  /// Number of the row; the front row has the lowest.
  public let row: Int
  /// 1 … from the audience's left to right.
  public let seat: Int

  /// A seat by its printed numbers.
  public init(row: Int, seat: Int) {
    self.row = row
    self.seat = seat
  }

  /// Front rows first, in a row from the audience's left.
  public static func < (left: RostrumSeat, right: RostrumSeat) -> Bool {
    (left.row, left.seat) < (right.row, right.seat)
  }
}

/// One row of the rostrum's table.
public struct RostrumRow: Sendable, Hashable {
  /// Row in the table `rostrum`, the header counted as 1.
  public var tableRow: Int
  /// Number of the row, 1 the front row.
  public var number: Int
  /// Seats of the row.
  public var seats: Int

  /// A row of `seats` seats.
  public init(tableRow: Int, number: Int, seats: Int) {
    self.tableRow = tableRow
    self.number = number
    self.seats = seats
  }
}

/// The rostrum: its rows from the front.
public struct Rostrum: Sendable, Hashable {
  /// Rows, the front row first.
  public let rows: [RostrumRow]

  init(rows: [RostrumRow]) {
    self.rows = rows.sorted { $0.number < $1.number }
  }

  /// Whether the rostrum has this seat.
  public func contains(_ seat: RostrumSeat) -> Bool {
    rows.contains { $0.number == seat.row && 1 <= seat.seat && seat.seat <= $0.seats }
  }
}
