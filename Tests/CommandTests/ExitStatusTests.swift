import Foundation
import SeededRandomness
import Testing

@Suite("How plan ends")
struct ExitStatusTests {
  @Test(arguments: [
    ("county", seats), ("university", "hall"), ("npc14", seats), ("utf16", "hall"), ("tabs", "hall"),
    ("strange-names", "hall"),
  ])
  func `A sound event has a seat for everybody, and its plan verifies`(name: String, modules: String)
    async throws
  {
    try await withTemporaryFolder { folder in
      // The largest event is planned to the end by `make proofs` alone, for that takes a debug build most of a minute.
      let gap = name == "npc14" ? cases(20, full: 0) : 0
      let plan = try await plenum(
        "plan", fixture(name), "-o", folder.path("out"), "--only", modules, "--gap", "0.\(gap)")
      #expect(plan.status == 0, "\(plan.errors)")
      let verification = try await plenum("verify", fixture(name), folder.path("out"))
      #expect(verification.status == 0, "\(verification.errors)")
    }
  }

  @Test func `A hall too small seats whom it can and says who is left out and why`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(
        smallEvent(
          people: "id,name,group\n1,Ada,North\n2,Ben,North\n3,Cleo,South\n4,Dan,South\n5,Eva,South\n",
          hall: "section,row,first,last\nA,1,1,3\n"))
      let result = try await plenum("plan", event, "-o", folder.path("out"))
      let plan = PlanOnDisk(folder.path("out"))
      #expect(result.status == 1)
      #expect(try plan.table("hall.csv").count == 3)
      let unplaced = try plan.table("unplaced.csv")
      #expect(unplaced.count == 2)
      #expect(
        Set(unplaced.map { $0["person"] }).isDisjoint(with: try plan.table("hall.csv").map { $0["person"] }))
      #expect(unplaced.allSatisfy { $0["module"] == "hall" })
      #expect(unplaced.allSatisfy { $0["reason"] == "the hall has 3 free seats for 5 people" })
      #expect(result.output.contains("2 without a seat (see unplaced.csv)"))
      #expect(try await plenum("verify", event, folder.path("out")).status == 0)
    }
  }

  @Test func `More people than seats of the rostrum leave out those ranked last, who do not go to the hall`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let event = try folder.event(
        smallEvent(
          people: "id,name,role,rank\n1,Ada,rostrum,3\n2,Ben,rostrum,1\n3,Cleo,rostrum,2\n4,Dan,delegate,\n",
          hall: "section,row,first,last\nA,1,1,6\n", rostrum: "row,seats\n1,2\n"))
      let result = try await plenum("plan", event, "-o", folder.path("out"))
      let plan = PlanOnDisk(folder.path("out"))
      #expect(result.status == 1)
      #expect(try plan.table("unplaced.csv").map { [$0["person"], $0["module"]] } == [["1", "rostrum"]])
      #expect(try plan.table("hall.csv").map { $0["person"] } == ["4"])
    }
  }

  @Test func `Whoever needs an aisle seat and has none is told in the report, and has a seat all the same`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let event = try folder.event(
        smallEvent(
          people: "id,name,needs\n1,Ada,aisle\n2,Ben,aisle\n3,Cleo,aisle\n",
          hall: "section,row,first,last\nA,1,1,3\n"))
      let result = try await plenum("plan", event, "-o", folder.path("out"))
      let plan = PlanOnDisk(folder.path("out"))
      #expect(result.status == 1)
      #expect(try plan.table("hall.csv").count == 3)
      #expect(try plan.table("unplaced.csv").isEmpty)
      let middle = try #require(try plan.table("hall.csv").first { $0["seat"] == "2" }?["name"])
      let notes = try plan.report().notes
      #expect(notes.count == 1)
      #expect(notes.first?.text.hasPrefix("\(middle) (") == true)
      #expect(result.output.contains("1 without an aisle seat (see report.json)"))
    }
  }

  @Test func `An event without rostrum and hall has nothing to plan, which is no fault`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(smallEvent(people: "name\nAda\n"))
      let result = try await plenum("plan", event, "-o", folder.path("out"))
      #expect(result.status == 0)
      #expect(
        result.output.contains(
          "none of the tables rostrum, hall, rooms, vehicles, tables, discussion and duties: there is nothing to plan"
        ))
      #expect(try PlanOnDisk(folder.path("out")).report().modules.isEmpty)
      #expect(try await plenum("verify", event, folder.path("out")).status == 0)
    }
  }

  @Test func `A module that is asked for and has no table is bad input`() async throws {
    try await withTemporaryFolder { folder in
      let event = try folder.event(smallEvent(people: "name\nAda\n", rostrum: "row,seats\n1,1\n"))
      let result = try await plenum("plan", event, "-o", folder.path("out"), "--only", "hall")
      #expect(result.status == 65)
      #expect(
        result.errorLines.filter { !$0.contains(": note: ") }
          == ["hall.csv: this table is missing: its module cannot be planned"])
      #expect(try folder.names() == ["event"])
    }
  }

  @Test(arguments: [("zh_CN.UTF-8", "找不到这个会议（文件夹或 Excel 工作簿）"), ("en_GB.UTF-8", "there is no such event")])
  func `An event that does not exist is told in the user's language`(language: String, words: String)
    async throws
  {
    try await withTemporaryFolder { folder in
      let result = try await plenum(
        "plan", folder.path("event"), "-o", folder.path("out"), language: language)
      #expect(result.status == 66)
      #expect(result.errors.contains(words))
      #expect(result.errors.contains(folder.path("event")))
      #expect(result.output.isEmpty)
      #expect(try folder.names().isEmpty)
    }
  }

  @Test func `OUT that is a file cannot be made a folder, and stays`() async throws {
    try await withTemporaryFolder { folder in
      try Data("mine".utf8).write(to: folder.url.appendingPathComponent("out"))
      let result = try await plenum("plan", fixture("tabs"), "-o", folder.path("out"))
      #expect(result.status == 73)
      #expect(result.errors.contains("there is a file, not a folder"))
      #expect(try contents(of: folder.url.path) == ["out": Data("mine".utf8)])
    }
  }

  @Test func `OUT that is a link to nowhere is told, and what has no plan folder is status 66`() async throws
  {
    try await withTemporaryFolder { folder in
      let (event, out) = (try folder.copy(of: fixture("tabs")), folder.path("out"))
      try FileManager.default.createSymbolicLink(atPath: out, withDestinationPath: "nowhere")
      let plan = try await plenum("plan", event, "-o", out)
      #expect(plan.status == 73)
      #expect(plan.errors.contains("there is a link that leads nowhere"))
      for arguments in [
        ["verify", event, out], ["explain", event, out, "P01"], ["redraw", event, out], ["diff", out, event],
        ["print", event, out], ["approve", event, out, "--by", "Ada"],
        ["replan", event, "-o", folder.path("new"), "--from", out],
      ] {
        let result = try await plenum(arguments: arguments, language: "C", home: folder.url)
        #expect(result.status == 66, "\(arguments)")
        #expect(result.errors.contains("\(out): there is no such folder"), "\(result.errors)")
      }
      #expect(try folder.names() == ["event", "out"])
    }
  }

  @Test(arguments: ["hall.csv", "report.json", "documents/seat-map.html"])
  func `A folder in the place of a file is not ours to remove`(name: String) async throws {
    try await withTemporaryFolder { folder in
      let treasure = folder.path("out") + "/" + name
      try FileManager.default.createDirectory(atPath: treasure, withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: URL(fileURLWithPath: treasure + "/treasure"))
      let result = try await plenum("plan", fixture("tabs"), "-o", folder.path("out"))
      #expect(result.status == 74)
      #expect(
        result.errors.contains(treasure + ": cannot write the plan: there is a folder in place of a file"))
      #expect(try contents(of: folder.url.path) == ["out/\(name)/treasure": Data("mine".utf8)])
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `Messages that cannot be written keep nobody from a plan, nor from a status`() async throws {
    try await withTemporaryFolder { folder in
      for (event, status) in [(fixture("county"), 0), (fixture("malformed/many-problems"), 65)] {
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        let arguments = ["plan", event, "-o", folder.path("out"), "--only", seats, "--gap", "0.5"]
        let result = try await RunningCommand(arguments, home: folder.url, errors: full).result()
        #expect(result.status == Int32(status))
      }
      #expect(try PlanOnDisk(folder.path("out")).table("rostrum.csv").count == 29)
    }
  }

  @Test func `Who reads no further than a line keeps nobody from a plan`() async throws {
    try await withTemporaryFolder { folder in
      let words = ["/bin/sh", "-c", "{ \"$@\"; echo status $? >> status; } 2>&1 | head -c 1", "sh"]
      _ = try await RunningCommand(
        [
          "plan", fixture("tabs"), fixture("malformed/no-people"), fixture("utf16"), "-o", "out", "--jobs",
          "1",
        ],
        language: "C", home: folder.url, launcher: words
      ).result()
      #expect(try folder.names() == ["out", "status"])
      #expect(try PlanOnDisk(folder.url.path).text("status") == "status 74\n")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path("out")).sorted()
          == ["summary.json", "tabs", "utf16"])
    }
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `A result that stdout does not take is status 74, and a plan is written all the same`() async throws {
    try await withTemporaryFolder { folder in
      let (event, out) = (try folder.copy(of: fixture("tabs")), folder.path("out"))
      let calls = [
        ["plan", event, "-o", out], ["replan", event, "-o", out], ["redraw", event, out],
        ["diff", out + "/versions/1", out], ["check", event], ["verify", event, out],
        ["explain", event, out, "P01"],
        ["template", folder.path("new")], ["--help"], ["plan", "--help"], ["--version"],
        ["--generate-completion-script", "bash"],
      ]
      for arguments in calls {
        let full = try #require(FileHandle(forWritingAtPath: "/dev/full"))
        let result = try await RunningCommand(
          arguments, language: "C", home: folder.url, output: full
        ).result()
        #expect(result.status == 74, "\(arguments)")
        #expect(result.errors == "the result could not be written to stdout\n", "\(arguments)")
      }
      #expect(try await plenum("verify", event, out).status == 0)
    }
  }

  @Test(arguments: [
    ["plan", "-o", "out"], ["replan", "-o", "out"], ["redraw", "out"], ["check"], ["verify", "out"],
    ["explain", "out", "1"],
  ])
  func `An event that is not there is status 66 for every command`(words: [String]) async throws {
    try await withTemporaryFolder { folder in
      for missing in ["event", "event/below", "."] {
        let event = missing == "." ? folder.path("event/../none") : missing
        let arguments = [words[0], event] + words.dropFirst()
        let result = try await plenum(arguments: arguments, language: "C", home: folder.url)
        #expect(result.status == 66, "\(arguments)")
        #expect(result.errors.contains("there is no such event"))
        #expect(result.output.isEmpty)
      }
    }
  }

  @Test func `A limit that stops the search leaves a whole plan and status 1`() async throws {
    try await withTemporaryFolder { folder in
      let result = try await plenum("plan", fixture("county"), "-o", folder.path("out"), "--time-limit", "0")
      let plan = PlanOnDisk(folder.path("out"))
      #expect(result.status == 1)
      #expect(try plan.report().modules["rostrum"]?.status == "stopped")
      #expect(try plan.table("rostrum.csv").count == 29)
      #expect(try await plenum("verify", fixture("county"), folder.path("out")).status == 0)
    }
  }
}
