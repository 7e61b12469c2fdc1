import ArgumentParser
import Foundation
import PlenumKit

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Wording.explain, discussion: Wording.explainExample)

  @Argument(help: ArgumentHelp(Wording.event, valueName: "event"))
  var event: String

  @Argument(help: ArgumentHelp(Wording.planFolder, valueName: "out"))
  var out: String

  @Argument(help: ArgumentHelp(Wording.person, valueName: "person"))
  var person: String

  @OptionGroup
  var output: Output

  func run() throws {
    let result = PersonExplanation(
      of: person, in: URL(fileURLWithPath: event), out: URL(fileURLWithPath: out))
    try output.end(
      result.status, messages: result.messages, summary: result.summary, document: result.document.json)
  }
}
