public import Assembly
import Tables

extension PlanFileName {
  static let rooms = "rooms.csv"
}

extension PlanColumns {
  static let rooms = columns(
    "person", "name", "group", "hotel", "floor", "room", "check_in", "check_out")
}

extension RoomPlan: FiledPlan {
  /// rooms.csv.
  public static var files: [String] { [PlanFileName.rooms] }

  /// A row a person.
  public func tables(of event: Event) -> [PlanTable] {
    guard let roomStock = event.roomStock else { return [] }
    var table = PlanTable(PlanFileName.rooms, PlanColumns.rooms)
    for assignment in assignments {
      let (person, room) = (event.people[assignment.person], roomStock.rooms[assignment.room])
      table.append([
        person.id, person.name, person.groupName ?? "", room.hotel, room.floor, room.number,
        person.stay?.checkIn.description ?? "", person.stay?.checkOut.description ?? "",
      ])
    }
    return [table]
  }

  /// The plan that rooms.csv tells.
  public static func read(_ reading: inout PlanFileReading, isDue: Bool) -> RoomPlan? {
    reading.rooms(isDue: isDue)
  }
}

extension PlanFileReading {
  fileprivate mutating func rooms(isDue: Bool) -> RoomPlan? {
    guard let sheet = sheet(PlanFileName.rooms, PlanColumns.rooms, isDue: isDue) else { return nil }
    guard let roomStock = event.roomStock else {
      diagnostics.append(Diagnostic(source: PlanFileName.rooms, message: Wording.noRoomsOfPlan))
      return nil
    }
    let directory = RoomDirectory(roomStock)
    var cells = CellReader(sheet)
    var assignments: [RoomAssignment] = []
    for row in sheet.table.rows {
      let person = personOfGroup(row, &cells)
      if let person { checkNights(of: person, row, &cells) }
      let hotel = cells.required("hotel", row)
      let number = cells.required("room", row)
      guard let person, let hotel, let number else { continue }
      guard let room = directory.room(hotel: hotel, number: number) ?? roomStock.room(hotel, number) else {
        cells.refuse("room", row, Wording.noSuchRoomOfPlan)
        continue
      }
      if !isEdited, cells.text("floor", row) != roomStock.rooms[room].floor {
        cells.refuse("floor", row, Wording.otherFloorOfPlan)
      }
      assignments.append(RoomAssignment(person: person, room: room))
    }
    diagnostics += cells.diagnostics
    return RoomPlan(assignments: assignments, unplaced: unplaced(in: .rooms))
  }

  /// A person has the room for all nights of the stay.
  private func checkNights(of person: Int, _ row: Table.Row, _ cells: inout CellReader) {
    guard let stay = event.people[person].stay else { return }
    for (column, day) in [("check_in", stay.checkIn), ("check_out", stay.checkOut)] {
      if let told = cells.requiredDay(column, row), told != day {
        cells.refuse(column, row, Wording.otherNightsOfPlan)
      }
    }
  }
}

extension RoomStock {
  /// The room of a hotel whose number differs in leading zeros alone, which spreadsheets drop.
  fileprivate func room(_ hotel: String, _ number: String) -> Int? {
    let rooms = self.rooms.indices.filter { self.rooms[$0].hotel == hotel }
    return IDDirectory(rooms.map { self.rooms[$0].number })[number].map { rooms[$0] }
  }
}
