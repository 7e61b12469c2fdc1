import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// The few calls of the system that a plan's folder needs, with faults for errors.
enum FileSystem {
  enum Kind {
    case folder, file, symbolicLink, other
  }

  /// What stands at a path, a symbolic link not followed; nothing when nothing does.
  static func kind(of path: String) -> Kind? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFREG: .file
    case S_IFLNK: .symbolicLink
    default: .other
    }
  }

  static func names(in folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
  }

  static func listing(of folder: String) throws(PlanFolderFault) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw PlanFolderFault(.cannotWrite, folder, .unreadable)
    }
  }

  static func read(_ file: String) throws(PlanFolderFault) -> Data {
    var status = stat()
    guard stat(file, &status) == 0 else { throw PlanFolderFault(.cannotWrite, file, .system(errno)) }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG else {
      throw PlanFolderFault(.cannotWrite, file, kind == S_IFDIR ? .isAFolder : .unreadable)
    }
    guard let data = FileManager.default.contents(atPath: file) else {
      throw PlanFolderFault(.cannotWrite, file, .unreadable)
    }
    return data
  }

  /// Makes a folder and those on its way, where they are not there.
  static func makeFolders(_ path: String) throws(PlanFolderFault) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw PlanFolderFault(.cannotCreate, path, .notAFolder)
      }
      return
    }
    guard errno == ENOENT else { throw PlanFolderFault(.cannotCreate, path, .system(errno)) }
    let parent = (path as NSString).deletingLastPathComponent
    if !parent.isEmpty, parent != path { try makeFolders(parent) }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw PlanFolderFault(.cannotCreate, path, .system(errno))
    }
  }

  /// Writes a new file and waits until it is on the disk.
  static func write(_ data: Data, to path: String) throws(PlanFolderFault) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw PlanFolderFault(.cannotWrite, path, .system(errno)) }
    defer { close(file) }
    let isWritten = data.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = systemWrite(file, bytes.baseAddress! + done, bytes.count - done)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return fsync(file) == 0
    }
    if !isWritten { throw PlanFolderFault(.cannotWrite, path, .system(errno)) }
  }

  /// Gives a file a second name, or copies it where the file system has no links.
  static func link(_ old: String, as new: String) throws(PlanFolderFault) {
    if linkat(AT_FDCWD, old, AT_FDCWD, new, 0) == 0 { return }
    do {
      try FileManager.default.copyItem(atPath: old, toPath: new)
    } catch {
      throw PlanFolderFault(.cannotWrite, old, .unreadable)
    }
  }

  static func rename(_ old: String, to new: String) throws(PlanFolderFault) {
    guard systemRename(old, new) == 0 else { throw PlanFolderFault(.cannotWrite, new, .system(errno)) }
  }

  static func copyPermissions(of old: String, to new: String) {
    var status = stat()
    if stat(old, &status) == 0 { chmod(new, status.st_mode & 0o7777) }
  }

  /// Removes a folder and all in it, as far as it can; what remains is removed by the next run.
  static func removeAll(_ path: String) {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Waits until the names in a folder are on the disk; not every file system can tell.
  static func synchronizeFolder(_ path: String) {
    let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}

// The calls of the system whose names the enum above uses for its own.
private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, bytes, count)
}

private func systemRename(_ old: String, _ new: String) -> Int32 {
  rename(old, new)
}
