import Assembly
import EventFiles
import Foundation

/// The plan that is out, from which few people are to move.
struct BasePlan {
  /// The plan with its tables.
  let edition: PlanEdition
  /// The version as which it is kept in OUT.
  let version: Int
  /// Its files by their place in OUT, where it is not the plan of OUT itself, which is kept anyhow.
  let files: [String: Data]

  /// The plan of OUT itself.
  init(_ edition: PlanEdition, in out: PlanFolder) {
    (self.edition, version, files) = (edition, out.nextVersion, [:])
  }

  /// Nothing where the folder holds no plan with its tables.
  ///
  /// - Parameters:
  ///   - place: the folder of the plan, another than OUT.
  ///   - out: the folder whose plan is replaced.
  ///   - isReplaced: whether there is one.
  init?(of place: PlanFolder, besides out: PlanFolder, isReplaced: Bool) throws(PlanFolderFault) {
    guard let edition = try PlanEdition(of: place) else { return nil }
    let version = out.nextVersion + (isReplaced ? 1 : 0)
    self.edition = edition
    self.version = version
    let tables = KeptTables.event(of: place).map(KeptTables.files) ?? [:]
    self.files = Dictionary(
      edition.files.merging(tables) { first, _ in first }.map {
        (PlanFolder.place(of: version) + "/" + $0, $1)
      }
    ) { first, _ in first }
  }
}
