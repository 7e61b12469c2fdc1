import Assembly
import EventFiles
import Explanation
public import Foundation
import Localization
import Tables

/// Why one person sits, sleeps and rides where the files of a plan say.
public struct PersonExplanation: Sendable {
  /// The exit status of the command.
  public let status: ExitStatus
  /// Why nothing can be explained, or what is wrong with the plan, a line each.
  public var messages: [String] { remarks.lines }
  /// The explanation, a line each.
  public let summary: [String]
  let remarks: Remarks
  let person: Person?
  let explanation: Explanation?
  let language: Language

  /// Explains the plan in `out` of the event of a folder.
  ///
  /// - Parameters:
  ///   - person: an id, or a name that nobody else has.
  ///   - eventFolder: the tables.
  ///   - out: the folder of the plan.
  public init(of person: String, in eventFolder: URL, out: URL) {
    do throws(StoredPlan.Refusal) {
      let stored = try StoredPlan(of: eventFolder, out: out)
      let index = try stored.event.person(called: person, stored.language)
      guard stored.reading.diagnostics.allSatisfy({ $0.severity == .note }) else {
        throw StoredPlan.Refusal(
          .badInput, "plan-does-not-fit", Wording.unreadablePlan, after: stored.told, in: stored.language)
      }
      let names = stored.event.nameOrdering().order
      let conflicts = stored.reading.report?.modules.filter { $0.value.status == Status.infeasible.rawValue }
      let explanation = Explanation(
        of: index, in: stored.event, plan: stored.reading.plan,
        conflicts: Set((conflicts ?? [:]).keys.compactMap(Module.init(rawValue:))),
        replanned: Set((stored.reading.report?.moves ?? [:]).keys.compactMap(Module.init(rawValue:))),
        names: names)
      let broken = stored.violations(names).count
      status = broken == 0 ? .complete : .incomplete
      remarks =
        broken == 0
        ? Remarks()
        : Remarks("plan-does-not-hold", Wording.explainedThoughBroken(broken), in: stored.language)
      summary = explanation.lines(in: stored.language)
      (self.person, self.explanation, language) = (stored.event.people[index], explanation, stored.language)
    } catch {
      (status, remarks, summary) = (error.status, error.remarks, [])
      (self.person, explanation, language) = (nil, nil, .ofEnvironment())
    }
  }
}

extension Event {
  /// Index of the person with this id, or of the one person with this name.
  func person(called word: String, _ language: Language) throws(StoredPlan.Refusal) -> Int {
    if let index = people.firstIndex(where: { $0.id == word }) { return index }
    let namesakes = people.indices.filter { people[$0].nameKey == word.withoutBlanks }
    if let only = namesakes.first, namesakes.count == 1 { return only }
    guard namesakes.isEmpty else {
      throw StoredPlan.Refusal(
        misuse: "several-people", Wording.several(shown(word), ids: namesakes.map { shown(people[$0].id) }),
        in: language)
    }
    let meant = suggestion(for: word, among: people.map(\.name) + people.map(\.id)).map(shown)
    throw StoredPlan.Refusal(
      misuse: "unknown-person", Wording.nobody(shown(word), meant: meant), in: language)
  }
}
