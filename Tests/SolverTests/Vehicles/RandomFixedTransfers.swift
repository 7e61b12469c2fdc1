import Assembly
import SeededRandomness

/// Random events of fixed transfers: from hotels to the venue, back, and on to a visit for some.
enum RandomFixedTransfers {
  /// - Parameter people: below 8, few enough for a brute force.
  static func draft(seed: Int, people: Int) -> EventDraft {
    var random = SeededGenerator(seed: seed)
    let isSmall = people < 8
    let hotels = isSmall ? ["酒店甲"] : ["酒店甲", "酒店乙", "酒店丙"]
    let places = ["会场", "博物馆", "机场"] + hotels
    var routes: [(String, String, Int)] = []
    for (index, from) in places.enumerated() {
      for to in places[(index + 1)...] { routes.append((from, to, Int.random(in: 5...30, using: &random))) }
    }
    var draft = VehicleExamples.draft(vehicles: [], routes: routes)
    draft.offersAccessibleVehicles = Int.random(in: 0..<3, using: &random) == 0
    let seats = isSmall ? 1...3 : 4...12
    let count = isSmall ? Int.random(in: 1...3, using: &random) : people / 6
    draft.vehicles = (0..<count).map { vehicle($0, seats, places, using: &random) }
    let groups = isSmall ? 2 : people / 5
    for index in 0..<people {
      draft.addPerson(
        of: "g\(Int.random(in: 1...groups, using: &random))", hotel: hotels.randomElement(using: &random)
      ) {
        person(&$0, index, people, using: &random)
      }
    }
    if Int.random(in: 0..<3, using: &random) == 0 { draft.people[1].apartNames = [draft.people[0].id] }
    if Int.random(in: 0..<3, using: &random) == 0 { draft.people[1].besideNames = [draft.people[0].id] }
    for hotel in hotels { transfers(hotel, isSmall, &draft, using: &random) }
    return draft
  }

  private static func transfers(
    _ hotel: String, _ isSmall: Bool, _ draft: inout EventDraft, using random: inout SeededGenerator
  ) {
    func add(_ from: String, _ to: String, _ hour: Int, _ who: [RiderCondition]) {
      let earliest = VehicleExamples.at(hour, Int.random(in: 0..<30, using: &random))
      let length = [0, 20, 60].randomElement(using: &random)!
      let number = draft.transfers.count
      var transfer = Transfer(
        row: number + 2, id: "T\(number)", from: from, to: to, earliest: earliest,
        latest: Moment(minutesSince1970: earliest.minutesSince1970 + length), who: who)
      transfer.isFixed = Int.random(in: 0..<8, using: &random) > 0
      draft.transfers.append(transfer)
    }
    add(hotel, "会场", 8, [.all])
    add("会场", hotel, 11, [.all])
    guard !isSmall || Bool.random(using: &random) else { return }
    // Some come along for the visit, from wherever their hotel is.
    add(hotel, "博物馆", 14, [.roles([.guest, .delegate])])
  }

  private static func vehicle(
    _ index: Int, _ seats: ClosedRange<Int>, _ places: [String], using random: inout SeededGenerator
  ) -> Vehicle {
    var vehicle = Vehicle(row: index + 2, id: "V\(index)", seats: Int.random(in: seats, using: &random))
    vehicle.fixed = Int.random(in: 0...3, using: &random) * 300
    vehicle.perMinute = Int.random(in: 0...4, using: &random)
    vehicle.base = places.randomElement(using: &random)
    vehicle.isAccessible = Bool.random(using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: vehicle.shifts = [Shift(from: VehicleExamples.at(10), to: nil)]
    case 1: vehicle.shifts = [Shift(from: nil, to: VehicleExamples.at(10))]
    default: break
    }
    return vehicle
  }

  private static func person(
    _ person: inout PersonEntry, _ index: Int, _ people: Int, using random: inout SeededGenerator
  ) {
    person.role = [.delegate, .guest, .staff, .staff].randomElement(using: &random)!
    if people >= 8, Int.random(in: 0..<3, using: &random) == 0 {
      person.arrival = Journey(
        time: VehicleExamples.at(6, Int.random(in: 0..<50, using: &random)), place: "机场", service: "CA1",
        isCarried: true)
    }
    switch Int.random(in: 0..<(people < 8 ? 8 : 20), using: &random) {
    case 0: person.vehicle = "own"
    case 1 where index == 0: person.vehicle = "V0"
    case 2: person.needs = [.wheelchair]
    case 3: person.rank = Double(index + 1)
    default: break
    }
  }
}
