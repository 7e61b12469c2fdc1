import Assembly
import Dispatch
import Localization
import Synchronization
import Tables

/// Reads the table `people`.
struct PeopleReader: Sendable {
  private var cells: CellReader
  private let asksWhoAttends: Bool
  private(set) var people: [PersonEntry] = []

  /// Reads the people of a sheet.
  init(_ sheet: Sheet) {
    cells = CellReader(sheet)
    asksWhoAttends = sheet.hasValues(in: "attending")
    let givesIDs = sheet.hasValues(in: "id")
    readInParts(sheet.table.rows, givesIDs: givesIDs)
    if sheet.positions["id"] == nil || !givesIDs, !people.isEmpty {
      cells.noteTable(Wording.idsFromRows, code: "ids-from-rows")
    }
    noteMissingGroups()
    noteReadings()
  }

  /// Rows that are read together: no row says anything of another. Parts do not depend on the machine, so that neither does
  /// what is told.
  private static let rowsOfPart = 16_384

  private mutating func readInParts(_ rows: [Table.Row], givesIDs: Bool) {
    let beginnings = Array(stride(from: 0, to: rows.count, by: Self.rowsOfPart))
    let parts = Mutex<[PeopleReader?]>(Array(repeating: nil, count: beginnings.count))
    let blank = self
    DispatchQueue.concurrentPerform(iterations: beginnings.count) { number in
      var part = blank
      for row in rows[beginnings[number]...].prefix(Self.rowsOfPart) {
        part.people.append(part.person(row, givesIDs: givesIDs))
      }
      parts.withLock { [part] in $0[number] = part }
    }
    people.reserveCapacity(rows.count)
    for number in beginnings.indices {
      // Let go of at once: of a hundred thousand people there are not twice as many in memory.
      guard let part = parts.withLock({ $0[number].take() }) else { continue }
      people += part.people
      cells.take(part.cells)
    }
  }

  /// What is wrong with the table.
  var diagnostics: [Diagnostic] { cells.diagnostics }

  /// Where some have a unit and some have none, those were mostly merged with the cell above.
  private mutating func noteMissingGroups() {
    guard people.contains(where: { $0.groupName != nil }) else { return }
    for person in people where person.groupName == nil && person.role == .delegate && !person.isAbsent {
      guard let row = cells.sheet.row(numbered: person.row) else { continue }
      cells.note("group", row, Wording.groupMissing, code: "group-missing")
    }
  }

  /// Tells of readings that have more or fewer syllables than the name: the name is then read as usual.
  private mutating func noteReadings() {
    let read = people.filter { !$0.pinyin.isEmpty }
    guard !read.isEmpty else { return }
    let readings = NameReadings(read.map(\.spelledName))
    for person in read where !readings.fitsReading(of: person.spelledName) {
      guard let row = cells.sheet.row(numbered: person.row) else { continue }
      cells.note("pinyin", row, Wording.unlikeReading, code: "unlike-reading")
    }
  }

  /// Tells what a spreadsheet has made of a number, and names that are not one person's.
  private mutating func noteOddities(_ row: Table.Row) {
    if let note = PeopleNotes.note(ofName: cells.text("name", row)) {
      cells.note("name", row, note.message, code: note.code)
    }
    for column in ["id", "phone"] where PeopleNotes.isScientific(cells.text(column, row)) {
      cells.note(column, row, Wording.scientificNumber, hint: Wording.formatAsText, code: "scientific-number")
    }
  }

  private mutating func person(_ row: Table.Row, givesIDs: Bool) -> PersonEntry {
    var person = PersonEntry(
      row: row.number, id: givesIDs ? identifying("id", row) : String(row.number),
      name: identifying("name", row))
    noteOddities(row)
    person.pinyin = cells.text("pinyin", row)
    let group = cells.text("group", row)
    person.groupName = group.isEmpty ? nil : group
    person.rank = cells.decimal("rank", row, expected: Wording.expectedRank) { $0 > 0 }.value
    person.title = cells.text("title", row)
    person.gender = cells.word("gender", row, of: Words.gender).value
    person.isAbsent = cells.isYes("absent", row, of: Words.absence) || !attends(row)
    person.ethnicity = cells.text("ethnicity", row)
    person.diet = cells.text("diet", row)
    let diet = DietCell(person.diet)
    (person.diets, person.dines) = (diet.diets, diet.dines)
    person.needs = cells.read("needs", row, expected: Wording.expectedNeeds, Self.needs).value ?? []
    person.discussion = cells.meeting("discussion", row)
    person.phone = cells.text("phone", row)
    person.note = cells.text("note", row)
    person.extra = cells.sheet.unknown.map { row[$0] }
    readStay(row, &person)
    person.arrival = journey(
      row, "arrival", "arrival_place", "arrival_service", carried: "pickup", day: "arrival_date")
    person.departure = journey(
      row, "departure", "departure_place", "departure_service", carried: "dropoff", day: "departure_date")
    readRoleAndSeat(row, &person)
    readWishes(row, &person)
    return person
  }

  /// An id or a name. In place of a blank one stands what no cell can hold, so that nobody else has it.
  private mutating func identifying(_ column: String, _ row: Table.Row) -> String {
    let text = cells.text(column, row)
    guard text.isEmpty else { return text }
    if cells.sheet.positions[column] != nil {
      cells.refuse(column, row, Expectation.text.message)
    }
    return "\u{0}\(row.number)"
  }

  /// Whether the column of who attends says so; who left it blank does, and is noted where others answered.
  private mutating func attends(_ row: Table.Row) -> Bool {
    guard asksWhoAttends else { return true }
    guard !cells.text("attending", row).isEmpty else {
      cells.note("attending", row, Wording.attendanceMissing, code: "attendance-missing")
      return true
    }
    return cells.isYes("attending", row, of: Words.attendance)
  }

  private static func needs(_ text: String) -> Set<Need>? {
    let words = CellParsing.list(text)
    let needs = words.compactMap(Words.need.value)
    return needs.count == words.count ? Set(needs) : nil
  }

  /// With one end of the stay unreadable the other says nothing.
  private mutating func readStay(_ row: Table.Row, _ person: inout PersonEntry) {
    person.entitlement = cells.word("room_type", row, of: Words.entitlement).value
    if let type = Words.roomType.value(of: cells.text("room_type", row)), type == .double || type == .triple {
      cells.note("room_type", row, Wording.sharesTwin, hint: Wording.singleForOne, code: "counts-as-twin")
    }
    if cells.sheet.positions["lodging"] != nil {
      let isLodged = cells.isYes("lodging", row)
      person.entitlement = isLodged ? person.entitlement ?? .twin : Entitlement.none
    }
    let checkIn = cells.day("check_in", row)
    let checkOut = cells.day("check_out", row)
    guard !checkIn.isRefused, !checkOut.isRefused else { return }
    person.checkIn = checkIn.value ?? dayAlone("arrival_date", unless: "arrival", row, person)
    person.checkOut = checkOut.value ?? dayAlone("departure_date", unless: "departure", row, person)
  }

  /// The day of a journey whose time nobody has told: a night begins or ends with it all the same.
  private mutating func dayAlone(
    _ column: String, unless time: String, _ row: Table.Row, _ person: PersonEntry
  ) -> Day? {
    guard let entitlement = person.entitlement, entitlement != Entitlement.none else { return nil }
    return cells.day(ofTimeless: time, dayIn: column, row)
  }

  /// With an unreadable time nothing is said of being carried.
  private mutating func journey(
    _ row: Table.Row, _ time: String, _ place: String, _ service: String, carried: String,
    day: String
  ) -> Journey {
    let placeName = cells.text(place, row)
    let serviceName = cells.text(service, row)
    let moment = cells.moment(time, dayIn: day, row)
    let isCarried = cells.isYes(carried, row, of: Words.carriage)
    if isCarried, case .blank = moment, !cells.text(day, row).isEmpty { cells.refuseDay(day, row) }
    if isCarried, !serviceName.isEmpty, Service(serviceName).kind == .unknown {
      cells.note(service, row, Wording.unknownService, code: "unknown-service")
    }
    return Journey(
      time: moment.value, place: placeName.isEmpty ? nil : placeName,
      service: serviceName.isEmpty ? nil : serviceName,
      isCarried: isCarried && !moment.isRefused && (moment.value != nil || cells.text(day, row).isEmpty))
  }

  /// Whether a seat fits a person depends on the role: with an unreadable role the seat says nothing.
  private mutating func readRoleAndSeat(_ row: Table.Row, _ person: inout PersonEntry) {
    let role = cells.word("role", row, of: Words.role)
    let seat = cells.read("seat", row, expected: Wording.expectedSeat, SeatName.wish)
    person.role = role.value ?? .delegate
    person.seat = role.isRefused ? nil : seat.value
    // 1排5号 of who sits on the rostrum is a seat of the rostrum.
    if person.role == .rostrum, case .hall("", .number(let line), .number(let number)) = person.seat {
      person.seat = .rostrum(RostrumSeat(row: line, seat: number))
    }
  }

  private mutating func readWishes(_ row: Table.Row, _ person: inout PersonEntry) {
    person.besideNames = CellParsing.list(cells.text("beside", row))
    person.apartNames = CellParsing.list(cells.text("apart", row))
    person.roommateNames = CellParsing.list(cells.text("roommate", row))
    person.room = roomWish(row)
    let vehicle = cells.text("vehicle", row)
    person.vehicle = vehicle.isEmpty ? nil : Words.vehicleID(vehicle)
  }

  /// The room, or its number behind the hotel of a column of its own.
  private func roomWish(_ row: Table.Row) -> String? {
    let (hotel, room) = (cells.text("hotel", row), cells.text("room", row))
    if hotel.isEmpty { return room.isEmpty ? nil : room }
    return room.isEmpty ? hotel : foldName(room).hasPrefix(foldName(hotel)) ? room : hotel + "-" + room
  }
}
