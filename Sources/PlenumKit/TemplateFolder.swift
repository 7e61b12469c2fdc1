import EventFiles
public import Foundation
public import Localization
import Tables

/// A folder of empty tables for a new event.
public struct TemplateFolder: Sendable {
  /// The exit status of the command.
  public let status: ExitStatus
  /// Why nothing was written.
  public var messages: [String] { remarks.lines }
  /// Where the tables lie.
  public let summary: [String]
  let remarks: Remarks
  let place: URL

  /// Makes the folder, or the workbook where the name of the place says so; what exists is left alone.
  public init(_ place: URL, language: Language) {
    self.place = place
    if let ending = Self.otherTable(place) {
      (status, remarks, summary) = (
        .wrongUsage,
        Remarks(
          "template-of-other-kind", Wording.templateOfOtherKind(place.path, ending), in: .ofEnvironment()), []
      )
      return
    }
    let isWorkbook = TableFormat.xlsx.fileExtensions.contains(place.pathExtension.lowercased())
    let exists =
      isWorkbook
      ? FileManager.default.fileExists(atPath: place.path)
      : !((try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []).isEmpty
    guard !exists else {
      let exists = Wording.templateExists(place.path, isWorkbook: isWorkbook)
      (status, remarks, summary) = (.cannotCreate, Remarks("template-exists", exists, in: language), [])
      return
    }
    do {
      if isWorkbook {
        try EventTemplate.workbook(language).write(to: place, options: .withoutOverwriting)
      } else {
        try PlanFolder(place).replace(with: EventTemplate.files(language))
      }
      (status, remarks, summary) = (.complete, Remarks(), [Wording.templateWritten(place.path)[language]])
    } catch let fault as PlanFolderFault {
      (status, remarks, summary) = (ExitStatus(fault), Remarks(fault, in: language), [])
    } catch {
      let remarks = Remarks("plan-not-written", Wording.templateUnwritable(place.path), in: language)
      (status, self.remarks, summary) = (.cannotWrite, remarks, [])
    }
  }

  /// The ending of a name that asks for a table of another kind than is written: a folder of that name would look like one.
  private static func otherTable(_ place: URL) -> String? {
    let ending = place.pathExtension.lowercased()
    let others = TableFormat.allCases.filter { $0 != .xlsx }.flatMap(\.fileExtensions)
    return (others + ["xlsm", "xlsb", "ods", "et", "numbers"]).contains(ending) ? ending : nil
  }
}
