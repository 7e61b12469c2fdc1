import ArgumentParser
import EventFiles
import Foundation
import Localization
import PlenumKit

struct Print: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: Wording.print, discussion: Wording.printExample(PaperRun.names(in: .ofEnvironment())))

  @OptionGroup
  var plan: PlanArguments

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

  @Option(help: ArgumentHelp(Wording.printSize, valueName: "size"))
  var size: String?

  @Option(help: ArgumentHelp(Wording.changedSince, valueName: "earlier"))
  var changedSince: String?

  @Flag(help: ArgumentHelp(Wording.testSheet))
  var testSheet = false

  @OptionGroup
  var output: Output

  func validate() throws {
    try plan.requireElsewhere()
  }

  func run() throws {
    var order = PaperOrder()
    (order.papers, order.groups, order.people) = (papers, group, person)
    (order.day, order.vehicles, order.testsPrinter) = (day, vehicle, testSheet)
    (order.size, order.changedSince) = (size, changedSince)
    let showsProgress = output.showsProgress
    let result = PaperRun(order, of: plan.eventFolder, out: plan.planFolder) {
      if showsProgress { writeError($0[$1]) }
    }
    try output.end(
      result.status, messages: result.messages, summary: result.summary, document: result.document.json)
  }
}
