import EventFiles
public import Foundation
public import Localization
import Tables

/// A folder of empty tables for a new event.
public struct TemplateFolder: Sendable {
  /// The exit status of the command.
  public let status: ExitStatus
  /// Why nothing was written.
  public let messages: [String]
  /// Where the tables lie.
  public let summary: [String]
  let place: URL

  /// Makes the folder, or the workbook where the name of the place says so; what exists is left alone.
  public init(_ place: URL, language: Language) {
    self.place = place
    let isWorkbook = TableFormat.xlsx.fileExtensions.contains(place.pathExtension.lowercased())
    let exists =
      isWorkbook
      ? FileManager.default.fileExists(atPath: place.path)
      : !((try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []).isEmpty
    guard !exists else {
      (status, messages, summary) = (
        .cannotCreate, [Wording.templateExists(place.path, isWorkbook: isWorkbook)[language]], []
      )
      return
    }
    do {
      if isWorkbook {
        try EventTemplate.workbook(language).write(to: place, options: .withoutOverwriting)
      } else {
        try PlanFolder(place).replace(with: EventTemplate.files(language))
      }
      (status, messages, summary) = (.complete, [], [Wording.templateWritten(place.path)[language]])
    } catch let fault as PlanFolderFault {
      (status, messages, summary) = (ExitStatus(fault), [fault.message[language]], [])
    } catch {
      (status, messages, summary) = (.cannotWrite, [Wording.templateUnwritable(place.path)[language]], [])
    }
  }
}
