import Foundation
import Testing

/// A malformed event: the places that must be told, and people's names that stand in the cells at fault.
struct MalformedEvent: CustomTestStringConvertible {
  let name: String
  let places: [String]
  let quoted: Set<String>

  init(_ name: String, _ places: String..., quoting quoted: Set<String> = []) {
    self.name = name
    self.places = places
    self.quoted = quoted
  }

  var testDescription: String { name }

  static let all = [
    MalformedEvent("control-characters", "people.csv:3:2", "people.csv:5:2", "people.csv:7:2"),
    MalformedEvent("duplicate-ids", "people.csv:9:1"),
    MalformedEvent("duplicate-seats", "hall.csv:6:3"),
    MalformedEvent("empty-people", "people.csv"),
    MalformedEvent("formula-cell", "people.csv:3:2", "people.csv:5:2", "people.csv:7:2"),
    MalformedEvent("hotel-not-there", "groups.csv:3:2", "people.csv:3:7", "people.csv:4:7"),
    MalformedEvent("huge-numbers", "hall.csv:2:4", "hall.csv:3:2", "people.csv:2:4", "rostrum.csv:2:2"),
    MalformedEvent(
      "many-problems", "event.csv:3:2", "hall.csv:3:4", "hall.csv:4:2", "people.csv:3:4", "people.csv:5:5",
      "people.csv:8:2"),
    MalformedEvent("missing-column", "people.csv:1"),
    MalformedEvent("no-people", "people.csv"),
    MalformedEvent("not-text", "people.csv:2"),
    MalformedEvent(
      "rooms", "people.csv:5:5", "people.csv:6:7", "rooms.csv:4:3", "rooms.csv:5:5", "rooms.csv:6:5",
      "rooms.csv:7:6",
      "rooms.csv:8:8"),
    MalformedEvent("rostrum-seat-not-there", "people.csv:4:5"),
    MalformedEvent("seat-not-there", "people.csv:4:6", "people.csv:6:6"),
    MalformedEvent("two-people-tables", "人员.csv"),
    MalformedEvent("unclosed-quote", "people.csv:3:2", quoting: ["Ben"]),
    MalformedEvent("unknown-person", "people.csv:4:6", "people.csv:6:6", "people.csv:12:2", quoting: ["Jon"]),
    MalformedEvent("unknown-section", "groups.csv:3:3"),
  ]
}

@Suite("Input that must be refused")
struct MalformedInputTests {
  private let names = [
    "Ada", "Ben", "Cleo", "Dan", "Eva", "Finn", "Gina", "Hal", "Iris", "Jon", "Kim", "Leo",
  ]

  @Test(arguments: MalformedEvent.all)
  func `All problems are told at once, at their cells`(event: MalformedEvent) async throws {
    try await withTemporaryFolder { folder in
      let arguments = ["plan", fixture("malformed/" + event.name), "-o", folder.path("out")]
      let result = try await plenum(arguments: arguments)
      #expect(result.status == 65)
      #expect(result.output.isEmpty)
      let problems = try await ToldProblem.told(by: arguments)
      #expect(problems.map(\.place) == event.places)
      // Problems of one kind in one column are one line.
      #expect(Set(result.errorLines.map { $0.components(separatedBy: ": ")[0] }).isSubset(of: event.places))
      #expect(try folder.names().isEmpty)
    }
  }

  @Test(arguments: MalformedEvent.all)
  func `Nobody is named but in the cell at fault, and whom its row is about`(event: MalformedEvent)
    async throws
  {
    try await withTemporaryFolder { folder in
      let arguments = ["plan", fixture("malformed/" + event.name), "-o", folder.path("out")]
      let result = try await plenum(arguments: arguments)
      let words = Set(result.errors.split { !$0.isLetter }.map(String.init)).intersection(names)
      let subjects = try await ToldProblem.told(by: arguments).compactMap(\.person)
      #expect(event.quoted.isSubset(of: words))
      #expect(words.isSubset(of: event.quoted.union(subjects)))
    }
  }

  @Test func `Every malformed fixture is among these tests`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: fixture("malformed"))
    #expect(folders.sorted() == MalformedEvent.all.map(\.name).sorted())
  }

  @Test func `Check tells the same problems as plan, with the same status`() async throws {
    try await withTemporaryFolder { folder in
      let event = fixture("malformed/many-problems")
      let plan = try await plenum("plan", event, "-o", folder.path("out"))
      let check = try await plenum("check", event)
      #expect(check.status == 65)
      #expect(check.errors == plan.errors)
    }
  }

  @Test func `Bad input after a good plan leaves the plan as it was, byte for byte`() async throws {
    try await withTemporaryFolder { folder in
      let out = folder.path("out")
      #expect(try await plenum("plan", fixture("tabs"), "-o", out).status == 0)
      let before = try contents(of: out)
      for event in MalformedEvent.all {
        #expect(try await plenum("plan", fixture("malformed/" + event.name), "-o", out).status == 65)
        #expect(try contents(of: out) == before, "\(event.name)")
      }
      #expect(try folder.names() == ["out"])
    }
  }

  @Test func `Notes of one kind are a line, and the report has them all`() async throws {
    try await withTemporaryFolder { folder in
      // Thirty names, two people each: thirty notes, beside the one that there are no ids.
      let rows = (0..<60).map { "Delegate \($0 / 2)\n" }.joined()
      let good = try folder.event(
        smallEvent(people: "name\n" + rows, hall: "section,row,first,last\nA,1,1,60\n"))
      let plan = try await plenum("plan", good, "-o", folder.path("out"))
      #expect(plan.status == 0)
      #expect(plan.errorLines.count == 2)
      #expect(plan.errorLines.last?.contains("30 like this in the column: rows 3, 5, 7") == true)
      #expect(try await plenum("check", good).errors == plan.errors)
      let report = try PlanOnDisk(folder.path("out")).report()
      #expect(report.schema == 2 && report.tool.hasPrefix("plenum "))
      #expect(report.notes.count == 31)
      #expect(report.notes.allSatisfy { $0.file == "people.csv" })
    }
  }
}
