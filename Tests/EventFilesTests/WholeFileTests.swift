import Foundation
import Testing

@testable import EventFiles

@Suite("A file that is replaced in one step")
struct WholeFileTests {
  @Test func `It is new or as it was, and nothing is left beside it`() throws {
    try withFolder { folder in
      let file = WholeFile("summary.json", in: folder)
      for text in ["one", "two"] {
        try file.replace(with: Data(text.utf8))
        #expect(
          try String(contentsOf: folder.appendingPathComponent("summary.json"), encoding: .utf8) == text)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["summary.json"])
    }
  }

  @Test func `What a killed run left behind goes with the next one, what a living one makes stays`() throws {
    try withFolder { folder in
      let prefix = ".summary.json.plenum-new-"
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(prefix + "dead"), withIntermediateDirectories: true)
      let living = try StagingFolder(parent: folder.path, prefix: prefix)
      try WholeFile("summary.json", in: folder).replace(with: Data())
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      #expect(names == [URL(fileURLWithPath: living.path).lastPathComponent, "summary.json"])
    }
  }

  @Test func `A folder that bears its name is not ours to remove`() throws {
    try withFolder { folder in
      let place = folder.appendingPathComponent("summary.json")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      #expect {
        try WholeFile("summary.json", in: folder).replace(with: Data())
      } throws: { error in
        let fault = error as? PlanFolderFault
        return fault?.kind == .cannotWrite && fault?.path == place.path
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["summary.json"])
    }
  }

  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("plenum-test-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }
}
