import ArgumentParser
import Foundation
import IntegerProgramming
import PlenumKit
import SolverShared

/// When the search for a plan ends, and what becomes of the plan that it replaces.
struct SearchArguments: ParsableArguments {
  @Option(help: ArgumentHelp(Wording.seed))
  var seed = 0

  @Option(help: ArgumentHelp(Wording.timeLimit, valueName: "seconds"))
  var timeLimit: Double?

  @Option(help: ArgumentHelp(Wording.gap, valueName: "share"))
  var gap = 0.0

  @Option(help: ArgumentHelp(Wording.keepVersions, valueName: "number"))
  var keepVersions = 20

  func validate() throws {
    if let timeLimit, !(timeLimit >= 0 && timeLimit <= 1_000_000) {
      throw ValidationError(Wording.timeLimitRange)
    }
    guard gap >= 0, gap < 1 else { throw ValidationError(Wording.gapRange) }
    guard keepVersions >= 1 else { throw ValidationError(Wording.keepVersionsRange) }
  }

  /// These options among those of a planning.
  func added(to options: PlanningOptions) -> PlanningOptions {
    var options = options
    (options.seed, options.gap, options.keptVersions) = (seed, gap, keepVersions)
    return options
  }

  /// Plans one event in the foreground: a signal stops the search, and a terminal shows how it goes.
  func plan(
    _ event: URL, into out: URL, _ options: PlanningOptions, _ output: Output
  ) -> PlanningRun {
    let interruption = Interruption(deadline: timeLimit.map { ContinuousClock.now + .seconds($0) })
    InterruptSignal.stops(interruption)
    let watch = SearchWatch()
    let line = output.showsProgress ? ProgressLine(watch) : nil
    let planner = Planner(added(to: options), interruption: interruption, watch: watch) { phrase, language in
      line?.begin(phrase, language)
    }
    let result = planner.plan(event, into: out)
    line?.end()
    InterruptSignal.end()
    return result
  }
}
