public import Assembly
import Localization

extension PlanComparison {
  /// The file of ``table(from:to:)``.
  public static var fileName: String { PlanFileName.changes }

  /// changes.csv: a row for each change, in the words of the event.
  ///
  /// - Parameters:
  ///   - earlier: the event of the earlier plan.
  ///   - now: the event of the new one.
  public func table(from earlier: Event, to now: Event) -> PlanTable {
    let language = now.settings.language
    var table = PlanTable(PlanFileName.changes, PlanColumns.changes)
    for change in changes {
      let person = change.person.map { now.people[$0] } ?? earlier.people[change.earlierPerson ?? 0]
      table.append([
        person.id, person.name, person.groupName ?? "", change.module.rawValue,
        change.from?.phrase[language] ?? "", change.to?.phrase[language] ?? "",
        phrase(for: change.cause, from: earlier, to: now)[language],
        change.papers.map { $0[language] }.joined(separator: ";"), person.phone, String(change.chain),
      ])
    }
    return table
  }
}
