import Foundation

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#endif

/// Keeps other runs off OUT, from the reading of the plan that is there until another one lies in its place: else the later
/// of two runs would not know of the plan of the earlier one, and neither keep it nor begin from it.
///
/// A lock of the system on a file beside OUT, `.OUT.plenum-lock`; it goes with the process that holds it, however that ends,
/// and the file when the last one is done. Where the file cannot be made there is no lock.
public final class PlanFolderLock {
  private let path: String
  private var file: Int32 = -1
  /// Whether no other run works on the folder, as far as a lock can tell; not where the waiting was stopped.
  public private(set) var isHeld = false

  /// Waits until no other run works on a folder.
  ///
  /// - Parameters:
  ///   - folder: OUT, which may not be there yet.
  ///   - waits: is told once, after a second, that another run works on it.
  ///   - isStopped: whether to wait no longer; the lock is not held then.
  public init(on folder: PlanFolder, waits: () -> Void, isStopped: () -> Bool) {
    // Beside OUT, or as near to it as there is a folder.
    var parent = (folder.path as NSString).deletingLastPathComponent
    var name = (folder.path as NSString).lastPathComponent
    while FileSystem.kind(of: parent) == nil, parent.count > 1 {
      name = (parent as NSString).lastPathComponent + "-" + name
      parent = (parent as NSString).deletingLastPathComponent
    }
    path = parent + "/.\(name).plenum-lock"
    var tries = 0
    isHeld = take()
    while !isHeld, !isStopped() {
      if tries == Self.triesASecond { waits() }
      tries += 1
      usleep(1_000_000 / UInt32(Self.triesASecond))
      isHeld = take()
    }
  }

  deinit { release() }

  /// Lets others work on the folder.
  public func release() {
    guard file >= 0 else { return }
    // Whoever waits for this very file finds another one at its place, or none, and begins again.
    unlink(path)
    close(file)
    file = -1
  }

  private static let triesASecond = 20

  /// Whether the lock is held now, or cannot be had at all.
  private func take() -> Bool {
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { return true }
    guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
      let isUnknown = errno != EWOULDBLOCK && errno != EINTR
      close(file)
      return isUnknown
    }
    // The one who held the lock may have removed the file in between.
    var (own, there) = (stat(), stat())
    guard fstat(file, &own) == 0, stat(path, &there) == 0,
      own.st_ino == there.st_ino && own.st_dev == there.st_dev
    else {
      close(file)
      return false
    }
    self.file = file
    return true
  }
}
