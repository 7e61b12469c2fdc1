import Assembly
public import Foundation

extension PlanFolder {
  /// The number of the next version to be kept: 1, 2, 3 …
  public var nextVersion: Int {
    1 + (FileSystem.names(in: path + "/" + Self.versions).compactMap { Int($0) }.max() ?? 0)
  }

  /// Where in the folder a file of a version lies.
  public func path(of file: String, version: Int) -> String { "\(Self.versions)/\(version)/\(file)" }

  /// The files of a plan that was kept as a version, by name; none when there is no such version.
  public func version(_ version: Int) throws(PlanFolderFault) -> [String: Data] {
    try PlanFolder(URL(fileURLWithPath: path + "/\(Self.versions)/\(version)")).planFiles()
  }

  private static let versions = "versions"
}
