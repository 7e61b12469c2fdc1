import Assembly
import EventFiles
import Foundation

/// What summary.json tells: how each event of a batch ended.
struct BatchSummary: Codable {
  struct Entry: Codable {
    /// Name of the event's folder, and of its plan's.
    let event: String
    /// The exit status that the event would have by itself.
    let status: Int32
    /// False when the run was interrupted before the event; else nothing.
    let begun: Bool?
    let seconds: Double
    /// By name of the module.
    let modules: [String: ModuleResult]
  }

  let events: [Entry]
  /// `i/n`, where a share was asked for.
  let shard: String?
  /// The highest status of the events.
  let status: Int32

  init(_ run: BatchRun, shard: Shard?) {
    events = run.results.map { result in
      Entry(
        event: result.name, status: result.status.rawValue, begun: result.isBegun ? nil : false,
        seconds: result.seconds,
        modules: Dictionary(result.modules.map { ($0.key.rawValue, $0.value) }) { first, _ in first })
    }
    self.shard = shard.map { "\($0.number)/\($0.count)" }
    status = run.status.rawValue
  }

  /// The bytes of summary.json; equal summaries have equal bytes.
  var json: Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    // Strings and finite numbers: nothing of it can fail to be encoded.
    return ((try? encoder.encode(self)) ?? Data()) + Data("\n".utf8)
  }

  /// Every share has a file of its own: they may end at the same time.
  static func fileName(_ shard: Shard?) -> String {
    shard.map { "summary-\($0.number)-of-\($0.count).json" } ?? "summary.json"
  }

  /// Whether a summary of any call may bear this name.
  static func isFileName(_ name: String) -> Bool {
    name.lowercased().wholeMatch(of: /summary(-[0-9]+-of-[0-9]+)?\.json/) != nil
  }
}
