import Assembly
import Localization
import Testing
import Verification

/// Ada of North and Ben and Cleo of South land at nine, ready at half past; Ada and Ben are driven to the opening.
/// A bus of four seats and a car of two stand at the airport.
private func event(_ change: (inout EventDraft) -> Void = { _ in }) throws -> Event {
  var draft = EventDraft(settings: Settings(name: "E"))
  draft.settings.place = "Hall"
  draft.people = ["Ada", "Ben", "Cleo"].enumerated().map { index, name in
    var person = PersonEntry(row: index + 2, id: "p\(index)", name: name)
    person.groupName = index == 0 ? "North" : "South"
    person.role = index == 2 ? .staff : .delegate
    person.arrival = Journey(time: at(9, 0), place: "Airport", service: "CA1", isCarried: true)
    person.room = "Hotel"
    return person
  }
  draft.vehicles = [("bus", 4, 100, 2), ("car", 2, 50, 1)].enumerated().map { index, fields in
    var vehicle = Vehicle(row: index + 2, id: fields.0, seats: fields.1)
    (vehicle.fixed, vehicle.perMinute, vehicle.base) = (fields.2, fields.3, "Airport")
    return vehicle
  }
  draft.routes = [("Airport", "Hotel", 40), ("Hotel", "Hall", 10), ("Airport", "Hall", 45)].enumerated().map {
    Route(row: $0 + 2, from: $1.0, to: $1.1, minutes: $1.2)
  }
  draft.transfers = [
    Transfer(
      row: 2, id: "T", from: "Hotel", to: "Hall", earliest: at(11, 0), latest: at(11, 30),
      who: [.roles([.delegate])])
  ]
  change(&draft)
  return try Event(draft)
}

private func at(_ hour: Int, _ minute: Int) -> Moment {
  Moment(minutesSince1970: 20_000 * 1_440 + hour * 60 + minute)
}

private func pickup(
  _ riders: [Int], by vehicle: Int = 0, at depart: Moment = at(9, 30), minutes: Int = 40
) -> VehicleRun {
  run(vehicle, .pickup, "Airport", "Hotel", depart, minutes, riders)
}

private func transfer(
  _ riders: [Int] = [0, 1], by vehicle: Int = 0, at depart: Moment = at(11, 0)
) -> VehicleRun {
  run(vehicle, .transfer(0), "Hotel", "Hall", depart, 10, riders)
}

private func run(
  _ vehicle: Int, _ purpose: RunPurpose, _ from: String, _ to: String, _ depart: Moment, _ minutes: Int,
  _ riders: [Int]
) -> VehicleRun {
  VehicleRun(
    vehicle: vehicle, purpose: purpose, from: from, to: to, depart: depart,
    arrive: Moment(minutesSince1970: depart.minutesSince1970 + minutes), riders: riders)
}

private func violations(
  _ runs: [VehicleRun], unplaced: [Int] = [], rooms: RoomPlan? = nil, _ figures: Figures? = nil,
  change: (inout EventDraft) -> Void = { _ in }
) throws -> [Violation] {
  let event = try event(change)
  let plan = VehiclePlan(
    runs: runs, unplaced: unplaced.map { Unplaced(person: $0, module: .vehicles, reason: .told("full")) })
  return Verification(of: event, names: event.nameOrdering().order).violations(
    of: plan, rooms: rooms, figures: figures)
}

@Suite struct `Plans of vehicles are judged` {
  @Test func `A plan that carries everybody in time keeps every rule`() throws {
    #expect(try violations([pickup([0, 1, 2]), transfer()]).isEmpty)
    #expect(try violations([pickup([0, 1, 2], at: at(10, 0)), transfer(at: at(11, 30))]).isEmpty)
    #expect(try violations([pickup([0]), pickup([1, 2], by: 1), transfer(by: 1)]).isEmpty)
  }

  @Test func `Fixed transfers are ridden in one vehicle by whoever rides several`() throws {
    let back: (inout EventDraft) -> Void = { draft in
      draft.transfers.append(
        Transfer(
          row: 3, id: "B", from: "Hall", to: "Hotel", earliest: at(13, 0), latest: at(14, 0),
          who: [.roles([.delegate])]))
      draft.transfers[0].isFixed = true
      draft.transfers[1].isFixed = true
    }
    let all = pickup([0, 1, 2])
    func home(_ riders: [Int], by vehicle: Int) -> VehicleRun {
      run(vehicle, .transfer(1), "Hall", "Hotel", at(13, 0), 10, riders)
    }
    #expect(try violations([all, transfer(by: 1), home([0, 1], by: 1)], change: back).isEmpty)
    // Ada is met by the bus, which is no transfer; Ben rides the car there and the bus back.
    #expect(
      try violations([all, transfer(by: 1), home([0], by: 1), home([1], by: 0)], change: back) == [
        .twoFixedVehicles(person: 1, transfer(by: 1), home([1], by: 0))
      ])
    #expect(
      try violations([all, transfer(by: 1), home([0], by: 1), home([1], by: 0)]) {
        back(&$0)
        $0.transfers[1].isFixed = false
      }.isEmpty)
  }

  @Test func `The terms are counted from the runs`() throws {
    // Bus 100, car 50. Bus: 40 minutes × 2; car: 40 loaded and 10 loaded × 1. Ada waits 5, Ben and Cleo 10 each.
    // North rides once, South once, then both: 4. Cleo, without a rank, is not left anywhere.
    let runs = [
      pickup([0], at: at(9, 35)), pickup([1, 2], by: 1, at: at(9, 40)), transfer(by: 1),
    ]
    let terms: [Term: Int] = [
      .vehiclesFixed: 150, .vehiclesMinutes: 130, .vehiclesWaiting: 25, .vehiclesSplit: 1_200,
      .vehiclesNotCarried: 0,
    ]
    #expect(try violations(runs, Figures(status: .feasible, terms: terms, bound: 1)).isEmpty)
    for term in terms.keys {
      var told = terms
      told[term]! += 1
      #expect(
        try violations(runs, Figures(status: .feasible, terms: told, bound: 1))
          == [.termDiffers(term, told: terms[term]! + 1, actual: terms[term]!)])
    }
  }

  @Test func `Empty drives, drop-offs and trips that are not carried count too`() throws {
    // The bus goes back empty, 40 minutes, for Ben; he waits 20 after 9:30 + 60. Cleo flies at 18:00: 16:00 less the
    // drive of 40 is the latest, and she leaves at 15:00. Ada, ranked, is not carried to the opening: two shares.
    let runs = [
      pickup([0, 2]), pickup([1], at: at(11, 0)), transfer([1], by: 0, at: at(11, 50)),
      run(0, .dropoff, "Hotel", "Airport", at(15, 0), 40, [2]),
    ]
    let terms: [Term: Int] = [
      .vehiclesFixed: 100, .vehiclesMinutes: 2 * (40 + 40 + 40 + 10 + 10 + 40), .vehiclesWaiting: 90 + 20,
      .vehiclesSplit: 1_500,
      .vehiclesNotCarried: 2_000_000,
    ]
    #expect(
      try violations(runs, unplaced: [0], Figures(status: .feasible, terms: terms, bound: 1)) { draft in
        draft.settings.maxWait = 90
        draft.people[0].rank = 50
        draft.people[2].departure = Journey(
          time: at(18, 0), place: "Airport", service: "CA2", isCarried: true)
        draft.transfers[0].latest = at(12, 0)
      }.isEmpty)
  }

  @Test func `Nobody leaves before being ready, nor after the longest wait, nor outside a transfer's time`()
    throws
  {
    for (depart, riders) in [(at(9, 29), [0, 1, 2]), (at(10, 1), [0, 1, 2])] {
      let found = try violations([pickup(riders, at: depart), transfer()])
      #expect(
        found
          == riders.map {
            .wrongTime(person: $0, pickup(riders, at: depart), earliest: at(9, 30), latest: at(10, 0))
          })
    }
    #expect(try violations([pickup([0, 1, 2]), transfer(at: at(10, 59))]).count == 2)
    // Who is of rank 1 to 10, or has a car of their own, waits five minutes.
    #expect(
      try violations([pickup([0, 1, 2], at: at(9, 36)), transfer()]) { $0.people[1].rank = 10 }.count == 1)
    #expect(
      try violations([pickup([0, 1, 2], at: at(9, 36)), transfer()]) { $0.people[1].rank = 11 }.isEmpty)
    // A train's passengers are ready sooner.
    #expect(
      try violations([pickup([0, 1, 2], at: at(9, 45)), transfer()]) {
        $0.people[0].arrival.service = "G12"
      }.isEmpty)
    #expect(
      try violations([pickup([0, 1, 2], at: at(9, 46)), transfer()]) {
        $0.people[0].arrival.service = "G12"
      }.count == 1)
  }

  @Test func `Who departs is there in time, and not too early`() throws {
    func judged(_ depart: Moment) throws -> [Violation] {
      let dropoff = run(0, .dropoff, "Hotel", "Airport", depart, 40, [2])
      return try violations(
        [pickup([0, 1, 2]), transfer(by: 1), dropoff, pickup([], by: 1)].filter { !$0.riders.isEmpty }
      ) {
        $0.people[2].departure = Journey(time: at(14, 30), place: "Airport", service: "CA2", isCarried: true)
      }
    }
    #expect(try judged(at(11, 50)).isEmpty)
    #expect(try judged(at(10, 50)).isEmpty)
    #expect(try judged(at(11, 51)).count == 1)
    #expect(try judged(at(10, 49)).count == 1)
  }

  @Test func `A vehicle is in one place at a time, with time to load and unload`() throws {
    // The bus is back at ten past ten, unloaded at a quarter past, at the airport at 10:55 and loaded at eleven.
    let change: (inout EventDraft) -> Void = { draft in
      draft.settings.maxWait = 90
      draft.transfers[0].latest = at(12, 0)
    }
    let later = pickup([1, 2], at: at(11, 0))
    let opening = transfer(by: 1, at: at(11, 45))
    #expect(try violations([pickup([0]), later, opening], change: change).isEmpty)
    let early = pickup([1, 2], at: at(10, 59))
    #expect(
      try violations([pickup([0]), early, opening], change: change) == [
        .cannotBeThere(early, before: at(11, 0))
      ])
    #expect(
      try violations([pickup([0, 1, 2]), transfer()]) {
        $0.vehicles![0].shifts = [Shift(from: at(9, 26), to: nil)]
      }
        == [.cannotBeThere(pickup([0, 1, 2]), before: at(9, 31))])
    #expect(
      try violations([pickup([0, 1, 2]), transfer()]) {
        $0.vehicles![0].shifts = [Shift(from: nil, to: at(11, 15))]
      }.isEmpty)
    #expect(
      try violations([pickup([0, 1, 2]), transfer()]) {
        $0.vehicles![0].shifts = [Shift(from: nil, to: at(11, 14))]
      }
        == [.unloadsTooLate(transfer(), end: at(11, 14))])
  }

  @Test func `A vehicle moves in its shifts only, and stays where it is between them`() throws {
    func judged(_ shifts: [Shift], _ runs: VehicleRun...) throws -> [Violation] {
      try violations(runs) { $0.vehicles![0].shifts = shifts }
    }
    let morning = Shift(from: at(9, 0), to: at(10, 20))
    let met = pickup([0, 1, 2])
    // After ten past eleven the bus, still at the hotel, may be loaded.
    #expect(try judged([morning, Shift(from: at(11, 10), to: nil)], met, transfer(at: at(11, 15))).isEmpty)
    #expect(
      try judged([morning, Shift(from: at(11, 10), to: nil)], met, transfer(at: at(11, 14)))
        == [.cannotBeThere(transfer(at: at(11, 14)), before: at(11, 15))])
    #expect(
      try judged([morning, Shift(from: at(11, 30), to: nil)], met, transfer(at: at(11, 15)))
        == [.unloadsTooLate(transfer(at: at(11, 15)), end: at(10, 20))])
  }

  @Test func `Nobody is on two runs at once`() throws {
    let change: (inout EventDraft) -> Void = { $0.settings.maxWait = 120 }
    let late = pickup([0, 1, 2], at: at(10, 20))
    #expect(try violations([late, transfer(by: 1)], change: change).isEmpty)
    let later = pickup([0, 1, 2], at: at(10, 21))
    #expect(
      try violations([later, transfer(by: 1)], change: change)
        == [0, 1].map {
          .onTwoRuns(person: $0, later, transfer(by: 1))
        })
  }

  @Test func `From a hotel ride those who sleep there`() throws {
    let elsewhere: (inout EventDraft) -> Void = { draft in
      draft.people[1].room = "Hall"
      draft.transfers[0].who = [.all]
    }
    let pickups = [pickup([0, 2]), run(1, .pickup, "Airport", "Hall", at(9, 30), 45, [1])]
    #expect(try violations(pickups + [transfer([0, 2])], change: elsewhere).isEmpty)
    #expect(
      try violations(pickups + [transfer([0, 1, 2])], change: elsewhere)
        == [.notToRide(person: 1, transfer([0, 1, 2]))])
  }

  @Test func `Seats, also those kept free, are enough for the riders`() throws {
    let both = pickup([0, 1, 2], by: 1)
    #expect(try violations([both, transfer()]) == [.moreThanSeats(both, usable: 2)])
    // A quarter of four seats is one, a tenth of them is rounded up to one.
    for spare in [0.25, 0.1] {
      #expect(try violations([pickup([0, 1, 2]), transfer()]) { $0.settings.vehicleSpare = spare }.isEmpty)
    }
    #expect(
      try violations([pickup([0, 1, 2]), transfer()]) { $0.settings.vehicleSpare = 0.26 }
        == [.moreThanSeats(pickup([0, 1, 2]), usable: 2)])
  }

  @Test func `A run goes one way for one purpose, and takes as long as its route`() throws {
    let slow = pickup([0, 1, 2], minutes: 41)
    #expect(try violations([slow, transfer()]) == [.wrongArrival(slow, actual: at(10, 10))])
    let astray = run(0, .pickup, "Airport", "Hall", at(9, 30), 45, [0])
    #expect(
      try violations([astray, pickup([1, 2], by: 1), transfer(by: 1)])
        == [.wrongWay(person: 0, astray, from: "Airport", to: "Hotel")])
    let nowhere = run(0, .pickup, "Airport", "Moon", at(9, 30), 45, [0])
    #expect(
      try violations([nowhere, pickup([1, 2], by: 1), transfer(by: 1)]).contains(
        .noRoute(nowhere, from: "Airport", to: "Moon")))
    #expect(
      try violations([pickup([0, 1, 2]), transfer(), pickup([], by: 1)]) == [.nobodyRides(pickup([], by: 1))])
  }

  @Test func `Each trip is made once, or told not to be made`() throws {
    #expect(
      try violations([pickup([0, 1, 2])])
        == [0, 1].map { .uncarriedTripsDiffer(person: $0, told: 0, actual: 1) })
    #expect(try violations([pickup([0, 1, 2])], unplaced: [0, 1]).isEmpty)
    #expect(
      try violations([pickup([0, 1, 2]), transfer()], unplaced: [2])
        == [.uncarriedTripsDiffer(person: 2, told: 1, actual: 0)])
    #expect(
      try violations([pickup([0, 1, 2]), pickup([2], by: 1), transfer()]) == [
        .onTwoRuns(person: 2, pickup([0, 1, 2]), pickup([2], by: 1)), .carriedTwice(person: 2),
      ])
    #expect(
      try violations([pickup([0, 1, 2]), transfer([0, 1, 2], by: 0)])
        == [.notToRide(person: 2, transfer([0, 1, 2], by: 0))])
    #expect(try violations([pickup([0, 1, 2, 9]), transfer()]) == [.unknownPerson(index: 9, .vehicles)])
  }

  @Test func `Vehicles given by name, needs, own cars and people kept apart are respected`() throws {
    let all = pickup([0, 1, 2])
    #expect(
      try violations([all, transfer(by: 1)]) { $0.people[2].vehicle = "car" }
        == [.vehicleWishNotKept(person: 2, all)])
    #expect(
      try violations([all, transfer(by: 1)]) {
        $0.offersAccessibleVehicles = true
        $0.people[2].needs = [.wheelchair]
      } == [.noAccessibleVehicle(person: 2, all)])
    #expect(try violations([all, transfer(by: 1)]) { $0.people[2].needs = [.wheelchair] }.isEmpty)
    #expect(
      try violations([all, transfer(by: 1)]) {
        $0.people[0].vehicle = "own"
        $0.people[1].besideNames = ["p0"]
      } == [.sharesOwnVehicle(person: 2, of: 0, all)])
    #expect(
      try violations([all, transfer(by: 1)]) { $0.people[1].apartNames = ["p2"] } == [
        .notApart(1, 2, .vehicles)
      ])
  }

  @Test func `People go to where the plan of rooms has them, and hotels of transfers mean that plan`() throws
  {
    let roomStock: (inout EventDraft) -> Void = { draft in
      draft.rooms = ["Hotel", "Inn"].enumerated().map {
        Room(row: $0 + 2, hotel: $1, number: "1", type: .shared("twin"), beds: 3)
      }
      draft.routes += [("Airport", "Inn", 30), ("Inn", "Hotel", 5), ("Inn", "Hall", 12)].enumerated().map {
        Route(row: $0 + 5, from: $1.0, to: $1.1, minutes: $1.2)
      }
      for index in draft.people.indices {
        draft.people[index].room = nil
        draft.people[index].gender = .female
        draft.people[index].checkIn = Day(number: 20_000)
        draft.people[index].checkOut = Day(number: 20_001)
      }
      draft.transfers[0].who = [.hotels(["Hotel"])]
    }
    let rooms = RoomPlan(
      assignments: [0, 1, 1].enumerated().map { RoomAssignment(person: $0, room: $1) })
    let toInn = run(1, .pickup, "Airport", "Inn", at(9, 30), 30, [1, 2])
    #expect(
      try violations([pickup([0]), toInn, transfer([0], by: 0)], rooms: rooms, change: roomStock).isEmpty)
    #expect(
      try violations([pickup([0, 1, 2]), transfer([0, 1], by: 0)], rooms: rooms, change: roomStock).count == 3
    )
  }

  @Test func `A plan of vehicles without their table is told, and every violation reads in both languages`()
    throws
  {
    #expect(try violations([]) { $0.vehicles = nil } == [.tableMissing(.vehicles)])
    let run = pickup([0])
    let event = try event()
    for violation: Violation in [
      .noSuchVehicle(run), .noRoute(run, from: "A", to: "B"), .wrongArrival(run, actual: at(9, 0)),
      .nobodyRides(run), .moreThanSeats(run, usable: 2), .noAccessibleVehicle(person: 0, run),
      .vehicleWishNotKept(person: 0, run), .notToRide(person: 0, run),
      .wrongWay(person: 0, run, from: "A", to: "B"),
      .wrongTime(person: 0, run, earliest: at(9, 0), latest: at(9, 5)),
      .sharesOwnVehicle(person: 0, of: 1, run), .cannotBeThere(run, before: at(9, 0)),
      .unloadsTooLate(run, end: at(9, 0)), .carriedTwice(person: 0),
      .uncarriedTripsDiffer(person: 0, told: 1, actual: 2),
      .numberNotKept(vehicle: 0, number: 2, before: 1), .numberOfAnother(vehicle: 0, number: 2, owner: 1),
      .twoFixedVehicles(person: 0, run, run),
    ] {
      let phrase = violation.phrase(in: event)
      #expect(phrase.chinese != phrase.english)
      #expect(!phrase.english.unicodeScalars.contains { $0.properties.isIdeographic })
    }
  }

  /// What is wrong with the numbers of a plan that the car makes, which shows a number; the bus showed 1 before.
  private func numberFaults(
    showing number: Int, carBefore: Int?, change: (inout EventDraft) -> Void = { _ in }
  ) throws -> [Violation] {
    let event = try event(change)
    func earlier(_ vehicle: Int?, _ number: Int) -> EarlierRides.Run {
      EarlierRides.Run(
        id: nil, number: number, vehicle: vehicle, purpose: .pickup, from: "Airport", depart: at(9, 30),
        riders: [], leader: nil)
    }
    var plan = VehiclePlan(runs: [pickup([0, 1], by: 1), pickup([2]), transfer(by: 1)])
    plan.numbersShown = [0: event.fleet?.vehicles[0].number ?? 1, 1: number]
    var before = EarlierPlan()
    before.vehicles = EarlierRides([earlier(0, 1)] + (carBefore.map { [earlier(1, $0)] } ?? []))
    var figures = Figures(status: .feasible, terms: [:], bound: 0)
    figures.moves = Moves(count: 0, least: 0)
    return Verification(of: event, names: event.nameOrdering().order, earlier: before)
      .violations(of: plan, rooms: nil, figures: figures).filter { violation in
        switch violation {
        case .numberNotKept, .numberOfAnother: true
        default: false
        }
      }
  }

  @Test func `After a late change a number stays with its vehicle, unless the table gives it another one`()
    throws
  {
    #expect(try numberFaults(showing: 2, carBefore: 2).isEmpty)
    #expect(try numberFaults(showing: 3, carBefore: nil).isEmpty)
    #expect(
      try numberFaults(showing: 3, carBefore: 2) == [.numberNotKept(vehicle: 1, number: 3, before: 2)])
    #expect(
      try numberFaults(showing: 1, carBefore: nil) == [.numberOfAnother(vehicle: 1, number: 1, owner: 0)])
    #expect(
      try numberFaults(showing: 1, carBefore: nil) { $0.vehicles![0].number = 7 }.isEmpty)
  }
}
