import Assembly
import SeededRandomness

/// Random tiny events with vehicles, of every feature that the tables have.
enum RandomVehicles {
  static func draft(seed: Int) -> EventDraft {
    var random = SeededGenerator(seed: seed)
    let places = ["会场", "酒店甲", "酒店乙", "机场"]
    var routes: [(String, String, Int)] = []
    for (index, from) in places.enumerated() {
      for to in places.dropFirst(index + 1) {
        routes.append((from, to, Int.random(in: 5...30, using: &random)))
      }
    }
    var draft = VehicleExamples.draft(vehicles: [], routes: routes)
    draft.vehicles = (0..<Int.random(in: 1...3, using: &random)).map {
      vehicle($0, places, using: &random)
    }
    draft.offersAccessibleVehicles = Bool.random(using: &random)
    draft.settings.maxWait = Int.random(in: 0...30, using: &random)
    draft.settings.maxEarly = Int.random(in: 0...30, using: &random)
    if Int.random(in: 0..<4, using: &random) == 0 { draft.settings.vehicleSpare = 0.3 }
    if Int.random(in: 0..<4, using: &random) == 0 { draft.settings.weights[.notCarried] = 300 }
    if Int.random(in: 0..<6, using: &random) == 0 { draft.settings.weights[.split] = 0 }
    for index in 0..<Int.random(in: 1...4, using: &random) {
      draft.addPerson(of: "g\(Int.random(in: 1...2, using: &random))", hotel: places[1 + index % 2]) {
        person(&$0, of: index, using: &random)
      }
    }
    for index in draft.people.indices where index > 0 {
      switch Int.random(in: 0..<8, using: &random) {
      case 0: draft.people[index].apartNames = ["P\(index)"]
      case 1: draft.people[index].besideNames = ["P\(index)"]
      default: break
      }
    }
    if Bool.random(using: &random) {
      let earliest = VehicleExamples.at(9, Int.random(in: 0..<60, using: &random))
      let latest = Moment(
        minutesSince1970: earliest.minutesSince1970 + Int.random(in: 0...30, using: &random))
      draft.transfers = [
        Transfer(
          row: 2, id: "T", from: places[1], to: places[0], earliest: earliest, latest: latest,
          who: Bool.random(using: &random)
            ? [.all] : [.groups(Set(draft.people.compactMap(\.groupName)).sorted())])
      ]
    }
    return draft
  }

  private static func vehicle(
    _ index: Int, _ places: [String], using random: inout SeededGenerator
  ) -> Vehicle {
    var vehicle = Vehicle(row: index + 2, id: "V\(index)", seats: Int.random(in: 1...4, using: &random))
    vehicle.fixed = Int.random(in: 0...3, using: &random) * 100
    vehicle.perMinute = Int.random(in: 0...4, using: &random)
    vehicle.base = places.randomElement(using: &random)
    vehicle.isAccessible = Bool.random(using: &random)
    if Int.random(in: 0..<4, using: &random) == 0 {
      vehicle.from = VehicleExamples.at(9, Int.random(in: 0..<60, using: &random))
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      vehicle.to = VehicleExamples.at(10, Int.random(in: 0..<60, using: &random))
    }
    return vehicle
  }

  private static func person(_ person: inout PersonEntry, of index: Int, using random: inout SeededGenerator)
  {
    let time = VehicleExamples.at(9, Int.random(in: 0..<40, using: &random))
    if Int.random(in: 0..<3, using: &random) > 0 {
      person.arrival = Journey(time: time, place: "机场", service: "CA1", isCarried: true)
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      person.departure = Journey(
        time: VehicleExamples.at(12, Int.random(in: 0..<40, using: &random)), place: "机场", service: "G2",
        isCarried: true)
    }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: person.vehicle = "own"
    case 1: person.vehicle = "V0"
    case 2: person.needs = [.wheelchair]
    case 3: person.rank = Double(index + 1)
    default: break
    }
  }
}
