import Assembly
import EventFiles
public import Foundation
import Localization

/// The reading and checking of an event, without a plan.
public struct EventCheck: Sendable {
  /// The exit status of the command.
  public let status: ExitStatus
  /// Problems and notes, a line each.
  public let messages: [String]
  /// Who is due where, when the event can be.
  public let summary: [String]
  /// The result for programs.
  let checked: CheckedEvent

  /// Checks the event of a folder.
  public init(_ eventFolder: URL) {
    let name = eventFolder.standardizedFileURL.lastPathComponent
    do {
      let reading = try EventReader.read(eventFolder)
      status = reading.event == nil ? .badInput : .complete
      messages = reading.messages
      checked = CheckedEvent(name, status, reading.problems, reading.event)
      summary =
        reading.event.map { event in
          [Wording.people(event)[reading.language]]
            + EventOverview(event).lines(in: reading.language).map { "  " + $0 }
        } ?? []
    } catch {
      let remarks = Remarks(error)
      (status, messages, summary) = (.noInput, remarks.lines, [])
      checked = CheckedEvent(name, status, remarks.problems, nil)
    }
  }
}
