import Assembly
import EventFiles
import Foundation
import Localization
import PlenumKit
import Tables

/// What Plenum promises of any event and does not keep for this one; nothing when all is well.
///
/// A sound event that is tiny is planned twice and verified, in a folder that is removed.
///
/// - Parameter text: see ``EventFilesText``.
public func brokenPromises(ofEvent text: [UInt8]) -> [String] {
  let files = EventFilesText(text).contents
  let reading = EventReader.read(files: files, fallback: .english)
  var broken = DiagnosticPromises(files).broken(by: reading.diagnostics)
  let hasError = reading.diagnostics.contains { $0.severity == .error }
  if hasError == (reading.event != nil) { broken.append("neither an event nor an error, or both") }
  if let event = reading.event, event.isTiny { broken += brokenPromises(ofPlanFor: files) }
  return broken
}

private func brokenPromises(ofPlanFor files: [String: Data]) -> [String] {
  guard files.keys.allSatisfy(canBearFile) else { return [] }
  let place = FileManager.default.temporaryDirectory.appendingPathComponent("fuzzed-" + UUID().uuidString)
  defer { try? FileManager.default.removeItem(at: place) }
  let (event, out) = (place.appendingPathComponent("event"), place.appendingPathComponent("out"))
  do {
    try FileManager.default.createDirectory(at: event, withIntermediateDirectories: true)
    for (name, data) in files { try data.write(to: event.appendingPathComponent(name)) }
    return try brokenPromises(ofPlanFor: event, in: out)
  } catch {
    return ["the event or its plan cannot be kept on the disk: \(error)"]
  }
}

private func brokenPromises(ofPlanFor event: URL, in out: URL) throws -> [String] {
  var broken: [String] = []
  var plans: [[String: Data]] = []
  for _ in 1...2 {
    let run = Planner().plan(event, into: out)
    guard [.complete, .incomplete, .conflict].contains(run.status) else {
      return ["planning ended with \(run.status): \(run.messages)"]
    }
    plans.append(try contents(of: out))
  }
  if plans[0] != plans[1] { broken.append("planned again, the plan differs") }
  let check = PlanCheck(of: event, out: out)
  if check.status != .complete { broken.append("the plan does not hold: \(check.messages)") }
  return broken
}

/// The files of a plan without the one that tells seconds.
private func contents(of folder: URL) throws -> [String: Data] {
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  // What was replaced, how the plan differs from it, and pages that tell the version are another matter.
  let others = ["report.json", "changes.csv", "versions", "drawn"]
  return Dictionary(
    uniqueKeysWithValues: names.filter { name in
      !others.contains(name) && !name.hasPrefix("versions/") && !name.hasPrefix("drawn/")
        && !name.hasPrefix("documents")
    }.map { name in
      (name, FileManager.default.contents(atPath: folder.path + "/" + name) ?? Data())
    })
}

/// Whether a folder can hold a file of this name: not every name of a fuzzer is one.
private func canBearFile(_ name: String) -> Bool {
  !name.isEmpty && name.utf8.count < 200 && !name.contains { $0 == "/" || $0 == "\0" } && name != "."
    && name != ".."
}

extension Event {
  /// Whether a plan is a matter of milliseconds.
  fileprivate var isTiny: Bool {
    people.count <= 16 && (hall?.seats.count ?? 0) <= 100
      && (rostrum?.rows.reduce(0) { $0 + $1.seats } ?? 0) <= 30 && (roomStock?.rooms.count ?? 0) <= 30
      && (fleet.map { $0.vehicles.count <= 4 && $0.transfers.count * people.count <= 12 } ?? true)
  }
}
