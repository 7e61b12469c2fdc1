import Assembly
import SeededRandomness
import Testing

@testable import VehiclesSolver

/// A fleet whose routes once led to a bound above its plan.
///
/// Lines of a vehicle: seats, fixed cost, cost of a minute, base; of a route: from, to, minutes; of a transfer: from, to,
/// earliest, latest, for those who sleep at its hotel; of a person: group, hotel, where and when they arrive by train and
/// depart by train, - for not at all.
struct FoundFleet: CustomTestStringConvertible, Sendable {
  let testDescription: String
  private let maxWait, maxEarly: Int
  /// What the best plan known costs; nothing where it is not known since nobody may be on two runs at once.
  let best: Int?
  private let vehicles, routes, transfers, people: String

  init(
    _ title: String, maxWait: Int, maxEarly: Int, best: Int?, vehicles: String, routes: String,
    transfers: String, people: String
  ) {
    testDescription = title
    (self.maxWait, self.maxEarly, self.best) = (maxWait, maxEarly, best)
    (self.vehicles, self.routes, self.transfers, self.people) = (vehicles, routes, transfers, people)
  }

  var draft: EventDraft {
    var draft = VehicleExamples.draft(
      vehicles: lines(vehicles).enumerated().map { index, words in
        var vehicle = VehicleExamples.coach(
          "V\(index)", row: index + 2, seats: Int(words[0])!, fixed: Int(words[1])!, perMinute: Int(words[2])!
        )
        vehicle.base = words[3]
        return vehicle
      },
      routes: lines(routes).map { ($0[0], $0[1], Int($0[2])!) })
    draft.settings.place = "Hall"
    (draft.settings.maxWait, draft.settings.maxEarly) = (maxWait, maxEarly)
    draft.settings.weights[.vehiclesSplit] = 100
    for words in lines(people) {
      draft.addPerson(of: words[0], hotel: words[1]) {
        $0.arrival = journey(words[2], words[3])
        $0.departure = journey(words[4], words[5])
      }
    }
    draft.transfers = lines(transfers).enumerated().map { index, words in
      Transfer(
        row: index + 2, id: "T\(index)", from: words[0], to: words[1], earliest: time(words[2]),
        latest: time(words[3]), who: [.hotels([words[0]])])
    }
    return draft
  }

  private func lines(_ table: String) -> [[String]] {
    table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  private func journey(_ place: String, _ clock: String) -> Journey {
    clock == "-" ? Journey() : Journey(time: time(clock), place: place, service: "G1", isCarried: true)
  }

  private func time(_ clock: String) -> Moment {
    VehicleExamples.at(Int(clock.prefix(2))!, Int(clock.suffix(2))!)
  }

  static let all = [
    FoundFleet(
      "detours shorter than straight ways, two hotels", maxWait: 30, maxEarly: 30, best: nil,
      vehicles: """
        2 100 4 Hall
        2 0 8 Station
        2 500 8 Oak
        4 0 1 Station
        """,
      routes: """
        Hall Airport 8
        Hall Station 65
        Hall Oak 107
        Hall Elm 5
        Airport Station 12
        Airport Oak 12
        Airport Elm 8
        Station Oak 8
        Station Elm 8
        Oak Elm 122
        """,
      transfers: """
        Oak Hall 10:00 11:30
        Elm Hall 10:00 11:30
        """,
      people: """
        G2 Elm - - - -
        G2 Oak - - - -
        G3 Elm Station 08:30 Airport 15:13
        G2 Elm Station 08:36 Station 14:52
        G3 Oak - - - -
        G1 Oak Station 09:03 Station 14:25
        G3 Elm Airport 09:03 Station 14:55
        G1 Oak - - Airport 14:15
        G2 Oak Airport 09:09 - -
        G3 Oak - - - -
        G3 Elm Station 09:13 Airport 15:11
        G1 Oak Airport 08:20 Station 15:15
        G2 Oak - - - -
        """),
    FoundFleet(
      "detours shorter than straight ways, five vehicles", maxWait: 60, maxEarly: 0, best: nil,
      vehicles: """
        8 500 1 Hall
        4 300 8 Oak
        8 300 1 Elm
        4 0 4 Hall
        8 0 8 Hall
        """,
      routes: """
        Hall Airport 10
        Hall Station 177
        Hall Oak 173
        Hall Elm 8
        Airport Station 12
        Airport Oak 10
        Airport Elm 5
        Station Oak 139
        Station Elm 5
        Oak Elm 167
        """,
      transfers: """
        Oak Hall 10:00 11:30
        Elm Hall 10:00 10:40
        """,
      people: """
        G3 Elm Station 08:25 - -
        G3 Oak Station 09:17 Airport 14:13
        G2 Elm - - - -
        G2 Elm Airport 08:45 - -
        G3 Elm Airport 08:22 Airport 15:25
        G2 Oak Station 09:10 Airport 14:59
        G1 Oak - - Station 14:25
        G1 Elm - - Airport 14:26
        G1 Elm Station 08:57 - -
        G1 Oak Airport 09:22 - -
        G1 Oak Station 09:10 - -
        G3 Oak Station 09:24 - -
        """),
    FoundFleet(
      "minutes rounded to five", maxWait: 60, maxEarly: 60, best: 1365,
      vehicles: """
        8 100 8 Ash
        2 100 4 Station
        8 300 1 Ash
        4 100 8 Oak
        """,
      routes: """
        Hall Airport 45
        Hall Station 20
        Hall Oak 40
        Hall Elm 30
        Hall Ash 30
        Hall Fir 10
        Airport Station 50
        Airport Oak 40
        Airport Elm 15
        Airport Ash 65
        Airport Fir 50
        Station Oak 25
        Station Elm 30
        Station Ash 5
        Station Fir 15
        Oak Elm 25
        Oak Ash 35
        Oak Fir 40
        Elm Ash 45
        Elm Fir 30
        Ash Fir 15
        """,
      transfers: "",
      people: """
        G1 Elm Station 08:19 - -
        G3 Elm - - Station 15:25
        G2 Fir Station 09:25 - -
        G2 Fir Airport 09:29 Station 14:01
        G3 Fir Airport 09:28 Station 14:30
        """),
    FoundFleet(
      "a hotel three hours from everything but the station", maxWait: 60, maxEarly: 60, best: 5192,
      vehicles: """
        2 500 8 Airport
        8 100 4 Hall
        2 500 8 Oak
        2 0 4 Station
        4 100 1 Oak
        """,
      routes: """
        Hall Airport 8
        Hall Station 12
        Hall Oak 5
        Hall Elm 199
        Airport Station 193
        Airport Oak 107
        Airport Elm 156
        Station Oak 8
        Station Elm 5
        Oak Elm 173
        """,
      transfers: "",
      people: """
        G3 Oak Station 09:07 - -
        G3 Oak Airport 08:31 Station 15:18
        G1 Elm - - Airport 14:17
        G2 Oak Station 09:20 Station 14:37
        G3 Elm Airport 09:21 - -
        G3 Elm Airport 08:31 - -
        G1 Elm Station 09:07 - -
        G1 Oak Airport 09:06 Station 14:49
        G1 Elm Airport 08:24 Station 15:24
        G1 Oak Airport 08:01 Airport 14:10
        G2 Oak Airport 08:53 - -
        G1 Elm Airport 08:24 - -
        """),
  ]
}

@Suite struct `Fleets that once went wrong` {
  @Test(arguments: FoundFleet.all)
  func `have a bound that no plan is below`(_ fleet: FoundFleet) throws {
    let figures = try solve(fleet.draft).figures
    #expect(figures.bound <= fleet.best ?? figures.objective)
    #expect(figures.objective <= fleet.best ?? .max)
  }

  @Test func `pay no more than a vehicle that makes a detour to its base`() throws {
    var vehicle = VehicleExamples.coach("V", seats: 4, fixed: 0, perMinute: 2)
    vehicle.base = "Yard"
    var draft = VehicleExamples.draft(
      vehicles: [vehicle], routes: [("Airport", "Hall", 13), ("Airport", "Yard", 8), ("Hall", "Yard", 38)])
    draft.settings.place = "Hall"
    draft.settings.weights[.vehiclesSplit] = 100
    draft.addPerson {
      $0.arrival = Journey(time: VehicleExamples.at(8, 13), place: "Airport", isCarried: true)
      $0.departure = Journey(time: VehicleExamples.at(37, 15), place: "Airport", isCarried: true)
    }
    let figures = try solve(draft).figures
    #expect((figures.objective, figures.bound) == (268, 268))
  }

  /// Two cars of one seat, three days in which any of seven people may be driven, ways of up to 18 hours.
  @Test func `end although whole runs ask for more vehicles than there are`() throws {
    let days = Shift(from: VehicleExamples.at(0), to: VehicleExamples.at(87, 20))
    let cars = (0..<2).map { index in
      var car = VehicleExamples.coach("V\(index)", row: index + 2, seats: 1, fixed: 0, perMinute: 0)
      (car.base, car.shifts) = ("Yard", [days])
      return car
    }
    var draft = VehicleExamples.draft(
      vehicles: cars,
      routes: [
        ("Yard", "North", 240), ("Yard", "South", 720), ("North", "Fir", 720), ("North", "Elm", 1_080),
        ("South", "Fir", 720), ("South", "Elm", 840), ("South", "North", 9_999), ("Elm", "Fir", 9_999),
        ("Yard", "Fir", 9_999), ("Yard", "Elm", 9_999),
      ])
    draft.settings.weights[.vehiclesSplit] = 0
    for (group, size) in [("a", 2), ("b", 2), ("c", 3)] {
      for _ in 0..<size { draft.addPerson(of: group) { _ in } }
    }
    draft.transfers = [("North", "Fir", "a"), ("North", "Elm", "b"), ("South", "Elm", "c")].enumerated().map {
      Transfer(
        row: $0 + 2, id: "T\($0)", from: $1.0, to: $1.1, earliest: days.from!, latest: days.to!,
        who: [.groups([$1.2])])
    }
    let (plan, figures) = try solve(draft)
    #expect(plan.unplaced.count == 1)
    #expect(figures.objective == 1_000_000)
  }

  @Test func `are planned without a run that others cannot do without`() throws {
    // The way past a hotel is longer than the way by it: a vehicle that leaves a run out may be too late for the next.
    for seed in 0..<cases(5, full: 400) {
      var draft = RandomVehicles.draft(seed: 500_000 + seed, people: 20)
      draft.routes = draft.routes.map { route in
        var route = route
        route.minutes = [5, 10, 60, 120][(seed + 3 * route.row) % 4]
        return route
      }
      _ = try? solve(draft)
    }
  }
}
