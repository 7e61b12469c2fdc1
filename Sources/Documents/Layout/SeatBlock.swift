import Assembly

/// A seat where it is drawn.
struct DrawnSeat {
  let seat: Seat
  /// Left edge of its cell.
  var x: Double
  /// Upper edge of its cell.
  var y: Double
  /// Rank of its row in the block, down the page.
  let line: Int
  /// Rank of its position across, in seat widths: neighbours differ by 1.
  let column: Int
}

/// Seats that are drawn together: the rostrum, or a section of the hall on one floor.
struct SeatBlock {
  let name: String
  /// What is printed on each line's row, by `DrawnSeat.line`.
  let rows: [PrintedName]
  /// How much larger than a seat of the hall its seats are.
  let scale: Double
  /// Height of a cell before scaling.
  let rowHeight: Double
  var seats: [DrawnSeat]
  /// Around its cells.
  var box: Box

  init(name: String, rows: [PrintedName], scale: Double, rowHeight: Double, seats: [DrawnSeat]) {
    self.name = name
    self.rows = rows
    self.scale = scale
    self.rowHeight = rowHeight
    self.seats = seats
    let (width, height) = (SeatMeasure.width * scale, rowHeight * scale)
    box = Box(
      left: seats.map(\.x).min() ?? 0, top: seats.map(\.y).min() ?? 0,
      right: (seats.map(\.x).max() ?? 0) + width, bottom: (seats.map(\.y).max() ?? 0) + height)
  }

  mutating func move(x: Double = 0, y: Double = 0) {
    box.move(x: x, y: y)
    for index in seats.indices {
      seats[index].x += x
      seats[index].y += y
    }
  }
}
