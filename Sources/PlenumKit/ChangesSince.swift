import Assembly
import Documents
import EventFiles
import Foundation

/// How a plan differs from an earlier one, with the tables of both.
struct ChangesSince {
  private let tables: TableChange
  let comparison: PlanComparison
  private let earlier: PlanEdition

  /// The changes from an earlier plan to the plan of an event as it is now.
  ///
  /// - Parameter edits: what was changed by hand meanwhile.
  init(_ edition: PlanEdition, to event: Event, _ plan: EventPlan, edits: HandEdits? = nil) {
    tables = edition.change(to: event)
    earlier = edition
    comparison = edition.comparison(to: plan, since: tables, edits: edits)
  }

  /// The changes of which `folder` tells: those since the version that makes its changes.csv.
  init?(toldIn folder: PlanFolder, _ event: Event, _ plan: EventPlan) {
    let told = FileManager.default.contents(atPath: folder.path + "/" + PlanComparison.fileName)
    // Beside the plan that was replaced lie what was edited of it, and the one from which it was replanned where that is
    // another.
    // What comes after it may be what was edited by hand of it.
    var later = folder
    for version in folder.versions.suffix(3).reversed() {
      guard let edition = PlanEdition.ifReadable(folder.version(version)) else { continue }
      if let changes = ChangesSince(edition, to: event, plan).telling(told) {
        self = changes
        return
      }
      if let edited = PlanEdition.ifReadable(later),
        let changes = ChangesSince(edition, to: event, plan, edits: edition.edits(in: edited, of: event))
          .telling(told)
      {
        self = changes
        return
      }
      later = folder.version(version)
    }
    return nil
  }

  /// The documents of the plan in a folder; where a notice of changes lies there, with it and with its marks.
  static func documents(
    of plan: EventPlan, _ event: Event, in folder: PlanFolder, _ edition: Edition
  ) -> [Document] {
    let isTold = ChangeNotice.fileNames.contains {
      FileManager.default.fileExists(atPath: folder.path + "/" + Planner.path(of: $0))
    }
    let since = isTold ? ChangesSince(toldIn: folder, event, plan) : nil
    var edition = edition
    edition.changedSeats = since?.comparison.changedSeats ?? []
    return plan.documents(of: event, edition) + (since?.notice(of: plan, edition).documents ?? [])
  }

  /// These changes, if they are those of a changes.csv.
  private func telling(_ told: Data?) -> ChangesSince? { table.csv == told ? self : nil }

  /// changes.csv.
  var table: PlanTable { comparison.table(from: tables.earlier, to: tables.event) }

  /// 变动通知.
  func notice(of plan: EventPlan, _ edition: Edition) -> ChangeNotice {
    let phrases = TableComparison(tables).phrases(from: tables.earlier, to: tables.event)
    return ChangeNotice(
      comparison, from: tables.earlier, to: tables.event, plan, since: earlier.plan, tables: phrases,
      edition: edition
    ) { earlier.older[$0] == nil ? tables : earlier.change(to: tables.event, of: $0) }
  }

  /// What they make void of all that was printed.
  func papers(of plan: EventPlan, _ edition: Edition) -> PaperChanges {
    PaperChanges(notice(of: plan, edition))
  }
}
