public import Assembly
import Documents
import EventFiles
public import Foundation
public import IntegerProgramming
public import Localization
import Solver
import Tables
import Verification

/// What a run of the planner is to do.
public struct PlanningOptions: Sendable {
  /// The modules to plan; nothing means all whose tables are present.
  public var modules: Set<Module>?
  /// Seed of the search; each module reports it.
  public var seed = 0

  /// Plans everything that the event has tables for.
  public init(modules: Set<Module>? = nil, seed: Int = 0) {
    self.modules = modules
    self.seed = seed
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
  public static let modules: [Module] = [.rostrum, .hall]

  /// So many notes on the tables are told at most: a long list may be worth hundreds, and the plan would be lost
  /// among them. The report has them all.
  static let shownNotes = 20

  private let options: PlanningOptions
  private let interruption: Interruption
  private let progress: @Sendable (Phrase, Language) -> Void

  /// A planner.
  ///
  /// - Parameters:
  ///   - interruption: stops the search, which keeps the best plan so far.
  ///   - progress: is told what begins.
  public init(
    _ options: PlanningOptions = PlanningOptions(), interruption: Interruption = Interruption(),
    progress: @escaping @Sendable (Phrase, Language) -> Void = { _, _ in }
  ) {
    self.options = options
    self.interruption = interruption
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
    var run = PlanningRun(.complete, messages: reading.messages(notesUpTo: Planner.shownNotes))
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
    do {
      let earlier = try folder.planFiles()
      let solution = solve(event, wanted, reading.language)
      stopwatch.lap(.solving)
      let violations = verify(solution, event, reading.language)
      stopwatch.lap(.verifying)
      guard violations.isEmpty else {
        run.messages += [Wording.faultyPlan[reading.language]] + violations
        return run.ended(.fault)
      }
      progress(Wording.writing, reading.language)
      try write(solution, reading, event, wanted, earlier, folder, &run)
      stopwatch.lap(.writing)
      run.status = solution.status(interruption)
      run.report(solution, of: event, in: reading, out: folder.path, stopwatch)
    } catch {
      run.messages.append(error.message[reading.language])
      return run.ended(error.kind == .cannotCreate ? .cannotCreate : .cannotWrite)
    }
    return run
  }

  private func solve(_ event: Event, _ wanted: Set<Module>, _ language: Language) -> Solution {
    var solution = Solution(names: event.nameOrdering())
    let limits = Limits(
      iterations: RostrumSeating.limits.iterations, nodes: RostrumSeating.limits.nodes,
      interruption: interruption)
    if wanted.contains(.rostrum), let seating = RostrumSeating(event) {
      progress(Wording.solving(.rostrum), language)
      solution.rostrum = timed { seating.solve(limits: limits) }
    }
    if wanted.contains(.hall), let problem = HallProblem(event) {
      progress(Wording.solving(.hall), language)
      let seating = HallSeating(problem, names: solution.names.order, interruption: interruption)
      solution.hall = timed { seating.solve() }
    }
    return solution
  }

  private func timed<Plan>(_ solve: () -> Outcome<Plan>) -> ModuleRun<Plan> {
    let start = ContinuousClock.now
    let outcome = solve()
    return ModuleRun(outcome, seconds: (ContinuousClock.now - start).inSeconds, seed: options.seed)
  }

  private func verify(_ solution: Solution, _ event: Event, _ language: Language) -> [String] {
    progress(Wording.verifying, language)
    let verification = Verification(of: event, names: solution.names.order)
    var violations: [String] = []
    if case .plan(let plan, let figures) = solution.rostrum?.outcome {
      violations += verification.violations(of: plan, figures: figures).map { $0.phrase(in: event)[language] }
    }
    if case .plan(let plan, let figures) = solution.hall?.outcome {
      violations += verification.violations(of: plan, figures: figures).map { $0.phrase(in: event)[language] }
    }
    return violations
  }

  private func write(
    _ solution: Solution, _ reading: EventReading, _ event: Event, _ wanted: Set<Module>,
    _ earlier: [String: Data],
    _ folder: PlanFolder, _ run: inout PlanningRun
  ) throws(PlanFolderFault) {
    let plan = PlanFiles(
      reading, event, planned: wanted, rostrum: solution.rostrum, hall: solution.hall,
      notes: solution.names.notes.map(\.phrase))
    let replacement = plan.replacement(of: earlier)
    run.messages += replacement.diagnostics.map { $0.text(in: reading.language) }
    run.messages += solution.names.notes.map { $0.phrase[reading.language] }
    let kept = earlier.filter { !replacement.obsolete.contains($0.key) }
    let files = replacement.files.merging(documents(kept, replacement.files, event)) { first, _ in first }
    let obsolete = replacement.obsolete.union(PlanDocuments.all.subtracting(files.keys))
    try folder.replace(with: files, isObsolete: obsolete.contains)
    run.changes = SeatChanges(from: earlier, to: kept.merging(files) { _, new in new })
  }

  /// The documents of the whole plan, of modules that were kept from the earlier one too.
  private func documents(_ kept: [String: Data], _ new: [String: Data], _ event: Event) -> [String: Data] {
    let plan = PlanReader.read(kept.merging(new) { _, new in new }, of: event)
    guard plan.rostrum != nil || plan.hall != nil else { return [:] }
    let map = SeatMap(event: event, rostrum: plan.rostrum, hall: plan.hall)
    let list = SeatList(event: event, rostrum: plan.rostrum, hall: plan.hall)
    return [
      PlanDocuments.seatMap: Data(map.html().utf8), PlanDocuments.drawing: Data(map.svg().utf8),
      PlanDocuments.seatList: list.csv(),
    ]
  }
}

/// The documents of a plan, by their paths in OUT.
enum PlanDocuments {
  static let seatMap = "documents/座位图.html"
  static let drawing = "documents/座位图.svg"
  static let seatList = "documents/座位表.csv"
  static let all: Set = [seatMap, drawing, seatList]
}

/// How the modules ended.
struct Solution {
  let names: NameOrdering
  var rostrum: ModuleRun<RostrumPlan>?
  var hall: ModuleRun<HallPlan>?

  func status(_ interruption: Interruption) -> ExitStatus {
    if interruption.reason == .signal { return .interrupted }
    return max(rostrum.map { status(of: $0) } ?? .complete, hall.map { status(of: $0) } ?? .complete)
  }

  private func status<Plan: PlanOfPeople>(of run: ModuleRun<Plan>) -> ExitStatus {
    switch run.outcome {
    case .conflict: .conflict
    case .plan(let plan, let figures):
      plan.servesEverybody && figures.status != .stopped ? .complete : .incomplete
    }
  }
}

/// A plan that can tell whether everybody is served.
protocol PlanOfPeople {
  var counts: PlanCounts { get }
}

extension PlanOfPeople {
  var servesEverybody: Bool { counts.unplaced == 0 && counts.withoutAisle == 0 }
}

extension RostrumPlan: PlanOfPeople {
  var counts: PlanCounts { PlanCounts(seated: assignments.count, unplaced: unplaced.count, withoutAisle: 0) }
}

extension HallPlan: PlanOfPeople {
  var counts: PlanCounts {
    PlanCounts(seated: assignments.count, unplaced: unplaced.count, withoutAisle: withoutAisle.count)
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
