import Foundation
import Testing

/// The evening before, as the command tells it.
@Suite struct ReplanTests {
  /// A hall of three rows of eight, with a rostrum of nine.
  private func tables(absent: Set<String> = [], more: [String] = []) -> [String: String] {
    var people = "id,name,group,rank,role,absent\n"
    for place in 1...9 {
      people += "r\(place),Leader \(place),,\(place),rostrum,\(absent.contains("r\(place)") ? "yes" : "")\n"
    }
    for (group, size) in [("North", 6), ("South", 7), ("West", 6)] {
      for member in 1...size {
        let id = "\(group.first!)\(member)"
        people += "\(id),\(group) \(member),\(group),,,\(absent.contains(id) ? "yes" : "")\n"
      }
    }
    people += more.map { $0 + "\n" }.joined()
    return smallEvent(
      people: people, hall: "section,row,first,last\nA,1,1,8\nA,2,1,8\nA,3,1,8\n", rostrum: "row,seats\n1,9\n"
    )
  }

  private struct Moves: Decodable, Equatable {
    let moves: Int
    let least: Int
    let from: Int
  }

  private struct Report: Decodable {
    let replanned: Bool?
    let moves: [String: Moves]?
  }

  private func report(_ plan: PlanOnDisk) throws -> Report {
    try JSONDecoder().decode(Report.self, from: Data(try plan.text("report.json").utf8))
  }

  /// Plans the tables, changes them, replans, and verifies.
  private func replanned(
    to tables: [String: String],
    _ body: (_ result: CommandResult, _ plan: PlanOnDisk, _ before: String) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(self.tables())
      let out = folder.path("out")
      #expect(try await plenum("plan", event, "-o", out, language: "en_US.UTF-8").status == 0)
      let plan = PlanOnDisk(out)
      let before = try plan.text("hall.csv")
      _ = try folder.event(tables)
      let result = try await plenum("replan", event, "-o", out, language: "en_US.UTF-8")
      try await body(result, plan, before)
      let verified = try await plenum("verify", event, out, language: "en_US.UTF-8")
      #expect(verified.status == 0, "\(verified.errors)")
    }
  }

  @Test func `the same tables again give the same seats`() async throws {
    try await replanned(to: tables()) { result, plan, before in
      #expect(result.status == 0)
      #expect(try plan.text("hall.csv") == before)
      let report = try report(plan)
      #expect(report.replanned == true)
      #expect(
        report.moves == [
          "rostrum": Moves(moves: 0, least: 0, from: 1), "hall": Moves(moves: 0, least: 0, from: 1),
        ])
      // The plan that was replaced lies whole among the versions.
      #expect(try plan.text("versions/1/hall.csv") == before)
    }
  }

  @Test func `a rostrum that is off its middle by late changes is told so, and how it is centred`()
    async throws
  {
    // Of 9 7 5 3 1 2 4 6 8 the eighth alone moves: 9 7 5 3 1 2 8.
    try await replanned(to: tables(absent: ["r4", "r6"])) { result, _, _ in
      let told = result.output + result.errors
      #expect(told.contains("row 1 has 4 left of its middle and 2 right of it"))
      #expect(told.contains("--free rostrum"))
    }
    try await replanned(to: tables(absent: ["r4"])) { result, _, _ in
      #expect(!(result.output + result.errors).contains("off the middle"))
    }
  }

  @Test func `two are absent and one is new: nobody in the hall moves, and two on the rostrum`() async throws
  {
    let changed = tables(absent: ["r4", "N3", "S2"], more: ["x,New,South,,,"])
    try await replanned(to: changed) { result, plan, before in
      #expect(result.status == 0)
      #expect(result.output.contains("0 moved, proven least"))
      #expect(result.output.contains("2 moved, proven least"))
      let seats = Set(before.components(separatedBy: "\r\n"))
      let moved = try plan.text("hall.csv").components(separatedBy: "\r\n").filter { !seats.contains($0) }
      #expect(moved.count == 1 && moved[0].hasPrefix("x,New,"))
      let chairs = try plan.table("rostrum.csv").sorted { Int($0["seat"]!)! < Int($1["seat"]!)! }
      #expect(chairs.map { $0["person"]! } == ["r9", "r7", "r5", "r3", "r1", "r2", "r6", "r8"])
    }
  }

  @Test func `where even the fewest moves are more than may be nothing is written`() async throws {
    try await withTemporaryFolder { folder in
      let (event, out) = (try folder.event(tables()), folder.path("out"))
      #expect(try await plenum("plan", event, "-o", out, language: "en_US.UTF-8").status == 0)
      let before = try contents(of: out)
      _ = try folder.event(tables(absent: ["r4", "N3"]))
      let refused = try await plenum("replan", event, "-o", out, "--moves", "1", language: "en_US.UTF-8")
      #expect(refused.status == 2, "\(refused.errors)")
      #expect(refused.errors.contains("at least 2 must move to place as many people, more than --moves 1"))
      #expect(try contents(of: out) == before)
      let result = try await plenum("replan", event, "-o", out, "--moves", "2", language: "en_US.UTF-8")
      #expect(result.status == 0 && result.output.contains("2 moved, proven least"), "\(result.errors)")
    }
  }

  @Test func `a room and a bus are lost: their people move, whoever is told, and verify agrees`() async throws
  {
    try await withTemporaryFolder { folder in
      var travelling = TravellingEvent()
      travelling.vehicles.append("V3,coach,30,1000,4,Airport")
      let event = try folder.event(travelling.tables)
      let out = folder.path("out")
      let plan = PlanOnDisk(out)
      #expect(try await plenum("plan", event, "-o", out, language: "en_US.UTF-8").status == 0)
      let (rooms, runs) = (try plan.table("rooms.csv"), try plan.table("runs.csv"))
      let lost = try #require(rooms.first)
      travelling.rooms.removeAll { $0.hasPrefix("\(lost["hotel"]!),\(lost["floor"]!),\(lost["room"]!),") }
      let vehicle = try #require(runs.first?["vehicle"])
      travelling.vehicles.removeAll { $0.hasPrefix(vehicle + ",") }
      _ = try folder.event(travelling.tables)
      let result = try await plenum("replan", event, "-o", out, language: "en_US.UTF-8")
      #expect(result.status == 0, "\(result.errors)")
      let verified = try await plenum("verify", event, out, language: "en_US.UTF-8")
      #expect(verified.status == 0, "\(verified.errors)")

      let report = try report(plan)
      let moved = rooms.filter { $0["room"] == lost["room"] && $0["hotel"] == lost["hotel"] }.count
      #expect(report.moves?["rooms"] == Moves(moves: moved, least: moved, from: 1))
      // The spare took over the number and the runs of the bus that is lost.
      #expect(report.moves?["vehicles"]?.least == 0)
      let changes = try plan.table("changes.csv")
      #expect(changes.count { $0["module"] == "rooms" } == moved)
      #expect(changes.allSatisfy { $0["module"] != "rooms" || $0["cause"] == "the place is no longer there" })
      // Who drives the spare is told, though no rider is concerned.
      let notice = try plan.text("documents/notice-of-changes.html")
      #expect(notice.contains("Notice of changes") && notice.contains("Drivers and leaders"))
      // Which bus is gone, and which one shows its number.
      let number = try #require(runs.first?["number"])
      let heir = try #require(try plan.table("runs.csv").first { $0["number"] == number }?["vehicle"])
      #expect(notice.contains("vehicles: 0 new, 1 gone (\(vehicle))"))
      #expect(notice.contains("No. \(number): “\(heir)” in place of “\(vehicle)”"))
      // Its driver has a new list of drives, and the airport a list with the new plate; nobody has a new badge for that.
      let printed = try await plenum("print", event, out, "--changed-since", "1", language: "en_US.UTF-8")
      #expect(printed.status == 0, "\(printed.errors)")
      let slips = try printedText(of: out + "/documents/driver-slips-changed.pdf")
      #expect(slips.contains("No. \(number)"))
      #expect(try printedText(of: out + "/documents/pickups-changed.pdf").contains("No. \(number)"))

      // A plan that was replaced lies whole among the versions, with its tables.
      let before = try PlanOnDisk(out + "/versions/1").text("tables/rooms.csv")
      #expect(before.contains("\(lost["hotel"]!),\(lost["floor"]!),\(lost["room"]!),"))
      let diff = try await plenum("diff", out + "/versions/1", out, language: "en_US.UTF-8")
      #expect(diff.status == 0)
      #expect(diff.output.contains("rooms: 0 new, 1 gone (\(lost["hotel"]!) \(lost["room"]!))"))
      #expect(diff.output.contains("\(moved) sleep elsewhere, 0 newly lodged, 0 no longer lodged"))
      let json = try await plenum("diff", out + "/versions/1", out, "--json", language: "C")
      #expect(try JSONSchema("diff.schema.json").faults(of: json.output) == [])

      // Another replan moves nobody, and keeps numbers and names of runs.
      let (roomsNow, runsNow) = (try plan.text("rooms.csv"), try plan.text("runs.csv"))
      #expect(try await plenum("replan", event, "-o", out).status == 0)
      #expect(try plan.text("rooms.csv") == roomsNow)
      #expect(try plan.text("runs.csv") == runsNow)
      #expect(try await plenum("verify", event, out).status == 0)
    }
  }

  @Test func `what was changed by hand is checked, counted and drawn, and a later replan keeps it`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let event = try folder.event(tables())
      let out = folder.path("out")
      let plan = PlanOnDisk(out)
      #expect(try await plenum("plan", event, "-o", out, language: "en_US.UTF-8").status == 0)
      let untouched = try await plenum("redraw", event, out, language: "en_US.UTF-8")
      #expect(untouched.status == 0)
      #expect(untouched.errors.isEmpty)
      let printed = try plan.text("hall.csv")
      // Two of one group change seats, which is out of their order, and then two of different groups.
      try plan.exchange("S1", "S2", ["section", "row", "seat"], in: "hall.csv")
      try plan.exchange("N1", "W1", ["section", "row", "seat"], in: "hall.csv")
      #expect(try await plenum("verify", event, out).status == 1)
      let result = try await plenum("redraw", event, out, "--json", language: "en_US.UTF-8")
      #expect(result.status == 0, "\(result.output)")
      #expect(try JSONSchema("plan.schema.json").faults(of: result.output) == [])
      let edited = try plan.text("hall.csv")
      #expect(try await plenum("verify", event, out).status == 0)
      // The plan as it was printed is a version; who was moved by hand since is told.
      #expect(try plan.text("versions/1/hall.csv") == printed)
      let told = try plan.table("changes.csv")
      #expect(Set(told.map { $0["person"]! }) == ["S1", "S2", "N1", "W1"])
      #expect(Set(told.map { $0["cause"]! }) == ["moved by hand"])
      let notice = try plan.text("documents/notice-of-changes.html")
      #expect(notice.contains("North 1") && notice.contains("West 1"))
      let diff = try await plenum("diff", out + "/versions/1", out, language: "en_US.UTF-8")
      #expect(diff.output.contains("4 sit elsewhere") && diff.output.contains("(moved by hand)"))
      // Drawn once more, nothing is another version, and the notice stays.
      #expect(try await plenum("redraw", event, out).status == 0)
      #expect(try plan.table("changes.csv") == told)
      #expect(try plan.text("documents/notice-of-changes.html") == notice)
      #expect(!FileManager.default.fileExists(atPath: out + "/versions/2"))
      #expect(try plan.report().modules["hall"]?.bound == nil)
      #expect(try plan.report().modules["rostrum"]?.bound == nil)
      #expect(try await plenum("replan", event, "-o", out).status == 0)
      #expect(try plan.text("hall.csv") == edited)
    }
  }

  @Test func `a plan that cannot be read is not compared, as if everybody were gone`() async throws {
    try await CountyPlan.withCopy { folder in
      let (out, damaged) = (folder.path("out"), folder.path("damaged"))
      try FileManager.default.copyItem(atPath: out, toPath: damaged)
      try "garbage".write(toFile: damaged + "/hall.csv", atomically: true, encoding: .utf8)
      let result = try await plenum("diff", out, damaged)
      #expect(result.status == 65)
      #expect(result.output.isEmpty && result.errors.contains("hall.csv"))
    }
  }

  @Test func `a rule that was broken by hand is told, and nothing is drawn`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(tables())
      let out = folder.path("out")
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      let plan = PlanOnDisk(out)
      // The leader in the centre changes chairs with the last one.
      try plan.exchange("r1", "r9", ["row", "seat", "place"], in: "rostrum.csv")
      let before = try contents(of: out)
      let result = try await plenum("redraw", event, out, language: "en_US.UTF-8")
      #expect(result.status == 1)
      #expect(result.errors.contains("(id r9), who is ranked lower"))
      #expect(try contents(of: out) == before)
    }
  }

  @Test func `a plan is approved, pages say so, and verify tells when it is another one`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(tables())
      let out = folder.path("out")
      let plan = PlanOnDisk(out)
      #expect(try await plenum("plan", event, "-o", out, language: "en_US.UTF-8").status == 0)
      #expect(try plan.text("documents/seat-map.svg").contains("version 1, draft"))
      let approved = try await plenum("approve", event, out, "--by", "Ada", "--json", language: "en_US.UTF-8")
      #expect(approved.status == 0, "\(approved.output)")
      #expect(try JSONSchema("approve.schema.json").faults(of: approved.output) == [])
      #expect(try plan.text("documents/seat-map.svg").contains("by Ada"))
      #expect(try await plenum("verify", event, out).output.contains("approved: version 1"))
      // A late change makes another plan, which is a draft until it is approved.
      _ = try folder.event(tables(absent: ["N3"]))
      #expect(try await plenum("approve", event, out, "--by", "Ada", language: "C").status == 1)
      #expect(try await plenum("replan", event, "-o", out).status == 0)
      #expect(try plan.text("documents/seat-map.svg").contains("version 2, draft"))
      let verified = try await plenum("verify", event, out)
      #expect(verified.status == 0)
      #expect(verified.output.contains("1 people have something else since (North 3)"))
      _ = try folder.event(tables(absent: ["N2"]))
      let anew = try await plenum("plan", event, "-o", out)
      #expect(anew.errors.contains("planned anew beside version 1, which was approved"))
    }
  }

  @Test func `a version is a plan of its own, and few are kept`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(tables())
      let out = folder.path("out")
      for _ in 1...4 {
        #expect(try await plenum("plan", event, "-o", out, "--keep-versions", "2").status == 0)
      }
      let versions = try FileManager.default.contentsOfDirectory(atPath: out + "/versions").sorted()
      #expect(versions == ["2", "3"])
      #expect(try await plenum("verify", event, out + "/versions/3").status == 0)
      // A plan that lies elsewhere can be begun from, too.
      let other = folder.path("other")
      #expect(try await plenum("replan", event, "-o", other, "--from", out + "/versions/2").status == 0)
      #expect(try await plenum("verify", event, other).status == 0)
    }
  }

  @Test func `a plan begun from another folder tells what it changes of that one`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(tables())
      let (out, other) = (folder.path("out"), folder.path("other"))
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      _ = try folder.event(tables(absent: ["N3"]))
      #expect(try await plenum("replan", event, "-o", other, "--from", out).status == 0)
      let changes = try PlanOnDisk(other).table("changes.csv")
      #expect(changes.map { [$0["person"], $0["cause"]] } == [["N3", "absent"]])
      #expect(try PlanOnDisk(other).text("documents/notice-of-changes.html").contains("North 3"))
    }
  }

  @Test func `versions that come from another folder are counted as its own, and each holds`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(tables())
      let (out, other) = (folder.path("out"), folder.path("other"))
      for place in [out, out, out, other] {
        #expect(try await plenum("plan", event, "-o", place).status == 0)
      }
      _ = try folder.event(tables(absent: ["N3"]))
      #expect(try await plenum("replan", event, "-o", out).status == 0)
      // What out holds was replanned from its version 3: in other these two are versions 2 and 3, after its own.
      let result = try await plenum("replan", event, "-o", other, "--from", out, language: "en_US.UTF-8")
      #expect(result.status == 0, "\(result.errors)")
      #expect(try report(PlanOnDisk(other)).moves?["hall"] == Moves(moves: 0, least: 0, from: 3))
      #expect(try report(PlanOnDisk(other + "/versions/3")).moves?["hall"]?.from == 2)
      for place in ["/versions/3", ""] {
        let verified = try await plenum("verify", event, other + place, language: "en_US.UTF-8")
        #expect(verified.status == 0, "\(verified.errors)")
      }
      // From one of its own versions nothing is copied.
      #expect(try await plenum("replan", event, "-o", other, "--from", other + "/versions/2").status == 0)
      #expect(try report(PlanOnDisk(other)).moves?["hall"]?.from == 2)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: other + "/versions").sorted() == [
          "1", "2", "3", "4",
        ])
    }
  }

  @Test func `one more without a seat is told of seats that are reserved for nobody`() async throws {
    let people = "id,name,group\n1,Ada,North\n2,Ben,North\n3,Cleo,South\n"
    let hall = "section,row,first,last,reserved\nA,1,1,4,4\n"
    try await withTemporaryFolder { folder in
      let event = try folder.event(smallEvent(people: people, hall: hall))
      let out = folder.path("out")
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      let before = try PlanOnDisk(out).text("hall.csv")
      _ = try folder.event(smallEvent(people: people + "4,Dan,South\n", hall: hall))
      #expect(try await plenum("replan", event, "-o", out).status == 1)
      #expect(try PlanOnDisk(out).text("hall.csv") == before)
      #expect(try PlanOnDisk(out).report().notes.contains { $0.code == "reserved-seats-empty" })
    }
  }

  @Test func `without a plan there is nothing to begin from`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(tables())
      let result = try await plenum("replan", event, "-o", folder.path("out"), language: "en_US.UTF-8")
      #expect(result.status == 65)
      #expect(!result.errors.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: folder.path("out")))
    }
  }
}
