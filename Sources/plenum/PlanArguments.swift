import ArgumentParser
import EventFiles
import Foundation
import Localization
import PlenumKit

/// An event and the folder of its plan, as commands take them that look at a plan.
struct PlanArguments: ParsableArguments {
  @Argument(help: ArgumentHelp(Wording.event, valueName: "event"))
  private var event: String

  @Argument(help: ArgumentHelp(Wording.planFolder, valueName: "out"))
  private var out: String

  func validate() throws {
    try requireNames(event, out)
  }

  /// Refuses a folder that holds the current one: it is replaced as a whole, and whoever is at work in it would stand in
  /// one that is no longer there.
  func requireElsewhere() throws {
    func components(_ place: URL) -> [String] {
      place.standardizedFileURL.resolvingSymlinksInPath().pathComponents
    }
    guard !components(URL(fileURLWithPath: ".")).starts(with: components(planFolder)) else {
      throw ValidationError(Wording.currentFolder)
    }
  }

  /// The tables.
  var eventFolder: URL { URL(fileURLWithPath: event) }
  /// The folder of the plan.
  var planFolder: URL { URL(fileURLWithPath: out) }
}

/// The events of a call and where their plans go.
func eventList(_ events: [String], out: String, shard: Shard? = nil) throws -> EventList {
  do {
    return try EventList(events, out: out, shard: shard)
  } catch {
    throw ValidationError(error.messages.map { $0[.ofEnvironment()] }.joined(separator: "\n"))
  }
}

/// Refuses places without a name, as a variable leaves them that is not set: each would be the current folder.
func requireNames(_ places: String...) throws {
  guard !places.contains("") else { throw ValidationError(Wording.noName) }
}
