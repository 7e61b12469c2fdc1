import Foundation
import Testing

@Suite("Many events in one call")
struct BatchTests {
  @Test func `Each event has the plan that it would have by itself, in a folder of its name`() async throws {
    try await withTemporaryFolder { folder in
      let events = try assemblies(in: folder)
      let result = try await plenum(arguments: ["plan"] + events + ["-o", folder.path("out")])
      #expect(result.status == 0, "\(result.errors)")
      #expect(try folder.names(in: "out") == ["east", "north", "south", "summary.json", "west"])
      for (index, event) in events.enumerated() {
        let alone = folder.path("alone-\(index)")
        #expect(try await plenum("plan", event, "-o", alone).status == 0)
        let name = URL(fileURLWithPath: event).lastPathComponent
        #expect(
          try contentsWithoutSeconds(of: alone) == contentsWithoutSeconds(of: folder.path("out/" + name)))
      }
    }
  }

  @Test func `The plans and the summary do not depend on how many are planned at a time`() async throws {
    try await withTemporaryFolder { folder in
      let events = try assemblies(in: folder)
      for jobs in ["1", "2", "7"] {
        let arguments = ["plan"] + events + ["-o", folder.path("out-" + jobs), "--jobs", jobs]
        #expect(try await plenum(arguments: arguments).status == 0)
      }
      let first = try contentsWithoutSeconds(of: folder.path("out-1"))
      #expect(try contentsWithoutSeconds(of: folder.path("out-2")) == first)
      #expect(try contentsWithoutSeconds(of: folder.path("out-7")) == first)
    }
  }

  @Test
  func `A bad event, a missing one and a conflict leave the others as they are, and the worst status counts`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let result = try await plenum(
        "plan", fixture("malformed/no-people"), fixture("tabs"), folder.path("none"),
        fixture("conflict/beside-and-apart"), "-o", folder.path("out"), language: "C")
      #expect(result.status == 66)
      #expect(try folder.names(in: "out") == ["beside-and-apart", "summary.json", "tabs"])
      #expect(try await plenum("verify", fixture("tabs"), folder.path("out/tabs")).status == 0)
      let summary = try summary(in: folder.path("out"))
      #expect(summary.events.map(\.event) == ["no-people", "tabs", "none", "beside-and-apart"])
      #expect(summary.events.map(\.status) == [65, 0, 66, 2])
      #expect(summary.status == 66)
      #expect(summary.events[1].modules["hall"]?.unplaced == 0)
      #expect(summary.events[3].modules["rostrum"]?.status == "infeasible")
      // Every message says whose it is; without a terminal there is nothing but messages.
      #expect(
        result.errorLines.allSatisfy { line in
          ["no-people", "tabs", "none", "beside-and-apart"].contains { line.hasPrefix($0 + ": ") }
        }, "\(result.errors)")
      #expect(result.errorLines.contains { $0.hasPrefix("no-people: people.csv") })
      let text = try PlanOnDisk(folder.path("out")).text("summary.json")
      #expect(try JSONSchema("summary.schema.json").faults(of: text) == [])
      #expect(result.output.contains("4 events: 1 complete, 1 wishes conflict, 1 bad input, 1 not found"))
    }
  }

  @Test func `The table has a column for each module, and Chinese names do not shift it`() async throws {
    try await withTemporaryFolder { folder in
      let hall = "section,row,first,last\nA,1,1,2\n"
      let events = try [
        folder.event(named: "年会", smallEvent(people: "name\nAda\nBen\n", hall: hall)),
        folder.event(named: "board", smallEvent(people: "name\nAda\nBen\nCleo\n", hall: hall)),
      ]
      let result = try await plenum(arguments: ["plan"] + events + ["-o", folder.path("out")], language: "C")
      #expect(result.status == 1)
      let lines = result.outputLines.map { $0.replacing(/[0-9.]+$/, with: "#") }
      #expect(
        lines.dropLast() == [
          "event  result      hall                 seconds",
          "年会   complete    optimal                 #",
          "board  incomplete  optimal, 1 left out     #",
          "2 events: 1 complete, 1 incomplete",
        ])
      #expect(lines.last == "summary: " + folder.path("out/summary.json"))
    }
  }

  @Test func `The shards of a batch plan every event once, with the same bytes as the whole`() async throws {
    try await withTemporaryFolder { folder in
      let events = try assemblies(in: folder)
      #expect(try await plenum(arguments: ["plan"] + events + ["-o", folder.path("whole")]).status == 0)
      var planned: [String] = []
      for shard in 1...3 {
        let arguments = ["plan"] + events + ["-o", folder.path("parts"), "--shard", "\(shard)/3"]
        #expect(try await plenum(arguments: arguments).status == 0)
        planned += try summary(in: folder.path("parts"), "summary-\(shard)-of-3.json").events.map(\.event)
      }
      #expect(planned.sorted() == ["east", "north", "south", "west"])
      let (whole, parts) = try (
        contentsWithoutSeconds(of: folder.path("whole")), contentsWithoutSeconds(of: folder.path("parts"))
      )
      #expect(parts.filter { !$0.key.hasPrefix("summary") } == whole.filter { !$0.key.hasPrefix("summary") })
      #expect(parts.keys.filter { $0.hasPrefix("summary") }.count == 3)
    }
  }

  @Test func `A share without any event, and one of a single event, are shares like others`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(named: "one", smallEvent(people: "name\nAda\n"))
      for shard in 1...2 {
        let result = try await plenum(
          "plan", event, "-o", folder.path("out"), "--shard", "\(shard)/2", language: "C")
        #expect(result.status == 0)
        #expect(result.output.contains("event"))
      }
      #expect(try folder.names(in: "out") == ["one", "summary-1-of-2.json", "summary-2-of-2.json"])
    }
  }

  @Test func `An interrupt ends the event under way with a whole plan, and tells which were not begun`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let events = try [
        folder.event(named: "large", largeEvent()),
        folder.event(
          named: "next", smallEvent(people: "name\nAda\n", hall: "section,row,first,last\nA,1,1,4\n")),
      ]
      let command = try RunningCommand(
        ["plan"] + events + ["-o", folder.path("out"), "--jobs", "1"], language: "C", home: folder.url)
      await command.interrupt()
      let result = try await command.result()
      #expect(result.status == 130)
      #expect(result.output.contains("not begun"))
      let summary = try summary(in: folder.path("out"))
      #expect(summary.events.map(\.status) == [130, 130])
      #expect(summary.events.last?.begun == false)
      let text = try PlanOnDisk(folder.path("out")).text("summary.json")
      #expect(try JSONSchema("summary.schema.json").faults(of: text) == [])
      #expect(try folder.names(in: "out").last == "summary.json")
    }
  }

  @Test func `Events that would share a folder, or take the place of another, are refused before any work`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let tables = smallEvent(people: "name\nAda\n")
      for name in ["a/one", "b/one", "two", "summary.json", "summary-1-of-2.json"] {
        _ = try folder.event(named: name, tables)
      }
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("again"), withDestinationPath: folder.path("two"))
      try FileManager.default.createDirectory(
        atPath: folder.path("linked"), withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: folder.path("linked/two"), withDestinationPath: folder.path("a/one"))
      let before = try contents(of: folder.url.path)
      let cases = [
        (["a/one", "b/one"], "out", "two events of one name"),
        (["two", "two"], "out", "one event is named twice"),
        (["two", "./two/"], "out", "one event is named twice"),
        (["two", "again"], "out", "one event is named twice"),
        (["two", "summary.json"], "out", "none can bear this name"),
        (["two", "summary-1-of-2.json"], "out", "none can bear this name"),
        (["a/one", "two"], "a", "choose a folder of its own"),
        (["a/one", "two"], ".", "choose a folder of its own"),
        (["a/one", "two"], "linked", "choose a folder of its own"),
      ]
      for (events, out, message) in cases {
        let result = try await plenum(
          arguments: ["plan"] + events + ["-o", out], language: "C", home: folder.url)
        #expect(result.status == 64, "\(events)")
        #expect(result.errors.contains(message), "\(events): \(result.errors)")
      }
      #expect(try contents(of: folder.url.path) == before)
    }
  }

  @Test func `An OUT that cannot be is told at once`() async throws {
    try await withTemporaryFolder { folder in
      try Data().write(to: folder.url.appendingPathComponent("out"))
      let result = try await plenum("plan", fixture("tabs"), fixture("county"), "-o", folder.path("out"))
      #expect(result.status == 73)
      #expect(result.output.isEmpty)
      #expect(result.errorLines.count == 1)
    }
  }

  @Test func `A summary that cannot be written is told, and the plans are there`() async throws {
    try await withTemporaryFolder { folder in
      let events = try assemblies(in: folder).prefix(2)
      try FileManager.default.createDirectory(
        atPath: folder.path("out/summary.json"), withIntermediateDirectories: true)
      let result = try await plenum(arguments: ["plan"] + events + ["-o", folder.path("out")], language: "C")
      #expect(result.status == 74)
      #expect(result.errorLines.last?.hasPrefix(folder.path("out/summary.json")) == true)
      #expect(result.output.contains("2 events: 2 complete"))
      #expect(try folder.names(in: "out") == ["east", "north", "summary.json"])
      let arguments = ["plan"] + events + ["-o", folder.path("out"), "--json"]
      let told = try JSONValue(try await plenum(arguments: arguments, language: "C").output)
      #expect(told["problems"]?.list?.map { $0["code"] } == [.text("plan-not-written")])
    }
  }

  /// Four small assemblies.
  private func assemblies(in folder: TemporaryFolder) throws -> [String] {
    try ["north", "east", "south", "west"].enumerated().map { index, name in
      let people = (0..<(8 + 3 * index)).map { "Delegate \($0),Group \($0 % (2 + index))\n" }.joined()
      return try folder.event(
        named: "events/" + name,
        smallEvent(people: "name,group\n" + people, hall: "section,row,first,last\nA,1,1,10\nA,2,1,10\n"))
    }
  }

  private func summary(in out: String, _ name: String = "summary.json") throws -> Summary {
    try JSONDecoder().decode(Summary.self, from: Data(contentsOf: URL(fileURLWithPath: out + "/" + name)))
  }
}

/// What a summary is promised to hold.
private struct Summary: Decodable {
  struct Entry: Decodable {
    struct Module: Decodable {
      let status: String
      let objective: Int?
      let bound: Int?
      let unplaced: Int
    }

    let event: String
    let status: Int
    let begun: Bool?
    let seconds: Double
    let modules: [String: Module]
  }

  let events: [Entry]
  let status: Int
}

extension TemporaryFolder {
  fileprivate func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path(folder)).sorted()
  }
}
