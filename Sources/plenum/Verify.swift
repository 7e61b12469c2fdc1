import ArgumentParser
import PlenumKit

struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Wording.verify, discussion: Wording.verifyExample)

  @OptionGroup
  var plan: PlanArguments

  @OptionGroup
  var output: Output

  func run() throws {
    let result = PlanCheck(of: plan.eventFolder, out: plan.planFolder)
    try output.end(
      result.status, messages: result.messages, summary: result.summary, document: result.document.json)
  }
}
