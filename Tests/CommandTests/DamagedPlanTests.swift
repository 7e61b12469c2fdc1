import Foundation
import Testing

/// What becomes of a plan of which files are gone, or were never its own.
@Suite struct `A plan that is damaged` {
  private let english = "en_US.UTF-8"
  private let people = "id,name,group\n1,Ada,North\n2,Ben,North\n3,Cleo,South\n"

  /// Gives `body` an event of three people and its plan in `out`.
  private func withPlan(
    _ body: (_ folder: TemporaryFolder, _ event: String, _ out: String) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let event = try event(people, in: folder)
      let out = folder.path("out")
      #expect(try await plenum("plan", event, "-o", out).status == 0)
      try await body(folder, event, out)
    }
  }

  @discardableResult
  private func event(_ people: String, in folder: TemporaryFolder) throws -> String {
    try folder.event(smallEvent(people: people, hall: "section,row,first,last\nA,1,1,6\n"))
  }

  @Test(arguments: [nil, "garbage"])
  func `lacks a file, or it is damaged: nobody is moved for that, and it is told what to do`(text: String?)
    async throws
  {
    try await withPlan { folder, event, out in
      let hall = try PlanOnDisk(out).text("hall.csv")
      try FileManager.default.removeItem(atPath: out + "/hall.csv")
      if let text { try PlanOnDisk(out).write(text, to: "hall.csv") }
      let before = try contents(of: out)
      let refused = try await plenum("replan", event, "-o", out, language: english)
      #expect(refused.status == 65)
      #expect(
        text == nil
          ? refused.errors == "\(out)/hall.csv: the plan lacks this file; put it back (a copy lies in "
            + "\(out)/drawn/hall.csv), or plan the module anew with --free hall\n"
          : refused.errors.hasPrefix("hall.csv:1: "))
      #expect(try contents(of: out) == before)
      // Planned anew it is compared with what people were told.
      let anew = try await plenum("replan", event, "-o", out, "--free", "hall", language: english)
      #expect(anew.status == 0 && anew.errors.isEmpty, "\(anew.errors)")
      #expect(try PlanOnDisk(out).table("changes.csv").isEmpty)
      #expect(try PlanOnDisk(out).text("hall.csv") == hall)
      #expect(try PlanOnDisk(out).text("versions/1/hall.csv") == hall)
    }
  }

  @Test func `lacks a file: it is not compared, as if nobody sat there`() async throws {
    try await withPlan { folder, _, out in
      try FileManager.default.copyItem(atPath: out, toPath: folder.path("other"))
      try FileManager.default.removeItem(atPath: folder.path("other/hall.csv"))
      for arguments in [[out, folder.path("other")], [folder.path("other"), out]] {
        let result = try await plenum(arguments: ["diff"] + arguments, language: english)
        #expect(result.status == 65)
        #expect(result.output.isEmpty)
        #expect(result.errors == "\(folder.path("other"))/hall.csv: the plan lacks this file\n")
      }
    }
  }

  @Test(arguments: [["hall.csv"], ["hall.csv", "report.json"], ["unplaced.csv"], []])
  func `lacks what was drawn, or it is damaged: who sits as before is not told to be new`(gone: [String])
    async throws
  {
    try await withPlan { folder, event, out in
      for file in gone { try FileManager.default.removeItem(atPath: out + "/drawn/" + file) }
      if gone.isEmpty { try PlanOnDisk(out).write("garbage", to: "drawn/hall.csv") }
      try self.event(people + "4,Dan,South\n", in: folder)
      let result = try await plenum("replan", event, "-o", out, language: english)
      #expect(result.status == 0)
      let file = gone.first ?? "hall.csv"
      #expect(
        result.errorLines == [
          "drawn/\(file): note: this file is missing or damaged: what was changed by hand in \(file) since "
            + "documents were drawn cannot be told"
        ])
      #expect(try PlanOnDisk(out).table("changes.csv").map { $0["name"] } == ["Dan"])
      #expect(try contents(of: out + "/drawn").keys.sorted() == ["hall.csv", "report.json", "unplaced.csv"])
    }
  }

  @Test func `has folders among its versions that are none`() async throws {
    try await withPlan { folder, event, out in
      for name in ["9223372036854775807", "-9223372036854775808", "007", "mine"] {
        try FileManager.default.createDirectory(
          atPath: out + "/versions/" + name, withIntermediateDirectories: true)
      }
      for arguments in [
        ["replan", event, "-o", out], ["verify", event, out], ["approve", event, out, "--by", "Ada"],
        ["plan", event, "-o", out], ["diff", out + "/versions/2", out],
      ] {
        let result = try await plenum(arguments: arguments, language: english)
        #expect(result.status == 0, "\(arguments): \(result.errors)")
      }
      let versions = try FileManager.default.contentsOfDirectory(atPath: out + "/versions")
      #expect(versions.sorted() == ["-9223372036854775808", "007", "1", "2", "9223372036854775807", "mine"])
    }
  }

  @Test func `begins from a file that is no folder: that cannot be read`() async throws {
    try await withPlan { folder, event, out in
      let before = try contents(of: out)
      let result = try await plenum(
        "replan", event, "-o", out, "--from", event + "/people.csv", language: english)
      #expect(result.status == 65)
      #expect(result.errors.contains("cannot read the plan: there is a file, not a folder"))
      #expect(try contents(of: out) == before)
    }
  }

  @Test(arguments: ["Ada\nBob", "Ada\u{202E}", "\u{1B}[31m"])
  func `is not approved by a name that no page can show`(name: String) async throws {
    try await withPlan { folder, event, out in
      let before = try contents(of: out)
      let result = try await plenum("approve", event, out, "--by", name, language: english)
      #expect(result.status == 64)
      #expect(result.errors.contains("--by: give a name"))
      #expect(try contents(of: out) == before)
    }
  }
}
