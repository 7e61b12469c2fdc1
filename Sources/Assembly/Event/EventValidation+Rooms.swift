extension EventValidation {
  /// No stay is longer: who writes more nights has mistaken a year.
  static let longestStay = 366

  /// Makes the hotels of the table `rooms`.
  mutating func buildRooms() {
    guard let rooms = draft.rooms else { return }
    checkRooms(rooms)
    let roomStock = RoomStock(rooms: rooms, offersAccessibleRooms: draft.offersAccessibleRooms)
    roomDirectory = RoomDirectory(roomStock)
    self.roomStock = roomStock
  }

  /// The nights of a person who is to sleep at the event's hotels, with the event's days where the list is silent.
  mutating func stay(of person: PersonEntry) -> Stay? {
    guard asksForRoom(person), let checkIn = firstDay(of: person), let checkOut = lastDay(of: person),
      checkIn < checkOut
    else { return nil }
    return Stay(checkIn: checkIn, checkOut: checkOut)
  }

  /// The hotel or room that the list gives to a person.
  mutating func roomWish(of person: PersonEntry) -> RoomWish? {
    guard let roomStock, let roomDirectory, let name = person.room else { return nil }
    switch roomDirectory.find(name) {
    case .hotel(let hotel): return RoomWish(hotel: hotel, room: nil)
    case .room(let room): return RoomWish(hotel: roomStock.hotel(ofRoom: room), room: room)
    case .unknownHotel: report(.people, person.row, "room", .unknownHotel(name))
    case .unknownRoom: report(.people, person.row, "room", .unknownRoom(name))
    }
    return nil
  }

  /// Checks what the lists say of lodging against the hotels; without a table of rooms nobody is lodged.
  mutating func checkRooms() {
    guard roomStock != nil else { return }
    checkHotelsOfGroups()
    checkStays()
    checkGenders()
    checkSums()
    noteRoomsThatBindsNothing()
  }

  // MARK: Rooms

  private struct Door: Hashable {
    let hotel: String
    let number: String
  }

  private mutating func checkRooms(_ rooms: [Room]) {
    var firstRow: [Door: Int] = [:]
    var otherTypes: [String: (firstRow: Int, rooms: Int)] = [:]
    for room in rooms {
      let door = Door(hotel: room.hotel, number: room.number)
      if let first = firstRow[door] {
        report(.rooms, room.row, "room", .duplicateRoom(firstRow: first))
      } else {
        firstRow[door] = room.row
      }
      if let from = room.from, let to = room.to, to <= from {
        report(.rooms, room.row, "to", .availableOnNoNight)
      }
      if case .shared(let name) = room.type, ![.twin, .triple, .double].contains(room.type) {
        otherTypes[name, default: (room.row, 0)].rooms += 1
      }
    }
    for (name, type) in otherTypes.sorted(by: { $0.value.firstRow < $1.value.firstRow }) {
      report(.rooms, type.firstRow, "type", .countsAsTwin(name, rooms: type.rooms))
    }
  }

  private mutating func checkHotelsOfGroups() {
    for entry in draft.groups {
      for name in entry.hotels where roomDirectory?.hotel(name) == nil {
        report(.groups, entry.row, "hotel", .unknownHotel(name))
      }
    }
  }

  // MARK: People

  func asksForRoom(_ person: PersonEntry) -> Bool {
    let entitlement = person.entitlement ?? (person.checkIn == nil ? .none : .twin)
    return !person.isAbsent && entitlement != .none
  }

  /// The first night: by the list, by the arrival, by the event.
  func firstDay(of person: PersonEntry) -> Day? {
    person.checkIn ?? person.arrival.time.map(nightOfArrival) ?? draft.settings.report ?? draft.settings.start
  }

  /// The day after the last night, likewise.
  func lastDay(of person: PersonEntry) -> Day? {
    person.checkOut ?? person.departure.time?.day ?? draft.settings.leave
      ?? draft.settings.end.map { Day(number: $0.number + 1) }
  }

  /// Who arrives before six in the morning needs a bed for the rest of that night.
  func nightOfArrival(_ time: Moment) -> Day {
    Day(number: time.minute < 6 * 60 ? time.day.number - 1 : time.day.number)
  }

  private mutating func checkStays() {
    let sleepers = draft.people.indices.filter { asksForRoom(draft.people[$0]) }
    reportMissingDay("check_in", of: sleepers.filter { firstDay(of: draft.people[$0]) == nil })
    reportMissingDay("check_out", of: sleepers.filter { lastDay(of: draft.people[$0]) == nil })
    for person in people {
      guard let stay = person.stay, stay.nights.count > Self.longestStay else { continue }
      report(
        .people, person.row,
        strangerNight(of: person.entry) ?? (person.checkOut != nil ? "check_out" : "check_in"),
        .stayTooLong(limit: Self.longestStay))
    }
  }

  private mutating func reportMissingDay(_ column: String, of people: [Int]) {
    let rows = people.map { draft.people[$0].row }
    if let first = rows.first { report(.people, first, column, .stayWithoutDates(rows: rows)) }
  }

  /// Who shares a room needs a gender. Who is entitled to a room alone shares none, and a family may mix genders.
  private mutating func checkGenders() {
    var isInFamily = people.map { _ in false }
    var sharesByWish = isInFamily
    for person in people.indices where people[person].stay != nil {
      for other in people[person].roommates where people[other].stay != nil {
        if people[other].roommates.contains(person) {
          isInFamily[person] = true
        } else {
          sharesByWish[person] = true
          sharesByWish[other] = true
        }
      }
    }
    let unknown = people.indices.filter { index in
      let person = people[index]
      guard person.gender == nil, person.stay != nil else { return false }
      return sharesByWish[index] || (person.entitlement == .twin && !isInFamily[index])
    }
    if !unknown.isEmpty, draft.people.allSatisfy({ $0.gender == nil }) {
      report(.people, nil, "gender", .gendersMissing(people: unknown.count))
    } else {
      for person in unknown { report(.people, people[person].row, "gender", .genderMissing) }
    }
  }

  /// Costs are added as floating-point numbers by the solver, which are exact up to 2⁵³.
  private mutating func checkSums() {
    guard let roomStock else { return }
    let stays = people.compactMap(\.stay)
    let nights = stays.reduce(0.0) { $0 + Double(min($1.nights.count, Self.longestStay)) }
    let people = Double(stays.count)
    let price = Double(roomStock.rooms.map(\.price).max() ?? 0)
    let beds = Double(roomStock.rooms.map(\.beds).max() ?? 0)
    let most: [(term: Term, count: Double)] = [
      (.roomsPrice, price * nights), (.roomsBelow, 2 * nights), (.roomsFloor, people), (.roomsHotel, people),
      (.roomsStrangers, beds * nights), (.roomsWithout, 2 * people),
    ]
    let sums = most.map { (term: $0.term, sum: Double(draft.settings.weights[$0.term]) * $0.count) }
    guard let largest = sums.max(by: { $0.sum < $1.sum }),
      sums.reduce(0, { $0 + $1.sum }) > 9_000_000_000_000_000
    else { return }
    report(.event, nil, "weights." + largest.term.rawValue, .sumTooLarge)
  }

  // MARK: Notes

  private mutating func noteRoomsThatBindsNothing() {
    guard let roomStock else { return }
    for person in people where !person.isAbsent {
      let sleepsHere = asksForRoom(person.entry)
      if person.roomWish != nil, !sleepsHere {
        report(.people, person.row, "room", .roomWishBindsNothing)
      }
      let sleepers = person.roommates.filter { asksForRoom(people[$0].entry) }
      if !person.roommates.isEmpty, !sleepsHere || sleepers.count < person.roommates.count {
        report(.people, person.row, "roommate", .roommateBindsNothing)
      }
    }
    let users = people.filter { $0.stay != nil && $0.needs.contains(.wheelchair) }
    if !roomStock.offersAccessibleRooms, !users.isEmpty {
      report(.rooms, nil, "accessible", .accessibleRoomsNotOffered(people: users.count))
    } else if !users.isEmpty, !roomStock.rooms.contains(where: \.isAccessible) {
      report(.rooms, nil, "accessible", .noAccessibleRoom(people: users.count))
    }
    noteCrowds(roomStock)
  }

  /// People who are to share one room that no room is large enough for, each crowd once.
  private mutating func noteCrowds(_ roomStock: RoomStock) {
    let beds = roomStock.rooms.map { max($0.beds, $0.bedsForFamily) }.max() ?? 0
    var sharers = people.map { _ in [Int]() }
    for person in people.indices where people[person].stay != nil {
      for other in people[person].roommates where people[other].stay != nil {
        sharers[person].append(other)
        sharers[other].append(person)
      }
    }
    var known: Set<Int> = []
    for person in people.indices where !sharers[person].isEmpty && known.insert(person).inserted {
      var (crowd, open) = ([person], [person])
      while let next = open.popLast() {
        for other in sharers[next] where known.insert(other).inserted {
          crowd.append(other)
          open.append(other)
        }
      }
      let stays = crowd.compactMap { people[$0].stay }
      let most = stays.map { one in stays.count { $0.nights.contains(one.nights.lowerBound) } }.max() ?? 0
      // Whose cell it is told at: the first that names others.
      if most > beds, let teller = crowd.filter({ !people[$0].roommates.isEmpty }).min() {
        report(.people, people[teller].row, "roommate", .roommatesTooMany(people: most, beds: beds))
      }
    }
  }
}
