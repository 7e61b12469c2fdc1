import Foundation
import FuzzedInput
import Testing

/// Inputs that fuzzers made up: those by which one once broke a promise, named after what went wrong, and some that
/// reach far into the reader and the planner.
@Suite("What fuzzers made up")
struct FuzzedInputTests {
  private static let folder = tests.deletingLastPathComponent().appendingPathComponent("Fuzzing/Kept")

  static func kept(_ kind: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(kind).path)
    return (names ?? []).sorted()
  }

  private func bytes(_ kind: String, _ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Self.folder.appendingPathComponent("\(kind)/\(name)")))
  }

  @Test(arguments: kept("tables"))
  func `The reader of tables keeps every promise`(name: String) throws {
    #expect(try brokenPromises(ofTable: bytes("tables", name)).isEmpty)
  }

  @Test(arguments: kept("workbooks"))
  func `The reader of workbooks keeps every promise`(name: String) throws {
    #expect(try brokenPromises(ofWorkbook: bytes("workbooks", name)).isEmpty)
  }

  @Test(arguments: kept("events"))
  func `Reading, planning and verifying keep every promise`(name: String) throws {
    #expect(try brokenPromises(ofEvent: bytes("events", name)).isEmpty)
  }

  @Test func `One text holds the files of a whole event`() {
    let event = Array("people.csv\n=== event.csv\nkey,value\nname,A\n=== people.csv\nname\nAda\n".utf8)
    #expect(brokenPromises(ofEvent: event).isEmpty)
    #expect(EventFilesText(event).files.map(\.name) == ["event.csv", "people.csv"])
    #expect(EventFilesText(event).contents["people.csv"] == Data("name\nAda\n".utf8))
  }
}
