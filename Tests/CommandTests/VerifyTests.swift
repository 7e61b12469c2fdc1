import Foundation
import Testing

@Suite("What verify finds")
struct VerifyTests {
  private let verified = "核验通过：规则与数字都对得上"

  @Test func `A plan as it was written holds`() async throws {
    let result = try await verification { _ in }
    #expect(result.status == 0)
    #expect(result.outputLines == [verified])
    #expect(result.errors.isEmpty)
  }

  @Test func `Somebody on another seat is told`() async throws {
    let result = try await verification { plan in
      // The last row of the hall has seats to spare.
      try plan.changeRow(5, of: "hall.csv") { $0.replacingCells(3...5, with: ["中区", "9", "2"]) }
    }
    expectRefusal(result)
  }

  @Test func `A figure that differs is told, with what it is`() async throws {
    let result = try await verification { plan in
      let objective = try #require(try plan.report().modules["hall"]?.terms?["run"])
      let text = try plan.text("report.json").replacing(
        "\"run\" : \(objective)", with: "\"run\" : \(objective + 200)")
      try plan.write(text, to: "report.json")
    }
    expectRefusal(result)
  }

  @Test(arguments: ["objective", "bound", "gap", "status"])
  func `No figure of a module can be changed unseen`(key: String) async throws {
    let result = try await verification { plan in
      let text = try plan.text("report.json")
      let pattern = try Regex("\"\(key)\" : (\"[a-z]+\"|[0-9.]+)")
      try plan.write(
        text.replacing(pattern, with: "\"\(key)\" : \(key == "status" ? "\"optimal\"" : "1")"),
        to: "report.json")
    }
    expectRefusal(result)
  }

  @Test func `Two people of one group who changed seats are told`() async throws {
    let result = try await verification { plan in
      let rows = try plan.table("hall.csv")
      let first = try #require(
        rows.indices.dropLast().first {
          rows[$0]["group"] != "" && rows[$0]["group"] == rows[$0 + 1]["group"]
        })
      let seats = [first, first + 1].map {
        [rows[$0]["section"], rows[$0]["row"], rows[$0]["seat"]].compactMap { $0 }
      }
      try plan.changeRow(first + 1, of: "hall.csv") { $0.replacingCells(3...5, with: seats[1]) }
      try plan.changeRow(first + 2, of: "hall.csv") { $0.replacingCells(3...5, with: seats[0]) }
    }
    expectRefusal(result)
  }

  @Test func `A further column breaks nothing and is told`() async throws {
    let result = try await verification { plan in
      try plan.write(try plan.text("rostrum.csv").replacing("\r\n", with: ",茶\r\n"), to: "rostrum.csv")
    }
    #expect(result.status == 0)
    #expect(result.outputLines == [verified])
    #expect(result.errorLines.count == 1 && result.errors.contains("“茶”"))
  }

  @Test(arguments: ["hall.csv", "rostrum.csv"])
  func `Somebody who is missing is told`(table: String) async throws {
    let result = try await verification { plan in try plan.changeRow(4, of: table) { _ in nil } }
    expectRefusal(result)
  }

  @Test(arguments: ["hall.csv", "rostrum.csv"])
  func `Somebody who stands there twice is told`(table: String) async throws {
    let result = try await verification { plan in try plan.changeRow(4, of: table) { $0 + "\r\n" + $0 } }
    expectRefusal(result)
  }

  @Test(arguments: ["hall.csv", "rostrum.csv", "unplaced.csv", "report.json"])
  func `A file that is missing is told`(name: String) async throws {
    let result = try await verification { plan in
      try FileManager.default.removeItem(atPath: plan.folder + "/" + name)
    }
    expectRefusal(result)
    #expect(result.errors.contains(name + ": 方案中缺少此文件"))
  }

  @Test func `A folder without a plan and one that is a file are told apart from a broken plan`() async throws
  {
    try await withTemporaryFolder { folder in
      let missing = try await plenum("verify", fixture("tabs"), folder.path("out"))
      #expect(missing.status == 66)
      #expect(missing.errors == "\(folder.path("out")): there is no such folder\n")
      try FileManager.default.createDirectory(
        atPath: folder.path("empty"), withIntermediateDirectories: true)
      let empty = try await plenum("verify", fixture("tabs"), folder.path("empty"))
      #expect(empty.status == 65)
      #expect(empty.errors.contains("there is no plan in this folder"))
      try Data().write(to: folder.url.appendingPathComponent("out"))
      let file = try await plenum("verify", fixture("tabs"), folder.path("out"))
      #expect(file.status == 65)
      #expect(
        file.errorLines == ["\(folder.path("out")): cannot read the plan: there is a file, not a folder"])
      #expect(try await plenum("verify", folder.path("event"), folder.path("out")).status == 66)
      #expect(try await plenum("verify", fixture("malformed/no-people"), folder.path("out")).status == 65)
    }
  }

  @Test(arguments: [
    ("hall.csv", "garbage"), ("hall.csv", ""), ("report.json", "{"), ("rostrum.csv", "\u{0}\u{0}\u{0}"),
  ])
  func `A file that cannot be read is bad input, as a table of an event is`(name: String, text: String)
    async throws
  {
    let result = try await verification { try $0.write(text, to: name) }
    #expect(result.status == 65)
    #expect(result.errors.contains(name + ":"))
  }

  @Test func `A plan of which the report has no figures is not verified by them`() async throws {
    let result = try await verification { plan in
      try plan.write(#"{"event": "x", "modules": {}, "notes": []}"#, to: "report.json")
    }
    expectRefusal(result)
    #expect(result.errorLines == ["会场", "主席台"].map { "report.json: 没有\($0)的数字" })
  }

  /// What verify says of the county's plan after `change`.
  private func verification(after change: (PlanOnDisk) throws -> Void) async throws -> CommandResult {
    try await CountyPlan.withCopy { folder in
      let out = folder.path("out")
      try change(PlanOnDisk(out))
      return try await plenum("verify", fixture("county"), out)
    }
  }

  private func expectRefusal(_ result: CommandResult, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(result.status == 1, sourceLocation: sourceLocation)
    #expect(!result.errorLines.isEmpty, sourceLocation: sourceLocation)
    #expect(result.outputLines == ["核验未通过：\(result.errorLines.count) 处不符"], sourceLocation: sourceLocation)
  }
}

extension PlanOnDisk {
  /// Writes a table with its row `number` changed, the header being row 0; nothing deletes the row.
  fileprivate func changeRow(_ number: Int, of name: String, _ change: (String) -> String?) throws {
    var lines = try text(name).components(separatedBy: "\r\n")
    let line = change(lines[number])
    lines.replaceSubrange(number...number, with: line.map { [$0] } ?? [])
    try write(lines.joined(separator: "\r\n"), to: name)
  }
}

extension String {
  fileprivate func replacingCells(_ range: ClosedRange<Int>, with cells: [String]) -> String {
    var all = components(separatedBy: ",")
    all.replaceSubrange(range, with: cells)
    return all.joined(separator: ",")
  }
}
