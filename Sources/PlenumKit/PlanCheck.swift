import Assembly
import EventFiles
public import Foundation
import Localization
import Tables
import Verification

/// The verification of a plan by its files.
public struct PlanCheck: Sendable {
  /// The exit status of the command.
  public private(set) var status: ExitStatus
  /// What is broken or differs, a line each.
  public private(set) var messages: [String]
  /// The verdict.
  public private(set) var summary: [String] = []

  /// Verifies the plan in `out` of the event of a folder.
  public init(of eventFolder: URL, out: URL) {
    do {
      let reading = try EventReader.read(eventFolder)
      guard let event = reading.event else {
        (status, messages) = (.badInput, reading.messages)
        return
      }
      (status, messages) = (.complete, [])
      verify(out, of: event, reading.language)
    } catch {
      (status, messages) = (.noInput, [error.message[.ofEnvironment()]])
    }
  }

  private mutating func verify(_ out: URL, of event: Event, _ language: Language) {
    do {
      verify(try PlanFolder(out).planFiles(), of: event, language)
    } catch {
      (status, messages) = (.badInput, [error.readingMessage[language]])
    }
  }

  private mutating func verify(_ files: [String: Data], of event: Event, _ language: Language) {
    let reading = PlanReader.read(files, of: event)
    let told = reading.diagnostics.map { $0.text(in: language) }
    guard reading.report != nil || !reading.plan.isEmpty else {
      (status, messages) = (.badInput, told + [Wording.nothingToVerify[language]])
      return
    }
    let verification = Verification(of: event, names: event.nameOrdering().order)
    let violations = verification.violations(of: reading.plan, figures: reading.figures)
    messages = told + violations.map { $0.phrase(in: event)[language] }
    // A note, such as one of a further column, breaks no rule.
    let broken = violations.count + reading.diagnostics.count { $0.severity == .error }
    status = broken == 0 ? .complete : .incomplete
    if broken > 0 {
      summary = [Wording.broken(broken)[language]]
    } else {
      // A report alone tells of no plan: wishes conflicted, or there was nothing to plan.
      summary = [(reading.plan.isEmpty ? Wording.nothingToVerify : Wording.holds)[language]]
    }
  }
}
