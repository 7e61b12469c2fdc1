import Foundation
import Testing

@Suite("Rooms and vehicles")
struct RoomsAndVehiclesTests {
  @Test func `Everybody has a bed and a ride, and the plan verifies`() async throws {
    try await withTemporaryFolder { folder in
      let (event, out) = (try folder.event(TravellingEvent().tables), folder.path("out"))
      let result = try await plenum("plan", event, "-o", out)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains("  rooms: 8 people in 4 rooms; objective "))
      #expect(result.output.contains(" yuan (rooms 2,400 yuan)"))
      #expect(result.output.contains("  vehicles: 16 rides in "))
      let plan = PlanOnDisk(out)
      let rooms = try plan.table("rooms.csv")
      #expect(rooms.map { $0["person"] } == (1...8).map { String($0) })
      #expect(rooms.allSatisfy { $0["hotel"] == "Garden" && $0["check_out"] == "2026-03-06" })
      let riders = try plan.table("riders.csv")
      #expect(Set(riders.map { $0["person"] }).count == 8 && riders.count == 16)
      let runs = try plan.table("runs.csv")
      #expect(Set(runs.map { $0["transfer"] }) == ["pickup", "open-garden"])
      #expect(runs.compactMap { $0["riders"].flatMap { Int($0) } }.reduce(0, +) == 16)
      #expect(runs.first { $0["depart"].map { $0 > "2026-03-04 14:00" } ?? false }?["leader_name"] == "Hal")
      #expect(try plan.report().modules.keys.sorted() == ["rooms", "vehicles"])
      #expect(try plan.table("unplaced.csv").isEmpty)
      let verification = try await plenum("verify", event, out)
      #expect(verification.status == 0, "\(verification.errors)")
    }
  }

  @Test(arguments: Tampering.all)
  func `A plan that was changed does not hold`(_ tampering: Tampering) async throws {
    try await withTemporaryFolder { folder in
      let (event, out) = (try folder.event(TravellingEvent().tables), folder.path("out"))
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      try tampering.change(PlanOnDisk(out))
      let verification = try await plenum("verify", event, out)
      #expect(verification.status == 1)
      #expect(!verification.errorLines.isEmpty)
    }
  }

  @Test func `Vehicles alone bring people where rooms.csv of the plan has them`() async throws {
    try await withTemporaryFolder { folder in
      let (event, out) = (try folder.event(TravellingEvent().tables), folder.path("out"))
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      let plan = PlanOnDisk(out)
      // By hand, Gus and Hal move to the other hotel.
      let moved = try plan.text("rooms.csv").replacing(/(Gus|Hal),South,Garden,[12],[12]0[12]/) {
        "\($0.1),South,Lake,1,1"
      }
      try plan.write(moved, to: "rooms.csv")
      let result = try await plenum("plan", event, "-o", out, "--only", "vehicles")
      #expect(result.status == 0, "\(result.errors)")
      #expect(try plan.text("rooms.csv") == moved)
      #expect(try plan.report().modules.keys.sorted() == ["rooms", "vehicles"])
      let toLake = try plan.table("runs.csv").filter { $0["to"] == "Lake" }
      #expect(toLake.compactMap { $0["riders"] } == ["2"])
      #expect(try plan.table("runs.csv").contains { $0["transfer"] == "open-lake" })
      #expect(result.output.contains("ride otherwise"))
    }
  }

  @Test func `Rooms that do not fit the event any more are no ground for vehicles`() async throws {
    try await withTemporaryFolder { folder in
      var travelling = TravellingEvent()
      let (event, out) = (try folder.event(travelling.tables), folder.path("out"))
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      let before = try contents(of: out)
      travelling.people["8"] = nil
      let smaller = try folder.event(named: "smaller", travelling.tables)
      let result = try await plenum("plan", smaller, "-o", out, "--only", "vehicles")
      #expect(result.status == 65)
      #expect(
        result.errorLines == [
          "rooms.csv:9:1: “8”: nobody in the list has this id",
          "vehicles need rooms.csv of the plan's folder, which does not fit the event: "
            + "plan the rooms with them (--only rooms,vehicles)",
        ])
      #expect(try contents(of: out) == before)
      #expect(try await plenum("plan", smaller, "-o", out, "--only", "rooms,vehicles").status == 0)
    }
  }

  @Test func `Without rooms vehicles go to the hotels that the list names, else to the venue`() async throws {
    try await withTemporaryFolder { folder in
      var travelling = TravellingEvent()
      travelling.people["1"] = "1,Ada,North,F,1,,Airport,2026-03-04 10:00,Lake,,"
      let (event, out) = (try folder.event(travelling.tables), folder.path("out"))
      let result = try await plenum("plan", event, "-o", out, "--only", "vehicles")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains("without a plan of rooms vehicles go"))
      let pickups = try PlanOnDisk(out).table("runs.csv").filter { $0["transfer"] == "pickup" }
      #expect(Set(pickups.map { $0["to"] }) == ["Lake", "Hall"])
      #expect(try await plenum("verify", event, out).status == 0)
    }
  }

  @Test func `Rooms planned again are no longer those of the vehicles, and that is told`() async throws {
    try await withTemporaryFolder { folder in
      var travelling = TravellingEvent()
      let (event, out) = (try folder.event(travelling.tables), folder.path("out"))
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      let same = try await plenum("plan", event, "-o", out, "--only", "rooms")
      #expect(same.status == 0)
      #expect(!same.errors.contains("plan them again"))
      #expect(same.output.contains("since the earlier plan: everybody sleeps and rides as before"))
      for id in travelling.people.keys {
        travelling.people[id]?.replace("00,,,", with: "00,Lake,,")
      }
      let other = try folder.event(named: "other", travelling.tables)
      let result = try await plenum("plan", other, "-o", out, "--only", "rooms")
      #expect(result.errors.contains("plan them again with --only vehicles"))
      #expect(try await plenum("verify", other, out).status == 1)
      _ = try await plenum("plan", other, "-o", out, "--only", "vehicles")
      #expect(try await plenum("verify", other, out).status == 0)
    }
  }

  @Test func `Wishes that conflict in rooms leave the vehicles, which go where the list says`() async throws {
    try await withTemporaryFolder { folder in
      var travelling = TravellingEvent()
      let (event, out) = (try folder.event(travelling.tables), folder.path("out"))
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      travelling.people["1"] = "1,Ada,North,F,1,,Airport,2026-03-04 10:00,,2,2"
      let conflicting = try folder.event(named: "conflicting", travelling.tables)
      let result = try await plenum("plan", conflicting, "-o", out)
      #expect(result.status == 2)
      #expect(result.errors.contains("rooms: wishes conflict, there is no plan"))
      #expect(result.errors.contains("without a plan of rooms vehicles go"))
      #expect(result.errors.contains("people.csv:2:10: roommate “2”"))
      #expect(result.errors.contains("people.csv:2:11: apart “2”"))
      let files = try contents(of: out)
      #expect(files["rooms.csv"] == nil && files["runs.csv"] != nil && files["riders.csv"] != nil)
      #expect(try PlanOnDisk(out).report().modules["rooms"]?.status == "infeasible")
      #expect(try await plenum("verify", conflicting, out).status == 0)
    }
  }

  @Test func `Too few beds and seats leave people out, with status 1 and a reason`() async throws {
    try await withTemporaryFolder { folder in
      var travelling = TravellingEvent()
      travelling.rooms = Array(travelling.rooms.prefix(3))
      travelling.vehicles = ["V2,minibus,3,300,3,Airport"]
      let (event, out) = (try folder.event(travelling.tables), folder.path("out"))
      let result = try await plenum("plan", event, "-o", out)
      #expect(result.status == 1)
      #expect(result.output.contains("without a bed (see unplaced.csv)"))
      #expect(result.output.contains("not carried (see unplaced.csv)"))
      let unplaced = try PlanOnDisk(out).table("unplaced.csv")
      #expect(Set(unplaced.map { $0["module"] }) == ["rooms", "vehicles"])
      #expect(unplaced.allSatisfy { !($0["reason"] ?? "").isEmpty })
      #expect(try await plenum("verify", event, out).status == 0)
    }
  }

  @Test(arguments: [["--time-limit", "0"], ["--gap", "0.9"]])
  func `A search that ends early leaves plans that verify`(_ options: [String]) async throws {
    try await withTemporaryFolder { folder in
      let (event, out) = (try folder.event(TravellingEvent().tables), folder.path("out"))
      let command = try RunningCommand(["plan", event, "-o", out] + options, home: folder.url)
      let status = try await command.result().status
      #expect(status == 0 || options[0] == "--time-limit" && status == 1)
      #expect(try await plenum("verify", event, out).status == 0)
    }
  }
}

/// A change of a plan by hand that breaks it.
struct Tampering: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let change: @Sendable (PlanOnDisk) throws -> Void

  static let all = [
    Tampering("a man moves in with a woman") { plan in
      let room = try #require(try plan.table("rooms.csv").first { $0["name"] == "Ada" })
      let address = ["hotel", "floor", "room"].compactMap { room[$0] }.joined(separator: ",")
      try plan.replace(#"(Carl,North),\w+,\w+,\w+"#, of: "rooms.csv") { "Carl,North,\(address)" }
    },
    Tampering("somebody has no bed") { try $0.replace(#"7,Gus[^\r\n]*\r\n"#, of: "rooms.csv") { "" } },
    Tampering("rooms cost less than they do") {
      try $0.replace(#""price" : 2400"#, of: "report.json") { #""price" : 2300"# }
    },
    Tampering("somebody is left at the airport") {
      try $0.replace(#"7,Gus[^\r\n]*\r\n"#, of: "riders.csv") { "" }
    },
    Tampering("a bus leaves before its riders are there") {
      try $0.replace("2026-03-04 14:30,2026-03-04 15:10", of: "runs.csv") {
        "2026-03-04 14:20,2026-03-04 15:00"
      }
    },
    Tampering("a bus arrives sooner than it can") {
      try $0.replace("2026-03-04 15:10", of: "runs.csv") { "2026-03-04 15:00" }
    },
    Tampering("people wait less than they do") {
      try $0.replace(#""waiting" : [0-9]+"#, of: "report.json") { #""waiting" : 7"# }
    },
  ]

  private init(_ description: String, _ change: @escaping @Sendable (PlanOnDisk) throws -> Void) {
    testDescription = description
    self.change = change
  }
}

extension PlanOnDisk {
  /// Replaces the first match of a pattern in a file.
  fileprivate func replace(_ pattern: String, of name: String, with text: () -> String) throws {
    let before = try self.text(name)
    let match = try #require(try Regex(pattern).firstMatch(in: before), "\(name) has no \(pattern)")
    try write(before.replacingCharacters(in: match.range, with: text()), to: name)
  }
}
