/// What a line of the table `hall` keeps free.
public enum Reservation: Sendable, Hashable {
  /// Seats by their printed names, empty but for people pinned there.
  case seats([NamedSeats])
  /// The whole line is for people of one role.
  case role(Role)
}

/// A line of the table `hall`: one unbroken run of seats; aisles end it.
public struct HallLine: Sendable, Hashable {
  /// Row in the table `hall`, the header counted as 1.
  public var tableRow: Int
  /// Name of the block between aisles.
  public var section: String
  /// What is printed on the row.
  public var row: PrintedName
  /// Printed number of the first seat from the audience's left.
  public var first: Int
  /// Printed number of the last seat.
  public var last: Int
  /// What is printed on the seats from the audience's left to right, in place of `first`, `last` and `step`.
  public var seatNames: [PrintedName]?
  /// 1, −1, 2, −2, or 0 (odd numbers down to 1, then even numbers up); nothing: 1 or −1 as the numbers run.
  public var step: Int?
  /// Position of the first seat in seat widths.
  public var x: Double?
  /// Distance from the stage in row pitches.
  public var y: Double?
  /// Floor of the house.
  public var floor = 1
  /// What the line keeps free.
  public var reservation = Reservation.seats([])
  /// Wheelchair places by their printed names.
  public var wheelchair: [NamedSeats] = []

  /// A line that keeps nothing free.
  public init(tableRow: Int, section: String, row: PrintedName, first: Int, last: Int, step: Int? = nil) {
    self.tableRow = tableRow
    self.section = section
    self.row = row
    self.first = first
    self.last = last
    self.step = step
  }

  /// A line whose seats are named one by one.
  public init(tableRow: Int, section: String, row: PrintedName, seatNames: [PrintedName]) {
    self.init(tableRow: tableRow, section: section, row: row, first: 1, last: seatNames.count)
    self.seatNames = seatNames
  }

  /// How many seats the line has, or nothing when first, last and step do not fit together.
  public var seatCount: Int? {
    if let seatNames { return seatNames.count }
    let numbers = 0...1_000_000_000
    guard numbers.contains(first), numbers.contains(last) else { return nil }
    if effectiveStep == 0 {
      return first % 2 == 1 && last % 2 == 0 && last >= 2 ? (first + 1) / 2 + last / 2 : nil
    }
    guard [1, -1, 2, -2].contains(effectiveStep), (last - first) % effectiveStep == 0 else { return nil }
    let steps = (last - first) / effectiveStep
    return steps >= 0 ? steps + 1 : nil
  }

  /// Printed names from the audience's left to right; the line's ``seatCount`` must be known.
  var numbers: [PrintedName] {
    if let seatNames { return seatNames }
    let numbers =
      effectiveStep == 0
      ? Array(stride(from: first, through: 1, by: -2)) + Array(stride(from: 2, through: last, by: 2))
      : Array(stride(from: first, through: last, by: effectiveStep))
    return numbers.map(PrintedName.number)
  }

  /// How the numbers go on from seat to seat.
  var effectiveStep: Int {
    step ?? (first <= last ? 1 : -1)
  }
}
