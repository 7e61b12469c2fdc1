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
    let plan = PlanReader.read(files, of: event)
    let verification = Verification(of: event, names: event.nameOrdering().order)
    var violations = plan.diagnostics.map { $0.text(in: language) }
    if let rostrum = plan.rostrum {
      let found = verification.violations(of: rostrum, figures: plan.figures[.rostrum])
      violations += found.map { $0.phrase(in: event)[language] }
    }
    if let hall = plan.hall {
      let found = verification.violations(of: hall, figures: plan.figures[.hall])
      violations += found.map { $0.phrase(in: event)[language] }
    }
    guard plan.report != nil || plan.rostrum != nil || plan.hall != nil else {
      (status, messages) = (.badInput, violations + [Wording.nothingToVerify[language]])
      return
    }
    messages = violations
    status = violations.isEmpty ? .complete : .incomplete
    if !violations.isEmpty {
      summary = [Wording.broken(violations.count)[language]]
    } else {
      // A report alone tells of no plan: wishes conflicted, or there was nothing to plan.
      let hasPlan = plan.rostrum != nil || plan.hall != nil
      summary = [hasPlan ? Wording.holds[language] : Wording.nothingToVerify[language]]
    }
  }
}
