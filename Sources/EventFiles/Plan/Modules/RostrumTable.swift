import Assembly
import Foundation
import Tables

extension RostrumPlan {
  /// rostrum.csv.
  func table(of event: Event) -> Data {
    var table = TableWriter(header: PlanColumns.rostrum.map(\.name))
    for assignment in assignments {
      let person = event.people[assignment.person]
      table.append([
        person.id, person.name, String(assignment.seat.row), String(assignment.seat.seat),
        String(assignment.place),
      ])
    }
    return table.data
  }
}

extension PlanFileReading {
  /// The plan that rostrum.csv tells.
  mutating func rostrum(isDue: Bool) -> RostrumPlan? {
    guard let sheet = sheet(PlanFileName.rostrum, PlanColumns.rostrum, isDue: isDue) else { return nil }
    var cells = CellReader(sheet)
    var assignments: [RostrumAssignment] = []
    for row in sheet.table.rows {
      let person = person(row, &cells)
      let rowNumber = cells.requiredWhole("row", row, in: 0...Limits.rowNumber)
      let number = cells.requiredWhole("seat", row, in: 1...Limits.seatNumber)
      let place = cells.requiredWhole("place", row, in: 1...Limits.seatNumber)
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
