import Assembly
import EventFiles
import Foundation
import Localization
import Tables
import Verification

/// An event and what the files of its plan say.
struct StoredPlan {
  /// Why there is nothing to look at.
  struct Refusal: Error {
    let status: ExitStatus
    let remarks: Remarks

    init(_ status: ExitStatus, _ remarks: Remarks) {
      (self.status, self.remarks) = (status, remarks)
    }

    /// Beside what is told already, one more thing that ends it.
    init(_ status: ExitStatus, _ code: String, _ phrase: Phrase, after told: Remarks, in language: Language) {
      var remarks = told
      remarks.add(code, phrase, in: language)
      self.init(status, remarks)
    }

    /// That what was asked for makes no sense.
    init(misuse code: String, _ phrase: Phrase, in language: Language) {
      self.init(.wrongUsage, Remarks(code, phrase, in: language))
    }

    /// That OUT could not be written.
    init(_ fault: PlanFolderFault, in language: Language) {
      self.init(ExitStatus(fault), Remarks(fault, in: language))
    }

    /// That a folder holds no plan with its tables.
    init(withoutEdition folder: PlanFolder, in language: Language) {
      self.init(.badInput, Remarks("no-plan", Wording.noEdition(folder.path), in: language))
    }

    /// That the folder of a plan is not there.
    init(missing folder: PlanFolder, in language: Language) {
      self.init(.noInput, Remarks("no-such-plan", Wording.noPlanFolder(folder.path), in: language))
    }
  }

  let event: Event
  let language: Language
  /// What was read of the event's tables.
  let tables: EventReading
  let reading: PlanReading
  /// The files of the plan by name.
  let files: [String: Data]
  /// Where people were by the plans from which modules were replanned.
  let earlier: EarlierPlan?

  /// Reads the event of a folder and its plan in `out`.
  ///
  /// - Parameter isEdited: whether somebody may have edited the files of the plan, and is about to have them put right.
  init(of eventFolder: URL, out: URL, isEdited: Bool = false) throws(Refusal) {
    let eventReading: EventReading
    do {
      eventReading = try EventReader.read(eventFolder)
    } catch {
      throw Refusal(.noInput, Remarks(error))
    }
    guard let event = eventReading.event else {
      var remarks = Remarks()
      remarks.add(eventReading)
      throw Refusal(.badInput, remarks)
    }
    self.event = event
    tables = eventReading
    language = eventReading.language
    let folder = PlanFolder(out)
    guard folder.isThere else { throw Refusal(missing: folder, in: language) }
    do {
      files = try folder.planFiles()
      reading = PlanReader.read(files, of: event, isEdited: isEdited)
      earlier = try Self.earlier(reading.report?.moves ?? [:], in: folder, files, of: event)
    } catch {
      throw Refusal(.badInput, Remarks(reading: error, in: language))
    }
    guard reading.report != nil || !reading.plan.isEmpty else {
      throw Refusal(.badInput, "no-plan", Wording.nothingToVerify, after: told, in: language)
    }
  }

  /// Where people were in each module by the version from which it was replanned; one that was drawn as it had been edited by
  /// hand begins from itself.
  private static func earlier(
    _ moves: [String: PlanReport.Moves], in folder: PlanFolder, _ files: [String: Data], of event: Event
  ) throws(PlanFolderFault) -> EarlierPlan? {
    var earlier = EarlierPlan()
    for (version, names) in Dictionary(grouping: moves.keys, by: { moves[$0]?.from }) {
      guard let version else { continue }
      let isOwn = version == folder.number
      let base =
        isOwn ? PlanEdition(of: folder, files) : try PlanEdition(of: folder.kept(version))
      guard let edition = base else { continue }
      let replanned = Set(names.compactMap(Module.init(rawValue:)))
      var plan = edition.earlierPlan(of: event)
      // That everybody sits where the edited files have them excuses no order on the rostrum.
      if isOwn, let rostrum = plan.rostrum {
        plan.rostrum = EarlierPlaces(rostrum.places.map { ($0, $1) }, gone: rostrum.gone, isOfAll: false)
      }
      earlier = earlier.merging(plan.without(Set(Module.allCases).subtracting(replanned)))
    }
    return moves.isEmpty ? nil : earlier
  }

  /// What of the files could not be read.
  var told: Remarks { Remarks(reading.diagnostics, in: language) }

  /// What the plan breaks, by the files alone.
  func violations(_ names: any NameOrder) -> [Violation] {
    Verification(of: event, names: names, earlier: earlier).violations(
      of: reading.plan, figures: reading.figures)
  }
}
