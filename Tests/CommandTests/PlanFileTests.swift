import Foundation
import Testing

@Suite("The files of a plan")
struct PlanFileTests {
  @Test func `Tables have a byte order mark, the promised header and CR LF`() async throws {
    try await CountyPlan.withCopy { folder in
      let plan = PlanOnDisk(folder.path("out"))
      for (name, header) in [
        ("hall.csv", "person,name,group,section,row,seat"), ("rostrum.csv", "person,name,row,seat,place"),
        ("unplaced.csv", "person,module,reason"),
      ] {
        let text = try plan.text(name)
        #expect(text.unicodeScalars.starts(with: ("\u{FEFF}" + header + "\r\n").unicodeScalars), "\(name)")
        let bytes = Array(text.utf8)
        #expect(bytes.indices.allSatisfy { bytes[$0] != 10 || bytes[$0 - 1] == 13 }, "\(name)")
        #expect(bytes.last == 10)
      }
    }
  }

  @Test func `OUT holds the plan's files, documents and tables and nothing else`() async throws {
    try await CountyPlan.withCopy { folder in
      let files = try contents(of: folder.path("out"))
      let tables = files.filter { $0.key.hasPrefix("tables/") }
      let event = try contents(of: fixture("county")).filter { $0.key.hasSuffix(".csv") }
      #expect(tables == Dictionary(uniqueKeysWithValues: event.map { ("tables/" + $0.key, $0.value) }))
      #expect(
        files.keys.filter { tables[$0] == nil && !$0.hasPrefix("drawn/") }.sorted() == [
          "documents/座位图.html", "documents/座位图.svg", "documents/座位表.csv", "hall.csv", "report.json",
          "rostrum.csv",
          "unplaced.csv",
        ])
      // What was drawn is kept, so that edits by hand are seen.
      #expect(
        files["drawn/hall.csv"] == files["hall.csv"] && files["drawn/rostrum.csv"] == files["rostrum.csv"])
    }
  }

  @Test func `The list of seats opens in a spreadsheet and has everybody by unit and by seat`() async throws {
    try await CountyPlan.withCopy { folder in
      let list = try #require(try contents(of: folder.path("out"))["documents/座位表.csv"])
      #expect(list.starts(with: [0xEF, 0xBB, 0xBF]))
      let text = try #require(String(data: list, encoding: .utf8))
      #expect(text.components(separatedBy: "\r\n").dropLast().count == 1 + 2 * 240)
    }
  }

  @Test func `The report's terms sum to its objective, and its gap follows from the bound`() async throws {
    try await withTemporaryFolder { folder in
      #expect(
        try await plenum(
          "plan", fixture("county"), "-o", folder.path("out"), "--only", seats, "--seed", "5", "--gap", "0.1"
        )
        .status == 0)
      let report = try PlanOnDisk(folder.path("out")).report()
      #expect(report.event == "青石县第十八届人民代表大会第三次会议")
      #expect(report.modules.keys.sorted() == ["hall", "rostrum"])
      for (name, entry) in report.modules {
        let objective = try #require(entry.objective)
        let bound = try #require(entry.bound)
        #expect(entry.terms?.values.reduce(0, +) == objective, "\(name)")
        #expect(bound <= objective)
        #expect(entry.gap == Double(objective - bound) / Double(max(1, objective)), "\(name)")
        #expect(entry.seed == 5)
        #expect((entry.status == "optimal") == (objective == bound), "\(name)")
      }
      #expect(
        report.modules["hall"]?.terms?.keys.sorted() == [
          "hole", "lone", "part", "precedence", "run", "unseated",
        ])
      #expect(report.modules["rostrum"]?.terms?.keys.sorted() == ["displacement"])
    }
  }

  @Test func `Strange names pass through every file unharmed`() async throws {
    try await withTemporaryFolder { folder in
      #expect(try await plenum("plan", fixture("strange-names"), "-o", folder.path("out")).status == 0)
      let plan = PlanOnDisk(folder.path("out"))
      let hall = try plan.text("hall.csv")
      for name in ["../../etc/passwd", "C:\\CON", "𠮷田健", "👩‍🏫 Lin", "abc\u{202e}txt.exe", "<b>Bold</b> & Co"] {
        #expect(hall.contains(name), "\(name)")
      }
      #expect(hall.contains("\"Joan \"\"Jo\"\" Bell\""))
      for page in ["documents/seat-map.html", "documents/seat-map.svg"] {
        #expect(try !plan.text(page).contains("<b>Bold"))
      }
      #expect(try folder.names() == ["out"])
    }
  }

  @Test func `What plan prints is as recorded`() async throws {
    try await withTemporaryFolder { folder in
      let result = try await plenum("plan", fixture("county"), "-o", folder.path("out"), "--only", seats)
      let output = result.output.replacing(folder.path("out"), with: "OUT").replacing(
        /[0-9]+\.[0-9]{2}(?=，|\n)/, with: "#.##")
      try expect(output, recordedAs: "county.txt")
    }
  }
}

/// Compares a text with the file of this name in `Snapshots`. With `PLENUM_RECORD=1` in the environment it is recorded,
/// and the test fails: nobody records by accident.
private func expect(
  _ text: String, recordedAs name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = tests.appendingPathComponent("Snapshots/" + name)
  if ProcessInfo.processInfo.environment["PLENUM_RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name): look at the difference and run again", sourceLocation: sourceLocation)
    return
  }
  #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self), sourceLocation: sourceLocation)
}
