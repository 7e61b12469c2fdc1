/// A place of the event's vehicles, and the first cell that speaks of it.
private struct PlaceInUse {
  let name: String
  let table: TableName
  let row: Int?
  let column: String
}

extension EventValidation {
  /// Checks that the table `routes` tells the minutes between every two places in use.
  ///
  /// - Complexity: O(people × hotels + routes + places²).
  mutating func checkPlaces() {
    let places = placesInUse()
    guard places.count > 1, let fleet else { return }
    guard !draft.routes.isEmpty else {
      report(.routes, nil, "minutes", .fleet(.noRoutes))
      return
    }
    for place in places where !placesOfRoutes.contains(place.name) {
      let others = places.map(\.name).filter { $0 != place.name && placesOfRoutes.contains($0) }
      report(
        place.table, place.row, place.column,
        .fleet(.placeWithoutRoute(place.name, to: Array(others.prefix(3)))))
    }
    let names = places.map(\.name).filter(placesOfRoutes.contains)
    let missing = names.indices.lazy.flatMap { first in
      names[(first + 1)...].lazy.filter { fleet.minutes(from: names[first], to: $0) == nil }
        .map { Way(from: names[first], to: $0) }
    }.prefix(1_000)
    if !missing.isEmpty { report(.routes, nil, "minutes", .fleet(.routesMissing(Array(missing)))) }
  }

  /// Bases, origins and destinations in use: none when nobody is to be carried.
  private func placesInUse() -> [PlaceInUse] {
    let carried = people.indices.filter { index in
      let person = people[index]
      return !person.isAbsent && (person.arrival.isCarried || person.departure.isCarried)
    }
    guard !carried.isEmpty || !draft.transfers.isEmpty else { return [] }
    let hotels = hotelPlaces()
    var places: [PlaceInUse] = []
    var known: Set<String> = []
    func use(_ name: String?, _ table: TableName, _ row: Int?, _ column: String) {
      guard let name, known.insert(name).inserted else { return }
      places.append(PlaceInUse(name: name, table: table, row: row, column: column))
    }
    for vehicle in draft.vehicles ?? [] {
      if let base = vehicle.base {
        use(base, .vehicles, vehicle.row, "base")
      } else {
        use(draft.settings.place, .event, nil, "place")
      }
    }
    for transfer in draft.transfers {
      use(transfer.from, .transfers, transfer.row, "from")
      use(transfer.to, .transfers, transfer.row, "to")
    }
    if roomStock != nil, !carried.isEmpty {
      // Whom no hotel has a bed for is brought to the venue.
      use(draft.settings.place, .event, nil, "place")
    }
    // Of people of one group the plan of rooms chooses among the same hotels.
    var groupsWithChoice: Set<Int> = []
    for person in carried.lazy.map({ people[$0] }) {
      if person.arrival.isCarried { use(person.arrival.place, .people, person.row, "arrival_place") }
      if person.departure.isCarried { use(person.departure.place, .people, person.row, "departure_place") }
      if planOfRoomsChooses(for: person), !groupsWithChoice.insert(person.group).inserted { continue }
      for hotel in possibleHotels(of: person, among: hotels) {
        use(hotel.name, hotel.table, hotel.row, hotel.column)
      }
    }
    return places
  }

  /// The hotels of the table `rooms`, each at its first line.
  private func hotelPlaces() -> [PlaceInUse] {
    guard let roomStock else { return [] }
    var rows: [String: Int] = [:]
    for room in roomStock.rooms { rows[room.hotel] = rows[room.hotel] ?? room.row }
    return roomStock.hotels.map { PlaceInUse(name: $0, table: .rooms, row: rows[$0], column: "hotel") }
  }

  private func planOfRoomsChooses(for person: Person) -> Bool {
    roomStock != nil && person.stay != nil && person.roomWish == nil
  }

  /// Where a person may sleep: one place, unless the plan of rooms is to choose.
  private func possibleHotels(of person: Person, among hotels: [PlaceInUse]) -> [PlaceInUse] {
    let group = groups[person.group]
    if planOfRoomsChooses(for: person) {
      return hotels.filter { group.hotels.isEmpty || group.hotels.contains($0.name) }
    }
    guard let hotel = person.givenHotel else {
      return [PlaceInUse(name: draft.settings.place, table: .event, row: nil, column: "place")]
    }
    return [
      person.room == nil
        ? PlaceInUse(name: hotel, table: .groups, row: group.row, column: "hotel")
        : PlaceInUse(name: hotel, table: .people, row: person.row, column: "room")
    ]
  }
}
