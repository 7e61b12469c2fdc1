import Assembly
import EventFiles
import Foundation

/// The plan that is out, from which few people are to move.
struct BasePlan {
  /// Where people are by it.
  let plan: EarlierPlan
  /// The version as which it is kept in OUT.
  let version: Int
  /// Its files by their place in OUT, where it is not the plan of OUT itself, which is kept anyhow.
  let files: [String: Data]

  /// Nothing where the folder holds no plan.
  ///
  /// - Parameters:
  ///   - place: the folder of the plan.
  ///   - out: the folder whose plan is replaced.
  ///   - event: the event as it is now.
  init?(of place: PlanFolder, replacedIn out: PlanFolder, _ event: Event) throws(PlanFolderFault) {
    let files = try place.planFiles()
    let tables = [PlanTable](files)
    guard !tables.isEmpty else { return nil }
    plan = EarlierPlan(tables, of: event)
    guard place.path != out.path else {
      (version, self.files) = (out.nextVersion, [:])
      return
    }
    let isReplaced = try !out.planFiles().isEmpty
    let version = out.nextVersion + (isReplaced ? 1 : 0)
    self.version = version
    let tablesOfPlan = KeptTables.event(of: place).map(KeptTables.files) ?? [:]
    self.files = Dictionary(
      files.merging(tablesOfPlan) { first, _ in first }.map { (PlanFolder.place(of: version) + "/" + $0, $1) }
    ) { first, _ in first }
  }
}
