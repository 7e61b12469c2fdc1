import Assembly
import Documents
import EventFiles
public import Foundation
import Localization

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
        self = PlanDifference(refused: Wording.noEdition(earlier.path)[environment])
        return
      }
      guard let new = try PlanEdition(of: PlanFolder(now)) else {
        self = PlanDifference(refused: Wording.noEdition(now.path)[environment])
        return
      }
      self.init(old, new)
    } catch {
      self = PlanDifference(refused: error.readingMessage[environment])
    }
  }

  private init(refused message: String) {
    (status, messages, changes) = (.badInput, [message], [])
  }

  private init(_ old: PlanEdition, _ new: PlanEdition) {
    let language = new.event.settings.language
    let comparison = old.comparison(with: new)
    status = .complete
    messages = []
    let table = comparison.table(from: old.event, to: new.event)
    changes = table.rows.map { row in
      Dictionary(zip(table.header, row).map { ($0, $1) }) { first, _ in first }
    }
    summary = [new.event.settings.name]
    let tables = TableComparison(from: old.event, to: new.event)
    summary += tables.lines(from: old.event, to: new.event).map { "  " + $0[language] }
    if let counts = PlanChanges(comparison) { summary.append("  " + Wording.changes(counts)[language]) }
    for change in comparison.changes {
      let person = change.person.map { new.event.people[$0] } ?? old.event.people[change.earlierPerson ?? 0]
      let from = change.from?.phrase[language] ?? "–"
      let to = change.to?.phrase[language] ?? "–"
      let cause = comparison.phrase(for: change.cause, from: old.event, to: new.event)[language]
      let group = person.groupName.map { $0 + " " } ?? ""
      summary.append("  \(group)\(person.name)：\(from) → \(to)（\(cause)）")
    }
  }
}

extension TableComparison {
  /// What changed, a line each.
  fileprivate func lines(from earlier: Event, to now: Event) -> [Phrase] {
    func names(_ people: [Int], _ event: Event) -> String {
      let shown = people.prefix(10).map { event.people[$0].name }.joined(separator: "、")
      return people.count > 10 ? shown + " …" : shown
    }
    var lines: [Phrase] = []
    if !added.isEmpty {
      lines.append(
        Phrase(
          "名单新增 \(added.count) 人：\(names(added, now))", "\(added.count) new on the list: \(names(added, now))"
        ))
    }
    if !removed.isEmpty {
      lines.append(
        Phrase(
          "名单删去 \(removed.count) 人：\(names(removed, earlier))",
          "\(removed.count) no longer on the list: \(names(removed, earlier))"))
    }
    for change in changed.prefix(50) {
      let (name, columns) = (now.people[change.person].name, change.columns.joined(separator: ", "))
      lines.append(Phrase("名单改动：\(name)（\(columns)）", "changed on the list: \(name) (\(columns))"))
    }
    if changed.count > 50 {
      lines.append(Phrase("另有 \(changed.count - 50) 人有改动", "\(changed.count - 50) more people changed"))
    }
    for change in rows {
      lines.append(
        Phrase(
          "\(change.table.chinese)：新 \(change.new) 项，去 \(change.gone) 项",
          "\(change.table.rawValue): \(change.new) new, \(change.gone) gone"))
    }
    if settingsChanged { lines.append(Phrase("会议设置有改动", "settings of the event changed")) }
    return lines
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
