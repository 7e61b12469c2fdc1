public import Assembly
import Tables

extension PlanFileName {
  static let rostrum = "rostrum.csv"
}

extension PlanColumns {
  static let rostrum = columns("person", "name", "row", "seat", "place")
}

extension RostrumPlan: FiledPlan {
  /// rostrum.csv.
  public static var files: [String] { [PlanFileName.rostrum] }

  /// A row a person.
  public func tables(of event: Event) -> [PlanTable] {
    var table = PlanTable(PlanFileName.rostrum, PlanColumns.rostrum)
    for assignment in assignments {
      let person = event.people[assignment.person]
      table.append([
        person.id, person.name, String(assignment.seat.row), String(assignment.seat.seat),
        String(assignment.place),
      ])
    }
    return [table]
  }

  /// The plan that rostrum.csv tells.
  public static func read(_ reading: inout PlanFileReading, isDue: Bool) -> RostrumPlan? {
    reading.rostrum(isDue: isDue)
  }
}

extension PlanFileReading {
  fileprivate mutating func rostrum(isDue: Bool) -> RostrumPlan? {
    guard let sheet = sheet(PlanFileName.rostrum, PlanColumns.rostrum, isDue: isDue) else { return nil }
    var cells = CellReader(sheet)
    var assignments: [RostrumAssignment] = []
    for row in sheet.table.rows {
      let person = person(row, &cells)
      let rowNumber = cells.requiredWhole("row", row, in: 0...CellLimits.rowNumber)
      let number = cells.requiredWhole("seat", row, in: 1...CellLimits.seatNumber)
      let place = cells.requiredWhole("place", row, in: 1...CellLimits.seatNumber)
      guard let person, let rowNumber, let number, let place else { continue }
      let seat = RostrumSeat(row: rowNumber, seat: number)
      if event.rostrum?.contains(seat) ?? false {
        assignments.append(RostrumAssignment(person: person, seat: seat, place: place))
      } else {
        cells.refuse("seat", row, Wording.message(of: .noSuchSeat))
      }
    }
    diagnostics += cells.diagnostics
    return RostrumPlan(assignments: assignments, unplaced: unplaced(in: .rostrum))
  }
}
