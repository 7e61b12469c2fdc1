public import Foundation

/// A file that is replaced in one step: whoever looks, and whatever kills the run, sees the old file whole or the new
/// one whole.
public struct WholeFile: Sendable {
  private let folder: String
  private let name: String

  /// The file `name` in a folder.
  public init(_ name: String, in folder: URL) {
    self.folder = folder.standardizedFileURL.resolvingSymlinksInPath().path
    self.name = name
  }

  /// Makes the folder, where it is not there.
  ///
  /// - Throws: `PlanFolderFault` when it cannot be made.
  public func makeFolder() throws(PlanFolderFault) {
    try FileSystem.makeFolders(folder)
  }

  /// Puts a new file in the place of the old one, and removes what killed runs left behind.
  ///
  /// - Throws: `PlanFolderFault`; the file is then as it was.
  public func replace(with data: Data) throws(PlanFolderFault) {
    let prefix = ".\(name).plenum-new-"
    for leftover in FileSystem.names(in: folder) where leftover.hasPrefix(prefix) {
      let path = folder + "/" + leftover
      if StagingFolder.isAbandoned(path) { FileSystem.removeAll(path) }
    }
    try makeFolder()
    let staging = try StagingFolder(parent: folder, prefix: prefix)
    defer { FileSystem.removeAll(staging.path) }
    do {
      try staging.write(data, to: name)
      try FileSystem.rename(staging.path + "/" + name, to: folder + "/" + name)
    } catch {
      throw error.relocated(from: staging.path, to: folder)
    }
    FileSystem.synchronizeFolder(folder)
  }
}
