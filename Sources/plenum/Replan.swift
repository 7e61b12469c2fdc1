import ArgumentParser
import Assembly
import Foundation
import IntegerProgramming
import PlenumKit
import SolverShared

struct Replan: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: Wording.replan, discussion: Wording.replanExample)

  @Argument(help: ArgumentHelp(Wording.event))
  var event: String

  @Option(
    name: [.customShort("o"), .customLong("out")],
    help: ArgumentHelp(Wording.out, valueName: "out"))
  var out: String

  @Option(help: ArgumentHelp(Wording.from, valueName: "earlier"))
  var from: String?

  @Option(
    help: ArgumentHelp(Wording.only(Planner.modules.map(\.rawValue)), valueName: "modules"),
    transform: modules)
  var only: Set<Module>?

  @Option(
    help: ArgumentHelp(Wording.free(Planner.modules.map(\.rawValue)), valueName: "modules"),
    transform: modules)
  var free: Set<Module> = []

  @Option(help: ArgumentHelp(Wording.moves, valueName: "n"))
  var moves: Int?

  @Flag(help: ArgumentHelp(Wording.price))
  var price = false

  @OptionGroup
  var search: SearchArguments

  @OptionGroup
  var output: Output

  func validate() throws {
    guard !out.isEmpty else { throw ValidationError(Wording.noFolder) }
    try requireNames(event)
    guard moves ?? 0 >= 0 else { throw ValidationError(Wording.movesRange) }
    _ = try eventList([event], out: out)
  }

  func run() throws {
    let (eventFolder, outFolder) = (URL(fileURLWithPath: event), URL(fileURLWithPath: out))
    var options = PlanningOptions(modules: only ?? Set(Planner.modules))
    options.earlier = from.map { URL(fileURLWithPath: $0) } ?? outFolder
    options.passesOverMissing = only == nil
    options.free = free
    options.tellsPrice = price
    options.mostMoves = moves
    let result = search.plan(eventFolder, into: outFolder, options, output)
    let name = eventFolder.standardizedFileURL.lastPathComponent
    try output.end(
      result.status, messages: result.messages, summary: result.summary,
      document: result.document(of: name, command: "replan").json)
  }

  private static func modules(_ words: String) throws -> Set<Module> {
    try Set(named: words, among: Planner.modules)
  }
}
