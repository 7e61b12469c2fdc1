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
