import ArgumentParser
import Foundation
import Localization
import PlenumKit

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Wording.check, discussion: Wording.checkExample)

  @Argument(help: ArgumentHelp(Wording.event, valueName: "event"))
  var events: [String]

  @OptionGroup
  var output: Output

  func validate() throws {
    for event in events { try requireNames(event) }
  }

  func run() throws {
    let places = events.map { URL(fileURLWithPath: $0) }
    let results = places.map(EventCheck.init)
    var messages: [String] = []
    var summary: [String] = []
    for (place, result) in zip(places, results) {
      // Of several events each message says whose it is, as plan does.
      let name = events.count > 1 ? shown(place.standardizedFileURL.lastPathComponent) + ": " : ""
      messages += result.messages.map { name + $0 }
      summary += result.summary.map { name + $0 }
    }
    try output.end(
      results.map(\.status).max() ?? .complete, messages: messages, summary: summary,
      document: results.document.json)
  }
}
