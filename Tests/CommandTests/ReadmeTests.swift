import ArgumentParser
import Foundation
import Testing

@testable import plenum

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../..")
  .standardizedFileURL
private let readmes = ["README.md", "README.zh.md"]

@Suite struct `What README says` {
  @Test(arguments: readmes) func `Its Swift example is the code that is compiled here`(name: String) throws {
    let example = try String(
      contentsOf: root.appendingPathComponent("Tests/CommandTests/ReadmeExample.swift"), encoding: .utf8)
    let examples = try blocks("swift", of: name)
    #expect(examples.contains(example.trimmingCharacters(in: .newlines)))
  }

  @Test func `The example seats the rostrum of the county`() throws {
    let lines = try rostrum(of: root.appendingPathComponent("Fixtures/county"))
    #expect(lines.count == 29)
    #expect(lines.contains("刘志文: row 1, seat 1, place 9"))
  }

  @Test func `The example names the rows whose wishes conflict`() throws {
    let lines = try rostrum(of: root.appendingPathComponent("Fixtures/conflict/beside-and-apart"))
    #expect(lines == ["people, row 3", "people, row 8"])
  }

  @Test(arguments: readmes) func `Every command line that it prints is understood`(name: String) throws {
    let lines = try blocks("sh", of: name).flatMap(withoutComments)
    let arguments = lines.map(words).filter { $0.first == "plenum" }.map { Array($0.dropFirst()) }
    #expect(
      Set(arguments.compactMap(\.first)) == [
        "plan", "replan", "redraw", "diff", "approve", "print", "check", "verify", "explain", "template",
      ])
    for command in arguments {
      #expect(throws: Never.self, "\(command)") { try Plenum.parseAsRoot(command) }
    }
  }

  @Test(arguments: readmes) func `The command in the lines of each scheduler is understood`(name: String)
    throws
  {
    // What the shell or GNU parallel puts in, as a number.
    let lines = try text(of: name).replacing(/\$\(\(.*?\)\)|\$[A-Z_]+|\{\}/, with: "7")
      .matches(of: /plenum plan [^'\n]* --shard [^'\n]*/).map { String($0.0) }
    #expect(lines.count == 3)
    for line in lines {
      let arguments = words(line).dropFirst().map { $0.replacing("*", with: "a") }
      #expect(throws: Never.self, "\(line)") { try Plenum.parseAsRoot(Array(arguments)) }
    }
  }

  @Test func `The page of the documentation that plans a small event prints what its code gives`() throws {
    let (tests, page) = (
      root.appendingPathComponent("Tests/CommandTests/SmallEventExample.swift"),
      try text(of: "Sources/PlenumKit/PlenumKit.docc/PlanningASmallEvent.md")
    )
    let code = try String(contentsOf: tests, encoding: .utf8).trimmingCharacters(in: .newlines)
    #expect(page.contains("\n```swift\n\(code)\n```\n"))
    #expect(page.contains("\n```\n\(seatSmallAssembly().joined(separator: "\n"))\n```\n"))
    let function = code.components(separatedBy: "\n").drop { !$0.hasPrefix("func") }
    #expect(function.count <= 20)
  }

  @Test(arguments: readmes) func `Every file and folder that it links to is there`(name: String) throws {
    let links = try text(of: name).matches(of: #/\]\(([^)#:]+)\)/#).map { String($0.1) }
    #expect(!links.isEmpty)
    for link in links {
      #expect(FileManager.default.fileExists(atPath: root.appendingPathComponent(link).path), "\(link)")
    }
  }

  @Test func `Both languages print the same commands and have as many sections`() throws {
    let commands = try readmes.map { try blocks("sh", of: $0).map(withoutComments) }
    #expect(commands[0] == commands[1])
    let sections = try readmes.map { try text(of: $0).matches(of: #/(?m)^#+ /#).count }
    #expect(sections[0] == sections[1])
  }
}

private func text(of name: String) throws -> String {
  try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
}

/// The fenced blocks of a language, without their fences.
private func blocks(_ language: String, of name: String) throws -> [String] {
  try text(of: name).components(separatedBy: "\n```\(language)\n").dropFirst().map {
    $0.components(separatedBy: "\n```")[0]
  }
}

private func words(_ line: String) -> [String] {
  line.split(separator: " ").map(String.init)
}

private func withoutComments(_ block: String) -> [String] {
  block.split(separator: "\n").map { $0.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces) }
}
