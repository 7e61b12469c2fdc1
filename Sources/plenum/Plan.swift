import ArgumentParser
import Assembly
import Foundation
import IntegerProgramming
import Localization
import PlenumKit

struct Plan: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Wording.plan, discussion: Wording.planStatuses)

  @Argument(help: ArgumentHelp(Wording.event, valueName: "event"))
  var event: String

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

  func validate() throws {
    if let timeLimit, !(timeLimit >= 0 && timeLimit <= 1_000_000) {
      throw ValidationError(Wording.timeLimitRange)
    }
    guard gap >= 0, gap < 1 else { throw ValidationError(Wording.gapRange) }
    guard !out.isEmpty else { throw ValidationError(Wording.noFolder) }
    if holds(out, event) || holds(out, ".") { throw ValidationError(Wording.ownFolder) }
  }

  func run() throws {
    let deadline = timeLimit.map { ContinuousClock.now + .seconds($0) }
    let interruption = Interruption(deadline: deadline)
    InterruptSignal.stops(interruption)
    let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
    let planner = Planner(PlanningOptions(modules: only, seed: seed, gap: gap), interruption: interruption) {
      phrase, language in
      if isTerminal { writeError(phrase[language]) }
    }
    let result = planner.plan(URL(fileURLWithPath: event), into: URL(fileURLWithPath: out))
    InterruptSignal.end()
    result.messages.forEach(writeError)
    result.summary.forEach { print($0) }
    throw ExitCode(result.status.rawValue)
  }

  /// Whether a folder is another or lies above it. OUT is replaced as a whole, so nobody may be at work in it.
  private func holds(_ folder: String, _ other: String) -> Bool {
    func components(_ path: String) -> [String] {
      URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().pathComponents
    }
    return components(other).starts(with: components(folder))
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
