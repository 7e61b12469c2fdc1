import ArgumentParser
import Foundation
import PlenumKit

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Wording.verify)

  @Argument(help: ArgumentHelp(Wording.event, valueName: "event"))
  var event: String

  @Argument(help: ArgumentHelp(Wording.planFolder, valueName: "out"))
  var out: String

  func run() throws {
    let result = PlanCheck(of: URL(fileURLWithPath: event), out: URL(fileURLWithPath: out))
    result.messages.forEach(writeError)
    result.summary.forEach { print($0) }
    throw ExitCode(result.status.rawValue)
  }
}
