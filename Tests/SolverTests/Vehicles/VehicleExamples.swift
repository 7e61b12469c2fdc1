import Assembly

/// Small events with vehicles, written down in a line.
enum VehicleExamples {
  static let day = Day(year: 2026, month: 3, day: 5)!

  /// A minute of the day of all examples.
  static func at(_ hour: Int, _ minute: Int = 0) -> Moment {
    Moment(minutesSince1970: day.number * 1_440 + hour * 60 + minute)
  }

  /// An event of people without wishes; ways lead between any two of the places.
  static func draft(vehicles: [Vehicle], routes: [(String, String, Int)]) -> EventDraft {
    var settings = Settings(name: "example")
    settings.start = day
    settings.end = day
    var draft = EventDraft(settings: settings)
    draft.vehicles = vehicles
    draft.routes = routes.enumerated().map { Route(row: $0 + 2, from: $1.0, to: $1.1, minutes: $1.2) }
    return draft
  }

  /// A coach at the venue: V5's class of vehicle.
  static func coach(_ id: String, row: Int = 2, seats: Int = 45, fixed: Int = 1_000, perMinute: Int = 4)
    -> Vehicle
  {
    var vehicle = Vehicle(row: row, id: id, seats: seats)
    vehicle.kind = "coach"
    vehicle.fixed = fixed
    vehicle.perMinute = perMinute
    return vehicle
  }
}

extension EventDraft {
  /// Adds so many people of a group who are met at a place.
  mutating func meet(
    _ count: Int, of group: String? = "g", at time: Moment, _ place: String, to hotel: String
  ) {
    for _ in 0..<count {
      addPerson(of: group, hotel: hotel) {
        $0.arrival = Journey(time: time, place: place, service: "CA1", isCarried: true)
      }
    }
  }

  /// Adds a person; ids and names are numbers.
  mutating func addPerson(
    of group: String? = "g", hotel: String? = nil, _ change: (inout PersonEntry) -> Void
  ) {
    let id = "P\(people.count + 1)"
    var person = PersonEntry(row: people.count + 2, id: id, name: id)
    person.groupName = group
    person.room = hotel
    change(&person)
    people.append(person)
  }
}
