import ArgumentParser
import Foundation
import PlenumKit

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Wording.explain)

  @Argument(help: ArgumentHelp(Wording.event, valueName: "event"))
  var event: String

  @Argument(help: ArgumentHelp(Wording.planFolder, valueName: "out"))
  var out: String

  @Argument(help: ArgumentHelp(Wording.person, valueName: "person"))
  var person: String

  func run() throws {
    let result = PersonExplanation(
      of: person, in: URL(fileURLWithPath: event), out: URL(fileURLWithPath: out))
    result.messages.forEach(writeError)
    result.summary.forEach { print($0) }
    throw ExitCode(result.status.rawValue)
  }
}
