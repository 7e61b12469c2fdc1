import ArgumentParser
import Foundation
import PlenumKit
import Tables

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Wording.check)

  @Argument(help: ArgumentHelp(Wording.event, valueName: "event"))
  var events: [String]

  func run() throws {
    var worst = ExitStatus.complete
    for event in events {
      let place = URL(fileURLWithPath: event)
      let result = EventCheck(place)
      // Of several events each message says whose it is, as plan does.
      let name = events.count > 1 ? shown(place.standardizedFileURL.lastPathComponent) + ": " : ""
      result.messages.forEach { writeError(name + $0) }
      result.summary.forEach { print(name + $0) }
      worst = max(worst, result.status)
    }
    throw ExitCode(worst.rawValue)
  }
}
