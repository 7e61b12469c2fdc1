import Assembly
import Documents
import EventFiles
import Foundation
import Localization
import Tables

/// A plan with the tables that it was made of, as a folder holds both.
struct PlanEdition {
  /// The tables of the last run: of all modules but those that were not planned since they changed.
  let event: Event
  let plan: EventPlan
  /// The events of those modules, whose plans are of the tables of a version.
  let older: [Module: Event]
  /// The files of the plan by name.
  let files: [String: Data]
  /// What of them does not fit the tables.
  let diagnostics: [Diagnostic]

  /// Nothing where the folder lacks a plan or its tables, as plans of older versions do.
  init?(of folder: PlanFolder) throws(PlanFolderFault) {
    self.init(of: folder, try folder.planFiles())
  }

  /// The same; nothing where a file cannot be read, either.
  static func ifReadable(_ folder: PlanFolder) -> PlanEdition? { (try? PlanEdition(of: folder)) ?? nil }

  /// The same of plan files that were read already.
  ///
  /// - Parameter isEdited: whether somebody edited them.
  init?(of folder: PlanFolder, _ files: [String: Data], isEdited: Bool = false) {
    func tables(_ folder: PlanFolder) -> Event? {
      KeptTables.event(of: folder).flatMap { try? EventReader.read($0) }?.event
    }
    guard !files.isEmpty, let event = tables(folder) else { return nil }
    self.event = event
    self.files = files
    var older: [Module: Event] = [:]
    for (module, version) in PlanReader.olderTables(in: files) {
      older[module] = tables(folder.kept(version))
    }
    self.older = older
    var (plan, diagnostics) = PlanReader.read(
      Module.allCases.filter { older[$0] == nil }, in: files, of: event, isEdited: isEdited)
    for module in Module.allCases {
      guard let own = older[module] else { continue }
      let part = PlanReader.read([module], in: files, of: own, isEdited: isEdited)
      plan = plan.merging(part.plan)
      diagnostics += part.diagnostics
    }
    (self.plan, self.diagnostics) = (plan, diagnostics)
  }

  /// The edition in a folder.
  ///
  /// - Throws: that there is no such folder, no plan in it, or one that cannot be read.
  static func readable(
    in folder: PlanFolder, in language: Language
  ) throws(StoredPlan.Refusal) -> PlanEdition {
    guard folder.isThere else { throw StoredPlan.Refusal(missing: folder, in: language) }
    do {
      if let edition = try PlanEdition(of: folder) { return edition }
    } catch {
      throw StoredPlan.Refusal(.badInput, Remarks(reading: error, in: language))
    }
    throw StoredPlan.Refusal(withoutEdition: folder, in: language)
  }

  /// Files that no longer say what was written, of those that a run wrote: what somebody edits lies elsewhere.
  ///
  /// - Complexity: O(bytes).
  static func damaged(_ drawn: [String: Data], of folder: PlanFolder) -> Set<String> {
    let errors = PlanEdition(of: folder, drawn)?.diagnostics.filter { $0.severity == .error } ?? []
    return Set(errors.map(\.source))
  }

  /// Files that it must have by its report and lacks, each with what to do about it.
  ///
  /// - Parameters:
  ///   - folder: where it lies.
  ///   - modules: those whose files are needed.
  ///   - isBase: whether few people are to move from it.
  func lackedFiles(
    in folder: PlanFolder, of modules: Set<Module> = Set(Module.allCases), isBase: Bool = false
  ) -> [Diagnostic] {
    PlanReader.lackedFiles(in: files).filter { modules.contains($0.module) }.map { module, file in
      let copy = folder.path + "/" + PlanFolder.place(ofDrawn: file)
      let isKept = FileManager.default.fileExists(atPath: copy)
      return PlanReader.lacks(
        folder.path + "/" + file, hint: isBase ? Wording.restore(module, from: isKept ? copy : nil) : nil)
    }
  }

  /// The tables of the plan of a module, and those of an event as it is now.
  func change(to event: Event, of module: Module? = nil) -> TableChange {
    TableChange(from: module.flatMap { older[$0] } ?? self.event, to: event)
  }

  /// What it says of an event as it is now.
  func earlierPlan(of event: Event) -> EarlierPlan {
    let ofOlder = Set(older.keys)
    return ofOlder.reduce(
      EarlierPlan(plan.only(Set(Module.allCases).subtracting(ofOlder)), since: change(to: event))
    ) { earlier, module in
      earlier.merging(EarlierPlan(plan.only([module]), since: change(to: event, of: module)))
    }
  }

  /// How it differs from a plan of an event as it is now.
  ///
  /// - Parameters:
  ///   - change: its tables, and those of now.
  ///   - edits: what was changed by hand meanwhile.
  func comparison(to plan: EventPlan, since change: TableChange, edits: HandEdits? = nil) -> PlanComparison {
    PlanComparison(from: self.plan, to: plan, since: change, older: older, edits: edits)
  }

  /// What was changed by hand since this plan was told, by the edition in which it was.
  func edits(in edited: PlanEdition, of event: Event) -> HandEdits {
    func side(_ edition: PlanEdition) -> HandEdits.Side {
      HandEdits.Side(edition.plan, since: edition.change(to: event), older: edition.older)
    }
    return HandEdits(from: side(self), to: side(edited))
  }

  /// What had been changed by hand when documents were drawn of this plan as it lies in a folder; nothing where they were drawn
  /// of what a solver made.
  func editsBeforeDrawn(in folder: PlanFolder) -> HandEdits? {
    let number = folder.number
    let bases = PlanReader.bases(in: files)
    guard !bases.isEmpty, bases.allSatisfy({ $0.value == number }) else { return nil }
    return PlanEdition.ifReadable(folder.kept(number - 1))?.edits(in: self, of: event)
  }
}
