import Assembly
import EventFiles
public import Foundation
import Localization
import Tables
import Verification

/// The verification of a plan by its files.
public struct PlanCheck: Sendable {
  /// The exit status of the command.
  public let status: ExitStatus
  /// What is broken or differs, a line each.
  public var messages: [String] { told.lines + broken.lines }
  /// The verdict.
  public let summary: [String]
  /// What of the files cannot be read, or why there is nothing to verify.
  let told: Remarks
  /// Rules that are broken and figures that differ.
  let broken: Remarks

  /// Verifies the plan in `out` of the event of a folder.
  public init(of eventFolder: URL, out: URL) {
    do {
      let stored = try StoredPlan(of: eventFolder, out: out)
      let violations = stored.violations(stored.event.nameOrdering().order)
      var rules = Remarks()
      rules.add(violations, of: stored.event, in: stored.language)
      (told, self.broken) = (stored.told, rules)
      // A note, such as one of a further column, breaks no rule.
      let broken = violations.count + stored.reading.diagnostics.count { $0.severity == .error }
      status = stored.reading.isUnreadable ? .badInput : broken == 0 ? .complete : .incomplete
      // A report alone tells of no plan: wishes conflicted, or there was nothing to plan.
      let sound = stored.reading.plan.isEmpty ? Wording.nothingToVerify : Wording.holds
      let approval = ApprovalState(of: PlanFolder(out), stored.files, stored.event, stored.reading.plan).line
      summary =
        [(broken > 0 ? Wording.broken(broken) : sound)[stored.language]]
        + [approval].compactMap {
          $0?[stored.language]
        }
    } catch {
      (status, told, summary, broken) = (error.status, error.remarks, [], Remarks())
    }
  }
}
