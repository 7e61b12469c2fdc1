import Foundation

/// A folder of one test, removed when the test ends.
struct TemporaryFolder {
  let url: URL

  /// A new folder, which whoever asked for it removes.
  static func make() throws -> TemporaryFolder {
    let url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent("plenum-test-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return TemporaryFolder(url: url)
  }

  /// Removes the folder and everything in it.
  func remove() {
    try? FileManager.default.removeItem(at: url)
  }

  /// The path of something in the folder.
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// The names of everything in the folder, hidden files too.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }

  /// Writes the tables of an event and returns its path.
  func event(named name: String = "event", _ tables: [String: String]) throws -> String {
    let folder = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (table, text) in tables {
      try Data(text.utf8).write(to: folder.appendingPathComponent(table))
    }
    return folder.path
  }

  /// Copies a fixture in order to change it, and returns the copy's path.
  func copy(of fixture: String, as name: String = "event") throws -> String {
    try FileManager.default.copyItem(atPath: fixture, toPath: path(name))
    return path(name)
  }
}

/// Gives `body` a folder of its own.
func withTemporaryFolder<Result>(
  isolation: isolated (any Actor)? = #isolation, _ body: (TemporaryFolder) async throws -> Result
) async throws -> Result {
  let folder = try TemporaryFolder.make()
  defer { folder.remove() }
  return try await body(folder)
}

/// The path of an event that is kept with the sources.
func fixture(_ name: String) -> String {
  tests.deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)")
    .path
}

/// The modules of an event that give people seats: what tests of seats ask for, since hotels and vehicles take longer.
let seats = "rostrum,hall"

/// The folder of these tests.
let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

/// Every file below a folder by its path from there.
func contents(of folder: String) throws -> [String: Data] {
  var files: [String: Data] = [:]
  for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
    let path = folder + "/" + name
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    if !isFolder.boolValue { files[name] = try Data(contentsOf: URL(fileURLWithPath: path)) }
  }
  return files
}

/// The files of plans and summaries with the one thing made equal that two runs may tell differently: the seconds; and
/// without what depends on the plan that was there before, and what is kept twice in OUT.
func contentsWithoutSeconds(of folder: String) throws -> [String: Data] {
  var files = try contents(of: folder).filter { name, _ in
    !name.hasPrefix("versions/") && !name.hasPrefix("drawn/") && name != "changes.csv"
  }
  for (name, data) in files where name.hasSuffix(".html") || name.hasSuffix(".svg") {
    let text = String(decoding: data, as: UTF8.self)
    files[name] = Data(text.replacing(/第[0-9]+版|version [0-9]+,/, with: "version").utf8)
  }
  for (name, data) in files where name.hasSuffix(".json") {
    let text = String(decoding: data, as: UTF8.self)
    files[name] = Data(text.replacing(/"seconds" : [0-9.e-]+/, with: "\"seconds\" : 0").utf8)
  }
  return files
}
