import Foundation
import Testing

/// A fixture whose wishes conflict: the cells of the one irreducible set, and the module without a plan.
struct ConflictingEvent: CustomTestStringConvertible {
  let name: String
  let module: String
  let wishes: [String]

  var testDescription: String { name }

  static let all = [
    ConflictingEvent(
      name: "beside-and-apart", module: "rostrum",
      wishes: ["people.csv:3:5: beside “Gina”", "people.csv:8:6: apart “Ben”"]),
    ConflictingEvent(
      name: "one-hall-seat", module: "hall",
      wishes: ["people.csv:5:6: seat “A-1-2”", "people.csv:13:6: seat “A-1-2”"]),
    ConflictingEvent(
      name: "one-rostrum-seat", module: "rostrum",
      wishes: ["people.csv:4:5: seat “rostrum:1-3”", "people.csv:7:5: seat “rostrum:1-3”"]),
    ConflictingEvent(
      name: "three-rows", module: "rostrum",
      wishes: [
        "people.csv:2:5: seat “rostrum:1-1”", "people.csv:3:6: beside “Ada”",
        "people.csv:4:5: seat “rostrum:1-2”",
      ]),
  ]
}

@Suite("Wishes that conflict")
struct ConflictTests {
  private let advice = "Maybe one of these can be given up: without any one of them the others hold together"

  @Test(arguments: ConflictingEvent.all)
  func `Exactly the rows that cannot hold together are named`(event: ConflictingEvent) async throws {
    try await withTemporaryFolder { folder in
      let result = try await plenum("plan", fixture("conflict/" + event.name), "-o", folder.path("out"))
      #expect(result.status == 2)
      #expect(
        result.errorLines == ["\(event.module): wishes conflict, there is no plan"] + event.wishes + [advice])
      let report = try PlanOnDisk(folder.path("out")).report()
      #expect(report.modules[event.module]?.status == "infeasible")
      #expect(report.modules[event.module]?.objective == nil)
      #expect(
        try contents(of: folder.path("out")).keys.filter { !$0.contains("/") }.sorted() == [
          "report.json", "unplaced.csv",
        ])
    }
  }

  @Test func `Every conflict among the fixtures is among these tests`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: fixture("conflict"))
    #expect(folders.sorted() == ConflictingEvent.all.map(\.name).sorted())
  }

  @Test func `The other module is planned, and the old files of the conflicting one go`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.copy(of: fixture("conflict/three-rows"))
      let people = URL(fileURLWithPath: event + "/people.csv")
      let conflicting = try String(contentsOf: people, encoding: .utf8)
      try Data("section,row,first,last\nA,1,1,6\n".utf8).write(to: URL(fileURLWithPath: event + "/hall.csv"))
      // A plan of both modules first: nobody is pinned to the seat beside Ada.
      let withGuest = conflicting + "P12,Leo,,guest,,,\n"
      try Data(withGuest.replacing("rostrum:1-2", with: "").utf8).write(to: people)
      let out = folder.path("out")
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      #expect(try contents(of: out)["rostrum.csv"] != nil)

      try Data(withGuest.utf8).write(to: people)
      let result = try await plenum("plan", event, "-o", out)
      #expect(result.status == 2)
      let files = try contents(of: out)
      #expect(files["rostrum.csv"] == nil)
      #expect(try PlanOnDisk(out).table("hall.csv").map { $0["person"] } == ["P12"])
      let list = String(decoding: try #require(files["documents/seat-list.csv"]), as: UTF8.self)
      #expect(list.contains("Leo"))
      #expect(try await plenum("verify", event, out).status == 0)
    }
  }
}
