import Foundation

// Each plan that a new one replaces stays whole, with its documents and the tables that it was made of, in
// OUT/versions/1, 2, 3 …
extension PlanFolder {
  /// The versions that are kept, the oldest first.
  public var versions: [Int] {
    FileSystem.names(in: path + "/" + Self.versions).compactMap(Self.number).sorted()
  }

  /// The number of the next version to be kept.
  public var nextVersion: Int { 1 + (versions.last ?? 0) }

  /// The folder of a version, which holds what OUT held.
  public func version(_ version: Int) -> PlanFolder {
    PlanFolder(URL(fileURLWithPath: path + "/" + Self.place(of: version)))
  }

  /// The number of the plan in this folder: that of the version that it is, else the one that it will be kept as.
  public var number: Int { sibling.flatMap { Self.number($0.name) } ?? nextVersion }

  /// The folder of a version, also for a version of the same OUT.
  public func kept(_ version: Int) -> PlanFolder {
    guard let sibling else { return self.version(version) }
    return PlanFolder(URL(fileURLWithPath: "\(sibling.versions)/\(version)"))
  }

  /// The folder of versions in which this one lies, and its name there; nothing for OUT itself.
  private var sibling: (versions: String, name: String)? {
    let parent = (path as NSString).deletingLastPathComponent
    let isVersion = (parent as NSString).lastPathComponent == Self.versions
    return isVersion ? (parent, (path as NSString).lastPathComponent) : nil
  }

  /// The version that a folder of `versions` is by its name; nothing where somebody else named it.
  private static func number(_ name: String) -> Int? {
    Int(name).flatMap { (1...999_999_999).contains($0) && String($0) == name ? $0 : nil }
  }

  /// Where in OUT a version lies.
  public static func place(of version: Int) -> String { "\(versions)/\(version)" }

  /// Whether a path inside OUT is of a version.
  static func isVersion(_ path: String) -> Bool { path == versions + "/" || path.hasPrefix(versions + "/") }

  /// The versions that are to go, so that so many are left; those from which a plan was replanned stay.
  public func obsoleteVersions(keeping count: Int, besides needed: Set<Int>) -> [Int] {
    let versions = versions
    return versions.prefix(max(0, versions.count - count)).filter { !needed.contains($0) }
  }

  private static let versions = "versions"
}
