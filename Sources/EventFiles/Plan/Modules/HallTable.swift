public import Assembly
import Localization
public import Tables

extension PlanFileName {
  static let hall = "hall.csv"
}

extension PlanColumns {
  static let hall = columns("person", "name", "group", "section", "row", "seat")
}

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

// What there is to note of the plan of a hall.
extension HallPlan {
  /// Who misses the aisle, where the strict order leaves people standing, and that seats are kept for nobody then.
  public func remarks(on event: Event, read reading: EventReading) -> [Diagnostic] {
    let hall = reading.file(of: .hall)
    let aisles = withoutAisle.map { index in
      let person = event.people[index]
      return Diagnostic(
        .note, source: reading.file(of: .people), row: person.row,
        message: Wording.withoutAisle(name: person.name, id: person.id), code: "without-aisle-seat")
    }
    let order = firstKeptOut(in: event).map { group in
      let name =
        switch event.groups[group].kind {
        case .named(let name): shown(name)
        case .role(let role): Words.role.word(for: role, in: reading.language)
        }
      return Diagnostic(.note, source: hall, message: Wording.orderParts(from: name), code: "order-parts")
    }
    let empty = seatsKeptForNobody(in: event)
    let reserved =
      unplaced.isEmpty || empty == 0
      ? nil
      : Diagnostic(
        .note, source: hall, message: Wording.reservedSeatsEmpty(empty), code: "reserved-seats-empty")
    return aisles + [order, reserved].compactMap { $0 }
  }

  /// The first group in order of which somebody stands because of the strict order.
  private func firstKeptOut(in event: Event) -> Int? {
    unplaced.filter { $0.reason == .orderKeepsOut }.map { event.people[$0.person].group }.min()
  }

  private func seatsKeptForNobody(in event: Event) -> Int {
    let taken = Set(assignments.map(\.seat))
    return (event.hall?.seats ?? []).enumerated().count { $0.element.isHeld && !taken.contains($0.offset) }
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
