import Assembly
import EventFiles
import Foundation

/// A plan with the tables that it was made of, as a folder holds both.
struct PlanEdition {
  let event: Event
  let plan: EventPlan

  /// An edition that is known.
  init(_ event: Event, _ plan: EventPlan) {
    self.event = event
    self.plan = plan
  }

  /// Nothing where the folder lacks a plan or its tables, as plans of older versions do.
  init?(of folder: PlanFolder) throws(PlanFolderFault) {
    let files = try folder.planFiles()
    guard !files.isEmpty, let tables = KeptTables.event(of: folder),
      let event = (try? EventReader.read(tables))?.event
    else { return nil }
    self.init(event, PlanReader.read(Module.allCases, in: files, of: event).plan)
  }

  /// How another edition differs from this one.
  func comparison(with other: PlanEdition) -> PlanComparison {
    PlanComparison(from: (event, plan), to: (other.event, other.plan))
  }
}
