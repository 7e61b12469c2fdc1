import Assembly
import Testing

@Suite struct VehiclesValidationTests {
  @Test func `An event with a vehicle, its routes and a transfer has no defects`() throws {
    #expect(vehiclesDefects { _ in } == [])
    let event = try Event(vehiclesDraft { _ in })
    #expect(event.fleet?.minutes(from: "会场", to: "酒店") == 20)
    #expect(event.fleet?.minutes(from: "机场", to: "机场") == 0)
  }

  // MARK: Vehicles and routes

  @Test func `Vehicles have ids of their own, and a time in which they are there`() {
    #expect(
      vehiclesDefects { $0.vehicles!.append(Vehicle(row: 3, id: "V1", seats: 4)) } == [
        Defect(.vehicles, row: 3, column: "id", .duplicateID(firstRow: 2))
      ])
    #expect(
      vehiclesDefects { $0.vehicles![0].id = "own" } == [
        Defect(.vehicles, row: 2, column: "id", .fleet(.vehicleCalledOwn))
      ])
    #expect(
      vehiclesDefects { $0.vehicles![0].shifts = [Shift(from: at(9), to: at(9))] } == [
        Defect(.vehicles, row: 2, column: "to", .fleet(.vehicleWindowEmpty))
      ])
  }

  @Test func `Lines with one id are shifts of one vehicle, in the order of time`() throws {
    func shift(_ row: Int, _ from: Int, _ to: Int, driver: String) -> Vehicle {
      var vehicle = Vehicle(row: row, id: "V1", seats: 4)
      vehicle.shifts = [Shift(from: at(from), to: at(to))]
      vehicle.driver = driver
      return vehicle
    }
    func fault(_ second: Vehicle) -> Defect.Fault? {
      vehiclesDefects { $0.vehicles = [shift(2, 14, 20, driver: "李四"), second] }.first?.fault
    }
    let event = try Event(
      vehiclesDraft { $0.vehicles = [shift(2, 14, 20, driver: "李四"), shift(3, 6, 14, driver: "王五")] })
    let vehicle = try #require(event.fleet?.vehicles.first)
    #expect(event.fleet?.vehicles.count == 1)
    #expect(vehicle.shifts == [Shift(from: at(6), to: at(14)), Shift(from: at(14), to: at(20))])
    #expect(vehicle.driver == "李四、王五")
    #expect(fault(shift(3, 19, 22, driver: "")) == .fleet(.shiftsOverlap(firstRow: 2)))
    var larger = shift(3, 6, 14, driver: "")
    larger.seats = 5
    #expect(fault(larger) == .fleet(.shiftDiffers(firstRow: 2)))
    #expect(fault(Vehicle(row: 3, id: "V1", seats: 4)) == .duplicateID(firstRow: 2))
  }

  @Test func `Hours of every day reach over midnight, and need days`() throws {
    func draft(_ start: Day?, _ end: Day?) -> EventDraft {
      vehiclesDraft { draft in
        (draft.settings.start, draft.settings.end) = (start, end)
        draft.vehicles![0].dailyHours = DailyHours(from: 18 * 60, to: 2 * 60)
      }
    }
    let event = try Event(draft(Day(number: 20_000), Day(number: 20_001)))
    #expect(
      event.fleet?.vehicles[0].shifts == [
        Shift(from: at(18), to: at(26)), Shift(from: at(42), to: at(50)),
      ])
    #expect(
      Event.defects(of: draft(nil, nil)).map(\.fault).contains(.fleet(.dailyHoursWithoutDays)))
  }

  @Test func `No two vehicles show one number`() {
    #expect(
      vehiclesDefects { draft in
        draft.vehicles!.append(Vehicle(row: 3, id: "V2", seats: 4))
        for index in 0...1 { draft.vehicles![index].number = 7 }
      } == [Defect(.vehicles, row: 3, column: "number", .fleet(.numberTaken(firstRow: 2)))])
  }

  @Test func `A route leads elsewhere and takes one time`() {
    #expect(
      vehiclesDefects { $0.routes.append(Route(row: 9, from: "机场", to: "机场", minutes: 0)) } == [
        Defect(.routes, row: 9, column: "to", .fleet(.leadsNowhere))
      ])
    #expect(
      vehiclesDefects { $0.routes.append(Route(row: 9, from: "会场", to: "酒店", minutes: 21)) } == [
        Defect(.routes, row: 9, column: "minutes", .fleet(.otherMinutes(firstRow: 2)))
      ])
    // The same once more, and another time for the way back, are fine.
    #expect(vehiclesDefects { $0.routes.append(Route(row: 9, from: "会场", to: "酒店", minutes: 20)) } == [])
    #expect(vehiclesDefects { $0.routes.append(Route(row: 9, from: "酒店", to: "会场", minutes: 25)) } == [])
  }

  // MARK: Transfers

  @Test func `A transfer has an id of its own, a way and a time`() {
    func defect(_ column: String, _ fault: Defect.Fault) -> [Defect] {
      [Defect(.transfers, row: 2, column: column, fault)]
    }
    #expect(
      vehiclesDefects { $0.transfers[0].latest = at(6) }
        == defect("latest", .fleet(.transferWindowEmpty)))
    #expect(vehiclesDefects { $0.transfers[0].latest = at(7) } == [])
    #expect(vehiclesDefects { $0.transfers[0].to = "酒店" } == defect("to", .fleet(.leadsNowhere)))
    #expect(
      vehiclesDefects { draft in
        draft.transfers.append(draft.transfers[0])
        draft.transfers[1].row = 3
      } == [Defect(.transfers, row: 3, column: "id", .duplicateID(firstRow: 2))])
  }

  @Test func `Nobody is to ride in two transfers at one time`() {
    func defects(
      earliest: Int, latest: Int, from: String = "机场", change: (inout EventDraft) -> Void = { _ in }
    )
      -> [Defect]
    {
      vehiclesDefects { draft in
        draft.transfers[0].latest = draft.transfers[0].earliest
        draft.transfers.append(
          Transfer(
            row: 3, id: "T2", from: from, to: "会场", earliest: at(earliest), latest: at(latest), who: [.all]))
        change(&draft)
      }
    }
    let both = [
      Defect(.transfers, row: 3, column: "earliest", .fleet(.ridesBoth(otherRow: 2, people: 2)))
    ]
    #expect(defects(earliest: 7, latest: 7) == both)
    #expect(defects(earliest: 6, latest: 7) == [])
    #expect(defects(earliest: 7, latest: 8) == [])
    // One vehicle for both unloads, drives back to the airport and loads in between.
    func fixed(_ latest: Int) -> [Defect] {
      defects(earliest: 7, latest: latest) { draft in
        for index in draft.transfers.indices { draft.transfers[index].isFixed = true }
      }
    }
    #expect(fixed(8) == both)
    #expect(fixed(9) == [])
    // Buses from two hotels carry different people.
    #expect(
      defects(earliest: 7, latest: 7) { draft in
        (draft.people[0].room, draft.people[1].room) = ("酒店", "机场")
      } == [])
  }

  @Test func `A selector selects somebody who is not absent`() {
    func defects(_ who: RiderCondition..., change: (inout EventDraft) -> Void = { _ in }) -> [Defect.Fault] {
      vehiclesDefects { draft in
        draft.people[0].groupName = "东区"
        draft.people[1].role = .staff
        draft.transfers[0].who = who
        change(&draft)
      }.map(\.fault)
    }
    #expect(defects(.groups(["东区"])) == [])
    #expect(defects(.groups(["东区"]), .roles([.delegate])) == [])
    #expect(defects(.groups(["东区"]), .roles([.staff])) == [.fleet(.selectsNobody)])
    #expect(defects(.roles([.press])) == [.fleet(.selectsNobody)])
    #expect(defects(.groups(["东区", "西区"])) == [.fleet(.noGroupOfThatName("西区"))])
    #expect(defects(.groups(["东区"])) { $0.people[0].isAbsent = true } == [.fleet(.selectsNobody)])
    #expect(defects(.groups(["东区"])) { $0.people[0].isAbsent = true } == [.fleet(.selectsNobody)])
  }

  @Test func `A hotel that nobody sleeps in yet is only noted`() {
    let unknown = vehiclesDefects { $0.transfers[0].who = [.hotels(["别墅"])] }
    #expect(unknown == [Defect(.transfers, row: 2, column: "who", .fleet(.noHotelOfThatName("别墅")))])
    #expect(unknown.allSatisfy { $0.isNote })
    #expect(
      vehiclesDefects { draft in
        draft.people[0].room = "酒店-301"
        draft.transfers[0].who = [.hotels(["酒店"])]
      } == [])
  }

  @Test func `A transfer at a hotel in which nobody whom it selects will sleep is noted`() {
    func defects(_ change: @escaping (inout EventDraft) -> Void) -> [Defect] {
      vehiclesDefects { draft in
        (draft.people[0].room, draft.people[0].groupName) = ("酒店", "东区")
        (draft.people[1].room, draft.people[1].groupName) = ("机场", "西区")
        change(&draft)
      }
    }
    #expect(defects { _ in } == [])
    let west = defects { $0.transfers[0].who = [.groups(["西区"])] }
    #expect(west == [Defect(.transfers, row: 2, column: "who", .fleet(.nobodySleepsThere))])
    #expect(west.allSatisfy { $0.isNote })
    // Who sleeps where the plan of rooms says may sleep there.
    #expect(
      defects { draft in
        draft.transfers[0].who = [.groups(["西区"])]
        draft.rooms = [
          Room(
            row: 2, hotel: "酒店", floor: "", number: "1", type: .twin, beds: 2, price: 0, isAccessible: false)
        ]
        draft.people[0].room = nil
        draft.people[1].room = nil
        draft.people[1].entitlement = .twin
        draft.people[1].checkIn = Day(number: 20_000)
        draft.people[1].checkOut = Day(number: 20_001)
      }.filter { $0.table == .transfers } == [])
  }

  // MARK: Journeys

  @Test(arguments: ["arrival", "departure"])
  func `Who is carried has a time and a place`(_ column: String) {
    func defects(_ journey: Journey) -> [Defect] {
      vehiclesDefects { draft in
        if column == "arrival" {
          draft.people[0].arrival = journey
        } else {
          draft.people[0].departure = journey
        }
      }
    }
    #expect(defects(Journey(time: at(9), place: "机场", isCarried: true)) == [])
    #expect(
      defects(Journey(place: "机场", isCarried: true)) == [
        Defect(.people, row: 2, column: column, .fleet(.carriedWithoutTime))
      ])
    #expect(
      defects(Journey(time: at(9), isCarried: true)) == [
        Defect(.people, row: 2, column: column + "_place", .fleet(.carriedWithoutPlace))
      ])
    #expect(defects(Journey()) == [])
  }

  @Test func `One comes before the event is over and leaves after it began`() {
    func defects(_ start: Int, _ end: Int) -> [Defect] {
      vehiclesDefects { draft in
        (draft.settings.start, draft.settings.end) = (Day(number: start), Day(number: end))
        draft.people[0].arrival.time = at(9)
        draft.people[0].departure.time = at(18)
      }
    }
    #expect(defects(20_000, 20_000) == [])
    #expect(
      defects(19_998, 19_999) == [Defect(.people, row: 2, column: "arrival", .fleet(.arrivalAfterEnd))])
    #expect(
      defects(20_001, 20_002) == [
        Defect(.people, row: 2, column: "departure", .fleet(.departureBeforeStart))
      ])
  }

  @Test func `A given vehicle is there, or one's own`() {
    #expect(vehiclesDefects { $0.people[0].vehicle = "V1" } == [])
    #expect(vehiclesDefects { $0.people[0].vehicle = "own" } == [])
    #expect(
      vehiclesDefects { $0.people[0].vehicle = "V2" } == [
        Defect(.people, row: 2, column: "vehicle", .fleet(.unknownVehicle("V2")))
      ])
  }

  @Test func `Wheelchair users are told once when no vehicle is known to carry them`() {
    func defects(_ change: (inout EventDraft) -> Void) -> [Defect] {
      vehiclesDefects { draft in
        for index in 0...1 { draft.people[index].needs = [.wheelchair] }
        change(&draft)
      }
    }
    let noted = defects { _ in }
    #expect(
      noted == [
        Defect(
          .vehicles, row: nil, column: "accessible", .fleet(.accessibleVehiclesNotOffered(people: 2)))
      ])
    #expect(noted.allSatisfy { $0.isNote })
    #expect(
      defects { $0.offersAccessibleVehicles = true } == [
        Defect(.vehicles, row: nil, column: "accessible", .fleet(.noAccessibleVehicle(people: 2)))
      ])
    #expect(
      defects { $0.transfers = [] } == [Defect(.vehicles, row: nil, column: "id", .nobodyAsks)])
  }

  @Test func `Without vehicles nothing is carried, which is noted`() {
    let noted = vehiclesDefects { draft in
      draft.vehicles = nil
      draft.people[0].arrival.isCarried = true
      draft.people[1].vehicle = "V1"
    }
    #expect(
      noted == [
        Defect(.routes, row: nil, column: "from", .seatTableMissing(.vehicles)),
        Defect(.transfers, row: nil, column: "id", .seatTableMissing(.vehicles)),
        Defect(.people, row: nil, column: "pickup", .seatTableMissing(.vehicles)),
        Defect(.people, row: nil, column: "vehicle", .seatTableMissing(.vehicles)),
      ])
    #expect(noted.allSatisfy { $0.isNote })
  }
}

@Suite struct PlacesOfRoutesTests {
  @Test func `Every two places in use have a route in one direction at least`() {
    #expect(vehiclesDefects { $0.routes[0] = Route(row: 2, from: "酒店", to: "会场", minutes: 20) } == [])
    #expect(
      vehiclesDefects { $0.routes.removeFirst() } == [
        Defect(.routes, row: nil, column: "minutes", .fleet(.routesMissing([Way(from: "会场", to: "酒店")])))
      ])
  }

  @Test func `All missing routes are told, and a place without any at its own cell`() {
    let defects = vehiclesDefects { draft in
      draft.routes.removeLast()
      draft.people[0].arrival = Journey(time: at(9), place: "车站", isCarried: true)
      draft.people[1].departure = Journey(time: at(19), place: "机场", isCarried: true)
    }
    #expect(
      defects == [
        Defect(
          .people, row: 2, column: "arrival_place", .fleet(.placeWithoutRoute("车站", to: ["会场", "酒店", "机场"]))),
        Defect(.routes, row: nil, column: "minutes", .fleet(.routesMissing([Way(from: "酒店", to: "机场")]))),
      ])
  }

  @Test func `Without any route that is told alone, and only when somebody is carried`() {
    #expect(
      vehiclesDefects { $0.routes = [] } == [
        Defect(.routes, row: nil, column: "minutes", .fleet(.noRoutes))
      ])
    #expect(
      vehiclesDefects { ($0.routes, $0.transfers) = ([], []) } == [
        Defect(.vehicles, row: nil, column: "id", .nobodyAsks)
      ])
  }

  @Test func `A vehicle's base is in use, the venue where it is blank`() {
    #expect(
      vehiclesDefects { $0.vehicles![0].base = "车场" } == [
        Defect(.vehicles, row: 2, column: "base", .fleet(.placeWithoutRoute("车场", to: ["酒店", "会场"])))
      ])
    #expect(
      vehiclesDefects { $0.settings.place = "礼堂" } == [
        Defect(.event, row: nil, column: "place", .fleet(.placeWithoutRoute("礼堂", to: ["酒店", "会场"])))
      ])
  }

  @Test func `A hotel where somebody who is carried may sleep is in use`() throws {
    func faults(_ change: (inout EventDraft) -> Void) -> [Defect.Fault] {
      vehiclesDefects { draft in
        draft.rooms = ["酒店", "别墅"].enumerated().map { index, hotel in
          Room(row: index + 2, hotel: hotel, number: "1", type: .single, beds: 1)
        }
        draft.people[0].gender = .female
        draft.people[0].checkIn = Day(number: 20_000)
        draft.people[0].checkOut = Day(number: 20_001)
        draft.people[0].arrival = Journey(time: at(9), place: "机场", isCarried: true)
        change(&draft)
      }.map(\.fault)
    }
    #expect(faults { _ in } == [.fleet(.placeWithoutRoute("别墅", to: ["会场", "酒店", "机场"]))])
    #expect(faults { $0.people[0].room = "酒店" } == [])
    #expect(faults { $0.people[0].arrival.isCarried = false } == [])
  }

  @Test func `The list of people gives a hotel before the table of groups does`() throws {
    func hotel(_ change: (inout EventDraft) -> Void) throws -> String? {
      try Event(vehiclesDraft(change)).people[0].givenHotel
    }
    let group = GroupEntry(row: 2, name: "东区")
    #expect(try hotel { _ in } == nil)
    #expect(
      try hotel { draft in
        draft.people[0].groupName = "东区"
        draft.groups = [group]
        draft.groups[0].hotels = ["酒店", "会场"]
      } == "酒店")
    #expect(try hotel { $0.people[0].room = "酒店-A-301" } == "酒店-A")
    #expect(
      try hotel { draft in
        draft.people[0].room = "酒店-A"
        draft.routes.append(Route(row: 9, from: "酒店-A", to: "酒店", minutes: 1))
      } == "酒店-A")
  }
}

/// A minute of the day 20,000.
private func at(_ hour: Int) -> Moment {
  Moment(minutesSince1970: 20_000 * 1_440 + hour * 60)
}

/// Two people, a vehicle at the venue, an airport and a hotel, and a transfer from the hotel to the venue.
private func vehiclesDraft(_ change: (inout EventDraft) -> Void) -> EventDraft {
  draft("张三", "李四") { draft in
    draft.vehicles = [Vehicle(row: 2, id: "V1", seats: 4)]
    draft.routes = [
      Route(row: 2, from: "会场", to: "酒店", minutes: 20), Route(row: 3, from: "机场", to: "会场", minutes: 40),
      Route(row: 4, from: "机场", to: "酒店", minutes: 30),
    ]
    draft.transfers = [
      Transfer(row: 2, id: "T1", from: "酒店", to: "会场", earliest: at(7), latest: at(8), who: [.all])
    ]
    change(&draft)
  }
}

private func vehiclesDefects(_ change: (inout EventDraft) -> Void) -> [Defect] {
  Event.defects(of: vehiclesDraft(change))
}
