import ArgumentParser
import Foundation
import PlenumKit

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Wording.verify, discussion: Wording.verifyExample)

  @Argument(help: ArgumentHelp(Wording.event, valueName: "event"))
  var event: String

  @Argument(help: ArgumentHelp(Wording.planFolder, valueName: "out"))
  var out: String

  @OptionGroup
  var output: Output

  func run() throws {
    let result = PlanCheck(of: URL(fileURLWithPath: event), out: URL(fileURLWithPath: out))
    try output.end(
      result.status, messages: result.messages, summary: result.summary, document: result.document.json)
  }
}
