import Assembly
import Documents
import EventFiles
public import Foundation
import Localization
import Tables
import Verification

/// The approval of the plan in a folder: stamped, and told on every page that is drawn of it from then on.
public struct PlanApproval: Sendable {
  /// The exit status of the command.
  public let status: ExitStatus
  /// Why nothing was approved, or what becomes of it, a line each.
  public var messages: [String] { remarks.lines }
  /// The account for stdout, a line each.
  public let summary: [String]
  let remarks: Remarks

  /// Verifies the plan in `out` of the event of a folder, stamps it and draws its pages anew.
  ///
  /// - Parameters:
  ///   - name: who approves it.
  ///   - date: the day of the approval.
  ///   - eventFolder: the tables.
  ///   - out: the folder of the plan.
  /// - Complexity: that of a verification and of the documents.
  public init(by name: String, on date: Day, of eventFolder: URL, out: URL) {
    let folder = PlanFolder(out)
    var waited = false
    let lock = PlanFolderLock.taken(on: folder) { waited = true }
    defer { lock?.release() }
    do throws(StoredPlan.Refusal) {
      let stored = try StoredPlan(of: eventFolder, out: out)
      let (event, language) = (stored.event, stored.language)
      let broken = stored.violations(event.nameOrdering().order)
      guard broken.isEmpty, stored.reading.diagnostics.allSatisfy({ $0.severity == .note }) else {
        var told = stored.told
        told.add(broken, of: event, in: language)
        throw StoredPlan.Refusal(
          .incomplete, "not-approved", Wording.notApproved, after: told, in: language)
      }
      guard KeptTables.areThose(of: eventFolder, in: folder) else {
        throw StoredPlan.Refusal(
          .badInput, "tables-changed", Wording.approvedTablesDiffer, after: Remarks(), in: language)
      }
      let record = ApprovalRecord(by: name, on: date, of: folder, stored.files)
      let documents = ChangesSince.documents(
        of: stored.reading.plan, event, in: folder,
        Edition(version: record.version, approval: record.approval))
      var files = Dictionary(documents.map { (Planner.path(of: $0.fileName), $0.bytes) }) { first, _ in first
      }
      files[ApprovalRecord.file] = record.data
      let papers = PlanPublication.papers(in: folder)
      do {
        try folder.replace(with: files, isObsolete: papers.contains)
      } catch {
        throw StoredPlan.Refusal(error, in: language)
      }
      status = .complete
      var remarks = Remarks()
      if waited { remarks.add("waited", Wording.waited(folder.path), in: language) }
      if !papers.isEmpty { remarks.add("papers-removed", Wording.draftsPrinted, in: language) }
      self.remarks = remarks
      summary = [event.settings.name, "  " + Wording.approved(record)[language]]
    } catch {
      (status, remarks, summary) = (error.status, error.remarks, [])
    }
  }
}

/// That a plan was approved, or why not.
public struct ApprovalDocument: Encodable, Sendable {
  let problems: [Problem]
}

extension PlanApproval {
  /// The result for programs.
  public var document: ProgramDocument<ApprovalDocument> {
    ProgramDocument("approve", status, ApprovalDocument(problems: remarks.problems))
  }
}

/// Whether the plan in a folder is the one that was approved, and who has moved since.
struct ApprovalState {
  /// A line for whoever verifies or compares; nothing where nothing was ever approved.
  let line: Phrase?

  init(of folder: PlanFolder, _ files: [String: Data], _ event: Event, _ plan: EventPlan) {
    guard let record = ApprovalRecord(in: folder) else {
      line = nil
      return
    }
    guard !record.holds(of: folder, files) else {
      line = Wording.approved(record)
      return
    }
    let edition = (try? PlanEdition(of: folder.version(record.version))) ?? nil
    let moved = edition.map { edition -> [String] in
      let changes = edition.comparison(to: plan, since: edition.change(to: event)).changes
      return Set(changes.compactMap { $0.person }).sorted().map { event.people[$0].name }
    }
    line = Wording.noLongerApproved(record, moved)
  }
}
