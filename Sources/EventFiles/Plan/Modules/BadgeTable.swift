public import Assembly
import Tables

extension BadgePlan: FiledPlan {
  private static let file = "badges.csv"
  private static let columns = ["person", "name", "number"].map { Column($0, required: true) }

  /// badges.csv.
  public static var files: [String] { [file] }

  /// A row a person.
  public func tables(of event: Event) -> [PlanTable] {
    var table = PlanTable(Self.file, Self.columns)
    for (person, number) in numbers.sorted(by: { $0.key < $1.key }) {
      table.append([event.people[person].id, event.people[person].name, String(number)])
    }
    return [table]
  }

  /// The plan that badges.csv tells.
  public static func read(_ reading: inout PlanFileReading, isDue: Bool) -> BadgePlan? {
    guard let sheet = reading.sheet(file, columns, isDue: isDue) else { return nil }
    var cells = CellReader(sheet)
    var numbers: [Int: Int] = [:]
    for row in sheet.table.rows {
      let person = reading.person(row, &cells)
      let number = cells.requiredWhole("number", row, in: 0...Int(Int32.max))
      if let person, let number { numbers[person] = number }
    }
    reading.diagnostics += cells.diagnostics
    return BadgePlan(numbers: numbers, unplaced: reading.unplaced(in: .badges))
  }
}
