import Foundation
import SeededRandomness
import Testing

@Suite("A run that is cut short")
struct InterruptionTests {
  @Test func `An interrupt while it plans leaves a whole plan, which verifies`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(largeEvent())
      let command = try RunningCommand(["plan", event, "-o", folder.path("out")], home: folder.url)
      await command.interrupt()
      let result = try await command.result()
      #expect(result.status == 130)
      #expect(result.output.contains("interrupted: this is the best plan until then"))
      #expect(try await plenum("verify", event, folder.path("out")).status == 0)
      #expect(try folder.names() == ["event", "out"])
    }
  }

  @Test func `A run that is killed at any moment leaves the old plan or the new one, whole`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let events = try [
        folder.event(named: "one", WholeEvent.withoutVehicles),
        folder.event(
          named: "other",
          smallEvent(
            people: "name,role\nAda,rostrum\nBen,\n", hall: "section,row,first,last\nA,1,1,4\n",
            rostrum: "row,seats\n1,3\n")),
      ]
      let out = folder.path("out")
      var plans: [[String: Data]] = []
      for event in events {
        #expect(try await plenum("plan", event, "-o", out).status == 0)
        plans.append(try contentsWithoutSeconds(of: out))
      }

      var current = 1
      try await kill(cases(30, full: 100), seed: 20, in: folder) { _ in
        ["plan", events[1 - current], "-o", out]
      } left: { run in
        let found = plans.firstIndex(of: try contentsWithoutSeconds(of: out))
        #expect(found != nil, "run \(run) left neither plan")
        current = found ?? current
      }
      // Each plan that was replaced is kept whole.
      let versions = try FileManager.default.contentsOfDirectory(atPath: out + "/versions")
      #expect(!versions.isEmpty && versions.count <= 20)
      for version in versions {
        #expect(
          plans.contains(try contentsWithoutSeconds(of: out + "/versions/" + version)), "version \(version)")
      }
      // What killed runs left beside OUT goes with the next one.
      #expect(try await plenum("plan", events[0], "-o", out).status == 0)
      #expect(try folder.names() == ["one", "other", "out"])
    }
  }

  @Test func `A run that is killed while there is no plan yet leaves none, or a whole one`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(WholeEvent.withoutVehicles)
      let out = folder.path("out")
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      let plan = try contentsWithoutSeconds(of: out)
      try await kill(cases(10, full: 100), seed: 23, in: folder) { _ in
        if FileManager.default.fileExists(atPath: out) { try FileManager.default.removeItem(atPath: out) }
        return ["plan", event, "-o", out]
      } left: { run throws in
        if FileManager.default.fileExists(atPath: out) {
          #expect(try contentsWithoutSeconds(of: out) == plan, "run \(run)")
        }
      }
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      #expect(try folder.names() == ["event", "out"])
    }
  }

  @Test
  func `A late change that is killed at any moment loses neither the plan that was out nor the new one`()
    async throws
  {
    try await withTemporaryFolder { folder in
      var travelling = TravellingEvent()
      let event = try folder.event(travelling.tables)
      let out = folder.path("out")
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      let files = ["rooms.csv", "runs.csv", "riders.csv", "unplaced.csv"]
      var before = try contentsWithoutSeconds(of: out)
      var versions = try versions(of: out)
      try await kill(cases(12, full: 100), seed: 22, in: folder) { _ in
        // A newcomer, or somebody who is no longer there.
        travelling.people["9"] =
          travelling.people["9"] == nil ? "9,New,South,F,,,Airport,2026-03-04 14:00,,," : nil
        _ = try folder.event(travelling.tables)
        before = try contentsWithoutSeconds(of: out)
        versions = try self.versions(of: out)
        return ["replan", event, "-o", out]
      } left: { run in
        // What was drawn is what the files say, and each version is what it was.
        for file in files {
          #expect(
            FileManager.default.contents(atPath: out + "/" + file)
              == FileManager.default.contents(atPath: out + "/drawn/" + file))
        }
        let now = try self.versions(of: out)
        if now.keys == versions.keys {
          #expect(try contentsWithoutSeconds(of: out) == before, "run \(run)")
          #expect(now == versions)
        } else {
          let new = try #require(now.keys.filter { versions[$0] == nil }.first)
          #expect(now[new] == before, "run \(run)")
          #expect(now.filter { versions[$0.key] != nil } == versions.filter { now[$0.key] != nil })
        }
      }
      #expect(try await plenum("replan", event, "-o", out).status == 0)
      #expect(try await plenum("verify", event, out).status == 0)
      #expect(try folder.names() == ["event", "out"])
    }
  }

  /// Kills so many runs of the command at random moments, and looks at what each run left, killed or not.
  ///
  /// - Parameters:
  ///   - runs: at most, for each kill.
  ///   - arguments: of a run, by its number from 1.
  private func kill(
    _ kills: Int, runs most: Int = 3, seed: Int, in folder: TemporaryFolder,
    _ arguments: (Int) throws -> [String],
    left look: (Int) throws -> Void
  ) async throws {
    var random = SeededGenerator(seed: seed)
    var (runs, killed) = (0, 0)
    // So long that most of the runs are killed, however fast the machine is at the moment.
    var longestWait = 0.1
    while killed < kills && runs < most * kills {
      runs += 1
      let command = try RunningCommand(try arguments(runs), home: folder.url)
      await command.kill(afterSeconds: .random(in: 0...longestWait, using: &random))
      let isKilled = try await command.result().status == nil
      killed += isKilled ? 1 : 0
      longestWait *= isKilled ? 1.05 : 0.8
      try look(runs)
    }
    #expect(killed == kills)
  }

  /// The plans that were replaced, by number.
  private func versions(of out: String) throws -> [String: [String: Data]] {
    guard FileManager.default.fileExists(atPath: out + "/versions") else { return [:] }
    let names = try FileManager.default.contentsOfDirectory(atPath: out + "/versions")
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try contentsWithoutSeconds(of: out + "/versions/" + $0)) })
  }

  @Test func `A batch that is killed at any moment leaves a whole plan of each event`() async throws {
    try await withTemporaryFolder { folder in
      let tables = [
        WholeEvent.withoutVehicles,
        smallEvent(
          people: "name,role\nAda,rostrum\nBen,\n", hall: "section,row,first,last\nA,1,1,4\n",
          rostrum: "row,seats\n1,3\n"),
      ]
      let names = ["a", "b", "c"]
      let batches = try tables.enumerated().map { number, tables in
        try names.map { try folder.event(named: "batch\(number)/\($0)", tables) }
      }
      let out = folder.path("out")
      func plan(_ batch: [String]) -> [String] { ["plan"] + batch + ["-o", out, "--jobs", "2"] }
      func plans() throws -> [[String: Data]] {
        try names.map { try contentsWithoutSeconds(of: out + "/" + $0) }
      }
      var whole: [[[String: Data]]] = []
      for batch in batches {
        #expect(try await plenum(arguments: plan(batch)).status == 0)
        whole.append(try plans())
      }

      try await kill(cases(10, full: 30), runs: 4, seed: 21, in: folder) {
        plan(batches[$0 % 2])
      } left: { run in
        for (number, found) in try plans().enumerated() {
          #expect(whole.contains { $0[number] == found }, "run \(run) left neither plan of \(names[number])")
        }
      }
      #expect(try await plenum(arguments: plan(batches[0])).status == 0)
      let summary = try Data(contentsOf: URL(fileURLWithPath: out + "/summary.json"))
      #expect(try JSONSerialization.jsonObject(with: summary) is [String: Any])
      #expect(try FileManager.default.contentsOfDirectory(atPath: out).sorted() == names + ["summary.json"])
    }
  }
}

/// An event that takes a debug build some seconds.
func largeEvent() -> [String: String] {
  let people = (0..<6000).map { "Delegate \($0),Group \($0 * $0 % 6000 / 100)\n" }.joined()
  let hall = (1...60).flatMap { row in ["A", "B", "C"].map { "\($0),\(row),1,\(32 + row / 10)\n" } }
    .joined()
  return smallEvent(people: "name,group\n" + people, hall: "section,row,first,last\n" + hall)
}
