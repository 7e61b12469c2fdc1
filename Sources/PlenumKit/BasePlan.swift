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
  init?(_ place: PlanInPlace) {
    guard let edition = place.edition, let version = place.versionOfEdits ?? place.version else { return nil }
    (self.edition, self.version, files) = (edition, version, [:])
  }

  /// Nothing where the folder holds no plan with its tables.
  ///
  /// - Parameters:
  ///   - folder: the folder of the plan, another than OUT.
  ///   - place: the plan that is replaced.
  init?(of folder: PlanFolder, besides place: PlanInPlace) throws(PlanFolderFault) {
    guard let edition = try PlanEdition(of: folder) else { return nil }
    self.edition = edition
    version = place.nextVersion
    files = PlanInPlace.files(of: version, edition.files, of: folder)
  }
}
