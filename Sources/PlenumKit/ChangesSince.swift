import Assembly
import Documents
import EventFiles
import Foundation

/// How a plan differs from an earlier one, with the tables of both.
struct ChangesSince {
  private let tables: TableChange
  let comparison: PlanComparison
  private let earlier: EventPlan

  /// The changes from an earlier plan to the plan of an event as it is now.
  init(_ edition: PlanEdition, to event: Event, _ plan: EventPlan) {
    tables = edition.change(to: event)
    earlier = edition.plan
    comparison = PlanComparison(from: earlier, to: plan, since: tables)
  }

  /// The changes of which `folder` tells: those since the version that makes its changes.csv.
  init?(toldIn folder: PlanFolder, _ event: Event, _ plan: EventPlan) {
    let told = FileManager.default.contents(atPath: folder.path + "/" + PlanComparison.fileName)
    // Beside the plan that was replaced lies the one from which it was replanned, where that is another.
    for version in folder.versions.suffix(2).reversed() {
      guard let edition = (try? PlanEdition(of: folder.version(version))) ?? nil else { continue }
      let changes = ChangesSince(edition, to: event, plan)
      if changes.table.csv == told {
        self = changes
        return
      }
    }
    return nil
  }

  /// changes.csv.
  var table: PlanTable { comparison.table(from: tables.earlier, to: tables.event) }

  /// 变动通知.
  func notice(of plan: EventPlan, _ edition: Edition) -> ChangeNotice {
    let phrases = TableComparison(tables).phrases(from: tables.earlier, to: tables.event)
    return ChangeNotice(
      comparison, from: tables.earlier, to: tables.event, plan, tables: phrases, edition: edition)
  }

  /// What they make void of all that was printed.
  func papers(of plan: EventPlan, _ edition: Edition) -> PaperChanges {
    PaperChanges(notice(of: plan, edition), from: earlier, since: tables)
  }
}
