import Assembly

/// One floor of the hall: its sections at their places in the room, with their names and the labels of their rows.
///
/// x = 0 is the middle of the hall, y = 0 the floor's upper edge.
struct FloorLayout {
  let floor: Int
  private(set) var blocks: [SeatBlock] = []
  private(set) var sectionNames: [Label] = []
  private(set) var rowLabels: [Label] = []
  private(set) var height = 0.0

  /// One row of one section.
  private struct Line {
    let section: Int
    let row: PrintedName
    let y: Double
    /// Indices of the hall's seats.
    var seats: [Int]
    /// Positions of its outermost seats, in seat widths.
    var left: Double
    var right: Double
  }

  private let hall: Hall
  /// Rows of sections, section by section in listed order, each from the stage backward.
  private var lines: [Line] = []
  /// Where each distance from the stage is drawn.
  private var drawnY: [Double: Double] = [:]
  private var occupied: Set<GridPoint> = []

  /// - Parameters:
  ///   - seats: indices of the floor's seats, in the order of the hall.
  ///   - row: wording of a row's label.
  /// - Complexity: O(s log s) for s seats.
  init(floor: Int, seats: [Int], of hall: Hall, row: (PrintedName) -> String) {
    self.floor = floor
    self.hall = hall
    formLines(of: seats)
    placeRows()
    formBlocks()
    nameSections()
    labelRows(row)
  }

  /// Coordinates are a venue's data: a wild one must not lead the drawing out of all bounds.
  private static func bounded(_ coordinate: Double) -> Double {
    coordinate.isFinite ? min(max(coordinate, -20_000), 20_000) : 0
  }

  private mutating func formLines(of seats: [Int]) {
    struct Key: Hashable {
      let section: Int
      let y: Double
    }
    var indexOf: [Key: Int] = [:]
    for index in seats {
      let seat = hall.seats[index]
      let (x, y) = (Self.bounded(seat.x), Self.bounded(seat.y))
      occupied.insert(GridPoint(x: x, y: y))
      let key = Key(section: seat.section, y: y)
      if let known = indexOf[key] {
        lines[known].seats.append(index)
        lines[known].left = min(lines[known].left, x)
        lines[known].right = max(lines[known].right, x)
      } else {
        indexOf[key] = lines.count
        lines.append(Line(section: seat.section, row: seat.rowName, y: y, seats: [index], left: x, right: x))
      }
    }
    lines.sort { ($0.section, $0.y) < ($1.section, $1.y) }
  }

  /// Gives every distance from the stage its y on the page. Where a section begins right behind another one, an
  /// empty row is put in for its name.
  private mutating func placeRows() {
    let depths = Set(lines.map(\.y)).sorted()
    guard let first = depths.first else { return }
    var gaps: [Double] = []
    var nameRows: Set<Double> = []
    for (previous, line) in zip([nil] + lines.map(Optional.some), lines) {
      if let previous, previous.section == line.section {
        gaps.append(line.y - previous.y)
      } else if line.y > first, isTaken(above: line) {
        nameRows.insert(line.y)
      }
    }
    let stretch = 1 / min(max(gaps.min() ?? 1, 0.25), 1)
    var y = SeatMeasure.hallRow
    for (previous, depth) in zip([first] + depths, depths) {
      y += (depth - previous) * stretch * SeatMeasure.hallRow
      if nameRows.contains(depth) { y += SeatMeasure.hallRow }
      drawnY[depth] = y
    }
    height = y + SeatMeasure.hallRow
  }

  private func isTaken(above line: Line) -> Bool {
    stride(from: line.left, through: line.right, by: 1).contains { x in
      occupied.contains(GridPoint(x: x, y: line.y - 1)) || occupied.contains(GridPoint(x: x, y: line.y - 0.6))
    }
  }

  private mutating func formBlocks() {
    for lines in lines.chunked(by: \.section) {
      var seats: [DrawnSeat] = []
      for (rank, line) in lines.enumerated() {
        for index in line.seats {
          let x = Self.bounded(hall.seats[index].x)
          seats.append(
            DrawnSeat(
              seat: .hall(index), x: (x - 0.5) * SeatMeasure.width, y: drawnY[line.y] ?? 0, line: rank,
              column: Int((x + 0.5).rounded(.down))))
        }
      }
      guard let section = lines.first?.section else { continue }
      blocks.append(
        SeatBlock(
          name: hall.sections[section], rows: lines.map(\.row), scale: 1, rowHeight: SeatMeasure.hallRow,
          seats: seats))
    }
  }

  private mutating func nameSections() {
    for front in lines.chunked(by: \.section).compactMap(\.first) {
      let seats = max(front.right - front.left + 1, 2)
      sectionNames.append(
        Label(
          text: hall.sections[front.section].printable, x: (front.left + front.right) / 2 * SeatMeasure.width,
          y: (drawnY[front.y] ?? 0) - SeatMeasure.hallRow / 2, width: seats * SeatMeasure.width))
    }
  }

  // MARK: Labels of rows

  /// A label at both ends of each row, and in the aisles that part it: one where the row goes on in the same section
  /// or the aisle is narrow, else one for each section.
  private mutating func labelRows(_ wording: (PrintedName) -> String) {
    let runs = lines.flatMap(unbrokenParts).sorted {
      ($0.y, $0.left, $0.section) < ($1.y, $1.left, $1.section)
    }
    for runs in runs.chunked(by: \.y) {
      guard let first = runs.first, let last = runs.last else { continue }
      label(first, at: first.left - 1, wording)
      for (left, right) in zip(runs, runs.dropFirst()) {
        let aisle = right.left - left.right - 1
        if aisle >= 1.6, left.section != right.section {
          label(left, at: left.right + 1, wording)
          label(right, at: right.left - 1, wording)
        } else if aisle >= 0.8, left.row == right.row {
          label(left, at: (left.right + right.left) / 2, wording)
        }
      }
      label(last, at: last.right + 1, wording)
    }
  }

  private func unbrokenParts(of line: Line) -> [Line] {
    var parts: [Line] = []
    for x in line.seats.map({ Self.bounded(hall.seats[$0].x) }).sorted() {
      if let last = parts.last, x - last.right < 1.5 {
        parts[parts.count - 1].right = x
      } else {
        parts.append(Line(section: line.section, row: line.row, y: line.y, seats: [], left: x, right: x))
      }
    }
    return parts
  }

  private mutating func label(_ line: Line, at x: Double, _ wording: (PrintedName) -> String) {
    guard !occupied.contains(GridPoint(x: x, y: line.y)) else { return }
    rowLabels.append(
      Label(
        text: wording(line.row), x: x * SeatMeasure.width, y: (drawnY[line.y] ?? 0) + SeatMeasure.hallRow / 2,
        width: SeatMeasure.width - 8))
  }
}

/// A cell of the room, one seat wide and one row deep.
private struct GridPoint: Hashable {
  let column: Int
  let row: Int

  init(x: Double, y: Double) {
    column = Int((x + 0.5).rounded(.down))
    row = Int((y + 0.5).rounded(.down))
  }
}

extension Array {
  /// The array in pieces of neighbours that share `key`.
  fileprivate func chunked<Key: Equatable>(by key: (Element) -> Key) -> [ArraySlice<Element>] {
    var pieces: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices where index > start && key(self[index]) != key(self[index - 1]) {
      pieces.append(self[start..<index])
      start = index
    }
    if start < endIndex { pieces.append(self[start...]) }
    return pieces
  }
}
