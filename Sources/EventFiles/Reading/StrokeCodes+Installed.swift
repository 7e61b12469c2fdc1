public import Assembly
import Foundation

extension StrokeCodes {
  /// Where systems install the table (package `rime-data-stroke`).
  public static let places = ["/usr/share", "/usr/local/share", "/opt/homebrew/share"]
    .map { "\($0)/rime-data/stroke.dict.yaml" }

  /// The codes that the first table found at `paths` has for these names, or nothing when none is installed.
  ///
  /// - Complexity: O(bytes of the table).
  public static func installed(at paths: [String] = places, for names: some Sequence<String>) -> StrokeCodes?
  {
    paths.lazy.compactMap { try? Data(contentsOf: URL(filePath: $0)) }.first.map {
      StrokeCodes($0, for: names)
    }
  }
}
