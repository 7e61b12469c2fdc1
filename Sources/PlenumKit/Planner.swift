public import Assembly
import Documents
import EventFiles
public import Foundation
public import IntegerProgramming
public import Localization
public import SolverShared
import Tables
import Verification

/// What a run of the planner is to do.
public struct PlanningOptions: Sendable {
  /// The modules to plan; nothing means all whose tables are present.
  public var modules: Set<Module>?
  /// Seed of the search; each module reports it.
  public var seed = 0
  /// The search of a module ends once (objective − bound) / max(1, |objective|) is no larger; 0 ..< 1.
  public var gap = 0.0
  /// The folder of the plan that is out, from which as few people as can be are to move; nothing plans anew.
  public var earlier: URL?
  /// Modules that are planned anew although the others keep to the plan that is out.
  public var free: Set<Module> = []
  /// So many people may be elsewhere than by the plan that is out, trips of vehicles counted each; a plan that moves more
  /// is not written. Nothing lets as many move as must.
  public var mostMoves: Int?
  /// Whether modules that keep to the plan that is out are planned anew as well, to tell what staying costs.
  public var tellsPrice = false
  /// So many of the plans that were replaced are kept in OUT.
  public var keptVersions = 20
  /// Whether modules without a table are passed over, though ``modules`` names them.
  public var passesOverMissing = false

  /// Plans everything that the event has tables for.
  public init(modules: Set<Module>? = nil, seed: Int = 0, gap: Double = 0) {
    self.modules = modules
    self.seed = seed
    self.gap = gap
  }
}

/// The shell around ``PlanningTask`` that the command `plenum plan` is: reads the tables of a folder, has the task solved
/// and verified, replaces the plan in OUT as a whole, and tells it in words.
///
/// ```swift
/// let run = Planner().plan(eventFolder, into: outFolder)
/// print(run.summary.joined(separator: "\n"), run.status)
/// ```
public struct Planner: Sendable {
  /// The modules that this version plans.
  public static let modules = Modules.all.map(\.module)

  let options: PlanningOptions
  private let interruption: Interruption
  private let watch: SearchWatch?
  private let progress: @Sendable (Phrase, Language) -> Void

  /// A planner.
  ///
  /// - Parameters:
  ///   - options: what to plan, and when to be content.
  ///   - interruption: stops the search, which keeps the best plan so far.
  ///   - watch: is told of the search of each module in turn.
  ///   - progress: is told what begins.
  public init(
    _ options: PlanningOptions = PlanningOptions(), interruption: Interruption = Interruption(),
    watch: SearchWatch? = nil, progress: @escaping @Sendable (Phrase, Language) -> Void = { _, _ in }
  ) {
    self.options = options
    self.interruption = interruption
    self.watch = watch
    self.progress = progress
  }

  /// Plans the event of a folder into another folder.
  ///
  /// - Returns: what to tell the user, and the exit status. Unless the status says that a plan was written, or that
  ///   wishes conflict, nothing in `out` was touched.
  public func plan(_ eventFolder: URL, into out: URL) -> PlanningRun {
    var stopwatch = Stopwatch()
    let reading: EventReading
    do {
      reading = try EventReader.read(eventFolder)
    } catch {
      return PlanningRun(.noInput, Remarks(error))
    }
    var run = PlanningRun(of: reading)
    guard let event = reading.event else { return run.ended(.badInput) }
    let missing = (options.modules ?? []).filter {
      reading.tables[$0.table] == nil && !options.passesOverMissing
    }
    guard missing.isEmpty else {
      run.remarks.add(
        missing.sorted { $0.rawValue < $1.rawValue }.map {
          Diagnostic(
            source: $0.table.rawValue + ".csv", message: Wording.missingTable, code: "missing-table")
        }, in: reading.language)
      return run.ended(.badInput)
    }
    stopwatch.lap(.reading)

    let folder = PlanFolder(out)
    let lock = PlanFolderLock.taken(on: folder, isStopped: { interruption.reason == .signal }) {
      progress(Wording.waiting(folder.path), reading.language)
      run.remarks.add("waited", Wording.waited(folder.path), in: reading.language)
    }
    guard let lock else { return run.ended(.interrupted) }
    defer { lock.release() }
    do {
      let place = try PlanInPlace(in: folder)
      let earlier = place.files
      run.remarks.add(place.notes, in: reading.language)
      var task = PlanningTask(
        event, modules: options.modules,
        options: SolverOptions(gap: options.gap, seed: options.seed, interruption: interruption))
      task.options.watch = watch
      let kept = KeptPlan(of: event, in: place, besides: task.modules)
      run.remarks.add(kept.remarks(in: reading.language))
      guard kept.fits else { return run.ended(.badInput) }
      task.kept = kept.plan
      var base: BasePlan?
      if let from = options.earlier.map(PlanFolder.init) {
        // OUT itself may be yet to be made.
        guard from.isThere || from.path == folder.path else {
          run.remarks.add(StoredPlan.Refusal(missing: from, in: reading.language).remarks)
          return run.ended(.noInput)
        }
        do {
          base = try BasePlan(of: from, besides: place)
        } catch {
          run.remarks.add(Remarks(reading: error, in: reading.language))
          return run.ended(.badInput)
        }
        guard let edition = base?.edition else {
          run.remarks.add(StoredPlan.Refusal(withoutEdition: from, in: reading.language).remarks)
          return run.ended(.badInput)
        }
        let asked = task.modules.subtracting(options.free).filter { reading.tables[$0.table] != nil }
        let lacked = edition.lackedFiles(in: from, of: asked, isBase: true)
        // What is planned anew begins from nothing.
        let freed = Set(options.free.flatMap(\.files))
        let read = edition.diagnostics.filter { !freed.contains($0.source) }
        guard read.allSatisfy({ $0.severity == .note }), lacked.isEmpty else {
          run.remarks.add(read + lacked, in: reading.language)
          return run.ended(.badInput)
        }
        task.earlier = edition.earlierPlan(of: event).without(options.free)
      }
      func solved() -> (solution: Solution, violations: [Violation]) {
        let solution = task.solve { module in
          progress(Wording.solving(module), reading.language)
          watch?.begin()
        }
        stopwatch.lap(.solving)
        progress(Wording.verifying, reading.language)
        defer { stopwatch.lap(.verifying) }
        return task.verified(solution)
      }
      var (solution, violations) = solved()
      if !violations.isEmpty, let (anew, modules) = task.planningAnew(whereRulesBreakIn: solution) {
        task = anew
        (solution, violations) = solved()
        solution.notes += modules.map(PlanningNote.plannedAnew)
      }
      guard violations.isEmpty else {
        run.remarks.add("faulty-plan", Wording.faultyPlan, in: reading.language)
        run.remarks.add(violations, of: event, in: reading.language)
        return run.ended(.fault)
      }
      if let refusal = options.mostMoves.flatMap({ Wording.tooManyMoves(in: solution, most: $0) }) {
        run.remarks.add("too-many-moves", refusal, in: reading.language)
        return run.ended(.conflict)
      }
      let anew =
        options.tellsPrice
        ? task.plannedAnew(beside: solution) { progress(Wording.comparing($0), reading.language) } : [:]
      stopwatch.lap(.solving)
      progress(Wording.writing, reading.language)
      var files = PlanFiles(
        reading, event, planned: task.modules, solution, tool: "plenum " + PlenumVersion.current,
        replannedFrom: base?.version)
      files.anew = anew
      files.versionOfOtherTables = KeptTables.areThose(of: eventFolder, in: folder) ? nil : place.version
      let replacement = files.replacement(of: earlier)
      run.remarks.add(replacement.diagnostics, in: reading.language)
      for note in solution.notes { run.remarks.add(note.code, note.phrase, in: reading.language) }
      let isReplanned = options.earlier != nil && !options.free.contains(.rostrum)
      if isReplanned, task.modules.contains(.rostrum), let rostrum = solution.plan.rostrum,
        let note = Wording.offCentre(rostrum.rowsOffCentre(in: event))
      {
        run.remarks.add("rostrum-off-centre", note, in: reading.language)
      }
      if replacement.outdates(.vehicles, besides: .rooms, of: earlier) {
        run.remarks.add("vehicles-outdated", Wording.vehiclesOutdated, in: reading.language)
      }
      if event.staffing != nil,
        replacement.outdates(.staff, besides: .rooms, .vehicles, .discussion, of: earlier)
      {
        run.remarks.add("staff-outdated", Wording.staffOutdated, in: reading.language)
      }
      // Of a plan that lies elsewhere people were told as of this one.
      var publication = PlanPublication(
        of: event, in: eventFolder, over: place, since: base?.told ?? place.told)
      publication.edits = base?.edits(of: event) ?? place.edits(of: event)
      publication.further = base?.files ?? [:]
      publication.furtherVersions = base?.versions ?? 0
      publication.keptVersions = options.keptVersions
      publication.tellsWhomToTell = options.earlier != nil
      if publication.outdatesPapers {
        run.remarks.add("papers-removed", Wording.papersOutdated, in: reading.language)
      }
      let approved = options.earlier == nil ? ApprovalRecord(in: folder) : nil
      try publication.publish(solution.plan.merging(kept.plan), replacement)
      if let approved, publication.changes?.counts.values.contains(where: { !$0.isNone }) == true {
        run.remarks.add("approved-replaced", Wording.replaced(approved), in: reading.language)
      }
      run.take(publication)
      stopwatch.lap(.writing)
      run.status = solution.status(interruption)
      if options.modules == nil, event.lacksRostrum { run.status = max(run.status, .incomplete) }
      run.report(solution, of: event, in: reading, out: folder.path, stopwatch)
    } catch {
      run.remarks.add(Remarks(error, in: reading.language))
      return run.ended(ExitStatus(error))
    }
    return run
  }

  /// Where a document lies in OUT.
  static func path(of document: String) -> String { "documents/" + document }
}

extension Event {
  /// Whether people are to sit on a rostrum of which there is no table: they sit nowhere, for the hall is not for them.
  fileprivate var lacksRostrum: Bool {
    notes.contains { if case .askedWithoutTable(.rostrum, _) = $0.fault { true } else { false } }
  }
}

extension PlanReplacement {
  /// Whether the plan of a module is kept that was made beside others of these modules than there are now.
  fileprivate func outdates(_ module: Module, besides others: Module..., of earlier: [String: Data]) -> Bool {
    let isKept = module.files.allSatisfy {
      earlier[$0] != nil && files[$0] == nil && !obsolete.contains($0)
    }
    return isKept
      && others.flatMap(\.files).contains {
        obsolete.contains($0) || files[$0] != nil && files[$0] != earlier[$0]
      }
  }
}

extension EventReading {
  /// Every problem of the tables, those of one kind in one column as one line.
  var messages: [String] {
    diagnostics.grouped().map { $0.text(in: language) }
  }
}
