import Foundation
import Testing

@Suite("A plan in the place of another")
struct ReplacementTests {
  @Test(arguments: [("county", seats), ("university", "hall"), ("strange-names", "hall")])
  func `Same tables and seed give the same bytes, wherever and in whatever language they are planned`(
    name: String, modules: String
  ) async throws {
    try await withTemporaryFolder { folder in
      let options = ["--only", modules, "--seed", "7", "--gap", "0.1"]
      let other = folder.path("another/place")
      for (out, language) in [(folder.path("one"), "zh_CN.UTF-8"), (other, "en_US.UTF-8")] {
        let arguments = ["plan", fixture(name), "-o", out] + options
        #expect(try await plenum(arguments: arguments, language: language).status == 0)
      }
      let (one, two) = (
        try contentsWithoutSeconds(of: folder.path("one")), try contentsWithoutSeconds(of: other)
      )
      #expect(one.keys.sorted() == two.keys.sorted())
      for (file, bytes) in one { #expect(two[file] == bytes, "\(file)") }
    }
  }

  @Test func `Planning again says how many sit elsewhere now`() async throws {
    try await withTemporaryFolder { folder in
      let hall = "section,row,first,last\nA,1,1,4\n"
      let out = folder.path("out")
      let people = ["1,Ada,North\n", "2,Ben,North\n", "3,Cleo,South\n", "4,Dan,South\n"]
      let before = try folder.event(
        named: "before", smallEvent(people: "id,name,group\n" + people[0...2].joined(), hall: hall))
      let first = try await plenum("plan", before, "-o", out)
      #expect(!first.output.contains("since the earlier plan"))
      let again = try await plenum("plan", before, "-o", out)
      #expect(again.output.contains("since the earlier plan: everybody sits as before"))

      let seatsBefore = try PlanOnDisk(out).seats()
      let after = try folder.event(
        named: "after", smallEvent(people: "id,name,group\n" + people[1...3].reversed().joined(), hall: hall))
      let result = try await plenum("plan", after, "-o", out)
      let seatsAfter = try PlanOnDisk(out).seats()
      let elsewhere = seatsAfter.count { person, seat in seatsBefore[person].map { $0 != seat } ?? false }
      #expect(elsewhere > 0)
      #expect(
        result.output.contains(
          "since the earlier plan: \(elsewhere) sit elsewhere, 1 newly seated, 1 no longer seated"))
    }
  }

  @Test func `Planning the hall alone leaves the rostrum as it is, and the documents show both`() async throws
  {
    try await CountyPlan.withCopy { folder in
      let (event, out) = (fixture("county"), folder.path("out"))
      let (before, report) = (try contents(of: out), try PlanOnDisk(out).report())

      let result = try await plenum(
        "plan", event, "-o", out, "--only", "hall", "--seed", "3", "--gap", "0.5")
      #expect(result.status == 0)
      let after = try contents(of: out)
      #expect(after["rostrum.csv"] == before["rostrum.csv"])
      let newReport = try PlanOnDisk(out).report()
      #expect(newReport.modules["rostrum"] == report.modules["rostrum"])
      #expect(newReport.modules["hall"]?.seed == 3)

      // Another seed may give another plan; the first one gives the first plan again.
      #expect(try await plenum("plan", event, "-o", out, "--only", "hall", "--gap", "0.5").status == 0)
      let (again, first) = (
        try contentsWithoutSeconds(of: out), try contentsWithoutSeconds(of: out + "/versions/1")
      )
      for document in ["documents/座位图.html", "documents/座位图.svg", "documents/座位表.csv"] {
        #expect(again[document] == first[document], "\(document)")
      }
      #expect(try await plenum("verify", event, out).status == 0)
    }
  }

  @Test func `Unplaced people of a module that is not planned again stay told`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(
        smallEvent(
          people: "id,name,role,rank\n1,Ada,rostrum,1\n2,Ben,rostrum,2\n3,Cleo,delegate,\n4,Dan,delegate,\n",
          hall: "section,row,first,last\nA,1,1,1\n", rostrum: "row,seats\n1,1\n"))
      let out = folder.path("out")
      #expect(try await plenum("plan", event, "-o", out).status == 1)
      let before = try PlanOnDisk(out).text("unplaced.csv")
      #expect(try PlanOnDisk(out).table("unplaced.csv").map { $0["module"] } == ["rostrum", "hall"])
      #expect(try await plenum("plan", event, "-o", out, "--only", "hall").status == 1)
      #expect(try PlanOnDisk(out).text("unplaced.csv") == before)
    }
  }

  @Test func `Files of the organizer's own in OUT stay`() async throws {
    try await withTemporaryFolder { folder in
      let out = folder.path("out")
      try FileManager.default.createDirectory(atPath: out + "/documents", withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: URL(fileURLWithPath: out + "/documents/speech.txt"))
      #expect(try await plenum("plan", fixture("tabs"), "-o", out).status == 0)
      #expect(try contents(of: out)["documents/speech.txt"] == Data("mine".utf8))
    }
  }

  @Test func `Nothing is written but OUT`() async throws {
    try await withTemporaryFolder { home in
      let event = try home.copy(of: fixture("tabs"))
      let before = try contents(of: event)
      for _ in 1...2 {
        #expect(try await plenum("plan", "event", "-o", "out", home: home.url).status == 0)
        #expect(try home.names() == ["event", "out"])
      }
      #expect(try contents(of: event) == before)
    }
  }
}

extension PlanOnDisk {
  /// The hall's seat of each person.
  func seats() throws -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: try table("hall.csv").map { row in
        (
          row["person"] ?? "",
          [row["section"], row["row"], row["seat"]].compactMap { $0 }.joined(separator: "-")
        )
      })
  }
}
