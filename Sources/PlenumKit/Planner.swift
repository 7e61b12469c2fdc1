public import Assembly
import EventFiles
public import Foundation
import HallSolver
public import IntegerProgramming
public import Localization
import RoomsSolver
import RostrumSolver
public import SolverShared
import Tables
import VehiclesSolver
import Verification

/// What a run of the planner is to do.
public struct PlanningOptions: Sendable {
  /// The modules to plan; nothing means all whose tables are present.
  public var modules: Set<Module>?
  /// Seed of the search; each module reports it.
  public var seed = 0
  /// The search of a module ends once (objective − bound) / max(1, |objective|) is no larger; 0 ..< 1.
  public var gap = 0.0

  /// Plans everything that the event has tables for.
  public init(modules: Set<Module>? = nil, seed: Int = 0, gap: Double = 0) {
    self.modules = modules
    self.seed = seed
    self.gap = gap
  }
}

/// Plans an event: reads its tables, seats its people, verifies what was found, and replaces the plan in OUT.
///
/// ```swift
/// let run = Planner().plan(eventFolder, into: outFolder)
/// print(run.summary.joined(separator: "\n"), run.status)
/// ```
public struct Planner: Sendable {
  /// The modules that this version plans.
  public static let modules: [Module] = [.rostrum, .hall, .rooms, .vehicles]

  /// So many notes on the tables are told at most: a long list may be worth hundreds, and the plan would be lost
  /// among them. The report has them all.
  static let shownNotes = 20

  private let options: PlanningOptions
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
      return PlanningRun(.noInput, messages: [error.message[.ofEnvironment()]])
    }
    var run = PlanningRun(of: reading, notesUpTo: Planner.shownNotes)
    guard let event = reading.event else { return run.ended(.badInput) }
    let wanted = options.modules ?? Set(Planner.modules)
    let missing = (options.modules ?? []).filter { reading.tables[$0.table] == nil }
    guard missing.isEmpty else {
      run.messages += missing.sorted { $0.rawValue < $1.rawValue }.map {
        "\($0.table.rawValue).csv: " + Wording.missingTable[reading.language]
      }
      return run.ended(.badInput)
    }
    stopwatch.lap(.reading)

    let folder = PlanFolder(out)
    let names = event.nameOrdering()
    do {
      let earlier = try folder.planFiles()
      let hotels = EarlierHotels(for: wanted, in: earlier, of: event, reading.language)
      run.messages += hotels.messages
      guard hotels.fit else { return run.ended(.badInput) }
      let solution = solve(event, names, wanted, hotels.plan, reading.language)
      stopwatch.lap(.solving)
      progress(Wording.verifying, reading.language)
      let verification = Verification(of: event, names: names.order)
      let violations = verification.violations(
        of: solution.plan, figures: solution.figures, lodgedBy: hotels.plan)
      stopwatch.lap(.verifying)
      guard violations.isEmpty else {
        run.messages.append(Wording.faultyPlan[reading.language])
        run.messages += violations.map { $0.phrase(in: event)[reading.language] }
        return run.ended(.fault)
      }
      progress(Wording.writing, reading.language)
      let notes = names.notes.map(\.phrase)
      let files = PlanFiles(reading, event, planned: wanted, solution, notes: notes)
      let replacement = files.replacement(of: earlier)
      run.messages += replacement.diagnostics.map { $0.text(in: reading.language) }
      run.messages += notes.map { $0[reading.language] }
      if case .conflict = solution.ends[.rooms]?.result, solution.plan.vehicles != nil {
        run.messages.append(Wording.noRoomsForVehicles[reading.language])
      }
      if replacement.outdatesVehicles(of: earlier) {
        run.messages.append(Wording.vehiclesOutdated[reading.language])
      }
      try write(replacement, over: earlier, event, folder, &run)
      run.report = replacement.report
      stopwatch.lap(.writing)
      run.status = solution.status(interruption)
      run.report(solution, of: event, in: reading, out: folder.path, stopwatch)
    } catch {
      run.messages.append(error.message[reading.language])
      return run.ended(error.kind == .cannotCreate ? .cannotCreate : .cannotWrite)
    }
    return run
  }

  private func solve(
    _ event: Event, _ names: NameOrdering, _ wanted: Set<Module>, _ earlierRooms: RoomPlan?,
    _ language: Language
  ) -> Solution {
    var solution = Solution()
    func keep<Plan>(
      _ module: Module, as place: WritableKeyPath<EventPlan, Plan?>, _ solve: () -> Outcome<Plan>
    ) {
      progress(Wording.solving(module), language)
      watch?.begin()
      let start = ContinuousClock.now
      let outcome = solve()
      let seconds = (ContinuousClock.now - start).inSeconds
      solution.keep(outcome, of: module, as: place, seconds: seconds, seed: options.seed)
    }
    var solverOptions = SolverOptions(gap: options.gap, seed: options.seed, interruption: interruption)
    solverOptions.watch = watch
    func plan<Solver: ModulePlanner>(
      _ module: Module, by solver: Solver.Type, as place: WritableKeyPath<EventPlan, Solver.Plan?>
    ) {
      var context = PlanningContext(names: names.order, decided: solution.plan)
      if context.decided.rooms == nil { context.decided.rooms = earlierRooms }
      guard wanted.contains(module), let planner = Solver(event, beside: context) else { return }
      keep(module, as: place) { planner.solve(solverOptions) }
    }
    plan(.rostrum, by: RostrumPlanner.self, as: \.rostrum)
    plan(.hall, by: HallPlanner.self, as: \.hall)
    plan(.rooms, by: RoomsPlanner.self, as: \.rooms)
    plan(.vehicles, by: VehiclesPlanner.self, as: \.vehicles)
    return solution
  }

  /// Puts the new files and the documents of the whole plan, of modules that were kept from the earlier one too, into
  /// OUT.
  private func write(
    _ replacement: PlanReplacement, over earlier: [String: Data], _ event: Event, _ folder: PlanFolder,
    _ run: inout PlanningRun
  ) throws(PlanFolderFault) {
    let kept = earlier.filter { !replacement.obsolete.contains($0.key) }
    let whole = kept.merging(replacement.files) { _, new in new }
    let documents = PlanDocuments.files(of: PlanReader.read(whole, of: event).plan, of: event)
    let files = replacement.files.merging(documents) { first, _ in first }
    let obsolete = replacement.obsolete.union(PlanDocuments.all.subtracting(files.keys))
    try folder.replace(with: files, isObsolete: obsolete.contains)
    run.documents = Set(documents.keys)
    run.changes = PlanChanges(from: earlier, to: whole)
  }
}

extension PlanReplacement {
  /// Whether vehicles that are kept were planned for other rooms.
  fileprivate func outdatesVehicles(of earlier: [String: Data]) -> Bool {
    let keepsVehicles = Module.vehicles.files.allSatisfy {
      earlier[$0] != nil && files[$0] == nil && !obsolete.contains($0)
    }
    return keepsVehicles
      && Module.rooms.files.contains { obsolete.contains($0) || files[$0] != nil && files[$0] != earlier[$0] }
  }
}

extension Module {
  var table: TableName {
    TableName(rawValue: rawValue)!
  }
}

extension EventReading {
  /// Every problem of the tables, a line each.
  var messages: [String] {
    diagnostics.map { $0.text(in: language) }
  }

  /// Every error and the first notes, a line each; then how many notes there are besides.
  func messages(notesUpTo limit: Int) -> [String] {
    var toTell = limit
    let told = diagnostics.filter { diagnostic in
      guard diagnostic.severity == .note else { return true }
      toTell -= 1
      return toTell >= 0
    }
    let untold = diagnostics.count - told.count
    return told.map { $0.text(in: language) } + (untold == 0 ? [] : [Wording.furtherNotes(untold)[language]])
  }
}
