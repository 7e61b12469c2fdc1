import ArgumentParser
import PlenumKit

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Wording.explain, discussion: Wording.explainExample)

  @OptionGroup
  var plan: PlanArguments

  @Argument(help: ArgumentHelp(Wording.person, valueName: "person"))
  var person: String

  @OptionGroup
  var output: Output

  func run() throws {
    let result = PersonExplanation(
      of: person, in: plan.eventFolder, out: plan.planFolder)
    try output.end(
      result.status, messages: result.messages, summary: result.summary, document: result.document.json)
  }
}
