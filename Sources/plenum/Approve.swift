import ArgumentParser
import Assembly
import Foundation
import Localization
import PlenumKit

struct Approve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Wording.approve, discussion: Wording.approveExample)

  @OptionGroup
  var plan: PlanArguments

  @Option(help: ArgumentHelp(Wording.approvedBy, valueName: "name"))
  var by: String

  @OptionGroup
  var output: Output

  func validate() throws {
    guard !by.allSatisfy(\.isWhitespace), by.unicodeScalars.count <= 100, visible(by) == by else {
      throw ValidationError(Wording.approvedByRange)
    }
    try plan.requireElsewhere()
  }

  func run() throws {
    let result = PlanApproval(
      by: by, on: .today, of: plan.eventFolder, out: plan.planFolder)
    try output.end(
      result.status, messages: result.messages, summary: result.summary, document: result.document.json)
  }
}

extension Day {
  /// The day that the calendar on the wall shows.
  fileprivate static var today: Day {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return Day(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1) ?? Day(number: 0)
  }
}
