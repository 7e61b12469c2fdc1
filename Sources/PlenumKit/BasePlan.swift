import Assembly
import EventFiles
import Foundation

/// The plan that is out, from which few people are to move.
struct BasePlan {
  /// The plan with its tables.
  let edition: PlanEdition
  /// The version as which it is kept in OUT.
  let version: Int
  /// Where it lies in another folder than OUT: its files and those of the versions that they tell of, by their places in OUT;
  /// what OUT holds anyhow is not among them.
  let files: [String: Data]
  /// How many versions of OUT these are.
  let versions: Int
  /// Where it lies.
  private let place: PlanInPlace

  /// The plan of OUT itself.
  init?(_ place: PlanInPlace) {
    guard let version = place.versionOfEdits ?? place.version else { return nil }
    self.init(place, as: version)
  }

  /// Nothing where the folder holds no plan with its tables.
  ///
  /// - Parameters:
  ///   - folder: the folder of the plan.
  ///   - out: the plan that is replaced.
  init?(of folder: PlanFolder, besides out: PlanInPlace) throws(PlanFolderFault) {
    if folder.path == out.folder.path {
      self.init(out)
      return
    }
    let place = try PlanInPlace(in: folder)
    if let version = out.folder.versions.first(where: { out.folder.version($0).path == folder.path }) {
      self.init(place, as: version)
      return
    }
    // The oldest first, as OUT counts its own; the plan itself comes last.
    let needed = try Self.needed(by: folder, place.files).sorted { $0.key < $1.key }
    let numbers = Dictionary(uniqueKeysWithValues: zip(needed.map(\.key), out.nextVersion...))
    let own = out.nextVersion + needed.count
    func number(_ version: Int) -> Int? { version == folder.number ? own : numbers[version] }
    var files = PlanInPlace.files(of: own, PlanReader.renumbered(place.files, number), of: folder)
    for (version, plan) in needed {
      files.merge(
        PlanInPlace.files(
          of: numbers[version]!, PlanReader.renumbered(plan, number), of: folder.kept(version))
      ) { first, _ in first }
    }
    self.init(place, as: own, files, versions: needed.count + 1)
  }

  private init?(_ place: PlanInPlace, as version: Int, _ files: [String: Data] = [:], versions: Int = 0) {
    guard let edition = place.edition else { return nil }
    self.edition = edition
    self.version = version
    self.files = files
    self.versions = versions
    self.place = place
  }

  /// The plan as people were told.
  var told: PlanEdition? { place.isEdited ? place.told : edition }

  /// What was changed by hand since.
  func edits(of event: Event) -> HandEdits? { place.edits(of: event) }

  /// The versions of which a plan tells, and those of which they tell, with their files.
  private static func needed(
    by folder: PlanFolder, _ plan: [String: Data]
  ) throws(PlanFolderFault) -> [Int: [String: Data]] {
    var found: [Int: [String: Data]] = [:]
    var open = [plan]
    while let files = open.popLast() {
      let told = Set(PlanReader.bases(in: files).values).union(PlanReader.olderTables(in: files).values)
      for version in told.sorted() where found[version] == nil && version != folder.number {
        let files = try folder.kept(version).planFiles()
        guard !files.isEmpty else { continue }
        found[version] = files
        open.append(files)
      }
    }
    return found
  }
}
