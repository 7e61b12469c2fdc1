import ArgumentParser
import Assembly
import EventFiles
import Foundation
import IntegerProgramming
import Localization
import PlenumKit
import SolverShared

struct Plan: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Wording.plan, discussion: Wording.planStatuses)

  @Argument(help: ArgumentHelp(Wording.events, valueName: "event"))
  var events: [String]

  @Option(
    name: [.customShort("o"), .customLong("out")],
    help: ArgumentHelp(Wording.out, valueName: "out"))
  var out: String

  @Option(help: ArgumentHelp(Wording.only(knownModules), valueName: "modules"), transform: modules)
  var only: Set<Module>?

  @Option(help: ArgumentHelp(Wording.jobs, valueName: "number"))
  var jobs: Int?

  @Option(help: ArgumentHelp(Wording.shard, valueName: "i/n"), transform: share)
  var shard: Shard?

  @OptionGroup
  var search: SearchArguments

  @OptionGroup
  var output: Output

  func validate() throws {
    if let jobs, !(1...1_000).contains(jobs) { throw ValidationError(Wording.jobsRange) }
    guard !out.isEmpty else { throw ValidationError(Wording.noFolder) }
    for event in events { try requireNames(event) }
    _ = try list()
  }

  func run() throws {
    let list = try list()
    try list.isBatch ? planAll(list) : plan(list.entries[0])
  }

  /// One event, in the foreground.
  private func plan(_ entry: EventList.Entry) throws {
    let result = search.plan(entry.event, into: entry.out, PlanningOptions(modules: only), output)
    try output.end(
      result.status, messages: result.messages, summary: result.summary,
      document: result.document(of: entry.name).json)
  }

  /// Many events on threads of their own; messages come as the events end.
  private func planAll(_ list: EventList) throws {
    let language = Language.ofEnvironment()
    let interruption = Interruption()
    InterruptSignal.stops(interruption)
    let batch = EventBatch(
      list, search.added(to: PlanningOptions(modules: only)),
      timeLimit: search.timeLimit.map { .seconds($0) },
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, interruption: interruption
    ) { [output] progress, messages in
      let lines =
        (output.showsProgress ? [progress[language]] : []) + (output.tellsProblems ? messages : [])
      if !lines.isEmpty { writeError(lines.joined(separator: "\n")) }
    }
    let result = batch.plan()
    InterruptSignal.end()
    let faults = result.fault.map { [$0[language]] } ?? []
    try output.end(
      result.status, messages: faults, summary: result.table(in: language), document: result.document.json)
  }

  private func list() throws -> EventList { try eventList(events, out: out, shard: shard) }

  private static func share(_ text: String) throws -> Shard {
    guard let shard = Shard(text) else { throw ValidationError(Wording.shardRange) }
    return shard
  }

  private static var knownModules: [String] { Planner.modules.map(\.rawValue) }

  private static func modules(_ words: String) throws -> Set<Module> {
    try Set(named: words, among: Planner.modules)
  }
}
