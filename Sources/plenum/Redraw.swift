import ArgumentParser
import Foundation
import PlenumKit

struct Redraw: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Wording.redraw, discussion: Wording.redrawExample)

  @OptionGroup
  var plan: PlanArguments

  @OptionGroup
  var output: Output

  func validate() throws {
    try plan.requireElsewhere()
  }

  func run() throws {
    let result = Planner().redraw(plan.eventFolder, in: plan.planFolder)
    let name = plan.eventFolder.standardizedFileURL.lastPathComponent
    try output.end(
      result.status, messages: result.messages, summary: result.summary,
      document: result.document(of: name, command: "redraw").json)
  }
}
