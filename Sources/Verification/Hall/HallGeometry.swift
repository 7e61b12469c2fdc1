import Assembly

/// Lines, positions and depths of a hall's seats by the method of seating (objectives.md §2).
///
/// Readings of what is left open: a column is ⌊x + ½⌋ as a number, without overflow for any x; depths are counted over
/// the seats of all sections and floors together; a seat held for somebody who sits there is taken like any other.
package struct HallGeometry: Sendable {
  /// Number of the seat's line in its section: the row, or the column of a file.
  let line: [Double]
  /// Position in the line: x, or the row.
  let along: [Double]
  /// Index of the seat's depth among the distinct depths of the hall.
  package let depth: [Int]
  package let depthCount: Int

  init(_ hall: Hall, method: HallMethod) {
    switch method {
    case .horizontal:
      line = hall.seats.map { Double($0.row) }
      along = hall.seats.map(\.x)
    case .vertical, .outward:
      line = hall.seats.map { HallGeometry.column($0.x) }
      along = hall.seats.map { Double($0.row) }
    }
    let distances = hall.seats.map { seat in
      switch method {
      case .horizontal: seat.y
      case .vertical: HallGeometry.column(seat.x)
      case .outward: HallGeometry.column(abs(seat.x))
      }
    }
    let indexOf = Dictionary(
      Set(distances).sorted().enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    depth = distances.map { indexOf[$0] ?? 0 }
    depthCount = indexOf.count
  }

  /// ⌊x + ½⌋.
  static func column(_ x: Double) -> Double {
    (x + 0.5).rounded(.down)
  }
}
