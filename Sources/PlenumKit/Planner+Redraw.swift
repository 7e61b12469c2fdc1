import Assembly
import Documents
import EventFiles
public import Foundation
import Localization
import Tables
import Verification

extension Planner {
  /// Checks a plan whose files somebody edited against the hard rules, counts it anew and draws its documents.
  ///
  /// Who was moved by hand stays there, as after a late change: order inside a group is a note and breaks nothing, and a
  /// later replan keeps it. A bound is told only where it still holds: of tables as they were, and nobody out of order. Who
  /// was moved by hand since documents were drawn is told in the notice of changes. Where nobody was, the documents are drawn
  /// again and nothing else is touched.
  ///
  /// - Returns: what to tell the user, and the exit status. Where a rule is broken nothing in `out` was touched.
  /// - Complexity: that of a verification and of the documents.
  public func redraw(_ eventFolder: URL, in out: URL) -> PlanningRun {
    var stopwatch = Stopwatch()
    let folder = PlanFolder(out)
    var waited = false
    let lock = PlanFolderLock.taken(on: folder) { waited = true }
    defer { lock?.release() }
    let stored: StoredPlan
    do {
      stored = try StoredPlan(of: eventFolder, out: out, isEdited: true)
    } catch {
      return PlanningRun(error.status, error.remarks)
    }
    let (event, language, plan) = (stored.event, stored.language, stored.reading.plan)
    var run = PlanningRun(of: stored.tables)
    if waited { run.remarks.add("waited", Wording.waited(folder.path), in: language) }
    run.remarks.add(stored.told)
    guard stored.reading.diagnostics.allSatisfy({ $0.severity == .note }) else { return run.ended(.badInput) }
    stopwatch.lap(.reading)

    let names = event.nameOrdering().order
    var held = EarlierPlan(plan, since: TableChange(in: event))
    // Whom somebody seated by hand did not sit there before: the order of ranks binds them.
    held.rostrum = held.rostrum.map {
      EarlierPlaces($0.places.map { ($0.key, $0.value) }, gone: $0.gone, isOfAll: false)
    }
    let broken = Verification(of: event, names: names, earlier: held).violations(of: plan, figures: [:])
    guard broken.isEmpty else {
      run.remarks.add(broken, of: event, in: language)
      run.remarks.add("not-redrawn", Wording.notRedrawn(broken.count), in: language)
      return run.ended(.incomplete)
    }
    let outOfOrder = Verification(of: event, names: names).violations(of: plan, figures: [:])
    for violation in outOfOrder {
      run.remarks.add(code(ofCase: violation), Wording.note(violation.phrase(in: event)), in: language)
    }
    stopwatch.lap(.verifying)

    do throws(PlanFolderFault) {
      let place = try PlanInPlace(in: folder)
      run.remarks.add(place.notes, in: language)
      let isOfSameTables = KeptTables.areThose(of: eventFolder, in: folder)
      let solution = Solution(
        of: stored.reading, in: event, keepingBounds: outOfOrder.isEmpty && isOfSameTables)
      if place.drawn != nil, !place.isEdited, isOfSameTables {
        try drawAgain(stored, in: folder, &run)
      } else {
        var publication = PlanPublication(of: event, in: eventFolder, over: place, since: place.told)
        publication.edits = place.edits(of: event)
        publication.keptVersions = options.keptVersions
        publication.keepsEdits = false
        publication.tellsWhomToTell = place.isEdited
        let files = PlanFiles(
          stored.tables, event, planned: Set(solution.ends.keys), solution,
          tool: "plenum " + PlenumVersion.current, replannedFrom: publication.version)
        if publication.outdatesPapers {
          run.remarks.add("papers-removed", Wording.papersOutdated, in: language)
        }
        try publication.publish(plan, files.replacement(of: stored.files))
        run.take(publication)
      }
      stopwatch.lap(.writing)
      run.status = plan.all.allSatisfy(\.servesEverybody) ? .complete : .incomplete
      run.report(solution, of: event, in: stored.tables, out: folder.path, stopwatch)
    } catch {
      run.remarks.add(Remarks(error, in: language))
      return run.ended(ExitStatus(error))
    }
    return run
  }

  /// Draws the documents of a plan that nobody edited, with the marks and the notice of the changes that were told.
  private func drawAgain(
    _ stored: StoredPlan, in folder: PlanFolder, _ run: inout PlanningRun
  ) throws(PlanFolderFault) {
    let plan = stored.reading.plan
    let documents = ChangesSince.documents(
      of: plan, stored.event, in: folder,
      Edition(version: folder.number, approval: .given(to: folder, stored.files)))
    try folder.replace(
      with: Dictionary(documents.map { (Self.path(of: $0.fileName), $0.bytes) }) { first, _ in first })
    (run.documents, run.report) = (documents, stored.reading.report)
  }
}

extension Solution {
  /// A plan that was read as if nobody had moved since, with what it costs.
  ///
  /// - Parameter keepsBounds: whether the bounds of the report hold for it, too.
  fileprivate init(of reading: PlanReading, in event: Event, keepingBounds keepsBounds: Bool) {
    self.init()
    func keep(_ plan: some ModulePlan & VerifiablePlan) {
      let module = type(of: plan).module
      var figures = Figures(
        status: .feasible, terms: plan.terms(in: event, beside: reading.plan), bound: 0)
      figures.moves = Moves(count: 0, least: 0)
      // The bound of a replan counts moves, from another plan than this one.
      if keepsBounds, let told = reading.figures[module], told.moves == nil, let bound = told.provenBound,
        bound <= figures.objective
      {
        figures.bound = bound
        if bound == figures.objective { figures.status = .optimal }
      } else {
        figures.withdrawBound()
      }
      self.keep(.plan(plan, figures), seconds: 0, seed: 0)
    }
    for case let plan as any ModulePlan & VerifiablePlan in reading.plan.all { keep(plan) }
  }
}
