import Assembly
import Foundation
import Localization
import Tables
import Testing

@testable import EventFiles

/// Three people in two rooms, all carried from the airport, one of them twice; a fourth for whom there is nothing.
private struct Travelling {
  let event: Event
  let rooms: Outcome<RoomPlan>
  let vehicles: Outcome<VehiclePlan>

  init() throws {
    var draft = EventDraft(settings: Settings(name: "Annual Assembly"))
    draft.settings.language = .english
    draft.people = [
      ("P1", "Ada", "North"), ("P2", "Ben, Jr", "North"), ("P3", "Cleo", "South"), ("P4", "Dan", ""),
    ]
    .enumerated().map { index, person in
      var entry = PersonEntry(row: index + 2, id: person.0, name: person.1)
      entry.groupName = person.2.isEmpty ? nil : person.2
      entry.checkIn = Day(year: 2026, month: 3, day: 4)
      entry.checkOut = Day(year: 2026, month: 3, day: 7)
      entry.gender = .female
      entry.phone = "555-010\(index)"
      if index == 2 { (entry.rank, entry.role) = (3, .staff) }
      return entry
    }
    draft.rooms = [
      Room(row: 2, hotel: "Garden", floor: "3", number: "301", type: .shared("twin"), beds: 2),
      Room(row: 3, hotel: "Garden", floor: "4", number: "401", type: .single, beds: 1),
    ]
    draft.vehicles = ["bus", "car"].enumerated().map {
      var vehicle = Vehicle(row: $0 + 2, id: $1, seats: 5)
      vehicle.base = "Airport"
      return vehicle
    }
    draft.routes = [
      Route(row: 2, from: "Airport", to: "Garden", minutes: 40),
      Route(row: 3, from: "Garden", to: "Hall", minutes: 10),
      Route(row: 4, from: "Airport", to: "Hall", minutes: 45),
    ]
    let morning = Moment(minutesSince1970: Day(year: 2026, month: 3, day: 4)!.number * 1_440 + 600)
    draft.transfers = [
      Transfer(
        row: 2, id: "T1", from: "Garden", to: "Hall", earliest: morning, latest: later(morning, 300),
        who: [.all])
    ]
    event = try Event(draft)
    let roomStock = RoomPlan(
      assignments: [
        RoomAssignment(person: 2, room: 1), RoomAssignment(person: 1, room: 0),
        RoomAssignment(person: 0, room: 0),
      ],
      unplaced: [Unplaced(person: 3, module: .rooms, reason: .told("no bed"))])
    let fleet = VehiclePlan(
      runs: [
        ride(0, .transfer(0), "Garden", "Hall", later(morning, 120), 10, [0]),
        ride(0, .pickup, "Airport", "Garden", morning, 40, [1, 0]),
        ride(1, .pickup, "Airport", "Garden", later(morning, 5), 40, [2]),
      ],
      unplaced: [Unplaced(person: 3, module: .vehicles, reason: .told("no seat"))])
    rooms = .plan(
      roomStock,
      Figures(status: .optimal, terms: [.roomsPrice: 900, .roomsWithout: 1_000_000], bound: 1_000_900))
    vehicles = .plan(
      fleet, Figures(status: .feasible, terms: [.vehiclesMinutes: 90, .vehiclesSplit: 300], bound: 350))
  }

  func solution(_ planned: Set<Module> = [.rooms, .vehicles]) -> Solution {
    var solution = Solution()
    if planned.contains(.rooms) { solution.keep(rooms, seconds: 0, seed: 0) }
    if planned.contains(.vehicles) {
      solution.keep(vehicles, seconds: 0, seed: 0)
    }
    return solution
  }

  func files(
    _ planned: Set<Module> = [.rooms, .vehicles], over earlier: [String: Data] = [:]
  ) -> PlanReplacement {
    let reading = EventFilesTests.reading([
      "会议.csv": nil, "event.csv": "key,value\nname,Annual Assembly\nlanguage,en\n",
      "people.csv": "name\nAda\n", "人员.csv": nil,
    ])
    return PlanFiles(reading, event, planned: planned, solution(planned), tool: "plenum 1").replacement(
      of: earlier)
  }
}

private func ride(
  _ vehicle: Int, _ purpose: RunPurpose, _ from: String, _ to: String, _ depart: Moment, _ minutes: Int,
  _ riders: [Int]
) -> VehicleRun {
  VehicleRun(
    vehicle: vehicle, purpose: purpose, from: from, to: to, depart: depart, arrive: later(depart, minutes),
    riders: riders)
}

private func later(_ moment: Moment, _ minutes: Int) -> Moment {
  Moment(minutesSince1970: moment.minutesSince1970 + minutes)
}

private func lines(_ data: Data?) -> [String] {
  String(decoding: data ?? Data(), as: UTF8.self).components(separatedBy: "\r\n")
}

@Suite struct `Files of rooms and vehicles` {
  @Test func `rooms.csv tells bed and nights of each person in listed order`() throws {
    #expect(
      lines(try Travelling().files().files["rooms.csv"]) == [
        "\u{FEFF}person,name,group,hotel,floor,room,check_in,check_out",
        "P1,Ada,North,Garden,3,301,2026-03-04,2026-03-07",
        "P2,\"Ben, Jr\",North,Garden,3,301,2026-03-04,2026-03-07",
        "P3,Cleo,South,Garden,4,401,2026-03-04,2026-03-07", "",
      ])
  }

  @Test func `runs.csv tells runs by departure, numbers by protocol and who leads`() throws {
    #expect(
      lines(try Travelling().files().files["runs.csv"]) == [
        "\u{FEFF}run,number,vehicle,transfer,from,to,depart,arrive,riders,leader,leader_name,leader_phone",
        "1,2,bus,pickup,Airport,Garden,2026-03-04 10:00,2026-03-04 10:40,2,P1,Ada,555-0100",
        "2,1,car,pickup,Airport,Garden,2026-03-04 10:05,2026-03-04 10:45,1,P3,Cleo,555-0102",
        "3,2,bus,T1,Garden,Hall,2026-03-04 12:00,2026-03-04 12:10,1,P1,Ada,555-0100", "",
      ])
  }

  @Test func `riders.csv tells each person's runs, and unplaced.csv what nobody could be given`() throws {
    let files = try Travelling().files().files
    #expect(
      lines(files["riders.csv"]) == [
        "\u{FEFF}person,name,group,run,number", "P1,Ada,North,1,2", "P1,Ada,North,3,2",
        "P2,\"Ben, Jr\",North,1,2",
        "P3,Cleo,South,2,1", "",
      ])
    #expect(
      lines(files["unplaced.csv"]) == [
        "\u{FEFF}person,module,reason", "P4,rooms,no bed", "P4,vehicles,no seat", "",
      ])
  }

  @Test func `The report counts rooms and vehicles in yuan`() throws {
    let report = try PlanReport(json: try #require(try Travelling().files().files["report.json"]))
    #expect(report.modules.mapValues(\.unit) == ["rooms": "yuan", "vehicles": "yuan"])
    #expect(report.modules["rooms"]?.terms == ["price": 900, "without": 1_000_000])
    #expect(report.modules["vehicles"]?.objective == 390)
  }

  @Test func `What was written is read back as it was`() throws {
    let travelling = try Travelling()
    let reading = PlanReader.read(travelling.files().files, of: travelling.event)
    #expect(reading.diagnostics.isEmpty)
    #expect(reading.plan == travelling.solution().plan)
    #expect(reading.figures == travelling.solution().figures)
    #expect(
      PlanReader.read([.rooms], in: travelling.files().files, of: travelling.event).plan.rooms
        == reading.plan.rooms)
  }

  @Test func `Planning rooms alone leaves what is told of vehicles, and the other way round`() throws {
    let travelling = try Travelling()
    let first = travelling.files().files
    let again = travelling.files([.rooms], over: first)
    #expect(again.obsolete.isEmpty)
    #expect(again.files["unplaced.csv"].map { lines($0).count } == lines(first["unplaced.csv"]).count)
    let none = PlanFiles(
      EventFilesTests.reading([:]), travelling.event, planned: [.rooms, .vehicles], Solution(),
      tool: "plenum 1"
    ).replacement(of: first)
    #expect(none.obsolete == ["rooms.csv", "runs.csv", "riders.csv"])
    #expect(lines(none.files["unplaced.csv"]).count == 2)
  }

  @Test(arguments: [
    ("rooms.csv", "Garden,4,401", "Garden,4,402", "rooms.csv:4:6: “402”: the hotel has no such room"),
    ("rooms.csv", "Garden,4,401", "Grand,4,401", "rooms.csv:4:6: “401”: the hotel has no such room"),
    (
      "rooms.csv", "Garden,4,401", "Garden,3,401",
      "rooms.csv:4:5: “3”: the table of rooms has another floor for this room"
    ),
    (
      "rooms.csv", "Garden,4,401,2026-03-04", "Garden,4,401,2026-03-05",
      "rooms.csv:4:7: “2026-03-05”: the list has other nights for this person"
    ),
    (
      "rooms.csv", "P3,Cleo,South", "P3,Cleo,North",
      "rooms.csv:4:3: “North”: the list has another group for this person"
    ),
    ("rooms.csv", "P3,Cleo", "P9,Cleo", "rooms.csv:4:1: “P9”: nobody in the list has this id"),
    ("runs.csv", "2,1,car", "1,1,car", "runs.csv:3:1: “1”: this run stands in row 2 already"),
    ("runs.csv", "2,1,car", "2,3,car", "runs.csv:3:2: “3”: by protocol this vehicle is number 1"),
    ("runs.csv", "2,1,car", "2,1,van", "runs.csv:3:3: “van”: the table of vehicles has no such vehicle"),
    ("runs.csv", ",T1,", ",T2,", "runs.csv:4:4: “T2”: expected the id of a transfer, or pickup or dropoff"),
    (
      "runs.csv", "2026-03-04 12:00", "noon",
      "runs.csv:4:7: “noon”: expected a date and a time; write it as 2026-03-05 14:35"
    ),
    ("runs.csv", ",2,P1,", ",3,P1,", "runs.csv:2:9: “3”: riders.csv has 2 riders in this run"),
    ("runs.csv", ",1,P3,", ",1,P1,", "runs.csv:3:10: “P1”: the leader of this run is P3"),
    ("riders.csv", "South,2,1", "South,4,1", "riders.csv:5:4: “4”: runs.csv has no such run"),
    ("riders.csv", "South,2,1", "South,2,2", "riders.csv:5:5: “2”: the vehicle of this run is number 1"),
    (
      "riders.csv", "P3,Cleo", "P3,Chloe",
      "riders.csv:5:2: “Chloe”: the list has another name for this person"
    ),
  ])
  func `What does not fit the event or the other file is told at its cell`(
    _ file: String, _ old: String, _ new: String, _ message: String
  ) throws {
    let travelling = try Travelling()
    var files = travelling.files().files
    let before = String(decoding: try #require(files[file]), as: UTF8.self)
    #expect(before.contains(old))
    files[file] = Data(before.replacing(old, with: new, maxReplacements: 1).utf8)
    let told = PlanReader.read(files, of: travelling.event).diagnostics.map { $0.text(in: .english) }
    #expect(told.contains(message), "\(told)")
  }

  @Test(arguments: ["rooms.csv", "runs.csv", "riders.csv"])
  func `A file that the report speaks of is missed`(_ file: String) throws {
    let travelling = try Travelling()
    var files = travelling.files().files
    files[file] = nil
    #expect(
      PlanReader.read(files, of: travelling.event).diagnostics.map { $0.text(in: .english) }
        == ["\(file): the plan lacks this file"])
  }

  @Test func `Who sleeps or rides otherwise is counted`() throws {
    let travelling = try Travelling()
    let before = travelling.files().files
    func changes(to now: [String: Data]) -> [PlaceUse.Kind: PlanChanges.Count]? {
      func plan(_ files: [String: Data]) -> EventPlan {
        PlanReader.read(Module.allCases, in: files, of: travelling.event).plan
      }
      let event = travelling.event
      return PlanChanges(PlanComparison(from: plan(before), to: plan(now), since: TableChange(in: event)))?
        .counts
    }
    #expect(changes(to: before)?.values.allSatisfy(\.isNone) == true)
    var now = before
    now["rooms.csv"] = changed(now["rooms.csv"], ("P3,Cleo,South,Garden,4,401", "P4,Dan,,Garden,4,401"))
    // Everybody of the bus leaves later; the same times under other names of runs concern nobody.
    now["runs.csv"] = changed(
      now["runs.csv"], ("2026-03-04 10:00", "2026-03-04 10:10"), ("2,1,car", "7,1,car"))
    now["riders.csv"] = changed(now["riders.csv"], ("South,2,1", "South,7,1"))
    #expect(
      changes(to: now) == [
        .room: .init(elsewhere: 0, added: 1, removed: 1), .rides: .init(elsewhere: 2, added: 0, removed: 0),
      ])
  }

  private func changed(_ data: Data?, _ changes: (String, String)...) -> Data {
    Data(
      changes.reduce(String(decoding: data ?? Data(), as: UTF8.self)) { $0.replacing($1.0, with: $1.1) }.utf8)
  }
}
