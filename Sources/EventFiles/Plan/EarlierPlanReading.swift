public import Assembly

extension EarlierPlan {
  /// Where the people of an event are by the tables of an earlier plan.
  ///
  /// People are the same by id, with or without leading zeros; who is not found so, by name and unit, where nobody else
  /// is called so. Where ids are mere row numbers, a row more would shift them: there the name must agree.
  ///
  /// - Parameters:
  ///   - tables: of the earlier plan.
  ///   - event: the event as it is now.
  /// - Complexity: O(people + seats).
  public init(_ tables: [PlanTable], of event: Event) {
    self.init()
    func rows(_ file: String, _ columns: String...) -> [[String: String]]? {
      tables.first { $0.file == file }.map { table in
        let cells = columns.map { table.cells($0).map { $0[0] } }
        return table.rows.indices.map { row in
          Dictionary(zip(columns, cells).compactMap { $1.isEmpty ? nil : ($0, $1[row]) }) { first, _ in first
          }
        }
      }
    }
    if let rows = rows(PlanFileName.rostrum, "person", "name", "row", "seat"), let rostrum = event.rostrum {
      self.rostrum = EarlierPlaces(rows, of: event) { row in
        guard let number = Int(row["row"] ?? ""), let seat = Int(row["seat"] ?? "") else { return nil }
        let place = RostrumSeat(row: number, seat: seat)
        return rostrum.contains(place) ? place : nil
      }
    }
    if let rows = rows(PlanFileName.hall, "person", "name", "group", "section", "row", "seat"),
      event.hall != nil
    {
      let seats = event.printedSeats
      hall = EarlierPlaces(rows, of: event) { row in
        seats[["section", "row", "seat"].map { row[$0] ?? "" }]
      }
    }
    if let rows = rows(PlanFileName.rooms, "person", "name", "group", "hotel", "room"),
      let directory = event.roomStock.map(RoomDirectory.init)
    {
      rooms = EarlierPlaces(rows, of: event) { row in
        directory.room(hotel: row["hotel"] ?? "", number: row["room"] ?? "")
      }
    }
    if let runs = rows(PlanFileName.runs, "run", "number", "vehicle", "transfer", "from", "depart", "leader"),
      let riders = rows(PlanFileName.riders, "person", "name", "group", "run"), let fleet = event.fleet
    {
      vehicles = EarlierRides(runs, riders, of: event, fleet)
    }
  }
}

extension EarlierRides {
  /// The runs in these rows; those for transfers that are no longer there are left out.
  fileprivate init(
    _ runs: [[String: String]], _ riders: [[String: String]], of event: Event, _ fleet: Fleet
  ) {
    let people = event.people(of: riders)
    var ridersOfRun: [String: [Int]] = [:]
    var personOfID: [String: Int] = [:]
    for (row, person) in zip(riders, people) {
      guard let person, let run = row["run"] else { continue }
      ridersOfRun[run, default: []].append(person)
      personOfID[row["person"] ?? ""] = person
    }
    let vehicles = Dictionary(fleet.vehicles.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let transfers = Dictionary(fleet.transfers.enumerated().map { ($1.id, $0) }) { first, _ in first }
    self.init(
      runs.compactMap { row in
        guard let number = Int(row["number"] ?? ""), let depart = CellReader.moment(row["depart"] ?? ""),
          let purpose = RunPurpose(row["transfer"] ?? "", transfers)
        else { return nil }
        return Run(
          id: Int(row["run"] ?? ""), number: number, vehicle: vehicles[row["vehicle"] ?? ""],
          purpose: purpose,
          from: row["from"] ?? "", depart: depart, riders: ridersOfRun[row["run"] ?? ""] ?? [],
          leader: personOfID[row["leader"] ?? ""])
      })
  }
}

extension EarlierPlaces {
  /// The places of the people in these rows, as far as they are still there.
  fileprivate init(_ rows: [[String: String]], of event: Event, place: ([String: String]) -> Place?) {
    let people = event.people(of: rows)
    var places: [(Int, Place)] = []
    var gone: Set<Int> = []
    for (row, person) in zip(rows, people) {
      guard let person else { continue }
      if let place = place(row) { places.append((person, place)) } else { gone.insert(person) }
    }
    self.init(places, gone: gone)
  }
}

extension Event {
  /// The seats of the hall by section, row and number as the plan's table writes them.
  fileprivate var printedSeats: [[String]: Int] {
    guard let hall, !people.isEmpty else { return [:] }
    let all = HallPlan(assignments: hall.seats.indices.map { HallAssignment(person: 0, seat: $0) })
    let cells = all.tables(of: self).first?.cells("section", "row", "seat") ?? []
    return Dictionary(zip(cells, all.assignments.map(\.seat))) { first, _ in first }
  }

  /// The person of each row of an earlier plan.
  fileprivate func people(of rows: [[String: String]]) -> [Int?] {
    people(named: rows.map { PersonName(id: $0["person"] ?? "", name: $0["name"] ?? "", group: $0["group"]) })
  }
}
