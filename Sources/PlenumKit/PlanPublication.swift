import Assembly
import Documents
import EventFiles
import Foundation

/// Puts a plan into OUT: its files, its documents, the tables that it was made of, and whole among the versions what was
/// there before.
struct PlanPublication {
  /// Files of further versions that are to lie in OUT, by their places.
  var further: [String: Data] = [:]
  /// How many versions these are.
  var furtherVersions = 0
  /// What was changed by hand since people were told.
  var edits: HandEdits?
  /// So many of the plans that were replaced are kept.
  var keptVersions = 20
  /// Whether what was edited by hand is kept as a version of its own, and not the plan itself.
  var keepsEdits = true
  /// Whether the notice of changes is among the documents.
  var tellsWhomToTell = false
  /// The documents that were written.
  private(set) var documents: [Document] = []
  /// How the plan differs from the one that it replaced, where there was one.
  private(set) var changes: PlanChanges?
  /// What report.json holds.
  private(set) var report: PlanReport?

  private let event: Event
  private let eventFolder: URL
  private let place: PlanInPlace
  private let before: PlanEdition?

  /// - Parameters:
  ///   - event: the event that is planned.
  ///   - eventFolder: where its tables lie.
  ///   - place: the plan that is in OUT.
  ///   - before: the plan that people were told, with which the new one is compared; nothing where there is none.
  init(of event: Event, in eventFolder: URL, over place: PlanInPlace, since before: PlanEdition?) {
    self.event = event
    self.eventFolder = eventFolder
    self.place = place
    self.before = before
  }

  private var folder: PlanFolder { place.folder }

  /// The number of the new plan, as which it will be kept.
  var version: Int {
    (keepsEdits ? place.nextVersion : place.version.map { $0 + 1 } ?? folder.nextVersion)
      + furtherVersions
  }

  /// Puts the new files and the documents of the whole plan, of modules that were kept from the earlier one too, into OUT.
  mutating func publish(_ plan: EventPlan, _ replacement: PlanReplacement) throws(PlanFolderFault) {
    let since = before.map { ChangesSince($0, to: event, plan, edits: edits) }
    report = replacement.report
    changes = since.flatMap { PlanChanges($0.comparison) }
    var edition = Edition(version: version)
    if tellsWhomToTell { edition.changedSeats = since?.comparison.changedSeats ?? [] }
    documents = plan.documents(of: event, edition)
    var files = replacement.files
    for more in [
      KeptTables.files(of: eventFolder), further, place.filesOfVersions(withEdits: keepsEdits),
      PlanFolder.drawn(
        replacement.files.merging(place.files.filter { !replacement.obsolete.contains($0.key) }) { new, _ in
          new
        }),
    ] {
      files.merge(more) { first, _ in first }
    }
    if let since {
      files[since.table.file] = since.table.csv
      if tellsWhomToTell { documents += since.notice(of: plan, edition).documents }
    }
    for document in documents { files[Planner.path(of: document.fileName)] = document.bytes }
    let obsolete = obsolete(besides: files, replacement)
    try folder.replace(with: files, keepingAs: place.version, isObsolete: obsolete)
  }

  /// Whether papers were printed of the plan that is in OUT: they must not lie beside the new one.
  var outdatesPapers: Bool { !Self.papers(in: folder).isEmpty }

  /// The papers that `plenum print` has put into a folder.
  static func papers(in folder: PlanFolder) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + Planner.path(of: ""))
    return (names ?? []).filter { Paper.isFile(named: $0) || EventWorkbook.fileNames.contains($0) }.sorted()
      .map(Planner.path)
  }

  /// Which old files are to go: those of modules without a plan, documents and tables that there are no longer, and the
  /// oldest versions.
  private func obsolete(
    besides files: [String: Data], _ replacement: PlanReplacement
  ) -> (String) -> Bool {
    let possible = Set(
      (Module.allCases.documents.flatMap(\.fileNames) + ChangeNotice.fileNames).map(Planner.path)
        + [PlanComparison.fileName]
        + Self.papers(in: folder))
    let obsolete = replacement.obsolete.union(possible.subtracting(files.keys))
    // Who compares with the plan that was approved finds it there.
    let approved = ApprovalRecord(in: folder).map { [$0.version] } ?? []
    let needed = Set((replacement.report.moves ?? [:]).values.map(\.from)).union(approved)
      .union((replacement.report.tables ?? [:]).values)
    let old = folder.obsoleteVersions(keeping: keptVersions - 1, besides: needed)
    let gone = obsolete.union(old.map { PlanFolder.place(of: $0) + "/" })
    return { path in
      // Tables that are no longer those of the event go; the version that is kept has them.
      gone.contains(path)
        || (KeptTables.contain(path) || PlanFolder.isDrawn(path)) && files[path] == nil
          && !path.hasSuffix("/")
    }
  }
}
