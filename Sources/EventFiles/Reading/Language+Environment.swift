import Foundation
public import Localization

extension Language {
  /// The language of the user's environment: Chinese where the locale is, else English.
  ///
  /// - Parameter environment: variables, of which the first that is set of `LC_ALL`, `LC_MESSAGES` and `LANG` tells.
  public static func ofEnvironment(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.lowercased().hasPrefix("zh") ?? false ? .chinese : .english
  }
}
