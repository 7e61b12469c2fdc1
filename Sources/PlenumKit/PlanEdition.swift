import Assembly
import EventFiles
import Foundation
import Tables

/// A plan with the tables that it was made of, as a folder holds both.
struct PlanEdition {
  let event: Event
  let plan: EventPlan
  /// The files of the plan by name.
  let files: [String: Data]
  /// What of them does not fit the tables.
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
    self.files = files
    (plan, diagnostics) = PlanReader.read(Module.allCases, in: files, of: event)
  }

  /// The tables of this plan, and those of an event as it is now.
  func change(to event: Event) -> TableChange { TableChange(from: self.event, to: event) }

  /// What it says of an event as it is now.
  func earlierPlan(of event: Event) -> EarlierPlan { EarlierPlan(plan, since: change(to: event)) }
}
