import EventFiles
public import Foundation
public import Localization

/// A folder of empty tables for a new event.
public struct TemplateFolder: Sendable {
  /// The exit status of the command.
  public let status: ExitStatus
  /// Why nothing was written.
  public let messages: [String]
  /// Where the tables lie.
  public let summary: [String]
  let place: URL

  /// Makes the folder; one that exists and is not empty is left alone.
  public init(_ place: URL, language: Language) {
    self.place = place
    let old = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
    guard old.isEmpty else {
      (status, messages, summary) = (.cannotCreate, [Wording.templateExists(place.path)[language]], [])
      return
    }
    do {
      try PlanFolder(place).replace(with: EventTemplate.files(language))
      (status, messages, summary) = (.complete, [], [Wording.templateWritten(place.path)[language]])
    } catch {
      (status, messages, summary) = (
        error.kind == .cannotCreate ? .cannotCreate : .cannotWrite, [error.message[language]], []
      )
    }
  }
}
