import Assembly

extension SeatBlock {
  /// The rostrum as the audience sees it: the front row lowest on the page, every row centred on x = 0.
  init(rostrum: Rostrum, name: String, scale: Double) {
    let rows = Array(rostrum.rows.filter { $0.seats > 0 }.reversed())
    var seats: [DrawnSeat] = []
    for (line, row) in rows.enumerated() {
      for seat in 1...row.seats {
        let x = Double(seat - 1) - Double(row.seats) / 2
        seats.append(
          DrawnSeat(
            seat: .rostrum(RostrumSeat(row: row.number, seat: seat)), x: x * SeatMeasure.width * scale,
            y: Double(line) * SeatMeasure.rostrumRow * scale, line: line, column: Int(x.rounded(.down))))
      }
    }
    self.init(
      name: name, rows: rows.map { .number($0.number) }, scale: scale, rowHeight: SeatMeasure.rostrumRow,
      seats: seats)
  }

  /// A label at both ends of every row.
  func rowLabels(_ wording: (PrintedName) -> String) -> [Label] {
    var ends: [Int: (left: Double, right: Double, y: Double)] = [:]
    for seat in seats {
      let known = ends[seat.line] ?? (seat.x, seat.x, seat.y)
      ends[seat.line] = (min(known.left, seat.x), max(known.right, seat.x), min(known.y, seat.y))
    }
    let (width, height) = (SeatMeasure.width * scale, rowHeight * scale)
    return ends.sorted { $0.key < $1.key }.flatMap { line, end in
      [end.left - 0.5 * width, end.right + 1.5 * width].map {
        Label(text: wording(rows[line]), x: $0, y: end.y + height / 2, width: width * 0.82)
      }
    }
  }
}
