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
    ["plan", "", "-o", "out"], ["check", ""], ["verify", "event", ""], ["print", "", "out"],
    ["diff", "", "out"],
    ["replan", "", "-o", "out"], ["template", ""],
    ["template"], ["check"], ["plann"], ["template", "new", "--language", "fr"],
  ])
  func `Wrong usage is told with the right one, and nothing is done`(arguments: [String]) async throws {
    try await withTemporaryFolder { folder in
      _ = try folder.copy(of: fixture("tabs"))
      let result = try await RunningCommand(arguments, language: "en_GB.UTF-8", home: folder.url).result()
      #expect(result.status == 64)
      #expect(result.output.isEmpty)
      #expect(result.errors.contains("Usage: plenum"))
      #expect(try folder.names() == ["event"])
    }
  }

  @Test(arguments: [
    (["plan", "event"], "错误：缺少 '"),
    (["plan", "event", "-o", "out", "--frobnicate"], "错误：不认识的选项 '--frobnicate'"),
    (["plan", "event", "-o"], "错误：'"), (["check"], "错误：缺少 '"),
  ])
  func `Wrong usage is told in Chinese where the user's language is`(arguments: [String], words: String)
    async throws
  {
    try await withTemporaryFolder { folder in
      let result = try await RunningCommand(arguments, language: "zh_CN.UTF-8", home: folder.url).result()
      #expect(result.status == 64)
      #expect(result.errors.contains(words))
      #expect(result.errors.contains("用法：plenum"))
      #expect(!result.errors.contains("Error") && !result.errors.contains("Usage"))
    }
  }

  @Test(arguments: [
    (["plan", "event", "-o", "out", "--only", "hal"], "：没有“hal”这个模块；可选：rostrum、hall、rooms、vehicles、"),
    (["plan", "event", "-o", "out", "--json=3"], "错误：'--json' 后面不能写 '3'"),
    (["plan", "event", "-oout"], "  或者：'-oout' 中 '-o <out>' 后面缺少内容"),
    (["template", "new", "--language", "fr"], "错误：'--language <language>' 不能是 'fr'，可写 'zh' 或 'en'"),
  ])
  func `In Chinese too it is told what may be written`(arguments: [String], words: String) async throws {
    let result = try await plenum(arguments: arguments)
    #expect(result.status == 64)
    #expect(result.errors.contains(words), "\(result.errors)")
  }

  @Test(arguments: ["zh_CN.UTF-8", "C"])
  func `The help of --only and --free has every module, as the manual and the formats do`(language: String)
    async throws
  {
    let modules = ["rostrum", "hall", "rooms", "vehicles", "tables", "discussion", "staff"]
    for command in ["plan", "replan"] {
      let help = try await plenum(command, "--help", language: language).output.filter { !$0.isWhitespace }
      let count = help.components(separatedBy: modules.joined(separator: ",")).count - 1
      #expect(count == (command == "plan" ? 1 : 2), "\(help)")
    }
    for page in ["plenum.1", "formats.md"] {
      let text = try String(contentsOf: tests.appendingPathComponent("../../docs/" + page), encoding: .utf8)
      #expect(text.contains(modules.joined(separator: ", ")), "\(page)")
    }
  }

  @Test(arguments: ["print", "redraw", "approve"])
  func `A folder that is replaced as a whole is not the one somebody is at work in`(command: String)
    async throws
  {
    try await withTemporaryFolder { folder in
      let event = try folder.copy(of: fixture("tabs"))
      #expect(try await plenum("plan", event, "-o", "out", home: folder.url).status == 0)
      let before = try contents(of: folder.path("out"))
      let words = [command, event, "."] + (command == "approve" ? ["--by", "Ada"] : [])
      let result = try await plenum(
        arguments: words, home: folder.url.appendingPathComponent("out"))
      #expect(result.status == 64)
      #expect(result.errors.contains("请到别处再运行"))
      #expect(try contents(of: folder.path("out")) == before)
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
      for command in ["plan", "replan"] {
        let result = try await plenum(command, "event", "-o", out, home: folder.url)
        #expect(result.status == 64, "\(what)")
        #expect(result.errors.contains("-o：请另选一个文件夹"))
      }
      #expect(try contents(of: folder.url.path) == before)
    }
  }

  @Test(arguments: [
    ("event", "event/out"), ("./event", "event/out/"), ("event/.", "event//out"), ("link", "event/out"),
    ("event", "link/out"), ("event/../event", "event/./out"),
  ])
  func `A plan may lie in the event's own folder, however both are spelled`(event: String, out: String)
    async throws
  {
    try await withTemporaryFolder { folder in
      let place = try folder.copy(of: fixture("tabs"))
      try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: place)
      for _ in 1...2 {
        #expect(try await plenum("plan", event, "-o", out, home: folder.url).status == 0)
        #expect(try await plenum("verify", event, out, home: folder.url).status == 0)
      }
    }
  }

  @Test func `Quiet commands tell problems and nothing else`() async throws {
    try await withTemporaryFolder { folder in
      let (event, out) = (try folder.copy(of: fixture("tabs")), folder.path("out"))
      for arguments in [
        ["plan", event, "-o", out], ["check", event], ["verify", event, out], ["explain", event, out, "P01"],
        ["template", folder.path("new")], ["plan", event, "-o", folder.path("batch"), "--shard", "1/1"],
      ] {
        let result = try await plenum(arguments: arguments + ["--quiet"])
        #expect(result.status == 0, "\(arguments)")
        #expect((result.output + result.errors).isEmpty, "\(arguments)")
      }
      let bad = try await plenum("check", fixture("malformed/no-people"), "--quiet")
      #expect(bad.status == 65 && bad.output.isEmpty && !bad.errors.isEmpty)
    }
  }

  @Test func `On a terminal progress shows the module, the best plan, the bound and the time, and goes away`()
    async throws
  {
    try await withTemporaryFolder { folder in
      // Python's pty gives the command a terminal, whose text comes to our stdout.
      let program = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
      let command = try RunningCommand(
        ["plan", fixture("county"), "-o", folder.path("out"), "--only", "hall"], home: folder.url,
        launcher: ["/usr/bin/env", "python3", "-c", program])
      let result = try await command.result()
      #expect(result.status == 0, "\(result.errors)")
      let parts = result.output.components(separatedBy: "\r\u{1B}[K")
      #expect(parts.contains { $0.wholeMatch(of: /正在安排会场… [0-9]+ 秒/) != nil })
      #expect(parts.contains { $0.wholeMatch(of: /正在安排会场… 最好 [0-9,]+(，下界 [0-9,]+)?，[0-9]+ 秒/) != nil })
      #expect(parts.last?.contains("青石县") == true)
      let quiet = try await RunningCommand(
        ["plan", fixture("tabs"), "-o", folder.path("quiet"), "--quiet"], home: folder.url,
        launcher: ["/usr/bin/env", "python3", "-c", program]
      ).result()
      #expect(quiet.status == 0 && quiet.output.isEmpty)
    }
  }

  @Test(arguments: [["--version"], ["plan", "--version"]])
  func `The version is told`(arguments: [String]) async throws {
    let result = try await plenum(arguments: arguments)
    #expect(result.status == 0)
    #expect(result.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
  }

  @Test(arguments: [("zh_CN.UTF-8", "例如：plenum "), ("C", "Example: plenum ")])
  func `The help of every command has an example`(language: String, words: String) async throws {
    for command in ["plan", "check", "verify", "explain", "template"] {
      let result = try await plenum(command, "--help", language: language)
      #expect(result.output.contains(words + command))
    }
  }

  @Test(arguments: [("zh_CN.UTF-8", "会议：装有"), ("C", "a folder with people.csv")])
  func `Help is in the user's language`(language: String, words: String) async throws {
    for command in ["plan", "check", "verify"] {
      let result = try await plenum(command, "--help", language: language)
      #expect(result.status == 0)
      #expect(result.output.contains(words))
      #expect(result.output.contains("OPTIONS:") == (language == "C"))
    }
  }

  @Test(arguments: ["en_US.UTF-8", "C", ""])
  func `English help has no Chinese`(language: String) async throws {
    for arguments in [["--help"], ["plan", "--help"], ["template", "--help"]] {
      let result = try await withTemporaryFolder {
        try await RunningCommand(arguments, language: language, home: $0.url).result()
      }
      let text = result.output
      #expect(!text.unicodeScalars.contains { $0.properties.isIdeographic })
    }
  }
}
