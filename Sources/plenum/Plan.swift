import ArgumentParser
import Assembly
import EventFiles
import Foundation
import IntegerProgramming
import Localization
import PlenumKit

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

  @Option(help: ArgumentHelp(Wording.seed))
  var seed = 0

  @Option(help: ArgumentHelp(Wording.timeLimit, valueName: "seconds"))
  var timeLimit: Double?

  @Option(help: ArgumentHelp(Wording.gap, valueName: "share"))
  var gap = 0.0

  @Option(help: ArgumentHelp(Wording.jobs, valueName: "number"))
  var jobs: Int?

  @Option(help: ArgumentHelp(Wording.shard, valueName: "i/n"), transform: share)
  var shard: Shard?

  func validate() throws {
    if let timeLimit, !(timeLimit >= 0 && timeLimit <= 1_000_000) {
      throw ValidationError(Wording.timeLimitRange)
    }
    guard gap >= 0, gap < 1 else { throw ValidationError(Wording.gapRange) }
    if let jobs, !(1...1_000).contains(jobs) { throw ValidationError(Wording.jobsRange) }
    guard !out.isEmpty else { throw ValidationError(Wording.noFolder) }
    _ = try list()
  }

  func run() throws {
    let list = try list()
    throw ExitCode((list.isBatch ? planAll(list) : plan(list.entries[0])).rawValue)
  }

  /// One event, in the foreground.
  private func plan(_ entry: EventList.Entry) -> ExitStatus {
    let interruption = Interruption(deadline: timeLimit.map { ContinuousClock.now + .seconds($0) })
    InterruptSignal.stops(interruption)
    let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
    let planner = Planner(options, interruption: interruption) { phrase, language in
      if isTerminal { writeError(phrase[language]) }
    }
    let result = planner.plan(entry.event, into: entry.out)
    InterruptSignal.end()
    result.messages.forEach(writeError)
    result.summary.forEach { print($0) }
    return result.status
  }

  /// Many events on threads of their own; messages come as the events end.
  private func planAll(_ list: EventList) -> ExitStatus {
    let language = Language.ofEnvironment()
    let interruption = Interruption()
    InterruptSignal.stops(interruption)
    let batch = EventBatch(
      list, options, timeLimit: timeLimit.map { .seconds($0) },
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, interruption: interruption
    ) { progress, messages in
      writeError(([progress[language]] + messages).joined(separator: "\n"))
    }
    let result = batch.plan()
    InterruptSignal.end()
    if let fault = result.fault { writeError(fault[language]) }
    result.table(in: language).forEach { print($0) }
    return result.status
  }

  private var options: PlanningOptions { PlanningOptions(modules: only, seed: seed, gap: gap) }

  private func list() throws -> EventList {
    do {
      return try EventList(events, out: out, shard: shard)
    } catch {
      throw ValidationError(error.messages.map { $0[.ofEnvironment()] }.joined(separator: "\n"))
    }
  }

  private static func share(_ text: String) throws -> Shard {
    guard let shard = Shard(text) else { throw ValidationError(Wording.shardRange) }
    return shard
  }

  private static var knownModules: [String] { Planner.modules.map(\.rawValue) }

  private static func modules(_ words: String) throws -> Set<Module> {
    let names = words.split(whereSeparator: { ",，;； ".contains($0) }).map(String.init)
    if let unknown = names.first(where: { !knownModules.contains($0) }) ?? (names.isEmpty ? words : nil) {
      throw ValidationError(Wording.unknownModule(unknown, known: knownModules))
    }
    return Set(names.compactMap(Module.init(rawValue:)))
  }
}
