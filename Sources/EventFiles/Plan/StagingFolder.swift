import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// A folder in which a plan is made ready beside its final place. It is locked for as long as the run lives, so that
/// another run can tell it from one that was left behind.
final class StagingFolder {
  let path: String
  private let lock: Int32

  init(parent: String, prefix: String) throws(PlanFolderFault) {
    path = parent + "/" + prefix + Self.uniqueSuffix()
    guard mkdir(path, 0o777) == 0 else { throw PlanFolderFault(.cannotCreate, parent, .system(errno)) }
    lock = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard lock >= 0 else {
      let fault = PlanFolderFault(.cannotCreate, parent, .system(errno))
      rmdir(path)
      throw fault
    }
    // Where locks are unknown the folder merely looks abandoned to a run of the same moment.
    _ = flock(lock, LOCK_EX | LOCK_NB)
  }

  deinit {
    close(lock)
  }

  /// What tells one staging folder from another of the same OUT.
  static func uniqueSuffix() -> String {
    String(UInt64.random(in: .min ... .max), radix: 36)
  }

  /// Whether no living run works in the folder.
  static func isAbandoned(_ path: String) -> Bool {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return false }
    defer { close(folder) }
    return flock(folder, LOCK_EX | LOCK_NB) == 0
  }

  /// Takes over the files of another folder, and its permissions.
  ///
  /// - Parameter place: the folder in this one where they are to lie; blank for this one itself.
  func keep(
    _ old: String, at place: String = "", except isLeftOut: (String) -> Bool
  ) throws(PlanFolderFault) {
    let target = place.isEmpty ? path : path + "/" + place
    try FileSystem.makeFolders(target)
    try keep(old, in: target, inside: "", except: isLeftOut)
  }

  private func keep(
    _ old: String, in root: String, inside folder: String, except isLeftOut: (String) -> Bool
  ) throws(PlanFolderFault) {
    let (source, target) = (old + folder, root + folder)
    for name in try FileSystem.listing(of: source) {
      let entry = folder + "/" + name
      switch FileSystem.kind(of: old + entry) {
      case .folder?:
        if isLeftOut(String(entry.dropFirst()) + "/") { continue }
        guard mkdir(root + entry, 0o777) == 0 else {
          throw PlanFolderFault(.cannotWrite, root + entry, .system(errno))
        }
        try keep(old, in: root, inside: entry, except: isLeftOut)
        // A folder of which everything is obsolete goes with its files.
        let wasEmpty = try FileSystem.listing(of: old + entry).isEmpty
        if !wasEmpty, try FileSystem.listing(of: root + entry).isEmpty { rmdir(root + entry) }
      case nil: continue
      default:
        if !isLeftOut(String(entry.dropFirst())) {
          try keepFile(old + entry, as: root + entry, besides: path + entry)
        }
      }
    }
    FileSystem.copyPermissions(of: source, to: target)
  }

  /// A file that this folder has already is copied: whoever edits one of both in place must not change the other.
  private func keepFile(_ old: String, as new: String, besides own: String) throws(PlanFolderFault) {
    if new != own, FileSystem.kind(of: own) == .file {
      try FileSystem.write(try FileSystem.read(old), to: new)
    } else {
      try FileSystem.link(old, as: new)
    }
  }

  /// Writes a new file, and the folders on its way.
  func write(_ data: Data, to name: String) throws(PlanFolderFault) {
    let file = path + "/" + name
    try FileSystem.makeFolders((file as NSString).deletingLastPathComponent)
    try FileSystem.write(data, to: file)
  }

  /// Waits until the folder's entries are on the disk.
  func synchronize() throws(PlanFolderFault) {
    guard fsync(lock) == 0 || errno == EINVAL else {
      throw PlanFolderFault(.cannotWrite, path, .system(errno))
    }
  }
}
