import Assembly
import Localization
import Tables

/// Where the values of an event were read: what is wrong with a value is told at its cell.
struct EventSources: Sendable {
  var sheets: [TableName: Sheet] = [:]
  /// Rows of the table `event` by the English key.
  var settingRows: [String: Table.Row] = [:]

  /// A defect at the cell that it speaks of.
  func diagnostic(of defect: Defect, hint: Phrase? = nil) -> Diagnostic {
    let severity: Diagnostic.Severity = defect.isNote ? .note : .error
    let message = Wording.message(of: defect.fault)
    let code =
      if case .fleet(let fault) = defect.fault { code(ofCase: fault) } else { code(ofCase: defect.fault) }
    let sheet = sheets[defect.table]
    let isSetting = defect.table == .event
    let row = isSetting ? settingRows[defect.column] : defect.row.flatMap { sheet?.row(numbered: $0) }
    guard let sheet, let row else {
      return Diagnostic(
        severity, source: sheet?.table.source ?? defect.table.rawValue + ".csv", row: defect.row,
        message: message, hint: hint, code: code)
    }
    return sheet.diagnostic(
      severity, row: row, column: isSetting ? "value" : sheet.column(of: defect, in: row), message,
      hint: hint,
      code: code)
  }

  /// The defects that one column, which is not there, would mend are one: who reads them needs the column's name once.
  func missingColumns(of defects: [Defect]) -> (diagnostics: [Diagnostic], others: [Defect]) {
    var rows: [String: [Int]] = [:]
    let others = defects.filter { defect in
      guard defect.table == .people, let number = defect.row, let sheet = sheets[.people],
        let row = sheet.row(numbered: number),
        [.fleet(.carriedWithoutTime), .fleet(.carriedWithoutPlace)].contains(defect.fault),
        sheet.positions[sheet.column(of: defect, in: row)] == nil
      else { return true }
      rows[defect.column, default: []].append(number)
      return false
    }
    let diagnostics = sheets[.people].map { sheet in
      sheet.columns.compactMap { column in
        rows[column.name].map { rows in
          Diagnostic(
            source: sheet.table.source, row: sheet.table.headerNumber,
            message: Wording.columnOfCarriedMissing(column, rows: rows), code: "missing-column")
        }
      }
    }
    return (diagnostics ?? [], others)
  }
}

extension Sheet {
  /// The column that a defect speaks of; where the row says the same in another, that one: a day in a column of its own
  /// is at fault for what is wrong with the day.
  fileprivate func column(of defect: Defect, in row: Table.Row) -> String {
    let others = [
      "room": "hotel", "arrival": "arrival_date", "departure": "departure_date", "absent": "attending",
      "check_in": "arrival_date", "check_out": "departure_date",
    ]
    guard let other = others[defect.column], positions[other] != nil else { return defect.column }
    if positions[defect.column] == nil, !defect.column.hasPrefix("check") { return other }
    if text(other, row).isEmpty { return defect.column }
    return text(defect.column, row).isEmpty || defect.isAboutDay(in: self, row) ? other : defect.column
  }
}

extension Defect {
  /// Whether what is wrong is the day of a journey, not its time.
  fileprivate func isAboutDay(in sheet: Sheet, _ row: Table.Row) -> Bool {
    guard column == "arrival" || column == "departure" else { return false }
    return switch fault {
    case .farFromEvent, .fleet(.arrivalAfterEnd), .fleet(.departureBeforeStart): true
    case .departureBeforeArrival: sheet.text("arrival_date", row) != sheet.text("departure_date", row)
    default: false
    }
  }
}

extension EventSources {
  /// The diagnostics with the header of each column and the person whom each row is about.
  func pointed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    let sheets = Dictionary(self.sheets.map { ($0.value.table.source, ($0.key, $0.value)) }) { first, _ in
      first
    }
    return diagnostics.map { diagnostic in
      guard let (table, sheet) = sheets[diagnostic.source], let number = diagnostic.row,
        let column = diagnostic.column,
        number > sheet.table.headerNumber, sheet.table.header.indices.contains(column - 1)
      else { return diagnostic }
      var pointed = diagnostic
      pointed.header = sheet.table.header[column - 1]
      if table == .people, sheet.positions["name"] != column - 1, let row = sheet.row(numbered: number) {
        let name = sheet.text("name", row)
        pointed.subject = name.isEmpty ? nil : name
      }
      return pointed
    }
  }
}

/// Tells which defects only follow from cells that are already reported, and may vanish with them.
struct FollowUps {
  /// Tables of which something could not be read.
  let brokenTables: Set<TableName>
  /// Rows of people of which something could not be read.
  let brokenPeople: Set<Int>
  /// Whether somebody's id or name could not be read.
  let hidesSomebody: Bool
  private let eventEndsEarly: Bool
  private let halfStays: Set<Int>
  private let seats: [Int: SeatWish]

  init(
    brokenTables: Set<TableName>, brokenPeople: Set<Int>, hidesSomebody: Bool, draft: EventDraft,
    defects: [Defect]
  ) {
    self.brokenTables = brokenTables
    self.brokenPeople = brokenPeople
    self.hidesSomebody = hidesSomebody
    eventEndsEarly = defects.contains { $0.fault == .endBeforeStart }
    let endsEarly = eventEndsEarly
    halfStays = Set(
      draft.people.lazy.filter { endsEarly && ($0.checkIn == nil || $0.checkOut == nil) }.map(\.row))
    seats = Dictionary(
      draft.people.lazy.compactMap { person in person.seat.map { (person.row, $0) } }
    ) { first, _ in first }
  }

  /// Whether a defect may be a mere consequence.
  func include(_ defect: Defect) -> Bool {
    if defect.isNote { return !brokenTables.isEmpty }
    return switch defect.fault {
    case .noPeople: brokenTables.contains(.people)
    case .unknownPerson: hidesSomebody
    case .unknownSection, .seatInSeveralSections: brokenTables.contains(.hall)
    case .noSuchSeat:
      if case .rostrum = defect.row.flatMap({ seats[$0] }) {
        brokenTables.contains(.rostrum)
      } else {
        brokenTables.contains(.hall)
      }
    case .unknownHotel, .unknownRoom: brokenTables.contains(.rooms)
    case .genderMissing: defect.row.map(brokenPeople.contains) ?? false
    case .gendersMissing: !brokenPeople.isEmpty
    case .stayWithoutDates(let rows):
      brokenTables.contains(.event) || rows.contains(where: brokenPeople.contains)
    case .centreHasNoPlace: brokenTables.contains(.rostrum)
    case .checkOutNotAfterCheckIn: defect.row.map(halfStays.contains) ?? false
    case .seatTableMissing(let table): defect.table == .duties && brokenTables.contains(table)
    case .staff(.noDays): brokenTables.contains(.event)
    case .fleet(let fault): include(fault)
    default: false
    }
  }

  private func include(_ fault: VehiclesFault) -> Bool {
    switch fault {
    case .arrivalAfterEnd, .departureBeforeStart: eventEndsEarly
    case .unknownVehicle: brokenTables.contains(.vehicles)
    case .noRoutes, .placeWithoutRoute, .routesMissing: !brokenTables.isDisjoint(with: [.event, .routes])
    case .noGroupOfThatName, .selectsNobody: brokenTables.contains(.people)
    case .nobodySleepsThere: !brokenTables.isDisjoint(with: [.people, .groups, .rooms])
    default: false
    }
  }
}
