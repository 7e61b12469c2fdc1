import Assembly

/// A hall of three sections whose rows grow toward the back.
struct HallShape {
  let seats: Int

  /// A hall is about so many times as wide, in seats, as it is deep, in rows.
  private static let widthPerDepth = 2.2
  /// Length of the first and of the last row, of the mean.
  private static let (front, back) = (0.7, 1.3)
  /// Width of each section, of the whole.
  private static let sections = [("left", 1 / 3.6), ("centre", 1.6 / 3.6), ("right", 1 / 3.6)]

  private var rows: Int {
    max(1, Int((Double(seats) / HallShape.widthPerDepth).squareRoot().rounded()))
  }

  /// The lines of the table, row after row; together they have exactly the seats of the hall.
  func lines() -> [HallLine] {
    var lines: [HallLine] = []
    for row in 1...rows {
      let length = seatsUpTo(row) - seatsUpTo(row - 1)
      var share = 0.0
      for (section, width) in HallShape.sections {
        let first = Int((share * Double(length)).rounded())
        share += width
        let last = Int((share * Double(length)).rounded())
        guard last > first else { continue }
        lines.append(
          HallLine(
            tableRow: lines.count + 2, section: section, row: .number(row), first: first + 1, last: last))
      }
    }
    return lines
  }

  /// Seats of the first rows when their lengths grow evenly.
  private func seatsUpTo(_ row: Int) -> Int {
    let part = Double(row) / Double(rows)
    let share = HallShape.front * part + (HallShape.back - HallShape.front) / 2 * part * part
    return Int((share * Double(seats)).rounded())
  }
}
