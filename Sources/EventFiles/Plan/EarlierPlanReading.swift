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
    func withoutZeros(_ id: String) -> String { String(id.drop { $0 == "0" }) }
    func unique(_ key: (Int) -> String) -> [String: Int] {
      var found: [String: Int] = [:]
      var several: Set<String> = []
      for person in people.indices where found.updateValue(person, forKey: key(person)) != nil {
        several.insert(key(person))
      }
      return found.filter { !several.contains($0.key) }
    }
    let byID = unique { people[$0].id }
    let byShortID = unique { withoutZeros(people[$0].id) }
    let byName = unique { people[$0].name + "\u{0}" + (people[$0].groupName ?? "") }
    let byNameAlone = unique { people[$0].name }
    let areRowNumbers = people.allSatisfy { $0.id == String($0.row) }
    var found: [Int?] = rows.map { row in
      guard let person = byID[row["person"] ?? ""] ?? byShortID[withoutZeros(row["person"] ?? "")] else {
        return nil
      }
      return areRowNumbers && row["name"] != people[person].name ? nil : person
    }
    var known = Set(found.compactMap(\.self))
    for (index, row) in rows.enumerated() where found[index] == nil {
      let name = row["name"] ?? ""
      let person = row["group"].map { byName[name + "\u{0}" + $0] } ?? byNameAlone[name]
      if let person, known.insert(person).inserted { found[index] = person }
    }
    return found
  }
}
