import ArgumentParser
import Foundation
import Testing

@testable import plenum

@Suite("The manual page")
struct ManualTests {
  @Test func `It has every subcommand and option, and no other`() async throws {
    let manual = try String(
      contentsOf: tests.appendingPathComponent("../../docs/plenum.1"), encoding: .utf8)
    let help = try await plenum("--experimental-dump-help").output
    let root = try #require(try JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any])
    let commands = try #require((root["command"] as? [String: Any])?["subcommands"] as? [[String: Any]])
      .filter { $0["commandName"] as? String != "help" }
    let described = manual.matches(of: /(?m)^\.It Cm ([a-z]+)$/).map { String($0.1) }
    #expect(described == commands.compactMap { $0["commandName"] as? String })
    let options = commands.flatMap { $0["arguments"] as? [[String: Any]] ?? [] }
      .flatMap { $0["names"] as? [[String: Any]] ?? [] }
      .filter { $0["kind"] as? String == "long" }.compactMap { $0["name"] as? String }
    let told = manual.matches(of: /(?m)^\.It .*Fl -([a-z-]+)/).map { String($0.1) }
    #expect(Set(told) == Set(options))
  }
}
