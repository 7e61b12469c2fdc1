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
  public let messages: [String]
  /// The account for stdout, a line each.
  public private(set) var summary: [String] = []
  /// The changes for programs.
  let changes: [[String: String]]

  /// Compares the plans of two folders.
  ///
  /// - Complexity: O(people + places + rides).
  public init(from earlier: URL, to now: URL) {
    let environment = Language.ofEnvironment()
    do {
      guard let old = try PlanEdition(of: PlanFolder(earlier)) else {
        self = PlanDifference(refused: [Wording.noEdition(earlier.path)[environment]])
        return
      }
      let place = try PlanInPlace(in: PlanFolder(now))
      guard let new = place.edition else {
        self = PlanDifference(refused: [Wording.noEdition(now.path)[environment]])
        return
      }
      // Whoever stands on a line that cannot be read would be told as gone.
      let unreadable = (old.diagnostics + new.diagnostics).filter { $0.severity == .error }
      guard unreadable.isEmpty else {
        self = PlanDifference(refused: unreadable.map { $0.text(in: new.event.settings.language) })
        return
      }
      self.init(old, new, edits: place.edits(of: new.event) ?? new.editsBeforeDrawn(in: place.folder))
      if let line = ApprovalState(of: PlanFolder(now), new.files, new.event, new.plan).line {
        summary.insert("  " + line[new.event.settings.language], at: 1)
      }
    } catch {
      self = PlanDifference(refused: [error.readingMessage[environment]])
    }
  }

  private init(refused messages: [String]) {
    (status, self.messages, changes) = (.badInput, messages, [])
  }

  private init(_ old: PlanEdition, _ new: PlanEdition, edits: HandEdits?) {
    let language = new.event.settings.language
    let change = old.change(to: new.event)
    let comparison = old.comparison(to: new.event, new.plan, edits: edits)
    status = .complete
    messages = []
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
      "diff", status, PlanDifferenceDocument(problems: messages.map(Problem.init), changes: changes))
  }
}
