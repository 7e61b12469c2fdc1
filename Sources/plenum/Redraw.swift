import ArgumentParser
import Foundation
import PlenumKit

struct Redraw: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Wording.redraw, discussion: Wording.redrawExample)

  @Argument(help: ArgumentHelp(Wording.event, valueName: "event"))
  var event: String

  @Argument(help: ArgumentHelp(Wording.planFolder, valueName: "out"))
  var out: String

  @OptionGroup
  var output: Output

  func run() throws {
    let eventFolder = URL(fileURLWithPath: event)
    let result = Planner().redraw(eventFolder, in: URL(fileURLWithPath: out))
    let name = eventFolder.standardizedFileURL.lastPathComponent
    try output.end(
      result.status, messages: result.messages, summary: result.summary,
      document: result.document(of: name, command: "redraw").json)
  }
}
