import Assembly
import Documents
import EventFiles
public import Foundation
import Localization
import Tables

/// What the command `plenum diff` tells: who is elsewhere, who is new and who is gone between two plans, and what changed in
/// the tables that they were made of.
public struct PlanDifference: Sendable {
  /// The exit status of the command.
  public let status: ExitStatus
  /// Problems for stderr, a line each.
  public var messages: [String] { remarks.lines }
  /// The account for stdout, a line each.
  public private(set) var summary: [String] = []
  let remarks: Remarks
  /// The changes for programs.
  let changes: [[String: String]]

  /// Compares the plans of two folders.
  ///
  /// - Complexity: O(people + places + rides).
  public init(from earlier: URL, to now: URL) {
    let environment = Language.ofEnvironment()
    do throws(StoredPlan.Refusal) {
      let (base, folder) = (PlanFolder(earlier), PlanFolder(now))
      let old = try PlanEdition.readable(in: base, in: environment)
      guard folder.isThere else { throw StoredPlan.Refusal(missing: folder, in: environment) }
      let place: PlanInPlace
      do {
        place = try PlanInPlace(in: folder)
      } catch {
        throw StoredPlan.Refusal(.badInput, Remarks(reading: error, in: environment))
      }
      guard let new = place.edition else {
        throw StoredPlan.Refusal(withoutEdition: folder, in: environment)
      }
      let language = new.event.settings.language
      // Whoever stands on a line that cannot be read, or in a file that is not there, would be told as gone.
      var unreadable = Remarks(
        (old.diagnostics + new.diagnostics).filter { $0.severity == .error }, in: language)
      unreadable.add(old.lackedFiles(in: base) + new.lackedFiles(in: folder), in: language)
      guard unreadable.lines.isEmpty else { throw StoredPlan.Refusal(.badInput, unreadable) }
      self.init(old, new, edits: place.edits(of: new.event) ?? new.editsBeforeDrawn(in: place.folder))
      if let line = ApprovalState(of: PlanFolder(now), new.files, new.event, new.plan).line {
        summary.insert("  " + line[new.event.settings.language], at: 1)
      }
    } catch {
      self.init(error)
    }
  }

  private init(_ refusal: StoredPlan.Refusal) {
    (status, remarks, changes) = (refusal.status, refusal.remarks, [])
  }

  private init(_ old: PlanEdition, _ new: PlanEdition, edits: HandEdits?) {
    let language = new.event.settings.language
    let change = old.change(to: new.event)
    let comparison = old.comparison(to: new.plan, since: change, edits: edits)
    status = .complete
    remarks = Remarks()
    let table = comparison.table(from: old.event, to: new.event)
    changes = table.rows.map { row in
      Dictionary(zip(table.header, row).map { ($0, $1) }) { first, _ in first }
    }
    summary = [new.event.settings.name]
    summary += TableComparison(change).phrases(from: old.event, to: new.event).map { "  " + $0[language] }
    if let counts = PlanChanges(comparison) { summary.append("  " + Wording.changes(counts)[language]) }
    summary += comparison.changes.map {
      "  " + comparison.phrase(for: $0, from: old.event, to: new.event)[language]
    }
  }
}

/// What of two plans differs.
public struct PlanDifferenceDocument: Encodable, Sendable {
  let problems: [Problem]
  /// Rows as in changes.csv.
  let changes: [[String: String]]
}

extension PlanDifference {
  /// The result for programs.
  public var document: ProgramDocument<PlanDifferenceDocument> {
    ProgramDocument(
      "diff", status, PlanDifferenceDocument(problems: remarks.problems, changes: changes))
  }
}
