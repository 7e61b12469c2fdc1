public import Assembly
import Tables

extension PlanFileName {
  static let tables = "tables.csv"
}

extension PlanColumns {
  static let tables =
    columns("person", "name", "group", "table") + [Column("meal")]
}

extension TablePlan: FiledPlan {
  /// tables.csv.
  public static var files: [String] { [PlanFileName.tables] }

  /// A row a person and meal.
  public func tables(of event: Event) -> [PlanTable] {
    guard let hall = event.diningHall else { return [] }
    var table = PlanTable(PlanFileName.tables, PlanColumns.tables)
    for assignment in assignments {
      let (person, place) = (event.people[assignment.person], hall.tables[assignment.table])
      table.append([person.id, person.name, person.groupName ?? "", place.number, place.meal])
    }
    return [table]
  }

  /// The plan that tables.csv tells.
  public static func read(_ reading: inout PlanFileReading, isDue: Bool) -> TablePlan? {
    reading.diningTables(isDue: isDue)
  }
}

extension PlanFileReading {
  fileprivate mutating func diningTables(isDue: Bool) -> TablePlan? {
    guard let sheet = sheet(PlanFileName.tables, PlanColumns.tables, isDue: isDue) else { return nil }
    guard let hall = event.diningHall else {
      diagnostics.append(Diagnostic(source: PlanFileName.tables, message: Wording.noTablesOfPlan))
      return nil
    }
    var cells = CellReader(sheet)
    var assignments: [TableAssignment] = []
    for row in sheet.table.rows {
      let person = personOfGroup(row, &cells)
      let number = cells.required("table", row)
      guard let person, let number else { continue }
      if let table = hall.table(number, meal: cells.text("meal", row)) {
        assignments.append(TableAssignment(person: person, table: table))
      } else {
        cells.refuse("table", row, Wording.noSuchTableOfPlan)
      }
    }
    diagnostics += cells.diagnostics
    return TablePlan(assignments: assignments, unplaced: unplaced(in: .tables))
  }
}
