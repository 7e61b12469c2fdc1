import Foundation
import SeededRandomness
import Testing

/// The evening before, as it goes in life: step by step, with a spreadsheet, and two at a time.
@Suite struct LateChangesTests {
  private let english = "en_US.UTF-8"

  @Test func `rooms first and vehicles later is as good as both at once`() async throws {
    try await withTemporaryFolder { folder in
      var travelling = TravellingEvent()
      let event = try folder.event(travelling.tables)
      let out = folder.path("out")
      let plan = PlanOnDisk(out)
      #expect(try await plenum("plan", event, "-o", out, language: english).status == 0)
      // Hal, who counts heads, is no longer on the list, and Carl's flight is late.
      travelling.people["8"] = nil
      travelling.people["3"] = "3,Carl,North,M,,,Airport,2026-03-04 16:20,,,"
      _ = try folder.event(travelling.tables)
      let rooms = try await plenum("replan", event, "-o", out, "--only", "rooms", language: english)
      #expect(rooms.status == 0, "\(rooms.errors)")
      #expect(try plan.table("changes.csv").filter { $0["module"] == "rooms" }.map { $0["name"] } == ["Hal"])
      let vehicles = try await plenum("replan", event, "-o", out, "--only", "vehicles", language: english)
      #expect(vehicles.status == 0, "\(vehicles.errors)")
      let verified = try await plenum("verify", event, out, language: english)
      #expect(verified.status == 0, "\(verified.errors)")
      let changes = try plan.table("changes.csv")
      #expect(changes.allSatisfy { $0["module"] == "vehicles" })
      #expect(changes.filter { $0["name"] == "Carl" }.map { $0["cause"] } == ["the journey changed"])
      #expect(try JSONSchema("report.schema.json").faults(of: try plan.text("report.json")) == [])
    }
  }

  @Test func `who counted heads goes on to, though a newcomer stands before them on the list`() async throws {
    try await withTemporaryFolder { folder in
      var travelling = TravellingEvent()
      travelling.people["1"] = "1,Ada,North,F,,,Airport,2026-03-04 10:00,,,"
      let event = try folder.event(travelling.tables)
      let out = folder.path("out")
      let plan = PlanOnDisk(out)
      #expect(try await plenum("plan", event, "-o", out, language: english).status == 0)
      let leaders = try plan.table("runs.csv").map { $0["leader"] }
      // She takes over bed and seats of Beth.
      travelling.people["2"] = nil
      travelling.people["0"] = "0,Zoe,North,F,,,Airport,2026-03-04 10:00,,,"
      _ = try folder.event(travelling.tables)
      #expect(try await plenum("replan", event, "-o", out, language: english).status == 0)
      let riders = try plan.table("riders.csv")
      #expect(riders.contains { $0["person"] == "0" })
      #expect(try plan.table("runs.csv").prefix(leaders.count).map { $0["leader"] } == leaders)
      let verified = try await plenum("verify", event, out, language: english)
      #expect(verified.status == 0, "\(verified.errors)")
    }
  }

  @Test func `ids that lost their zeros in a spreadsheet are the same people`() async throws {
    let people = "id,name,group\n" + (1...6).map { "00\($0),P\($0),North\n" }.joined()
    try await withTemporaryFolder { folder in
      let event = try folder.event(smallEvent(people: people, hall: "section,row,first,last\nA,1,1,8\n"))
      let out = folder.path("out")
      let plan = PlanOnDisk(out)
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      let printed = try plan.table("hall.csv")
      try plan.edit("hall.csv") { rows in
        for index in rows.indices { rows[index]["person"] = String(rows[index]["person"]!.suffix(1)) }
      }
      let result = try await plenum("redraw", event, out, language: english)
      #expect(result.status == 0, "\(result.errors)")
      #expect(try plan.table("hall.csv") == printed)
      #expect(try plan.table("changes.csv").isEmpty)
    }
  }

  @Test func `who was put on another bus by hand stays there, and the numbers stay`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(TravellingEvent().tables)
      let out = folder.path("out")
      let plan = PlanOnDisk(out)
      #expect(try await plenum("plan", event, "-o", out, language: english).status == 0)
      let runs = try plan.table("runs.csv")
      let pickups = runs.filter { $0["transfer"] == "pickup" && $0["from"] == "Airport" }
      let riders = try plan.table("riders.csv")
      // Two runs of one way and with a window in common, of which one has a rider to give.
      let ways = Dictionary(grouping: pickups) { $0["to"]! }.values.filter { $0.count > 1 }
      let pair = ways.first?.sorted { $0["depart"]! < $1["depart"]! }
      if let pair, let rider = riders.last(where: { $0["run"] == pair[0]["run"] }) {
        try plan.edit("riders.csv") { rows in
          let index = try #require(
            rows.firstIndex { $0["person"] == rider["person"] && $0["run"] == rider["run"] })
          rows[index]["run"] = pair[1]["run"]
        }
      } else {
        // One run a way: it leaves five minutes later by hand.
        try plan.edit("runs.csv") { rows in
          let index = try #require(rows.firstIndex { $0["transfer"] == "pickup" })
          for column in ["depart", "arrive"] { rows[index][column] = later(rows[index][column]!) }
        }
      }
      let result = try await plenum("redraw", event, out, language: english)
      #expect(result.status == 0, "\(result.errors)")
      #expect(try plan.table("runs.csv").map { $0["number"] } == runs.map { $0["number"] })
      #expect(!(try plan.table("changes.csv").isEmpty))
      let edited = try plan.text("riders.csv")
      #expect(try await plenum("replan", event, "-o", out, language: english).status == 0)
      #expect(try plan.text("riders.csv") == edited)
      #expect(try await plenum("verify", event, out, language: english).status == 0)
    }
  }

  /// Five minutes later within the hour.
  private func later(_ moment: String) -> String {
    let minute = Int(moment.suffix(2))!
    return moment.dropLast(2) + (minute < 45 ? String(format: "%02d", minute + 5) : "59")
  }

  @Test func `who was moved by hand is told by a replan as well, and what was edited is kept`() async throws {
    let people = "id,name,group,absent\n1,Ada,North,\n2,Ben,North,\n3,Cleo,South,\n4,Dan,South,"
    let hall = "section,row,first,last\nA,1,1,4\n"
    try await withTemporaryFolder { folder in
      let event = try folder.event(smallEvent(people: people + "\n", hall: hall))
      let out = folder.path("out")
      let plan = PlanOnDisk(out)
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      let printed = try plan.text("hall.csv")
      try plan.exchange("1", "3", ["section", "row", "seat"], in: "hall.csv")
      let edited = try plan.text("hall.csv")
      _ = try folder.event(smallEvent(people: people + "yes\n", hall: hall))
      let result = try await plenum("replan", event, "-o", out, language: english)
      #expect(result.status == 0, "\(result.errors)")
      let changes = try plan.table("changes.csv").map { [$0["name"]!, $0["cause"]!] }
      #expect(
        Set(changes) == [["Ada", "moved by hand"], ["Cleo", "moved by hand"], ["Dan", "absent"]])
      #expect(try plan.text("versions/1/hall.csv") == printed)
      #expect(try plan.text("versions/2/hall.csv") == edited)
      #expect(try await plenum("verify", event, out).status == 0)
      #expect(try plan.text("drawn/hall.csv") == plan.text("hall.csv"))
    }
  }

  @Test func `two runs into one folder follow each other, and neither plan is lost`() async throws {
    try await withTemporaryFolder { folder in
      let hall = "section,row,first,last\nA,1,1,4\n"
      let events = try ["Ada", "Ben"].map { name in
        try folder.event(named: name, smallEvent(people: "name\n\(name)\n", hall: hall))
      }
      let out = folder.path("out")
      // Another run holds the folder for so long that both have begun to wait for more than a second.
      let lock = open(folder.path(".out.plenum-lock"), O_RDWR | O_CREAT, 0o666)
      #expect(flock(lock, LOCK_EX) == 0)
      let runs = try events.map {
        try RunningCommand(["plan", $0, "-o", out], language: english, home: folder.url)
      }
      try await Task.sleep(for: .seconds(4))
      #expect(!FileManager.default.fileExists(atPath: out))
      close(lock)
      for run in runs {
        let result = try await run.result()
        #expect(result.status == 0)
        #expect(result.errors.contains("another run worked on"))
      }
      let plan = PlanOnDisk(out)
      let names = try [plan.table("hall.csv"), plan.table("versions/1/hall.csv")].map {
        $0.map { $0["name"]! }
      }
      #expect(Set(names) == [["Ada"], ["Ben"]])
      #expect(try folder.names() == ["Ada", "Ben", "out"])
    }
  }

  @Test(arguments: 0..<cases(6, full: 100))
  func `whatever changes, a replan verifies, and the same tables again change nothing`(seed: Int) async throws
  {
    var random = SeededGenerator(seed: 40 + seed)
    try await withTemporaryFolder { folder in
      var travelling = TravellingEvent()
      travelling.vehicles.append("V3,minibus,4,200,2,Airport")
      let event = try folder.event(travelling.tables)
      let out = folder.path("out")
      let plan = PlanOnDisk(out)
      #expect(try await plenum("plan", event, "-o", out, language: english).status == 0)
      for _ in 1...2 {
        travelling.changeALittle(&random)
        _ = try folder.event(travelling.tables)
        let first = try await plenum("replan", event, "-o", out, language: english)
        #expect(first.status == 0 || first.status == 1, "\(first.errors)")
        let verified = try await plenum("verify", event, out, language: english)
        #expect(verified.status == 0, "\(verified.errors)")
        let files = ["rooms.csv", "runs.csv", "riders.csv", "unplaced.csv"]
        let before = try files.map(plan.text)
        let again = try await plenum("replan", event, "-o", out, language: english)
        #expect(again.status == first.status, "\(again.errors)")
        #expect(try files.map(plan.text) == before)
        #expect(try plan.table("changes.csv").isEmpty)
        #expect(try await plenum("verify", event, out, language: english).status == 0)
      }
    }
  }
}

extension TravellingEvent {
  /// One thing of those that happen on the evening before.
  fileprivate mutating func changeALittle(_ random: inout SeededGenerator) {
    let id = people.keys.sorted().randomElement(using: &random)!
    switch Int.random(in: 0..<6, using: &random) {
    case 0: if people.count > 3 { people[id] = nil }
    case 1: if vehicles.count > 1 { vehicles.remove(at: Int.random(in: vehicles.indices, using: &random)) }
    case 2: if rooms.count > 4 { rooms.remove(at: Int.random(in: rooms.indices, using: &random)) }
    case 3:
      let new = String(people.count + 20)
      people[new] = "\(new),New \(new),South,F,,,Airport,2026-03-04 14:00,,,"
    case 4: people[id] = people[id]!.replacing(/04 1[04]:[0-9]0/, with: "04 15:10")
    default: vehicles.append("N\(vehicles.count + people.count),minibus,5,250,2,Airport")
    }
  }
}
