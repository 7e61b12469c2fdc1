import ArgumentParser
import Foundation
import PlenumKit

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Wording.check)

  @Argument(help: ArgumentHelp(Wording.event, valueName: "event"))
  var events: [String]

  func run() throws {
    var worst = ExitStatus.complete
    for event in events {
      let result = EventCheck(URL(fileURLWithPath: event))
      result.messages.forEach(writeError)
      result.summary.forEach { print($0) }
      worst = max(worst, result.status)
    }
    throw ExitCode(worst.rawValue)
  }
}
