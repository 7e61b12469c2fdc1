import ArgumentParser
import Foundation
import PlenumKit

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "核验 Recomputes the rules and figures of a plan, independently of the solvers.")

  @Argument(help: ArgumentHelp("会议文件夹 The folder of tables.", valueName: "event"))
  var event: String

  @Argument(help: ArgumentHelp("结果文件夹 The folder of the plan.", valueName: "out"))
  var out: String

  func run() throws {
    let result = PlanCheck(of: URL(fileURLWithPath: event), out: URL(fileURLWithPath: out))
    result.messages.forEach(writeError)
    result.summary.forEach { print($0) }
    throw ExitCode(result.status.rawValue)
  }
}
