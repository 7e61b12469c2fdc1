public import Assembly
import Tables

extension HallPlan: FiledPlan {
  /// hall.csv.
  public static var files: [String] { [PlanFileName.hall] }

  /// A row a person.
  public func tables(of event: Event) -> [PlanTable] {
    guard let hall = event.hall else { return [] }
    var table = PlanTable(PlanFileName.hall, PlanColumns.hall)
    for assignment in assignments {
      let person = event.people[assignment.person]
      let seat = hall.seats[assignment.seat]
      table.append([
        person.id, person.name, person.groupName ?? "", hall.sections[seat.section], seat.rowName.description,
        seat.number.description,
      ])
    }
    return [table]
  }

  /// The plan that hall.csv tells.
  public static func read(_ reading: inout PlanFileReading, isDue: Bool) -> HallPlan? {
    reading.hall(isDue: isDue)
  }
}

extension PlanFileReading {
  fileprivate mutating func hall(isDue: Bool) -> HallPlan? {
    guard let sheet = sheet(PlanFileName.hall, PlanColumns.hall, isDue: isDue) else { return nil }
    let directory = event.hall.map(SeatDirectory.init)
    var cells = CellReader(sheet)
    var assignments: [HallAssignment] = []
    for row in sheet.table.rows {
      let person = personOfGroup(row, &cells)
      let section = cells.required("section", row)
      let rowName = cells.requiredName("row", row)
      let number = cells.requiredName("seat", row)
      guard let person, let section, let rowName, let number else { continue }
      if let seat = directory?.seat(section: section, row: rowName, number: number) {
        assignments.append(HallAssignment(person: person, seat: seat))
      } else {
        cells.refuse("seat", row, Wording.message(of: .noSuchSeat))
      }
    }
    diagnostics += cells.diagnostics
    return HallPlan(
      assignments: assignments, unplaced: unplaced(in: .hall), withoutAisle: event.withoutAisle(assignments))
  }
}

extension CellReader {
  /// What is printed on a row or a seat; it must be there.
  fileprivate mutating func requiredName(_ column: String, _ row: Table.Row) -> PrintedName? {
    required(column, row).flatMap { text in
      let name = SeatName.printedName(text)
      if name == nil { refuse(column, row, Wording.message(of: .noSuchSeat)) }
      return name
    }
  }
}

extension Event {
  /// People who need an aisle seat and sit inside a run of seats.
  fileprivate func withoutAisle(_ assignments: [HallAssignment]) -> [Int] {
    guard let hall else { return [] }
    return assignments.filter { assignment in
      let run = hall.runs[hall.seats[assignment.seat].run]
      return people[assignment.person].needs.contains(.aisle) && assignment.seat != run.lowerBound
        && assignment.seat != run.upperBound - 1
    }.map(\.person)
  }
}
