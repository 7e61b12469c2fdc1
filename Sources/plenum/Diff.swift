import ArgumentParser
import Foundation
import PlenumKit

struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Wording.diff, discussion: Wording.diffExample)

  @Argument(help: ArgumentHelp(Wording.earlierFolder, valueName: "earlier"))
  var earlier: String

  @Argument(help: ArgumentHelp(Wording.planFolder, valueName: "out"))
  var out: String

  @OptionGroup
  var output: Output

  func validate() throws {
    try requireNames(earlier, out)
  }

  func run() throws {
    let result = PlanDifference(from: URL(fileURLWithPath: earlier), to: URL(fileURLWithPath: out))
    try output.end(
      result.status, messages: result.messages, summary: result.summary, document: result.document.json)
  }
}
