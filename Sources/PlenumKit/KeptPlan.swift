import Assembly
import EventFiles
import Foundation
import Localization
import Tables

/// What an earlier plan has of the modules that are not planned now.
struct KeptPlan {
  /// Their plans, as far as the files fit the event.
  let plan: EventPlan
  /// Whether vehicles that are planned now can be planned beside the rooms that are kept.
  let fits: Bool
  /// What does not fit of the kept rooms, where vehicles are planned beside them.
  private let diagnostics: [Diagnostic]
  /// Files that it lacks.
  private let lacked: [Diagnostic]

  init(of event: Event, in earlier: PlanInPlace, besides planned: Set<Module>) {
    let kept = Module.allCases.filter { !planned.contains($0) }
    let (plan, all) = PlanReader.read(kept, in: earlier.files, of: event, isEdited: earlier.isEdited)
    self.plan = plan
    lacked = PlanReader.lackedFiles(in: earlier.files).filter { kept.contains($0.module) }
      .map { PlanReader.lacks($0.file, .note) }
    let isBound = planned.contains(.vehicles) && event.fleet != nil
    diagnostics = all.filter { isBound && kept.contains(.rooms) && Module.rooms.files.contains($0.source) }
    fits = diagnostics.allSatisfy { $0.severity == .note }
  }

  /// What it lacks, and why the vehicles cannot be planned beside the rooms.
  func remarks(in language: Language) -> Remarks {
    var remarks = Remarks(lacked, in: language)
    guard !fits else { return remarks }
    remarks.add(diagnostics, in: language)
    remarks.add("rooms-do-not-fit", Wording.earlierRoomsDoNotFit, in: language)
    return remarks
  }
}
