import CExchange
import Foundation
import Localization
import Testing

@testable import EventFiles

@Suite struct PlanFolders {
  private let folder: TemporaryFolder
  private var out: URL { folder.url.appendingPathComponent("OUT") }

  init() throws {
    folder = try TemporaryFolder()
  }

  private func data(_ files: [String: String]) -> [String: Data] {
    files.mapValues { Data($0.utf8) }
  }

  /// An earlier plan, and what its owner keeps beside it.
  private func writeEarlierPlan() throws {
    for (name, text) in [
      "hall.csv": "old", "rostrum.csv": "old", "mine.txt": "mine", "documents/hall/map.svg": "map",
      "documents/cards.html": "cards",
    ] {
      try folder.write(text, to: "OUT/" + name)
    }
    try FileManager.default.createDirectory(
      at: out.appendingPathComponent("empty"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: out.appendingPathComponent("link").path, withDestinationPath: "mine.txt")
  }

  private let earlier = [
    "OUT": "folder", "OUT/hall.csv": "old", "OUT/rostrum.csv": "old", "OUT/mine.txt": "mine",
    "OUT/documents": "folder", "OUT/documents/hall": "folder", "OUT/documents/hall/map.svg": "map",
    "OUT/documents/cards.html": "cards", "OUT/empty": "folder", "OUT/link": "mine",
  ]

  @Test func `A new folder is made, and those on its way`() throws {
    let deep = folder.url.appendingPathComponent("a/b/OUT")
    try PlanFolder(deep).replace(with: data(["hall.csv": "new", "documents/map.svg": "map"]))
    #expect(
      try folder.contents() == [
        "a": "folder", "a/b": "folder", "a/b/OUT": "folder", "a/b/OUT/hall.csv": "new",
        "a/b/OUT/documents": "folder", "a/b/OUT/documents/map.svg": "map",
      ])
  }

  @Test func `What is neither new nor obsolete is kept`() throws {
    try writeEarlierPlan()
    try PlanFolder(out).replace(with: data(["hall.csv": "new", "documents/cards.html": "new cards"])) {
      $0 == "rostrum.csv" || $0.hasPrefix("documents/hall/")
    }
    var expected = earlier
    expected["OUT/hall.csv"] = "new"
    expected["OUT/documents/cards.html"] = "new cards"
    expected["OUT/rostrum.csv"] = nil
    expected["OUT/documents/hall"] = nil
    expected["OUT/documents/hall/map.svg"] = nil
    #expect(try folder.contents() == expected)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: out.path + "/link") == "mine.txt")
  }

  @Test func `Permissions of the folder stay as they were`() throws {
    try writeEarlierPlan()
    try FileManager.default.setAttributes([.posixPermissions: 0o750], ofItemAtPath: out.path)
    try PlanFolder(out).replace(with: [:])
    let permissions = try FileManager.default.attributesOfItem(atPath: out.path)[.posixPermissions] as? Int
    #expect(permissions == 0o750)
  }

  @Test func `A link to a folder is followed`() throws {
    try writeEarlierPlan()
    let link = folder.url.appendingPathComponent("link")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: out)
    try PlanFolder(link).replace(with: data(["hall.csv": "new"]))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == out.path)
    #expect(try folder.contents()["OUT/hall.csv"] == "new")
  }

  @Test func `A write that fails leaves the earlier plan as it was, and nothing beside it`() throws {
    try writeEarlierPlan()
    // The second file needs a folder where the first one is.
    let fault = #expect(throws: PlanFolderFault.self) {
      try PlanFolder(out).replace(with: data(["a": "file", "a/b": "file", "hall.csv": "new"]))
    }
    #expect(fault?.path == out.path + "/a")
    #expect(try folder.contents() == earlier)
  }

  @Test func `A folder in place of a file is not removed`() throws {
    try writeEarlierPlan()
    let fault = #expect(throws: PlanFolderFault.self) {
      try PlanFolder(out).replace(with: data(["documents": "new", "hall.csv": "new"]))
    }
    #expect(fault?.kind == .cannotWrite)
    #expect(
      fault?.message
        == Phrase(
          "\(out.path)/documents：无法写入方案：此处是文件夹，应为文件",
          "\(out.path)/documents: cannot write the plan: there is a folder in place of a file"))
    #expect(try folder.contents() == earlier)
  }

  @Test func `A file in place of the folder or of one on its way is told`() throws {
    try folder.write("mine", to: "OUT")
    let fault = #expect(throws: PlanFolderFault.self) { try PlanFolder(out).replace(with: [:]) }
    #expect(fault?.kind == .cannotCreate)
    #expect(
      fault?.message
        == Phrase(
          "\(out.path)：无法建立方案文件夹：此处已有文件，不是文件夹",
          "\(out.path): cannot make the folder of the plan: there is a file, not a folder"))
    let below = #expect(throws: PlanFolderFault.self) {
      try PlanFolder(out.appendingPathComponent("deep/OUT")).replace(with: [:])
    }
    #expect(below?.kind == .cannotCreate)
    #expect(below?.message.english.hasSuffix("a part of the path is no folder") ?? false)
    #expect(throws: PlanFolderFault.self) { try PlanFolder(out).planFiles() }
    #expect(try folder.contents() == ["OUT": "mine"])
  }

  @Test func `A name that no file system takes is told`() throws {
    let long = folder.url.appendingPathComponent(String(repeating: "x/", count: 5_000) + "OUT")
    let fault = #expect(throws: PlanFolderFault.self) { try PlanFolder(long).replace(with: [:]) }
    #expect(fault?.kind == .cannotCreate)
    #expect(try folder.contents().isEmpty)
  }

  @Test func `What killed runs left behind is removed, what a living one uses is not`() throws {
    try writeEarlierPlan()
    try folder.write("half", to: ".OUT.plenum-new-1/hall.csv")
    try folder.write("half", to: ".OUT.plenum-old-1/hall.csv")
    try folder.write("other", to: ".OUT2.plenum-new-1/hall.csv")
    let living = try StagingFolder(parent: folder.url.path, prefix: ".OUT.plenum-new-")
    try PlanFolder(out).replace(with: data(["hall.csv": "new"]))
    let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder.url.path))
    #expect(names == ["OUT", ".OUT2.plenum-new-1", (living.path as NSString).lastPathComponent])
  }

  @Test func `Two folders change places in one step`() throws {
    try folder.write("one", to: "one/file")
    try folder.write("other", to: "other/file")
    let (one, other) = (folder.url.path + "/one", folder.url.path + "/other")
    #expect(plenum_exchange(one, other) == 0)
    #expect(try folder.contents()["one/file"] == "other")
    #expect(plenum_exchange(one, other + "/nowhere") == ENOENT)
  }

  @Test func `Where folders cannot change places the new one follows the old one`() throws {
    try writeEarlierPlan()
    try PlanFolder(out, exchange: { _, _ in ENOSYS }).replace(with: data(["hall.csv": "new"]))
    #expect(try folder.contents() == earlier.merging(["OUT/hall.csv": "new"]) { $1 })
  }

  @Test(arguments: [
    (ENOSPC, "the disk is full"), (EROFS, "the disk is read-only"), (EBUSY, "the folder is in use"),
  ])
  func `A last step that fails leaves the earlier plan as it was`(_ error: Int32, _ reason: String) throws {
    try writeEarlierPlan()
    let fault = #expect(throws: PlanFolderFault.self) {
      try PlanFolder(out, exchange: { _, _ in error }).replace(with: data(["hall.csv": "new"]))
    }
    #expect(fault?.message.english == "\(out.path): cannot write the plan: \(reason)")
    #expect(try folder.contents() == earlier)
  }

  @Test func `A plan that was set aside when its run was killed comes back`() throws {
    try folder.write("old", to: ".OUT.plenum-old-1/hall.csv")
    try PlanFolder(out).replace(with: data(["rostrum.csv": "new"]))
    #expect(try folder.contents() == ["OUT": "folder", "OUT/hall.csv": "old", "OUT/rostrum.csv": "new"])
  }

  @Test func `The files of a plan are read, and nothing else`() throws {
    let folder = PlanFolder(out)
    #expect(try folder.planFiles().isEmpty)
    try writeEarlierPlan()
    #expect(try folder.planFiles() == data(["hall.csv": "old", "rostrum.csv": "old"]))
    try self.folder.write("x", to: "OUT/report.json/inside")
    #expect(throws: PlanFolderFault.self) { try folder.planFiles() }
  }
}
