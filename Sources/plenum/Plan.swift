import ArgumentParser
import Assembly
import Foundation
import IntegerProgramming
import Localization
import PlenumKit

struct Plan: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "排座 Reads an event, seats its people and writes the plan into OUT.")

  @Argument(help: ArgumentHelp("会议文件夹 The folder of tables.", valueName: "event"))
  var event: String

  @Option(
    name: [.customShort("o"), .customLong("out")],
    help: ArgumentHelp("结果文件夹 The folder of the plan.", valueName: "out"))
  var out: String

  @Option(help: "只安排这些模块 Plan these modules only: rostrum,hall.", transform: modules)
  var only: Set<Module>?

  @Option(help: "随机种子 Seed of the search.")
  var seed = 0

  @Option(help: "最多计算多少秒 Stop the search after so many seconds and keep the best plan.")
  var timeLimit: Double?

  func validate() throws {
    if let timeLimit, !(timeLimit >= 0 && timeLimit <= 1_000_000) {
      throw ValidationError("--time-limit: 0 … 1000000 (秒 seconds)")
    }
    let (eventPath, outPath) = (place(event), place(out))
    if outPath == eventPath || outPath == place(".") {
      throw ValidationError("-o: 请另选一个文件夹，例如 ./out  Choose a folder of its own, such as ./out")
    }
  }

  func run() throws {
    let deadline = timeLimit.map { ContinuousClock.now + .seconds($0) }
    let interruption = Interruption(deadline: deadline)
    let signals = InterruptSignal { interruption.interrupt() }
    let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
    let planner = Planner(PlanningOptions(modules: only, seed: seed), interruption: interruption) {
      phrase, language in
      if isTerminal { writeError(phrase[language]) }
    }
    let result = planner.plan(URL(fileURLWithPath: event), into: URL(fileURLWithPath: out))
    signals.end()
    result.messages.forEach(writeError)
    result.summary.forEach { print($0) }
    throw ExitCode(result.status.rawValue)
  }

  private func place(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  private static func modules(_ words: String) throws -> Set<Module> {
    let names = words.split(whereSeparator: { ",，;； ".contains($0) }).map(String.init)
    let known = Planner.modules.map(\.rawValue)
    if let unknown = names.first(where: { !known.contains($0) }) {
      throw ValidationError("--only: “\(unknown)” — \(known.joined(separator: ", "))")
    }
    guard !names.isEmpty else { throw ValidationError("--only: \(known.joined(separator: ", "))") }
    return Set(names.compactMap(Module.init(rawValue:)))
  }
}
