import Assembly
import SeededRandomness

/// Random events with vehicles, of every feature that the tables have, and of routes as people write them down.
enum RandomVehicles {
  /// An event of at most so many people.
  ///
  /// - Parameter people: below 8, everything happens within a morning; else within two days.
  static func draft(seed: Int, people: Int = 4) -> EventDraft {
    var random = SeededGenerator(seed: seed)
    let places = ["会场", "酒店甲", "酒店乙", "机场"] + (people < 8 ? [] : ["车站", "酒店丙"])
    let count = people < 8 ? Int.random(in: 1...people, using: &random) : people
    var draft = VehicleExamples.draft(vehicles: [], routes: routes(places, using: &random))
    let fewest = people < 8 ? 1 : 2
    draft.vehicles = (0..<Int.random(in: fewest...max(3, people / 4), using: &random)).map {
      vehicle($0, places, using: &random)
    }
    draft.offersAccessibleVehicles = Bool.random(using: &random)
    draft.settings.maxWait = Int.random(in: 0...30, using: &random)
    draft.settings.maxEarly = Int.random(in: 0...30, using: &random)
    if Int.random(in: 0..<4, using: &random) == 0 { draft.settings.vehicleSpare = 0.3 }
    weigh(&draft, using: &random)
    let groups = max(2, people / 6)
    for index in 0..<count {
      draft.addPerson(
        of: "g\(Int.random(in: 1...groups, using: &random))",
        hotel: places.filter { $0.hasPrefix("酒店") }.randomElement(using: &random)
      ) { person(&$0, of: index, people, using: &random) }
    }
    for index in draft.people.indices where index > 0 {
      switch Int.random(in: 0..<(people < 8 ? 8 : 30), using: &random) {
      case 0: draft.people[index].apartNames = ["P\(index)"]
      case 1: draft.people[index].besideNames = ["P\(index)"]
      default: break
      }
    }
    for index in 0..<Int.random(in: 0...(people < 8 ? 1 : 2), using: &random) {
      draft.transfers.append(transfer(index, places, draft, using: &random))
    }
    return draft
  }

  /// Minutes of straight ways between points; rounded to five; other ones for the way back; or any at all, so that
  /// detours may be shorter.
  private static func routes(
    _ places: [String], using random: inout SeededGenerator
  ) -> [(String, String, Int)] {
    let shape = Int.random(in: 0..<4, using: &random)
    let spots = places.map { _ in
      (x: Int.random(in: 0...25, using: &random), y: Int.random(in: 0...25, using: &random))
    }
    var routes: [(String, String, Int)] = []
    for (index, from) in places.enumerated() {
      for (other, to) in places.enumerated() where other > index {
        let (east, north) = (spots[index].x - spots[other].x, spots[index].y - spots[other].y)
        let straight = max(1, Int(Double(east * east + north * north).squareRoot().rounded()))
        switch shape {
        case 0: routes.append((from, to, straight))
        case 1: routes.append((from, to, max(5, (straight + 2) / 5 * 5)))
        case 2:
          routes.append((from, to, straight))
          routes.append((to, from, straight + Int.random(in: 0...20, using: &random)))
        default: routes.append((from, to, Int.random(in: 0...60, using: &random)))
        }
      }
    }
    return routes
  }

  /// Any weight may be nothing, and any may be huge.
  private static func weigh(_ draft: inout EventDraft, using random: inout SeededGenerator) {
    for term in [Term.vehiclesFixed, .vehiclesMinutes, .vehiclesWaiting, .vehiclesSplit, .vehiclesNotCarried]
    {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: draft.settings.weights[term] = 0
      case 1: draft.settings.weights[term] = Int.random(in: 1...1_000, using: &random)
      case 2: draft.settings.weights[term] = 100_000
      default: break
      }
    }
  }

  private static func vehicle(
    _ index: Int, _ places: [String], using random: inout SeededGenerator
  ) -> Vehicle {
    var vehicle = Vehicle(row: index + 2, id: "V\(index)", seats: Int.random(in: 1...4, using: &random))
    vehicle.fixed = Int.random(in: 0...3, using: &random) * 100
    vehicle.perMinute = Int.random(in: 0...4, using: &random)
    vehicle.base = places.randomElement(using: &random)
    vehicle.isAccessible = Bool.random(using: &random)
    func moment(_ hour: Int) -> Moment {
      VehicleExamples.at(hour, Int.random(in: 0..<60, using: &random))
    }
    switch Int.random(in: 0..<10, using: &random) {
    case 0...1: vehicle.shifts = [Shift(from: moment(9), to: nil)]
    case 2...3: vehicle.shifts = [Shift(from: nil, to: moment(10))]
    case 4: vehicle.shifts = [Shift(from: nil, to: moment(9)), Shift(from: moment(10), to: moment(12))]
    default: break
    }
    return vehicle
  }

  private static func person(
    _ person: inout PersonEntry, of index: Int, _ people: Int, using random: inout SeededGenerator
  ) {
    let hours = people < 8 ? 0 : people / 10
    let terminals = people < 8 ? ["机场"] : ["机场", "车站"]
    func time(_ hour: Int) -> Moment {
      VehicleExamples.at(hour, Int.random(in: 0..<(40 + 60 * hours), using: &random))
    }
    if Int.random(in: 0..<3, using: &random) > 0 {
      person.arrival = Journey(
        time: time(9), place: terminals.randomElement(using: &random), service: "CA1", isCarried: true)
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      person.departure = Journey(
        time: time(12 + hours), place: terminals.randomElement(using: &random), service: "G2",
        isCarried: true)
    }
    switch Int.random(in: 0..<(people < 8 ? 10 : 30), using: &random) {
    case 0: person.vehicle = "own"
    case 1: person.vehicle = "V0"
    case 2: person.needs = [.wheelchair]
    case 3: person.rank = Double(index + 1)
    default: break
    }
  }

  private static func transfer(
    _ index: Int, _ places: [String], _ draft: EventDraft, using random: inout SeededGenerator
  ) -> Transfer {
    let earliest = VehicleExamples.at(9 + 2 * index, Int.random(in: 0..<60, using: &random))
    let length = Int.random(in: 0..<10, using: &random) == 0 ? 600 : Int.random(in: 0...40, using: &random)
    return Transfer(
      row: index + 2, id: "T\(index)", from: places[1], to: places[index == 0 ? 0 : 2], earliest: earliest,
      latest: Moment(minutesSince1970: earliest.minutesSince1970 + length),
      who: Bool.random(using: &random)
        ? [.all] : [.groups(Set(draft.people.compactMap(\.groupName)).sorted())])
  }
}
