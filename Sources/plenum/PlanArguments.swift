import ArgumentParser
import Foundation

/// An event and the folder of its plan, as commands take them that look at a plan.
struct PlanArguments: ParsableArguments {
  @Argument(help: ArgumentHelp(Wording.event, valueName: "event"))
  private var event: String

  @Argument(help: ArgumentHelp(Wording.planFolder, valueName: "out"))
  private var out: String

  func validate() throws {
    try requireNames(event, out)
  }

  /// The tables.
  var eventFolder: URL { URL(fileURLWithPath: event) }
  /// The folder of the plan.
  var planFolder: URL { URL(fileURLWithPath: out) }
}

/// Refuses places without a name, as a variable leaves them that is not set: each would be the current folder.
func requireNames(_ places: String...) throws {
  guard !places.contains("") else { throw ValidationError(Wording.noName) }
}
