import ArgumentParser
import EventFiles
import Foundation
import Localization
import PlenumKit

struct Print: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Wording.print, discussion: Wording.printExample(PaperRun.names(in: .ofEnvironment())))

  @Argument(help: ArgumentHelp(Wording.event, valueName: "event"))
  var event: String

  @Argument(help: ArgumentHelp(Wording.planFolder, valueName: "out"))
  var out: String

  @Argument(help: ArgumentHelp(Wording.papers, valueName: "paper"))
  var papers: [String] = []

  @Option(help: ArgumentHelp(Wording.printGroup))
  var group: [String] = []

  @Option(help: ArgumentHelp(Wording.printPerson))
  var person: [String] = []

  @Option(help: ArgumentHelp(Wording.printDay))
  var day: String?

  @Option(help: ArgumentHelp(Wording.printVehicle))
  var vehicle: [Int] = []

  @Flag(help: ArgumentHelp(Wording.testSheet))
  var testSheet = false

  @OptionGroup
  var output: Output

  func run() throws {
    var order = PaperOrder()
    (order.papers, order.groups, order.people) = (papers, group, person)
    (order.day, order.vehicles, order.testsPrinter) = (day, vehicle, testSheet)
    let isShown = isatty(2) == 1 && !output.json && !output.quiet
    let result = PaperRun(order, of: URL(fileURLWithPath: event), out: URL(fileURLWithPath: out)) {
      if isShown { writeError($0[$1]) }
    }
    try output.end(
      result.status, messages: result.messages, summary: result.summary, document: result.document.json)
  }
}
