import Foundation
import Testing

@Suite("What --json prints")
struct JSONTests {
  /// Runs a command with `--json` and holds what it prints against the command's schema; problems go to stderr too.
  private func document(
    _ arguments: [String], status: Int32, home: URL, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> JSONValue {
    let result = try await plenum(arguments: arguments + ["--json"], language: "C", home: home)
    #expect(result.status == status, "\(result.errors)", sourceLocation: sourceLocation)
    let faults = try JSONSchema(arguments[0] + ".schema.json").faults(of: result.output)
    #expect(faults == [], sourceLocation: sourceLocation)
    let document = try JSONValue(result.output)
    #expect(result.errors.isEmpty == problems(of: document).isEmpty, sourceLocation: sourceLocation)
    #expect(document["status"] == .number(Double(status)), sourceLocation: sourceLocation)
    return document
  }

  /// Whatever is told in a document.
  private func problems(of document: JSONValue) -> [JSONValue] {
    let parts = [document] + (document["events"]?.list ?? [])
    return parts.flatMap { ($0["problems"]?.list ?? []) + ($0["violations"]?.list ?? []) }
  }

  private func events(_ document: JSONValue) throws -> [JSONValue] {
    try #require(document["events"]?.list)
  }

  @Test func `Every command prints one document of its schema, and nothing else`() async throws {
    try await withTemporaryFolder { folder in
      let (event, out) = (try folder.event(WholeEvent.tables), folder.path("out"))
      for changes in [false, true] {
        let plan = try events(try await document(["plan", event, "-o", out], status: 0, home: folder.url))[0]
        #expect(plan["event"] == .text("event"))
        #expect((plan["changes"] != nil) == changes)
        #expect(plan["documents"]?.list?.contains(.text("documents/seat-map.html")) == true)
        #expect(
          plan["report"]?["modules"]?.object?.keys.sorted() == ["hall", "rooms", "rostrum", "vehicles"])
      }
      let report = try PlanOnDisk(out).text("report.json")
      #expect(try JSONSchema("report.schema.json").faults(of: report) == [])

      let check = try events(try await document(["check", event], status: 0, home: folder.url))[0]
      #expect(check["people"]?["rostrum"] == .number(1))
      let verification = try await document(["verify", event, out], status: 0, home: folder.url)
      #expect(verification["violations"] == .list([]))
      let explanation = try await document(["explain", event, out, "Ada"], status: 0, home: folder.url)
      #expect(explanation["person"] == .object(["id": .text("1"), "name": .text("Ada")]))
      #expect(explanation["sections"]?.list?.isEmpty == false)
      let printing = try await document(["print", event, out, "badges"], status: 0, home: folder.url)
      #expect(
        printing["papers"] == .list([.object(["file": .text("documents/badges.pdf"), "pages": .number(4)])]))
      _ = try await document(["template", folder.path("new")], status: 0, home: folder.url)
    }
  }

  @Test func `Problems are told with their places, all of them`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(
        smallEvent(people: "name,role\nAda,delegat\n", hall: "section,row,first,last\nA,1,1,2\n"))
      for arguments in [["check", event], ["plan", event, "-o", folder.path("out")]] {
        let result = try events(try await document(arguments, status: 65, home: folder.url))[0]
        let problem = try #require(
          result["problems"]?.list?.first { $0["severity"] == .text("error") })
        #expect(problem["file"] == .text("people.csv"))
        #expect(problem["row"] == .number(2) && problem["column"] == .number(2))
        #expect(problem["found"] == .text("delegat"))
        #expect(result["report"] == nil && result["people"] == nil)
      }
      #expect(try folder.names() == ["event"])
    }
  }

  @Test func `A broken plan, a missing event, a person nobody knows and a conflict have documents too`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let event = try folder.event(
        smallEvent(people: "id,name\n1,Ada\n2,Ben\n", hall: "section,row,first,last\nA,1,1,4\n"))
      let out = folder.path("out")
      _ = try await document(["plan", event, "-o", out], status: 0, home: folder.url)
      let plan = PlanOnDisk(out)
      try plan.edit("hall.csv") { $0[1]["seat"] = $0[0]["seat"] }
      let broken = try await document(["verify", event, out], status: 1, home: folder.url)
      #expect(broken["violations"]?.list?.contains { $0["code"] == .text("seat-shared") } == true)
      let nobody = try await document(["explain", event, out, "Zoe"], status: 64, home: folder.url)
      #expect(nobody["person"] == nil)
      #expect(nobody["problems"]?.list?.map { $0["code"] } == [.text("unknown-person")])
      for arguments in [
        ["check", "none"], ["plan", "none", "-o", "x"], ["verify", "none", out],
        ["explain", "none", out, "1"],
      ] {
        _ = try await document(arguments, status: 66, home: folder.url)
      }
      let conflict = try events(
        try await document(
          ["plan", fixture("conflict/beside-and-apart"), "-o", folder.path("clash")], status: 2,
          home: folder.url))[0]
      #expect(conflict["report"]?["modules"]?["rostrum"]?["status"] == .text("infeasible"))
      #expect(
        conflict["problems"]?.list?.compactMap { $0["code"]?.text }.suffix(4) == [
          "conflict", "wish-in-conflict", "wish-in-conflict", "conflict-advice",
        ])
    }
  }

  @Test func `Several events are one document`() async throws {
    try await withTemporaryFolder { folder in
      let arguments = [
        "plan", fixture("tabs"), fixture("malformed/no-people"), "-o", folder.path("out"), "--jobs", "2",
      ]
      let results = try events(try await document(arguments, status: 65, home: folder.url))
      #expect(results.map { $0["event"]?.text } == ["tabs", "no-people"])
      #expect(results.map { $0["status"]?.number } == [0, 65])
    }
  }

  @Test(arguments: [
    (["plan"], "plan", "Missing expected argument '<event> ...'"),
    (["plan", "event", "-o", "out", "--only", "hal"], "plan", "there is no module “hal”"),
    (["replan", "event", "-o", "event"], "plan", "choose a folder of its own"),
    (["redraw", "event"], "plan", "'<out>'"), (["diff", "a", ""], "diff", "a name is empty"),
    (["approve", "event", "out"], "approve", "'--by <name>'"), (["print", "event"], "print", "'<out>'"),
    (["check"], "check", "'<event> ...'"), (["verify", "event"], "verify", "'<out>'"),
    (["explain", "event", "out"], "explain", "'<person>'"), (["template"], "template", "'<dir>'"),
    (["plann", "event"], "usage", "2 unexpected arguments: 'plann', 'event'"),
  ])
  func `Wrong usage has a document of the command too, and is told in words unless one asks for quiet`(
    arguments: [String], schema: String, words: String
  ) async throws {
    try await withTemporaryFolder { folder in
      for quiet in [[], ["--quiet"]] {
        let result = try await plenum(
          arguments: arguments + ["--json"] + quiet, language: "C", home: folder.url)
        #expect(result.status == 64)
        #expect(result.errors.contains(words) == quiet.isEmpty, "\(result.errors)")
        #expect(try JSONSchema(schema + ".schema.json").faults(of: result.output) == [])
        let document = try JSONValue(result.output)
        #expect(document["status"] == .number(64))
        let problem = try #require(document["problems"]?.list?.first)
        #expect(problem["code"] == .text("usage"))
        #expect(problem["text"]?.text?.contains(words) == true, "\(problem)")
        #expect(problem["hint"]?.text?.hasPrefix("Usage: plenum") == true)
      }
      #expect(try folder.names().isEmpty)
    }
  }

  @Test func `With quiet a document is all there is`() async throws {
    let result = try await plenum("check", fixture("malformed/no-people"), "--json", "--quiet")
    #expect(result.status == 65 && result.errors.isEmpty)
    #expect(try JSONSchema("check.schema.json").faults(of: result.output) == [])
  }

  @Test func `A document that parts from its schema is noticed`() throws {
    let schema = try JSONSchema("verify.schema.json")
    let sound =
      #"{"schema": 1, "tool": "plenum", "command": "verify", "status": 0, "problems": [], "violations": [{"code": "x", "text": "x", "row": 2}]}"#
    #expect(try schema.faults(of: sound) == [])
    for (part, other) in [
      ("\"schema\": 1", "\"schema\": 2"), ("\"verify\"", "\"check\""), ("\"status\": 0", "\"status\": 3"),
      ("\"problems\": []", "\"problems\": {}"), ("\"problems\": [], ", ""), ("\"row\": 2", "\"row\": 0"),
      ("\"row\": 2", "\"row\": true"), ("\"row\": 2", "\"row\": 1.5"), ("\"row\": 2", "\"line\": 2"),
      ("{\"code\": \"x\", \"text\": \"x\", ", "{"), ("\"code\": \"x\", ", ""),
    ] {
      let changed = sound.replacing(part, with: other)
      #expect(changed != sound)
      #expect(try !schema.faults(of: changed).isEmpty, "\(other)")
    }
  }
}

/// A problem as `--json` tells it.
struct ToldProblem {
  let severity: String?
  /// File, row and column as a line of a message begins.
  let place: String
  /// Whom the row is about.
  let person: String?

  /// The problems that a command about one event tells with `--json`, all of them.
  static func told(by arguments: [String]) async throws -> [ToldProblem] {
    let result = try await plenum(arguments: arguments + ["--json"])
    let event = try JSONValue(result.output)["events"]?.list?.first
    return try #require(event?["problems"]?.list).map { problem in
      let parts = ["file", "row", "column"].compactMap { key in
        problem[key].flatMap { $0.text ?? $0.number.map { String(Int($0)) } }
      }
      return ToldProblem(
        severity: problem["severity"]?.text, place: parts.joined(separator: ":"),
        person: problem["person"]?.text)
    }
  }
}
