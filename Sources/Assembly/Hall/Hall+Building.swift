extension Hall {
  /// The most seats that a hall may have.
  public static let largest = 1_000_000

  /// Builds the hall of these lines. What is wrong is told in `defects`, and wrong lines are left out.
  ///
  /// - Complexity: O(seats log seats).
  init(lines: [HallLine], defects: inout [Defect]) {
    var building = HallBuilding()
    let numbers = RowNumbers(lines.map(\.row))
    for line in lines {
      building.add(line, rowNumber: numbers[line.row], defects: &defects)
    }
    building.placeRows(defects: &defects)
    building.reportDuplicates(defects: &defects)
    building.reportUnlikeNumbers(defects: &defects)
    building.reportSwappedSides(defects: &defects)
    building.reportMiddleAtASide(defects: &defects)
    building.reportSectionsUnlikeOtherRows(defects: &defects)
    self.init(building)
  }

  private init(_ building: HallBuilding) {
    var seats: [HallSeat] = []
    var runs: [Range<Int>] = []
    for (run, line) in building.runs.enumerated() {
      let start = seats.count
      let (held, wheelchair) = (line.source.held, line.source.wheelchair)
      for (offset, number) in line.numbers.enumerated() {
        seats.append(
          HallSeat(
            section: line.section, row: line.row, rowName: line.source.row, number: number,
            x: line.x + Double(offset),
            y: line.y,
            floor: line.source.floor, run: run, isHeld: held.contains { $0.contains(number) },
            role: line.source.role, isWheelchairPlace: wheelchair.contains { $0.contains(number) }))
      }
      runs.append(start..<seats.count)
    }
    self.init(
      sections: building.sections, seats: seats, runs: runs,
      tableRowOfRun: building.runs.map(\.source.tableRow))
  }
}

extension HallLine {
  fileprivate var held: [NamedSeats] {
    guard case .seats(let seats) = reservation else { return [] }
    return seats
  }

  fileprivate var role: Role? {
    guard case .role(let role) = reservation else { return nil }
    return role
  }
}

/// The numbers of a hall's rows. Rows with letters are counted in order of first appearance; where others have
/// numbers, before these when they are listed first, else behind them.
private struct RowNumbers {
  private var numberOf: [PrintedName: Int] = [:]

  init(_ rows: [PrintedName]) {
    let numbers = rows.compactMap(\.number)
    let firstNumbered = rows.firstIndex { $0.number != nil } ?? rows.endIndex
    let leading = Set(rows[..<firstNumbered]).count
    var next = numbers.min().map { $0 - leading } ?? 1
    for (index, row) in rows.enumerated() where row.number == nil && numberOf[row] == nil {
      if index >= firstNumbered { next = max(next, (numbers.max() ?? 0) + 1) }
      numberOf[row] = next
      next += 1
    }
  }

  subscript(row: PrintedName) -> Int {
    row.number ?? numberOf[row] ?? 0
  }
}

/// The lines of a hall while their seats are still being counted and placed.
private struct HallBuilding {
  struct Run {
    let source: HallLine
    let section: Int
    let row: Int
    let numbers: [PrintedName]
    var x = 0.0
    var y = 0.0
  }

  /// One row across all sections, as `x` is counted.
  struct RowKey: Hashable {
    let floor: Int
    let row: Int
  }

  /// One row of a section, as `y` is given.
  struct SectionRowKey: Hashable {
    let section: Int
    let floor: Int
    let row: Int
  }

  var sections: [String] = []
  var runs: [Run] = []
  private var sectionIndex: [String: Int] = [:]
  private var seatCount = 0

  mutating func add(_ line: HallLine, rowNumber: Int, defects: inout [Defect]) {
    guard let count = line.seatCount else {
      defects.append(Defect(.hall, row: line.tableRow, column: "last", .unusableSeatNumbers))
      return
    }
    guard seatCount + count <= Hall.largest else {
      defects.append(Defect(.hall, row: line.tableRow, column: "last", .tooManySeats(limit: Hall.largest)))
      return
    }
    seatCount += count
    let numbers = line.numbers
    reportUnknownNumbers(line, numbers, defects: &defects)
    let section = sectionIndex[line.section, default: sections.count]
    if section == sections.count {
      sections.append(line.section)
      sectionIndex[line.section] = section
    }
    runs.append(Run(source: line, section: section, row: rowNumber, numbers: numbers))
  }

  /// Gives every run its x and y; default positions lie as formats.md says.
  mutating func placeRows(defects: inout [Defect]) {
    placeAcross(defects: &defects)
    placeInDepth(defects: &defects)
    reportOverlaps(defects: &defects)
  }

  /// Seats of one row of a section must not lie on one another: files and neighbours would have no meaning.
  private func reportOverlaps(defects: inout [Defect]) {
    struct SectionRow: Hashable {
      let section: Int
      let row: Int
    }
    for indices in grouped(by: { SectionRow(section: $0.section, row: $0.row) }) {
      let sorted = indices.sorted { (runs[$0].x, $0) < (runs[$1].x, $1) }
      for (left, right) in zip(sorted, sorted.dropFirst()) {
        if runs[right].x < runs[left].x + Double(runs[left].numbers.count) {
          let (first, second) = (runs[left].source.tableRow, runs[right].source.tableRow)
          defects.append(
            Defect(.hall, row: max(first, second), column: "x", .seatsOverlap(firstRow: min(first, second))))
        }
      }
    }
  }

  private mutating func placeAcross(defects: inout [Defect]) {
    for indices in grouped(by: { RowKey(floor: $0.source.floor, row: $0.row) }) {
      if indices.contains(where: { runs[$0].source.x != nil }) {
        for index in indices {
          if let x = runs[index].source.x {
            runs[index].x = x
          } else {
            defects.append(Defect(.hall, row: runs[index].source.tableRow, column: "x", .positionMissing))
          }
        }
        continue
      }
      let aisle = 3
      let width = indices.reduce(-aisle) { $0 + runs[$1].numbers.count - 1 + aisle }
      var x = -Double(width) / 2
      for index in indices {
        runs[index].x = x
        x += Double(runs[index].numbers.count - 1 + aisle)
      }
    }
  }

  private mutating func placeInDepth(defects: inout [Defect]) {
    let given = grouped { SectionRowKey(section: $0.section, floor: $0.source.floor, row: $0.row) }
    var rowDepth = [Double?](repeating: nil, count: runs.count)
    for indices in given {
      let depths = Set(indices.compactMap { runs[$0].source.y })
      if depths.count > 1, let index = indices.last(where: { runs[$0].source.y != nil }) {
        defects.append(Defect(.hall, row: runs[index].source.tableRow, column: "y", .rowAtTwoDistances))
      }
      for index in indices {
        rowDepth[index] = depths.min()
      }
    }
    var floorStart = 0.0
    let floors = Dictionary(grouping: runs.indices) { runs[$0].source.floor }
    for floor in floors.keys.sorted() {
      let indices = floors[floor]!
      for index in indices {
        runs[index].y = rowDepth[index] ?? (floorStart + Double(runs[index].row))
      }
      floorStart = max(floorStart, indices.map { runs[$0].y }.max() ?? floorStart)
    }
  }

  func reportDuplicates(defects: inout [Defect]) {
    struct Address: Hashable {
      let section: Int
      let row: Int
      let number: PrintedName
    }
    var owner: [Address: Int] = [:]
    owner.reserveCapacity(seatCount)
    for run in runs {
      for number in run.numbers {
        let address = Address(section: run.section, row: run.row, number: number)
        if let first = owner[address] {
          defects.append(
            Defect(
              .hall, row: run.source.tableRow, column: run.source.seatNames == nil ? "first" : "numbers",
              .duplicateSeat(number, firstRow: first)))
          break
        }
        owner[address] = run.source.tableRow
      }
    }
  }

  /// Left and right are the audience's; a table that was drawn up facing it has them exchanged.
  func reportSwappedSides(defects: inout [Defect]) {
    for (left, name) in sections.enumerated() {
      let opposite = name.replacing("左", with: "右").replacing("left", with: "right").replacing(
        "Left", with: "Right")
      guard opposite != name, let right = sectionIndex[opposite], middle(of: left) > middle(of: right),
        let first = runs.first(where: { $0.section == left })
      else { continue }
      defects.append(
        Defect(
          .hall, row: first.source.tableRow, column: "section", .sidesSwapped(left: name, right: opposite)))
    }
  }

  /// A middle section is between the left and the right one: a table that lists them in another order, without saying where
  /// they are, is drawn so.
  func reportMiddleAtASide(defects: inout [Defect]) {
    for (middle, name) in sections.enumerated() {
      func sibling(_ side: [String]) -> Int? {
        let words = [
          ("中", 0), ("centre", 1), ("center", 1), ("middle", 1), ("Centre", 2), ("Center", 2), ("Middle", 2),
        ]
        let there = words.reduce(name) { $0.replacing($1.0, with: side[$1.1]) }
        return there == name ? nil : sectionIndex[there]
      }
      guard let left = sibling(["左", "left", "Left"]), let right = sibling(["右", "right", "Right"]),
        let first = runs.first(where: { $0.section == middle })
      else { continue }
      let (own, sides) = (self.middle(of: middle), [self.middle(of: left), self.middle(of: right)])
      guard own > sides.max()! || own < sides.min()! else { continue }
      defects.append(
        Defect(
          .hall, row: first.source.tableRow, column: "section",
          .middleAtASide(name, left: sections[left], right: sections[right])))
    }
  }

  /// Sections beyond which nobody looks at the order in which a row lists them: two of them are compared in each row.
  private static let mostSectionsCompared = 200

  /// Sections of a row without `x` stand as they are listed: a line that slipped would put people under another section.
  func reportSectionsUnlikeOtherRows(defects: inout [Defect]) {
    guard sections.count <= HallBuilding.mostSectionsCompared else { return }
    let rows = grouped(by: { RowKey(floor: $0.source.floor, row: $0.row) })
      .filter { $0.allSatisfy { runs[$0].source.x == nil } }
      .map(firstRunsOfSections)
    var rowsWith = sections.map { _ in sections.map { _ in 0 } }
    for row in rows {
      for (place, left) in row.enumerated() {
        for right in row.dropFirst(place + 1) { rowsWith[runs[left].section][runs[right].section] += 1 }
      }
    }
    for row in rows {
      for (place, run) in row.enumerated() {
        let left = runs[run].section
        let rights = row.dropFirst(place + 1).map { runs[$0].section }
        guard let right = rights.first(where: { rowsWith[left][$0] < rowsWith[$0][left] }) else { continue }
        defects.append(
          Defect(
            .hall, row: runs[run].source.tableRow, column: "section",
            .sectionsUnlikeOtherRows(left: sections[left], right: sections[right])))
      }
    }
  }

  /// Of these runs the first of each section.
  private func firstRunsOfSections(_ indices: [Int]) -> [Int] {
    var met: Set<Int> = []
    return indices.filter { met.insert(runs[$0].section).inserted }
  }

  /// The mean of the places of a section's seats.
  private func middle(of section: Int) -> Double {
    let runs = runs.filter { $0.section == section }
    let seats = runs.reduce(0) { $0 + $1.numbers.count }
    return runs.reduce(0) { $0 + ($1.x + Double($1.numbers.count - 1) / 2) * Double($1.numbers.count) }
      / Double(seats)
  }

  /// A step that is left out, or a first and last seat in the wrong order, shows in that the rows about go on otherwise.
  func reportUnlikeNumbers(defects: inout [Defect]) {
    struct Place: Hashable {
      let section: Int
      let floor: Int
      let indexInRow: Int
    }
    var countInRow: [SectionRowKey: Int] = [:]
    var places: [Int: Place] = [:]
    for (index, run) in runs.enumerated() {
      let row = SectionRowKey(section: run.section, floor: run.source.floor, row: run.row)
      places[index] = Place(
        section: run.section, floor: run.source.floor, indexInRow: countInRow[row, default: 0])
      countInRow[row, default: 0] += 1
    }
    // One seat alone goes in no direction.
    let long = runs.indices.filter { runs[$0].numbers.count > 1 && runs[$0].source.seatNames == nil }
    for (_, column) in Dictionary(grouping: long, by: { places[$0]! }).sorted(by: {
      $0.value[0] < $1.value[0]
    }) {
      let steps = column.sorted { runs[$0].row < runs[$1].row }.map {
        (run: $0, step: runs[$0].source.effectiveStep)
      }
      for i in steps.indices where steps.count > 2 {
        let about = i == 0 ? [1, 2] : i == steps.count - 1 ? [i - 1, i - 2] : [i - 1, i + 1]
        if steps[about[0]].step == steps[about[1]].step, steps[about[0]].step != steps[i].step {
          defects.append(
            Defect(
              .hall, row: runs[steps[i].run].source.tableRow, column: "step", .numbersUnlikeNeighbours))
        }
      }
    }
  }

  private func reportUnknownNumbers(_ line: HallLine, _ numbers: [PrintedName], defects: inout [Defect]) {
    func report(_ seats: [NamedSeats], column: String) {
      for range in seats where !numbers.contains(where: range.contains) {
        defects.append(Defect(.hall, row: line.tableRow, column: column, .noSuchSeatInLine(range)))
      }
    }
    report(line.held, column: "reserved")
    report(line.wheelchair, column: "wheelchair")
  }

  /// Indices of runs that share a key, in order of first appearance, each in listed order.
  private func grouped<Key: Hashable>(by key: (Run) -> Key) -> [[Int]] {
    var position: [Key: Int] = [:]
    var result: [[Int]] = []
    for index in runs.indices {
      let key = key(runs[index])
      if let known = position[key] {
        result[known].append(index)
      } else {
        position[key] = result.count
        result.append([index])
      }
    }
    return result
  }
}
