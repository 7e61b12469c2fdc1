import Assembly
import Tables

/// Reads the table `vehicles`. A line with an unreadable cell is left out.
struct VehiclesReader {
  private var cells: CellReader
  private(set) var vehicles: [Vehicle] = []

  /// Reads the lines of a sheet.
  init(_ sheet: Sheet) {
    cells = CellReader(sheet)
    for row in sheet.table.rows {
      if let vehicle = vehicle(row) { vehicles.append(vehicle) }
    }
  }

  /// What is wrong with the table.
  var diagnostics: [Diagnostic] { cells.diagnostics }

  private mutating func vehicle(_ row: Table.Row) -> Vehicle? {
    let problems = cells.diagnostics.count
    let id = cells.required("id", row)
    let seats = cells.requiredWhole("seats", row, in: 1...CellLimits.seatsOfRow)
    let fixed = cells.whole("fixed", row, in: 0...CellLimits.price).value ?? 0
    let perMinute = cells.whole("per_minute", row, in: 0...CellLimits.price).value ?? 0
    let hours = cells.dailyHours(row)
    let from = hours == nil ? cells.moment("from", row).value : nil
    let to = hours == nil ? cells.moment("to", row).value : nil
    let number = cells.whole("number", row, in: 1...CellLimits.rowNumber).value
    let isAccessible = cells.isYes("accessible", row)
    guard let id, let seats, cells.diagnostics.count == problems else { return nil }

    var vehicle = Vehicle(row: row.number, id: Words.vehicleID(id), seats: seats)
    vehicle.kind = cells.text("kind", row)
    (vehicle.fixed, vehicle.perMinute) = (fixed, perMinute)
    let base = cells.text("base", row)
    vehicle.base = base.isEmpty ? nil : base
    if from != nil || to != nil { vehicle.shifts = [Shift(from: from, to: to)] }
    vehicle.dailyHours = hours
    vehicle.number = number
    vehicle.plate = cells.text("plate", row)
    vehicle.driver = cells.text("driver", row)
    vehicle.phone = cells.text("phone", row)
    vehicle.isAccessible = isAccessible
    vehicle.leaders = CellParsing.list(cells.text("leader", row))
    return vehicle
  }
}

/// Reads the table `routes`. A line with an unreadable cell is left out.
struct RoutesReader {
  private var cells: CellReader
  private(set) var routes: [Route] = []

  /// Reads the lines of a sheet.
  init(_ sheet: Sheet) {
    cells = CellReader(sheet)
    for row in sheet.table.rows {
      let from = cells.required("from", row)
      let to = cells.required("to", row)
      let minutes = cells.requiredWhole("minutes", row, in: 0...CellLimits.minutes)
      guard let from, let to, let minutes else { continue }
      routes.append(Route(row: row.number, from: from, to: to, minutes: minutes))
    }
  }

  /// What is wrong with the table.
  var diagnostics: [Diagnostic] { cells.diagnostics }
}

/// Reads the table `transfers`. A line with an unreadable cell is left out.
struct TransfersReader {
  private var cells: CellReader
  private let names: SelectorNames
  private(set) var transfers: [Transfer] = []

  /// Reads the lines of a sheet.
  init(_ sheet: Sheet, names: SelectorNames = SelectorNames()) {
    cells = CellReader(sheet)
    self.names = names
    for row in sheet.table.rows {
      if let transfer = transfer(row) { transfers.append(transfer) }
    }
  }

  /// What is wrong with the table.
  var diagnostics: [Diagnostic] { cells.diagnostics }

  private mutating func transfer(_ row: Table.Row) -> Transfer? {
    let id = cells.required("id", row)
    let from = cells.required("from", row)
    let to = cells.required("to", row)
    let earliest = cells.requiredMoment("earliest", row)
    let latest = cells.requiredMoment("latest", row)
    let isFixed = cells.isYes("fixed", row)
    guard let who = selector(row), let id, let from, let to, let earliest, let latest else { return nil }
    var transfer = Transfer(
      row: row.number, id: id, from: from, to: to, earliest: earliest, latest: latest, who: who)
    transfer.name = cells.text("name", row)
    transfer.isFixed = isFixed
    return transfer
  }

  private mutating func selector(_ row: Table.Row) -> [RiderCondition]? {
    let cell = cells.read(
      "who", row, expected: Wording.expectedSelector, hint: RiderSelector.hint
    ) { [names] in RiderSelector.conditions($0, names) }
    if case .blank = cell { cells.refuse("who", row, Wording.expectedSelector) }
    return cell.value
  }
}
