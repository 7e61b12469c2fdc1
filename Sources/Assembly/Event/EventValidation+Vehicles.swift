extension EventValidation {
  /// Makes the vehicles, ways and transfers of their tables.
  mutating func buildVehicles() {
    guard let lines = draft.vehicles else {
      noteVehiclesWithoutVehicles()
      return
    }
    let vehicles = mergedShifts(of: lines)
    checkNumbers(of: vehicles)
    checkRoutes()
    checkTransfers()
    checkTravellers(vehicles)
    let fleet = Fleet(
      vehicles: vehicles, routes: draft.routes, transfers: draft.transfers,
      offersAccessibleVehicles: draft.offersAccessibleVehicles)
    self.fleet = fleet
    checkSimultaneousTransfers(fleet)
    noteTransfersOfNobody()
    checkPlaces()
  }

  /// What the list says of a person's journeys, whether or not the event's vehicles carry them.
  mutating func checkJourneys(of person: PersonEntry) {
    guard !person.isAbsent else { return }
    if let end = draft.settings.end, let arrival = person.arrival.time, arrival.day > end {
      report(.people, person.row, "arrival", .fleet(.arrivalAfterEnd))
    }
    if let start = draft.settings.start, let departure = person.departure.time, departure.day < start {
      report(.people, person.row, "departure", .fleet(.departureBeforeStart))
    }
  }

  /// The hotel that the list, or else the table of groups, gives to a person. Without a table of rooms the last
  /// hyphen parts the hotel from the room, unless the whole is a place of the routes.
  func givenHotel(of person: PersonEntry, _ roomWish: RoomWish?, in group: Group) -> String? {
    guard let name = person.room else { return group.hotels.first }
    if let roomWish, let roomStock { return roomStock.hotels[roomWish.hotel] }
    guard let hyphen = name.lastIndex(of: "-"), hyphen > name.startIndex,
      !placesOfRoutes.contains(name)
    else { return name }
    return String(name[..<hyphen])
  }

  private mutating func noteVehiclesWithoutVehicles() {
    if !draft.routes.isEmpty { report(.routes, nil, "from", .seatTableMissing(.vehicles)) }
    if !draft.transfers.isEmpty { report(.transfers, nil, "id", .seatTableMissing(.vehicles)) }
    let columns: [(name: String, isAsked: (PersonEntry) -> Bool)] = [
      ("pickup", { $0.arrival.isCarried }), ("dropoff", { $0.departure.isCarried }),
      ("vehicle", { $0.vehicle != nil }),
    ]
    for column in columns where people.contains(where: { !$0.entry.isAbsent && column.isAsked($0.entry) }) {
      report(.people, nil, column.name, .seatTableMissing(.vehicles))
    }
  }

  // MARK: Vehicles and routes

  /// One vehicle for all lines with its id: each line is a shift, or shifts of every day.
  private mutating func mergedShifts(of lines: [Vehicle]) -> [Vehicle] {
    var vehicles: [Vehicle] = []
    var placeOfID: [String: Int] = [:]
    for var line in lines {
      if line.id == Vehicle.own { report(.vehicles, line.row, "id", .fleet(.vehicleCalledOwn)) }
      for shift in line.shifts {
        guard let from = shift.from, let to = shift.to, to <= from else { continue }
        report(.vehicles, line.row, "to", .fleet(.vehicleWindowEmpty))
      }
      if let hours = line.dailyHours {
        if let start = draft.settings.start, let end = draft.settings.end {
          line.shifts = hours.shifts(from: start, through: end)
        } else {
          report(.vehicles, line.row, "from", .fleet(.dailyHoursWithoutDays))
        }
      }
      if let place = placeOfID[line.id] {
        add(line, to: &vehicles[place])
      } else {
        placeOfID[line.id] = vehicles.count
        vehicles.append(line)
      }
    }
    return vehicles
  }

  private mutating func add(_ line: Vehicle, to vehicle: inout Vehicle) {
    guard !line.shifts.isEmpty, !vehicle.shifts.isEmpty else {
      return report(.vehicles, line.row, "id", .duplicateID(firstRow: vehicle.row))
    }
    guard line.isAlike(vehicle) else {
      return report(.vehicles, line.row, "id", .fleet(.shiftDiffers(firstRow: vehicle.row)))
    }
    guard !line.shifts.contains(where: { vehicle.shifts.contains(where: $0.overlaps) }) else {
      return report(.vehicles, line.row, "from", .fleet(.shiftsOverlap(firstRow: vehicle.row)))
    }
    vehicle.take(line)
  }

  private mutating func checkNumbers(of vehicles: [Vehicle]) {
    var rowOfNumber: [Int: Int] = [:]
    for vehicle in vehicles {
      guard let number = vehicle.number else { continue }
      if let first = rowOfNumber[number] {
        report(.vehicles, vehicle.row, "number", .fleet(.numberTaken(firstRow: first)))
      }
      rowOfNumber[number] = rowOfNumber[number] ?? vehicle.row
    }
  }

  private mutating func checkRoutes() {
    var firstRoute: [Way: Route] = [:]
    for route in draft.routes {
      if route.from == route.to { report(.routes, route.row, "to", .fleet(.leadsNowhere)) }
      let way = Way(from: route.from, to: route.to)
      if let first = firstRoute[way], first.minutes != route.minutes {
        report(.routes, route.row, "minutes", .fleet(.otherMinutes(firstRow: first.row)))
      }
      firstRoute[way] = firstRoute[way] ?? route
    }
  }

  // MARK: Transfers

  private mutating func checkTransfers() {
    var rowOfID: [String: Int] = [:]
    for transfer in draft.transfers {
      if let first = rowOfID[transfer.id] {
        report(.transfers, transfer.row, "id", .duplicateID(firstRow: first))
      } else {
        rowOfID[transfer.id] = transfer.row
      }
      if transfer.from == transfer.to { report(.transfers, transfer.row, "to", .fleet(.leadsNowhere)) }
      if transfer.latest < transfer.earliest {
        report(.transfers, transfer.row, "latest", .fleet(.transferWindowEmpty))
      }
      checkSelector(of: transfer)
    }
  }

  private mutating func checkSelector(of transfer: Transfer) {
    var namesNobody = false
    for condition in transfer.who {
      switch condition {
      case .groups(let names):
        for name in names where !groups.contains(where: { $0.kind == .named(name) }) {
          report(.transfers, transfer.row, "who", .fleet(.noGroupOfThatName(name)))
          namesNobody = true
        }
      case .hotels(let names):
        for name in names where !isHotel(name) {
          report(.transfers, transfer.row, "who", .fleet(.noHotelOfThatName(name)))
        }
      case .all, .roles: break
      }
    }
    let selectsSomebody = people.contains { person in
      !person.isAbsent && transfer.who.allSatisfy { mayMeet($0, person) }
    }
    if !selectsSomebody, !namesNobody {
      report(.transfers, transfer.row, "who", .fleet(.selectsNobody))
    }
  }

  /// Two transfers that somebody is to ride in at one time, whoever sleeps where: people whose beds are not known yet
  /// ride in none that begins or ends at a hotel.
  ///
  /// - Complexity: O(transfers² + people × transfers whose times meet).
  private mutating func checkSimultaneousTransfers(_ fleet: Fleet) {
    let hotels = placesToSleep
    for (index, later) in draft.transfers.enumerated() {
      for earlier in draft.transfers[..<index] where !fleet.letsRideBoth(earlier, later) {
        let riders = people.count { person in
          !person.isAbsent && [earlier, later].allSatisfy { rides(person, in: $0, hotels) }
        }
        guard riders > 0 else { continue }
        report(
          .transfers, later.row, "earliest", .fleet(.ridesBoth(otherRow: earlier.row, people: riders)))
      }
    }
  }

  /// Transfers that begin or end at a hotel where nobody whom they select will sleep, whatever the plan of rooms.
  ///
  /// - Complexity: O(people × transfers).
  private mutating func noteTransfersOfNobody() {
    let hotels = placesToSleep
    let told = Set(defects.filter { $0.table == .transfers && $0.column == "who" }.map(\.row))
    for transfer in draft.transfers where !told.contains(transfer.row) {
      let mayBeRidden = people.contains { person in
        !person.isAbsent && mayRide(person, in: transfer, hotels)
      }
      if !mayBeRidden { report(.transfers, transfer.row, "who", .fleet(.nobodySleepsThere)) }
    }
  }

  /// Whether somebody rides in a transfer by some plan of rooms.
  private func mayRide(_ person: Person, in transfer: Transfer, _ hotels: Set<String>) -> Bool {
    let isLodgedByPlan = roomStock != nil && person.roomWish == nil
    let ofGroup = groups[person.group].hotels
    let lodgings = ofGroup.isEmpty ? roomStock?.hotels ?? [] : ofGroup
    let beds =
      !isLodgedByPlan
      ? [person.givenHotel ?? draft.settings.place] : person.stay == nil ? [] : lodgings
    let ends = [transfer.from, transfer.to].filter(hotels.contains)
    return transfer.who.allSatisfy { mayMeet($0, person) }
      && (ends.isEmpty || !Set(ends).isDisjoint(with: beds))
      && transfer.who.allSatisfy { condition in
        if case .hotels(let names) = condition { !Set(names).isDisjoint(with: beds) } else { true }
      }
  }

  private var placesToSleep: Set<String> {
    Set((roomStock?.hotels ?? []) + groups.flatMap(\.hotels) + people.compactMap(\.givenHotel))
      .subtracting([draft.settings.place])
  }

  /// Whether somebody certainly rides in a transfer.
  private func rides(_ person: Person, in transfer: Transfer, _ hotels: Set<String>) -> Bool {
    let isLodgedByPlan = roomStock != nil && person.roomWish == nil
    let bed = isLodgedByPlan ? nil : person.givenHotel ?? draft.settings.place
    let ends = [transfer.from, transfer.to].filter(hotels.contains)
    guard ends.isEmpty || bed.map(ends.contains) == true else { return false }
    return transfer.who.allSatisfy { condition in
      if case .hotels(let names) = condition {
        bed.map(names.contains) == true
      } else {
        mayMeet(condition, person)
      }
    }
  }

  private func isHotel(_ name: String) -> Bool {
    roomStock?.hotels.contains(name) ?? people.contains { $0.givenHotel == name }
  }

  /// Whether a person meets a condition of a transfer, whatever the plan of rooms: nobody knows yet who sleeps where.
  private func mayMeet(_ condition: RiderCondition, _ person: Person) -> Bool {
    switch condition {
    case .all, .hotels: true
    case .groups(let names): person.groupName.map(names.contains) ?? false
    case .roles(let roles): roles.contains(person.role)
    }
  }

  // MARK: Travellers

  private mutating func checkTravellers(_ vehicles: [Vehicle]) {
    let ids = Set(vehicles.map(\.id))
    for person in people where !person.isAbsent {
      check(person.arrival, of: person, time: "arrival", place: "arrival_place")
      check(person.departure, of: person, time: "departure", place: "departure_place")
      if let vehicle = person.vehicle, vehicle != Vehicle.own, !ids.contains(vehicle) {
        report(.people, person.row, "vehicle", .fleet(.unknownVehicle(vehicle)))
      }
    }
    let users = people.count { $0.needs.contains(.wheelchair) && travels($0) }
    if users > 0, !draft.offersAccessibleVehicles {
      report(.vehicles, nil, "accessible", .fleet(.accessibleVehiclesNotOffered(people: users)))
    } else if users > 0, !vehicles.contains(where: \.isAccessible) {
      report(.vehicles, nil, "accessible", .fleet(.noAccessibleVehicle(people: users)))
    }
  }

  private mutating func check(_ journey: Journey, of person: Person, time: String, place: String) {
    guard journey.isCarried else { return }
    if journey.time == nil { report(.people, person.row, time, .fleet(.carriedWithoutTime)) }
    if journey.place == nil { report(.people, person.row, place, .fleet(.carriedWithoutPlace)) }
  }

  private func travels(_ person: Person) -> Bool {
    !person.isAbsent
      && (person.arrival.isCarried || person.departure.isCarried
        || draft.transfers.contains { $0.who.allSatisfy { mayMeet($0, person) } })
  }
}
