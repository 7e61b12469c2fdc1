import Assembly
import EventFiles
import Foundation
public import Localization
import Tables

/// What a batch has to tell once it has ended.
public struct BatchRun: Sendable {
  /// How each event ended, in the order in which they were named; empty when OUT cannot be made.
  public let results: [EventResult]
  /// The exit status of the command: the highest of all events.
  public let status: ExitStatus
  /// Why there is no summary.
  public let fault: Phrase?
  /// The same in the user's language.
  let remarks: Remarks
  private let summary: URL?

  init(_ results: [EventResult], summary: URL) {
    self.results = results
    self.summary = summary
    status = results.map(\.status).max() ?? .complete
    fault = nil
    remarks = Remarks()
  }

  /// A batch whose summary could not be written.
  init(_ results: [EventResult], fault: PlanFolderFault) {
    self.results = results
    summary = nil
    status = max(ExitStatus(fault), results.map(\.status).max() ?? .complete)
    self.fault = fault.message
    remarks = Remarks(fault, in: .ofEnvironment())
  }

  /// A line for each event, in columns; then how many ended how, and where the summary lies. Empty when OUT cannot be
  /// made.
  ///
  /// - Complexity: O(events).
  public func table(in language: Language) -> [String] {
    guard !results.isEmpty || fault == nil else { return [] }
    let modules = Module.allCases.filter { module in results.contains { $0.modules[module] != nil } }
    var table = TextTable()
    let titles =
      [Wording.eventColumn, Wording.endColumn] + modules.map(\.name) + [Wording.secondsColumn]
    if !results.isEmpty { table.append(titles.map { $0[language] }) }
    for result in results {
      let cells = modules.map { module in
        result.modules[module].map { Wording.end(of: $0)[language] } ?? "–"
      }
      let seconds = result.isBegun ? String(format: "%.2f", result.seconds) : "–"
      table.append([shown(result.name), Wording.end(of: result)[language]] + cells + [seconds])
    }
    let last = [Wording.ends(of: results), summary.map { Wording.summary($0.path) }].compactMap(\.self)
    return table.lines(numbersLast: true) + last.map { $0[language] }
  }
}
