import Assembly
import CExchange
public import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The folder OUT of a plan, replaced in one step.
///
/// A sibling folder is filled with the new files and with whatever of the old ones is kept, written to the disk, and
/// then exchanged with OUT by a single call of the system. Whoever looks, and whatever kills the run, sees the old
/// plan whole or the new one whole. Folders that killed runs left behind are removed by the next run.
public struct PlanFolder: Sendable {
  /// The folder; where it is a symbolic link, the folder that the link leads to.
  public let path: String
  private let stagingPrefix: String
  private let asidePrefix: String
  private let exchange: @Sendable (String, String) -> Int32

  /// The folder at a place of the file system, which may not exist yet.
  public init(_ place: URL) {
    self.init(place) { plenum_exchange($0, $1) }
  }

  /// A folder on a file system that exchanges two folders as `exchange` does, which returns 0 or an error number.
  init(_ place: URL, exchange: @escaping @Sendable (String, String) -> Int32) {
    let resolved = place.standardizedFileURL.resolvingSymlinksInPath()
    path = resolved.path
    self.exchange = exchange
    stagingPrefix = ".\(resolved.lastPathComponent).plenum-new-"
    asidePrefix = ".\(resolved.lastPathComponent).plenum-old-"
  }

  /// Whether anything stands at its place.
  public var isThere: Bool { FileManager.default.fileExists(atPath: path) }

  /// The files of a plan that the folder holds, by name; none when there is no folder.
  ///
  /// - Throws: `PlanFolderFault` when something else than a folder stands there or a file cannot be read.
  public func planFiles() throws(PlanFolderFault) -> [String: Data] {
    guard try exists() else { return [:] }
    var files: [String: Data] = [:]
    for name in Module.planFiles {
      let file = path + "/" + name
      guard FileSystem.kind(of: file) != nil else { continue }
      files[name] = try FileSystem.read(file)
    }
    return files
  }

  /// Puts new files in the place of old ones.
  ///
  /// - Parameters:
  ///   - files: contents by path inside the folder, such as `hall.csv` or `documents/lists.html`.
  ///   - isObsolete: whether the old file of this path is to go, or the old folder of this path, which ends in `/`; a new
  ///     file of its name replaces it anyhow.
  ///   - version: the version as which all that is replaced is kept whole, as it was drawn; nothing keeps none. What of its
  ///     files is among `files` comes from there.
  /// - Throws: `PlanFolderFault`; the folder is then as it was.
  /// - Complexity: O(bytes of new files + number of kept files), which are linked and not copied where that can be.
  public func replace(
    with files: [String: Data], keepingAs version: Int? = nil, isObsolete: (String) -> Bool = { _ in false }
  ) throws(PlanFolderFault) {
    let parent = (path as NSString).deletingLastPathComponent
    try FileSystem.makeFolders(parent)
    try recover(in: parent)
    let isThere = try exists()
    let staging = try StagingFolder(parent: parent, prefix: stagingPrefix)
    do {
      if isThere {
        try staging.keep(path, except: { files[$0] != nil || isObsolete($0) })
        if let version {
          let place = Self.place(of: version)
          try staging.keep(path, at: place) {
            Self.isVersion($0) || Self.isDrawn($0) || files[place + "/" + $0] != nil
          }
        }
      }
      for (name, data) in files.sorted(by: { $0.key < $1.key }) {
        try refuseFolder(named: name, isThere: isThere)
        try staging.write(data, to: name)
      }
      try staging.synchronize()
      try publish(staging, isThere: isThere)
    } catch {
      FileSystem.removeAll(staging.path)
      throw error.relocated(from: staging.path, to: path)
    }
    FileSystem.synchronizeFolder(parent)
    // After an exchange the old folder bears the name of the staging folder.
    FileSystem.removeAll(staging.path)
  }

  private func exists() throws(PlanFolderFault) -> Bool {
    switch FileSystem.kind(of: path) {
    case nil: false
    case .folder: true
    // Links that lead somewhere were followed.
    case .symbolicLink: throw PlanFolderFault(.cannotCreate, path, .brokenLink)
    default: throw PlanFolderFault(.cannotCreate, path, .notAFolder)
    }
  }

  /// A folder that bears the name of a file may hold anything: it is not ours to remove.
  private func refuseFolder(named name: String, isThere: Bool) throws(PlanFolderFault) {
    let file = path + "/" + name
    if isThere, FileSystem.kind(of: file) == .folder {
      throw PlanFolderFault(.cannotWrite, file, .isAFolder)
    }
  }

  private func publish(_ staging: StagingFolder, isThere: Bool) throws(PlanFolderFault) {
    guard isThere else {
      return try FileSystem.rename(staging.path, to: path)
    }
    let error = exchange(staging.path, path)
    if error == 0 { return }
    guard [ENOSYS, EINVAL, ENOTSUP].contains(error) else {
      throw PlanFolderFault(.cannotWrite, path, .system(error))
    }
    // The file system knows no exchange: for a moment there is no OUT, and `recover` mends it if the run dies then.
    let aside =
      (path as NSString).deletingLastPathComponent + "/" + asidePrefix + StagingFolder.uniqueSuffix()
    try FileSystem.rename(path, to: aside)
    do {
      try FileSystem.rename(staging.path, to: path)
    } catch {
      try FileSystem.rename(aside, to: path)
      throw error
    }
    FileSystem.removeAll(aside)
  }

  /// Mends what runs that were killed left behind.
  private func recover(in parent: String) throws(PlanFolderFault) {
    for name in FileSystem.names(in: parent) {
      let leftover = parent + "/" + name
      if name.hasPrefix(asidePrefix) {
        if try exists() { FileSystem.removeAll(leftover) } else { try FileSystem.rename(leftover, to: path) }
      } else if name.hasPrefix(stagingPrefix), StagingFolder.isAbandoned(leftover) {
        FileSystem.removeAll(leftover)
      }
    }
  }
}
