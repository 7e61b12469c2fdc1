/// Turns a draft into the values of an event and collects what is wrong on the way.
struct EventValidation {
  let draft: EventDraft
  var defects: [Defect] = []
  var people: [Person] = []
  var groups: [Group] = []
  var rostrum: Rostrum?
  var hall: Hall?
  var roomStock: RoomStock?
  var roomDirectory: RoomDirectory?
  var fleet: Fleet?
  var diningHall: DiningHall?
  var discussion: Discussion?
  var staffing: Staffing?
  var leaderOfVehicle: [Int: Int] = [:]
  var contacts: Set<Int> = []
  /// Finds people by the names that cells give, once one gives any.
  private var directory: PersonDirectory?
  /// Names of all places that the table `routes` speaks of.
  let placesOfRoutes: Set<String>

  init(_ draft: EventDraft) {
    self.draft = draft
    placesOfRoutes = Set(draft.routes.flatMap { [$0.from, $0.to] })
  }

  mutating func run() {
    checkSettings()
    buildRostrum()
    if let lines = draft.hall {
      hall = Hall(lines: lines, defects: &defects)
    }
    buildRooms()
    let groupOf = formGroups()
    checkPeople()
    resolvePeople(groupOf)
    checkRooms()
    checkSeats()
    buildVehicles()
    buildTables()
    buildDiscussion()
    buildStaffing()
    noteWishesThatBindNothing()
  }

  mutating func report(_ table: TableName, _ row: Int?, _ column: String, _ fault: Defect.Fault) {
    defects.append(Defect(table, row: row, column: column, fault))
  }

  private mutating func checkSettings() {
    if let start = draft.settings.start, let end = draft.settings.end, end < start {
      report(.event, nil, "end", .endBeforeStart)
    }
  }

  private mutating func buildRostrum() {
    guard let rows = draft.rostrum else { return }
    let largest = 10_000
    var firstRow: [Int: Int] = [:]
    var seats = 0
    for row in rows {
      if let first = firstRow[row.number] {
        report(.rostrum, row.tableRow, "row", .duplicateRostrumRow(firstRow: first))
      }
      firstRow[row.number] = firstRow[row.number] ?? row.tableRow
      seats += min(max(row.seats, 0), largest + 1)
      if seats > largest {
        report(.rostrum, row.tableRow, "seats", .rostrumTooLarge(limit: largest))
        return
      }
    }
    rostrum = Rostrum(rows: rows)
  }

  // MARK: People

  private mutating func checkPeople() {
    if draft.people.isEmpty {
      report(.people, nil, "name", .noPeople)
    }
    var rowOfID: [String: Int] = [:]
    for person in draft.people {
      if let first = rowOfID[person.id] {
        report(.people, person.row, "id", .duplicateID(firstRow: first))
      } else {
        rowOfID[person.id] = person.row
      }
      checkDates(of: person)
    }
    let ranked = draft.people.lazy.filter { !$0.isAbsent }
    noteRepeated(ranked.compactMap { person in person.rank.map { ($0, person.row) } }, column: "rank") {
      .equalRanks(rows: $0)
    }
    noteRepeated(draft.people.lazy.map { ($0.nameKey, $0.row) }, column: "name") { .sameName(rows: $0) }
  }

  private mutating func checkDates(of person: PersonEntry) {
    let givesNights = person.checkIn != nil || person.checkOut != nil
    let travels = person.arrival.time != nil || person.departure.time != nil
    if givesNights || travels && draft.rooms != nil && asksForRoom(person), let start = firstDay(of: person),
      let end = lastDay(of: person), end <= start
    {
      report(.people, person.row, columnOfNights(of: person), .checkOutNotAfterCheckIn)
    }
    if let arrival = person.arrival.time, let departure = person.departure.time, departure < arrival {
      report(.people, person.row, "departure", .departureBeforeArrival)
    }
    if let checkIn = person.checkIn, let arrival = person.arrival.time {
      let first = nightOfArrival(arrival)
      if checkIn < first { report(.people, person.row, "check_in", .nightsBeforeArrival) }
      if checkIn > arrival.day { report(.people, person.row, "check_in", .nightWithoutBed) }
    }
    if let checkOut = person.checkOut, let departure = person.departure.time {
      if checkOut > departure.day { report(.people, person.row, "check_out", .nightsAfterDeparture) }
      if checkOut < departure.day { report(.people, person.row, "check_out", .nightWithoutBed) }
    }
    checkJourneys(of: person)
    checkDistance(of: person)
  }

  /// Who comes or leaves weeks away from the event has mostly mistaken a year.
  private mutating func checkDistance(of person: PersonEntry) {
    guard !person.isAbsent, let start = draft.settings.start ?? draft.settings.end,
      let end = draft.settings.end ?? draft.settings.start
    else { return }
    // A stay of years is told as one.
    let isStayOfYears =
      firstDay(of: person).flatMap { first in lastDay(of: person).map { $0.number - first.number } } ?? 0
      > Self.longestStay
    let nights: (from: Day?, to: Day?) = isStayOfYears ? (nil, nil) : (person.checkIn, person.checkOut)
    let days = [
      (person.arrival.time?.day, "arrival", person.arrival.isCarried),
      (person.departure.time?.day, "departure", person.departure.isCarried),
      (nights.from, "check_in", false), (nights.to, "check_out", false),
    ]
    for case (let day?, let column, let isCarried) in days
    where max(start.number - day.number, day.number - end.number) > 14 {
      report(.people, person.row, column, .farFromEvent(year: day.components.year, isCarried: isCarried))
    }
  }

  /// The cell of somebody's nights that is further from the event: there a year was mistaken.
  func strangerNight(of person: PersonEntry) -> String? {
    guard let checkIn = person.checkIn, let checkOut = person.checkOut,
      let day = draft.settings.start ?? draft.settings.end
    else { return nil }
    return abs(checkIn.number - day.number) > abs(checkOut.number - day.number) ? "check_in" : "check_out"
  }

  /// The cell that says when somebody's nights end, or begin.
  private func columnOfNights(of person: PersonEntry) -> String {
    if let checkOut = person.checkOut, let checkIn = person.checkIn, checkIn.number - checkOut.number > 14 {
      return strangerNight(of: person) ?? "check_out"
    }
    if person.checkOut != nil { return "check_out" }
    if person.checkIn != nil { return "check_in" }
    return person.departure.time != nil ? "departure" : "arrival"
  }

  private mutating func noteRepeated<Key: Hashable & Comparable>(
    _ keys: some Sequence<(Key, Int)>, column: String, fault: ([Int]) -> Defect.Fault
  ) {
    var first: [Key: Int] = [:]
    var repeated: [Key: [Int]] = [:]
    for (key, row) in keys {
      if let before = first[key] {
        repeated[key, default: [before]].append(row)
      } else {
        first[key] = row
      }
    }
    for (_, rows) in repeated.sorted(by: { $0.key < $1.key }) {
      report(.people, rows[1], column, fault(rows))
    }
  }

  private mutating func resolvePeople(_ groupOf: [Int]) {
    people.reserveCapacity(draft.people.count)
    for (index, entry) in draft.people.enumerated() {
      let roomWish = roomWish(of: entry)
      people.append(
        Person(
          entry: entry, group: groupOf[index],
          beside: resolve(entry.besideNames, of: index, column: "beside"),
          apart: resolve(entry.apartNames, of: index, column: "apart"),
          roommates: resolve(entry.roommateNames, of: index, column: "roommate"),
          stay: stay(of: entry), roomWish: roomWish,
          givenHotel: givenHotel(of: entry, roomWish, in: groups[groupOf[index]])))
    }
  }

  private mutating func resolve(_ names: [String], of person: Int, column: String) -> [Int] {
    guard !names.isEmpty else { return [] }
    let directory = knownPeople()
    var found: [Int] = []
    for name in names {
      switch directory.find(name) {
      case .one(person): report(.people, draft.people[person].row, column, .namesThemself)
      case .one(let other): if !found.contains(other) { found.append(other) }
      case .none: report(.people, draft.people[person].row, column, .unknownPerson(name))
      case .several(let others):
        let rows = others.map { draft.people[$0].row }
        report(.people, draft.people[person].row, column, .ambiguousPerson(name, rows: rows))
      }
    }
    return found
  }

  /// The people whom a cell of another table names.
  mutating func resolve(_ names: [String], at table: TableName, _ row: Int, column: String) -> [Int] {
    guard !names.isEmpty else { return [] }
    let directory = knownPeople()
    return names.compactMap { name in
      switch directory.find(name) {
      case .one(let person): return person
      case .none: report(table, row, column, .unknownPerson(name))
      case .several(let others):
        report(table, row, column, .ambiguousPerson(name, rows: others.map { draft.people[$0].row }))
      }
      return nil
    }
  }

  private mutating func knownPeople() -> PersonDirectory {
    let known = directory ?? PersonDirectory(draft.people)
    directory = known
    return known
  }

  // MARK: Seats

  private mutating func checkSeats() {
    let directory = hall.map(SeatDirectory.init)
    for index in people.indices {
      nameSection(of: index, directory)
      let person = people[index]
      switch person.seat {
      case .rostrum(let seat): checkRostrumSeat(seat, of: person)
      case .hall("", _, _) where person.role != .rostrum && directory != nil: continue
      case .hall(let section, let row, let number):
        guard person.role != .rostrum else {
          report(.people, person.row, "seat", .hallSeatForRostrum)
          continue
        }
        guard let directory else {
          report(.people, person.row, "seat", .seatTableMissing(.hall))
          continue
        }
        if directory.seat(section: section, row: row, number: number) == nil {
          report(.people, person.row, "seat", .noSuchSeat)
        }
      case .some(.none), nil: continue
      }
    }
  }

  /// Completes a seat that is given without its section, where one section alone has it.
  private mutating func nameSection(of person: Int, _ directory: SeatDirectory?) {
    guard case .hall("", let row, let number) = people[person].seat, people[person].role != .rostrum,
      let hall, let directory
    else { return }
    let sections = directory.seats(row: row, number: number).map { hall.sections[hall.seats[$0].section] }
    switch sections.count {
    case 0: report(.people, people[person].row, "seat", .noSuchSeat)
    case 1: people[person].entry.seat = .hall(section: sections[0], row: row, seat: number)
    default: report(.people, people[person].row, "seat", .seatInSeveralSections(sections))
    }
  }

  private mutating func checkRostrumSeat(_ seat: RostrumSeat, of person: Person) {
    guard person.role == .rostrum else {
      report(.people, person.row, "seat", .rostrumSeatForOther(person.role))
      return
    }
    guard let rostrum else {
      report(.people, person.row, "seat", .seatTableMissing(.rostrum))
      return
    }
    guard rostrum.contains(seat) else {
      report(.people, person.row, "seat", .noSuchSeat)
      return
    }
    if draft.settings.equalHeads, let front = rostrum.rows.first, front.number == seat.row,
      front.seats % 2 == 1,
      seat.seat == front.seats / 2 + 1
    {
      report(.people, person.row, "seat", .centreHasNoPlace)
    }
  }

  // MARK: Notes

  /// A module of which people ask something and whose table is missing, and a table that nobody asks for; told when
  /// nothing else is wrong, since what is wrong may be just that.
  private mutating func noteModulesWithoutTableOrPeople() {
    // By their places: nobody's line is copied for being looked at.
    let listed = draft.people
    let present = listed.indices.filter { !listed[$0].isAbsent }
    guard !present.isEmpty, defects.allSatisfy(\.isNote) else { return }
    let onRostrum = present.count { listed[$0].role == .rostrum && listed[$0].seat != SeatWish.none }
    if draft.rostrum == nil, onRostrum > 0 {
      report(.people, nil, "role", .askedWithoutTable(.rostrum, people: onRostrum))
    }
    if draft.rostrum != nil, onRostrum == 0 { report(.rostrum, nil, "row", .nobodyAsks) }
    let lodged = present.count { person in
      listed[person].entitlement.map { $0 != Entitlement.none } ?? (listed[person].checkIn != nil)
    }
    if draft.rooms == nil, lodged > 0 {
      report(.people, nil, "room_type", .askedWithoutTable(.rooms, people: lodged))
    }
    if draft.rooms != nil, lodged == 0, people.allSatisfy({ $0.stay == nil }) {
      report(.rooms, nil, "hotel", .nobodyAsks)
    }
    if draft.vehicles != nil, draft.transfers.isEmpty,
      present.allSatisfy({ !listed[$0].arrival.isCarried && !listed[$0].departure.isCarried })
    {
      report(.vehicles, nil, "id", .nobodyAsks)
    }
  }

  private mutating func noteWishesThatBindNothing() {
    noteModulesWithoutTableOrPeople()
    for person in people where !person.beside.isEmpty && !person.isAbsent {
      let binds = person.beside.allSatisfy { other in
        let other = people[other]
        return (person.isDueInHall && other.isDueInHall) || (person.isDueOnRostrum && other.isDueOnRostrum)
          || person.role == .staff
      }
      if !binds {
        report(.people, person.row, "beside", .besideBindsNothing)
      }
    }
    let users = people.count { $0.isDueInHall && $0.needs.contains(.wheelchair) }
    if let hall, users > 0, !hall.offersWheelchairPlaces {
      report(.hall, nil, "wheelchair", .wheelchairPlacesNotOffered(people: users))
    }
  }
}

/// Finds people by id or, where it is unique, by name.
private struct PersonDirectory {
  enum Finding {
    case none
    case one(Int)
    case several([Int])
  }

  private let byID: [String: Int]
  private let byName: [String: [Int]]

  init(_ entries: [PersonEntry]) {
    byID = Dictionary(entries.enumerated().map { ($1.id, $0) }) { first, _ in first }
    byName = Dictionary(grouping: entries.indices) { entries[$0].nameKey }
  }

  func find(_ word: String) -> Finding {
    if let person = byID[word] { return .one(person) }
    guard let people = byName[word.withoutBlanks] else { return .none }
    return people.count == 1 ? .one(people[0]) : .several(people)
  }
}
