import Assembly
public import Foundation

// The files of a plan may be edited by hand. What they were when documents were drawn of them lies in OUT/drawn: people were
// told that, whatever the files say by now.
extension PlanFolder {
  /// The files of the plan as its documents were drawn; nothing in a folder that keeps none.
  ///
  /// - Throws: `PlanFolderFault` when a file cannot be read.
  public func drawnFiles() throws(PlanFolderFault) -> [String: Data]? {
    var files: [String: Data] = [:]
    for name in FileSystem.names(in: path + "/" + Self.drawn) {
      files[name] = try FileSystem.read(path + "/" + Self.place(ofDrawn: name))
    }
    return files.isEmpty ? nil : files
  }

  /// Files as documents were drawn of them, where some that must have lain there are gone, or were left out as damaged.
  ///
  /// - Parameters:
  ///   - drawn: those that lie there.
  ///   - files: the plan as its files are, by name.
  /// - Returns: those files with the plan's own for the others, which count as not edited; and which these are. Else
  ///   everybody of whom they tell would be new.
  public static func completed(
    _ drawn: [String: Data], from files: [String: Data]
  ) -> (files: [String: Data], missing: [String]) {
    var completed = drawn
    var missing: [String] = []
    func complete(_ names: [String]) {
      for name in names where completed[name] == nil {
        guard let file = files[name] else { continue }
        completed[name] = file
        // The report tells of no place.
        if name != PlanFileName.report { missing.append(name) }
      }
    }
    complete([PlanFileName.report, PlanFileName.unplaced])
    complete(PlanReader.lackedFiles(in: completed).map(\.file))
    return (completed, missing)
  }

  /// The files of a plan, by the places at which they are kept as documents are drawn of them.
  public static func drawn(_ files: [String: Data]) -> [String: Data] {
    Dictionary(
      Module.planFiles.compactMap { name in files[name].map { (place(ofDrawn: name), $0) } }
    ) { first, _ in first }
  }

  /// Where a file lies in OUT as it was when documents were drawn of it.
  public static func place(ofDrawn file: String) -> String { drawn + "/" + file }

  /// Whether a path inside OUT, a folder's with `/` at its end, is of these files.
  public static func isDrawn(_ path: String) -> Bool { path.hasPrefix(drawn + "/") }

  /// Whether somebody edited tables of a plan since these were drawn.
  public static func areEdited(_ files: [String: Data], since drawn: [String: Data]?) -> Bool {
    guard let drawn else { return false }
    func tables(_ files: [String: Data]) -> [String: Data] { files.filter { $0.key != PlanFileName.report } }
    return tables(files) != tables(drawn)
  }

  private static let drawn = "drawn"
}
