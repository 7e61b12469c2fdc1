import Assembly
import EventFiles
import Foundation
import Tables

/// The plan that lies in OUT: what its files say, and what they said when documents were drawn of them and people were told.
struct PlanInPlace {
  let folder: PlanFolder
  /// Its files by name; none where OUT holds no plan.
  let files: [String: Data]
  /// The same as documents were drawn of them; nothing in an OUT that keeps none. A file that is gone or damaged there counts as
  /// not edited.
  let drawn: [String: Data]?
  /// Of which files that is so.
  private let missingDrawn: [String]
  /// Whether somebody edited the files since.
  let isEdited: Bool

  init(in folder: PlanFolder) throws(PlanFolderFault) {
    self.folder = folder
    files = try folder.planFiles()
    let told = Self.told(try folder.drawnFiles(), files, in: folder)
    (drawn, missingDrawn) = (told?.files, told?.missing ?? [])
    isEdited = !files.isEmpty && PlanFolder.areEdited(files, since: drawn)
  }

  /// Files as documents were drawn of them, with the plan's own for those that are gone or damaged, and which these are.
  private static func told(
    _ drawn: [String: Data]?, _ files: [String: Data], in folder: PlanFolder
  ) -> (files: [String: Data], missing: [String])? {
    guard let found = drawn.map({ PlanFolder.completed($0, from: files) }) else { return nil }
    guard PlanFolder.areEdited(files, since: found.files) else { return found }
    let damaged = PlanEdition.damaged(found.files, of: folder)
    let rest = PlanFolder.completed(found.files.filter { !damaged.contains($0.key) }, from: files)
    return (rest.files, found.missing + rest.missing)
  }

  /// What of it cannot be told for want of a file.
  var notes: [Diagnostic] {
    missingDrawn.map { file in
      Diagnostic(
        .note, source: PlanFolder.place(ofDrawn: file), message: Wording.drawnFileMissing(file),
        code: "drawn-file-missing")
    }
  }

  /// The plan as its files are.
  var edition: PlanEdition? { PlanEdition(of: folder, files, isEdited: isEdited) }

  /// The plan as people were told.
  var told: PlanEdition? { isEdited ? drawn.flatMap { PlanEdition(of: folder, $0) } : edition }

  /// What was changed by hand since people were told; nothing where nobody edited the files.
  func edits(of event: Event) -> HandEdits? {
    guard isEdited, let told, let edition else { return nil }
    return told.edits(in: edition, of: event)
  }

  // MARK: Versions

  /// The version as which the plan is kept as it was drawn; nothing where there is none.
  var version: Int? { files.isEmpty ? nil : folder.nextVersion }

  /// The version as which it is kept as it was edited, where it was.
  var versionOfEdits: Int? { isEdited ? folder.nextVersion + 1 : nil }

  /// The version after both.
  var nextVersion: Int { (versionOfEdits ?? version).map { $0 + 1 } ?? folder.nextVersion }

  /// The files of versions that differ from those that lie in OUT: the plan as it was drawn, and where it is wanted the edited
  /// one with its tables.
  func filesOfVersions(withEdits: Bool) -> [String: Data] {
    guard isEdited, let version, let versionOfEdits, let drawn else { return [:] }
    let edited = withEdits ? Self.files(of: versionOfEdits, files, of: folder) : [:]
    return drawn.reduce(into: edited) { $0[PlanFolder.place(of: version) + "/" + $1.key] = $1.value }
  }

  /// Plan files with the tables of their folder, by their places in OUT as those of a version.
  static func files(of version: Int, _ plan: [String: Data], of folder: PlanFolder) -> [String: Data] {
    let tables = KeptTables.event(of: folder).map(KeptTables.files) ?? [:]
    return Dictionary(
      plan.merging(tables) { first, _ in first }.map { (PlanFolder.place(of: version) + "/" + $0, $1) }
    ) { first, _ in first }
  }
}

extension PlanFolderLock {
  /// The lock on OUT; nothing when a signal came while another run held it.
  ///
  /// - Parameter waits: is told once where another run works on OUT.
  static func taken(
    on folder: PlanFolder, isStopped: () -> Bool = { false }, waits: () -> Void
  ) -> PlanFolderLock? {
    let lock = PlanFolderLock(on: folder, waits: waits, isStopped: isStopped)
    return lock.isHeld ? lock : nil
  }
}
