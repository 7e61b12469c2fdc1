import Assembly
import EventFiles
import Foundation
import Tables

/// A plan with the tables that it was made of, as a folder holds both.
struct PlanEdition {
  let event: Event
  let plan: EventPlan
  /// What of the files does not fit the tables.
  let diagnostics: [Diagnostic]

  /// Nothing where the folder lacks a plan or its tables, as plans of older versions do.
  init?(of folder: PlanFolder) throws(PlanFolderFault) {
    self.init(of: folder, try folder.planFiles())
  }

  /// The same of plan files that were read already.
  init?(of folder: PlanFolder, _ files: [String: Data]) {
    guard !files.isEmpty, let tables = KeptTables.event(of: folder),
      let event = (try? EventReader.read(tables))?.event
    else { return nil }
    self.event = event
    (plan, diagnostics) = PlanReader.read(Module.allCases, in: files, of: event)
  }

  /// How a plan of an event differs from this one.
  func comparison(with plan: EventPlan, of event: Event) -> PlanComparison {
    PlanComparison(from: (self.event, self.plan), to: (event, plan))
  }
}
