public import Foundation
public import Localization

/// The events of one call, and where the plan of each goes.
public struct EventList: Sendable {
  /// An event that is to be planned.
  public struct Entry: Sendable, Hashable {
    /// The last component of the event's path: the name of its folder or file.
    public let name: String
    /// The event itself.
    public let event: URL
    /// The folder of its plan.
    public let out: URL
  }

  /// OUT, which holds the plan of one event, or a folder for each of several.
  public let out: URL
  /// The events that are to be planned, in the order in which they were named.
  public let entries: [Entry]
  /// The share of all events that was asked for.
  public let shard: Shard?
  /// Whether OUT has a folder for each event and a summary.
  public let isBatch: Bool

  /// The events of these paths. One alone is planned into `out`; several, and those of a share however few, are each
  /// planned into a folder of `out` that bears the event's name.
  ///
  /// - Throws: `UnusableEvents` with everything that is wrong with the whole list, whatever the share.
  /// - Complexity: O(events).
  public init(_ paths: [String], out: String, shard: Shard? = nil) throws(UnusableEvents) {
    self.out = URL(fileURLWithPath: out)
    self.shard = shard
    isBatch = paths.count != 1 || shard != nil
    let all = paths.map { [isBatch, folder = self.out] path in
      let event = URL(fileURLWithPath: path)
      let name = event.standardizedFileURL.lastPathComponent
      return Entry(name: name, event: event, out: isBatch ? folder.appendingPathComponent(name) : folder)
    }
    let faults = EventListCheck(all, out: self.out, isBatch: isBatch).faults
    guard faults.isEmpty else { throw UnusableEvents(faults: faults) }
    entries = all.filter { entry in shard?.contains(entry.name) ?? true }
  }
}

/// Events that cannot be planned in one call.
public struct UnusableEvents: Error, Sendable, Hashable {
  /// What is wrong with the events of a call.
  public enum Fault: Sendable, Hashable {
    /// One event is named twice.
    case sameEvent(String, String)
    /// Two events have one name, and so would their plans.
    case sameName(String, String)
    /// A plan cannot bear the name of this event.
    case unusableName(String)
    /// The plan would take the place of an event or of the current folder, or of one that holds them.
    case ownFolder
    /// Two plans would lie in one folder, by a link in OUT.
    case sameFolder(String, String)
  }

  /// Everything that is wrong.
  public let faults: [Fault]

  /// What to tell the user, a line each.
  public var messages: [Phrase] { faults.map(Wording.message) }
}

/// One look at the events of a call.
private struct EventListCheck {
  let entries: [EventList.Entry]
  let out: URL
  let isBatch: Bool

  init(_ entries: [EventList.Entry], out: URL, isBatch: Bool) {
    self.entries = entries
    self.out = out
    self.isBatch = isBatch
  }

  var faults: [UnusableEvents.Fault] {
    var faults: [UnusableEvents.Fault] = []
    var events: [[String]: String] = [:]
    var names: [String: String] = [:]
    var folders: [[String]: String] = [:]
    for entry in entries {
      let path = entry.event.path
      if let other = events.updateValue(path, forKey: components(entry.event)) {
        faults.append(.sameEvent(other, path))
        continue
      }
      // Where letter case does not tell names apart, the plan of one would replace that of the other.
      if let other = names.updateValue(path, forKey: entry.name.lowercased()) {
        faults.append(.sameName(other, path))
      } else if isBatch, entry.name == "/" || BatchSummary.isFileName(entry.name) {
        faults.append(.unusableName(path))
      } else if let other = folders.updateValue(path, forKey: components(entry.out)) {
        faults.append(.sameFolder(other, path))
      }
    }
    return faults + (takesPlaceOfOthers ? [.ownFolder] : [])
  }

  /// Whether a folder of a plan, which is replaced as a whole, is one of an event or the current one, or lies above
  /// one: nobody may be at work in it.
  private var takesPlaceOfOthers: Bool {
    let replaced = Set(([out] + entries.map(\.out)).map(components))
    return ([URL(fileURLWithPath: ".")] + entries.map(\.event)).map(components).contains { path in
      path.indices.contains { replaced.contains(Array(path[...$0])) }
    }
  }

  private func components(_ place: URL) -> [String] {
    place.standardizedFileURL.resolvingSymlinksInPath().pathComponents
  }
}
