import Assembly
import EventFiles
import Foundation
public import IntegerProgramming
public import Localization
import Synchronization
import Tables

/// Plans many events, each by itself: what is wrong with one never touches the others.
///
/// ```swift
/// let list = try EventList(["events/a", "events/b"], out: "plans")
/// let run = Batch(list, jobs: 2).plan()
/// print(run.table(in: .english).joined(separator: "\n"))
/// ```
public struct EventBatch: Sendable {
  /// Hears of each event as it ends: how many have ended, of how many, its name, and what there is to tell.
  public typealias Listener = @Sendable (_ progress: Phrase, _ messages: [String]) -> Void

  private let list: EventList
  private let options: PlanningOptions
  private let timeLimit: Duration?
  private let jobs: Int
  private let interruption: Interruption
  private let listener: Listener

  /// A batch of events.
  ///
  /// - Parameters:
  ///   - list: the events, and where their plans go.
  ///   - options: what to plan of each, and when to be content.
  ///   - timeLimit: of each event by itself.
  ///   - jobs: how many events are planned at the same time; the plans do not depend on it.
  ///   - interruption: stops the searches that have begun, which keep their best plans; the others do not begin.
  ///   - listener: hears of each event as it ends, of one after another.
  public init(
    _ list: EventList, _ options: PlanningOptions = PlanningOptions(), timeLimit: Duration? = nil, jobs: Int,
    interruption: Interruption = Interruption(), listener: @escaping Listener = { _, _ in }
  ) {
    self.list = list
    self.options = options
    self.timeLimit = timeLimit
    self.jobs = jobs
    self.interruption = interruption
    self.listener = listener
  }

  /// Plans the events and writes the summary.
  ///
  /// - Returns: how each event ended. What was written of a plan is written whole.
  public func plan() -> BatchRun {
    let name = BatchSummary.fileName(list.shard)
    let summary = WholeFile(name, in: list.out)
    var results: [EventResult] = []
    do {
      // An OUT that cannot be is told before the work and not after it.
      try summary.makeFolder()
      results = planAll()
      let run = BatchRun(results, summary: list.out.appendingPathComponent(name))
      try summary.replace(with: BatchSummary(run, shard: list.shard).json)
      return run
    } catch {
      return BatchRun(results, fault: error)
    }
  }

  private func planAll() -> [EventResult] {
    let ended = Mutex(0)
    return WorkerThreads.map(list.entries.count, threads: jobs) { number in
      let entry = list.entries[number]
      guard interruption.reason != .signal else { return EventResult(notBegun: entry.name) }
      let (result, messages) = plan(entry)
      ended.withLock { ended in
        ended += 1
        let progress = Wording.progress(ended, of: list.entries.count, result)
        listener(progress, messages.map { shown(result.name) + ": " + $0 })
      }
      return result
    }
  }

  private func plan(_ entry: EventList.Entry) -> (EventResult, messages: [String]) {
    let start = ContinuousClock.now
    let part = Interruption(deadline: timeLimit.map { start + $0 }, partOf: interruption)
    let run = Planner(options, interruption: part).plan(entry.event, into: entry.out)
    let seconds = (ContinuousClock.now - start).inSeconds
    return (EventResult(entry.name, run, seconds: seconds), run.messages)
  }
}
