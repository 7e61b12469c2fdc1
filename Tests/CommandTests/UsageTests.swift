import Foundation
import Testing

@Suite("The command line")
struct UsageTests {
  @Test(arguments: [
    ["plan"], ["plan", "-o", "out"], ["plan", "event"], ["plan", "event", "-o", "out", "--frobnicate"],
    ["plan", "event", "-o", "out", "--seed", "x"], ["plan", "event", "-o", "out", "--only", "hal"],
    ["plan", "event", "-o", "out", "--only", ""], ["plan", "event", "-o", "out", "--time-limit", "-1"],
    ["plan", "event", "-o", "out", "--time-limit", "nan"], ["plan", "event", "-o", ""], ["verify", "event"],
    ["plan", "event", "-o", "out", "--gap", "1"], ["plan", "event", "-o", "out", "--gap", "-0.1"],
    ["plan", "event", "-o", "out", "--gap", "nan"], ["plan", "event", "-o", "out", "--gap", "inf"],
    ["plan", "event", "-o", "out", "--gap", "1%"],
    ["plan", "event", "-o", "out", "--jobs", "0"], ["plan", "event", "-o", "out", "--jobs", "x"],
    ["plan", "event", "-o", "out", "--shard", "3/2"], ["plan", "event", "-o", "out", "--shard", "1"],
    ["template"], ["check"], ["plann"], ["template", "new", "--language", "fr"],
  ])
  func `Wrong usage is told with the right one, and nothing is done`(arguments: [String]) async throws {
    try await withTemporaryFolder { folder in
      _ = try folder.copy(of: fixture("tabs"))
      let result = try await RunningCommand(arguments, home: folder.url).result()
      #expect(result.status == 64)
      #expect(result.output.isEmpty)
      #expect(result.errors.contains("Usage: plenum"))
      #expect(try folder.names() == ["event"])
    }
  }

  @Test(arguments: [
    ("event", "the event itself"), (".", "the current folder"), ("..", "the folder above"),
    ("event/.", "the event in other words"), ("/", "the folder above all"), ("link", "a link to the event"),
  ])
  func `The plan may not take the place of anything it would carry away`(out: String, what: String)
    async throws
  {
    try await withTemporaryFolder { folder in
      let event = try folder.copy(of: fixture("tabs"))
      try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: event)
      let before = try contents(of: folder.url.path)
      let result = try await plenum("plan", "event", "-o", out, home: folder.url)
      #expect(result.status == 64, "\(what)")
      #expect(result.errors.contains("-o：请另选一个文件夹"))
      #expect(try contents(of: folder.url.path) == before)
    }
  }

  @Test(arguments: [("zh_CN.UTF-8", "会议文件夹"), ("C", "a folder with people.csv")])
  func `Help is in the user's language`(language: String, words: String) async throws {
    for command in ["plan", "check", "verify"] {
      let result = try await plenum(command, "--help", language: language)
      #expect(result.status == 0)
      #expect(result.output.contains(words))
    }
  }

  @Test(arguments: ["en_US.UTF-8", "C", ""])
  func `English help has no Chinese but the names of files`(language: String) async throws {
    for arguments in [["--help"], ["plan", "--help"], ["template", "--help"]] {
      let result = try await withTemporaryFolder {
        try await RunningCommand(arguments, language: language, home: $0.url).result()
      }
      let text = result.output.replacing("座位图.html", with: "")
      #expect(!text.unicodeScalars.contains { $0.properties.isIdeographic })
    }
  }
}
