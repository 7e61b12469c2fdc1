public import Assembly
import Localization
import Tables

extension PlanFileName {
  static let runs = "runs.csv"
  static let riders = "riders.csv"
}

extension PlanColumns {
  static let runs =
    columns("run", "number", "vehicle", "transfer", "from", "to", "depart", "arrive", "riders")
    + ["leader", "leader_name", "leader_phone"].map { Column($0) }
  static let riders = columns("person", "name", "group", "run", "number")
}

/// What a run that serves no transfer is called in runs.csv.
private enum PurposeWord {
  static let pickup = "pickup"
  static let dropoff = "dropoff"
}

extension VehiclePlan: FiledPlan {
  /// runs.csv and riders.csv; neither tells anything without the other.
  public static var files: [String] { [PlanFileName.runs, PlanFileName.riders] }

  /// A row a run, and one a rider and run.
  public func tables(of event: Event) -> [PlanTable] {
    guard let fleet = event.fleet else { return [] }
    return [runTable(of: event, fleet), riderTable(of: event)]
  }

  /// The plan that both tell.
  public static func read(_ reading: inout PlanFileReading, isDue: Bool) -> VehiclePlan? {
    reading.vehicles(isDue: isDue)
  }

  /// runs.csv; a run bears its place in the order of departure.
  private func runTable(of event: Event, _ fleet: Fleet) -> PlanTable {
    let numbers = numbers(in: event)
    var table = PlanTable(PlanFileName.runs, PlanColumns.runs)
    for (index, run) in runs.enumerated() {
      let leader = run.leader(in: event).map { event.people[$0] }
      table.append([
        name(ofRun: index), String(numbers[run.vehicle] ?? 0), fleet.vehicles[run.vehicle].id,
        run.purpose.word(in: fleet), run.from, run.to, run.depart.description, run.arrive.description,
        String(run.riders.count), leader?.id ?? "", leader?.name ?? "", leader?.phone ?? "",
      ])
    }
    return table
  }

  /// riders.csv: everybody in listed order, each with the runs in order of departure.
  private func riderTable(of event: Event) -> PlanTable {
    let numbers = numbers(in: event)
    let rides = runs.enumerated().flatMap { index, run in run.riders.map { (person: $0, run: index) } }
    var table = PlanTable(PlanFileName.riders, PlanColumns.riders)
    for ride in rides.sorted(by: { ($0.person, $0.run) < ($1.person, $1.run) }) {
      let person = event.people[ride.person]
      table.append([
        person.id, person.name, person.groupName ?? "", name(ofRun: ride.run),
        String(numbers[runs[ride.run].vehicle] ?? 0),
      ])
    }
    return table
  }
}

extension RunPurpose {
  fileprivate func word(in fleet: Fleet) -> String {
    switch self {
    case .transfer(let index): fleet.transfers[index].id
    case .pickup: PurposeWord.pickup
    case .dropoff: PurposeWord.dropoff
    }
  }
}

extension PlanFileReading {
  fileprivate mutating func vehicles(isDue: Bool) -> VehiclePlan? {
    let isDue = isDue || files[PlanFileName.runs] != nil || files[PlanFileName.riders] != nil
    let runSheet = sheet(PlanFileName.runs, PlanColumns.runs, isDue: isDue)
    let riderSheet = sheet(PlanFileName.riders, PlanColumns.riders, isDue: isDue)
    guard let runSheet, let riderSheet, let fleet = event.fleet else {
      if event.fleet == nil, let sheet = runSheet ?? riderSheet {
        diagnostics.append(Diagnostic(source: sheet.table.source, message: Wording.noVehiclesOfPlan))
      }
      return nil
    }
    var runs = RunRows(runSheet, fleet)
    var riders = CellReader(riderSheet)
    for row in riderSheet.table.rows {
      let person = personOfGroup(row, &riders)
      let run = riders.required("run", row)
      let number = riders.requiredWhole("number", row, in: 1...CellLimits.rowNumber)
      guard let person, let run else { continue }
      guard let index = runs.indexOfRun[run] else {
        riders.refuse("run", row, Wording.unknownRunOfPlan)
        continue
      }
      runs.rows[index].riders.append(person)
      if !isEdited, let number, let shown = runs.rows[index].number, number != shown {
        riders.refuse("number", row, Wording.otherNumberOfRun(shown))
      }
    }
    var others = self
    runs.post(others.staff(isDue: false), event.settings.language)
    var plan = VehiclePlan(runs: runs.rows.compactMap(\.run), unplaced: unplaced(in: .vehicles))
    if isReplanned(.vehicles) || isEdited {
      runs.keepLeaders(person: person(of:))
      plan = runs.kept(plan.unplaced)
    }
    runs.check(against: plan, of: event, isEdited: isEdited, person: person(of:))
    diagnostics += runs.cells.diagnostics + riders.diagnostics
    return plan
  }
}

/// The rows of runs.csv, to which riders.csv adds the riders.
private struct RunRows {
  struct Row {
    let row: Table.Row
    let number: Int?
    /// The run without its riders; nothing where a cell of it cannot be read.
    let plain: VehicleRun?
    var riders: [Int] = []
    /// Who counts heads since an earlier plan.
    var leader: Int?
    /// Who leads it by the plan of the staff.
    var posted: Int?

    var run: VehicleRun? {
      plain.map {
        var run = VehicleRun(
          vehicle: $0.vehicle, purpose: $0.purpose, from: $0.from, to: $0.to, depart: $0.depart,
          arrive: $0.arrive, riders: riders)
        run.keptLeader = leader
        run.postedLeader = posted
        return run
      }
    }
  }

  var cells: CellReader
  var rows: [Row] = []
  private(set) var indexOfRun: [String: Int] = [:]

  init(_ sheet: Sheet, _ fleet: Fleet) {
    cells = CellReader(sheet)
    let vehicles = IDDirectory(fleet.vehicles.map(\.id))
    let transfers = IDDirectory(fleet.transfers.map(\.id))
    for row in sheet.table.rows {
      if let run = cells.required("run", row) {
        if let first = indexOfRun[run] {
          cells.refuse("run", row, Wording.runTwiceInPlan(firstRow: rows[first].row.number))
        } else {
          indexOfRun[run] = rows.count
        }
      }
      let number = cells.requiredWhole("number", row, in: 1...CellLimits.rowNumber)
      rows.append(Row(row: row, number: number, plain: run(row, vehicles, transfers)))
    }
  }

  private mutating func run(
    _ row: Table.Row, _ vehicles: IDDirectory, _ transfers: IDDirectory
  ) -> VehicleRun? {
    let vehicle = index(of: "vehicle", row, in: vehicles, Wording.unknownVehicleOfPlan)
    let purpose: RunPurpose? =
      switch cells.text("transfer", row) {
      case PurposeWord.pickup: .pickup
      case PurposeWord.dropoff: .dropoff
      default:
        index(of: "transfer", row, in: transfers, Wording.unknownTransferOfPlan).map(RunPurpose.transfer)
      }
    let (from, to) = (cells.required("from", row), cells.required("to", row))
    let (depart, arrive) = (cells.requiredMoment("depart", row), cells.requiredMoment("arrive", row))
    guard let vehicle, let purpose, let from, let to, let depart, let arrive else { return nil }
    return VehicleRun(
      vehicle: vehicle, purpose: purpose, from: from, to: to, depart: depart, arrive: arrive, riders: [])
  }

  private mutating func index(
    of column: String, _ row: Table.Row, in indices: IDDirectory, _ unknown: Phrase
  ) -> Int? {
    guard let id = cells.required(column, row) else { return nil }
    if indices[id] == nil { cells.refuse(column, row, unknown) }
    return indices[id]
  }

  /// Leaders are those whom the plan of the staff posts to vehicles.
  mutating func post(_ staff: StaffPlan?, _ language: Language) {
    for index in rows.indices {
      guard let number = rows[index].number, let run = rows[index].plain else { continue }
      rows[index].posted = staff?.leader(ofVehicle: number, on: run.depart.day, language)
    }
  }

  /// Leaders are those whom the rows name, as long as they ride.
  mutating func keepLeaders(person: (String) -> Int?) {
    for index in rows.indices { rows[index].leader = person(cells.sheet.text("leader", rows[index].row)) }
  }

  /// The plan with numbers, names of runs and leaders as they were kept from an earlier plan.
  func kept(_ unplaced: [Unplaced]) -> VehiclePlan {
    var numbers: [Int: Int] = [:]
    let runs = rows.compactMap { row -> VehicleRun? in
      guard var run = row.run else { return nil }
      run.id = Int(cells.sheet.text("run", row.row))
      if let number = row.number, numbers[run.vehicle] == nil, !numbers.values.contains(number) {
        numbers[run.vehicle] = number
      }
      return run
    }
    var plan = VehiclePlan(runs: runs, unplaced: unplaced)
    plan.numbersShown = numbers
    return plan
  }

  /// What follows from the runs and their riders: numbers, and where nobody edited them counts and leaders.
  mutating func check(
    against plan: VehiclePlan, of event: Event, isEdited: Bool, person: (String) -> Int?
  ) {
    let numbers = plan.numbers(in: event)
    for row in rows {
      guard let run = row.run else { continue }
      if let number = row.number, let own = numbers[run.vehicle], number != own {
        cells.refuse("number", row.row, Wording.otherNumberOfVehicle(own))
      }
      guard !isEdited else { continue }
      // Who leads by the plan of the staff changes with that plan alone.
      let isPosted = row.posted != nil
      if let count = cells.requiredWhole("riders", row.row, in: 0...CellLimits.seatNumber),
        count != run.riders.count
      {
        cells.refuse("riders", row.row, Wording.otherCountOfRiders(run.riders.count))
      }
      let leader = run.leader(in: event)
      let told = cells.text("leader", row.row)
      guard !isPosted, cells.sheet.positions["leader"] != nil,
        told.isEmpty ? leader != nil : person(told) != leader
      else {
        continue
      }
      cells.refuse("leader", row.row, Wording.otherLeaderOfRun(leader.map { event.people[$0].id }))
    }
  }
}
